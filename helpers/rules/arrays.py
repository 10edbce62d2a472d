"""Rules on NumPy's arrays and on complex numbers: all that the rules need to know of NumPy.

NumPy is looked up, never imported: who has not imported it has no arrays. Complex numbers then go
through Python's own `cmath`, whose functions have the same names.
"""

import cmath
import sys
from contextlib import nullcontext


def numpy():
    """The module NumPy, if somebody has imported it; else None."""
    return sys.modules.get("numpy")


def shape(x):
    """The shape of an array; () for a number."""
    return getattr(x, "shape", ())


def is_array(x):
    """Is x an array of NumPy's?"""
    np = numpy()
    return np is not None and isinstance(x, np.ndarray)


def is_complex(x):
    """Is x a complex number, or an array of them?"""
    return x.dtype.kind == "c" if hasattr(x, "dtype") else isinstance(x, complex)


def is_numeric(x):
    """Is x a number or an array that the rules can compute with?"""
    np = numpy()
    if np is not None and isinstance(x, np.ndarray | np.generic):
        return x.dtype.kind in "iufc"
    return isinstance(x, int | float | complex)


def quiet():
    """A context in which NumPy says nothing of overflow: inf and nan are results like others."""
    np = numpy()
    return nullcontext() if np is None else np.errstate(all="ignore")


def without_integers(x):
    """x, with an array of integers turned into one of floats: 2 ** (-1) should be 0.5 there too."""
    return x.astype(float) if is_array(x) and x.dtype.kind in "iu" else x


def value_on(rule, operands):
    """The rule's value for arrays (of broadcastable shapes), floats and complex numbers together.

    Raises UndefinedError where the domain does not hold for even one element.
    """
    np = numpy()
    if rule.domain and not any(map(is_complex, operands)):
        holds = rule.domain.holds(*operands)
        if not np.all(holds):
            raise rule.undefined(operands, holds)
    return rule.on_arrays(np or cmath, *operands) if rule.on_arrays else rule.value(*operands)


def first_outside(holds, operands):
    """The operands where the domain does not hold, and for arrays where that is, in words.

    `holds` says which elements are inside.
    """
    np = numpy()
    if np is None or not any(map(shape, operands)):
        return operands, ""
    holds, *operands = np.broadcast_arrays(holds, *operands)
    first = tuple(map(int, np.argwhere(~holds)[0]))
    where = f" at {np.sum(~holds)} of {holds.size} elements, the first with index {first}"
    return [x[first] for x in operands], where


def slope_where_needed(partial, at, factor):
    """A local derivative; if it does not exist everywhere, only where the factor is not 0."""
    try:
        return partial(*at)
    except ValueError:
        if not shape(factor):
            raise
    np = numpy()
    factor, *at = np.broadcast_arrays(factor, *at)
    needed = factor != 0
    slope = np.zeros(factor.shape)
    slope[needed] = partial(*(x[needed] for x in at))
    return slope


# Values that need more than one call of NumPy's.


def sigmoid(np, x):
    """1 / (1 + exp(-x)), by the sign of the real part, so that the exponential stays small."""
    if not shape(x):
        e = np.exp(x if x.real < 0 else -x)
        return (e if x.real < 0 else 1.0) / (1.0 + e)
    negative = np.real(x) < 0
    e = np.exp(np.where(negative, x, -x))
    return np.where(negative, e, 1.0) / (1.0 + e)


def xlogy(np, x, y):
    """x · log(y), and 0 where x is 0."""
    is_zero = np.equal(x, 0)
    return np.where(is_zero, 0.0, x * np.log(np.where(is_zero, 1.0, y)))[()]


def greater(np, x, y):
    """1 where maximum(x, y) is x, and else 0: where x > y, or x is NaN and y is not."""
    return (~np.less_equal(x, y) & (y == y)).astype(float)
