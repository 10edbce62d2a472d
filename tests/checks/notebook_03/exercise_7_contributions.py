"""Exercise 7 of notebook 03: what one step of a list hands on in the reverse sweep."""

from math import exp

from helpers import checks
from helpers.checks.notebook_03.exercise_7_contributions import CONTRIBUTIONS
from tests.checks.entry import Entry, typed
from tests.checks.notebook_03.exercise_8_reverse_sweep import LISTS, VALUE_AND_LOCAL
from tests.checks.notebook_03.wrong_at_random import off_by


def numbers_of(step, values):
    return [values.get(x, x) for x in step[1:]]


def with_a_loop(step, adjoint, values):
    result = []
    for slope in VALUE_AND_LOCAL[step[0]](*numbers_of(step, values)):
        result.append(slope * adjoint)
    return result


def case_by_case(step, adjoint, values):
    x, *y = numbers_of(step, values)
    if step[0] == "exp":
        return (adjoint * exp(x),)
    return {
        "mul": lambda y: (adjoint * y, adjoint * x),
        "div": lambda y: (adjoint / y, -adjoint * x / y**2),
        "sub": lambda y: (adjoint, -adjoint),
    }[step[0]](*y)


def but(make):
    """A list with `make(adjoint, slope, value)` for each operand."""

    def my_contributions(step, adjoint, values):
        numbers = numbers_of(step, values)
        slopes = VALUE_AND_LOCAL[step[0]](*numbers)
        return [make(adjoint, *pair) for pair in zip(slopes, numbers, strict=True)]

    return my_contributions


def without_asking_for_names(step, adjoint, values):
    return [adjoint * values[x] for x in step[1:]]


def with_the_list_itself(step, adjoint, values):
    return adjoint * VALUE_AND_LOCAL[step[0]](*numbers_of(step, values))


def with_operands_in_wrong_order(step, adjoint, values):
    numbers = numbers_of(step, values)[::-1]
    return [adjoint * slope for slope in VALUE_AND_LOCAL[step[0]](*numbers)]


def with_the_operands_as_one(step, adjoint, values):
    return VALUE_AND_LOCAL[step[0]](numbers_of(step, values))


ENTRY = Entry(
    notebook="03-chain-rule-and-wengert-lists.ipynb",
    name="my_contributions",
    check=checks.contributions,
    exercise=CONTRIBUTIONS,
    right=[with_a_loop, case_by_case],
    wrong=[
        (but(lambda adjoint, slope, value: slope), "Those are the local derivatives"),
        (but(lambda adjoint, slope, value: adjoint), "gets the adjoint as it is"),
        (but(lambda adjoint, slope, value: adjoint + slope), "are added"),
        (
            but(lambda adjoint, slope, value: adjoint * value),
            "The adjoint is multiplied by the value of the operand",
        ),
        (lambda *case: with_a_loop(*case)[::-1], "have changed places"),
        (lambda *case: sum(with_a_loop(*case)), "You return the sum"),
        (with_operands_in_wrong_order, "go into LOCAL in the wrong order"),
        (but(lambda adjoint, slope, value: adjoint * slope * value), "There is a factor too much"),
        (but(lambda adjoint, slope, value: adjoint / slope), "You divide by the local derivative"),
        (lambda *case: with_a_loop(*case)[-1], "to the last operand, a single number"),
        (lambda step, adjoint, values: [values[x] for x in step], "its operation, and no operand"),
        (lambda step, adjoint, values: [adjoint + x for x in step[1:]], "An operand is a name"),
        (lambda *case: with_a_loop(*case)[:1], "Only the first operand"),
        (
            lambda step, adjoint, values: [
                contribution
                for x, contribution in zip(
                    step[1:], with_a_loop(step, adjoint, values), strict=True
                )
                if x in values
            ],
            "A constant has no entry",
        ),
        (without_asking_for_names, "An operand may be a constant"),
        (with_the_list_itself, "Multiply each of them"),
        (with_the_operands_as_one, "Pass the operands one by one"),
        (lambda step, adjoint, values: LOCAL[step[0]], "it defines LOCAL"),  # noqa: F821
        (lambda step, adjoint, values: [number(step[1], values)], "it defines LOCAL"),  # noqa: F821
        (lambda step, adjoint, values: [0.0, 0.0], "gives 0 as its first number"),
        *typed(__file__, "step, adjoint, values", LISTS),
    ],
    random_wrong=lambda rng: off_by(with_a_loop, rng),
)
