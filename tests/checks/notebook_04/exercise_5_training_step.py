"""Exercise 5 of notebook 04: a training step."""

import numpy as np

from helpers import checks
from helpers.checks.notebook_04.exercise_5_training_step import TRAINING_STEP
from helpers.value import Value
from tests.checks.entry import Entry
from tests.checks.notebook_04.steps_of_students import SLIPS


def step_with_zero_grad(parameters, compute_loss, learning_rate):
    loss = compute_loss()
    loss.zero_grad()
    loss.backward()
    for i in range(len(parameters)):
        parameters[i].data = parameters[i].data - parameters[i].grad * learning_rate
    return loss.data


def step_that_cleans_twice(parameters, compute_loss, learning_rate):
    loss = compute_loss()
    before = loss.data
    for parameter in parameters:
        parameter.grad = 0
    loss.backward()
    for parameter in parameters:
        parameter.data += -learning_rate * parameter.grad
        parameter.grad = 0
    return before


def step_with_loss_computed_twice(parameters, compute_loss, learning_rate):
    before = compute_loss().data
    [setattr(parameter, "grad", 0.0) for parameter in parameters]
    compute_loss().backward()
    slopes = [parameter.grad for parameter in parameters]
    for parameter, slope in zip(parameters, slopes, strict=True):
        parameter.data -= slope * learning_rate
    return np.float64(before)


def stepping(
    zero="before", backward=True, move=lambda p, rate: p.data - rate * p.grad, result="before"
):
    """A training step as in the notebook, with one of its parts changed."""

    def my_training_step(parameters, compute_loss, learning_rate):
        loss = compute_loss()
        if zero == "before":
            for parameter in parameters:
                parameter.grad = 0.0
        before = loss.data
        if backward:
            loss.backward()
        if zero == "between":
            for parameter in parameters:
                parameter.grad = 0.0
        for parameter in parameters:
            parameter.data = move(parameter, learning_rate)
        if zero == "after":
            for parameter in parameters:
                parameter.grad = 0.0
        results = {"before": lambda: before, "value": lambda: loss}
        return results.get(result, lambda: compute_loss().data)()

    return my_training_step


def step_that_returns_in_the_loop(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    for parameter in parameters:
        parameter.data -= learning_rate * parameter.grad
        return loss.data


def step_start(parameters, compute_loss):
    for parameter in parameters:
        parameter.grad = 0.0
    loss = compute_loss()
    loss.backward()
    return loss


def step_with_new_values(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    for i, parameter in enumerate(parameters):
        parameters[i] = Value(parameter.data - learning_rate * parameter.grad)
    return loss.data


def step_with_a_new_variable(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    for parameter in parameters:
        parameter = parameter - learning_rate * parameter.grad
    return loss.data


def step_with_a_value_for_data(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    for parameter in parameters:
        parameter.data = parameter - learning_rate * parameter.grad
    return loss.data


def step_with_arrays(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    slopes = np.array([parameter.grad for parameter in parameters])
    for parameter in parameters:
        parameter.data = parameter.data - learning_rate * slopes
    return loss.data


def step_with_backward_in_the_loop(parameters, compute_loss, learning_rate):
    for parameter in parameters:
        parameter.grad = 0.0
    loss = compute_loss()
    for parameter in parameters:
        loss.backward()
        parameter.data -= learning_rate * parameter.grad
    return loss.data


def step_all_in_the_loop(parameters, compute_loss, learning_rate):
    for parameter in parameters:
        for other in parameters:
            other.grad = 0.0
        loss = compute_loss()
        loss.backward()
        parameter.data -= learning_rate * parameter.grad
    return loss.data


def step_without_call(parameters, compute_loss, learning_rate):
    loss = compute_loss
    loss.backward()
    return loss.data


def step_with_parameters_passed(parameters, compute_loss, learning_rate):
    return compute_loss(parameters).data


def step_of_plain_number(parameters, compute_loss, learning_rate):
    loss = compute_loss().data
    loss.backward()
    return loss


def step_of_the_whole_list(parameters, compute_loss, learning_rate):
    parameters.grad = 0.0


def step_with_none(parameters, compute_loss, learning_rate):
    for parameter in parameters:
        parameter.grad = None
    compute_loss().backward()


def step_returning_parameters(parameters, compute_loss, learning_rate):
    step_start(parameters, compute_loss)
    return parameters


def random_step(rng):
    factor = rng.uniform(1.1, 3)
    return stepping(move=lambda p, rate: p.data - factor * rate * p.grad)


ENTRY = Entry(
    notebook="04-value-and-backpropagation.ipynb",
    name="my_training_step",
    check=checks.training_step,
    exercise=TRAINING_STEP,
    right=[
        step_with_zero_grad,
        step_that_cleans_twice,
        step_with_loss_computed_twice,
        stepping(),
    ],
    wrong=[
        (stepping(zero="never"), "never set to zero"),
        (stepping(zero="after"), "Only the first step is wrong"),
        (stepping(zero="between"), "after `backward()`, before they are used"),
        (stepping(backward=False), "What sets them to zero stands before it"),
        (stepping(backward=False, zero="never"), "not called on the loss"),
        (stepping(move=lambda p, rate: p.data + rate * p.grad), "points uphill"),
        (stepping(move=lambda p, rate: p.data - p.grad), "The learning rate is missing"),
        (stepping(move=lambda p, rate: p.data - rate), "The gradient is missing"),
        (stepping(move=lambda p, rate: p.data - rate * p.data), "a part of `data` itself"),
        (stepping(move=lambda p, rate: -rate * p.grad), "where you have = -"),
        (stepping(move=lambda p, rate: rate * p.grad), "where you have =."),
        (stepping(move=lambda p, rate: p.data - p.grad / rate), "divide by the learning rate"),
        (stepping(result="value"), "You return the loss as a Value"),
        (stepping(result="after"), "the loss after the step"),
        (step_that_returns_in_the_loop, "Only the first parameter moves"),
        (step_with_new_values, "holds other Values now"),
        (step_with_a_new_variable, "though they have gradients"),
        (step_with_a_value_for_data, "no number any more"),
        (step_with_arrays, "no number any more"),
        (step_with_backward_in_the_loop, "called once for each parameter"),
        (step_all_in_the_loop, "anew for each parameter"),
        (step_without_call, "Call it: compute_loss()"),
        (step_with_parameters_passed, "call it without"),
        (step_of_plain_number, "Take its `data` only at the end"),
        (step_of_the_whole_list, "Go through the list: for"),
        (step_with_none, "Set `grad` to 0.0"),
        (step_returning_parameters, "Asked for is the loss before the step"),
        *SLIPS,
        (
            stepping(move=lambda p, rate: p.data - (rate - p.grad)),
            "subtracted from the learning rate",
        ),
        (
            stepping(move=lambda p, rate: p.data - rate * ((p.grad > 0) - (p.grad < 0))),
            "Only the sign of the gradient",
        ),
        (stepping(move=lambda p, rate: p.data - rate * p.grad / 2), "half as long"),
    ],
    random_wrong=random_step,
)
