"""Exercise 1 of notebook 04: what a quotient has to note."""

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
        (lambda a, b: [a / b, 1 / b, a / b**2], "lacks a minus"),
        (lambda a, b: [a / b, -a / b**2, 1 / b], "have changed places"),
        (lambda a, b: [a / b, 1 / b, -1 / b**2], "lacks the a:"),
        (lambda a, b: [a / b, 1 / b, -a / b], "lacks a square"),
        (lambda a, b: [a / b, 1 / b, -a / b * 2], "with two stars"),
        (lambda a, b: [a / b, 1 / b, a], "is that of a product"),
        (lambda a, b: [a / b, b, a], "Those are the derivatives of a product"),
        (lambda a, b: [a / b, b, -a / b**2], "The derivative by a is 1 / b"),
        (lambda a, b: [a / b, 1, -a / b**2], "The derivative by a is not 1"),
        (lambda a, b: [a / b, a / b, -a / b**2], "an a too much"),
        (lambda a, b: [b / a, 1 / a, -b / a**2], "The quotient is turned round"),
        (lambda a, b: [1 / b, -a / b**2], "The value is missing"),
        (lambda a, b: (1 / b, -a / b**2, a / b), "The value comes first, then"),
        (lambda a, b: a / b, "That is the value alone"),
        (
            lambda a, b: [a / b, 1 / b, -2 * a / b**2],
            "gives -1.5 for the derivative by b, but it should be -0.75",
        ),
        (lambda a, b: [a / b, [1 / b, -a / b**2]], "as its second number, expected a number"),
        (lambda a, b: {"value": a / b}, "expected a list of 3 numbers"),
    ],
    random_wrong=random_quotient,
)
