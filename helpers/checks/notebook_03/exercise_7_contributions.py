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


def in_wrong_order(step, adjoint, values):
    """What LOCAL gives for the operands from the last to the first."""
    operation, *operands = step
    return [adjoint * slope for slope in local_slopes(operation, operands[::-1], values)]


def each(contribution):
    return contributions_with(contribution)


SLIPS = (
    (each(lambda a, s, v: a * s * v), "There is a factor too much, the value of the operand."),
    (
        each(lambda a, s, v: s * v),
        "The local derivative is multiplied by the value of the operand. It takes the adjoint.",
    ),
    (each(lambda a, s, v: a / s), "You divide by the local derivative. Multiply by it."),
    (each(lambda a, s, v: s / a), "You divide by the adjoint. Multiply by it."),
    (each(lambda a, s, v: a - s), "Adjoint and local derivative are subtracted. They multiply."),
    (
        each(lambda a, s, v: v),
        "Those are the values of the operands. Asked for is the adjoint "
        "times each local derivative.",
    ),
    (
        each(lambda a, s, v: a + v),
        "You add the value to the adjoint. Multiply the adjoint by the local derivative.",
    ),
    (each(lambda a, s, v: a * a * s), "The adjoint is there twice as a factor."),
    (each(lambda a, s, v: a * s * s), "The local derivative is there twice as a factor."),
    (each(lambda a, s, v: a * s + a), "The adjoint is added once more. Multiply, and no more."),
    (each(lambda a, s, v: a * abs(s)), "The local derivative loses its sign: is there an `abs`?"),
    (
        contributions_with(keep=lambda all_of_them: [sum(all_of_them)] * len(all_of_them)),
        "Every operand gets the sum. Each has a contribution of its own.",
    ),
    (
        contributions_with(keep=lambda all_of_them: [x / len(all_of_them) for x in all_of_them]),
        "You divide by the number of operands. Each gets its contribution as it is.",
    ),
    (
        contributions_with(keep=lambda all_of_them: []),
        "The list is empty. Is something put into it, with `append`?",
    ),
    (
        contributions_with(keep=lambda all_of_them: all_of_them[-1:]),
        "Only the last operand gets a contribution. Return those of all.",
    ),
    (
        contributions_with(keep=lambda all_of_them: all_of_them[0]),
        "That is the contribution to the "
        "first operand, a single number. Return a list, with one for each.",
    ),
    (
        contributions_with(keep=lambda all_of_them: all_of_them[-1]),
        "That is the contribution to "
        "the last operand, a single number. Return a list, with one for each.",
    ),
)

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
            in_wrong_order,
            "The operands go into LOCAL in the wrong order. For a quotient, say, that matters.",
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
    slips=SLIPS,
    praise="That is one line of the reverse sweep, for any operation.",
    hints={
        "name 'LOCAL'": "Run the cell above first: it defines LOCAL and number.",
        "name 'number'": "Run the cell above first: it defines LOCAL and number.",
        "KeyError: 1.0": "An operand may be a constant: number(operand, values) knows both.",
        "KeyError: 'mul'": "The first entry of a step is its operation, and no operand. Go through "
        "`operands`.",
        "multiply sequence": "LOCAL gives a list of local derivatives. Multiply each of them. (Or "
        "are the operands still names? number(operand, values) looks them up.)",
        "'str' and": "An operand is a name there. number(operand, values) gives its value.",
        "and 'str'": "An operand is a name there. number(operand, values) gives its value.",
        "number() missing": "number takes two: number(operand, values).",
        "positional argument": "Pass the operands one by one, and all of them: "
        "LOCAL[operation](*numbers).",
    },
)


def contributions(answer):
    """Check my_contributions(step, adjoint, values).

    >>> contributions(lambda step, adjoint, values: [adjoint for _ in step[1:]]).kind
    'wrong'
    """
    return CONTRIBUTIONS.check(answer)
