"""Exercise 5 of notebook 01: the valley of the landscape."""

from helpers.checks.feedback import Exercise, Mistake

SECOND = 0.8 * 1.2 * 0.8  # what the second path gives
REST = 1.9 - SECOND

VALLEY = Exercise(
    solution=lambda w11: REST / (0.8 * w11),
    cases=[(0.5,), (1.0,), (2.0,), (3.3,)],
    mistakes=[
        Mistake(
            lambda w11: 1.9 / (0.8 * w11),
            "You forget the second path: w22 * relu(w12 * x) adds 0.768 to the output already.",
        ),
        Mistake(
            lambda w11: REST / w11,
            "The input is missing: the first hidden unit is w11 * x, and x is 0.8.",
        ),
        Mistake(
            lambda w11: REST / 0.8 * w11,
            "w11 should divide: the larger w11 is, the smaller w21 has to be.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * 1.2) / (0.8 * w11),
            "The second path is w22 * w12 * x with all three factors: 0.8 * 1.2 * 0.8.",
        ),
        Mistake(
            lambda w11: REST / 0.8,
            "That is the product w11 * w21. Divide it by w11, to get w21 alone.",
        ),
        Mistake(
            lambda w11: REST * 0.8 * w11,
            "You multiply. To undo the factors w11 and x, divide by both.",
        ),
        Mistake(
            lambda w11: (1.9 + SECOND) / (0.8 * w11),
            "You add the second path. The first path has to give what is left: 1.9 minus the "
            "second.",
        ),
        Mistake(
            lambda w11: REST - 0.8 * w11,
            "You subtract w11 * x. It is a factor of the first path: divide by it.",
        ),
        Mistake(
            lambda w11: REST / 0.8 - w11,
            "You subtract w11. It is a factor of the first path: divide by it.",
        ),
        Mistake(
            lambda w11: 1.9 - SECOND / (0.8 * w11),
            "Only the second path gets divided: / binds tighter than -. Put the difference in "
            "brackets.",
        ),
        Mistake(
            lambda w11: 1.9 / (0.8 * w11) - SECOND,
            "Only 1.9 gets divided. Take the difference first, in brackets.",
        ),
        Mistake(
            lambda w11: (1.9 - 1.2) / (0.8 * w11),
            "You subtract w12 alone. The second path has three factors: w22 * w12 * x.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * 0.8) / (0.8 * w11),
            "In the second path w12 = 1.2 is missing: 0.8 * 1.2 * 0.8.",
        ),
        Mistake(
            lambda w11: (SECOND - 1.9) / (0.8 * w11),
            "The difference is turned round: the target comes first.",
        ),
        Mistake(
            lambda w11: SECOND / (0.8 * w11),
            "That makes the first path as large as the second. Together they have to give 1.9.",
        ),
        Mistake(
            lambda w11: REST / (1.2 * w11),
            "The first hidden unit is w11 * x, and x is 0.8. The 1.2 is w12, of the other path.",
        ),
        Mistake(
            lambda w11: REST / (0.8 * 1.2),
            "The first path has w11 where you have 1.2, which is w12.",
        ),
        Mistake(
            lambda w11: (0.5 - SECOND) / (0.8 * w11),
            "The target is 1.9 here, no longer 0.5.",
        ),
        Mistake(
            lambda w11: REST / (0.5 * w11),
            "The input is 0.8 here, no longer 0.5.",
        ),
        Mistake(
            lambda w11: 1.9 / w11,
            "Two things are missing: the second path, which gives 0.768 already, and the input x "
            "= 0.8.",
        ),
        Mistake(
            lambda w11: 0.8 * w11 / REST,
            "The quotient is upside down: w11 goes below.",
        ),
        Mistake(
            lambda w11: REST / (0.8 + w11),
            "You add w11 and x. They multiply.",
        ),
        Mistake(
            lambda w11: REST / (0.8 * w11) ** 2,
            "You divide by the square of w11 * x. In the first path it stands once.",
        ),
        Mistake(
            lambda w11: (1.9**0.5 - SECOND) / (0.8 * w11),
            "No root is needed: where the loss is 0 the output is 1.9 itself.",
        ),
        Mistake(
            lambda w11: 1.42 / w11,
            "That is close, but rounded, or found by trying values. Solve w21 * w11 * x + 0.768 = "
            "1.9 for w21, and let Python compute it.",
            within=1.2e-2,
        ),
        Mistake(
            lambda w11: REST / (0.8 * 0.8 * w11),
            "The input is divided by twice. In the first path it stands once: w21 * (w11 * 0.8).",
        ),
        Mistake(
            lambda w11: -SECOND / (0.8 * w11),
            "The target is missing: the first path has to give 1.9 minus the second.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * SECOND) / (0.8 * w11),
            "The second path has a factor 0.8 too much: it is 0.8 * 1.2 * 0.8.",
        ),
        Mistake(
            lambda w11: (REST / (0.8 * w11)) ** 0.5,
            "w21 stands in the output once, so that there is no root to take.",
        ),
        Mistake(
            lambda w11: 0.8 * REST / w11,
            "You multiply by x. To undo the factor x of the first path, divide by it.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * 1.2 * 0.8 * w11) / (0.8 * w11),
            "The second path has w11 in it. It has a weight of its own, w12 = 1.2.",
        ),
        Mistake(
            lambda w11: (1.9 - 1.2 - 0.8) / (0.8 * w11),
            "You subtract the factors of the second path one by one. They multiply: 0.8 * 1.2 * "
            "0.8.",
        ),
    ],
    hints={"name 'relu'": "Python has max(z, 0). Above 0, as here, a ReLU changes nothing."},
    praise="The best settings form a hyperbola, w11 * w21 = 1.415: there are infinitely many.",
)


def valley(answer):
    """Check my_valley(w11), the w21 for which the loss is 0.

    >>> valley(...)
    ○ Not started yet. Replace the ... in the cell above, run it, and check again.
    """
    return VALLEY.check(answer)
