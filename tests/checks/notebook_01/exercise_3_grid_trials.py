"""Exercise 3 of notebook 01: the cost of a grid."""

from helpers import checks
from helpers.checks.notebook_01.exercise_3_grid_trials import GRID_TRIALS
from tests.checks.entry import Entry, typed


def trials_by_loop(weights, values_each):
    trials = 1
    for _ in range(weights):
        trials *= values_each
    return trials


def trials_by_recursion(weights, values_each):
    return 1 if weights == 0 else values_each * trials_by_recursion(weights - 1, values_each)


def trials_added(weights, values_each):
    return sum(values_each for _ in range(weights))


def trials_one_weight_short(weights, values_each):
    trials = values_each
    for _ in range(weights - 2):
        trials *= values_each
    return trials


ENTRY = Entry(
    notebook="01-random-search.ipynb",
    name="my_grid_trials",
    check=checks.grid_trials,
    exercise=GRID_TRIALS,
    right=[trials_by_loop, trials_by_recursion, lambda n, values: float(values) ** n],
    wrong=[
        (trials_added, "numbers multiply"),
        (lambda weights, values_each: pow(weights, values_each), "changed places"),
        (trials_one_weight_short, "One weight is missing"),
        *typed(__file__, "weights, values_each"),
    ],
)
