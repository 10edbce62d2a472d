"""Where a rule has a value and no slope, as sqrt at 0: what that stops, and what it does not.

A slope that is multiplied by 0, or that nobody asks for, must not stop a derivative, in any engine
and either mode. One that is needed has to stop it, with a message.
"""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers import rules
from helpers.dual import Dual, derivative
from helpers.rules import RULES, UndefinedError
from helpers.value import Value
from helpers.wengert import WengertList, trace
from tests.missing_slopes import (
    CASES,
    GOOD,
    existing_directions,
    has_slope,
    names,
    recorded,
    times_zero,
)

each_case = pytest.mark.parametrize(
    ("rule", "at", "i"), CASES, ids=[f"{rule.name}{at}, {i}" for rule, at, i in CASES]
)


def test_the_rules_that_have_such_points():
    found = Counter(rule.name for rule, _, _ in CASES)
    assert found.keys() == GOOD.keys()
    assert {i for rule, _, i in CASES if rule.name == "power"} == {0, 1}
    assert all(has_slope(RULES[name], at, i) for name, at in GOOD.items() for i in range(len(at)))


# ------------------------------------------------------------------ reverse mode: an adjoint of 0


@each_case
def test_an_adjoint_of_zero_in_reverse_mode(rule, at, i):
    leaves = [Value(x, label=name) for name, x in names(at).items()]
    output = 0.0 * rule(*leaves) + sum(leaves)
    output.backward()
    tape = times_zero(rule, at)
    gradients = {
        "Value": {leaf.label: leaf.grad for leaf in leaves},
        "the list": tape.gradient(),
        "the list of a Value": output.wengert_list().gradient(),
        "the list from its data": WengertList.from_dict(tape.to_dict()).gradient(),
    }
    for engine, gradient in gradients.items():
        assert gradient == dict.fromkeys(names(at), 1.0), engine
    on_arrays = tape.gradient(**{name: np.full(3, x) for name, x in names(at).items()})
    assert {name: x.tolist() for name, x in on_arrays.items()} == {n: [1.0] * 3 for n in names(at)}


@each_case
def test_an_array_of_adjoints_with_some_zeros(rule, at, i):
    """Only where the adjoint is 0 the slope need not exist."""
    tape, good = recorded(rule, at), GOOD[rule.name]
    primals = tape.forward_sweep(**names(map(np.array, zip(at, good, at, good, strict=True))))
    adjoints = tape.reverse_sweep(primals, np.array([0.0, 1.0, 0.0, -2.0]))
    slopes = tape.gradient(**names(good))
    for name, slope in slopes.items():
        assert adjoints[name].tolist() == [0.0, slope, 0.0, -2.0 * slope]
    with pytest.raises(UndefinedError, match=r"step t1 = .* has a value there, but no derivative"):
        tape.reverse_sweep(primals, np.array([0.0, 1.0, 1e-300, 1.0]))


@each_case
def test_a_seed_of_zero(rule, at, i):
    tape = recorded(rule, at)
    for seed in (0.0, -0.0, 0, {"t1": 0.0}, {}, np.zeros(3)):
        adjoints = tape.reverse_sweep(tape.forward_sweep(), seed)
        assert all(not np.any(adjoints[name]) for name in tape.inputs)


def test_elements_may_have_slopes_at_different_places():
    """What an array's element has of 0 ** y and x ** 0, and which is differentiated."""
    tape = trace(lambda x, y: x**y, x=1.0, y=1.0)
    gradient = tape.gradient(x=np.array([0.0, 0.0, 2.0]), y=np.array([1.0, 2.0, 3.0]))
    assert gradient["x"].tolist() == [1.0, 0.0, 12.0]
    assert gradient["y"].tolist() == pytest.approx([0.0, 0.0, 8 * math.log(2)], rel=1e-15)


# ------------------------------------------------------------------ forward mode: a tangent of 0


@each_case
def test_a_tangent_of_zero_in_forward_mode(rule, at, i):
    directions = existing_directions(rule, at)
    expected = sum(
        partial(*at, rule(*at)) * direction
        for partial, direction in zip(rule.partials, directions, strict=True)
        if direction
    )
    pairs = list(zip(at, directions, strict=True))
    assert rule(*(Dual(x, v) for x, v in pairs)).tangent == expected
    over_value = rule(*(Dual(Value(x), v) for x, v in pairs))
    assert over_value.primal == rule(*at) and over_value.tangent == expected
    nested = rule(*(Dual(Dual(x, 0.0, "inner"), v) for x, v in pairs))
    assert nested.tangent == expected and nested.primal.tangent == 0.0
    nested = rule(*(Dual(Dual(x, v, "inner"), 0.0) for x, v in pairs))
    assert nested.tangent == 0.0 and nested.primal.tangent == expected
    tape = recorded(rule, at)
    tangents = tape.tangent_sweep(tape.forward_sweep(), **names(directions))
    assert tangents["t1"] == expected


@each_case
def test_an_array_of_tangents_with_some_zeros(rule, at, i):
    tape, good = recorded(rule, at), GOOD[rule.name]
    primals = tape.forward_sweep(**names(map(np.array, zip(at, good, strict=True))))
    tangents = tape.tangent_sweep(primals, **names([np.array([0.0, 1.0])] * len(at)))
    assert tangents["t1"].tolist() == [0.0, sum(tape.gradient(**names(good)).values())]
    with pytest.raises(UndefinedError, match="has a value there, but no derivative"):
        tape.tangent_sweep(primals, **names([np.array([1.0, 1.0])] * len(at)))


class Pair:
    """A dual number as a reader might write it: no more than its parts."""

    def __init__(self, primal, tangent=0.0):
        self.primal, self.tangent = primal, tangent


@each_case
def test_a_tangent_of_zero_in_a_class_of_the_readers_own(rule, at, i):
    assert rule(*(Pair(x, 0.0) for x in at)).tangent == 0.0
    with pytest.raises(UndefinedError, match="has a value there, but no derivative"):
        rule(*(Pair(x, 1.0) for x in at))


# ------------------------------------------------------------------ a slope that nobody asks for


@each_case
def test_a_plain_number_needs_no_slope(rule, at, i):
    for k in range(rule.arity):
        if has_slope(rule, at, k):
            only_one_varies(rule, at, k)


def only_one_varies(rule, at, k):
    expected = rule.partials[k](*at, rule(*at))

    def f(x):
        return rule(*(x if k == place else number for place, number in enumerate(at)))

    leaf = Value(at[k])
    f(leaf).backward()
    assert leaf.grad == expected
    assert derivative(f, at[k]) == expected
    assert trace(f, x=at[k]).gradient() == {"x": expected}
    assert trace(f, x=1.0).gradient(x=np.full(3, at[k]))["x"].tolist() == [expected] * 3


@pytest.mark.parametrize("y", [0.5, 1.0, 2.0])
def test_zero_to_a_power_that_varies(y):
    """0 ** y is 0 for every y above 0, and its slope is 0: the formula 0 ** y · log(0) is not."""
    leaf, base = Value(y), Value(0.0)
    (0.0**leaf).backward()
    assert leaf.grad == 0.0
    if y >= 1:
        (base**leaf).backward()
        assert (base.grad, leaf.grad) == (1.0 if y == 1 else 0.0, 0.0)
    assert derivative(lambda y: 0.0**y, y) == 0.0
    assert derivative(lambda y: derivative(lambda z: 0.0**z, y), y) == 0.0
    assert trace(lambda y: 0.0**y, y=y).gradient() == {"y": 0.0}
    assert trace(lambda y: 0.0**y, y=y).gradient(y=np.full(2, y))["y"].tolist() == [0.0, 0.0]


# ------------------------------------------------------------------ a slope that is needed


@each_case
def test_a_slope_that_is_needed_stops_every_engine(rule, at, i):
    tape = recorded(rule, at)
    arrays = {name: np.full(2, x) for name, x in names(at).items()}
    duals = [Dual(x, 1.0) if i == k else x for k, x in enumerate(at)]
    attempts = {
        "Value": rule(*map(Value, at)).backward,
        "Dual": lambda: rule(*duals),
        "Dual of Dual": lambda: rule(*(Dual(x, 1.0, "outer") for x in duals)),
        "Dual over Value": lambda: rule(*(Dual(Value(x), 1.0) for x in at)),
        "Dual, whose tangent varies": lambda: rule(*(Dual(x, Value(0.0)) for x in at)),
        "the list": tape.gradient,
        "the list on arrays": lambda: tape.gradient(**arrays),
        "forward mode": lambda: tape.tangent_sweep(tape.forward_sweep(), **{"xy"[i]: 1.0}),
    }
    words = r"has a value there, but no derivative: .* takes "
    for engine, attempt in attempts.items():
        with pytest.raises(UndefinedError, match=words):
            attempt()
            pytest.fail(engine)


def test_a_zero_that_comes_later_is_too_late():
    """Going forward, nobody knows yet that sqrt(0) is to be multiplied by 0; going back, from
    sqrt(0 · x), neither."""
    with pytest.raises(UndefinedError):
        derivative(lambda x: 0.0 * rules.sqrt(x), 0.0)
    with pytest.raises(UndefinedError):
        rules.sqrt(0.0 * Value(0.0)).backward()


# ------------------------------------------------------------------ random programs with zeros

STEPS = st.tuples(st.sampled_from(sorted(RULES)), st.integers(0, 9), st.integers(0, 9))
PROGRAMS = st.lists(STEPS, min_size=1, max_size=10)
NUMBERS = st.sampled_from([0.0, 0.0, -1.0, 0.5, 1.0, 2.0])


def run(steps, x, y):
    numbers = [x, y, 0.0]
    for name, *places in steps:
        operands = [numbers[-1 - i % len(numbers)] for i in places[: RULES[name].arity]]
        numbers.append(RULES[name](*operands))
    return numbers[-1] + 0.0 * (x + y)


def outcome(f):
    """What f finds, or UndefinedError."""
    try:
        return f()
    except UndefinedError:
        return UndefinedError


def by_value(f, x, y):
    leaves = Value(x, label="x"), Value(y, label="y")
    f(*leaves).backward()
    return [leaf.grad for leaf in leaves]


def alike(a, b):
    if UndefinedError in (a, b):
        return a is b
    return all(map(math.isclose, a, b)) or np.allclose(a, b, rtol=1e-12, atol=0, equal_nan=True)


@settings(derandomize=True, max_examples=600, deadline=None, database=None)
@given(PROGRAMS, NUMBERS, NUMBERS)
def test_engines_stop_at_the_same_programs_and_agree_on_the_others(steps, x, y):
    f = lambda x, y: run(steps, x, y)  # noqa: E731
    value = outcome(lambda: f(x, y))
    assume(value is not UndefinedError and abs(value) < 1e6)
    tape = trace(f, x=x, y=y)
    point = {"x": x, "y": y}
    reverse = outcome(lambda: by_value(f, x, y))
    assert alike(reverse, outcome(lambda: [*tape.gradient().values()]))
    on_arrays = {name: np.full(1, number) for name, number in point.items()}
    found = outcome(lambda: [float(a[0]) for a in tape.gradient(**on_arrays).values()])
    assert alike(reverse, found)

    def along(name):
        return tape.tangent_sweep(tape.forward_sweep(), **{name: 1.0})[tape.output]

    forward = {name: outcome(lambda name=name: [along(name)]) for name in point}
    for name, slope in forward.items():
        duals = {n: Dual(number, float(n == name)) for n, number in point.items()}
        assert alike(slope, outcome(lambda duals=duals: [f(**duals).tangent]))
    if reverse is not UndefinedError and UndefinedError not in forward.values():
        assert alike(reverse, [slope for [slope] in forward.values()])
