"""Exercise 5 of notebook 01: the valley of the landscape.

The answer is (target - second path) / (x * w11), where the input x and the weight w22 are both 0.8.
"""

from itertools import chain

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two

SECOND = 0.8 * 1.2 * 0.8  # what the second path gives
REST = 1.9 - SECOND


def with_parts(
    target=lambda w: 1.9,
    second=lambda w: SECOND,
    joined=lambda target, second: target - second,
    factors=lambda w: 0.8 * w,
    solved=lambda rest, factors: rest / factors,
):
    """The answer with some of its parts changed."""
    return lambda w: solved(joined(target(w), second(w)), factors(w))


SLIPS = {
    "target": [
        (lambda w: 0.5, "The target is 1.9 here, no longer 0.5."),
        (lambda w: 1.9**0.5, "No root is needed: where the loss is 0 the output is 1.9 itself."),
        (lambda w: 1.9**2, "1.9 is squared. Where the loss is 0 the output is 1.9 itself."),
    ],
    "second": [
        (
            lambda w: 0.0,
            "You forget the second path: w22 * relu(w12 * x) adds 0.768 to the output already.",
        ),
        (
            lambda w: 0.8 * 1.2,
            "The second path is w22 * w12 * x with all three factors: 0.8 * 1.2 * 0.8.",
        ),
        (lambda w: 0.8 * 0.8, "In the second path w12 = 1.2 is missing: 0.8 * 1.2 * 0.8."),
        (
            lambda w: 0.8 * SECOND,
            "The second path has a factor 0.8 too much. It is 0.8 * 1.2 * 0.8: w22, w12 and x.",
        ),
        (
            lambda w: 0.8 * 1.2**2,
            "The second path has 1.2 twice. It is 0.8 * 1.2 * 0.8: w22, w12 and x.",
        ),
        (lambda w: 0.8**3, "The second path has 0.8 where w12 = 1.2 should stand."),
        (
            lambda w: 0.8 * w * 0.8,
            "w11 stands in the second path, where w12 = 1.2 belongs: 0.8 * 1.2 * 0.8.",
        ),
        (lambda w: SECOND * w, "w11 is in the second path. It belongs to the first one alone."),
        (
            lambda w: 0.8 * (1.2 + 0.8),
            "1.2 and 0.8 are added. A hidden unit multiplies: 1.2 * 0.8.",
        ),
        (lambda w: 0.8 + 1.2 * 0.8, "w22 is added. It multiplies: 0.8 * (1.2 * 0.8)."),
    ],
    "joined": [
        (
            lambda target, second: target + second,
            "You add the second path. The first path has to give what is left: 1.9 minus the "
            "second.",
        ),
        (
            lambda target, second: second - target,
            "The difference is turned round, or a factor has a minus: 1.9 comes first, and all is "
            "positive.",
        ),
    ],
    "factors": [
        (lambda w: w, "The input is missing: the first hidden unit is w11 * x, and x is 0.8."),
        (lambda w: 0.8, "That is the product w11 * w21. Divide it by w11, to get w21 alone."),
        (lambda w: 1.0, "What the first path has to give is w21 * w11 * x: undo w11 and x too."),
        (
            lambda w: 1.2 * w,
            "The first hidden unit is w11 * x, and x is 0.8. The 1.2 is w12, of the other path.",
        ),
        (
            lambda w: 0.8 * 0.8 * w,
            "In the first path there is one 0.8, the input x. The other one, w22, is of the second "
            "path.",
        ),
        (lambda w: 0.8 + w, "You add w11 and x. They multiply."),
        (lambda w: 0.8 / w, "w11 should divide: the larger w11 is, the smaller w21 has to be."),
        (
            lambda w: (0.8 * w) ** 2,
            "You divide by the square of w11 * x. In the first path it stands once.",
        ),
        (lambda w: 0.8 * w**2, "w11 is squared. In the first path it stands once."),
    ],
    "solved": [
        (
            lambda rest, factors: rest * factors,
            "You multiply. To undo the factors w11 and x, divide by both.",
        ),
        (lambda rest, factors: factors / rest, "The quotient is upside down: w11 goes below."),
        (
            lambda rest, factors: rest - factors,
            "You subtract w11 * x. It is a factor of the first path: divide by it.",
        ),
        (
            lambda rest, factors: rest + factors,
            "You add w11 * x. It is a factor of the first path: divide by it.",
        ),
    ],
}

# Two at once of these would give numbers that come from rounding, or from trying.
ALONE = {
    "target": [
        (lambda w: 0.0, "The target is missing: both paths together have to give 1.9."),
        (lambda w: 1.9 / 0.8, "1.9 is divided by 0.8 one time too much."),
    ],
    "second": [
        (
            lambda w: 1.2,
            "You subtract w12 alone. The second path has three factors: w22 * w12 * x.",
        ),
        (lambda w: 0.8, "A single 0.8 is no path. The second one is w22 * w12 * x."),
        (
            lambda w: 1.2 * SECOND,
            "The second path has a factor 1.2 too much, or 1.2 where 0.8 should stand beside it.",
        ),
        (lambda w: 0.8 + 1.2 + 0.8, "The factors of the second path are added. They multiply."),
        (lambda w: 1.2 * 0.5 * 0.8, "One of the factors is 0.5: input and w22 are both 0.8 here."),
        (lambda w: SECOND**2, "The second path is squared. It stands in the output as it is."),
        (lambda w: 2 * SECOND, "The second path is subtracted twice."),
    ],
    "joined": [
        (
            lambda target, second: target * second,
            "You multiply by the second path. Subtract it: the output is the sum of both paths.",
        ),
        (
            lambda target, second: target / second,
            "You divide by the second path. Subtract it: the output is the sum of both paths.",
        ),
        (
            lambda target, second: (target - second) ** 2,
            "The difference is squared. It is what the first path has to give, as it is.",
        ),
    ],
    "factors": [
        (lambda w: 0.8 * 1.2, "The first path has w11 where you have 1.2, which is w12."),
        (lambda w: 0.5 * w, "The input is 0.8 here, no longer 0.5."),
        (
            lambda w: 0.8 * 1.2 * w,
            "There is a 1.2 too much in the first path: w12 is of the second one.",
        ),
        (
            lambda w: SECOND * w,
            "You use what the second path gives as the input of the first. Its input x is 0.8.",
        ),
        (lambda w: 1 + 0.8 * w, "A 1 is added to w11 * x. It multiplies w21 as it is."),
        (lambda w: 1.6 * w, "There is a 2 too much: the first path is w21 * w11 * x."),
    ],
}

VALLEY = Exercise(
    solution=lambda w11: REST / (0.8 * w11),
    cases=[(0.5,), (1.0,), (2.0,), (3.3,)],
    mistakes=[
        Mistake(
            lambda w: REST / 0.8 - w,
            "You subtract w11. It is a factor of the first path: divide by it.",
        ),
        Mistake(
            lambda w: 1.9 - SECOND / (0.8 * w),
            "Only the second path gets divided: / binds tighter than -. Put the difference in "
            "brackets.",
        ),
        Mistake(
            lambda w: 1.9 / (0.8 * w) - SECOND,
            "Only 1.9 gets divided. Take the difference first, in brackets.",
        ),
        Mistake(
            lambda w: SECOND / (0.8 * w),
            "That makes the first path as large as the second. Together they have to give 1.9.",
        ),
        Mistake(
            lambda w: 1.9 / w,
            "Two things are missing: the second path, which gives 0.768 already, and the input x "
            "= 0.8.",
        ),
        Mistake(
            lambda w: 0.8 * w + SECOND,
            "That is the output with w21 = 1. Find the w21 that makes it 1.9.",
        ),
        Mistake(
            lambda w: SECOND + w * 0.8 - 1.9,
            "That is how far the output is from 1.9, with w21 = 1. Find the w21 that makes it 0.",
        ),
        Mistake(
            lambda w: 1.42 / w,
            "That is close, but rounded, or found by trying values. Solve w21 * w11 * x + 0.768 = "
            "1.9 for w21, and let Python compute it.",
            within=1.5e-2,
        ),
    ],
    slips=(
        *one_or_two(with_parts, SLIPS),
        *chain(*(one_or_two(with_parts, {part: slips}) for part, slips in ALONE.items())),
    ),
    hints={
        "name 'relu'": "Python has max(z, 0). Above 0, as here, a ReLU changes nothing.",
        "name 'x'": "The input is a number here: x = 0.8.",
        "name 'target'": "The target is a number here: 1.9.",
        "name 'w12'": "The weight is a number here: w12 = 1.2.",
        "name 'w22'": "The weight is a number here: w22 = 0.8.",
        "name 'w21'": "w21 is what is asked for. Solve for it, and return it.",
    },
    praise="The best settings form a hyperbola, w11 * w21 = 1.415: there are infinitely many.",
)


def valley(answer):
    """Check my_valley(w11), the w21 for which the loss is 0.

    >>> valley(...)
    ○ Not started yet. Replace the ... in the cell above, run it, and check again.
    """
    return VALLEY.check(answer)
