"""Exercise 1 of notebook 04: what a quotient has to note."""

from math import log

import numpy as np

from helpers import checks
from helpers.checks.notebook_04.exercise_1_quotient import QUOTIENT
from helpers.rules import RULES
from tests.checks.entry import Entry


def quotient_by_its_reciprocal(a, b):
    reciprocal = b**-1
    return (a * reciprocal, reciprocal, -a * reciprocal * reciprocal)


def quotient_by_the_rule_book(a, b):
    rule = RULES["div"]
    return np.array([rule(a, b), *(partial(a, b, a / b) for partial in rule.partials)])


def random_quotient(rng):
    factor, place = rng.uniform(1.1, 3), rng.integers(3)

    def my_quotient(a, b):
        noted = [a / b, 1 / b, -a / b**2]
        noted[place] *= factor
        return noted

    return my_quotient


ENTRY = Entry(
    notebook="04-value-and-backpropagation.ipynb",
    name="my_quotient",
    check=checks.quotient,
    exercise=QUOTIENT,
    right=[quotient_by_its_reciprocal, quotient_by_the_rule_book],
    wrong=[
        (lambda a, b: [b / a, 1 / b, -a / b**2], "value is turned round"),
        (lambda a, b: [a // b, 1 / b, -a / b**2], "rounded down by `//`"),
        (lambda a, b: [a / b, 1 / b, a / b**2], "lacks a minus"),
        (lambda a, b: [a / b, -a / b**2, 1 / b], "The two derivatives have changed places"),
        (lambda a, b: [a / b, 1 / b, -1 / b**2], "lacks the a:"),
        (lambda a, b: [a / b, 1 / b, -a / b], "lacks a square"),
        (lambda a, b: [a / b, 1 / b, -a / b * 2], "with two stars"),
        (lambda a, b: [a / b, 1 / b, a], "by b is that of a product"),
        (lambda a, b: [a / b, b, a], "Those are the derivatives of a product"),
        (lambda a, b: [a / b, b, -a / b**2], "a / b is a, times 1 / b"),
        (lambda a, b: [a / b, 1, -a / b**2], "The derivative by a is not 1"),
        (lambda a, b: [a / b, a / b, -a / b**2], "the a above is too much."),
        (lambda a, b: [b / a, 1 / a, -b / a**2], "turned round: that is b / a."),
        (lambda a, b: [1 / b, -a / b**2], "The value is missing"),
        (lambda a, b: (1 / b, -a / b**2, a / b), "The value comes first, then"),
        (lambda a, b: a / b, "That is the value alone"),
        (
            lambda a, b: [a / b, 1 / b, -2 * a / b**2],
            "a factor of 2 is too much",
        ),
        (lambda a, b: [a / b, [1 / b, -a / b**2]], "as its second number, expected a number"),
        (lambda a, b: {"value": a / b}, "expected a list of 3 numbers"),
        (lambda a, b: [a / b, a, -a / b**2], "the a above is too much; b is missing below"),
        (lambda a, b: [a * b, b, a], "That is the product, and its"),
        (lambda a, b: [a / b, 1 / b, 1 / a], "a stands above, not a below; b**2 is missing"),
        (lambda a, b: [a / b, 1 / a, -a / b**2], "the a below is too much; b is missing below"),
        (lambda a, b: [a / b, 1 / b, a * log(abs(b))], "is an integral: 1 / b has a logarithm"),
        (lambda a, b: [a / b, 1 / b, -b / a**2], "a and b have changed places"),
        (lambda a, b: [b / a, -b / a**2, 1 / a], "b / a, and its derivatives"),
        (lambda a, b: [a // b, 1 // b, -a // b**2], "Two slashes round down"),
        (lambda a, b: [a / b, 1 / b, -((a / b) ** 2)], "above stands a, not a**2"),
        (lambda a, b: [a / b, 1 / b, -a * b**2], "b**2 stands below, not b**2 above"),
        (lambda a, b: [a / b, 1 / b, -a / (2 * b)], "not 2 * b"),
        (lambda a, b: [a / b, 1 / b, -a / b * b], "multiplies by b again"),
        (lambda a, b: [a / b, 1 / b, 1], "a minus is missing; a is missing above; b**2 is missing"),
        (lambda a, b: [a / b, 1 / b, 0], "derivative by b is not 0"),
        (lambda a, b: [a / b, 1, 1], "of a sum, a + b"),
        (lambda a, b: [a / b, 1, -1], "of a difference, a - b"),
        (lambda a, b: [a / b, (b - a) / b**2, (b - a) / b**2], "when a and b both grow"),
        (lambda a, b: [a / b, 1 / b**2, -a / b**2], "below stands b, not b**2"),
        (lambda a, b: [a / b, -1 / b, a / b**2], "The signs have changed places"),
        (lambda a, b: [a / b, -1 / b**2, -a / b**2], "not the slope of 1 / b"),
        (lambda a, b: [a / b, 1 / b, -a / b**3], "below stands b**2, not b**3"),
        (lambda a, b: [a / b, 1 / b, -1 / a**2], "a stands above, not a**2 below"),
        (lambda a, b: [a / b, a / b**2, -(a**2) / b**3], "The value is in both"),
        (lambda a, b: [round(x, 3) for x in (a / b, 1 / b, -a / b**2)], "Round nothing"),
        (lambda a, b: [a / b, 1 / b, (a / (b + 1e-6) - a / b) / 1e-6], "Round nothing"),
        (lambda a, b: [a.data / b.data, 1 / b.data], "Here a and b are plain numbers"),
        (lambda a, b: [a / b, [1 / b, -a / b**2]], "as its second number, expected a number"),
        (
            lambda a, b: [a / b, lambda: 1 / b, lambda: -a / b**2],
            "as its second number, expected a number",
        ),
        (lambda a, b: f"{a / b}, {1 / b}", "expected a list of 3 numbers"),
        (lambda a, b: [a / b, 1 / b], "returned 2 numbers, expected 3"),
        (lambda a, b: [b / a, b, a], "value is turned round"),
        (lambda a, b: [a / b, a, -b], "the a above is too much; b is missing below"),
        (lambda a, b: [a / b, 1 / b, -a / b**0.5], "the root of b"),
        (lambda a, b: [a / b, a / b, -a / b], "the a above is too much."),
        (lambda a, b: [a / b, 0, -a / b**2], "derivative by a is not 0"),
        (lambda a, b: [a / b, -1 / b, -a / b**2], "by a is 1 / b: a minus is too much"),
    ],
    random_wrong=random_quotient,
)
