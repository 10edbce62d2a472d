"""Exercise 6 of notebook 05: a product of numbers with two ε, told apart by their tags."""

from itertools import product as pairs

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import of_a_sum


def product(a, b):
    v, vx, vy, vxy = a
    u, ux, uy, uxy = b
    return [v * u, v * ux + vx * u, v * uy + vy * u, v * uxy + vx * uy + vy * ux + vxy * u]


def with_last(last):
    """The product with another part before εxεy."""
    return lambda a, b: [*product(a, b)[:3], last(*a, *b)]


def of_one_epsilon(a, b):
    """As if both ε were one: every part that holds one goes into the same sum."""
    v, vx, vy, _ = a
    u, ux, uy, _ = b
    slope = v * (ux + uy) + (vx + vy) * u
    return [v * u, slope, slope, 0.0]


EPSILONS = [frozenset(), frozenset("x"), frozenset("y"), frozenset("xy")]
NAMES = ["the number alone", "the part with εx", "the part with εy", "the part with εxεy"]
SIGNS = ["", "x", "y", "xy"]


def slips_at(place):
    """The slips of one of the four sums: of the sixteen products each belongs to one or to none."""
    terms, others = {}, {}
    for i, j in pairs(range(4), repeat=2):
        text = f"v{SIGNS[i]}·u{SIGNS[j]}"

        def term(found, a, b, i=i, j=j):
            return a[i] * b[j]

        if EPSILONS[i] & EPSILONS[j]:
            square = min(EPSILONS[i] & EPSILONS[j])
            others[text] = term, f"it holds ε{square}², which is 0."
        elif EPSILONS[i] | EPSILONS[j] == EPSILONS[place]:
            terms[text] = term
        else:
            home = NAMES[EPSILONS.index(EPSILONS[i] | EPSILONS[j])]
            others[text] = term, f"it belongs to {home}."
    return [*of_a_sum(terms, others, before=f"In {NAMES[place]} ")]


def of_the_others(found, a, b):
    return found[1] * found[2]


TWO_EPSILONS = Exercise(
    solution=product,
    cases=[
        ([3.0, 1.0, 0.0, 0.0], [2.0, 0.0, 1.0, 0.0]),
        ([1.5, 2.0, -1.0, 0.5], [-0.4, 3.0, 0.7, 1.1]),
        ([0.7, -2.0, 1.3, 4.0], [5.0, 0.6, -1.7, 2.5]),
    ],
    entries=tuple(NAMES),
    at_place={
        **{place: slips_at(place) for place in range(3)},
        3: [
            *slips_at(3),
            (
                of_the_others,
                "εxεy does not come from the parts with εx and εy of the product. Multiply out the "
                "two numbers.",
            ),
            (lambda found, a, b: 0.0, "Before εxεy stands 0: with εx·εy nothing vanishes."),
        ],
    },
    mistakes=[
        Mistake(
            with_last(lambda v, vx, vy, vxy, u, ux, uy, uxy: 0.0),
            "εx·εy is not 0. Only the square of each ε is: with a product of two different ones "
            "nothing vanishes.",
        ),
        Mistake(
            with_last(lambda v, vx, vy, vxy, u, ux, uy, uxy: v * uxy + vxy * u),
            "εxεy also comes from the part with εx of the one times the part with εy of the other. "
            "Those two terms are missing.",
        ),
        Mistake(
            with_last(lambda v, vx, vy, vxy, u, ux, uy, uxy: vx * uy + vy * ux),
            "The parts with εxεy that the two numbers have already are lost: each is multiplied by "
            "the other number's first part.",
        ),
        Mistake(
            with_last(lambda v, vx, vy, vxy, u, ux, uy, uxy: v * uxy + vx * uy + vxy * u),
            "Before εxεy a term is missing: εy of the first number times εx of the second.",
        ),
        Mistake(
            with_last(lambda v, vx, vy, vxy, u, ux, uy, uxy: v * uxy + vy * ux + vxy * u),
            "Before εxεy a term is missing: εx of the first number times εy of the second.",
        ),
        Mistake(
            with_last(
                lambda v, vx, vy, vxy, u, ux, uy, uxy: (
                    v * uxy + vx * uy + vy * ux + vxy * u + vx * ux + vy * uy
                )
            ),
            "Before εxεy there are two terms too many: vx·ux belongs to εx², vy·uy to εy². Both "
            "squares are 0.",
        ),
        Mistake(
            with_last(lambda v, vx, vy, vxy, u, ux, uy, uxy: vxy * uxy),
            "The product of the two parts with εxεy is too much: that term holds εx²·εy²: it is 0.",
        ),
        Mistake(
            lambda a, b: [x * y for x, y in zip(a, b, strict=True)],
            "The parts are multiplied one by one. Multiply out instead: each part of the first "
            "number meets each part of the second.",
        ),
        Mistake(
            lambda a, b: [x + y for x, y in zip(a, b, strict=True)],
            "That is the sum of the two numbers.",
        ),
        Mistake(
            of_one_epsilon,
            "The two ε are taken for one: that is the confusion. What holds εx goes into the "
            "second part only, and what holds εy into the third.",
        ),
        Mistake(
            lambda a, b: [*product(a, b)[:1], *product(a, b)[2:0:-1], product(a, b)[3]],
            "The parts with εx and εy have changed places: εx comes second.",
        ),
        Mistake(
            lambda a, b: product(a, b)[:3],
            "The part with εxεy is missing. It comes last.",
        ),
        Mistake(
            lambda a, b: [a[0] * b[0], a[1] * b[1], a[2] * b[2], product(a, b)[3]],
            "Before εx stands what the product rule gives: the first part of each number, times "
            "the part with εx of the other. And so for εy.",
        ),
    ],
    praise="Two ε, each with a square of 0, and four parts that never mix.",
    hints={
        "can't multiply sequence": "Each number comes as a list: take its four parts out first, "
        "v, vx, vy, vxy = a.",
    },
)


def two_epsilons(answer):
    """Check my_product(a, b), the product of two numbers with εx and εy, each a list of four.

    >>> two_epsilons(lambda a, b: [x + y for x, y in zip(a, b)])
    ✗ Not yet right. That is the sum of the two numbers.
    """
    return TWO_EPSILONS.check(answer)
