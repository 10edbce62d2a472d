"""Exercise 1 of notebook 04: what a quotient has to note."""

from math import log

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.powers import of_powers

VALUE, BY_A, BY_B = "The value", "The derivative by a", "The derivative by b"

# What is computed of a and b where one of the three numbers should stand, and what to say of it.
SLIPS = [
    [
        (lambda a, b: b / a, "The value is turned round: it is a / b."),
        (lambda a, b: a // b, "The value is rounded down by `//`. Divide with one slash: a / b."),
        (lambda a, b: a * b, "The value is a product. It should be a / b."),
        *of_powers(VALUE, "a / b", 1, {"a": 1, "b": -1}),
    ],
    [
        (lambda a, b: 0, "The derivative by a is not 0: a / b changes when a does."),
        (lambda a, b: b, "The derivative by a is that of a product. Here it is 1 / b."),
        (lambda a, b: 1, "The derivative by a is not 1: a / b grows by 1 / b of what a does."),
        (lambda a, b: -1 / b**2, "The derivative by a is 1 / b itself, not the slope of 1 / b."),
        *of_powers(BY_A, "1 / b", 1, {"a": 0, "b": -1}),
    ],
    [
        (lambda a, b: 0, "The derivative by b is not 0: a / b changes when b does."),
        (lambda a, b: a, "The derivative by b is that of a product. Here it is -a / b**2."),
        (lambda a, b: -b / a**2, "In the derivative by b, a and b have changed places: -a / b**2."),
        (
            lambda a, b: a * log(abs(b)),
            "The derivative by b is an integral: 1 / b has a logarithm for its integral, and "
            "-1 / b**2 for its derivative.",
        ),
        (
            lambda a, b: -a / b / 2,
            "The derivative by b takes a square: that is b**2, not 2 * b.",
        ),
        (
            lambda a, b: -a / b * 2,
            "In the derivative by b, `/ b * 2` multiplies by 2. A square is written with two "
            "stars: b**2.",
        ),
        (
            lambda a, b: -a,
            "The derivative by b is not divided: b**2 stands below. (`-a / b * b` multiplies by b "
            "again: put what stands below in brackets.)",
        ),
        *of_powers(BY_B, "-a / b**2", -1, {"a": 1, "b": -2}),
    ],
]


def of_the_case(slips):
    """The same slips as functions of what the reader returned as well."""
    return [(lambda found, a, b, f=f: f(a, b), cause) for f, cause in slips]


QUOTIENT = Exercise(
    solution=lambda a, b: [a / b, 1 / b, -a / b**2],
    cases=[(3.0, 2.0), (-1.5, 0.4), (0.7, -3.0)],
    entries=("the value", "the derivative by a", "the derivative by b"),
    mistakes=[
        Mistake(
            lambda a, b: [a / b, 1 / b, a / b**2],
            "The derivative by b lacks a minus: when b grows, a / b shrinks.",
        ),
        Mistake(
            lambda a, b: [a / b, -a / b**2, 1 / b],
            "The two derivatives have changed places: first the one by a, then the one by b.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, -1 / b**2],
            "The derivative by b lacks the a: it is the one of 1 / b, times a.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, -a / b],
            "The derivative by b lacks a square: that of 1 / b is -1 / b**2.",
        ),
        Mistake(
            lambda a, b: [a / b, b, a],
            "Those are the derivatives of a product, a * b.",
        ),
        Mistake(
            lambda a, b: [a / b, b, -a / b**2],
            "The derivative by a is 1 / b: a / b is a, times 1 / b.",
        ),
        Mistake(
            lambda a, b: [a / b, 1, -a / b**2],
            "The derivative by a is not 1: when a grows by a little, a / b grows by 1 / b of it.",
        ),
        Mistake(
            lambda a, b: [b / a, 1 / a, -b / a**2],
            "The quotient is turned round: that is b / a.",
        ),
        Mistake(
            lambda a, b: [1 / b, -a / b**2],
            "The value is missing. It comes first.",
        ),
        Mistake(
            lambda a, b: [1 / b, -a / b**2, a / b],
            "The value comes first, then the two derivatives.",
        ),
        Mistake(
            lambda a, b: a / b,
            "That is the value alone. Return it with the two derivatives, as a list of three.",
        ),
        Mistake(
            lambda a, b: [a * b, b, a],
            "That is the product, and its derivatives. Asked for is a / b.",
        ),
        Mistake(
            lambda a, b: [b / a, -b / a**2, 1 / a],
            "The quotient is turned round: that is b / a, and its derivatives.",
        ),
        Mistake(
            lambda a, b: [a // b, 1 // b, -a // b**2],
            "Two slashes round down. Divide with one: a / b.",
        ),
        Mistake(
            lambda a, b: [a / b, 1, 1],
            "Those are the derivatives of a sum, a + b.",
        ),
        Mistake(
            lambda a, b: [a / b, 1, -1],
            "Those are the derivatives of a difference, a - b.",
        ),
        Mistake(
            lambda a, b: [a / b, (b - a) / b**2, (b - a) / b**2],
            "That is what a / b changes by when a and b both grow. Let one grow at a time.",
        ),
        Mistake(
            lambda a, b: [a / b, -1 / b, a / b**2],
            "The signs have changed places: a / b grows with a, and shrinks with b.",
        ),
        Mistake(
            lambda a, b: [a / b, a / b**2, -(a**2) / b**3],
            "The value is in both as a factor. Note the local derivatives alone.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, -a / b**0.5],
            "b**0.5 is the root of b. A square is b**2.",
        ),
        Mistake(
            lambda a, b: [round(a / b, 3), round(1 / b, 3), round(-a / b**2, 3)],
            "That agrees to a few digits only. Round nothing, and take no finite difference.",
            within=0.02,
        ),
    ],
    at_place=dict(enumerate(map(of_the_case, SLIPS))),
    praise="Both derivatives are made of numbers that are at hand when the quotient is computed.",
    hints={
        "'float' object has no attribute": "Here a and b are plain numbers: a / b.",
    },
)


def quotient(answer):
    """Check my_quotient(a, b), which returns a / b and its two derivatives.

    >>> quotient(lambda a, b: [a / b, 1 / b, a / b**2])
    ✗ Not yet right. The derivative by b lacks a minus: when b grows, a / b shrinks.
    """
    return QUOTIENT.check(answer)
