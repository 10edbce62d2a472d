"""Exercise 2 of notebook 03: two paths from u to f = sin(u) exp(2u), which add up."""

from math import cos, exp, sin

from helpers.checks.feedback import Exercise, Mistake


def slopes(u):
    """x, y, and their slopes: x = sin(u), y = exp(2u)."""
    return sin(u), exp(2 * u), cos(u), 2 * exp(2 * u)


def of_slopes(formula):
    return lambda u: formula(*slopes(u))


TWO_PATHS = Exercise(
    solution=of_slopes(lambda x, y, dx, dy: y * dx + x * dy),
    cases=[(0.7,), (0.0,), (-0.4,), (1.3,)],
    mistakes=[
        Mistake(
            of_slopes(lambda x, y, dx, dy: y * dx),
            "You walked the path over x alone. u acts over y as well: add that path.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: x * dy),
            "You walked the path over y alone. u acts over x as well: add that path.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: dx * dy),
            "You multiplied the two slopes. Rates multiply along a path; over the paths they add "
            "up, and df/dx = y, df/dy = x.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: y * dx * x * dy),
            "You multiplied the two paths. Multiply along each path, then add them up.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: dx + dy),
            "You added the slopes of x and y. Each belongs to a path: multiply it by df/dx = y, or "
            "by df/dy = x, first.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: x * dx + y * dy),
            "The slopes of the product have changed places: df/dx is y, and df/dy is x.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: y * dx - x * dy),
            "The second path is subtracted. Paths add up. (A minus belongs to a quotient.)",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: y * dx + x * dy / 2),
            "The path over y lacks a factor 2: the slope of exp(2 * u) is exp(2 * u) times the "
            "slope of 2 * u.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: -y * dx + x * dy),
            "The path over x has the wrong sign: the slope of the sine is + cos.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: x * y),
            "That is f itself. Return its derivative.",
        ),
    ],
    praise="Two paths, each a product, and their sum.",
    hints={"name '": "Run the cell further up that imports `cos`, `exp` and `sin`."},
)


def two_paths(answer):
    """Check my_sum_of_paths(u), the derivative of sin(u) exp(2u).

    >>> from math import cos, exp
    >>> two_paths(lambda u: cos(u) * exp(2 * u)).kind
    'wrong'
    """
    return TWO_PATHS.check(answer)
