"""Exercise 2 of notebook 03: two paths from u to f = sin(u) exp(2u), which add up."""

import cmath
from math import cos, exp, sin

from helpers import checks
from helpers.checks.notebook_03.exercise_2_two_paths import TWO_PATHS
from tests.checks.entry import Entry, typed


def sum_of_a_list(u):
    paths = [exp(2 * u) * cos(u), 2 * sin(u) * exp(2 * u)]
    return sum(paths)


def factored(u):
    return exp(u) ** 2 * (cos(u) + 2 * sin(u))


def by_the_complex_step(u):
    return (cmath.sin(u + 1e-20j) * cmath.exp(2 * (u + 1e-20j))).imag / 1e-20


ENTRY = Entry(
    notebook="03-chain-rule-and-wengert-lists.ipynb",
    name="my_sum_of_paths",
    check=checks.two_paths,
    exercise=TWO_PATHS,
    right=[sum_of_a_list, factored, by_the_complex_step],
    wrong=[
        (lambda u: exp(2 * u) * cos(u), "the path over x alone"),
        (lambda u: sin(u) * 2 * exp(2 * u), "the path over y alone"),
        (lambda u: cos(u) * 2 * exp(2 * u), "multiplied the two slopes"),
        (lambda u: exp(2 * u) * cos(u) * sin(u) * 2 * exp(2 * u), "multiplied the two paths"),
        (lambda u: cos(u) + 2 * exp(2 * u), "added the slopes of x and y"),
        (lambda u: sin(u) * cos(u) + 2 * exp(4 * u), "have changed places"),
        (lambda u: exp(2 * u) * (cos(u) - 2 * sin(u)), "The second path is subtracted"),
        (lambda u: exp(2 * u) * (cos(u) + sin(u)), "lacks a factor 2"),
        (lambda u: exp(2 * u) * (2 * sin(u) - cos(u)), "The path over x has the wrong sign"),
        (lambda u: sin(u) * exp(2 * u), "That is f itself"),
        (lambda u: exp(2 * u) * cos(u) + sin(u) * 2 * u * exp(2 * u - 1), "exp is no power"),
        (lambda u: exp(2 * u) * cos(u) + sin(u) * 2 * u * exp(2 * u), "by 2 * u itself"),
        (
            lambda u: exp(u) * cos(u) + sin(u) * 2 * exp(u),
            "There are two slips. y is exp(2 * u): the 2",
        ),
        (lambda u: exp(2 * u) * (cos(u) + 2 * sin(u)) / 2, "you take the mean of the two"),
        (lambda u: (cos(u) - 2 * sin(u)) / exp(2 * u), "That is the rule for a quotient"),
        (lambda u: [exp(2 * u) * cos(u), 2 * sin(u) * exp(2 * u)], "stand side by side"),
        (lambda u: [cos(u), 2 * exp(2 * u)], "expected a number"),
        (eval("lambda u: cos(u)", {}), "imports `cos`, `exp` and `sin`"),
        (eval("lambda u: e ** (2 * u)", {}), "e to the power of z"),
        *typed(__file__, "u", "from math import cos, exp, sin"),
    ],
)
