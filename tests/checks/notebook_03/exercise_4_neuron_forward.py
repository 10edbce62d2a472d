"""Exercise 4 of notebook 03: the forward sweep of the neuron."""

import math

import numpy as np

from helpers import checks
from helpers.checks.notebook_03.exercise_4_neuron_forward import NEURON_FORWARD
from helpers.rules import RULES
from helpers.wengert import trace
from tests.checks.entry import Entry, typed
from tests.checks.notebook_03.wrong_at_random import off_by


def forward_in_a_loop(w, b, x, t):
    values = [w * x]
    steps = [
        lambda v: v + b,
        lambda v: -v,
        math.exp,
        lambda v: v + 1,
        lambda v: v**-1,
        lambda v: v - t,
        lambda v: v * v,
    ]
    for step in steps:
        values.append(step(values[-1]))
    return values


def forward_with_numpy(w, b, x, t):
    t2 = w * x + b
    t4 = np.exp(-t2)
    t7 = 1 / (1 + t4) - t
    return np.array([w * x, t2, -t2, t4, 1 + t4, 1 / (1 + t4), t7, t7**2])


def forward_by_list(w, b, x, t):
    tape = trace(
        lambda w, b, x, t: (1 / (1 + RULES["exp"](-(w * x + b))) - t) ** 2, w=w, b=b, x=x, t=t
    )
    return tuple(tape.values().values())


def forward_but(place, change):
    """The forward sweep with one step changed: change(t, b, w, x, target) for t[1] … so far."""

    def my_forward(w, b, x, target):
        t = [None]
        steps = [
            lambda: w * x,
            lambda: t[1] + b,
            lambda: -t[2],
            lambda: math.exp(t[3]),
            lambda: 1 + t[4],
            lambda: 1 / t[5],
            lambda: t[6] - target,
            lambda: t[7] * t[7],
        ]
        for i, step in enumerate(steps, start=1):
            t.append(change(t, b, w, x, target) if i == place else step())
        return t[1:]

    return my_forward


ENTRY = Entry(
    notebook="03-chain-rule-and-wengert-lists.ipynb",
    name="my_forward",
    check=checks.neuron_forward,
    exercise=NEURON_FORWARD,
    right=[forward_in_a_loop, forward_with_numpy, forward_by_list],
    wrong=[
        (lambda *inputs: forward_in_a_loop(*inputs)[7], "the loss alone"),
        (lambda *inputs: forward_in_a_loop(*inputs)[:7], "t8 is missing"),
        (forward_but(1, lambda t, b, w, x, target: w + x), "You have w + x for t1."),
        (forward_but(2, lambda t, b, w, x, target: t[1]), "You have t1 for t2."),
        (forward_but(3, lambda t, b, w, x, target: t[2]), "You have t2 for t3."),
        (forward_but(4, lambda t, b, w, x, target: math.exp(t[2])), "does it take t2, or -t3?"),
        (forward_but(5, lambda t, b, w, x, target: t[4]), "You have t4 for t5."),
        (forward_but(5, lambda t, b, w, x, target: 1 - t[4]), "You have 1 - t4 for t5."),
        (forward_but(6, lambda t, b, w, x, target: t[5]), "t6 is 1 + t4 again"),
        (forward_but(7, lambda t, b, w, x, target: target - t[6]), "t7 is turned round"),
        (forward_but(7, lambda t, b, w, x, target: t[6] - x), "You have t6 - x for t7."),
        (forward_but(7, lambda t, b, w, x, target: t[6] + target), "t7 adds the target"),
        (forward_but(8, lambda t, b, w, x, target: t[7]), "should be squared"),
        (forward_but(8, lambda t, b, w, x, target: 2 * t[7]), "t8 is twice t7"),
        (forward_but(8, lambda t, b, w, x, target: t[6] ** 2), "You have t6**2 for t8."),
        (
            forward_but(6, lambda t, b, w, x, target: 2 / t[5]),
            "You have 2 / t5 for t6.",
        ),
        (lambda w, b, x, t: [w * x] * 9, "returned 9 numbers, expected 8"),
        (lambda w, b, x, t: [exp(-w * x)], "that imports `exp`"),  # noqa: F821
        *typed(__file__, "w, b, x, t", "from math import cos, exp, sin"),
    ],
    random_wrong=lambda rng: off_by(forward_in_a_loop, rng),
)
