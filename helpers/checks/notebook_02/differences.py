"""What the exercises of notebook 02 share: functions to try, the formulas, and common mistakes.

A finite difference is compared with the same formula, not with the derivative. Steps from 0.05 to
0.5 leave rounding no room: all right ways to write a formula agree to more than 9 digits, and what
is wrong with the formula shows far above that. Only the complex step can also be tried where it is
exact to the last digit.
"""

import cmath

from helpers.checks.feedback import Mistake
from helpers.finite_differences import derivative


def cube(x):
    return x**3


def reciprocal(x):
    return 1 / x


def exponential(x):
    return cmath.exp(x) if isinstance(x, complex) else cmath.exp(x).real


def forward(f, x, h):
    return (f(x + h) - f(x)) / h


def backward(f, x, h):
    return (f(x) - f(x - h)) / h


def central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def steepness(f, x, h):
    """The derivative, whatever the step."""
    return derivative(f, x)


OWN_STEP = Mistake(
    steepness,
    "That is the slope for a much smaller step than `h`. Use the `h` that is passed in.",
    within=1e-4,
)
CALL_F = {
    "'function' object is not subscriptable": "`f` is a function: call it with round "
    "brackets, f(x).",
    "returned a function": "The function that is returned was never called. Return the number "
    "itself: no `lambda`, and no function inside.",
    "not callable": "Python needs the sign of a product: h * (…), not h(…).",
}
