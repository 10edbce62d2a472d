"""What a wrong number comes out as."""

import random
from math import exp
from time import perf_counter

import pytest

from helpers.checks.expressions import FORMS, comes_out_as
from helpers.checks.feedback import Exercise, Feedback

CASES = [{"a": 0.7, "b": 1.3, "c": -2.1, "d": 3.7}, {"a": 1.9, "b": -0.4, "c": 0.6, "d": 1.1}]
WAYS = [(count, text) for count, forms in FORMS.items() for text in forms]


@pytest.mark.parametrize(("count", "text"), WAYS)
def test_every_expression_is_recognised(count, text):
    function = FORMS[count][text]
    numbers = [function(*[*case.values()][:count]) for case in CASES]
    said = comes_out_as(numbers, CASES)
    if said == text.format(*"abcd"[:count]):
        return
    assert all(  # the same in other words
        eval(said, {"exp": exp}, case) == pytest.approx(number)
        for number, case in zip(numbers, CASES, strict=True)
    )


def test_simplest_comes_first():
    assert comes_out_as([case["a"] for case in CASES], CASES) == "a"
    assert comes_out_as([case["a"] * case["b"] for case in CASES], CASES) == "a * b"


def test_a_formula_as_a_name_goes_into_brackets():
    cases = [case | {"-1 / c": -1 / case["c"]} for case in CASES]
    numbers = [case["a"] - case["b"] / case["c"] for case in CASES]
    assert comes_out_as(numbers, cases) == "b * (-1 / c) + a"


def test_names_that_are_the_same_everywhere_are_left_out():
    cases = [{"one": 1.0, "a": case["a"], "again": case["a"]} for case in CASES]
    assert comes_out_as([2 * case["a"] for case in CASES], cases) == "2 * a"


@pytest.mark.parametrize(
    "numbers", [[0.123, 4.56], [float("inf"), 1.0], [float("nan"), 1], [1e200, 10**400]]
)
def test_numbers_that_are_nothing_of_the_kind_have_no_expression(numbers):
    assert comes_out_as(numbers, CASES) == ""


def test_one_case_alone_says_nothing():
    assert comes_out_as([0.7], CASES[:1]) == ""


def test_a_long_search_is_short_enough():
    rng = random.Random(0)
    cases = [{name: rng.uniform(-2, 2) for name in "abcdefghijk"} for _ in range(3)]
    start = perf_counter()
    assert comes_out_as([0.123, 4.56, 7.89], cases) == ""
    assert perf_counter() - start < 0.5  # it takes a tenth of it


def test_numbers_that_stop_an_expression_stop_nothing_else():
    cases = [{"a": 0.0, "b": 1e90}, {"a": 1000.0, "b": 10**90}]
    assert comes_out_as([3.0, 5.0], cases) == ""


def check(answer):
    return Exercise(
        lambda a, b: [a + b, (a + b) * a],
        [(2.0, 3.0), (-1.5, 0.7), (0.4, 5.0)],
        [],
        "Yes.",
        at_place={1: [(lambda found, a, b: found[0] * a, "")]},
        at_hand=lambda place, found, a, b: {"a": a, "b": b} | ({"sum": found[0]} if place else {}),
        entries=("the sum", "the product"),
        at_entry=("It is a + b.", "It is sum * a."),
    ).check(answer)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda a, b: [a - b, (a - b) * a], "You have a - b for the sum. It is a + b."),
        (lambda a, b: [a + b, (a + b) * b], "You have b * sum for the product. It is sum * a."),
        (
            lambda a, b: [a - b, (a - b) * b],
            "You have a - b for the sum. It is a + b. "
            "You have b * sum for the product. It is sum * a.",
        ),
        (lambda a, b: [a + b, 7.0], "You have 7 in every case for the product. It is sum * a."),
    ],
)
def test_a_wrong_line_is_told_in_the_names_at_hand(answer, message):
    assert check(answer) == Feedback("wrong", message)


def test_a_line_that_stops_with_what_is_above_it_is_none_of_the_slips():
    exercise = Exercise(
        lambda a: [a, 1 / a],
        [(2.0,), (3.0,)],
        [],
        "Yes.",
        at_place={0: [(lambda found, a: 1 / found[0], "?")], 1: [(lambda found, a: 0.5, "Half.")]},
    )
    assert "gives 0 as its first number" in exercise.check(lambda a: [0, 7.0]).message


def test_what_all_numbers_have_in_common_is_told_instead():
    assert check(lambda a, b: [-a - b, -(a + b) * a]).message.endswith("signs are turned round.")
    assert "You have" not in check(lambda a, b: [(a + b) * a, a + b]).message
