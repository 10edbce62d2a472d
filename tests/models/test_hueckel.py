"""Hückel levels: against NumPy, the closed form, and Hellmann and Feynman."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.dual import derivative
from helpers.models.hueckel import butadiene, chain, level, ring
from helpers.value import Value
from helpers.wengert import trace

SAME, OPPOSITE = [1.0, 1.0, 1.0, 1.0], [1.0, 1.0, -1.0, -1.0]


def closed_form(outer, inner):
    """The two positive levels of butadiene."""
    root = (inner**2 + 4 * outer**2) ** 0.5
    return (root + inner) / 2, (root - inner) / 2


@settings(deadline=None)  # a busy machine is no fault of the numbers
@given(st.floats(0.6, 1.6), st.floats(0.6, 1.6))
def test_butadiene(outer, inner):
    highest, second = closed_form(outer, inner)
    matrix = butadiene(outer, inner)
    assert np.linalg.eigvalsh(matrix)[::-1][:2] == pytest.approx([highest, second], rel=1e-12)
    assert level(matrix, SAME, rounds=60) == pytest.approx(highest, rel=1e-10)
    assert level(matrix, OPPOSITE, rounds=60) == pytest.approx(second, rel=1e-10)


def test_numbers_of_the_course():
    assert [f"{x:.6f}" for x in closed_form(1.2, 0.8)] == ["1.664911", "0.864911"]
    assert f"{2 * closed_form(1.2, 0.8)[1]:.6f}" == "1.729822"
    assert f"{2 * level(butadiene(), OPPOSITE, rounds=30):.6f}" == "1.236068"
    error = level(butadiene(), SAME, rounds=10) - closed_form(1, 1)[0]
    assert abs(error) < 6e-10
    benzene = np.linalg.eigvalsh(ring([1.0] * 6))[::-1]
    assert 2 * sum(benzene[:3]) == pytest.approx(8, rel=1e-12)  # six electrons, 6α + 8β


def test_the_derivative_through_power_iteration_is_that_of_hellmann_and_feynman():
    bonds = [Value(1.0), Value(1.0), Value(1.0)]
    level(chain(bonds), SAME, rounds=40).backward()
    _, vectors = np.linalg.eigh(np.array(butadiene()))
    c = vectors[:, -1]
    expected = [2 * c[i] * c[i + 1] for i in range(3)]
    assert [b.grad for b in bonds] == pytest.approx(expected, rel=1e-9)
    assert f"{bonds[0].grad + bonds[2].grad:.6f}" == "0.894427"
    assert f"{bonds[1].grad:.6f}" == "0.723607"


@settings(deadline=None)  # a busy machine is no fault of the numbers
@given(st.floats(0.7, 1.4), st.floats(0.7, 1.4))
def test_forward_mode_and_the_closed_form(outer, inner):
    slope = derivative(lambda b: level(butadiene(b, inner), SAME, rounds=80), outer)
    assert slope == pytest.approx(2 * outer / (inner**2 + 4 * outer**2) ** 0.5, rel=1e-8)


def test_it_can_be_traced():
    tape = trace(lambda a, b: level(butadiene(a, b), SAME, rounds=30), a=1.0, b=1.0)
    gradient = tape.gradient()
    assert [gradient["a"], gradient["b"]] == pytest.approx([0.894427191, 0.723606798], rel=1e-8)


def test_what_is_no_molecule_is_told():
    with pytest.raises(ValueError, match="at least 3 bonds, got 2"):
        ring([1.0, 1.0])
    with pytest.raises(ValueError, match="expected 4, got 3"):
        level(butadiene(), [1.0, 1.0, 1.0])
