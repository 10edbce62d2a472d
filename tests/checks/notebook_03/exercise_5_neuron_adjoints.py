"""Exercise 5 of notebook 03: the reverse sweep of the neuron."""

import math

import numpy as np

from helpers import checks
from helpers.checks.notebook_03.exercise_5_neuron_adjoints import NEURON_ADJOINTS
from tests.checks.entry import Entry, typed
from tests.checks.notebook_03.wrong_at_random import off_by


def adjoints_in_a_loop(values):
    t = [None, *values]
    adjoints = [1.0]
    for local in [2 * t[7], 1, -1 / (t[5] * t[5]), 1, t[4], -1, 1]:
        adjoints.insert(0, adjoints[0] * local)
    return adjoints


def adjoints_by_known_formulas(values):
    """With the slope of the sigmoid, σ(1 − σ), instead of its parts."""
    t6, t7 = values[5:7]
    a7 = 2 * t7
    a2 = a7 * t6 * (1 - t6)
    return np.array([a2, a2, -a2, -a7 * t6 * t6, -a7 * t6 * t6, a7, a7, 1])


def adjoints_but(seed=None, **changed):
    """The reverse sweep with a line changed: changed(above, t3, t5, t6, t7, t8)."""
    lines = {
        "a7": lambda a, t: a * 2 * t[7],
        "a6": lambda a, t: a,
        "a5": lambda a, t: a * (-1 / t[5] ** 2),
        "a4": lambda a, t: a,
        "a3": lambda a, t: a * math.exp(t[3]),
        "a2": lambda a, t: -a,
        "a1": lambda a, t: a,
    } | changed

    def my_adjoints(values):
        t = [None, *values]
        adjoints = [1 if seed is None else seed(t)]
        for line in lines.values():
            adjoints.append(line(adjoints[-1], t))
        adjoints.reverse()
        return adjoints

    return my_adjoints


def adjoints_from_the_top(values):
    a1 = a2 * 1  # noqa: F821
    a2 = -1 * values[2]
    return [a1, a2]


def adjoints_in_order_of_work(values):
    a8 = 1
    a7 = a8 * 2 * values[6]
    a6 = a7
    a5 = -a6 / values[4] ** 2
    a4 = a5
    a3 = a4 * math.exp(values[2])
    a2 = -a3
    a1 = a2
    return [a8, a7, a6, a5, a4, a3, a2, a1]


def only_local_derivatives(values):
    return [1, -1, math.exp(values[2]), 1, -1 / values[4] ** 2, 1, 2 * values[6], 1]


ENTRY = Entry(
    notebook="03-chain-rule-and-wengert-lists.ipynb",
    name="my_adjoints",
    check=checks.neuron_adjoints,
    exercise=NEURON_ADJOINTS,
    right=[adjoints_in_a_loop, adjoints_by_known_formulas],
    wrong=[
        (adjoints_but(a3=lambda a, t: a * math.exp(t[3]) * t[3]), "factor t3 too much"),
        (adjoints_but(a3=lambda a, t: a * t[3]), "needs the derivative of exp"),
        (adjoints_but(a3=lambda a, t: a * math.exp(t[4])), "exponential of t4"),
        (adjoints_but(a3=lambda a, t: a), "lacks its local derivative"),
        (adjoints_but(a5=lambda a, t: a * -1 / t[5]), "lacks a square"),
        (adjoints_but(a5=lambda a, t: a / t[5] ** 2), "lacks a minus"),
        (adjoints_but(a5=lambda a, t: a / t[5]), "by the value of t6"),
        (adjoints_but(a7=lambda a, t: a * t[7]), "lacks a 2"),
        (adjoints_but(a7=lambda a, t: a * t[7] * t[7]), "by the value of t8"),
        (adjoints_but(a2=lambda a, t: a), "adjoint of t2 has the wrong sign"),
        (adjoints_but(a6=lambda a, t: -a), "adjoint of t6 has the wrong sign"),
        (adjoints_in_order_of_work, "order is turned round"),
        (adjoints_but(seed=lambda t: 0), "All adjoints are 0"),
        (adjoints_but(seed=lambda t: t[8]), "value of the output"),
        (only_local_derivatives, "Those are the local derivatives"),
        (lambda values: adjoints_in_a_loop(values)[:-1], "adjoint of t8 is missing"),
        (adjoints_from_the_top, "variable 'a2' where"),
        (lambda values: [exp(values[2])], "that imports `exp`"),  # noqa: F821
        (
            adjoints_but(a4=lambda a, t: a * t[5]),
            "You have a5 * t5 for the adjoint of t4.",
        ),
        *typed(__file__, "values", "from math import exp\nx = -2.0  # from a cell above"),
    ],
    random_wrong=lambda rng: off_by(adjoints_in_a_loop, rng),
)
