"""Exercise 3 of notebook 02: one step downhill."""

from helpers.checks.feedback import Exercise, Mistake


def on_each(new_weight):
    """A step function: new_weight(w, slope, rate) for each weight."""

    def step(weights, slopes, learning_rate):
        return [new_weight(w, s, learning_rate) for w, s in zip(weights, slopes, strict=True)]

    return step


DESCENT_STEP = Exercise(
    solution=on_each(lambda w, slope, rate: w - rate * slope),
    cases=[
        ([0.5, 0.5], [-0.125, 0.25], 0.1),
        ([1.0, -2.0, 0.3], [0.4, 0.2, -3.0], 0.5),
        ([0.7], [2.5], 0.3),
    ],
    mistakes=[
        Mistake(
            on_each(lambda w, slope, rate: w + rate * slope),
            "You walk uphill: the gradient points to where the loss grows. Subtract it.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - slope),
            "The learning rate is missing. Subtract learning_rate * slope.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - rate),
            "You subtract the learning rate alone. Multiply it by the slope.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: slope - rate * w),
            "Weights and slopes have changed places: a new weight is the old one minus the "
            "learning rate times the slope.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: rate * slope - w),
            "The difference is turned round: the old weight comes first.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: -rate * slope),
            "Those are the changes of the weights. Add the old weights to them.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: rate * slope),
            "That is what to subtract. Subtract it from the old weights.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: (w - slope) * rate),
            "The learning rate scales the slope only, not the weight.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - slope / rate),
            "You divide by the learning rate. Multiply by it: a small rate is a small step.",
        ),
        Mistake(
            lambda weights, slopes, rate: [weights[0] - rate * slopes[0]],
            "The list ends after the first weight. Is `return` inside the loop? It should stand "
            "below it.",
        ),
    ],
    praise="Each weight goes against its own slope.",
    hints={
        "can't multiply sequence": "Lists cannot be multiplied by a number as a whole. Go through "
        "both with `for w, slope in zip(weights, slopes)`.",
        "list' and 'list": "Lists cannot be subtracted as a whole. Go through both with "
        "`for w, slope in zip(weights, slopes)`.",
    },
)


def descent_step(answer):
    """Check my_step(weights, slopes, learning_rate).

    >>> descent_step(lambda weights, slopes, learning_rate: weights).kind
    'wrong'
    """
    return DESCENT_STEP.check(answer)
