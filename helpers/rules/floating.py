"""Functions on floats and arrays that answer inf where Python would raise OverflowError.

exp(1000) is inf, as the floating-point standard has it, and sigmoid is written so that no
exponential in it can overflow.
"""

import math

import numpy as np


def as_float(x):
    """A real number as a float. Raises OverflowError for a whole number that is too large."""
    try:
        return float(x)
    except OverflowError:
        digits = round(x.bit_length() * math.log10(2))
        raise OverflowError(
            f"a whole number of about {digits} digits is too large: floats end at 1.8e308"
        ) from None


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
    if np.iscomplexobj(x):  # by the sign of the real part, so that the exponential stays small
        e = np.exp(np.where(np.real(x) < 0, x, -x))
        return np.where(np.real(x) < 0, e, 1.0) / (1.0 + e)
    e = np.exp(-np.abs(x))
    return np.where(x < 0, e, 1.0) / (1.0 + e)
