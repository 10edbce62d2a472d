"""Exercise 1 of notebook 05: the quotient of two dual numbers."""

import numpy as np

from helpers import checks
from helpers.checks.notebook_05.exercise_1_dual_quotient import DUAL_QUOTIENT
from helpers.dual import Dual
from tests.checks.entry import Entry
from tests.checks.notebook_05.wrong_at_random import off_by_a_factor


def quotient_by_dual(v, v_dot, u, u_dot):
    quotient = Dual(v, v_dot) / Dual(u, u_dot)
    return quotient.primal, quotient.tangent


def quotient_in_two_terms(v, v_dot, u, u_dot):
    return [v * u**-1, v_dot / u - v * u_dot / u**2]


def quotient_by_matrices(v, v_dot, u, u_dot):
    above, below = np.array([[v, v_dot], [0, v]]), np.array([[u, u_dot], [0, u]])
    return (above @ np.linalg.inv(below))[0]


class Dual1:
    """The notebook's first class, as far as it goes."""

    def __init__(self, primal, tangent=0.0):
        self.primal = primal
        self.tangent = tangent


def quotient_of(v, v_dot, u, u_dot):
    return [v / u, (v_dot * u - v * u_dot) / u**2]


def quotient_below(v, dv, u, du):
    """The second part, divided as for complex numbers."""
    return (dv * u - v * du) / (u**2 + du**2)


ENTRY = Entry(
    notebook="05-dual-numbers.ipynb",
    name="my_dual_quotient",
    check=checks.dual_quotient,
    exercise=DUAL_QUOTIENT,
    right=[quotient_by_dual, quotient_in_two_terms, quotient_by_matrices],
    wrong=[
        (lambda v, v_dot, u, u_dot: [u / v, (v_dot * u - v * u_dot) / u**2], "primal is turned"),
        (lambda v, v_dot, u, u_dot: [v / u, (v_dot - u_dot) / u], "or only one u is left below"),
        (lambda v, dv, u, du: [v / u, (dv * u + v * du) / u**2], "lacks a minus"),
        (lambda v, dv, u, du: [v / u, (v * du - dv * u) / u**2], "has the wrong sign"),
        (lambda v, dv, u, du: [v / u, dv * u - v * du], "is not divided yet"),
        (lambda v, dv, u, du: [v / u, (dv * u - v * du) / u], "The tangent lacks a square"),
        (
            lambda v, dv, u, du: [v / u, dv * u - v * du / u**2],
            "binds tighter than -",
        ),
        (lambda v, dv, u, du: [v / u, (dv * u - v * du) / u * 2], "with two stars"),
        (lambda v, dv, u, du: [v / u, (dv * u - v * du) / v**2], "divided by v**2"),
        (lambda v, dv, u, du: [v / u, (dv * u - v * du) / du**2], "divided by u_dot**2"),
        (lambda v, dv, u, du: [v / u, dv / du], "Tangents are not divided by each other"),
        (lambda v, dv, u, du: [v / u, dv / u], "if u is a constant"),
        (lambda v, dv, u, du: [v / u, v * du + dv * u], "is that of the product v * u"),
        (lambda v, dv, u, du: [v * u, v * du + dv * u], "That is the product"),
        (lambda v, dv, u, du: [v * u, dv * u - v * du], "what stands above"),
        (lambda v, dv, u, du: [u / v, (du * v - u * dv) / v**2], "turned round: that is u / v"),
        (lambda v, dv, u, du: quotient_of(v, dv, u, du)[::-1], "The primal comes first, then"),
        (lambda v, dv, u, du: quotient_of(v, dv, u, du)[1], "the tangent alone"),
        (lambda v, dv, u, du: v / u, "the primal alone"),
        (lambda v, dv, u, du: Dual1(v, dv) / Dual1(u, du), "This class cannot divide"),
        (lambda v, dv, u, du: [v / u, (dv * u - v * du) / (2 * u)], "divided by 2 * u"),
        (lambda v, dv, u, du: [v / u, -v * du / u**2], "if v is a constant"),
        (lambda v, dv, u, du: [v / u, (dv * u - du) / u**2], "The factor v is missing"),
        (lambda v, dv, u, du: [v / u, (dv - v * du) / u**2], "The factor u is missing"),
        (lambda v, dv, u, du: [v / u, (dv - du) / u**2], "Both factors are missing"),
        (lambda v, dv, u, du: [v / u, (u - v) / u**2], "they need not be 1"),
        (lambda v, dv, u, du: [v / u, (dv * v - u * du) / u**2], "changed places above"),
        (lambda v, dv, u, du: [v / u, (v * u - dv * du) / u**2], "one primal and one tangent"),
        (lambda v, dv, u, du: [v / u, dv - du], "of the difference v - u"),
        (lambda v, dv, u, du: [v / u, dv], "the tangent of v alone"),
        (lambda v, dv, u, du: [v / u, 0.0], "as if both numbers were constants"),
        (lambda v, dv, u, du: [v / u, 1.0], "The tangent is always 1"),
        (lambda v, dv, u, du: [v / u, (dv * u - v * du) / u**3], "once too often"),
        (lambda v, dv, u, du: [v / u, (dv * u - v * du) * u**2], "multiplied by u**2"),
        (lambda v, dv, u, du: [v / u, dv / u - v * du / u], "The second term lacks a square"),
        (lambda v, dv, u, du: [v / u, dv * u - v * du / u], "gets divided, and by u"),
        (
            lambda v, dv, u, du: [v / u, (dv * u - v * du) / (u**2 + du**2)],
            "complex numbers are divided. Here",
        ),
        (lambda v, dv, u, du: [v / u, (dv * u - v * du) / (u**2 - du**2)], "what holds ε² is 0"),
        (
            lambda v, dv, u, du: [(v * u + dv * du) / (u**2 + du**2), quotient_below(v, dv, u, du)],
            "with i² = -1",
        ),
        (
            lambda v, dv, u, du: [(v * u - dv * du) / u**2, quotient_of(v, dv, u, du)[1]],
            "The primal is v / u: the product",
        ),
        (lambda v, dv, u, du: [v // u, (dv * u - v * du) // u**2], "Two slashes round down"),
        (
            lambda v, dv, u, du: [round(x, 2) for x in quotient_of(v, dv, u, du)],
            "Round nothing",
        ),
        (lambda v, dv, u, du: [v.primal / u.primal, 0.0], "All four are plain numbers"),
        (lambda v, dv, u, du: complex(v / u, dv), "returned (1.5+1j), expected a list"),
        (lambda v, dv, u, du: {"primal": v / u, "tangent": dv}, "{'primal': 1.5, 'tangent': 1.0}"),
        (lambda v, dv, u, du: f"{v / u} + {dv}ε", "'1.5 + 1.0ε', expected a list"),
        (lambda v, dv, u, du: [[v / u, dv], [0, v / u]], "as its first number, expected a number"),
        (lambda v, dv, u, du: [v / u], "returned 1 number, expected 2"),
        (
            lambda v, dv, u, du: [v / u, (dv * u - 2 * v * du) / u**2],
            "gives -0.25 for the tangent, but it should be 0.125",
        ),
        (
            lambda v, dv, u, du: Dual(v, dv) / Dual(u, du),
            "returned Dual(1.5, 0.125), expected a list",
        ),
        (
            lambda v, v_dot, u, u_dot: [v / u, v_dot / u + v / u_dot],
            "A product rule with quotients",
        ),
        (lambda v, v_dot, u, u_dot: [v / u, v_dot / u - v / u_dot], "u_dot stands below"),
        (lambda v, v_dot, u, u_dot: [v / u + v_dot / u_dot, 0], "are added up"),
        (
            lambda v, v_dot, u, u_dot: [v / u, (u_dot * u - v * v_dot) / u**2],
            "Above, v_dot and u_dot",
        ),
    ],
    random_wrong=off_by_a_factor(quotient_of),
)
