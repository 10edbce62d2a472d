"""Exercise 3 of notebook 02: one step downhill."""

from itertools import accumulate
from math import hypot

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two
from helpers.checks.lists import of_a_list


def on_each(new_weight):
    """A step function: new_weight(w, slope, rate) for each weight."""

    def step(weights, slopes, learning_rate):
        return [new_weight(w, s, learning_rate) for w, s in zip(weights, slopes, strict=True)]

    return step


def with_slopes(changed):
    """A step function that takes changed(slopes) in place of the slopes."""
    return lambda weights, slopes, rate: right(weights, changed(slopes), rate)


right = on_each(lambda w, slope, rate: w - rate * slope)


def with_parts(
    weight=lambda w, slope, rate, slopes: w,
    move=lambda w, slope, rate, slopes: rate * slope,
    joined=lambda weight, move: weight - move,
):
    """A step function with some of its parts changed."""

    def step(weights, slopes, rate):
        each = [(w, slope, rate, slopes) for w, slope in zip(weights, slopes, strict=True)]
        return [joined(weight(*parts), move(*parts)) for parts in each]

    return step


SLIPS = {
    "weight": [
        (lambda w, slope, rate, slopes: rate * w, "The old weight takes no factor."),
        (
            lambda w, slope, rate, slopes: w - rate,
            "The learning rate is subtracted from the weight. It is a factor of the slope.",
        ),
        (lambda w, slope, rate, slopes: 0.0, "The old weight is missing. Start from it."),
        (lambda w, slope, rate, slopes: slope, "A slope stands where the old weight should."),
        (lambda w, slope, rate, slopes: -w, "The old weight has a minus too much."),
    ],
    "move": [
        (lambda w, slope, rate, slopes: slope, "The slope lacks the learning rate as a factor."),
        (lambda w, slope, rate, slopes: rate, "The slope is missing: learning_rate * slope."),
        (lambda w, slope, rate, slopes: rate * w, "The weight stands where the slope should."),
        (lambda w, slope, rate, slopes: rate + slope, "Rate and slope are added: they multiply."),
        (lambda w, slope, rate, slopes: slope / rate, "You divide by the learning rate: multiply."),
        (lambda w, slope, rate, slopes: rate / slope, "You divide by the slope: multiply."),
        (
            lambda w, slope, rate, slopes: rate * max(slope, 0),
            "Only positive slopes are used. Where the slope is negative, the weight grows.",
        ),
        (
            lambda w, slope, rate, slopes: rate * min(slope, 0),
            "Only negative slopes are used. Where the slope is positive, the weight shrinks.",
        ),
        (
            lambda w, slope, rate, slopes: rate * slope * (slope == max(slopes, key=abs)),
            "Only the steepest weight moves. All of them do, each by its own slope.",
        ),
        (lambda w, slope, rate, slopes: rate * slope / 2, "The step is halved."),
        (lambda w, slope, rate, slopes: rate * slope / 100, "The step is divided by 100."),
        (lambda w, slope, rate, slopes: rate * slope**2, "The slope is squared."),
        (lambda w, slope, rate, slopes: rate**2 * slope, "The learning rate is squared."),
        (lambda w, slope, rate, slopes: rate * abs(slope), "The sign of the slope is lost: `abs`."),
        (lambda w, slope, rate, slopes: rate * slope * w, "There is a factor w too much."),
        (lambda w, slope, rate, slopes: (1 - rate) * slope, "The factor is the rate itself."),
        (lambda w, slope, rate, slopes: rate * sum(slopes), "The slopes are summed: take its own."),
        (
            lambda w, slope, rate, slopes: rate * slopes[-1],
            "All take the last slope, not its own.",
        ),
        (
            lambda w, slope, rate, slopes: rate * sum(slopes) / len(slopes),
            "All take the mean of the slopes. Each weight has a slope of its own.",
        ),
        (lambda w, slope, rate, slopes: rate * (slope // 1), "The slope is rounded down: `//`."),
        (
            lambda w, slope, rate, slopes: rate * slope / hypot(*slopes),
            "You divide by the length of the gradient, so that all steps are equally long. Where "
            "it is steep a step is to be long: leave the slopes as they are.",
        ),
    ],
    "joined": [
        (lambda weight, move: weight + move, "You go uphill: subtract."),
        (lambda weight, move: move - weight, "The difference is turned round."),
        (lambda weight, move: weight * move, "You multiply by the step. Subtract it."),
    ],
}

DESCENT_STEP = Exercise(
    solution=right,
    cases=[
        ([0.5, 0.5], [-0.125, 0.25], 0.1),
        ([1.0, -2.0, 0.3], [0.4, 0.2, -3.0], 0.5),
        ([0.7], [2.5], 0.3),
        ([-0.2, 1.4], [0.5, 1.5], 0.2),
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
            on_each(lambda w, slope, rate: w - rate / slope),
            "You divide by the slope. A steep slope would give a small step: multiply.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: (w - rate) * slope),
            "The brackets are in the wrong place: w - learning_rate * slope.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w * rate * slope),
            "You multiply all three. The old weight stays, and learning_rate * slope is "
            "subtracted.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - rate * slope * w),
            "There is a factor w too much. What is subtracted is learning_rate * slope.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - rate * abs(slope)),
            "With `abs` every weight shrinks. The sign of the slope says which way is down: keep "
            "it.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - 0.1 * slope),
            "Your learning rate is always 0.1. Use the one that is passed in.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - 0.3 * slope),
            "Your learning rate is always 0.3. Use the one that is passed in.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w),
            "Those are the old weights. (In a loop, `w -= …` gives another number to the name w, "
            "and changes no list: collect the new weights in a list.)",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - rate - slope),
            "You subtract both. The learning rate and the slope multiply.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - rate * slope**2),
            "The slope is squared. Then its sign is lost, and with it the way down.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - 2 * rate * slope),
            "The step is twice too long: subtract learning_rate * slope once.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - rate * (1 if slope > 0 else -1)),
            "Only the sign of the slope is used. A steep slope makes a large step: multiply by it.",
        ),
        Mistake(
            on_each(lambda w, slope, rate: w - rate * (slope - w)),
            "You subtract the weight from its slope. What is subtracted is learning_rate * slope.",
        ),
        Mistake(
            lambda weights, slopes, rate: [w - rate * slopes[0] for w in weights],
            "Every weight takes the first slope. Each has its own: go through both lists with "
            "`zip`.",
        ),
        Mistake(
            lambda weights, slopes, rate: [weights[0] - rate * slopes[0], *weights[1:]],
            "Only the first weight moves. All of them do.",
        ),
        Mistake(
            lambda weights, slopes, rate: [
                w - rate * s / len(weights) for w, s in zip(weights, slopes, strict=True)
            ],
            "You divide by the number of weights. Each takes its whole step.",
        ),
        Mistake(
            lambda weights, slopes, rate: [w - rate * s for w in weights for s in slopes],
            "Every weight meets every slope. Each has its own: one loop, with `zip(weights, "
            "slopes)`.",
        ),
    ],
    slips=(
        *of_a_list(right, "weight", "weights"),
        (
            with_slopes(lambda slopes: slopes[-1:] + slopes[:-1]),
            "Each weight takes the slope before its own. Does the index of the slopes lag by one?",
        ),
        (
            with_slopes(lambda slopes: slopes[1:] + slopes[:1]),
            "Each weight takes the slope after its own. Is the index of the slopes ahead by one?",
        ),
        (
            with_slopes(lambda slopes: slopes[::-1]),
            "The slopes are taken in the opposite order. Each weight has its own: use `zip`.",
        ),
        (
            with_slopes(lambda slopes: [*accumulate(slopes)]),
            "The slopes are added up on the way. Each weight takes its own alone.",
        ),
        (
            lambda weights, slopes, rate: [weights[0], *right(weights, slopes, rate)[1:]],
            "The first weight stays as it was. Does the loop begin with 1? range(n) begins with 0.",
        ),
        (
            lambda weights, slopes, rate: [*right(weights, slopes, rate)[:-1], weights[-1]],
            "The last weight stays as it was. range(n) ends at n - 1 already.",
        ),
        (
            lambda weights, slopes, rate: [w - rate * i for i, w in enumerate(weights)],
            "You subtract the place in the list. Multiply the learning rate by the slope there.",
        ),
        *one_or_two(with_parts, SLIPS),
    ),
    praise="Each weight goes against its own slope.",
    hints={
        "values to unpack": "Pairs are made by `zip`: for w, slope in zip(weights, slopes). (After "
        "`enumerate` it is `for i, (w, slope) in`.)",
        "as its first number": "An entry is one number, the new weight: neither a pair nor a list.",
        "interpreted as an integer": "`range` takes a number: range(len(weights)).",
        "name 'eta'": "Here η is called `learning_rate`.",
        "list' and 'float": "That is a whole list. Go through both with `for w, slope in "
        "zip(weights, slopes)`.",
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
