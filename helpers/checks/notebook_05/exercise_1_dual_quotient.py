"""Exercise 1 of notebook 05: the quotient of two dual numbers."""

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two


def with_parts(
    primal=lambda v, u: v / u,
    first=lambda v, v_dot, u, u_dot: v_dot * u,
    second=lambda v, v_dot, u, u_dot: -v * u_dot,
    below=lambda v, v_dot, u, u_dot: u**2,
):
    """A quotient of two dual numbers with some of its parts changed."""

    def quotient(v, v_dot, u, u_dot):
        numbers = v, v_dot, u, u_dot
        return [primal(v, u), (first(*numbers) + second(*numbers)) / below(*numbers)]

    return quotient


SLIPS = {
    "primal": [
        (lambda v, u: u / v, "The primal is turned round: it is v / u."),
        (lambda v, u: v // u, "The primal is rounded down by `//`. Divide with one slash: v / u."),
        (lambda v, u: v * u, "The primal is a product. It should be v / u."),
        (lambda v, u: v, "The primal is not divided: it is v / u."),
    ],
    "first": [
        (lambda v, v_dot, u, u_dot: -v_dot * u, "In the tangent, v_dot * u has no minus."),
        (lambda v, v_dot, u, u_dot: v_dot, "In the tangent, v_dot lacks the factor u."),
        (lambda v, v_dot, u, u_dot: u, "In the tangent, u lacks the factor v_dot."),
        (lambda v, v_dot, u, u_dot: v_dot * v, "In the tangent, v_dot is multiplied by u, not v."),
        (lambda v, v_dot, u, u_dot: 0, "In the tangent, v_dot * u is missing."),
    ],
    "second": [
        (lambda v, v_dot, u, u_dot: v * u_dot, "In the tangent, v * u_dot is subtracted."),
        (lambda v, v_dot, u, u_dot: -u_dot, "In the tangent, u_dot lacks the factor v."),
        (lambda v, v_dot, u, u_dot: -v, "In the tangent, v lacks the factor u_dot."),
        (
            lambda v, v_dot, u, u_dot: -u * u_dot,
            "In the tangent, the v before u_dot is missing: either u stands in its place, or only "
            "one u is left below.",
        ),
        (lambda v, v_dot, u, u_dot: 0, "In the tangent, v * u_dot is missing."),
    ],
    "below": [
        (lambda v, v_dot, u, u_dot: 1, "Below the tangent u**2 is missing."),
        (lambda v, v_dot, u, u_dot: u, "Below the tangent stands u**2, not u."),
        (lambda v, v_dot, u, u_dot: v**2, "Below the tangent stands u**2, not v**2."),
        (lambda v, v_dot, u, u_dot: u**3, "Below the tangent stands u**2, not u**3."),
        (lambda v, v_dot, u, u_dot: 1 / u**2, "The tangent is divided by u**2, not multiplied."),
        (lambda v, v_dot, u, u_dot: 2 * u, "Below the tangent stands u**2, not 2 * u."),
        (lambda v, v_dot, u, u_dot: u * u_dot, "Below the tangent stands u**2, not u * u_dot."),
        (lambda v, v_dot, u, u_dot: u_dot, "Below the tangent stands u**2, not u_dot."),
        (lambda v, v_dot, u, u_dot: u * v, "Below the tangent stands u**2, not u * v."),
    ],
}

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
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) / (2 * u)],
            "The tangent is divided by 2 * u. A square is u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, -v * u_dot / u**2],
            "That holds if v is a constant. But v has a tangent too: add v_dot / u.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - u_dot) / u**2],
            "The factor v is missing: v * u_dot is subtracted.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot - v * u_dot) / u**2],
            "The factor u is missing: v_dot * u comes first.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot - u_dot) / u**2],
            "Both factors are missing: it is v_dot * u - v * u_dot above.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (u - v) / u**2],
            "The tangents v_dot and u_dot are missing: they need not be 1.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * v - u * u_dot) / u**2],
            "u and v have changed places above: v_dot * u - v * u_dot.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v * u - v_dot * u_dot) / u**2],
            "Each product above takes one primal and one tangent.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot - u_dot],
            "That is the tangent of the difference v - u.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot],
            "That is the tangent of v alone. The tangent of u, and u itself, change it.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, 0.0],
            "The tangent is 0, as if both numbers were constants.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, 1.0],
            "The tangent is always 1. Compute it from all four numbers.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) / u**3],
            "The tangent is divided by u once too often: below it stands u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) * u**2],
            "The tangent is multiplied by u**2. Divide by it.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot / u - v * u_dot / u],
            "The second term lacks a square: v * u_dot / u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot * u - v * u_dot / u],
            "Only v * u_dot gets divided, and by u. Put the difference in brackets, over u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) / (u**2 + u_dot**2)],
            "That is how complex numbers are divided. Here ε² is 0: below stands u**2.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (v_dot * u - v * u_dot) / (u**2 - u_dot**2)],
            "Below, (u + u_dot ε)(u - u_dot ε) is u**2: what holds ε² is 0.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [
                (v * u + v_dot * u_dot) / (u**2 + u_dot**2),
                (v_dot * u - v * u_dot) / (u**2 + u_dot**2),
            ],
            "That is the quotient of complex numbers, with i² = -1. Here ε² is 0.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [
                (v * u - v_dot * u_dot) / u**2,
                (v_dot * u - v * u_dot) / u**2,
            ],
            "The primal is v / u: the product of the tangents belongs to ε², and is 0.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v // u, (v_dot * u - v * u_dot) // u**2],
            "Two slashes round down. Divide with one: v / u.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [round(v / u, 2), round((v_dot * u - v * u_dot) / u**2, 2)],
            "That agrees to a few digits only. Round nothing.",
            within=0.05,
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot / u + v / u_dot],
            "A product rule with quotients: it does not hold. Multiply v / u above and below "
            "with u - u_dot ε.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, v_dot / u - v / u_dot],
            "u_dot stands below. The second term is v * u_dot / u**2: u_dot is a factor.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u + v_dot / u_dot, 0],
            "Primal and tangent are added up. Return them apart, the primal first.",
        ),
        Mistake(
            lambda v, v_dot, u, u_dot: [v / u, (u_dot * u - v * v_dot) / u**2],
            "Above, v_dot and u_dot have changed places: v_dot * u - v * u_dot.",
        ),
    ],
    slips=tuple(one_or_two(with_parts, SLIPS)),
    praise="Nobody put the quotient rule in. It came from ε² = 0.",
    hints={
        "'float' object has no attribute": "All four are plain numbers: compute with them.",
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
