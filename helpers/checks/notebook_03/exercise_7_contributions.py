"""Exercise 7 of notebook 03: what one step of a list hands on in the reverse sweep."""

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.notebook_03.exercise_8_reverse_sweep import local_slopes, number


def contributions_with(
    contribution=lambda adjoint, slope, value: adjoint * slope,
    keep=lambda contributions: contributions,
):
    """What a step hands on, with one of its parts changed."""

    def contributions(step, adjoint, values):
        operation, *operands = step
        slopes = local_slopes(operation, operands, values)
        named = zip(operands, slopes, strict=True)
        return keep([contribution(adjoint, s, number(x, values)) for x, s in named])

    return contributions


def for_names_only(step, adjoint, values):
    """No contribution for a constant."""
    _, *operands = step
    pairs = zip(operands, contributions_with()(step, adjoint, values), strict=True)
    return [contribution for x, contribution in pairs if isinstance(x, str)]


CONTRIBUTIONS = Exercise(
    solution=contributions_with(),
    cases=[
        (("mul", "x", "y"), 2.0, {"x": 3.0, "y": 5.0}),
        (("div", "x", "y"), -1.5, {"x": 3.0, "y": 0.8}),
        (("sub", "x", "y"), 0.5, {"x": 3.0, "y": 0.8}),
        (("exp", "t1"), 3.0, {"t1": 0.4}),
        (("mul", "t7", "t7"), 1.2, {"t7": -0.6}),
        (("div", 1.0, "t5"), -0.7, {"t5": 1.1}),
    ],
    mistakes=[
        Mistake(
            contributions_with(lambda adjoint, slope, value: slope),
            "Those are the local derivatives. Multiply each by the adjoint of the step.",
        ),
        Mistake(
            contributions_with(lambda adjoint, slope, value: adjoint),
            "Every operand gets the adjoint as it is. Multiply it by the local derivative.",
        ),
        Mistake(
            contributions_with(lambda adjoint, slope, value: adjoint + slope),
            "Adjoint and local derivative are added. Along a path, rates multiply.",
        ),
        Mistake(
            contributions_with(lambda adjoint, slope, value: adjoint * value),
            "The adjoint is multiplied by the value of the operand. It takes the local derivative, "
            "from LOCAL.",
        ),
        Mistake(
            contributions_with(keep=lambda contributions: contributions[::-1]),
            "The contributions have changed places: the first belongs to the first operand.",
        ),
        Mistake(
            contributions_with(keep=sum),
            "You return the sum. Each operand gets its own contribution: return them as a list.",
        ),
        Mistake(
            contributions_with(keep=lambda contributions: contributions[:1]),
            "Only the first operand gets a contribution. Go through all of them.",
        ),
        Mistake(
            for_names_only,
            "A constant has no entry here. Return one number for each operand, constants too: "
            "the sweep will leave them out.",
        ),
    ],
    praise="That is one line of the reverse sweep, for any operation.",
    hints={
        "name 'LOCAL'": "Run the cell above first: it defines LOCAL and number.",
        "name 'number'": "Run the cell above first: it defines LOCAL and number.",
        "KeyError: 1.0": "An operand may be a constant: number(operand, values) knows both.",
        "multiply sequence": "LOCAL gives a list of local derivatives. Multiply each of them.",
        "positional argument": "Pass the operands one by one: LOCAL[operation](*numbers).",
    },
)


def contributions(answer):
    """Check my_contributions(step, adjoint, values).

    >>> contributions(lambda step, adjoint, values: [adjoint for _ in step[1:]]).kind
    'wrong'
    """
    return CONTRIBUTIONS.check(answer)
