"""A particle on a line in a potential: velocity Verlet, and two potentials.

All numbers may be of any kind. Units are those of the caller: with mass 1, a force is an
acceleration.

Source: W. C. Swope, H. C. Andersen, P. H. Berens and K. R. Wilson, J. Chem. Phys. 76 (1982) 637.
"""

from collections.abc import Callable
from typing import NamedTuple


class Potential(NamedTuple):
    """What acts on a particle: its potential energy at x, and the force there, minus its slope."""

    energy: Callable
    force: Callable


class State(NamedTuple):
    """Where a particle is, and how fast it moves."""

    x: object
    v: object


def harmonic(k=1.0):
    """A spring that rests at 0, of stiffness k: the energy is k x² / 2.

    >>> harmonic(k=4.0).energy(0.5), harmonic(k=4.0).force(0.5)
    (0.5, -2.0)
    """
    return Potential(lambda x: 0.5 * k * x * x, lambda x: -k * x)


def lennard_jones(depth=1.0, size=1.0):
    """Two atoms at the distance x: 4 · depth · ((size/x)¹² − (size/x)⁶).

    The energy is least, −depth, at x = 2^(1/6) · size, where there is no force.

    >>> lennard_jones().energy(1.0), lennard_jones().force(1.0)
    (0.0, 24.0)
    """

    def sixth(x):
        ratio = size / x
        return ratio * ratio * ratio * (ratio * ratio * ratio)

    def energy(x):
        s = sixth(x)
        return 4 * depth * (s * s - s)

    def force(x):
        s = sixth(x)
        return 24 * depth * (2 * s * s - s) / x

    return Potential(energy, force)


def verlet_step(force, state, h, acceleration=None):
    """The state a time h later, for mass 1, and the acceleration there.

    A half step of the velocity, a step of the position, and the other half with the new force.
    The acceleration at the beginning is computed from the force unless it is passed in.

    >>> verlet_step(lambda x: -x, State(1.0, 0.0), 0.1)
    (State(x=0.995, v=-0.09975), -0.995)
    """
    if acceleration is None:
        acceleration = force(state.x)
    halfway = state.v + 0.5 * h * acceleration
    x = state.x + h * halfway
    acceleration = force(x)
    return State(x, halfway + 0.5 * h * acceleration), acceleration


def trajectory(force, x, v, h, steps):
    """The states of a particle of mass 1 from (x, v) on, a list of steps + 1.

    `force(x)` is computed once for each state. Raises ValueError for less than one step, TypeError
    for what is no whole number of them.

    >>> [f"{state.x:.4f}" for state in trajectory(harmonic().force, 1.0, 0.0, h=0.5, steps=3)]
    ['1.0000', '0.8750', '0.5312', '0.0547']
    """
    if not isinstance(steps, int) or isinstance(steps, bool):
        raise TypeError(f"steps is a whole number, got {steps!r:.60} ({type(steps).__name__})")
    if steps < 1:
        raise ValueError(f"a trajectory has at least 1 step, got {steps}")
    states, acceleration = [State(x, v)], None
    for _ in range(steps):
        state, acceleration = verlet_step(force, states[-1], h, acceleration)
        states.append(state)
    return states


def total_energy(potential, state):
    """Kinetic and potential energy of a state, for mass 1. The exact motion keeps it.

    >>> total_energy(harmonic(), State(x=1.0, v=2.0))
    2.5
    """
    return 0.5 * state.v * state.v + potential.energy(state.x)
