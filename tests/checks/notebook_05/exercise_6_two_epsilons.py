"""Exercise 6 of notebook 05: a product of numbers with two ε, told apart by their tags."""

import numpy as np

from helpers import checks, fallbacks
from helpers.checks.notebook_05.exercise_6_two_epsilons import TWO_EPSILONS
from tests.checks.entry import Entry


def by_hand(a, b):
    v, vx, vy, vxy = a
    u, ux, uy, uxy = b
    return [v * u, vx * u + v * ux, vy * u + v * uy, vxy * u + vx * uy + vy * ux + v * uxy]


def by_matrices(a, b):
    """Each ε a matrix whose square is 0, and the two go past each other."""
    zero, one = np.array([[0, 1], [0, 0]]), np.eye(2)
    parts = [np.kron(x, y) for x, y in [(one, one), (zero, one), (one, zero), (zero, zero)]]
    x, y = (sum(c * part for c, part in zip(number, parts, strict=True)) for number in (a, b))
    product = x @ y
    return product[0, 0], product[0, 2], product[0, 1], product[0, 3]


def with_last(last):
    def my_product(a, b):
        return [*by_hand(a, b)[:3], last(*a, *b)]

    return my_product


def of_one_epsilon(a, b):
    slope = a[0] * (b[1] + b[2]) + (a[1] + a[2]) * b[0]
    return [a[0] * b[0], slope, slope, 0]


def random_product(rng):
    factor = rng.uniform(1.1, 3)
    return with_last(lambda v, vx, vy, vxy, u, ux, uy, uxy: factor * (vx * uy + vy * ux))


ENTRY = Entry(
    notebook="05-dual-numbers.ipynb",
    name="my_product",
    check=checks.two_epsilons,
    exercise=TWO_EPSILONS,
    right=[fallbacks.two_epsilons, by_hand, by_matrices],
    wrong=[
        (with_last(lambda *parts: 0), "εx·εy is not 0"),
        (with_last(lambda v, p, q, r, u, s, t, w: v * w + r * u), "Those two terms are missing"),
        (with_last(lambda v, p, q, r, u, s, t, w: p * t + q * s), "have already are lost"),
        (with_last(lambda v, p, q, r, u, s, t, w: v * w + p * t + r * u), "εy of the first number"),
        (with_last(lambda v, p, q, r, u, s, t, w: v * w + q * s + r * u), "εx of the first number"),
        (
            with_last(lambda v, p, q, r, u, s, t, w: v * w + (p + q) * (s + t) + r * u),
            "two terms too many",
        ),
        (with_last(lambda v, p, q, r, u, s, t, w: r * w), "that term holds εx²"),
        (lambda a, b: [x * y for x, y in zip(a, b, strict=True)], "are multiplied one by one"),
        (lambda a, b: [x + y for x, y in zip(a, b, strict=True)], "That is the sum of the two"),
        (of_one_epsilon, "that is the confusion"),
        (lambda a, b: [by_hand(a, b)[i] for i in (0, 2, 1, 3)], "have changed places"),
        (lambda a, b: by_hand(a, b)[:3], "It comes last"),
        (
            lambda a, b: [*(a[i] * b[i] for i in range(3)), by_hand(a, b)[3]],
            "Before εx stands what the product rule gives",
        ),
        (
            with_last(lambda v, p, q, r, u, s, t, w: v * w - p * t - q * s + r * u),
            "the term vx·uy has the wrong sign. In the part with εxεy the term vy·ux has",
        ),
        (
            lambda a, b: [by_hand(a, b)[0] + a[1] * b[1], *by_hand(a, b)[1:]],
            "In the number alone the term vx·ux is too much: it holds εx², which is 0",
        ),
        (
            lambda a, b: [a[0] * b[0], a[1] * b[0], a[2] * b[0], by_hand(a, b)[3]],
            "the term v·ux is missing. In the part with εy the term v·uy is missing",
        ),
        (
            lambda a, b: [*by_hand(a, b)[:3], by_hand(a, b)[1] * by_hand(a, b)[2]],
            "does not come from the parts with εx and εy of the product",
        ),
        (lambda a, b: a * b, "take its four parts out first"),
        (
            with_last(lambda v, p, q, r, u, s, t, w: 7 * p * t - q * s),
            "gives 7 for the part with εxεy",
        ),
        (lambda a, b: a[0] * b[0], "expected a list of 4 numbers"),
    ],
    random_wrong=random_product,
)
