"""A step against the gradient."""

import pytest

from helpers.gradient_descent import step


def test_each_weight_goes_against_its_own_slope():
    assert step([1.0, -2.0, 0.5], [4.0, -8.0, 0.0], learning_rate=0.25) == [0.0, 0.0, 0.5]


def test_what_is_passed_stays_as_it_was():
    weights, slopes = [1.0, 2.0], [3.0, 4.0]
    step(weights, slopes, 0.1)
    assert (weights, slopes) == ([1.0, 2.0], [3.0, 4.0])


def test_steps_lead_to_the_bottom_of_a_bowl():
    place = [3.0, -1.0]
    for _ in range(200):
        place = step(place, [2 * place[0], 6 * place[1]], 0.1)
    assert place == pytest.approx([0.0, 0.0], abs=1e-12)


@pytest.mark.parametrize("slopes", [[1.0], [1.0, 2.0, 3.0]])
def test_a_slope_too_few_or_too_many_is_refused(slopes):
    with pytest.raises(ValueError, match=r"a slope for each weight, got . for 2"):
        step([1.0, 2.0], slopes, 0.1)
