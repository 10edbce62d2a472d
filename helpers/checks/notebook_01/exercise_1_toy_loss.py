"""Exercise 1 of notebook 01: the loss of the toy network.

In the slips a to d are the weights w11, w12, w21 and w22, h1 and h2 what the hidden units put out,
y is the output and t the target.
"""

from math import exp, tanh

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two
from helpers.rules import relu
from helpers.toy_network import Weights, loss


def with_parts(
    weights=lambda a, b, c, d: (a, b, c, d),
    hidden=lambda x, a, b: (relu(a * x), relu(b * x)),
    output=lambda h1, h2, c, d, x: c * h1 + d * h2,
    compared=lambda y, t, x: (y - t) ** 2,
):
    """The loss of the network with some of its parts changed."""

    def my_loss(x, w11, w12, w21, w22, target):
        a, b, c, d = weights(w11, w12, w21, w22)
        return compared(output(*hidden(x, a, b), c, d, x), target, x)

    return my_loss


def each(unit):
    """Both hidden units, each as unit(x, its weight)."""
    return lambda x, a, b: (unit(x, a), unit(x, b))


WEIGHTS = [
    (
        lambda a, b, c, d: (a, c, b, d),
        "w12 and w21 have changed places: w11 and w12 lead into the hidden units, w21 and w22 "
        "out of them.",
    ),
    (
        lambda a, b, c, d: (c, d, a, b),
        "The layers have changed places: w11 and w12 come before the ReLU, w21 and w22 after it.",
    ),
    (
        lambda a, b, c, d: (a, b, d, c),
        "The paths are crossed: w21 belongs to the unit of w11, and w22 to the one of w12.",
    ),
    (
        lambda a, b, c, d: (a, a, c, d),
        "Both hidden units take w11, or hidden1 stands in both paths. The second path has w12 and "
        "hidden2.",
    ),
    (
        lambda a, b, c, d: (b, b, c, d),
        "Both hidden units take w12, or hidden2 stands in both paths. The first path has w11 and "
        "hidden1.",
    ),
    (lambda a, b, c, d: (a, b, c, c), "Both paths take w21. The second one ends with w22."),
    (lambda a, b, c, d: (a, b, d, d), "Both paths take w22. The first one ends with w21."),
    (lambda a, b, c, d: (a, b, a, b), "w11 and w12 are there twice: w21 and w22 end the paths."),
]
COMPARED = [
    (lambda y, t, x: y - t, "That is the difference of output and target. The loss is its square."),
    (
        lambda y, t, x: t - y,
        "That is the difference of target and output. The loss is its square.",
    ),
    (lambda y, t, x: abs(y - t), "That is the size of the difference. The loss is its square."),
    (
        lambda y, t, x: y,
        "That is the output of the network. Compare it with the target, and square.",
    ),
    (
        lambda y, t, x: y**2,
        "The target is missing. The loss is the square of the output minus the target.",
    ),
    (
        lambda y, t, x: (y - t) ** 2 / 2,
        "There is a half too much: the loss of this course is the square itself.",
    ),
    (
        lambda y, t, x: 2 * (y - t),
        "That is twice the difference, the derivative of a square. The square has two stars: ** 2.",
    ),
    (
        lambda y, t, x: y**2 - t,
        "The output alone is squared. Subtract the target first, in brackets, and square the "
        "difference.",
    ),
    (
        lambda y, t, x: y**2 - t**2,
        "You subtract squares. Subtract first, and square the difference.",
    ),
    (
        lambda y, t, x: y - t**2,
        "Only the target is squared: ** binds tighter than -. Put the difference in brackets.",
    ),
    (
        lambda y, t, x: t - y**2,
        "Only the output is squared: ** binds tighter than -. Put the difference in brackets.",
    ),
    (
        lambda y, t, x: (y + t) ** 2,
        "You add the target. The loss is small where output and target are equal: subtract it.",
    ),
    (
        lambda y, t, x: (y - x) ** 2,
        "You subtract the input x. The output is compared with the target.",
    ),
    (
        lambda y, t, x: relu(y - t) ** 2,
        "A ReLU stands around the difference. The square takes it as it is, negative or not.",
    ),
    (
        lambda y, t, x: (y + x - t) ** 2,
        "The input is added to the output. It goes into the hidden units alone.",
    ),
    (lambda y, t, x: (y - t) ** 3, "The difference is cubed. The loss is its square: ** 2."),
    (lambda y, t, x: -((y - t) ** 2), "The square has a minus in front. A loss is never negative."),
    (
        lambda y, t, x: (y - t) ** 2 * x,
        "The loss has a factor x too much. It is the square of the difference.",
    ),
]
PARTS = {
    "hidden": [
        (
            each(lambda x, w: w * x),
            "There is no ReLU. A hidden unit puts out relu(w * x): 0 where w * x is negative.",
        ),
        (
            lambda x, a, b: (relu(a * x), b * x),
            "The second hidden unit has no ReLU: max(w12 * x, 0).",
        ),
        (
            lambda x, a, b: (a * x, relu(b * x)),
            "The first hidden unit has no ReLU: max(w11 * x, 0).",
        ),
        (
            each(lambda x, w: relu(w)),
            "The hidden units take relu(w). They should see the input too: relu(w * x).",
        ),
        (
            each(lambda x, w: relu(w) * x),
            "The ReLU stands around the weight alone. It takes the product: relu(w * x), which is "
            "not the same where x is negative.",
        ),
        (
            each(lambda x, w: w * relu(x)),
            "The ReLU stands around the input. It belongs around the product: relu(w * x).",
        ),
        (
            each(lambda x, w: min(w * x, 0)),
            "`min` keeps the negative numbers. The ReLU keeps the positive ones: max(z, 0).",
        ),
        (
            each(lambda x, w: abs(w * x)),
            "`abs` turns negative numbers into positive ones. The ReLU makes them 0: max(z, 0).",
        ),
        (
            each(lambda x, w: relu(-w * x)),
            "There is a minus in the ReLU. It takes the product as it is: max(w * x, 0).",
        ),
        (
            each(lambda x, w: max(w, x, 0)),
            "A comma stands where * should: the largest of w, x and 0 is taken. Write max(w * x, "
            "0).",
        ),
        (
            each(lambda x, w: relu(w + x)),
            "The hidden units add weight and input. They multiply: relu(w * x).",
        ),
    ],
    "output": [
        (
            lambda h1, h2, c, d, x: relu(c * h1 + d * h2),
            "The output unit has a ReLU. It is linear: w21 * hidden1 + w22 * hidden2.",
        ),
        (
            lambda h1, h2, c, d, x: relu(c * h1) + relu(d * h2),
            "A ReLU stands around each path. It belongs to the hidden unit alone: w21 * relu(w11 * "
            "x).",
        ),
        (
            lambda h1, h2, c, d, x: c * h1 * d * h2,
            "The two paths are multiplied. The output adds them up.",
        ),
        (
            lambda h1, h2, c, d, x: h1 + h2,
            "The second layer is missing: the output is w21 * hidden1 + w22 * hidden2.",
        ),
        (
            lambda h1, h2, c, d, x: c + h1 + d + h2,
            "The second layer adds its weights. They multiply: w21 * hidden1 + w22 * hidden2.",
        ),
        (
            lambda h1, h2, c, d, x: (c + h1) * (d + h2),
            "Sums and products have changed places: w21 * hidden1 + w22 * hidden2.",
        ),
        (
            lambda h1, h2, c, d, x: c * h1,
            "The path through the second hidden unit is missing.",
        ),
        (
            lambda h1, h2, c, d, x: d * h2,
            "The path through the first hidden unit is missing.",
        ),
        (
            lambda h1, h2, c, d, x: c * h1 - d * h2,
            "The two paths have different signs. Is there a minus between them, or does the one "
            "of target - … reach only to the first? Then put the output in brackets.",
        ),
        (
            lambda h1, h2, c, d, x: c * x + d * x,
            "The second layer takes the input x. It takes what the hidden units put out: w21 * "
            "hidden1 + w22 * hidden2.",
        ),
        (
            lambda h1, h2, c, d, x: (c * h1 + d * h2) * x,
            "The input is a factor once more, after the hidden units. It goes into them alone.",
        ),
        (
            lambda h1, h2, c, d, x: (c * h1 + d * h2) / 2,
            "That is the mean of the two paths. The output is their sum.",
        ),
        (
            lambda h1, h2, c, d, x: c * h1 + d,
            "The second path lacks its hidden unit: w22 * hidden2.",
        ),
        (
            lambda h1, h2, c, d, x: c * h1 + h2,
            "The second path lacks its second weight: w22 * hidden2.",
        ),
        (
            lambda h1, h2, c, d, x: h1 + d * h2,
            "The first path lacks its second weight: w21 * hidden1.",
        ),
        (
            lambda h1, h2, c, d, x: (c + d) * (h1 + h2),
            "Weights and hidden units are added up first. Each path has its own: w21 * hidden1 + "
            "w22 * hidden2.",
        ),
        (
            lambda h1, h2, c, d, x: c * (h1 + d * h2),
            "w21 stands before both paths. Mind the brackets: w21 * hidden1 + w22 * hidden2.",
        ),
    ],
    "compared": COMPARED,
}

# They rarely come with a second slip.
ALONE = {
    "hidden": [
        (
            each(lambda x, w: max(w * x, 0.01 * w * x)),
            "That is a leaky ReLU. The one of this course gives 0 for every negative number.",
        ),
        (each(lambda x, w: max(w * x, 1)), "The ReLU compares with 0, not with 1."),
        (
            each(lambda x, w: 1 / (1 + exp(-w * x))),
            "That is a sigmoid. The hidden units of this course have a ReLU: max(w * x, 0).",
        ),
        (each(lambda x, w: tanh(w * x)), "That is tanh. The hidden units have a ReLU: max(z, 0)."),
        (
            each(lambda x, w: max(w * x, x)),
            "The ReLU compares with x. It compares with 0: max(z, 0).",
        ),
        (
            each(lambda x, w: float(w * x > 0)),
            "The hidden units give 1 where w * x is positive. A ReLU gives w * x itself there.",
        ),
        (
            each(lambda x, w: relu(w - x)),
            "The hidden units subtract the input. They multiply by it: relu(w * x).",
        ),
        (
            lambda x, a, b: (relu(a * x), relu(b * relu(a * x))),
            "The second hidden unit takes the first. Both take the input x.",
        ),
    ],
}

TOY_LOSS = Exercise(
    solution=lambda x, w11, w12, w21, w22, target: loss(x, Weights(w11, w12, w21, w22), target),
    cases=[
        (0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
        (0.8, 0.4, 0.9, 0.3, -0.7, 0.2),
        (0.6, -0.5, 0.7, 0.9, 0.4, 0.1),
        (1.0, -0.3, -0.8, 0.5, 0.6, 0.7),
        (-0.7, -0.5, 0.6, 0.4, 0.9, 0.3),
        (-0.9, -1.1, 0.8, 1.5, -1.2, 0.4),
    ],
    mistakes=[
        Mistake(
            lambda x, a, b, c, d, t: (relu(c * a * x) + relu(d * b * x) - t) ** 2,
            "The ReLU stands around a whole path. It belongs to the hidden unit alone: w21 * "
            "relu(w11 * x).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (relu(c * a * x + d * b * x) - t) ** 2,
            "The ReLU stands around the output. It belongs around each hidden unit: relu(w11 * x).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: ((c + d) * relu((a + b) * x) - t) ** 2,
            "The weights are added up first. Each path has its own: w21 * hidden1 + w22 * hidden2.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) - t) ** 2 + (d * relu(b * x) - t) ** 2,
            "Each path is compared with the target by itself. The output is their sum, and is "
            "compared once.",
        ),
    ],
    slips=(
        *one_or_two(with_parts, ALONE),
        *one_or_two(with_parts, PARTS),
        *one_or_two(with_parts, {"weights": WEIGHTS, "compared": COMPARED}),
    ),
    praise="Your loss agrees with the course's on positive and on negative numbers.",
    hints={
        "object is not iterable": "`max` takes two numbers here: max(z, 0).",
        "name 'relu'": "Without `helpers` there is no relu: write max(z, 0).",
    },
)


def toy_loss(answer):
    """Check my_loss(x, w11, w12, w21, w22, target).

    >>> toy_loss(lambda x, w11, w12, w21, w22, target: 2 * (w21 * max(w11 * x, 0) - target)).kind
    'wrong'
    """
    return TOY_LOSS.check(answer)
