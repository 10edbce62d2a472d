"""Exercise 7 of notebook 03: what one step of a list hands on in the reverse sweep."""

from itertools import accumulate

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two
from helpers.checks.notebook_03.exercise_8_reverse_sweep import local_slopes, number


def contributions_with(
    contribution=lambda adjoint, slope, value: adjoint * slope,
    at=lambda numbers, adjoint: numbers,
    local=lambda slopes: slopes,
    keep=lambda contributions, operands: contributions,
):
    """What a step hands on, with some of its parts changed: the contribution to an operand, where
    the local derivatives are taken, which of them are used, and what is kept of the contributions.
    """

    def contributions(step, adjoint, values):
        operation, *operands = step
        numbers = [number(x, values) for x in operands]
        slopes = local(local_slopes(operation, at(numbers, adjoint), values))
        found = [contribution(adjoint, *pair) for pair in zip(slopes, numbers, strict=True)]
        return keep(found, operands)

    return contributions


def running_product(step, adjoint, values):
    """The adjoint itself is multiplied by one local derivative after the other."""
    slopes = contributions_with(lambda adjoint, slope, value: slope)(step, adjoint, values)
    return [*accumulate(slopes, lambda a, b: a * b, initial=adjoint)][1:]


SLIPS = {
    "contribution": [
        (lambda a, s, v: s, "The adjoint of the step is missing: multiply by it."),
        (lambda a, s, v: a, "The local derivative is missing: multiply by it."),
        (lambda a, s, v: a + s, "Adjoint and local derivative are added. They multiply."),
        (lambda a, s, v: a * s * v, "There is a factor too much, the value of the operand."),
        (
            lambda a, s, v: s * v,
            "The local derivative is multiplied by the value of the operand. It takes the adjoint.",
        ),
        (lambda a, s, v: a / s, "You divide by the local derivative. Multiply by it."),
        (lambda a, s, v: s / a, "You divide by the adjoint. Multiply by it."),
        (
            lambda a, s, v: a - s,
            "Adjoint and local derivative are subtracted. They multiply.",
        ),
        (
            lambda a, s, v: v,
            "Those are the values of the operands. Asked for is the adjoint times each local "
            "derivative.",
        ),
        (
            lambda a, s, v: a + v,
            "You add the value to the adjoint. Multiply the adjoint by the local derivative.",
        ),
        (
            lambda a, s, v: s - a,
            "The adjoint is subtracted. Multiply by it.",
        ),
        (lambda a, s, v: a * a * s, "The adjoint is there twice as a factor."),
        (lambda a, s, v: a * s * s, "The local derivative is there twice as a factor."),
        (lambda a, s, v: a * s + a, "The adjoint is added once more. Multiply, and no more."),
        (lambda a, s, v: a * s + v, "The value of the operand is added. Multiply, and no more."),
        (
            lambda a, s, v: abs(a) * s,
            "The adjoint loses its sign: is there an `abs`?",
        ),
        (
            lambda a, s, v: a * abs(s),
            "The local derivative loses its sign: is there an `abs`?",
        ),
        (lambda a, s, v: -a * s, "The sign is turned round: no minus belongs there."),
    ],
    "at": [
        (
            lambda numbers, a: numbers[::-1],
            "The operands go into LOCAL in the wrong order. For a quotient, say, that matters.",
        ),
        (
            lambda numbers, a: [a * x for x in numbers],
            "The adjoint goes into LOCAL, with the operands. Local derivatives are taken at the "
            "operands alone; the adjoint is a factor of the result.",
        ),
        (
            lambda numbers, a: [a] * len(numbers),
            "LOCAL gets the adjoint. It takes the numbers of the operands.",
        ),
        (
            lambda numbers, a: numbers[:1] * len(numbers),
            "LOCAL gets the first operand for each. It takes all of them, in their order.",
        ),
        (
            lambda numbers, a: numbers[-1:] * len(numbers),
            "LOCAL gets the last operand for each. It takes all of them, in their order.",
        ),
    ],
    "local": [
        (
            lambda slopes: slopes[:1] * len(slopes),
            "Every operand gets the local derivative of the first. Each has its own.",
        ),
        (
            lambda slopes: slopes[-1:] * len(slopes),
            "Every operand gets the local derivative of the last. Each has its own.",
        ),
        (
            lambda slopes: [sum(slopes)] * len(slopes),
            "The local derivatives are added up. Each belongs to an operand of its own.",
        ),
    ],
    "keep": [
        (
            lambda found, operands: found[::-1],
            "The contributions have changed places: the first belongs to the first operand.",
        ),
        (
            lambda found, operands: sum(found),
            "You return the sum. Each operand gets its own contribution: return them as a list.",
        ),
        (
            lambda found, operands: [sum(found)],
            "The list holds the sum alone. Each operand gets its own contribution.",
        ),
        (
            lambda found, operands: found[:1],
            "Only the first operand gets a contribution. Go through all of them.",
        ),
        (
            lambda found, operands: [sum(found)] * len(found),
            "Every operand gets the sum. Each has a contribution of its own.",
        ),
        (
            lambda found, operands: [x / len(found) for x in found],
            "You divide by the number of operands. Each gets its contribution as it is.",
        ),
        (
            lambda found, operands: [],
            "The list is empty. Is something put into it, with `append`?",
        ),
        (
            lambda found, operands: found[-1:],
            "Only the last operand gets a contribution. Return those of all.",
        ),
        (
            lambda found, operands: [*accumulate(found)],
            "Each contribution has the ones before it added. Start anew for each operand.",
        ),
        (
            lambda found, operands: found[0],
            "That is the contribution to the first operand, a single number. Return a list, with "
            "one for each.",
        ),
        (
            lambda found, operands: found[-1],
            "That is the contribution to the last operand, a single number. Return a list, with "
            "one for each.",
        ),
        (
            lambda found, operands: dict(zip(operands, found, strict=True)),
            "That is a dictionary, in which a name that a step uses twice has one place only. "
            "Return a list.",
        ),
        (
            lambda found, operands: [(x, a) for x, a in zip(operands, found, strict=True)],
            "Those are pairs of operand and contribution. Return the contributions alone.",
        ),
        (
            lambda found, operands: [
                a if isinstance(x, str) else 0.0 for x, a in zip(operands, found, strict=True)
            ],
            "A constant gets 0. Give it its contribution as well: the sweep will leave it out.",
        ),
        (
            lambda found, operands: [
                a for x, a in zip(operands, found, strict=True) if isinstance(x, str)
            ],
            "A constant has no entry here. Return one number for each operand, constants too: "
            "the sweep will leave them out.",
        ),
    ],
}

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
            running_product,
            "The adjoint is multiplied by one local derivative after the other. Each contribution "
            "starts from the adjoint of the step: give it a name of its own.",
        ),
    ],
    slips=tuple(one_or_two(contributions_with, SLIPS)),
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
        "KeyError: 'operation'": "Without quotes it is the operation: LOCAL[operation].",
        "KeyError: 2.0": "The adjoint is a number already: nothing is to be looked up.",
        "KeyError: (": "LOCAL is asked with the name of an operation, the first entry of the step.",
        "object is not iterable": "One number cannot be gone through, or added to a list with "
        "+=: `append` adds it. (`VALUE` gives one number, `LOCAL` a list of local derivatives.)",
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
