"""Exercise 1 of notebook 04: what a quotient has to note."""

from helpers.checks.feedback import Exercise, Mistake

QUOTIENT = Exercise(
    solution=lambda a, b: [a / b, 1 / b, -a / b**2],
    cases=[(3.0, 2.0), (-1.5, 0.4), (0.7, -5.0)],
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
            lambda a, b: [a / b, 1 / b, -a / b * 2],
            "`-a / b * 2` multiplies by 2. A square is written with two stars: b**2.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, a],
            "The derivative by b is that of a product. Write a / b as a * b**-1: by b, it is a "
            "times the derivative of b**-1.",
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
            lambda a, b: [a / b, a / b, -a / b**2],
            "The derivative by a has an a too much: a / b is a, times 1 / b.",
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
    ],
    praise="Both derivatives are made of numbers that are at hand when the quotient is computed.",
)


def quotient(answer):
    """Check my_quotient(a, b), which returns a / b and its two derivatives.

    >>> quotient(lambda a, b: [a / b, 1 / b, a / b**2])
    ✗ Not yet right. The derivative by b lacks a minus: when b grows, a / b shrinks.
    """
    return QUOTIENT.check(answer)
