"""Exercises 1 and 2 of notebook 05, dual numbers.

The others stand in `products` and `forward_mode`.
"""

from helpers import finite_differences
from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.programs import IMPORTS, OneSweepExercise, reading
from helpers.dual import Dual
from helpers.rules import exp, log, sin

# 1. The quotient of two dual numbers.

DUAL_QUOTIENT = Exercise(
    solution=lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) / u**2],
    cases=[(3.0, 1.0, 2.0, 0.5), (-1.5, 0.7, 0.4, -2.0), (0.6, 2.0, -5.0, 1.5)],
    entries=("the primal", "the tangent"),
    mistakes=[
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u + v * u_dot) / u**2],
            "The tangent lacks a minus: when u grows, v / u shrinks.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v * u_dot - v_dot * u) / u**2],
            "The tangent has the wrong sign: v_dot * u comes first, and v * u_dot is subtracted.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot * u - v * u_dot],
            "The tangent is not divided yet: below it stands u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) / u],
            "The tangent lacks a square: it is divided by u**2, not by u.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot * u - v * u_dot / u**2],
            "Only v * u_dot gets divided: / binds tighter than -. Put the difference in brackets.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) / u * 2],
            "`/ u * 2` divides by u and multiplies by 2. A square is written with two stars: u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) / v**2],
            "The tangent is divided by v**2. Below stands u, so it is u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) / u_dot**2],
            "The tangent is divided by u_dot**2. Below stands the square of the primal, u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot / u_dot],
            "Tangents are not divided by each other, just as a product does not multiply them. "
            "Multiply above and below with u - u_dot ε.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot / u],
            "That holds if u is a constant. But u has a tangent too: subtract v * u_dot / u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v * u_dot + v_dot * u],
            "The tangent is that of the product v * u. For the quotient, multiply above and below "
            "with u - u_dot ε.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v * u, v * u_dot + v_dot * u],
            "That is the product. Asked for is the quotient, v / u.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v * u, v_dot * u - v * u_dot],
            "That is what stands above after multiplying. What stands below, u**2, is missing in "
            "both.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [u / v, (u_dot * v - u * v_dot) / v**2],
            "The quotient is turned round: that is u / v.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [(v_dot * u - v * u_dot) / u**2, v / u],
            "The primal comes first, then the tangent.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: (v_dot * u - v * u_dot) / u**2,
            "That is the tangent alone. Return both, the primal first, as a list.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: v / u,
            "That is the primal alone. Return both, as a list.",
        ),
    ],
    praise="Nobody put the quotient rule in. It came from ε² = 0.",
    hints={
        "'Dual1'": "This class cannot divide, and nothing of it is needed here: compute with the "
        "four numbers.",
    },
)


def dual_quotient(answer):
    """Check my_dual_quotient(v, v_dot, u, u_dot), the primal and the tangent of a quotient.

    >>> dual_quotient(lambda v, v_dot, u, u_dot: [v / u, v_dot / u_dot]).kind
    'wrong'
    """
    return DUAL_QUOTIENT.check(answer)


# 2. The derivative of a function of one number.


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
            "All tangents are 0. Dual(x) is a constant; the tangent that goes in has to be 1.",
        ),
        Mistake(
            lambda f, x: derivative_along(f, x, x),
            "That is x * f'(x): the tangent that goes in is x. It has to be 1.",
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
            "That agrees to a few digits only, as a finite difference does. A dual number needs "
            "no step: call f once, and take the tangent.",
            within=1e-3,
        ),
    ],
    praise="One call of f, and its derivative to the last digit.",
    hints={
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
