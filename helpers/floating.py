"""Functions on floats and arrays that answer inf where Python would raise OverflowError.

exp(1000) is inf, as the floating-point standard has it, and sigmoid is written so that no
exponential in it can overflow.
"""

import math

import numpy as np


def exp(x):
    """e to the power x, for a float; inf above about 709.78."""
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def power(x, y):
    """x to the power y, for floats; inf or -inf where the result is too large to hold."""
    try:
        return x**y
    except OverflowError:
        return -math.inf if x < 0 and y % 2 == 1 else math.inf


def sigmoid(x):
    """1 / (1 + exp(-x)), for a float. The exponential used is never above 1."""
    e = math.exp(-abs(x))
    return (e if x < 0 else 1.0) / (1.0 + e)


def sigmoid_of_array(x):
    """1 / (1 + exp(-x)), for an array of real or complex numbers."""
    if np.iscomplexobj(x):
        return 1 / (1 + np.exp(-x))
    e = np.exp(-np.abs(x))
    return np.where(x < 0, e, 1.0) / (1.0 + e)
