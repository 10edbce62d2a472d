"""Exercise 1 of notebook 01: the loss of the toy network."""

import numpy as np

from helpers import checks
from helpers.checks.notebook_01.exercise_1_toy_loss import TOY_LOSS
from helpers.toy_network import Weights, loss
from tests.checks.entry import Entry, typed


def loss_with_branches(x, w11, w12, w21, w22, target):
    output = 0
    if w11 * x > 0:
        output += w21 * w11 * x
    if w12 * x > 0:
        output += w22 * w12 * x
    error = output - target
    return error * error


def loss_with_numpy(x, w11, w12, w21, w22, target):
    hidden = np.maximum(np.array([w11, w12]) * x, 0)
    return (target - np.array([w21, w22]) @ hidden) ** 2


def loss_of_the_course(*arguments):
    x, *weights, target = arguments
    return loss(x, Weights(*weights), target)


def loss_without_relu(x, w11, w12, w21, w22, target):
    hidden1 = w11 * x
    hidden2 = w12 * x
    return (w21 * hidden1 + w22 * hidden2 - target) ** 2


def loss_without_input(x, w11, w12, w21, w22, target):
    hidden1 = max(0, w11)
    hidden2 = max(0, w12)
    return (w21 * hidden1 + w22 * hidden2 - target) ** 2


def loss_not_squared(x, w11, w12, w21, w22, target):
    hidden1 = max(0, w11 * x)
    hidden2 = max(0, w12 * x)
    return w21 * hidden1 + w22 * hidden2 - target


def loss_as_distance(x, w11, w12, w21, w22, target):
    return abs(target - w21 * max(0, w11 * x) - w22 * max(0, w12 * x))


def loss_is_output(x, w11, w12, w21, w22, target):
    return w21 * max(0, w11 * x) + w22 * max(0, w12 * x)


def loss_without_target(x, w11, w12, w21, w22, target):
    return (w21 * max(0, w11 * x) + w22 * max(0, w12 * x)) ** 2


def loss_with_crossed_weights(x, w11, w12, w21, w22, target):
    hidden1 = max(0, w11 * x)
    hidden2 = max(0, w21 * x)
    return (w12 * hidden1 + w22 * hidden2 - target) ** 2


def loss_with_relu_output(x, w11, w12, w21, w22, target):
    output = w21 * max(0, w11 * x) + w22 * max(0, w12 * x)
    return (max(0, output) - target) ** 2


ENTRY = Entry(
    notebook="01-random-search.ipynb",
    name="my_loss",
    check=checks.toy_loss,
    exercise=TOY_LOSS,
    right=[loss_with_branches, loss_with_numpy, loss_of_the_course],
    wrong=[
        (loss_without_relu, "There is no ReLU"),
        (loss_without_input, "should see the input"),
        (loss_not_squared, "difference of output and target. The loss is its square"),
        (loss_as_distance, "size of the difference"),
        (loss_is_output, "output of the network. Compare it with the target"),
        (loss_without_target, "target is missing"),
        (loss_with_crossed_weights, "w12 and w21 have changed places"),
        (loss_with_relu_output, "output unit has a ReLU"),
        *typed(__file__, "x, w11, w12, w21, w22, target"),
    ],
)
