"""Exercise 4 of notebook 01: the chance of a lucky guess."""

import numpy as np

from helpers import checks
from helpers.checks.notebook_01.exercise_4_hit_probability import HIT_PROBABILITY
from tests.checks.entry import Entry, typed


def chance_by_loop(weights, half_width):
    chance = 1
    for _ in range(weights):
        chance *= 2 * half_width / 2
    return chance


def chance_not_divided(weights, half_width):
    box = 2 * half_width
    return box**weights


def chance_of_half_a_box(weights, half_width):
    chance = half_width / 2
    return chance**weights


def chance_of_any(weights, half_width):
    miss = 1 - half_width
    return 1 - miss**weights


ENTRY = Entry(
    notebook="01-random-search.ipynb",
    name="my_hit_probability",
    check=checks.hit_probability,
    exercise=HIT_PROBABILITY,
    right=[chance_by_loop, lambda n, half: half**n, lambda n, half: np.prod([half] * n)],
    wrong=[
        (chance_not_divided, "Divide by it"),
        (chance_of_half_a_box, "it is 2 * half_width wide"),
        (lambda weights, half_width: 2 * half_width / 2 * weights, "probabilities multiply"),
        (lambda weights, half_width: 1 / weights * half_width, "multiply the probabilities"),
        (chance_of_any, "at least one weight"),
        *typed(__file__, "weights, half_width"),
    ],
)
