"""Functions on floats that answer inf where Python would raise OverflowError.

exp(1000) is inf, as the floating-point standard has it, and sigmoid is written so that no
exponential in it can overflow.
"""

import math
import sys
from numbers import Real


def is_real(x):
    """Is x a real number? NumPy's True and False are, as Python's own are."""
    if isinstance(x, Real):
        return True
    np = sys.modules.get("numpy")
    return np is not None and isinstance(x, np.bool_)


def as_float(x):
    """A real number as a float. Raises OverflowError for a whole number that is too large."""
    try:
        return float(x)
    except OverflowError:
        digits = round(x.bit_length() * math.log10(2))
        raise OverflowError(
            f"a whole number of about {digits} digits is too large: floats end at 1.8e308"
        ) from None


def pythons_own(x):
    """A number of NumPy's as a float, not to be compared in 16 or 32 bits; all else as it is."""
    return as_float(x) if hasattr(x, "dtype") and is_real(x) else x


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


def xlogy(x, y):
    """x · log(y), for floats; 0 where x is 0, whatever y is."""
    return 0.0 if x == 0 else x * math.log(y)


def greater(x, y):
    """1 where maximum(x, y) is x, and else 0: where x > y, or x is NaN and y is not."""
    return 0.0 if x <= y or y != y else 1.0


def maximum(x, y):
    """The larger of two floats; NaN, which counts as larger than every number, if one is NaN."""
    return y if x <= y or y != y else x
