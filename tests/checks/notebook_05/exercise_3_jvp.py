"""Exercise 3 of notebook 05: the product of the Jacobian with a vector."""

import math
from operator import add

import numpy as np

from helpers import checks
from helpers.checks.notebook_05.exercise_3_jvp import JVP
from helpers.checks.notebook_05.jacobians import entry_by_entry
from helpers.dual import Dual
from helpers.value import Value
from tests.checks.entry import Entry
from tests.checks.notebook_05.wrong_at_random import off_by_a_factor, times


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


def ones(direction):
    return [1.0] * len(direction)


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


def along(f, point, direction):
    return [y.tangent for y in f(*map(Dual, point, direction))]


ENTRY = Entry(
    notebook="05-dual-numbers.ipynb",
    name="my_jvp",
    check=checks.jvp,
    exercise=JVP,
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
            "The slopes are doubled",
        ),
        (lambda f, p, d: entry_by_entry(d, along(f, p, ones(p))), "comes too late"),
        (lambda f, p, d: entry_by_entry(d, along(f, p, d)), "The direction is in twice"),
        (lambda f, p, d: along(f, p, entry_by_entry(p, d)), "that go in are x * v"),
        (
            lambda f, p, d: [y.tangent for y in f(*entry_by_entry(p, [Dual(1, v) for v in d]))],
            "that go in are x * v",
        ),
        (lambda f, p, d: along(f, [*map(add, p, d)], d), "those at point + direction"),
        (lambda f, p, d: along(f, p, [d[0] for _ in p]), "the first entry of `direction`"),
        (lambda f, p, d: along(f, p, d[::-1]), "the wrong way round"),
        (lambda f, p, d: along(f, p, d)[::-1], "in the wrong order"),
        (lambda f, p, d: along(f, p, [-v for v in d]), "The sign is turned"),
        (lambda f, p, d: along(f, p, [v / math.hypot(*d) for v in d]), "divided by its length"),
        (lambda f, p, d: [s / math.hypot(*d) for s in along(f, p, d)], "divided by its length"),
        (lambda f, p, d: [y.primal + y.tangent for y in f(*map(Dual, p, d))], "are added. Asked"),
        (lambda f, p, d: list(d), "That is the direction itself"),
        (lambda f, p, d: [y.grad for y in f(*map(Dual, p, d))], "has a `primal` and a `tangent`"),
        (lambda f, p, d: [y.tangent for y in f(*map(Value, p))], "give f a Dual for each input"),
        (lambda f, p, d: along(f, p[:2], d[:2]), "not always two"),
        (lambda f, p, d: f(*[Dual(x, v) for x in p for v in d]), "makes all pairs"),
        (lambda f, p, d: [round(s, 4) for s in along(f, p, d)], "agrees to a few digits only"),
        (jvp_with(lambda point, direction: [2 * v for v in direction]), "slopes are doubled"),
        (
            jvp_with(lambda point, direction: [direction[0]] + [0.0] * (len(point) - 1)),
            "Only the first input moves",
        ),
        (lambda *given: [abs(y) for y in jvp_in_a_loop(*given)], "The signs are lost"),
    ],
    random_wrong=off_by_a_factor(jvp_in_a_loop),
)
