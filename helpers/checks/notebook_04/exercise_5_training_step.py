"""Exercise 5 of notebook 04: a training step."""

from math import hypot

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two
from helpers.checks.notebook_04.descents import Descent, train


def zero(parameters):
    for parameter in parameters:
        parameter.grad = 0.0


def nothing(parameters):
    """What many leave out."""


def ones(parameters):
    for parameter in parameters:
        parameter.grad = 1.0


def step_with(
    first=zero,
    size=lambda x, slope, rate: rate * slope,
    moving=lambda x, step: x - step,
    moved=lambda parameters: parameters,
    last=nothing,
    returned=lambda loss, compute_loss, parameters: loss.data,
):
    """A training step with some of its parts changed."""

    def training_step(parameters, compute_loss, rate):
        first(parameters)
        loss = compute_loss()
        loss.backward()
        for parameter in moved(parameters):
            step = size(parameter.data, parameter.grad, rate)
            parameter.data = moving(parameter.data, step)
        last(parameters)
        return returned(loss, compute_loss, parameters)

    return training_step


def moving_by(steps):
    """All slopes and the loss decide by how much each parameter moves, for a rate of 1."""

    def training_step(parameters, compute_loss, rate):
        zero(parameters)
        loss = compute_loss()
        loss.backward()
        slopes = [parameter.grad for parameter in parameters]
        for parameter, step in zip(parameters, steps(slopes, loss.data), strict=True):
            parameter.data -= rate * step
        return loss.data

    return training_step


def backward_for_each(parameters, compute_loss, rate):
    """The gradients add up from parameter to parameter."""
    zero(parameters)
    loss = compute_loss()
    for parameter in parameters:
        loss.backward()
        parameter.data -= rate * parameter.grad
    return loss.data


def one_after_another(place):
    """Each parameter sees those before it moved already; of the losses one is returned."""

    def training_step(parameters, compute_loss, rate):
        losses = []
        for parameter in parameters:
            zero(parameters)
            losses.append(compute_loss())
            losses[-1].backward()
            parameter.data -= rate * parameter.grad
        return losses[place].data

    return training_step


def zero_and_backward_for_each(parameters, compute_loss, rate):
    """Later parameters get gradients for which earlier ones have moved already."""
    loss = compute_loss()
    for parameter in parameters:
        parameter.grad = 0.0
        loss.backward()
        parameter.data -= rate * parameter.grad
    return loss.data


SLIPS = {
    "first": [
        (
            nothing,
            "Gradients add up, and these are never set to zero: each step also goes along those "
            "of the steps before. Set them to zero before `backward()`.",
        ),
        (
            lambda parameters: zero(parameters[:1]),
            "Only the first gradient is set to zero. They all start from 0.0.",
        ),
        (
            lambda parameters: zero(parameters[-1:]),
            "Only the last gradient is set to zero. They all start from 0.0.",
        ),
        (
            ones,
            "The gradients start from 1.0, or `backward()` of each parameter is called as well, "
            "which adds 1.0 to its `grad`. They start from 0.0, and only the loss is run backward.",
        ),
    ],
    "size": [
        (
            lambda x, slope, rate: slope,
            "The learning rate is missing. Subtract learning_rate * parameter.grad.",
        ),
        (
            lambda x, slope, rate: rate,
            "The gradient is missing. Subtract learning_rate * parameter.grad. (That of the loss "
            "itself is 1.)",
        ),
        (
            lambda x, slope, rate: 0.1 * slope,
            "The learning rate is 0.1 each time. Take `learning_rate`, which is passed in.",
        ),
        (
            lambda x, slope, rate: rate * slope * x,
            "The step is multiplied by `data` as well. Subtract learning_rate * parameter.grad.",
        ),
        (
            lambda x, slope, rate: 2 * rate * slope,
            "Each step is twice as long as it should be. Is `backward()` called twice, or does the "
            "loop run twice? Gradients add up.",
        ),
        (
            lambda x, slope, rate: rate * x,
            "You subtract a part of `data` itself. Take `grad`: learning_rate * parameter.grad.",
        ),
        (
            lambda x, slope, rate: slope / rate,
            "You divide by the learning rate. Multiply by it: a small rate is a small step.",
        ),
        (
            lambda x, slope, rate: rate * ((slope > 0) - (slope < 0)),
            "Only the sign of the gradient is used. A steep slope makes a large step: multiply "
            "by it.",
        ),
        (
            lambda x, slope, rate: rate * abs(slope),
            "The sign of the gradient is lost: without `abs` a parameter can move both ways.",
        ),
        (
            lambda x, slope, rate: rate * slope**2,
            "The gradient is squared. It stands there once: learning_rate * parameter.grad.",
        ),
    ],
    "moving": [
        (
            lambda x, step: x + step,
            "The loss grows: the gradient points uphill. Subtract it.",
        ),
        (
            lambda x, step: -step,
            "The old `data` is lost: write -= where you have = -.",
        ),
        (
            lambda x, step: step,
            "The old `data` is lost: write -= where you have =.",
        ),
        (
            lambda x, step: step - x,
            "The difference is turned round: the step is subtracted from `data`, not `data` from "
            "the step.",
        ),
    ],
    "moved": [
        (
            lambda parameters: parameters[:1],
            "Only the first parameter moves. Is `return` inside the loop? It stands below it.",
        ),
        (lambda parameters: parameters[-1:], "Only the last parameter moves. Go through all."),
        (lambda parameters: parameters[1:], "The first parameter stays. Go through all of them."),
        (lambda parameters: parameters[:-1], "The last parameter stays. Go through all of them."),
    ],
    "returned": [
        (
            lambda loss, compute_loss, parameters: compute_loss().data,
            "You return the loss after the step. Asked for is the one before: keep the first.",
        ),
        (
            lambda loss, compute_loss, parameters: 1.0,
            "You return the `grad` of the loss, which is 1. Asked for is its `data`.",
        ),
        (
            lambda loss, compute_loss, parameters: parameters[-1].grad,
            "You return the `grad` of the last parameter. Asked for is the `data` of the loss.",
        ),
        (
            lambda loss, compute_loss, parameters: parameters[-1].data,
            "You return the `data` of the last parameter. Asked for is that of the loss.",
        ),
        (
            lambda loss, compute_loss, parameters: loss.data / len(parameters),
            "You divide the loss by the number of parameters. Return it as it is.",
        ),
    ],
}

# Steps of other sizes, which hardly come with another slip.
OTHER_SIZES = [
    (
        lambda x, slope, rate: 0.01 * slope,
        "The learning rate is 0.01 each time. Take `learning_rate`, which is passed in.",
    ),
    (
        lambda x, slope, rate: rate * slope / 2,
        "Each step is half as long as it should be: learning_rate * parameter.grad, without "
        "a half.",
    ),
    (
        lambda x, slope, rate: x - (x - slope) * rate,
        "The learning rate multiplies the gradient alone, not the `data`: leave out the brackets.",
    ),
    (
        lambda x, slope, rate: x - (x * rate - slope),
        "The learning rate multiplies `data`. It belongs to the gradient: learning_rate * "
        "parameter.grad.",
    ),
    (
        lambda x, slope, rate: rate / slope,
        "You divide by the gradient. Multiply by it: a steep slope makes a large step.",
    ),
    (
        lambda x, slope, rate: rate - slope,
        "The gradient is subtracted from the learning rate. They multiply: learning_rate * "
        "parameter.grad.",
    ),
    (
        lambda x, slope, rate: rate + slope,
        "The gradient is added to the learning rate. They multiply: learning_rate * "
        "parameter.grad.",
    ),
    (
        lambda x, slope, rate: rate**2 * slope,
        "The learning rate is there twice: learning_rate * parameter.grad.",
    ),
]

TRAINING_STEP = Exercise(
    solution=step_with(),
    run=train,
    cases=[
        (
            Descent(
                lambda a, b: (a * b - 2) ** 2 + a * a,
                {"a": 1.5, "b": -0.8}, {"a": 0.7, "b": -1.3}, 0.02,
            ),
        ),
        (
            Descent(
                lambda u, v, w: (u * 0.8 + v * w - 1.9) ** 2 + v * v,
                {"u": 0.5, "v": 1.2, "w": -0.4}, {}, 0.1,
            ),
        ),
    ],
    mistakes=[
        Mistake(
            step_with(first=nothing, last=zero),
            "Only the first step is wrong: the parameters may come with old gradients. Set them "
            "to zero before `backward()`, not only at the end.",
        ),
        Mistake(
            moving_by(lambda slopes, loss: [loss] * len(slopes)),
            "The loss stands where the gradient belongs. Subtract learning_rate * parameter.grad.",
        ),
        Mistake(
            moving_by(lambda slopes, loss: [slope / len(slopes) for slope in slopes]),
            "You divide by the number of parameters. Each moves by learning_rate * parameter.grad.",
        ),
        Mistake(
            moving_by(lambda slopes, loss: [slopes[0]] * len(slopes)),
            "All move by the gradient of the first parameter. Each has its own: parameter.grad.",
        ),
        Mistake(
            moving_by(lambda slopes, loss: [slopes[-1]] * len(slopes)),
            "All move by the gradient of the last parameter. Each has its own: parameter.grad.",
        ),
        Mistake(
            moving_by(lambda slopes, loss: [sum(slopes)] * len(slopes)),
            "All move by the sum of the gradients. Each has its own: parameter.grad.",
        ),
        Mistake(
            moving_by(lambda slopes, loss: [slope * loss for slope in slopes]),
            "The step is multiplied by the loss as well. Subtract learning_rate * parameter.grad.",
        ),
        Mistake(
            moving_by(lambda slopes, loss: [slope / hypot(*slopes) for slope in slopes]),
            "The gradients are divided by their length. A steep loss makes a large step: subtract "
            "learning_rate * parameter.grad.",
        ),
        Mistake(
            step_with(moving=lambda x, step: round(x - step, 3)),
            "That agrees to a few digits only. Round neither the loss nor the `data`.",
            within=5e-3,
        ),
        Mistake(
            zero_and_backward_for_each,
            "Zero and `backward()` stand in the loop that moves the parameters: when one has "
            "moved, the gradients of the others change. Do both before it.",
        ),
        Mistake(
            backward_for_each,
            "`backward()` is called once for each parameter, and the gradients add up. One call "
            "finds them all: put it before the loop.",
        ),
        *(
            Mistake(
                one_after_another(place),
                "The loss is computed anew for each parameter, when others have moved already. "
                "Compute it once, before the loop.",
            )
            for place in (0, -1)
        ),
    ],
    slips=(
        *one_or_two(step_with, SLIPS),
        *((step_with(size=size), cause) for size, cause in OTHER_SIZES),
    ),
    praise="Zero, loss, backward, move: so every network is trained.",
    hints={
        "expected a number": "Asked for is the loss before the step: loss.data.",
        "'int' object has no attribute": "Go through the list itself: for parameter in parameters.",
        "backward() takes 1 positional": "Call `backward()` with nothing in the brackets.",
        "'function' object has no attribute": "Call it: compute_loss().",
        "compute_loss() takes 0": "compute_loss() knows its parameters: call it without.",
        "'float' object has no attribute 'backward'": "`backward` belongs to the loss as a Value. "
        "Take its `data` only at the end.",
        "'Parameters' object has no attribute": "Go through the list: for parameter in parameters.",
        "'Value' object has no attribute": "A parameter has `data` and `grad`, and the loss has "
        "them, too.",
        "NoneType": "Set `grad` to 0.0, so that something can be added to it.",
    },
)  # fmt: skip


def training_step(answer):
    """Check my_training_step(parameters, compute_loss, learning_rate).

    >>> training_step(lambda parameters, compute_loss, learning_rate: compute_loss())
    ✗ Not yet right. You return the loss as a Value. The plain number is its `data`.
    """
    return TRAINING_STEP.check(answer)
