"""Velocity Verlet: against its matrix power, and against differences with 60 digits."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.dual import Dual
from helpers.models.verlet import (
    State,
    harmonic,
    lennard_jones,
    total_energy,
    trajectory,
    verlet_step,
)
from helpers.rules import cos, sin
from helpers.value import Value
from helpers.wengert import trace


def one_step(h):
    """The matrix of a step for the harmonic potential with k = m = 1."""
    return np.array([[1 - h * h / 2, h], [-h + h**3 / 4, 1 - h * h / 2]])


@settings(deadline=None)  # a busy machine is no fault of the numbers
@given(st.floats(0.01, 0.5), st.integers(1, 80))
def test_harmonic_derivatives_are_entries_of_a_matrix_power(h, steps):
    power = np.linalg.matrix_power(one_step(h), steps)
    by_x = trajectory(harmonic().force, Dual(0.7, 1.0), 0.2, h, steps)[-1]
    by_v = trajectory(harmonic().force, 0.7, Dual(0.2, 1.0), h, steps)[-1]
    found = [[by_x.x.tangent, by_v.x.tangent], [by_x.v.tangent, by_v.v.tangent]]
    assert np.allclose(found, power, rtol=1e-10, atol=1e-12)


def test_the_number_of_the_course():
    v = Value(1.0)
    trajectory(harmonic().force, 0.0, v, 0.1, 50)[-1].x.backward()
    assert f"{v.grad:.9f}" == "-0.959530725"
    assert f"{np.sin(5):.9f}" == "-0.958924275"  # of the exact motion


def test_dx_dk_against_differences_with_many_digits():
    def last(k, number=lambda x: x):
        return trajectory(harmonic(k).force, number(0.3), number(1.0), number(0.1), 50)[-1].x

    k = Value(1.7)
    last(k).backward()
    with mpmath.workdps(60):
        step = mpmath.mpf(10) ** -20
        exact = mpmath.mpf("1.7")
        slope = (last(exact + step, mpmath.mpf) - last(exact - step, mpmath.mpf)) / (2 * step)
    assert k.grad == pytest.approx(float(slope), rel=1e-11)


@pytest.mark.parametrize("start", [1.05, 1.2, 1.4])
def test_lennard_jones_against_differences_with_many_digits(start):
    def last(x, number=lambda x: x):
        return trajectory(lennard_jones().force, x, number(0.0), number(0.01), 100)[-1].x

    x = Dual(start, 1.0)
    found = last(x).tangent
    with mpmath.workdps(60):
        step = mpmath.mpf(10) ** -20
        exact = mpmath.mpf(start)
        slope = (last(exact + step, mpmath.mpf) - last(exact - step, mpmath.mpf)) / (2 * step)
    assert found == pytest.approx(float(slope), rel=1e-9)


@pytest.mark.parametrize("potential", [harmonic(), harmonic(2.5), lennard_jones()])
@pytest.mark.parametrize("at", [0.95, 1.1, 1.7])
def test_the_force_is_minus_the_slope_of_the_energy(potential, at):
    assert potential.force(at) == pytest.approx(-potential.energy(Dual(at, 1.0)).tangent, rel=1e-12)


def test_energy_drifts_little_and_with_the_square_of_the_step():
    def drift(h):
        states = trajectory(lennard_jones().force, 1.3, 0.0, h, round(8 / h))
        energies = [total_energy(lennard_jones(), state) for state in states]
        return max(energies) - min(energies)

    assert drift(0.01) < 1e-2
    assert drift(0.02) / drift(0.01) == pytest.approx(4, rel=0.15)


def test_it_runs_backward_in_time():
    force = lennard_jones().force
    there = trajectory(force, 1.3, 0.4, 0.01, 100)[-1]
    back = trajectory(force, there.x, -there.v, 0.01, 100)[-1]
    assert (back.x, back.v) == pytest.approx((1.3, -0.4), rel=1e-11)


def test_it_can_be_traced_and_any_force_will_do():
    tape = trace(lambda v: trajectory(lambda x: -sin(x) + 0 * cos(x), 0.1, v, 0.1, 30)[-1].x, v=1.0)
    v = Value(1.0)
    trajectory(lambda x: -sin(x), 0.1, v, 0.1, 30)[-1].x.backward()
    assert tape.gradient()["v"] == pytest.approx(v.grad, rel=1e-13)


def test_a_step_takes_the_acceleration_that_is_known():
    force = harmonic(3.0).force
    state, acceleration = verlet_step(force, State(0.4, -0.2), 0.1)
    assert acceleration == force(state.x)
    assert verlet_step(force, state, 0.1) == verlet_step(force, state, 0.1, acceleration)


@pytest.mark.parametrize(("steps", "error"), [(0, ValueError), (2.0, TypeError), (None, TypeError)])
def test_a_trajectory_has_steps(steps, error):
    with pytest.raises(error, match=r"steps? is a whole number|at least 1 step"):
        trajectory(harmonic().force, 0.0, 1.0, 0.1, steps)
