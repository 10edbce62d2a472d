"""The inputs of a Wengert list that are arrays, and their derivatives."""

import math

from helpers.rules.arrays import is_array, numpy, shape


def array_of_floats(x):
    """An array, a list or a tuple of real numbers as an array of floats; None if x is none."""
    if isinstance(x, list | tuple):
        try:
            import numpy as np  # who gives a list for an input asks for arrays

            x = np.asarray(x)
        except (ImportError, ValueError):  # no NumPy; or rows of different lengths
            return None
    return x.astype(float) if is_array(x) and x.dtype.kind in "fiu" else None


def summed_to(wanted, adjoint, swept):
    """An input's derivative, of the input's shape: its adjoint, summed over what it was used for.

    `wanted` is the input's shape, `swept` that of the output. An input that was stretched to it by
    broadcasting acts on several elements, and paths add up.
    """
    if wanted == () and shape(adjoint) == ():
        return float(adjoint) * math.prod(swept)
    np = numpy()
    full = np.broadcast_shapes(wanted, shape(adjoint), swept)
    adjoint = np.broadcast_to(adjoint, full)
    adjoint = adjoint.sum(axis=tuple(range(len(full) - len(wanted))))
    stretched = tuple(i for i, n in enumerate(wanted) if n == 1)
    return adjoint.sum(axis=stretched, keepdims=True) if wanted else float(adjoint)
