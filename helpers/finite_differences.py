"""Derivatives from differences: evaluate the function nearby and divide.

method        formula                            evaluations for n inputs   error of the formula
"forward"     (f(x + h) − f(x)) / h              n + 1                      about h · f''/2
"central"     (f(x + h) − f(x − h)) / 2h         2n                         about h² · f'''/6
"complex"     Im f(x + ih) / h                   n                          about h² · f'''/6

Without an `h` each method takes the step at which the error of the formula and the rounding error
are about as large: see notebook 02.

The complex step wants an f made of operations that have a derivative for complex numbers. abs(),
`.real`, conjugates and comparisons have none: where f is real then the step says so, but within a
larger formula, as in x · abs(x), the result is wrong without a word.

Source for the complex step: W. Squire and G. Trapp, "Using complex variables to estimate
derivatives of real functions", SIAM Review 40 (1998) 110.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Complex
from typing import Any

from helpers.rules.floating import as_float, is_real

EPSILON = sys.float_info.epsilon  # 2^-52: from 1 to the next float

STEPS = {"forward": EPSILON ** (1 / 2), "central": EPSILON ** (1 / 3), "complex": 1e-20}


def derivative(f, x, h=None, method="central"):
    """f'(x) for f: R → R.

    h is the step; by default about 1.5e-8 (forward) or 6.1e-6 (central), scaled with |x| where that
    is above 1, or 1e-20 (complex). Raises ValueError for an unknown method or a step that is not
    positive; TypeError if x is not a real number, if f does not return a number, and if it makes a
    real number of a complex one that it depends on, as abs() does.

    >>> slope = derivative(lambda x: x**3, 2.0)
    >>> f"{slope:.6g}"
    '12'
    """
    return gradient(f, [_real(x, "the point")], h, method)[0]


def gradient(f, point, h=None, method="central"):
    """The gradient of f: R^n → R, one derivative for each argument.

    `point` is a sequence, with f called as `f(*point)`, and the result a list; or it is a
    dictionary, with f called as `f(**point)`, and the result a dictionary. Raises as `derivative`
    does.

    >>> slopes = gradient(lambda x, y: x * y, {"x": 2.0, "y": 5.0})
    >>> {name: round(slope, 6) for name, slope in slopes.items()}
    {'x': 5.0, 'y': 2.0}
    """
    if isinstance(point, Mapping):
        names = list(point)

        def on_sequence(*values):
            return f(**dict(zip(names, values, strict=True)))

        return dict(zip(names, gradient(on_sequence, point.values(), h, method), strict=True))
    point = [_real(x, f"argument {i}") for i, x in enumerate(point)]
    steps = [_step(h, x, method) for x in point]

    def at(i, shift):
        return _number(f, *point[:i], point[i] + shift, *point[i + 1 :])

    def complex_step(i, step):
        y = at(i, 1j * step)
        if isinstance(y, float):  # right only where f does not vary, so look with real steps
            real_step = _step(None, point[i], "central")
            if not at(i, -real_step) == at(i, 0.0) == at(i, real_step):
                raise TypeError(
                    f"f returned the real number {y:g} for a complex argument, as abs and .real "
                    "do, and the complex step then sees no slope. Use method='central' instead"
                )
        return y.imag / step

    if method == "complex":
        return [complex_step(i, step) for i, step in enumerate(steps)]
    if method == "forward":
        here = _number(f, *point)
        return [(at(i, step) - here) / step for i, step in enumerate(steps)]
    return [(at(i, step) - at(i, -step)) / (2 * step) for i, step in enumerate(steps)]


@dataclass(frozen=True)
class Comparison:
    """One argument of a gradient check. `error` is |received − expected| / max(1, |expected|).

    >>> check = check_gradient(lambda x: x**2, [3.0], received=[6.5])
    >>> check.comparisons[0].received, check.comparisons[0].agrees
    (6.5, False)
    """

    argument: Any
    received: float
    expected: float
    error: float
    agrees: bool


@dataclass(frozen=True)
class GradientCheck:
    """What `check_gradient` found: true if every derivative agrees; printed, a report.

    >>> bool(check_gradient(lambda x: x**2, [3.0], received=[6.0]))
    True
    """

    point: Any
    tolerance: float
    comparisons: list

    def __bool__(self):
        return all(comparison.agrees for comparison in self.comparisons)

    def __str__(self):
        lines = [
            f"{'agrees' if c.agrees else 'WRONG '}  argument {c.argument}: "
            f"received {c.received:.8g}, expected {c.expected:.8g}, "
            f"relative error {c.error:.1e}"
            for c in self.comparisons
        ]
        return "\n".join([f"gradient at {self.point}, tolerance {self.tolerance:g}", *lines])

    __repr__ = __str__


def check_gradient(f, point, received, tolerance=1e-6, method="central"):
    """Compare a gradient that somebody claims with finite differences of f.

    `point` and `received` are both sequences, or both dictionaries with the same keys. The error
    is relative where the derivative is above 1 and absolute below. Returns a `GradientCheck`. At a
    kink a difference sees both sides, and a right gradient may be called wrong: move the point.
    Raises ValueError if `received` does not match `point`, and as `gradient` does.

    >>> check_gradient(lambda x, y: x * y, [2.0, 5.0], received=[5.0, 2.5], method="complex")
    gradient at [2.0, 5.0], tolerance 1e-06
    agrees  argument 0: received 5, expected 5, relative error 0.0e+00
    WRONG   argument 1: received 2.5, expected 2, relative error 2.5e-01
    """
    expected = gradient(f, point, method=method)
    if isinstance(point, Mapping):
        if not isinstance(received, Mapping) or set(received) != set(point):
            raise ValueError(f"received should have the keys {list(point)}, got {received!r:.80}")
        arguments = list(point)
    else:
        if not hasattr(received, "__len__") or isinstance(received, Mapping):
            raise ValueError(f"received should be a sequence of slopes, got {received!r:.80}")
        if len(received) != len(point):
            raise ValueError(
                f"the point has {len(point)} arguments, received {len(received)} slopes"
            )
        arguments = range(len(point))
    comparisons = []
    for argument in arguments:
        got = _real(received[argument], f"the slope for argument {argument}")
        want = expected[argument]
        error = abs(got - want) / max(1.0, abs(want))
        comparisons.append(Comparison(argument, got, want, error, error <= tolerance))
    return GradientCheck(point, tolerance, comparisons)


def _real(x, what):
    if not is_real(x):
        raise TypeError(f"{what} should be a real number, got {x!r:.60} ({type(x).__name__})")
    return as_float(x)


def _number(f, *arguments):
    """What f returns: a float, or a complex number if an argument is one."""
    y = f(*arguments)
    if is_real(y):
        return as_float(y)
    is_complex = any(isinstance(x, complex) for x in arguments)
    if not (is_complex and isinstance(y, Complex)):
        expected = "a number" if is_complex else "a real number"
        raise TypeError(f"f should return {expected}, got {y!r:.60} ({type(y).__name__})")
    return y


def _step(h, x, method):
    if method not in STEPS:
        raise ValueError(f"no method {method!r}; the methods are {', '.join(STEPS)}")
    if h is None:
        return STEPS[method] if method == "complex" else STEPS[method] * max(1.0, abs(x))
    if not _real(h, "the step h") > 0:
        raise ValueError(f"the step h should be above 0, got {h}")
    return float(h)
