"""Exercise 5 of notebook 01: the valley of the landscape."""

from helpers import checks
from helpers.checks.notebook_01.exercise_5_valley import VALLEY
from tests.checks.entry import Entry, typed


def valley_step_by_step(w11):
    x, target, w12, w22 = 0.8, 1.9, 1.2, 0.8
    rest = target - w22 * max(w12 * x, 0)
    return rest / max(w11 * x, 0)


ENTRY = Entry(
    notebook="01-random-search.ipynb",
    name="my_valley",
    check=checks.valley,
    exercise=VALLEY,
    right=[valley_step_by_step, lambda w11: 1.415 / w11, lambda w11: 1.132 / 0.8 / w11],
    wrong=[
        (lambda w11: 1.9 / 0.8 / w11, "forget the second path"),
        (lambda w11: 1.132 / w11, "input is missing"),
        (lambda w11: 1.415 * w11, "should divide"),
        (lambda w11: (1.9 - 0.96) / 0.8 / w11, "all three factors"),
        *typed(__file__, "w11"),
    ],
)
