"""The exercises of notebook 05: ways to write each right, and the mistakes that students make."""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from helpers import checks, finite_differences
from helpers.checks import forward_mode, notebook_05, products
from helpers.dual import Dual, derivative
from helpers.value import Value
from tests.exercises import Entry

NOTEBOOK = "05-dual-numbers.ipynb"


def times(function, factor):
    """A function whose result, a number or a list, is too large by a factor."""

    def my_function(*arguments):
        result = function(*arguments)
        return [factor * x for x in result] if isinstance(result, list) else factor * result

    return my_function


def off_by_a_factor(function):
    return lambda rng: times(function, rng.uniform(1.1, 3))


# ------------------------------------------------------------------ 1. a quotient


def quotient_by_dual(v, v_dot, u, u_dot):
    quotient = Dual(v, v_dot) / Dual(u, u_dot)
    return quotient.primal, quotient.tangent


def quotient_in_two_terms(v, v_dot, u, u_dot):
    return [v * u**-1, v_dot / u - v * u_dot / u**2]


def quotient_by_matrices(v, v_dot, u, u_dot):
    above, below = np.array([[v, v_dot], [0, v]]), np.array([[u, u_dot], [0, u]])
    return (above @ np.linalg.inv(below))[0]


class Dual1:
    """The notebook's first class, as far as it goes."""

    def __init__(self, primal, tangent=0.0):
        self.primal = primal
        self.tangent = tangent


def quotient_of(v, v_dot, u, u_dot):
    return [v / u, (v_dot * u - v * u_dot) / u**2]


# ------------------------------------------------------------------ 2. a derivative


def derivative_by_a_sum(f, x):
    y = f(x + Dual(0, 1))
    return y.tangent


def derivative_by_finite_difference(f, x):
    return (f(x + 1e-6) - f(x)) / 1e-6


def derivative_by_central_difference(f, x):
    return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5


def derivative_with_value_beside(f, x):
    value, slope = f(x), f(Dual(x, 1.0)).tangent
    return slope + 0 * value


def derivative_by_value(f, x):
    """Reverse mode. It is not what the notebook asks for, but no mistake."""
    leaf = Value(x)
    f(leaf).backward()
    return leaf.grad


# ------------------------------------------------------------------ 3. a JVP


def jvp_in_a_loop(f, point, direction):
    inputs = []
    for i in range(len(point)):
        inputs.append(Dual(point[i], direction[i]))
    slopes = []
    for output in f(*inputs):
        slopes.append(output.tangent)
    return slopes


def jvp_as_an_array(f, point, direction):
    return np.array([y.tangent for y in f(*map(Dual, point, np.array(direction)))])


def columns(f, point):
    """The Jacobian, column by column: a call of f for each input."""
    return [jvp_in_a_loop(f, point, unit) for unit in np.eye(len(point)).tolist()]


def jvp_by_columns(f, point, direction):
    return (np.array(columns(f, point)).T @ direction).tolist()


def jvp_with(seeds, read=lambda outputs: [y.tangent for y in outputs]):
    """A JVP with other tangents, seeds(point, direction), or another end."""
    return lambda f, point, direction: read(f(*map(Dual, point, seeds(point, direction))))


def jvp_that_returns_in_the_loop(f, point, direction):
    for y in f(*map(Dual, point, direction)):
        return y.tangent


def jvp_by_finite_difference(f, point, direction):
    moved = [x + 1e-7 * v for x, v in zip(point, direction, strict=True)]
    return [(b - a) / 1e-7 for a, b in zip(f(*point), f(*moved), strict=True)]


def jvp_by_reverse_mode(f, point, direction):
    leaves = [Value(x) for x in point]
    outputs = f(*leaves)
    sum(v * y for v, y in zip(direction, outputs)).backward()  # noqa: B905
    return [leaf.grad for leaf in leaves]


# ------------------------------------------------------------------ 4. a VJP


def vjp_in_a_loop(f, point, weights):
    leaves = list(map(Value, point))
    combined = 0
    for weight, output in zip(weights, f(*leaves), strict=True):
        combined += output * weight
    combined.backward()
    return [leaf.grad for leaf in leaves]


def vjp_by_numpy(f, point, weights):
    leaves = [Value(x) for x in point]
    np.dot(weights, f(*leaves)).backward()
    return np.array([leaf.grad for leaf in leaves])


def vjp_from(combined, read=lambda leaves, outputs: [leaf.grad for leaf in leaves]):
    """A VJP that goes back from combined(outputs, weights), or reads another end."""

    def my_vjp(f, point, weights):
        leaves = [Value(x) for x in point]
        outputs = f(*leaves)
        combined(outputs, weights).backward()
        return read(leaves, outputs)

    return my_vjp


def weighted(outputs, weights):
    return sum(u * y for u, y in zip(weights, outputs, strict=True))


def vjp_sweep_by_sweep(f, point, weights):
    """Right in numbers: gradients add up from sweep to sweep."""
    leaves = [Value(x) for x in point]
    for u, y in zip(weights, f(*leaves), strict=True):
        (u * y).backward()
    return [leaf.grad for leaf in leaves]


def vjp_call_by_call(f, point, weights):
    total = np.zeros(len(point))
    for i, u in enumerate(weights):
        leaves = [Value(x) for x in point]
        f(*leaves)[i].backward()
        total += u * np.array([leaf.grad for leaf in leaves])
    return total


def vjp_that_starts_anew(combined):
    """Each sweep sets the gradients to zero first, so that only the last one is left."""

    def my_vjp(f, point, weights):
        leaves = [Value(x) for x in point]
        for u, y in zip(weights, f(*leaves), strict=True):
            for leaf in leaves:
                leaf.grad = 0.0
            combined(u, y).backward()
        return [leaf.grad for leaf in leaves]

    return my_vjp


def vjp_with_weights_put_into_grad(f, point, weights):
    """`backward` sets the gradients of computed Values itself."""
    leaves = [Value(x) for x in point]
    for u, y in zip(weights, f(*leaves), strict=True):
        y.grad = u
        y.backward()
    return [leaf.grad for leaf in leaves]


def vjp_without_zero(f, point, weights):
    leaves, total = [Value(x) for x in point], np.zeros(len(point))
    for u, y in zip(weights, f(*leaves), strict=True):
        y.backward()
        total += u * np.array([leaf.grad for leaf in leaves])
    return total


def vjp_without_sweep(f, point, weights):
    leaves = [Value(x) for x in point]
    weighted(f(*leaves), weights)
    return [leaf.grad for leaf in leaves]


def vjp_too_late(f, point, weights):
    leaves = [Value(x) for x in point]
    sum(f(*leaves)).backward()
    return [leaf.grad * u for leaf, u in zip(leaves, weights)]  # noqa: B905


def vjp_of_the_list(f, point, weights):
    outputs = f(*[Value(x) for x in point])
    outputs.backward()


def vjp_of_plain_numbers(f, point, weights):
    weighted(f(*point), weights).backward()


def vjp_of_one_value(f, point, weights):
    leaves = Value(point)
    return f(leaves)


# ------------------------------------------------------------------ 5. a Hessian-vector product


def hvp_with_values_everywhere(f, point, direction):
    inputs = [Dual(Value(x), Value(v)) for x, v in zip(point, direction, strict=True)]
    f(*inputs).tangent.backward()
    return np.array([x.primal.grad for x in inputs])


def hvp_by_nested_duals(f, point, direction):
    """Forward over forward: a call of f for each input."""
    products = []
    for i in range(len(point)):
        inputs = [
            Dual(Dual(x, float(i == j), tag="inner"), v, tag="outer")
            for j, (x, v) in enumerate(zip(point, direction, strict=True))
        ]
        products.append(f(*inputs).tangent.tangent)
    return products


def hvp_with(
    start=lambda result: result.tangent,
    seeds=lambda direction: direction,
    read=lambda leaves, result: [leaf.grad for leaf in leaves],
):
    """An HVP that begins its sweep elsewhere, or with other tangents, or reads another end."""

    def my_hvp(f, point, direction):
        leaves = [Value(x) for x in point]
        result = f(*map(Dual, leaves, seeds(direction)))
        if start:
            start(result).backward()
        return read(leaves, result)

    return my_hvp


def ones(direction):
    return [1.0] * len(direction)


def gradient(f, point):
    leaves = [Value(x) for x in point]
    f(*leaves).backward()
    return np.array([leaf.grad for leaf in leaves])


def hvp_by_finite_difference(f, point, direction):
    x, step = np.array(point), 1e-5 * np.array(direction)
    return (gradient(f, x + step) - gradient(f, x - step)) / 2e-5


def hvp_by_two_sweeps(f, point, direction):
    leaves = [Value(x) for x in point]
    result = f(*map(Dual, leaves, direction))
    result.primal.backward()
    result.tangent.backward()
    return [leaf.grad for leaf in leaves]


def hvp_of_plain_numbers(f, point, direction):
    result = f(*map(Dual, point, direction))
    result.tangent.backward()


def hvp_asking_plain_numbers(f, point, direction):
    return [x.grad for x in point]


def hvp_asking_duals(f, point, direction):
    inputs = [Dual(Value(x), v) for x, v in zip(point, direction, strict=True)]
    f(*inputs).tangent.backward()
    return [x.grad for x in inputs]


def hvp_inside_out(f, point, direction):
    leaves = [Value(Dual(x, v)) for x, v in zip(point, direction, strict=True)]
    return f(*leaves)


def hvp_without_duals(f, point, direction):
    leaves = [Value(x) for x in point]
    f(*leaves).tangent.backward()


# ------------------------------------------------------------------ 6. a class: right ones


class Arithmetic:
    """All operations from `made(primal, tangent)`: what the right classes below share."""

    def lifted(self, x):
        return x if hasattr(x, "tangent") else self.made(x, 0.0)

    def __add__(self, other):
        other = self.lifted(other)
        return self.made(self.primal + other.primal, self.tangent + other.tangent)

    def __sub__(self, other):
        other = self.lifted(other)
        return self.made(self.primal - other.primal, self.tangent - other.tangent)

    def __mul__(self, other):
        other = self.lifted(other)
        tangent = self.primal * other.tangent + self.tangent * other.primal
        return self.made(self.primal * other.primal, tangent)

    def __truediv__(self, other):
        other = self.lifted(other)
        quotient = self.primal / other.primal
        return self.made(quotient, (self.tangent - quotient * other.tangent) / other.primal)

    def __pow__(self, n):
        return self.made(self.primal**n, n * self.primal ** (n - 1) * self.tangent)

    def __neg__(self):
        return self.made(-self.primal, -self.tangent)

    def exp(self):
        return self.made(math.exp(self.primal), math.exp(self.primal) * self.tangent)

    def sin(self):
        return self.made(math.sin(self.primal), math.cos(self.primal) * self.tangent)

    def cos(self):
        return self.made(math.cos(self.primal), -math.sin(self.primal) * self.tangent)

    def __radd__(self, other):
        return self.lifted(other) + self

    def __rsub__(self, other):
        return self.lifted(other) - self

    def __rmul__(self, other):
        return self.lifted(other) * self

    def __rtruediv__(self, other):
        return self.lifted(other) / self


class RightDual(Arithmetic):
    """A plain class: to be spoiled below."""

    def __init__(self, primal, tangent):
        self.primal = primal
        self.tangent = tangent

    def made(self, primal, tangent):
        return type(self)(primal, tangent)


@dataclass(frozen=True)
class FrozenDual(Arithmetic):
    primal: float
    tangent: float = 1.0

    def made(self, primal, tangent):
        return FrozenDual(primal, tangent)


class PairOfNumbers(NamedTuple):
    primal: float
    tangent: float


class TupleDual(Arithmetic, PairOfNumbers):
    def made(self, primal, tangent):
        return TupleDual(primal, tangent)


class MatrixDual:
    """The notebook's matrix. A function of it is what its series says."""

    __slots__ = ("matrix",)

    def __init__(self, v, v_dot=0.0):
        self.matrix = np.array([[v, v_dot], [0.0, v]])

    primal = property(lambda self: self.matrix[0, 0])
    tangent = property(lambda self: self.matrix[0, 1])

    def on_matrices(self, operation, *others):
        lifted = [x if isinstance(x, MatrixDual) else MatrixDual(x) for x in others]
        return MatrixDual(*operation(self.matrix, *[x.matrix for x in lifted])[0])

    def mapped(self, value, slope):
        return MatrixDual(value(self.primal), slope(self.primal) * self.tangent)

    __add__ = __radd__ = lambda self, other: self.on_matrices(np.add, other)
    __sub__ = lambda self, other: self.on_matrices(np.subtract, other)  # noqa: E731
    __rsub__ = lambda self, other: MatrixDual(other) - self  # noqa: E731
    __mul__ = __rmul__ = lambda self, other: self.on_matrices(np.matmul, other)
    __truediv__ = lambda self, other: self * (MatrixDual(1.0) * other) ** -1  # noqa: E731
    __rtruediv__ = lambda self, other: other * self**-1  # noqa: E731
    __pow__ = lambda self, n: self.mapped(lambda v: v**n, lambda v: n * v ** (n - 1))  # noqa: E731
    __neg__ = lambda self: self.on_matrices(np.negative)  # noqa: E731
    exp = lambda self: self.mapped(math.exp, math.exp)  # noqa: E731
    sin = lambda self: self.mapped(math.sin, math.cos)  # noqa: E731
    cos = lambda self: self.mapped(math.cos, lambda v: -math.sin(v))  # noqa: E731


# ------------------------------------------------------------------ 6. a class: wrong ones


def having(bases=(RightDual,), **attributes):
    """A class with attributes of its own."""
    return type("MyDual", bases, attributes)


def operation(computed):
    """A method, from the primal and tangent that it computes from those of its operands."""

    def method(self, *others):
        numbers = []
        for x in (self, *map(self.lifted, others)):
            numbers += [x.primal, x.tangent]
        return self.made(*computed(*numbers))

    return method


def but(**computed):
    """The right class with some operations that compute something else."""
    return having(**{name: operation(function) for name, function in computed.items()})


def power(tangent):
    """tangent(v, v̇, n) of a power."""
    return having(
        __pow__=lambda self, n: self.made(self.primal**n, tangent(self.primal, self.tangent, n))
    )


def without(*methods):
    """The right class as a student has it who has not written some of the methods yet."""
    written = vars(Arithmetic) | vars(RightDual)
    methods = (*methods, "__dict__", "__weakref__")
    return having((), **{name: item for name, item in written.items() if name not in methods})


def add_without_return(self, other):
    self.lifted(other)


def add_and_forget(self, other):
    return self.primal + self.lifted(other).primal


def add_in_place(self, other):
    self.primal += other.primal
    self.tangent += other.tangent
    return self


def scale_tangent_in_place(self, n):
    self.tangent *= n * self.primal ** (n - 1)
    return self.made(self.primal**n, self.tangent)


def add_unlifted(self, other):
    return self.made(self.primal + other.primal, self.tangent + other.tangent)


def lift_with_one(self, x):
    return x if hasattr(x, "tangent") else self.made(x, 1.0)


def subtract_in_a_circle(self, other):
    return other - self


def exp_of_the_primal(self):
    return self.made(self.primal.exp(), 0.0)


def sin_of_the_primal(self):
    return self.made(self.primal.sin(), 0.0)


def cos_of_the_primal(self):
    return self.made(self.primal.cos(), 0.0)


def exp_without_import(self):
    value = eval("math.exp(primal)", {"primal": self.primal})  # a cell where `math` is missing
    return self.made(value, value * self.tangent)


def random_dual(rng):
    """The right class with one part of one operation off by a factor."""
    names = ["__add__", "__mul__", "__pow__", "exp", "sin", "cos", "__truediv__", "__rsub__"]
    original = getattr(RightDual, names[rng.integers(len(names))])
    primal, tangent = (1, rng.uniform(1.1, 3)) if rng.random() < 0.5 else (rng.uniform(1.1, 3), 1)

    def method(self, *others):
        result = original(self, *others)
        return self.made(primal * result.primal, tangent * result.tangent)

    return having(**{original.__name__: method})


EXERCISES = [
    Entry(
        notebook=NOTEBOOK,
        name="my_dual_quotient",
        check=checks.dual_quotient,
        exercise=notebook_05.DUAL_QUOTIENT,
        right=[quotient_by_dual, quotient_in_two_terms, quotient_by_matrices],
        wrong=[
            (lambda v, dv, u, du: [v / u, (dv * u + v * du) / u**2], "lacks a minus"),
            (lambda v, dv, u, du: [v / u, (v * du - dv * u) / u**2], "has the wrong sign"),
            (lambda v, dv, u, du: [v / u, dv * u - v * du], "is not divided yet"),
            (lambda v, dv, u, du: [v / u, (dv * u - v * du) / u], "lacks a square"),
            (
                lambda v, dv, u, du: [v / u, dv * u - v * du / u**2],
                "Put the difference in brackets",
            ),
            (lambda v, dv, u, du: [v / u, (dv * u - v * du) / u * 2], "with two stars"),
            (lambda v, dv, u, du: [v / u, (dv * u - v * du) / v**2], "divided by v**2"),
            (lambda v, dv, u, du: [v / u, (dv * u - v * du) / du**2], "divided by u_dot**2"),
            (lambda v, dv, u, du: [v / u, dv / du], "Tangents are not divided by each other"),
            (lambda v, dv, u, du: [v / u, dv / u], "if u is a constant"),
            (lambda v, dv, u, du: [v / u, v * du + dv * u], "is that of the product v * u"),
            (lambda v, dv, u, du: [v * u, v * du + dv * u], "That is the product"),
            (lambda v, dv, u, du: [v * u, dv * u - v * du], "what stands above"),
            (lambda v, dv, u, du: [u / v, (du * v - u * dv) / v**2], "turned round: that is u / v"),
            (lambda v, dv, u, du: quotient_of(v, dv, u, du)[::-1], "The primal comes first, then"),
            (lambda v, dv, u, du: quotient_of(v, dv, u, du)[1], "the tangent alone"),
            (lambda v, dv, u, du: v / u, "the primal alone"),
            (lambda v, dv, u, du: Dual1(v, dv) / Dual1(u, du), "This class cannot divide"),
            (
                lambda v, dv, u, du: [v / u, (dv * u - 2 * v * du) / u**2],
                "gives -0.25 for the tangent, but it should be 0.125",
            ),
            (lambda v, dv, u, du: Dual(v, dv) / Dual(u, du), "expected a list of 2 numbers"),
        ],
        random_wrong=off_by_a_factor(quotient_of),
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_derivative",
        check=checks.dual_derivative,
        exercise=notebook_05.DUAL_DERIVATIVE,
        right=[derivative_by_a_sum, derivative, derivative_by_value],
        wrong=[
            (lambda f, x: f(Dual(x)).tangent, "All tangents are 0"),
            (lambda f, x: f(Dual(x, x)).tangent, "That is x * f'(x)"),
            (lambda f, x: f(Dual(1.0, x)).tangent, "have changed places"),
            (lambda f, x: f(Dual(x, 1.0)).primal, "That is the value of f"),
            (lambda f, x: f(x), "That is the value of f"),
            (lambda f, x: f(Dual(x, 1.0).tangent), "That is f(1)"),
            (lambda f, x: Dual(f(x), 1.0).tangent, "has to go through f"),
            (lambda f, x: f(Dual(x, 1.0)), "the whole dual number"),
            (derivative_by_finite_difference, "agrees to a few digits only"),
            (derivative_by_central_difference, "`f` is called 2 times"),
            (finite_differences.derivative, "`f` is called 2 times"),
            (derivative_with_value_beside, "`f` is called 2 times"),
            (lambda f, x: f(x + 1e-20j).imag / 1e-20, "A complex number cannot be compared"),
            (lambda f, x: f(x).tangent, "f was given a plain number"),
            (lambda f, x: f(eval("Dual", {})), "Run the cell further up that imports `Dual`"),
            (
                lambda f, x: f(Dual(x, 1.0)).tangent / 2,
                "(cubic, 2) gives 5, but it should be 10.",
            ),
            (lambda f, x: [f(Dual(x, 1.0)).tangent], "expected a number"),
        ],
        random_wrong=off_by_a_factor(derivative),
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_jvp",
        check=checks.jvp,
        exercise=products.JVP,
        right=[jvp_in_a_loop, jvp_as_an_array],
        wrong=[
            (jvp_with(lambda point, direction: ones(point)), "Every tangent that goes in is 1"),
            (
                jvp_with(lambda point, direction: [i == 0 for i in range(len(point))]),
                "the first column of the Jacobian",
            ),
            (jvp_with(lambda point, direction: [0] * len(point)), "All tangents are 0"),
            (lambda f, x, v: jvp_in_a_loop(f, v, x), "have changed places"),
            (lambda f, point, direction: f(*point), "the values of the outputs"),
            (jvp_that_returns_in_the_loop, "slope of the first output, a single number"),
            (lambda *given: jvp_in_a_loop(*given)[:1], "ends after the first output"),
            (lambda *given: sum(jvp_in_a_loop(*given)), "the sum of all slopes"),
            (jvp_by_reverse_mode, "A direction belongs to the inputs"),
            (jvp_by_finite_difference, "agrees to a few digits only"),
            (jvp_by_columns, "`f` is called 2 times. Put the whole direction in at once"),
            (jvp_with(lambda x, v: v, read=list), "You return dual numbers"),
            (lambda f, x, v: columns(f, x), "as for the whole Jacobian. A JVP is"),
            (lambda f, x, v: np.array(columns(f, x)), "as for the whole Jacobian. A JVP is"),
            (lambda f, x, v: [y.tangent for y in f(*x)], "f was given plain numbers"),
            (jvp_with(lambda x, v: v, read=lambda y: y.tangent), "take the tangent of each"),
            (lambda f, x, v: f(Dual(x, v)), "one dual number for each entry"),
            (lambda f, x, v: f([Dual(*pair) for pair in zip(x, v, strict=True)]), "The star"),
            (
                times(jvp_in_a_loop, 2),
                "gives -6.23 as its first number, but it should be -3.115",
            ),
        ],
        random_wrong=off_by_a_factor(jvp_in_a_loop),
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_vjp",
        check=checks.vjp,
        exercise=products.VJP,
        right=[vjp_in_a_loop, vjp_by_numpy, vjp_from(weighted)],
        wrong=[
            (vjp_from(lambda outputs, weights: sum(outputs)), "The weights do nothing"),
            (vjp_with_weights_put_into_grad, "The weights do nothing"),
            (vjp_from(lambda y, u: y[0]), "the gradient of the first output"),
            (vjp_from(lambda y, u: u[0] * y[0]), "Only the first output is in the sum"),
            (vjp_from(lambda y, u: y[-1]), "the gradient of the last output"),
            (vjp_that_starts_anew(lambda u, y: y), "the gradient of the last output"),
            (vjp_that_starts_anew(lambda u, y: u * y), "Only the last output is in the sum"),
            (vjp_without_zero, "Gradients add up from sweep to sweep"),
            (vjp_without_sweep, "All gradients are 0"),
            (vjp_too_late, "The weights come too late"),
            (
                vjp_from(weighted, lambda leaves, outputs: [y.grad for y in outputs]),
                "which are the weights themselves",
            ),
            (
                vjp_from(weighted, lambda leaves, outputs: [y.data for y in outputs]),
                "Those are the values of the outputs. Go back",
            ),
            (lambda f, point, u: weighted(f(*point), u), "That is the weighted sum"),
            (vjp_from(weighted, lambda leaves, outputs: [x.data for x in leaves]), "their `data`"),
            (vjp_from(weighted, lambda leaves, outputs: leaves), "You return Values"),
            (
                lambda f, x, u: np.array(columns(f, x)).T.tolist(),
                "A VJP is one number for each input",
            ),
            (vjp_sweep_by_sweep, "`backward` is called 2 times. Combine"),
            (vjp_call_by_call, "`f` is called 2 times. Combine"),
            (vjp_of_the_list, "Combine the outputs into one Value first"),
            (vjp_of_plain_numbers, "f was given plain numbers"),
            (vjp_of_one_value, "one Value for each entry"),
            (lambda f, x, u: f([Value(a) for a in x]), "The star passes them"),
            (lambda f, x, u: f(*map(eval("Value", {}), x)), "Run the cell further up that imports"),
            (
                times(vjp_in_a_loop, 2),
                "gives -4.70625 as its first number, but it should be -2.35312",
            ),
        ],
        random_wrong=off_by_a_factor(vjp_in_a_loop),
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_hvp",
        check=checks.hvp,
        exercise=products.HVP,
        right=[hvp_with_values_everywhere, hvp_with()],
        wrong=[
            (hvp_by_nested_duals, "but `f` is called 2 times"),
            (hvp_with(start=lambda result: result.primal), "That is the gradient. Begin"),
            (lambda f, x, v: gradient(f, x), "That is the gradient. Begin"),
            (lambda f, x, v: gradient(f, x) * v, "the gradient times v, entry by entry"),
            (lambda f, x, v: gradient(f, x) @ v, "the slope along v, a single number"),
            (hvp_with(read=lambda leaves, result: result.primal.data), "the value of f"),
            (lambda f, x, v: np.dot(v, hvp_with()(f, x, v)), "the second derivative along v"),
            (hvp_with(seeds=ones), "Every tangent that goes in is 1"),
            (lambda f, x, v: np.array(hvp_with(seeds=ones)(f, x, v)) * v, "comes too late"),
            (hvp_with(start=None), "All gradients are 0"),
            (hvp_by_two_sweeps, "H v plus the gradient"),
            (hvp_with(read=lambda leaves, result: [x.data for x in leaves]), "their `data`"),
            (hvp_by_finite_difference, "a difference of two gradients"),
            (hvp_with(read=lambda leaves, result: result), "Run backward from the tangent of the"),
            (hvp_with(read=lambda leaves, result: leaves), "You return Values"),
            (hvp_with(read=lambda leaves, result: result.tangent), "You return Values"),
            (
                lambda f, x, v: [hvp_with()(f, x, e) for e in np.eye(len(x))],
                "as for the whole Hessian",
            ),
            (hvp_of_plain_numbers, "nothing to go back to"),
            (hvp_asking_plain_numbers, "keep these to ask for `grad`"),
            (hvp_asking_duals, "Keep the Values that you put into it"),
            (hvp_with(start=lambda result: result), "A Dual has no `backward`"),
            (hvp_inside_out, "The other way round"),
            (hvp_without_duals, "f was given Values"),
            (lambda f, x, v: f(Dual(x, v)), "one dual number for each entry"),
            (lambda f, x, v: f([Dual(Value(a), b) for a, b in zip(x, v, strict=True)]), "The star"),
            (
                times(hvp_with(), 2),
                "gives 3140 as its first number, but it should be 1570",
            ),
        ],
        random_wrong=off_by_a_factor(hvp_with()),
    ),
    Entry(
        notebook=NOTEBOOK,
        name="MyDual",
        check=checks.dual_class,
        exercise=forward_mode.DUAL_CLASS,
        attributes=("primal", "tangent"),
        methods=("__init__", "__add__", "__rsub__", "exp", "cos"),
        right=[RightDual, FrozenDual, TupleDual, MatrixDual, Dual],
        wrong=[
            # What is missing.
            (having((), x=1), "Begin with `__init__(self, primal, tangent)`"),
            (having((), __init__=lambda self, v, v_dot: None), "MyDual(1.5, 2).primal stopped"),
            (having((), __init__=lambda self, v: None), "takes 2 positional arguments but 3 were"),
            (without("__sub__"), "cannot do a - b yet: it has no `__sub__`"),
            (without("cos"), "cannot do a.cos() yet: it has no `cos`."),
            (without("__radd__"), "it has no `__radd__`, which Python calls where a plain number"),
            (without("__rtruediv__"), "cannot do 3 / a yet"),
            # The form of a result, and of the operands after it.
            (having(__add__=add_and_forget), "a + b is a plain number, 0.7"),
            (having(__add__=add_without_return), "a + b returned nothing"),
            (having(__add__=add_in_place), "a + b changes a itself"),
            (having(__pow__=scale_tangent_in_place), "it was made with 2"),
            (having(__add__=add_unlifted), "one of yours first, with the tangent 0"),
            (having(__rsub__=subtract_in_a_circle), "Does an operation call itself?"),
            (having(lifted=lambda self, x: type(self)(x)), "argument: 'tangent'. A plain number"),
            (having(exp=exp_of_the_primal), "use `math.exp`"),
            (having(sin=sin_of_the_primal), "use `math.sin`"),
            (having(cos=cos_of_the_primal), "use `math.cos`"),
            (having(exp=exp_without_import), "Import `math`"),
            # The tangent of one operation.
            (having(tangent=property(lambda self: 1, lambda self, x: None)), "it was made with 2"),
            (having(tangent=property(lambda self: 0, lambda self, x: None)), "it was made with 2"),
            (but(__add__=lambda v, dv, u, du: (v + u, 0)), "The tangent is lost"),
            (but(__add__=lambda v, dv, u, du: (v + u, dv)), "The tangent of b is missing"),
            (but(__add__=lambda v, dv, u, du: (v + u, dv * du)), "In a sum they are added"),
            (
                but(__add__=lambda v, dv, u, du: (v + u, v * du + dv * u)),
                "derivatives of a product",
            ),
            (but(__mul__=lambda v, dv, u, du: (v * u, dv * du)), "That term holds ε²"),
            (
                but(__mul__=lambda v, dv, u, du: (v * u, v * du + dv * u + dv * du)),
                "The product of the two tangents is too much",
            ),
            (but(__mul__=lambda v, dv, u, du: (v * u, v * du + du * v)), "has the same slip"),
            (but(__mul__=lambda v, dv, u, du: (v * u, v * du)), "A term is missing: the tangent"),
            (but(__mul__=lambda v, dv, u, du: (v * u, dv * u)), "A term is missing: the primal"),
            (but(__mul__=lambda v, dv, u, du: (v * u, v * du - dv * u)), "added, not subtracted"),
            (
                but(__mul__=lambda v, dv, u, du: (v * u, v * dv + u * du)),
                "by its own tangent",
            ),
            (but(__mul__=lambda v, dv, u, du: (v * u, dv + du)), "derivatives of a sum"),
            (having(__pow__=RightDual.__mul__), "A power has two stars"),
            (power(lambda v, dv, n: n * v ** (n - 1)), "Multiply it by the tangent of a"),
            (power(lambda v, dv, n: v ** (n - 1) * dv), "The exponent is missing as a factor"),
            (power(lambda v, dv, n: n * v**n * dv), "The exponent goes down by one"),
            (power(lambda v, dv, n: 2 * v * dv), "rule for a square"),
            (power(lambda v, dv, n: n * dv), "Beside n the power is missing"),
            (power(lambda v, dv, n: v**n * math.log(v) * dv), "derivative by the exponent"),
            (power(lambda v, dv, n: 3 * v**2 * dv if n == 3 else dv), "for every exponent"),
            (power(lambda v, dv, n: n * v ** int(n - 1) * dv), "for every exponent"),
            (but(__neg__=lambda v, dv: (-v, dv)), "-a shrinks"),
            (but(__sub__=lambda v, dv, u, du: (u - v, du - dv)), "The difference is turned round"),
            (but(__sub__=lambda v, dv, u, du: (v + u, dv + du)), "That is the sum"),
            (but(__sub__=lambda v, dv, u, du: (v - u, dv + du)), "a - b shrinks"),
            (
                but(__sub__=lambda v, dv, u, du: (v - u, du - dv)),
                "The two derivatives have changed places",
            ),
            (but(__truediv__=lambda v, dv, u, du: (u / v, 0)), "The quotient is turned round"),
            (but(__truediv__=lambda v, dv, u, du: (v / u, dv / du)), "has both primals in it"),
            (
                but(__truediv__=lambda v, dv, u, du: (v / u, dv * u - v * du)),
                "What stands below is missing",
            ),
            (
                but(__truediv__=lambda v, dv, u, du: (v / u, (dv * u - v * du) / u)),
                "What stands below lacks a square",
            ),
            (
                but(__truediv__=lambda v, dv, u, du: (v / u, (v * du - dv * u) / u**2)),
                "The sign is wrong: the tangent of a",
            ),
            (
                but(__truediv__=lambda v, dv, u, du: (v / u, (dv * u + v * du) / u**2)),
                "When b grows, a / b shrinks",
            ),
            (
                but(__truediv__=lambda v, dv, u, du: (v / u, dv / u - du / u**2)),
                "The factor a is missing",
            ),
            (
                but(__truediv__=lambda v, dv, u, du: (v / u, dv / u - v * du / u)),
                "A square is missing: it is -a / b**2",
            ),
            (
                but(__truediv__=lambda v, dv, u, du: (v / u, du / u - v * dv / u**2)),
                "The two derivatives have changed places",
            ),
            (
                but(__truediv__=lambda v, dv, u, du: (v / u, v * du + dv * u)),
                "derivatives of a product",
            ),
            (but(exp=lambda v, dv: (math.exp(v), math.exp(v))), "Multiply it by the tangent of a"),
            (but(exp=lambda v, dv: (math.exp(v), math.exp(dv))), "The tangent went into"),
            (but(exp=lambda v, dv: (math.exp(v), v * math.exp(v) * dv)), "A factor a is too much"),
            (
                but(exp=lambda v, dv: (math.exp(v), v * math.exp(v - 1) * dv)),
                "That is the power rule",
            ),
            (but(exp=lambda v, dv: (math.exp(v), v * dv)), "the number in the exponent"),
            (
                but(exp=lambda v, dv: (math.exp(v), math.exp(math.exp(v)) * dv)),
                "exponential is taken twice",
            ),
            (but(sin=lambda v, dv: (math.sin(v), math.cos(v))), "Multiply it by the tangent of a"),
            (but(sin=lambda v, dv: (math.sin(v), math.cos(dv))), "The tangent went into"),
            (but(sin=lambda v, dv: (math.sin(v), -math.cos(v) * dv)), "of the sine is + cos"),
            (but(sin=lambda v, dv: (math.sin(v), math.sin(v) * dv)), "of the sine is the cosine"),
            (but(cos=lambda v, dv: (math.cos(v), -math.sin(v))), "Multiply it by the tangent of a"),
            (but(cos=lambda v, dv: (math.cos(v), -math.sin(dv))), "The tangent went into"),
            (but(cos=lambda v, dv: (math.cos(v), math.sin(v) * dv)), "of cos is -sin"),
            (but(cos=lambda v, dv: (math.cos(v), math.sin(v))), "and the tangent of a as a factor"),
            # With plain numbers.
            (but(__add__=lambda v, dv, u, du: (v + u, dv + (du or u))), "it has the tangent 0"),
            (but(__sub__=lambda v, dv, u, du: (v - u, dv - (du or u))), "it has the tangent 0"),
            (having(lifted=lift_with_one), "was given the tangent 1"),
            (
                but(__mul__=lambda v, dv, u, du: (v * u, v * du + dv * u if du else dv)),
                "scales the tangent as well",
            ),
            (having(__rsub__=RightDual.__sub__), "The operands have changed places"),
            (having(__rtruediv__=RightDual.__truediv__), "The operands have changed places"),
            (but(__rsub__=lambda v, dv, u, du: (u - v, dv)), "When a grows, 3 - a shrinks"),
            (
                but(__rtruediv__=lambda v, dv, u, du: (u / v, u * dv / v**2)),
                "When a grows, 3 / a shrinks",
            ),
            (but(__rtruediv__=lambda v, dv, u, du: (u / v, -dv / v**2)), "The 3 is missing"),
        ],
        random_wrong=random_dual,
    ),
]
