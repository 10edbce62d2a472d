"""NumPy, where there is any. No check needs it, and every check takes what is made with it."""

import random

from helpers.rules.arrays import is_array, numpy


class ArrayType(type):
    """What makes `isinstance` look NumPy up when it is asked, not when the checks are imported."""

    def __instancecheck__(cls, x):
        return is_array(x)


class Array(metaclass=ArrayType):
    """NumPy's array, to ask `isinstance` for. Without NumPy nothing is one."""


def plain(x):
    """An array as a list of Python's numbers, or of such lists; all else as it is."""
    return x.tolist() if isinstance(x, Array) else x


def rows(*columns):
    """Numbers, or arrays of one length, as a list of tuples of floats: one for each place."""
    if not any(isinstance(column, Array) for column in columns):
        return [tuple(map(float, columns))]
    arrays = numpy().broadcast_arrays(*(numpy().asarray(x, dtype=float) for x in columns))
    return list(zip(*(array.ravel().tolist() for array in arrays), strict=True))


def generator(seed):
    """What draws random numbers: NumPy's generator, or Python's own where there is no NumPy."""
    return numpy().random.default_rng(seed) if numpy() else random.Random(seed)
