"""What the engines are checked against, and how.

The oracle is `Precise`, a number of 500 digits in mpmath, differentiated by differences, and
`Symbolic`, a SymPy expression, differentiated by SymPy. Both have operators and functions of their
own: from the package they use no value, no derivative and no operator, so that a mistake there
cannot repeat itself here. (Calling a rule on them reaches `apply_rule` below, nothing more.)

`disagreements` runs one engine on one entry of the catalogue and reports what is wrong.
"""

from dataclasses import dataclass
from functools import cache
from typing import ClassVar

import mpmath
import numpy as np
import sympy

from helpers.dual import Dual, derivative
from helpers.value import Value
from helpers.wengert import WengertList, trace

DIGITS = 50
TOLERANCE = 1e-12
ZERO = "1e-150"  # what the oracle finds below this size is 0, and must be exactly 0

# The course's neuron at w = 2, b = 0, x = 1, t = 10: the values of t1 … t8, and their adjoints.
NEURON = (2.0, 2.0, -2.0, 0.135335283, 1.135335283, 0.880797078, -9.119202922, 83.159861933)
NEURON_ADJOINTS = (
    *(-1.914915622, -1.914915622, 1.914915622, 14.149418953),
    *(14.149418953, -18.238405844, -18.238405844, 1.0),
)


class Foreign:
    """A number of another library, on which a function of the catalogue can run."""

    precedence = 99
    functions: ClassVar[dict] = {}

    def __init__(self, number):
        self.number = number

    @classmethod
    def lift(cls, x):
        return x.number if isinstance(x, Foreign) else cls.exactly(x)

    @classmethod
    def apply_rule(cls, rule, *operands):
        return cls(cls.functions[rule.name](*map(cls.lift, operands)))

    def __add__(self, other):
        return type(self)(self.number + self.lift(other))

    def __radd__(self, other):
        return type(self)(self.lift(other) + self.number)

    def __sub__(self, other):
        return type(self)(self.number - self.lift(other))

    def __rsub__(self, other):
        return type(self)(self.lift(other) - self.number)

    def __mul__(self, other):
        return type(self)(self.number * self.lift(other))

    def __rmul__(self, other):
        return type(self)(self.lift(other) * self.number)

    def __truediv__(self, other):
        return type(self)(self.number / self.lift(other))

    def __rtruediv__(self, other):
        return type(self)(self.lift(other) / self.number)

    def __pow__(self, other):
        return type(self)(self.number ** self.lift(other))

    def __rpow__(self, other):
        return type(self)(self.lift(other) ** self.number)

    def __neg__(self):
        return type(self)(-self.number)

    def __pos__(self):
        return self

    def __abs__(self):
        return type(self)(self.functions["absolute"](self.number))

    def __eq__(self, other):
        return self.number == self.lift(other)

    def __lt__(self, other):
        return self.number < self.lift(other)

    def __le__(self, other):
        return self.number <= self.lift(other)

    def __gt__(self, other):
        return self.number > self.lift(other)

    def __ge__(self, other):
        return self.number >= self.lift(other)

    __hash__ = None


ARITHMETIC = {
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "mul": lambda x, y: x * y,
    "div": lambda x, y: x / y,
    "neg": lambda x: -x,
    "power": lambda x, y: x**y,
}


class Precise(Foreign):
    """A real number of as many digits as mpmath now works with."""

    functions = ARITHMETIC | {
        "exp": mpmath.exp,
        "log": mpmath.log,
        "sin": mpmath.sin,
        "cos": mpmath.cos,
        "tanh": mpmath.tanh,
        "sqrt": mpmath.sqrt,
        "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
        "relu": lambda x: max(x, mpmath.mpf(0)),
        "maximum": max,
        "absolute": lambda x: x if x > 0 else -x,
        "greater": lambda x, y: mpmath.mpf(x > y),
        "xlogy": lambda x, y: x * mpmath.log(y),
    }
    exactly = staticmethod(mpmath.mpf)


class Symbolic(Foreign):
    """A SymPy expression. The kinks are missing: SymPy's derivatives there are distributions."""

    functions = ARITHMETIC | {
        "exp": sympy.exp,
        "log": sympy.log,
        "sin": sympy.sin,
        "cos": sympy.cos,
        "tanh": sympy.tanh,
        "sqrt": sympy.sqrt,
        "sigmoid": lambda x: 1 / (1 + sympy.exp(-x)),
        "xlogy": lambda x, y: x * sympy.log(y),
    }
    exactly = staticmethod(sympy.Rational)


def precise(f):
    """f on mpmath's numbers."""
    return lambda *point: Precise.lift(f(*map(Precise, point)))


def precise_derivative(f, point, orders):
    """The partial derivative of f of the given order in each argument, to 50 digits and more.

    A central difference of differences, at 500 digits and with steps of 10^-100: both of its errors
    are far below the digits that are used.
    """
    with mpmath.workdps(500):
        terms = {tuple(map(mpmath.mpf, point)): mpmath.mpf(1)}
        for i, order in enumerate(orders):
            step = (abs(mpmath.mpf(point[i])) or 1) * mpmath.mpf("1e-100")
            for _ in range(order):
                terms = central_difference(terms, i, step)
        return mpmath.fsum(weight * precise(f)(*at) for at, weight in terms.items())


def central_difference(terms, i, step):
    """A sum of weights times values of f, {point: weight}, differenced in argument i."""
    result = {}
    for at, weight in terms.items():
        for side in (1, -1):
            moved = (*at[:i], at[i] + side * step, *at[i + 1 :])
            result[moved] = result.get(moved, 0) + side * weight / (2 * step)
    return result


def unit(n, *positions):
    """The orders (0, …, 1, …, 0) of a derivative in the arguments at these positions."""
    return tuple(positions.count(i) for i in range(n))


@cache
def expected_value(entry, point):
    return precise_derivative(entry.function, point, unit(len(point)))


@cache
def expected_gradient(entry, point):
    """{input: derivative}: by hand where the entry says so, else at 50 digits."""
    if point in entry.by_hand:
        return entry.at(entry.by_hand[point])
    n = len(point)
    return entry.at([precise_derivative(entry.function, point, unit(n, i)) for i in range(n)])


@cache
def expected_hessian(entry, point):
    """{(input, input): second derivative}, at 50 digits."""
    names = entry.inputs
    return {
        (names[i], names[j]): precise_derivative(entry.function, point, unit(len(names), i, j))
        for i in range(len(names))
        for j in range(len(names))
    }


def symbolic_expression(entry):
    """The entry's symbols, and its function as a SymPy expression of them."""
    symbols = sympy.symbols(entry.inputs, real=True)
    return symbols, Symbolic.lift(entry.function(*map(Symbolic, symbols)))


def evaluated(expression, symbols, point, digits=30):
    """The expression's value at a point of floats, to so many digits."""
    values = {x: sympy.Rational(value) for x, value in zip(symbols, point, strict=True)}
    number = sympy.sympify(expression).evalf(digits, subs=values)
    with mpmath.workdps(DIGITS):
        return mpmath.mpf(str(number))


def relative_error(received, expected, scale=ZERO):
    """|received − expected| relative to |expected|, or to the scale where that is larger."""
    with mpmath.workdps(DIGITS):
        if not mpmath.isfinite(received):
            return mpmath.inf
        return abs(mpmath.mpf(received) - expected) / max(abs(expected), mpmath.mpf(scale))


# Engines. Each takes an entry and gives for each of its points (value, {input: derivative}).


def all_points(entry):
    """The points to try, those with a gradient by hand included."""
    return [*entry.points, *entry.by_hand]


def traced(entry):
    return trace(entry.function, **entry.at(entry.points[0]))


def by_list(entry, tape=None):
    tape = tape or traced(entry)
    for point in all_points(entry):
        yield tape.evaluate(**entry.at(point)), tape.gradient(**entry.at(point))


def by_list_from_data(entry):
    return by_list(entry, WengertList.from_dict(traced(entry).to_dict()))


def by_list_of_arrays(entry):
    """All points in one sweep."""
    tape, points = traced(entry), all_points(entry)
    columns = entry.at(np.array(points).T)
    values, gradient = tape.evaluate(**columns), tape.gradient(**columns)
    for i in range(len(points)):
        yield values[i], {name: gradient[name][i] for name in entry.inputs}


def by_list_forwards(entry):
    tape = traced(entry)
    for point in all_points(entry):
        primals = tape.forward_sweep(**entry.at(point))
        yield (
            primals[tape.output],
            {x: tape.tangent_sweep(primals, **{x: 1.0})[tape.output] for x in entry.inputs},
        )


def as_values(entry, point):
    """The entry's function run on Values: the output, and its leaves by name."""
    leaves = {name: Value(x, label=name) for name, x in entry.at(point).items()}
    return entry.function(**leaves), leaves


def by_value(entry):
    for point in all_points(entry):
        output, leaves = as_values(entry, point)
        output.backward()
        yield output.data, {name: leaf.grad for name, leaf in leaves.items()}


def by_value_twice(entry):
    """backward() twice: half of what the leaves then hold is the gradient."""
    for point in all_points(entry):
        output, leaves = as_values(entry, point)
        output.backward()
        output.backward()
        yield output.data, {name: leaf.grad / 2 for name, leaf in leaves.items()}


def by_list_of_value(entry):
    """The Value's graph as a list. An input that the output does not depend on is not in it."""
    for point in all_points(entry):
        tape = as_values(entry, point)[0].wengert_list()
        yield tape.evaluate(), dict.fromkeys(entry.inputs, 0.0) | tape.gradient()


def by_dual(entry):
    for point in all_points(entry):
        value = None
        gradient = {}
        for name in entry.inputs:
            duals = entry.at(point)
            duals[name] = Dual(duals[name], 1.0)
            result = entry.function(**duals)
            if isinstance(result, Dual):
                value, gradient[name] = result.primal, result.tangent
            else:
                gradient[name] = 0.0
        yield value, gradient


TRACING_ENGINES = {
    "the list": by_list,
    "the list from its data": by_list_from_data,
    "the list on arrays": by_list_of_arrays,
    "the list's forward mode": by_list_forwards,
}
ENGINES = TRACING_ENGINES | {
    "Value": by_value,
    "Value, twice backward": by_value_twice,
    "the list of a Value": by_list_of_value,
    "Dual": by_dual,
}


def engines_for(entry):
    """The names of the engines on which the entry runs."""
    return [name for name in ENGINES if not (entry.branches and name in TRACING_ENGINES)]


# Second derivatives: for each point without a gradient by hand {(input, input): derivative}.


def hessian_by_dual_of_dual(entry):
    for point in entry.points:
        values = entry.at(point)

        def second(first, other, values=values):
            def inner(x):
                return derivative(lambda y: along(first, x, other, y, values), values[other])

            return derivative(inner, values[first])

        def along(first, x, other, y, values):
            shifted = dict(values)
            shifted[first] = x
            # Both perturbations on one input: x stands for it already, and y − its value adds ε.
            shifted[other] = y + (x - values[first]) if first == other else y
            return entry.function(**shifted)

        yield {(a, b): second(a, b) for a in entry.inputs for b in entry.inputs}


def hessian_by_dual_over_value(entry):
    """A column at a time: the gradient, by backward(), of the tangent."""
    for point in entry.points:
        hessian = {}
        for name in entry.inputs:
            leaves = {x: Value(value) for x, value in entry.at(point).items()}
            duals = dict(leaves)
            duals[name] = Dual(leaves[name], 1.0)
            result = entry.function(**duals)
            tangent = result.tangent if isinstance(result, Dual) else 0.0
            if isinstance(tangent, Value):
                tangent.backward()
            hessian |= {(x, name): leaf.grad for x, leaf in leaves.items()}
        yield hessian


HESSIANS = {
    "Dual of Dual": hessian_by_dual_of_dual,
    "Dual over Value": hessian_by_dual_over_value,
}


# The check.


@dataclass(frozen=True)
class Disagreement:
    """One number that is not what it should be."""

    engine: str
    function: str
    point: dict
    what: str
    received: float
    expected: float
    error: float

    def __str__(self):
        return (
            f"{self.function} at {self.point}, by {self.engine}: {self.what} "
            f"received {float(self.received)!r}, expected {mpmath.nstr(self.expected, 20)} "
            f"(relative error {mpmath.nstr(self.error, 2)})"
        )


def compare(engine, entry, point, received, expected, kind="∂/∂"):
    """The disagreements between two dictionaries of numbers at one point."""
    assert set(received) == set(expected), f"{entry}, by {engine}: {set(received)}"
    for key, right in expected.items():
        error = relative_error(received[key], right)
        if not error <= TOLERANCE:
            what = kind + (key if isinstance(key, str) else " ∂".join(key))
            where = entry.at(point)
            yield Disagreement(engine, entry.name, where, what, received[key], right, error)


def disagreements(entry, engine):
    """What one of ENGINES gets wrong on one entry of the catalogue: an empty list if nothing."""
    found = []
    for point, (value, gradient) in zip(all_points(entry), ENGINES[engine](entry), strict=True):
        at = (engine, entry, point)
        found += compare(*at, {"value": value}, {"value": expected_value(entry, point)}, "")
        found += compare(*at, gradient, expected_gradient(entry, point))
    return found


def hessian_disagreements(entry, engine):
    """The same for the second derivatives by one of HESSIANS."""
    found = []
    for point, hessian in zip(entry.points, HESSIANS[engine](entry), strict=True):
        found += compare(engine, entry, point, hessian, expected_hessian(entry, point), "∂²/∂")
    return found


def report(found):
    """The disagreements as the text of a failure."""
    return "\n".join(map(str, found))
