"""Whatever product of powers stands where another one should, the difference is told in words."""

import pytest

from helpers.checks.powers import of_powers

SLIPS = list(of_powers("The slope", "-a / b**2", -1, {"a": 1, "b": -2}))
POINTS = [(3.0, 2.0), (-1.5, 0.4), (0.7, -3.0)]


def cause_of(wrong):
    """All that is said of a function, which should be one thing."""
    numbers = pytest.approx([wrong(*point) for point in POINTS])
    return [cause for f, cause in SLIPS if [f(*point) for point in POINTS] == numbers]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda a, b: a / b**2, "a minus is missing"),
        (lambda a, b: -2 * a / b**2, "a factor of 2 is too much"),
        (lambda a, b: -a / b**2 / 2, "a factor of 0.5 is too much"),
        (lambda a, b: -1 / b**2, "a is missing above"),
        (lambda a, b: -a, "b**2 is missing below"),
        (lambda a, b: -a / b, "below stands b**2, not b"),
        (lambda a, b: -a * b, "b**2 stands below, not b above"),
        (lambda a, b: a**2 / b**3, "a minus is missing; above stands a, not a**2; below stands "
         "b**2, not b**3"),
    ],
)  # fmt: skip
def test_each_difference_is_told(wrong, told):
    assert cause_of(wrong) == [f"The slope is -a / b**2: {told}."]


def test_a_letter_that_does_not_belong_there_is_told():
    slips = of_powers("It", "1 / b", 1, {"a": 0, "b": -1})
    (cause,) = [c for f, c in slips if [f(*p) for p in POINTS] == [-(a**2) / b for a, b in POINTS]]
    assert cause == "It is 1 / b: a minus is too much; the a**2 above is too much."


def test_the_right_product_is_none_of_them():
    assert cause_of(lambda a, b: -a / b**2) == []


def test_no_two_of_them_are_the_same():
    results = {tuple(round(f(*point), 9) for point in POINTS) for f, _ in SLIPS}
    assert len(results) == len(SLIPS)
