"""What checks say whatever the exercise: of arguments, of patterns, and of Python's own words."""

import math
import operator

import numpy as np
import pytest

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.patterns import pattern

SCALE = Exercise(
    solution=lambda factor, numbers: [factor * x for x in numbers],
    cases=[(2.0, [1.5, -0.3]), (0.5, [4.0, 0.7]), (-1.3, [0.2, 3.0])],
    mistakes=[Mistake(lambda factor, numbers: [factor + x for x in numbers], "You add.")],
    praise="Scaled.",
)


def scaled(factor, numbers):
    return [factor * x for x in numbers]


# ------------------------------------------------------------------ forms of a list


@pytest.mark.parametrize(
    "form",
    [
        iter,
        lambda xs: (x for x in xs),
        lambda xs: map(float, xs),
        lambda xs: dict(enumerate(xs)).values(),
        lambda xs: dict.fromkeys(xs).keys(),
        np.array,
        lambda xs: [np.array([x]) for x in xs],
        lambda xs: [np.array(x) for x in xs],
    ],
)
def test_what_can_be_gone_through_is_a_list(form):
    assert SCALE.check(lambda factor, numbers: form(scaled(factor, numbers))).kind == "right"


@pytest.mark.parametrize("form", [lambda x: np.array([x]), lambda x: np.array(x)])
def test_an_array_with_one_number_is_a_number(form):
    double = Exercise(solution=lambda x: 2 * x, cases=[(1.5,)], mistakes=[], praise="Twice.")
    assert double.check(lambda x: form(2 * x)).kind == "right"


def test_a_generator_that_fails_or_never_ends_comes_back_as_help():
    def failing(factor, numbers):
        yield factor
        yield numbers[5]

    def endless(factor, numbers):
        while True:
            yield factor

    assert "stopped with IndexError" in SCALE.check(failing).message
    assert "returned 1,000 numbers, expected 2" in SCALE.check(endless).message


def test_a_complex_number_is_no_real_one_even_where_its_imaginary_part_is_0():
    feedback = SCALE.check(lambda factor, numbers: [factor * x + 0j for x in numbers])
    assert feedback.kind == "error"
    assert "as its first number, expected a number" in feedback.message


# ------------------------------------------------------------------ arguments


def scale_in_place(factor, numbers):
    for i in range(len(numbers)):
        numbers[i] *= factor
    return numbers


def empty_and_fail(factor, numbers):
    return numbers.clear().anything


def empty_and_be_wrong(factor, numbers):
    return [numbers.pop(), numbers.pop()]


def put_something_else_in(factor, numbers):
    right = scaled(factor, numbers)
    numbers[0] = np.array([1.0, 2.0])
    return right


def change_and_change_back(factor, numbers):
    numbers.append(factor)
    return scaled(numbers.pop(), numbers)


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (scale_in_place, "wrong", "All numbers are right. But your function changes `numbers`"),
        (empty_and_fail, "error", "empty_and_fail(2, [1.5, -0.3]) stopped with"),
        (empty_and_be_wrong, "wrong", "empty_and_be_wrong(2, [1.5, -0.3]) gives -0.3"),
        (empty_and_be_wrong, "wrong", "your function changes `numbers`"),
        (put_something_else_in, "wrong", "your function changes `numbers`"),
        (change_and_change_back, "right", "Scaled."),
    ],
)
def test_the_call_is_told_as_it_was_made_and_changed_arguments_are_noticed(answer, kind, words):
    feedback = SCALE.check(answer)
    assert feedback.kind == kind
    assert words in feedback.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda factor, numbers: [2.0 * x for x in numbers], "`factor` changes nothing"),
        (lambda factor, numbers: [factor, factor], "`numbers` changes nothing"),
        (lambda *both: [2.0 * x for x in both[1]], "The first argument changes nothing"),
        (lambda factor, numbers: numbers, "You return `numbers` as it came in."),
    ],
)
def test_an_argument_without_effect_is_named(answer, words):
    assert words in SCALE.check(answer).message


def test_an_argument_that_is_used_wrongly_is_not_called_unused():
    message = SCALE.check(lambda factor, numbers: [factor**2 + x for x in numbers]).message
    assert "changes nothing" not in message


# ------------------------------------------------------------------ patterns

RIGHT = [[0.37, -1.62], [2.44, 3.58]]


def each(function):
    return [[function(x) for x in numbers] for numbers in RIGHT]


@pytest.mark.parametrize(
    ("received", "words"),
    [
        ([numbers[::-1] for numbers in RIGHT], "The order of the list is turned round."),
        (each(lambda x: 0), "comes out as 0"),
        (each(lambda x: -x), "All signs"),
        (each(abs), "The sign is lost"),
        (each(lambda x: 1 / x), "upside down"),
        (each(lambda x: x * x), "the squares"),
        (each(math.floor), "rounded down"),
        (each(lambda x: round(x, 1)), "rounded to 1 digits"),
        (each(lambda x: x * (1 + 1e-5)), "a few digits only"),
        (each(lambda x: x - 1), "too small by 1"),
        (each(lambda x: x + 1), "too large by 1"),
        (each(lambda x: 3 * x), "is 3 times what it should be. So there is a factor 3 too much."),
        (each(lambda x: x / 3), "So a factor 3 is missing, or it is divided by."),
        (each(lambda x: 1.7 * x), "Every number is 1.7 times what it should be."),
        (each(int), "`int` cuts off what comes after the point."),
        (each(lambda x: x / -4), "Every number is -0.25 times what it should be."),
        (each(lambda x: x + 0.3), ""),
        (each(lambda x: 10**400), ""),
        (each(lambda x: math.nan), ""),
    ],
)
def test_pattern(received, words):
    said = pattern(received, RIGHT)
    assert words in said
    assert bool(said) == bool(words)


def test_a_single_number_is_no_pattern():
    assert pattern([[2.0], [2.0]], [[1.0], [1.0]]) == ""


# ------------------------------------------------------------------ Python's own words


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            lambda factor, numbers: [x ^ factor for x in numbers],
            "A power is written with two stars",
        ),
        (lambda factor, numbers: undefined, "Is it spelled as where it got its value?"),  # noqa: F821
        (lambda factor, numbers: [factor * x for x in factor], "there is `range(n)`"),
        (lambda factor, numbers: [*map(abs, *factor)], "The star unpacks a list"),
        (lambda factor, numbers: [numbers[x] for x in numbers], "An index counts places"),
        (lambda factor, numbers: numbers[4], "its length minus 1"),
        (lambda factor, numbers: max[factor], "Square brackets pick from a list"),
        (lambda factor, numbers: factor(numbers), "A product needs its sign"),
        (lambda factor, numbers: factor * abs, "its brackets are missing"),
        (lambda factor, numbers: factor * scaled, "its brackets are missing"),
        (lambda factor, numbers: [*scaled], "its brackets are missing"),
        (lambda factor, numbers: factor * numbers, "Python does no arithmetic with whole lists"),
        (lambda factor, numbers: numbers - numbers, "Python does no arithmetic with whole lists"),
        (lambda factor, numbers: numbers + factor, "Python does no arithmetic with whole lists"),
        (lambda factor, numbers: len(factor), "it has no length"),
        (lambda factor, numbers: [a for a, b, c in [numbers]], "as many names on the left"),
        (lambda factor, numbers: scaled(*numbers, 1), "another number of arguments"),
        (lambda factor, numbers: operator.setitem((1, 2), 0, 1), "cannot be changed in place"),
        (lambda factor, numbers: factor * numbers.sort(), "Something is still None"),
    ],
)
def test_advice_for_what_python_says(answer, words):
    feedback = SCALE.check(answer)
    assert feedback.kind == "error"
    assert words in feedback.message


def endless(x):
    return endless(x)


def test_a_function_that_calls_itself_without_end_is_told_so():
    assert "It calls itself without end" in SCALE.check(lambda *both: endless(both)).message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda x: f"{2 * x}", "That is text"),
        (lambda x: (x, 2 * x), "The right number is in it"),
        (lambda x: {"twice": 2 * x}, "The right number is in it"),
        (lambda x: [x, x], "expected a number."),
    ],
)
def test_a_number_that_came_wrapped_is_noticed(answer, words):
    double = Exercise(solution=lambda x: 2 * x, cases=[(1.5,)], mistakes=[], praise="Twice.")
    message = double.check(answer).message
    assert words in message
    assert ("The right number" in message) == ("right number" in words)


def test_a_dictionary_is_no_list():
    feedback = SCALE.check(lambda factor, numbers: dict(enumerate(scaled(factor, numbers))))
    assert feedback.message.endswith("collect the numbers in a list, with square brackets.")
