"""Exercise 1 of notebook 03: a chain of two, the derivative of sin(x²)."""

from math import cos, exp, radians, sin

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two

# Right formulas differ in the last digits; of a finite difference at most eleven are right.
TO_13_DIGITS = 1e-13


def finite_difference(x, h=1e-6):
    return (sin((x + h) ** 2) - sin(x**2)) / h


def with_parts(outer=lambda x: cos(x**2), inner=lambda x: 2 * x):
    """The product of the two slopes, with one or both of them changed."""
    return lambda x: outer(x) * inner(x)


SLIPS = {
    "outer": [
        (lambda x: sin(x**2), "The slope of the sine is the cosine."),
        (lambda x: -cos(x**2), "The slope of the sine is + cos."),
        (lambda x: -sin(x**2), "-sin is the slope of the cosine. That of the sine is the cosine."),
        (lambda x: cos(x), "The cosine is taken at x. Take it at the inner value, x**2."),
        (lambda x: cos(2 * x), "The inner slope stands in the cosine. It takes x**2."),
        (lambda x: cos(x) ** 2, "The square is inside: cos(x**2)."),
        (lambda x: cos(x**3), "The inner function is x**2, not x**3."),
        (lambda x: sin(2 * x), "The slope of the sine is the cosine, and it is taken at x**2."),
        (sin, "The slope of the sine is the cosine, and it is taken at x**2."),
        (lambda x: cos(x**2) ** 2, "You square the cosine. It stands there once."),
        (lambda x: exp(x**2), "The outer function is the sine, and its slope the cosine."),
        (lambda x: cos(radians(x**2)), "The angle is in radians already: cos(x**2)."),
    ],
    "inner": [
        (lambda x: x**2, "The inner value stands where its slope should: 2 * x."),
        (lambda x: 2.0, "The inner slope is 2 * x: an x is missing."),
        (lambda x: x, "The inner slope is 2 * x: a factor 2 is missing."),
        (lambda x: 1.0, "The inner slope is missing: 2 * x."),
        (lambda x: -2 * x, "The inner slope is + 2 * x."),
        (lambda x: 2 / x, "You divide by x. The inner slope is 2 * x."),
        (lambda x: x // 0.5, "`//` rounds down. The inner slope is 2 * x."),
        (lambda x: x / 2, "The inner slope is 2 * x: multiply by 2, instead of dividing."),
        (lambda x: 2 * x**2, "The inner slope has an x too much: it is 2 * x."),
        (lambda x: 2 * x**3, "The inner slope has a square too much: it is 2 * x."),
        (lambda x: 3 * x**2, "That is the slope of x**3. The inner function is x**2."),
        (lambda x: x**3 / 3, "x**3 / 3 has the slope x**2. Asked for is the slope of x**2: 2 * x."),
        (lambda x: 2 * x + 1, "The inner slope is 2 * x, without a 1."),
        (lambda x: 4 * x, "The inner slope is 2 * x: there is a 2 too much."),
        (lambda x: 4 * x**2, "The inner slope, 2 * x, is there twice."),
    ],
}

CHAIN_RULE = Exercise(
    solution=lambda x: cos(x**2) * 2 * x,
    cases=[(0.7,), (1.3,), (-0.4,), (2.0,), (7.3,)],
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
            lambda x: 2 * cos(2 * x),
            "That is the slope of sin(2 * x). The inner function is x**2: squared, not doubled. "
            "(Or are there two slips: the inner slope in the cosine, and a 2 for 2 * x behind it?)",
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
            lambda x: sin(x**2),
            "That is the function itself. Asked for is its derivative.",
        ),
        Mistake(
            lambda x: sin(2 * x),
            "The slope of the sine is the cosine, and the inner slope 2 * x is a factor of its "
            "own. (Or is it the slope of sin(x)**2? Then the square stands outside; here it is "
            "inside.)",
        ),
        Mistake(
            lambda x: -sin(x**2) * 2 * x,
            "-sin is the slope of the cosine. The slope of the sine is the cosine, without a "
            "minus.",
        ),
        Mistake(
            lambda x: cos(x**2) * 2,
            "An x is missing: the slope of x**2 is 2 * x.",
        ),
        Mistake(
            lambda x: 2 * sin(x),
            "x**2 goes into the sine. Take the slope of the sine there, and multiply by 2 * x.",
        ),
        Mistake(
            lambda x: cos(x) ** 2 * 2 * x,
            "You square the cosine. The square is inside: cos(x**2).",
        ),
        Mistake(
            lambda x: cos(x) ** 2,
            "You square the cosine, and the inner slope is missing: cos(x**2) times 2 * x.",
        ),
        Mistake(
            lambda x: cos(x**2) * 2 * x**2,
            "The inner slope has an x too much: it is 2 * x. (Did x become x**2 on the way? Give "
            "the inner value a name of its own.)",
        ),
        Mistake(
            lambda x: cos(2 * x) * 2 * x,
            "The cosine takes the inner value, x**2, not 2 * x.",
        ),
        Mistake(
            lambda x: cos(x) * cos(x**2),
            "You take the cosine as the inner slope. The inner function is x**2, and its slope 2 "
            "* x.",
        ),
        Mistake(
            lambda x: cos(x**2) ** 2 * x,
            "There is ** where * should stand: cos(x**2) * 2 * x.",
        ),
        Mistake(
            lambda x: cos(2 * x**3),
            "The factor 2 * x has slipped into the cosine: close its bracket first, cos(x**2) * 2 "
            "* x.",
        ),
        Mistake(
            lambda x: cos(x**2) * 2 * x + sin(x**2),
            "That is the rule for a product. Here one function stands inside the other: one "
            "product, no sum.",
        ),
        Mistake(
            lambda x: sin(x**2) * 2 * x + cos(x**2) * x**2,
            "The product rule does not fit: one function stands inside the other. Multiply the "
            "two slopes.",
        ),
        Mistake(
            lambda x: cos(x) * x**2 + sin(x) * 2 * x,
            "That is the slope of sin(x) * x**2. Here x**2 stands inside the sine.",
        ),
        Mistake(
            lambda x: exp(x**2) * 2 * x,
            "The exponential is its own slope. The outer function here is the sine, and its slope "
            "the cosine.",
        ),
        Mistake(
            lambda x: cos(x**2) / (2 * x),
            "You divide by the inner slope. Multiply by it.",
        ),
        Mistake(
            lambda x: sin(cos(x**2)) * 2 * x,
            "The cosine replaces the sine. It does not go into it.",
        ),
        Mistake(
            lambda x: cos(sin(x**2)) * 2 * x,
            "The cosine takes the inner value, x**2, not the sine of it.",
        ),
        Mistake(
            lambda x: 2 * x**2 * cos(x**2) * x,
            "There is a factor x**2 too much: the inner value appears only in the cosine.",
        ),
        Mistake(
            lambda x: cos(x) * x**2,
            "Both slopes need a look: the cosine is taken at x**2, and the inner slope is 2 * x.",
        ),
        Mistake(
            lambda x: 2 * cos(x**2) - 4 * x**2 * sin(x**2),
            "That is the second derivative. Stop after the first one.",
        ),
        Mistake(
            finite_difference,
            "That agrees to some digits only, as a finite difference does, or a rounded number. "
            "Asked for is the formula, from the chain rule.",
            within=1e-2,
        ),
    ],
    within=TO_13_DIGITS,
    at_hand=lambda place, found, x: {
        "x": x,
        "cos(x**2)": cos(x**2),
        "sin(x**2)": sin(x**2),
        "cos(x)": cos(x),
        "sin(x)": sin(x),
        "cos(2 * x)": cos(2 * x),
        "sin(2 * x)": sin(2 * x),
    },
    at_entry={None: "Which function is the inner one, and what are the two slopes?"},
    slips=tuple(one_or_two(with_parts, SLIPS)),
    praise="The outer slope at the inner value, times the inner slope.",
    hints={
        "name 'math'": "`cos` and `sin` are there for you, without `math.`.",
        "name 'np'": "`cos` and `sin` are there for you, without `np.`.",
        "name 'cos'": "Run the cell above first: it imports `cos` and `sin`.",
        "name 'sin'": "Run the cell above first: it imports `cos` and `sin`.",
    },
)


def chain_rule(answer):
    """Check my_slope(x), the derivative of sin(x²).

    >>> from helpers.rules import cos
    >>> chain_rule(lambda x: cos(x) + 7)
    ✗ Not yet right. your function(0.7) gives 7.76484, but it should be 1.23527. \
Which function is the inner one, and what are the two slopes?
    """
    return CHAIN_RULE.check(answer)
