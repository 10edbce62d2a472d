"""Exercise 6 of notebook 03: a function written down as a list, and its adjoints: f = x exp(xy)."""

from math import exp

from helpers import checks
from helpers.checks.notebook_03.exercise_6_own_list import OWN_LIST
from helpers.rules import exp as any_exp
from helpers.wengert import trace
from tests.checks.entry import Entry, typed
from tests.checks.notebook_03.wrong_at_random import off_by


def by_the_course(x, y):
    tape = trace(lambda x, y: any_exp(x * y) * x, x=x, y=y)
    return tape.reverse_sweep(tape.forward_sweep())


def by_the_course_in_order(x, y):
    adjoints = by_the_course(x, y)
    return [adjoints[name] for name in ("t3", "t2", "t1", "x", "y")]


def each_contribution_added(x, y):
    adjoints = dict.fromkeys(["x", "y", "t1", "t2"], 0) | {"t3": 1}
    t1 = x * y
    t2 = exp(t1)
    adjoints["t2"] += adjoints["t3"] * x
    adjoints["x"] += adjoints["t3"] * t2
    adjoints["t1"] += adjoints["t2"] * t2
    adjoints["x"] += adjoints["t1"] * y
    adjoints["y"] += adjoints["t1"] * x
    return adjoints


def but(change):
    """The right adjoints, changed by `change(adjoints, x, y, t1, t2)`."""

    def my_adjoints(x, y):
        t1 = x * y
        t2 = exp(t1)
        a3, a2 = 1, x
        a1 = a2 * t2
        adjoints = {"t3": a3, "t2": a2, "t1": a1, "x": a3 * t2 + a1 * y, "y": a1 * x}
        return adjoints | change(x, y, t1, t2)

    return my_adjoints


def from_a1(slope):
    """An adjoint of t1 with another slope than exp(t1), handed on to x and y."""
    return but(
        lambda x, y, t1, t2: {
            "t1": x * slope(t1, t2),
            "x": t2 + x * slope(t1, t2) * y,
            "y": x * slope(t1, t2) * x,
        }
    )


def with_t2_for_x(x, y):
    t1 = x * y
    t2 = exp(t1)
    a2 = t2
    a1 = a2 * t2
    return {"t3": 1, "t2": a2, "t1": a1, "x": t2 + a1 * y, "y": a1 * x}


def from_the_value(x, y):
    right = by_the_course(x, y)
    return {name: right[name] * x * exp(x * y) for name in right}


def used_before_it_is_there(x, y):
    a2 = a3 * x  # noqa: F821, F841
    a3 = 1  # noqa: F841


ENTRY = Entry(
    notebook="03-chain-rule-and-wengert-lists.ipynb",
    name="my_adjoints_of_a_list",
    check=checks.own_list,
    exercise=OWN_LIST,
    right=[by_the_course, each_contribution_added],
    wrong=[
        (but(lambda x, y, t1, t2: {"x": t2}), "one contribution only, that of t3"),
        (but(lambda x, y, t1, t2: {"x": x * t2 * y}), "one contribution only, that of t1"),
        (but(lambda x, y, t1, t2: {"x": t2 * x * t2 * y}), "contributions to x are multiplied"),
        (but(lambda x, y, t1, t2: {"x": t2 + x * t2 * x}), "adjoint of t1 times y"),
        (but(lambda x, y, t1, t2: {"y": x * t2 * y}), "takes the factor y"),
        (from_a1(lambda t1, t2: 1), "lacks its local derivative"),
        (from_a1(lambda t1, t2: t2 * t1), "a factor t1 too much"),
        (from_a1(lambda t1, t2: t1), "is multiplied by t1"),
        (with_t2_for_x, "The adjoint of t2 takes t2"),
        (from_the_value, "starts with the value of t3"),
        (
            lambda x, y: {"x": x, "y": y, "t1": x * y, "t2": exp(x * y), "t3": exp(x * y) * x},
            "Those are the values",
        ),
        (
            lambda x, y: {name: by_the_course(x, y)[name] for name in "xy"},
            "adjoints of the inputs",
        ),
        (
            by_the_course_in_order,
            "Return a dict",
        ),
        (
            lambda x, y: {"t3": 1, "t2": x, "t1": exp(x * y), "x": exp(x * y) + y, "y": x},
            "Those are the local derivatives",
        ),
        (from_a1(lambda t1, t2: exp(t2)), "which is t2 already"),
        (but(lambda x, y, t1, t2: {"x": t2 - x * t2 * y}), "has the wrong sign"),
        (but(lambda x, y, t1, t2: {"y": t2 + x * t2 * x}), "t3 does not use y"),
        (but(lambda x, y, t1, t2: {"t1": t2, "x": t2 + t2 * y, "y": t2 * x}), "adjoint of t2."),
        (
            lambda x, y: dict(
                zip(["t1", "t2", "t3", "y", "x"], by_the_course_in_order(x, y), strict=True)
            ),
            "stand in each other's places",
        ),
        (used_before_it_is_there, "Compute the values first"),
        (lambda x, y: {"t3": 1, "t2": x, "x": 1, "y": 1}, "returned nothing for 't1'"),
        *typed(__file__, "x, y", "from math import exp"),
    ],
    random_wrong=lambda rng: off_by(by_the_course, rng),
)
