"""Exercise 5 of notebook 02: the complex step."""

import numpy as np

from helpers import checks
from helpers.checks.notebook_02.exercise_5_complex_step import COMPLEX_STEP
from helpers.finite_differences import derivative
from tests.checks.entry import Entry, typed
from tests.checks.notebook_02.wrong_at_random import random_formula


def complex_in_steps(f, x, h):
    z = complex(x, h)
    return np.imag(f(z)) / h


def complex_to_both_sides(f, x, h):
    return (f(x + 1j * h).imag - f(x - 1j * h).imag) / 2 / h


ENTRY = Entry(
    notebook="02-finite-differences.ipynb",
    name="my_complex_derivative",
    check=checks.complex_step,
    exercise=COMPLEX_STEP,
    right=[
        complex_in_steps,
        complex_to_both_sides,
        lambda f, x, h: (f(x + h * 1j) / h).imag,
        lambda f, x, h: derivative(f, x, h, method="complex"),
    ],
    wrong=[
        (lambda f, x, h: f(x + 1j * h).real / h, "holds the value of the function"),
        (lambda f, x, h: f(x + 1j * h).imag, "times the slope. Divide it by"),
        (lambda f, x, h: f(x + 1j * h) / h, "still a complex number"),
        (lambda f, x, h: f(x + 1j * h), "function at x + ih"),
        (lambda f, x, h: (f(x + 1j * h) - f(x)) / (1j * h), "a forward difference does. That is"),
        (lambda f, x, h: abs(f(x + 1j * h)) / h, "`abs` mixes"),
        (lambda f, x, h: f(x + 1j).imag / h, "You step by 1j."),
        (lambda f, x, h: complex(f(x + h)).imag / h, "The imaginary part is 0"),
        (lambda f, x, h: (f(x + h) - f(x)) / h, "That is the forward difference"),
        (lambda f, x, h: f(x + 1j * h).imag / (2 * h), "You divide by 2h"),
        (lambda f, x, h: complex_in_steps(f, x, 1e-9), "a much smaller step"),
        (lambda f, x, h: f(x + j * h).imag / h, "a `j` alone is a name"),  # noqa: F821
        (lambda f, x, h: f(x + i * h).imag / h, "Python's imaginary unit"),  # noqa: F821
        (lambda f, x, h: f.imag(x + 1j * h) / h, "belongs to the complex number"),
        (lambda f, x, h: 2 * f(x + 1j * h) / h, "expected a real number"),
        *typed(__file__, "f, x, h"),
    ],
    random_wrong=random_formula,
)
