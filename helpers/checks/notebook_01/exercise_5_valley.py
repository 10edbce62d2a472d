"""Exercise 5 of notebook 01: the valley of the landscape."""

from helpers.checks.feedback import Exercise, Mistake

VALLEY = Exercise(
    solution=lambda w11: (1.9 - 0.8 * 1.2 * 0.8) / (0.8 * w11),
    cases=[(0.5,), (1.0,), (2.0,), (3.3,)],
    mistakes=[
        Mistake(
            lambda w11: 1.9 / (0.8 * w11),
            "You forget the second path: w22 * relu(w12 * x) adds 0.768 to the output already.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * 1.2 * 0.8) / w11,
            "The input is missing: the first hidden unit is w11 * x, and x is 0.8.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * 1.2 * 0.8) / 0.8 * w11,
            "w11 should divide: the larger w11 is, the smaller w21 has to be.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * 1.2) / (0.8 * w11),
            "The second path is w22 * w12 * x with all three factors: 0.8 * 1.2 * 0.8.",
        ),
    ],
    praise="The best settings form a hyperbola, w11 * w21 = 1.415: there are infinitely many.",
)


def valley(answer):
    """Check my_valley(w11), the w21 for which the loss is 0.

    >>> valley(...)
    ○ Not started yet. Replace the ... in the cell above, and run both cells.
    """
    return VALLEY.check(answer)
