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
            "All gradients are 0. Did the sweep run, from the weighted sum? Are these the Values "
            "that went into f?",
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
        Mistake(
            lambda f, point, weights: [2 * g for g in pulled_back(f, point, weights)],
            "Everything is there twice. Is `backward()` called twice? Gradients add up.",
        ),
        Mistake(
            lambda f, point, weights: [-g for g in pulled_back(f, point, weights)],
            "The sign is turned. Nothing is to be subtracted: add up u * y.",
        ),
        Mistake(
            lambda f, point, weights: [g / len(weights) for g in pulled_back(f, point, weights)],
            "That is the mean of the weighted outputs. Take their sum.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, [sum(weights)] * len(weights)),
            "Each output is multiplied by all weights. Pair them by zip: one weight for each "
            "output.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, weights[::-1]),
            "The weights are in the wrong order: the first belongs to the first output.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, weights)[::-1],
            "The gradients are in the wrong order. Keep that of the inputs.",
        ),
        Mistake(
            lambda f, point, weights: entry_by_entry(weights, pulled_back(f, point, weights)),
            "The weights are in twice: at the outputs, and once more at the gradients of the "
            "inputs.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, weights[:2]),
            "Only the first two outputs are in the sum. f may return any number of them.",
        ),
        Mistake(
            lambda f, point, weights: [round(g, 4) for g in pulled_back(f, point, weights)],
            "That agrees to a few digits only: is it a difference, or rounded? One sweep from the "
            "weighted sum gives all digits.",
            within=1e-3,
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, [u * u for u in weights]),
            "Each weight is in twice. Multiply each output by its weight, once.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, [1 / u for u in weights]),
            "You divide by the weights. Multiply each output by its weight.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(
                f, point, [-u for u in weights[:1]] + weights[1:]
            ),
            "The first output is subtracted. Add up u * y, over all.",
        ),
    ],
    praise="One sweep, whatever the number of inputs and outputs.",
    hints={
        "'list' object has no attribute 'backward'": "Combine the outputs into one Value first.",
        "'float' object has no attribute 'backward'": "What you go back from is a plain number. "
        "Either f was given plain numbers, where each should be a Value, or `data` is taken of "
        "its outputs.",
        "'float' object has no attribute 'grad'": "Keep the Values made of `point`, and ask these.",
        "'Dual' object": "A Dual goes forward. Give f a Value for each input.",
        "can't multiply sequence": "Lists are not multiplied entry by entry: use zip and sum.",
        "backward() takes 1 positional": "Put the weights into the sum that you go back from.",
        "argument: 'z'": "There is a weight for each output, not for each input: zip stops where "
        "the shorter list ends. Pair the weights with what f returns.",
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
