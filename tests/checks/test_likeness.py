"""What a number is instead: said where it is that, and not said where it is not."""

import math

import pytest

from helpers.checks.likeness import INSTEAD, slopes_instead, value_instead

POINTS = {1: (0.7,), 2: (1.5, -0.8)}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (math.tan(0.7), "That is tan(a)."),
        (1 / math.cosh(0.7), "That is 1 / cosh(a)."),
        (-0.7, "That is -a."),
        (-0.5, "The sign is wrong."),
        (0.123, ""),
    ],
)
def test_value_of_one_number(value, told):
    assert value_instead(value, 0.5, "a", (0.7,)) == told


def test_value_of_two_numbers():
    assert value_instead(-1.2, 0.3, "ab", (1.5, -0.8)) == "That is the product."
    assert value_instead(-0.8, 0.3, "ab", (1.5, -0.8)) == "That is b alone."
    assert value_instead(7.0, 0.3, "abc", (1.0, 2.0, 3.0)) == ""


def test_what_has_no_value_is_passed_over():
    assert value_instead(math.exp(-1.0), 0.3, "a", (-1.0,)) == "That is exp(a)."
    assert value_instead(5.0, 0.3, "ab", (5.0, 0.0)) == "That is the sum."


@pytest.mark.parametrize(
    ("slopes", "told"),
    [
        ([-2.0, 3.0], "The sign is wrong."),
        ([-2.0, -3.0], "The sign is wrong."),
        ([4.0, 6.0], "It is there twice."),
        ([1.0, 3.0], "Only half of it is there."),
        ([2.0, 1 / 3], "It is upside down."),
        ([4.0, 9.0], "It is squared."),
        ([-2.0, 6.0], ""),
        ([7.0, 3.0], ""),
    ],
)
def test_slopes(slopes, told):
    assert slopes_instead(slopes, [2.0, 3.0], "ab", (1.5, -0.8)) == told


def test_a_slope_that_should_be_0_is_not_there_twice():
    assert slopes_instead([5.0, 1.0], [0.0, 1.0], "ab", (1.5, -0.8)) == ""


def test_no_two_functions_are_the_same_at_these_points():
    for count, functions in INSTEAD.items():
        values = {round(f(*POINTS[count]), 9) for f in functions.values()}
        assert len(values) == len(functions) - (count == 1)  # a number above 0 has its own size
