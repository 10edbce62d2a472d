"""Exercise 4 of notebook 05: the product of the transposed Jacobian with a vector."""

from helpers.checks.feedback import Mistake
from helpers.checks.notebook_05.jacobians import (
    WHOLE_JACOBIAN,
    bowl,
    entry_by_entry,
    fan,
    pulled_back,
    spiral,
)
from helpers.checks.notebook_05.programs import (
    IMPORTS,
    LISTS,
    PASS_ONE_BY_ONE,
    OneSweepExercise,
    reading,
)
from helpers.value import Value

VJP = OneSweepExercise(
    solution=pulled_back,
    run=reading(
        {
            Value: "You return Values. Their derivatives are in `grad`.",
            LISTS: WHOLE_JACOBIAN + "A VJP is one number for each input.",
        }
    ),
    cases=[
        (bowl, [0.7, -1.2], [2.0, 0.5]),
        (spiral, [0.5, -1.0, 2.0], [1.5, -0.3]),
        (fan, [1.3, 0.6], [-0.4, 2.5, 0.8]),
    ],
    mistakes=[
        Mistake(
            lambda f, point, weights: pulled_back(f, point, [1.0] * len(weights)),
            "The weights do nothing: that is the gradient of the plain sum. Multiply each output "
            "by its weight before you go back.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, [1.0]),
            "That is the gradient of the first output. Go back from the weighted sum of all.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, weights[:1]),
            "Only the first output is in the sum. Go back from the weighted sum of all.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, [0.0] * (len(weights) - 1) + [1.0]),
            "That is the gradient of the last output. Go back from the weighted sum of all.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(
                f, point, [0.0] * (len(weights) - 1) + weights[-1:]
            ),
            "Only the last output is in the sum. Go back from the weighted sum of all.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(
                f, point, [sum(weights[place:]) for place in range(len(weights))]
            ),
            "Gradients add up from sweep to sweep, so those of the first output count more than "
            "once. One sweep is enough, from the weighted sum.",
        ),
        Mistake(
            lambda f, point, weights: [0.0] * len(point),
            "All gradients are 0. Did the sweep run, from the weighted sum?",
        ),
        Mistake(
            lambda f, point, weights: entry_by_entry(
                weights, pulled_back(f, point, [1.0] * len(weights))
            ),
            "The weights come too late. They belong to the outputs: multiply these before you go "
            "back, not the gradients of the inputs.",
        ),
        Mistake(
            lambda f, point, weights: list(weights),
            "Those are the gradients of the outputs, which are the weights themselves. Return "
            "those of the inputs.",
        ),
        Mistake(
            lambda f, point, weights: f(*point),
            "Those are the values of the outputs. Go back from their weighted sum, and return the "
            "gradients of the inputs.",
        ),
        Mistake(
            lambda f, point, weights: sum(entry_by_entry(weights, f(*point))),
            "That is the weighted sum. Go back from it, and return the gradients of the inputs.",
        ),
        Mistake(
            lambda f, point, weights: list(point),
            "Those are the inputs themselves, their `data`. Their derivatives are in `grad`.",
        ),
    ],
    praise="One sweep, whatever the number of inputs and outputs.",
    hints={
        "'list' object has no attribute 'backward'": "Combine the outputs into one Value first.",
        "'float' object has no attribute 'backward'": "f was given plain numbers. Give it a Value "
        "for each.",
        "Value takes a real number, got [": "Make one Value for each entry.",
        **PASS_ONE_BY_ONE,
        **IMPORTS,
    },
    advice="Combine the outputs before you go back: then one call and one sweep are enough.",
)


def vjp(answer):
    """Check my_vjp(f, point, weights), the product Jᵀ u.

    >>> vjp(lambda f, point, weights: weights).kind
    'wrong'
    """
    return VJP.check(answer)
