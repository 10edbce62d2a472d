"""Exercise 2 of notebook 03: two paths from u to f = sin(u) exp(2u), which add up."""

from math import cos, exp, sin

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two


def slopes(u):
    """x, y, and their slopes: x = sin(u), y = exp(2u)."""
    return sin(u), exp(2 * u), cos(u), 2 * exp(2 * u)


def of_slopes(formula):
    return lambda u: formula(*slopes(u))


def with_parts(
    x=sin,
    y=lambda u: exp(2 * u),
    dx=cos,
    dy=lambda u: 2 * exp(2 * u),
    joined=lambda over_x, over_y, y: over_x + over_y,
):
    """The sum over both paths, with some of its parts changed."""

    def slope(u):
        return joined(y(u) * dx(u), x(u) * dy(u), y(u))

    return slope


def at_hand(place, found, u):
    """x, y and their slopes, by what the reader may call them."""
    x, y, dx, dy = slopes(u)
    return {"sin(u)": x, "exp(2 * u)": y, "cos(u)": dx, "2 * exp(2 * u)": dy, "u": u}


SLIPS = {
    "x": [
        (lambda u: u, "x is sin(u), and not u."),
        (cos, "x is sin(u), and not cos(u)."),
        (lambda u: sin(2 * u), "x is sin(u): the 2 belongs to the exponent alone."),
    ],
    "y": [
        (exp, "y is exp(2 * u): the 2 is missing."),
        (lambda u: exp(u**2), "y is exp(2 * u), and not exp(u**2)."),
        (lambda u: exp(2) * u, "y is exp(2 * u): the u belongs into the exponent."),
    ],
    "dx": [
        (lambda u: -cos(u), "The slope of the sine is + cos."),
        (lambda u: sin(u), "The slope of sin(u) is cos(u)."),
        (lambda u: cos(sin(u)), "The slope of sin(u) is cos(u): the cosine takes u, not x."),
        (lambda u: 1.0, "The slope of sin(u) is missing, cos(u)."),
        (lambda u: 2 * cos(u), "The 2 belongs to the path over y: the slope of sin(u) is cos(u)."),
        (
            lambda u: cos(2 * u),
            "The 2 belongs to the exponent alone: the slope of sin(u) is cos(u).",
        ),
        (lambda u: cos(2 * u) * 2, "The slope of sin(u) is cos(u), without any 2."),
        (lambda u: u * cos(u), "The slope of sin(u) is cos(u), without a factor u."),
    ],
    "dy": [
        (lambda u: exp(2 * u), "The slope of exp(2 * u) has a factor 2, the slope of 2 * u."),
        (lambda u: 2 * exp(u), "The slope of exp(2 * u) is 2 * exp(2 * u)."),
        (exp, "The slope of exp(2 * u) is 2 * exp(2 * u)."),
        (lambda u: 2 * exp(2) * u, "The u belongs into the exponent: 2 * exp(2 * u)."),
        (lambda u: 4 * exp(2 * u), "The inner slope, 2, is there twice."),
        (lambda u: exp(2 * u) / u, "The slope of exp(2 * u) is 2 * exp(2 * u)."),
        (
            lambda u: 2 * u * exp(2 * u - 1),
            "exp is no power: the rule for x**n does not hold. The slope of exp(2 * u) is "
            "2 * exp(2 * u).",
        ),
        (
            lambda u: 2 * u * exp(2 * u),
            "The inner slope, that of 2 * u, is 2. You multiply by 2 * u itself.",
        ),
        (lambda u: u * exp(2 * u), "The inner slope, that of 2 * u, is 2 and not u."),
        (lambda u: 0.5 * exp(2 * u), "You divide by the inner slope, 2. Multiply by it."),
        (
            lambda u: exp(2),
            "The u stays in the exponent: the slope of exp(2 * u) is 2 * exp(2 * u).",
        ),
        (lambda u: 2.0, "The slope of exp(2 * u) is its inner slope, 2, times exp(2 * u)."),
        (lambda u: -2 * exp(2 * u), "The slope of exp(2 * u) has no minus."),
    ],
    "joined": [
        (lambda a, b, y: (a + b) / 2, "Paths add up: you take the mean of the two."),
        (lambda a, b, y: 2 * (a + b), "All is there twice: each path counts once."),
        (lambda a, b, y: b - a, "The first path is subtracted. Paths add up."),
        (lambda a, b, y: a - b, "The second path is subtracted. Paths add up."),
        (
            lambda a, b, y: (a - b) / y**2,
            "That is the rule for a quotient. f is a product: two paths, which add up.",
        ),
        (lambda a, b, y: a, "The path over y is missing."),
        (lambda a, b, y: b, "The path over x is missing."),
    ],
}

TWO_PATHS = Exercise(
    solution=with_parts(),
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
            of_slopes(lambda x, y, dx, dy: 2 * y * dx + x * dy / 2),
            "The 2 is in the wrong path. It is the inner slope of exp(2 * u), so it belongs to the "
            "path over y.",
        ),
        Mistake(
            lambda u: [exp(2 * u) * cos(u), sin(u) * 2 * exp(2 * u)],
            "Both paths are right, and stand side by side. Add them up: return their sum.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: -y * dx + x * dy),
            "The path over x has the wrong sign: the slope of the sine is + cos.",
        ),
        Mistake(
            of_slopes(lambda x, y, dx, dy: x * y),
            "That is f itself. Return its derivative. (Or is the slope of sin(u) taken for "
            "-sin(u)? It is cos(u).)",
        ),
    ],
    praise="Two paths, each a product, and their sum.",
    slips=tuple(one_or_two(with_parts, SLIPS)),
    at_hand=at_hand,
    at_entry={None: "Along each path two rates multiply: df/dx * dx/du, and df/dy * dy/du."},
    hints={
        "name 'e'": "e to the power of z is `exp(z)`.",
        **{
            f"name '{name}'": "Run the cell further up that imports `cos`, `exp` and `sin`."
            for name in ("cos", "exp", "sin")
        },
    },
)


def two_paths(answer):
    """Check my_sum_of_paths(u), the derivative of sin(u) exp(2u).

    >>> from math import cos, exp
    >>> two_paths(lambda u: cos(u) * exp(2 * u)).kind
    'wrong'
    """
    return TWO_PATHS.check(answer)
