"""Exercise 1 of notebook 03: a chain of two, the derivative of sin(x²)."""

import math

import numpy as np

from helpers import checks
from helpers.checks.notebook_03.exercise_1_chain_rule import CHAIN_RULE
from helpers.rules import RULES
from helpers.wengert import trace
from tests.checks.entry import Entry, typed


def slope_in_steps(x):
    inner, inner_slope = x * x, x + x
    outer_slope = np.cos(inner)
    return inner_slope * outer_slope


def slope_by_list(x):
    return trace(lambda x: RULES["sin"](x**2), x=x).gradient()["x"]


ENTRY = Entry(
    notebook="03-chain-rule-and-wengert-lists.ipynb",
    name="my_slope",
    check=checks.chain_rule,
    exercise=CHAIN_RULE,
    right=[slope_in_steps, slope_by_list, lambda x: 2 * x * math.cos(x * x)],
    wrong=[
        (lambda x: 2 * x * math.cos(x), "The slope of the sine is taken at x"),
        (lambda x: math.cos(x * x), "slope of the outer function. Multiply"),
        (lambda x: x + x, "slope of the inner function. Multiply"),
        (lambda x: math.cos(2 * x), "inner slope into the cosine"),
        (lambda x: 2 * x * math.sin(x**2), "is the cosine."),
        (lambda x: -2 * x * math.cos(x**2), "A minus comes with the cosine"),
        (lambda x: x * math.cos(x**2), "A factor 2 is missing"),
        (lambda x: math.cos(x**2) * x**2, "multiply by the inner value"),
        (lambda x: 2 * x + math.cos(x**2), "two slopes multiply"),
        (lambda x: math.sin(2 * x), "Then the square stands outside"),
        (lambda x: math.sin(x**2), "function itself"),
        (lambda x: cos(x**2) * 2 * x, "Run the cell above first"),  # noqa: F821
        (lambda x: 2 * x * sin(x**2), "Run the cell above first"),  # noqa: F821
        *typed(__file__, "x", "from math import cos, exp, sin"),
    ],
)
