"""Exercise 5 of notebook 05: the product of the Hessian with a vector."""

import math
from operator import add

import numpy as np

from helpers import checks
from helpers.checks.notebook_05.exercise_5_hvp import HVP
from helpers.dual import Dual
from helpers.value import Value
from tests.checks.entry import Entry
from tests.checks.notebook_05.exercise_3_jvp import ones
from tests.checks.notebook_05.wrong_at_random import off_by_a_factor, times


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


def hvp_turned_round(f, point, direction):
    leaves = [Value(x) for x in point]
    f(*map(Dual, direction, leaves)).tangent.backward()
    return [leaf.grad for leaf in leaves]


def hvp_of_itself(f, point, direction):
    leaves = [Value(x) for x in point]
    f(*map(Dual, leaves, leaves)).tangent.backward()
    return [leaf.grad for leaf in leaves]


def hvp_of_the_diagonal(f, point, direction):
    units = np.eye(len(point))
    return np.array([hvp_with()(f, point, unit) for unit in units]).diagonal() * direction


def hvp_called(f, point, direction):
    f(*map(Dual, map(Value, point), direction)).tangent().backward()


ENTRY = Entry(
    notebook="05-dual-numbers.ipynb",
    name="my_hvp",
    check=checks.hvp,
    exercise=HVP,
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
        (hvp_by_finite_difference, "difference of two gradients"),
        (hvp_with(read=lambda leaves, result: result), "Run backward from the tangent of the"),
        (hvp_with(read=lambda leaves, result: leaves), "You return Values"),
        (hvp_with(read=lambda leaves, result: result.tangent), "You return Values"),
        (
            lambda f, x, v: [hvp_with()(f, x, e) for e in np.eye(len(x))],
            "as for the whole Hessian",
        ),
        (hvp_of_plain_numbers, "with nothing to go back to"),
        (hvp_asking_plain_numbers, "keep these to ask for `grad`"),
        (hvp_asking_duals, "Keep the Values that you put into it"),
        (hvp_with(start=lambda result: result), "A Dual has no `backward`"),
        (hvp_inside_out, "The other way round"),
        (hvp_without_duals, "f was given Values"),
        (lambda f, x, v: f(Dual(x, v)), "one dual number for each entry"),
        (lambda f, x, v: f([Dual(Value(a), b) for a, b in zip(x, v, strict=True)]), "The star"),
        (times(hvp_with(), 2), "Is `backward()` called twice?"),
        (lambda f, x, v: hvp_with()(f, v, x), "`point` and `direction` have changed places"),
        (hvp_turned_round, "That is the gradient at v"),
        (lambda f, x, v: gradient(f, v), "That is the gradient at v"),
        (lambda f, x, v: hvp_with()(f, x, v) * np.array(v), "The direction is in twice"),
        (times(hvp_with(), -1), "The sign is turned"),
        (lambda f, x, v: hvp_with()(f, x, [-a for a in v]), "The sign is turned"),
        (lambda f, x, v: hvp_with()(f, x, v)[::-1], "in the wrong order"),
        (lambda f, x, v: hvp_with()(f, x, [a / math.hypot(*v) for a in v]), "by its length"),
        (lambda f, x, v: list(v), "the tangents that went in"),
        (lambda f, x, v: hvp_with()(f, [*map(add, x, v)], v), "That is H v at point + direction"),
        (hvp_of_itself, "The tangent of each input is the input itself"),
        (hvp_of_the_diagonal, "Only the diagonal of H"),
        (hvp_called, "`tangent` is a number: no brackets"),
        (
            lambda f, x, v: f(*[Dual(Dual(a, b), b) for a, b in zip(x, v, strict=True)]),
            "The inner numbers are to be Values",
        ),
        (lambda f, x, v: [round(a, 3) for a in hvp_with()(f, x, v)], "difference of two gradients"),
        (lambda f, x, v: sum(hvp_with()(f, x, v)), "returned 2150, expected a list"),
        (lambda f, x, v: hvp_with()(f, x, v)[0], "returned 1570, expected a list"),
        (lambda f, x, v: [hvp_with()(f, x, v)], "as for the whole Hessian"),
        (lambda f, x, v: [[a] for a in hvp_with()(f, x, v)], "as for the whole Hessian"),
        (lambda f, x, v: hvp_with()(f, x, v[::-1]), "go in the wrong way round"),
        (lambda f, x, v: hvp_with()(f, x, [v[0]] * len(v)), "is the first entry of `direction`"),
        (lambda f, x, v: [1e-5 * y for y in hvp_with()(f, x, v)], "not divided by its step"),
        (
            lambda f, x, v: [a * y for a, y in zip(x, hvp_with()(f, x, v), strict=True)],
            "multiplied by the entries of `point`",
        ),
        (lambda f, x, v: [y / 2 for y in hvp_with()(f, x, v)], "That is half of it"),
        (lambda f, x, v: [abs(y) for y in hvp_with()(f, x, v)], "The signs are lost"),
    ],
    random_wrong=off_by_a_factor(hvp_with()),
)
