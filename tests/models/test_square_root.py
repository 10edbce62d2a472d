"""Newton's square root: against the root itself, with many digits."""

import math

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.dual import Dual, derivative
from helpers.models.square_root import implicit_derivative, newton_rounds, newton_until


def test_numbers_of_the_course():
    """The derivative comes one step behind the value: errors for a = 2 from 1."""
    rounds = newton_rounds(Dual(2.0, 1.0))
    with mpmath.workdps(40):
        exact = newton_rounds(mpmath.mpf(2), mpmath.mpf(1))
        root = mpmath.sqrt(2)
        off = [f"{float(abs(y - root)):.1e}" for y in exact[1:5]]
    assert off == ["8.6e-02", "2.5e-03", "2.1e-06", "1.6e-12"]
    slope = 1 / (2 * math.sqrt(2))
    by_dual = [f"{abs(y.tangent - slope):.1e}" for y in rounds[1:4]]
    assert by_dual == ["1.5e-01", "7.6e-03", "1.3e-05"]
    assert abs(rounds[4].tangent - slope) == pytest.approx(1.8e-11, rel=0.05)
    assert abs(rounds[5].tangent - slope) < 1.2e-16


@settings(deadline=None)  # a busy machine is no fault of the numbers
@given(st.floats(0.1, 50))
def test_the_implicit_derivative_is_that_of_the_converged_loop(a):
    through = derivative(lambda x: newton_rounds(x, rounds=12)[-1], a)
    assert implicit_derivative(math.sqrt(a)) == pytest.approx(through, rel=1e-12)
    assert implicit_derivative(math.sqrt(a)) == pytest.approx(0.5 * a**-0.5, rel=1e-14)


def test_the_count_of_rounds_changes_with_the_input_and_the_derivative_does_not_see_it():
    """Where the count jumps, so does the estimate; no derivative on either side tells."""
    low, high = 2.0, 4.0
    _, few = newton_until(low, tolerance=0.01)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (
            (middle, high) if newton_until(middle, tolerance=0.01)[1] == few else (low, middle)
        )
    below, above = newton_until(low, tolerance=0.01)[0], newton_until(high, tolerance=0.01)[0]
    assert abs(above - below) > 1e-4
    assert high - low < 1e-14
    slopes = [derivative(lambda a: newton_until(a, tolerance=0.01)[0], x) for x in (low, high)]
    assert all(0.2 < slope < 0.4 for slope in slopes)
