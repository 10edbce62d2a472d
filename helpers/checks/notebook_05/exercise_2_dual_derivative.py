"""Exercise 2 of notebook 05: the derivative of a function of one number."""

from helpers import finite_differences
from helpers.checks.feedback import Mistake
from helpers.checks.notebook_05.programs import IMPORTS, OneSweepExercise, reading
from helpers.dual import Dual
from helpers.rules import exp, log, sin


def cubic(x):
    return x**3 - 2 * x


def wave(x):
    return sin(3 * x) * exp(-x)


def small_steps(x):
    for _ in range(5):
        x = sin(x) + 0.5 * x
    return x


def with_branch(x):
    if x > 0:
        return x * log(x)
    return exp(x) / (1 + x * x)


def derivative_along(f, x, tangent):
    return f(Dual(x, tangent)).tangent


DUAL_DERIVATIVE = OneSweepExercise(
    solution=lambda f, x: derivative_along(f, x, 1.0),
    run=reading({Dual: "You return the whole dual number. The derivative is its `tangent`."}),
    cases=[(cubic, 2.0), (wave, 0.5), (small_steps, 0.3), (with_branch, 0.7), (with_branch, -1.5)],
    mistakes=[
        Mistake(
            lambda f, x: derivative_along(f, x, 0.0),
            "All tangents are 0. Dual(x) is a constant; the tangent that goes in has to be 1. (A "
            "Value has no tangent, and no `grad` before `backward()`.)",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, x),
            "That is x * f'(x). "
            "Either the tangent that goes in is x, or the result is multiplied by x.",
        ),
        Mistake(
            lambda f, x: f(Dual(1.0, x)).tangent,
            "Primal and tangent have changed places: Dual(x, 1.0).",
        ),
        Mistake(
            lambda f, x: f(x),
            "That is the value of f. The derivative is the `tangent` of the result.",
        ),
        Mistake(
            lambda f, x: f(1.0),
            "That is f(1): f was given a tangent. Give it the dual number, and read the tangent "
            "off the result.",
        ),
        Mistake(
            lambda f, x: 1.0,
            "It is 1 whatever f is: the tangent of the input. The dual number has to go through f.",
        ),
        Mistake(
            lambda f, x: finite_differences.derivative(f, x, method="forward"),
            "That agrees to a few digits only, as a finite difference does, or a rounded number. "
            "A dual number needs no step: call f once, and take the tangent.",
            within=1e-3,
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, 2.0),
            "That is twice the derivative. "
            "Either the tangent that goes in is 2, or the result is doubled.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, -1.0),
            "The sign is turned. Either the tangent that goes in is -1, or the result has a minus.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, 1e-6),
            "A step of a finite difference went in as the tangent. It has to be 1.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, 1e-6) * 1e-6,
            "A step of a finite difference went in as the tangent, and multiplies the result. A "
            "dual number has no step: the tangent is 1.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, f(x)),
            "The tangent that goes in is f(x), or the result is multiplied by it. It has to be 1: "
            "x grows as fast as itself.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, f(x), 1.0),
            "That is the derivative at f(x). It is asked for at x.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, 1.0) / f(x),
            "The derivative is divided by the value. Return the tangent as it is.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, 1.0) / 2,
            "That is half of it: no step is to be divided by. Return the tangent as it is.",
        ),
        Mistake(
            lambda f, x: abs(derivative_along(f, x, 1.0)),
            "The sign is lost. A derivative may be negative.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, 1.0) - f(x),
            "The value is subtracted, as in a finite difference. The tangent is the derivative "
            "already.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x + 1, 1.0),
            "That is the derivative at x + 1. It is asked for at x.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, 1.0, 1.0),
            "That is the derivative at 1. It is asked for at x.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, 1.0) / x,
            "The derivative is divided by x, or the tangent that goes in is 1 / x. It has to be 1.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, 1e-5),
            "A small step went in as the tangent, which has to be 1: a dual number needs no step.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, 1.0) ** 2,
            "The derivative is squared. Return the tangent as it is.",
        ),
        Mistake(
            lambda f, x: f(x) + derivative_along(f, x, 1.0),
            "Value and tangent are added up. The derivative is the tangent alone.",
        ),
    ],
    praise="One call of f, and its derivative to the last digit.",
    hints={
        "'Dual' object": "A Dual has a `primal` and a `tangent`. The derivative is the `tangent`.",
        "'float' object is not callable": "`tangent` is a number: no brackets.",
        "keyword argument": "Primal and tangent are told by their places: Dual(x, 1.0).",
        "'function' object has no attribute": "Call f first. The `tangent` belongs to the result.",
        "Dual takes real numbers, got": "The dual number is made of x, and then goes into f.",
        "'type'": "`Dual` is the class. Make a number of it: Dual(x, 1.0).",
        "'tuple'": "f takes one number: Dual(x, 1.0).",
        "'list'": "f takes one number: Dual(x, 1.0).",
        "positional argument": "f takes one number: Dual(x, 1.0).",
        "'float' object has no attribute 'tangent'": "f was given a plain number, and gives one "
        "back. Give it a dual number.",
        "'complex'": "A complex number cannot be compared, so it stops at a branch. A dual number "
        "can.",
        **IMPORTS,
    },
    advice="A dual number needs no second call: value and derivative come out together.",
)


def dual_derivative(answer):
    """Check my_derivative(f, x), by dual numbers.

    >>> dual_derivative(lambda f, x: f(x))
    ✗ Not yet right. That is the value of f. The derivative is the `tangent` of the result.
    """
    return DUAL_DERIVATIVE.check(answer)
