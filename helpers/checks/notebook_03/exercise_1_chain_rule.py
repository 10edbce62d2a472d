"""Exercise 1 of notebook 03: a chain of two, the derivative of sin(x²)."""

from math import cos, sin

from helpers.checks.feedback import Exercise, Mistake

CHAIN_RULE = Exercise(
    solution=lambda x: cos(x**2) * 2 * x,
    cases=[(0.7,), (1.3,), (-0.4,), (2.0,)],
    mistakes=[
        Mistake(
            lambda x: cos(x) * 2 * x,
            "The slope of the sine is taken at x. Take it where the sine stands, at x**2.",
        ),
        Mistake(
            lambda x: cos(x**2),
            "That is the slope of the outer function. Multiply by the slope of the inner one.",
        ),
        Mistake(
            lambda x: 2 * x,
            "That is the slope of the inner function. Multiply by the slope of the outer one.",
        ),
        Mistake(
            lambda x: cos(2 * x),
            "You put the inner slope into the cosine. The cosine takes the inner value, x**2, and "
            "the inner slope is a factor.",
        ),
        Mistake(
            lambda x: sin(x**2) * 2 * x,
            "The slope of the sine is the cosine.",
        ),
        Mistake(
            lambda x: -cos(x**2) * 2 * x,
            "The sign is wrong: the slope of the sine is + cos. (A minus comes with the cosine, "
            "whose slope is -sin.)",
        ),
        Mistake(
            lambda x: cos(x**2) * x,
            "A factor 2 is missing: the slope of x**2 is 2 * x.",
        ),
        Mistake(
            lambda x: cos(x**2) * x**2,
            "You multiply by the inner value. Multiply by its slope.",
        ),
        Mistake(
            lambda x: cos(x**2) + 2 * x,
            "The two slopes multiply. They would add up if there were two paths.",
        ),
        Mistake(
            lambda x: 2 * sin(x) * cos(x),
            "That is the slope of sin(x)**2, where the square is outside. Here it is inside.",
        ),
        Mistake(
            lambda x: sin(x**2),
            "That is the function itself. Asked for is its derivative.",
        ),
    ],
    praise="The outer slope at the inner value, times the inner slope.",
    hints={
        "name 'cos'": "Run the cell above first: it imports `cos` and `sin`.",
        "name 'sin'": "Run the cell above first: it imports `cos` and `sin`.",
    },
)


def chain_rule(answer):
    """Check my_slope(x), the derivative of sin(x²).

    >>> from helpers.rules import cos
    >>> chain_rule(lambda x: cos(x))
    ✗ Not yet right. your function(0.7) gives 0.764842, but it should be 1.23527.
    """
    return CHAIN_RULE.check(answer)
