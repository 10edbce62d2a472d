"""The inputs of a Wengert list: how they may be called, what they may be, and their derivatives."""

import math
import re
from numbers import Real

import numpy as np

from helpers.rules.floating import as_float


def is_input_name(name):
    """Can an input be called so? Any text will do that is not empty and not the name of a step."""
    return bool(name) and not re.fullmatch(r"t\d+", name)


def real_or_array(name, x):
    """x as a float, or as an array of floats; TypeError if it is neither."""
    if type(x) is float or isinstance(x, Real):
        return as_float(x)
    if isinstance(x, np.ndarray | list | tuple):
        try:
            array = np.asarray(x)
        except ValueError:  # rows of different lengths
            array = np.array(None)
        if array.dtype.kind in "fiu":
            return array.astype(float)
    raise TypeError(
        f"input {name!r} takes a real number or an array of real numbers, "
        f"got {x!r:.60} ({type(x).__name__})"
    )


def summed_to(shape, adjoint, swept):
    """An input's derivative, of the input's shape: its adjoint, summed over what it was used for.

    `swept` is the shape of the output. An input that was stretched to it by broadcasting acts on
    several elements, and paths add up.
    """
    if shape == () and np.ndim(adjoint) == 0:
        return float(adjoint) * math.prod(swept)
    full = np.broadcast_shapes(shape, np.shape(adjoint), swept)
    adjoint = np.broadcast_to(adjoint, full)
    adjoint = adjoint.sum(axis=tuple(range(len(full) - len(shape))))
    stretched = tuple(i for i, n in enumerate(shape) if n == 1)
    return adjoint.sum(axis=stretched, keepdims=True) if shape else float(adjoint)
