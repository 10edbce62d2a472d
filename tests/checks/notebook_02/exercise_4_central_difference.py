"""Exercise 4 of notebook 02: the central difference."""

from helpers import checks
from helpers.checks.notebook_02.exercise_4_central_difference import CENTRAL_DIFFERENCE
from helpers.finite_differences import derivative
from tests.checks.entry import Entry, typed
from tests.checks.notebook_02.exercise_1_forward_difference import forward_in_steps
from tests.checks.notebook_02.wrong_at_random import random_formula


def mean_of_forward_and_backward(f, x, h):
    right = (f(x + h) - f(x)) / h
    left = (f(x) - f(x - h)) / h
    return (right + left) / 2


def central_in_steps(f, x, h):
    right, left = x + h, x - h
    return (f(right) - f(left)) / (right - left)


ENTRY = Entry(
    notebook="02-finite-differences.ipynb",
    name="my_central_derivative",
    check=checks.central_difference,
    exercise=CENTRAL_DIFFERENCE,
    right=[
        mean_of_forward_and_backward,
        central_in_steps,
        lambda f, x, h: (f(x + h) - f(x - h)) / h / 2,
        derivative,
    ],
    wrong=[
        (lambda f, x, h: (f(x + h) - f(x - h)) / h, "twice too large"),
        (lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h, "then multiplies by"),
        (lambda f, x, h: f(x + h) - f(x - h) / (2 * h), "Only the second value"),
        (lambda f, x, h: f(x + h) - f(x - h), "by the distance, which is 2h"),
        (lambda f, x, h: (f(x + h) - f(x - h)) / 2, "but not by `h`"),
        (forward_in_steps, "That is the forward difference"),
        (lambda f, x, h: (f(x) - f(x - h)) / h, "That is the backward difference"),
        (lambda f, x, h: (f(x + h) - f(x)) / (2 * h), "go only from x to x + h"),
        (lambda f, x, h: (f(x - h) - f(x + h)) / (2 * h), "f(x + h) comes first"),
        (lambda f, x, h: (f(x + h) + f(x - h)) / (2 * h), "You add the two values"),
        (lambda f, x, h: central_in_steps(f, x, h / 2), "a whole `h` to each side"),
        (lambda f, x, h: central_in_steps(f, x, 1e-5), "a much smaller step"),
        *typed(__file__, "f, x, h", "cube = lambda x: x**3"),
    ],
    random_wrong=random_formula,
)
