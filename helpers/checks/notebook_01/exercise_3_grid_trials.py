"""Exercise 3 of notebook 01: the cost of a grid."""

from helpers.checks.feedback import Exercise, Mistake

GRID_TRIALS = Exercise(
    solution=lambda weights, values_each: values_each**weights,
    cases=[(4, 100), (2, 10), (3, 7), (10, 2)],
    mistakes=[
        Mistake(
            lambda weights, values_each: values_each * weights,
            "You add up the values. Every value of one weight meets every value of the others, "
            "so the numbers multiply: 100 * 100 * 100 * 100.",
        ),
        Mistake(
            lambda weights, values_each: weights**values_each,
            "Base and exponent have changed places: there are 100 choices, made 4 times.",
        ),
        Mistake(
            lambda weights, values_each: values_each ** (weights - 1),
            "One weight is missing from the product.",
        ),
    ],
    praise="The number of trials grows exponentially with the number of weights.",
)


def grid_trials(answer):
    """Check my_grid_trials(weights, values_each).

    >>> grid_trials(lambda weights, values_each: weights * values_each).kind
    'wrong'
    """
    return GRID_TRIALS.check(answer)
