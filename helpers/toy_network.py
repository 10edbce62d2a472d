"""The two-layer toy network of the course: one input, two hidden units, one output.

    hidden1 = relu(w11 · x)    hidden2 = relu(w12 · x)
    output  = w21 · hidden1 + w22 · hidden2
    loss    = (output − target)²

It is written once and runs on floats, NumPy arrays, `Value`, `Dual`, traced numbers and SymPy
symbols. (Not on complex numbers: relu has to compare, and complex numbers have no order.)
"""

from typing import Any, NamedTuple

from helpers.rules import relu


class Weights(NamedTuple):
    """The four weights: w11 and w12 lead into the hidden units, w21 and w22 out of them."""

    w11: Any
    w12: Any
    w21: Any
    w22: Any


class Activations(NamedTuple):
    """What each unit puts out."""

    hidden1: Any
    hidden2: Any
    output: Any


def forward(x, weights):
    """The activations of the network for input x (a number, or an array of inputs)."""
    w11, w12, w21, w22 = weights
    hidden1 = relu(w11 * x)
    hidden2 = relu(w12 * x)
    return Activations(hidden1, hidden2, w21 * hidden1 + w22 * hidden2)


def squared_error(output, target):
    """How wrong the output is: (output − target)²."""
    return (output - target) ** 2


def loss(x, weights, target):
    """The squared error of the network's output for input x, (output − target)²."""
    return squared_error(forward(x, weights).output, target)
