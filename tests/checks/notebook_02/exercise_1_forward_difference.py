"""Exercise 1 of notebook 02: the forward difference."""

from helpers import checks
from helpers.checks.notebook_02.exercise_1_forward_difference import FORWARD_DIFFERENCE
from helpers.finite_differences import derivative
from tests.checks.entry import Entry, typed
from tests.checks.notebook_02.wrong_at_random import random_formula


def forward_in_steps(f, x, h):
    rise = f(x + h) - f(x)
    run = (x + h) - x
    return rise / run


def forward_as_two_quotients(f, x, h):
    return f(x + h) / h - f(x) / h


def forward_with_own_step(f, x, h):
    h = 1e-6
    return (f(x + h) - f(x)) / h


ENTRY = Entry(
    notebook="02-finite-differences.ipynb",
    name="my_derivative",
    check=checks.forward_difference,
    exercise=FORWARD_DIFFERENCE,
    right=[
        forward_in_steps,
        forward_as_two_quotients,
        lambda f, x, h: 1 / h * (f(x + h) - f(x)),
        lambda f, x, h: derivative(f, x, h, method="forward"),
    ],
    wrong=[
        (lambda f, x, h: -f(x) + f(h + x), "Divide it by the step"),
        (lambda f, x, h: f(x + h) - f(x) / h, "Only f(x) gets divided"),
        (lambda f, x, h: f(x + h) / h, "Subtract f(x) before"),
        (lambda f, x, h: (f(x + h) - f(x)) / 2 / h, "is only one `h`"),
        (lambda f, x, h: h * (f(x + h) - f(x)), "You multiply by `h`. A slope"),
        (lambda f, x, h: (f(x) - f(x + h)) / h, "sign is turned round"),
        (lambda f, x, h: (f(x - h) - f(x)) / -h, "called the backward difference"),
        (lambda f, x, h: 0.5 * (f(x + h) - f(x - h)) / h, "the central difference"),
        (forward_with_own_step, "for a much smaller step than `h`"),
        (lambda f, x, h: (f[x + h] - f[x]) / h, "with round brackets"),
        (lambda f, x, h: h(f(x)), "needs the sign of a product"),
        (lambda f, x, h: [f(x)], "expected a number"),
        *typed(__file__, "f, x, h", "cube = lambda x: x**3"),
    ],
    random_wrong=random_formula,
)
