"""The inputs of a Wengert list that are arrays, and their derivatives."""

import math

from helpers.rules.arrays import is_array, numpy, shape


def array_of_floats(x):
    """An array, a list or a tuple of real numbers as an array of floats; None if x is none.

    An array of floats is not copied.
    """
    if isinstance(x, list | tuple):
        try:
            import numpy as np  # who gives a list for an input asks for arrays

            x = np.asarray(x)
        except (ImportError, ValueError):  # no NumPy; or rows of different lengths
            return None
    return x.astype(float, copy=False) if is_array(x) and x.dtype.kind in "fiu" else None


def summed(adjoints, inputs, output):
    """The derivatives by the inputs of the sum of the outputs, from the inputs' adjoints."""
    swept = shape(output)
    np = numpy()
    rows = [x for x in adjoints if len(swept) == 1 and not shape(inputs[x])]
    rows = [x for x in rows if shape(adjoints[x]) == swept]
    # Many numbers, each used in many outputs: all adjoints in one block are summed at once.
    sums = np.array([adjoints[x] for x in rows]).sum(axis=1).tolist() if rows else ()
    found = dict(zip(rows, sums, strict=True))
    return {
        x: found[x] if x in found else summed_to(shape(inputs[x]), adjoint, swept)
        for x, adjoint in adjoints.items()
    }


def has_nan(gradient):
    """Is any number of a gradient NaN?"""
    return any(
        x != x if isinstance(x, float) else numpy().isnan(x).any() for x in gradient.values()
    )


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
