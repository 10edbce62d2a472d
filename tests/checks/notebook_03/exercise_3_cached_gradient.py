"""Exercise 3 of notebook 03: the three slopes of (x − y) z."""

import numpy as np

from helpers import checks
from helpers.checks.notebook_03.exercise_3_cached_gradient import CACHED_GRADIENT
from tests.checks.entry import Entry, typed
from tests.checks.notebook_03.wrong_at_random import off_by


def three_in_an_array(x, y, z):
    p = x - y
    return np.array([z, -z, p])


def three_multiplied_out(x, y, z):
    """f = xz − yz."""
    return z, 0 - z, x + -1 * y


ENTRY = Entry(
    notebook="03-chain-rule-and-wengert-lists.ipynb",
    name="my_three_slopes",
    check=checks.cached_gradient,
    exercise=CACHED_GRADIENT,
    right=[three_in_an_array, three_multiplied_out],
    wrong=[
        (lambda x, y, z: [z, z, x + y], "slopes of (x + y) z"),
        (lambda x, y, z: [z, z, x - y], "when y grows, p = x - y shrinks"),
        (lambda x, y, z: [z, -z, x + y], "You have x + y for df/dz."),
        (lambda x, y, z: [z, -z, y - x], "You have -p for df/dz."),
        (lambda x, y, z: [z, -z, z], "df/dz is not z"),
        (lambda x, y, z: [x - y, -(x - y), z], "The slopes of the product have changed places"),
        (lambda x, y, z: [1, -1, x - y], "The first two are the slopes of p"),
        (lambda x, y, z: [1, -1, 1], "slopes of the sum only"),
        (lambda x, y, z: [x * z, -(y * z), x - y], "still there as factors"),
        (lambda x, y, z: (z, -z, z, x - y), "return df/dp as well"),
        (lambda x, y, z: (x - y) * z, "f itself"),
        (lambda x, y, z: [z, 3 * z, x - y], "You have 3 * z for df/dy."),
        (lambda x, y, z: [z, -z], "df/dz is missing"),
        (lambda x, y, z: {"x": z, "y": -z, "z": x - y}, "returned {'x': -4"),
        *typed(__file__, "x, y, z"),
    ],
    random_wrong=lambda rng: off_by(lambda x, y, z: [z, -z, x - y], rng),
)
