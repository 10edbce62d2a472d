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
    """The four weights: w11 and w12 lead into the hidden units, w21 and w22 out of them.

    >>> Weights(w11=0.5, w12=-0.5, w21=2.0, w22=1.0).w21
    2.0
    """

    w11: Any
    w12: Any
    w21: Any
    w22: Any


class Activations(NamedTuple):
    """What each unit puts out.

    >>> forward(1.0, Weights(0.5, -0.5, 2.0, 1.0))
    Activations(hidden1=0.5, hidden2=0.0, output=1.0)
    """

    hidden1: Any
    hidden2: Any
    output: Any


def forward(x, weights):
    """The activations of the network for input x (a number, or an array of inputs).

    >>> forward(1.0, Weights(0.5, -0.5, 2.0, 1.0)).output
    1.0
    """
    w11, w12, w21, w22 = weights
    hidden1 = relu(w11 * x)
    hidden2 = relu(w12 * x)
    return Activations(hidden1, hidden2, w21 * hidden1 + w22 * hidden2)


def squared_error(output, target):
    """How wrong the output is: (output − target)².

    >>> squared_error(1.0, target=3.0)
    4.0
    """
    return (output - target) ** 2


def loss(x, weights, target):
    """The squared error of the network's output for input x, (output − target)².

    >>> loss(1.0, Weights(0.5, -0.5, 2.0, 1.0), target=3.0)
    4.0
    """
    return squared_error(forward(x, weights).output, target)
