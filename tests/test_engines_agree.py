"""Every engine, on every function of the catalogue and on random ones, against the oracles."""

from collections import Counter

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from helpers import rules
from helpers.dual import Dual
from helpers.finite_differences import gradient
from helpers.rules import RULES
from helpers.value import Value
from helpers.wengert import WengertList, trace
from tests.catalogue import CATALOGUE, GUARDED
from tests.oracles import (
    HESSIANS,
    Precise,
    Symbolic,
    all_points,
    disagreements,
    engines_for,
    evaluated,
    expected_gradient,
    expected_hessian,
    expected_value,
    hessian_disagreements,
    precise,
    precise_derivative,
    relative_error,
    report,
    symbolic_expression,
    traced,
    unit,
)

TRACEABLE = [entry for entry in CATALOGUE if not entry.branches]
SYMBOLIC = [entry for entry in CATALOGUE if entry.symbolic and entry.smooth]
COMPLEX_SAFE = [entry for entry in CATALOGUE if entry.complex_safe]


def name(entry):
    return getattr(entry, "name", None)


# The catalogue is what it says.


def test_the_catalogue_has_at_least_thirty_functions_with_names_of_their_own():
    assert len(CATALOGUE) >= 30
    assert len({entry.name for entry in CATALOGUE}) == len(CATALOGUE)


def test_the_catalogue_uses_every_rule():
    used = Counter(step.rule.name for entry in TRACEABLE for step in traced(entry).steps)
    assert set(used) == set(RULES)


@pytest.mark.parametrize("entry", CATALOGUE, ids=name)
def test_only_functions_that_branch_refuse_to_be_traced(entry):
    if entry.branches:
        with pytest.raises(TypeError, match="only the branch that was taken"):
            traced(entry)
    else:
        assert traced(entry).steps


# First derivatives.

PAIRS = [(entry, engine) for entry in CATALOGUE for engine in engines_for(entry)]


@pytest.mark.parametrize(("entry", "engine"), PAIRS, ids=lambda x: name(x) or x)
def test_value_and_gradient(entry, engine):
    found = disagreements(entry, engine)
    assert not found, report(found)


@pytest.mark.parametrize("entry", CATALOGUE, ids=name)
def test_value_on_plain_floats(entry):
    for point in all_points(entry):
        error = relative_error(entry.function(*point), expected_value(entry, point))
        assert error < 1e-12, f"{entry} at {point}"


@pytest.mark.parametrize("entry", TRACEABLE, ids=name)
def test_value_on_arrays_without_a_list(entry):
    points = all_points(entry)
    values = entry.function(*np.array(points).T)
    for point, value in zip(points, values, strict=True):
        assert relative_error(value, expected_value(entry, point)) < 1e-12, f"{entry} at {point}"


@pytest.mark.parametrize("entry", COMPLEX_SAFE, ids=name)
def test_complex_step(entry):
    """A third way, with neither differences nor rules for derivatives."""
    for point in entry.points:
        found = gradient(entry.function, entry.at(point), method="complex", h=1e-100)
        for x, right in expected_gradient(entry, point).items():
            assert relative_error(found[x], right) < 1e-12, f"{entry} at {point}: {x}"


@pytest.mark.parametrize("entry", TRACEABLE, ids=name)
def test_arrays_give_the_same_as_their_points_one_by_one(entry):
    """Bit for bit it need not be: NumPy's vector loops may round otherwise than math does."""
    tape = traced(entry)
    columns = entry.at(np.array(entry.points).T)
    on_arrays = tape.forward_sweep(**columns)
    for i, point in enumerate(entry.points):
        on_floats = tape.forward_sweep(**entry.at(point))
        for step in tape.steps:
            received = np.broadcast_to(on_arrays[step.name], len(entry.points))[i]
            assert received == pytest.approx(on_floats[step.name], rel=1e-13), f"{entry}: {step}"


@pytest.mark.parametrize("entry", TRACEABLE, ids=name)
def test_a_list_and_its_data_are_the_same_list(entry):
    tape = traced(entry)
    again = WengertList.from_dict(tape.to_dict())
    assert again.to_dict() == tape.to_dict()
    assert again.steps == tape.steps


# Second derivatives.


@pytest.mark.parametrize("engine", HESSIANS)
@pytest.mark.parametrize("entry", CATALOGUE, ids=name)
def test_second_derivatives(entry, engine):
    found = hessian_disagreements(entry, engine)
    assert not found, report(found)


# The oracles agree with each other, and with SymPy run on the rules themselves.


@pytest.mark.parametrize("entry", SYMBOLIC, ids=name)
def test_sympy_agrees_with_the_other_oracle(entry):
    symbols, expression = symbolic_expression(entry)
    for point in entry.points[:2]:
        gradient, hessian = expected_gradient(entry, point), expected_hessian(entry, point)
        for x in symbols:
            slope = expression.diff(x)
            second = slope.diff(x)
            found = evaluated(slope, symbols, point)
            assert relative_error(found, gradient[x.name], "1e-25") < 1e-25, (entry, point, x)
            found = evaluated(second, symbols, point)
            assert relative_error(found, hessian[x.name, x.name], "1e-25") < 1e-25, (entry, x)


@pytest.mark.parametrize("entry", [e for e in TRACEABLE if e.symbolic], ids=name)
def test_value_on_sympy_symbols(entry):
    symbols = sympy.symbols(entry.inputs, real=True)
    expression = entry.function(*symbols)
    for point in all_points(entry)[:2]:
        found = evaluated(expression, symbols, point)
        assert relative_error(found, expected_value(entry, point)) < 1e-12, f"{entry} at {point}"


def test_the_oracles_know_every_rule():
    assert set(Precise.functions) == set(RULES)
    assert set(RULES) - set(Symbolic.functions) == {"relu", "maximum", "absolute", "greater"}


def test_the_oracle_on_a_case_done_by_hand():
    assert precise_derivative(lambda x, y: x**3 * y, (2.0, 5.0), (1, 0)) == pytest.approx(60)
    assert precise_derivative(lambda x, y: x**3 * y, (2.0, 5.0), (1, 1)) == pytest.approx(12)
    assert precise_derivative(lambda x, y: x**3 * y, (2.0, 5.0), (2, 0)) == pytest.approx(60)
    with mpmath.workdps(50):
        third = precise_derivative(rules.exp, (1.0,), (3,))
        assert abs(third - mpmath.e) < mpmath.mpf("1e-50")


def test_a_disagreement_names_function_point_argument_received_and_expected(monkeypatch):
    monkeypatch.setattr(rules.mul, "partials", (lambda x, y, v: 2 * y, lambda x, y, v: x))
    entry = next(entry for entry in CATALOGUE if entry.name == "sum_times")
    text = report(disagreements(entry, "Value"))
    assert "sum_times at {'x': -2.0, 'y': 5.0, 'z': -4.0}, by Value" in text
    assert "∂/∂x received -8.0, expected -4.0 (relative error 1.0)" in text


# Random programs, guarded against crashes, and with operators where Python has them.

GUARDS = GUARDED | {
    "mul": lambda x, y: x * y,
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "neg": lambda x: -x,
    "absolute": abs,
}


def programs():
    """Straight-line programs: constants, and steps (rule, place, place).

    A place says how far back among the inputs, constants and steps before the operand stands. So
    programs are deep, and use the same number many times.
    """
    place = st.integers(0, 9)
    step = st.tuples(st.sampled_from(sorted(RULES)), place, place)
    constants = st.lists(st.floats(-3, 3).map(lambda x: round(x, 3)), max_size=2)
    return st.tuples(constants, st.lists(step, min_size=1, max_size=14))


def run(program, at):
    """The program on any kind of number, by operators where the rule has one."""
    constants, steps = program
    numbers = [*at.values(), *constants]
    for rule, *places in steps:
        operands = [numbers[-1 - i % len(numbers)] for i in places[: RULES[rule].arity]]
        numbers.append(GUARDS.get(rule, RULES[rule])(*operands))
    return numbers[-1]


def function_of(program):
    return lambda x, y, z: run(program, {"x": x, "y": y, "z": z}) + 0 * (x + y + z)


def distance_to_a_kink(program, at):
    """How far the nearest kink or jump is, as a difference of operands; and the largest number."""
    near, large = [mpmath.inf], [mpmath.mpf(0)]

    class Watching(Precise):
        @classmethod
        def apply_rule(cls, rule, *operands):
            x, y = (*map(cls.lift, operands), 0)[:2]
            if rule.name in ("relu", "absolute", "maximum", "greater"):
                near.append(abs(x - y))
            result = super().apply_rule(rule, *operands)
            large.append(abs(result.number))
            return result

        def __abs__(self):
            return self.apply_rule(rules.absolute, self)

        def __mul__(self, other):
            return self.apply_rule(rules.mul, self, other)

    run(program, {name: Watching(mpmath.mpf(x)) for name, x in at.items()})
    return min(near), max(large)


coordinates = st.floats(-2, 2).map(lambda x: round(x, 4) + 1 / 3)

# Rounding in the steps before reaches a derivative through its condition number. With numbers up
# to 100 in up to about 40 steps 1e-10 leaves it room, and still sees any wrong rule.
RANDOM_TOLERANCE = 1e-10


@settings(derandomize=True, max_examples=600, deadline=None, database=None)
@given(programs(), coordinates, coordinates, coordinates)
@example(([2.5], [("relu", 3, 0), ("maximum", 4, 0), ("mul", 1, 0)]), 0.5, 1.0, 2.0)
@example(([], [("absolute", 2, 0), ("greater", 1, 3), ("power", 1, 0)]), -0.5, 1.0, 2.0)
def test_random_programs(program, x, y, z):
    at = {"x": x, "y": y, "z": z}
    near, large = distance_to_a_kink(program, at)
    assume(near > 1e-6 and large < 100)
    f = function_of(program)
    exact_value = precise(f)(*map(mpmath.mpf, at.values()))
    exact = {
        name: precise_derivative(f, tuple(at.values()), unit(3, i)) for i, name in enumerate(at)
    }
    scale = max(1, *map(abs, exact.values()))
    for engine, (value, slopes) in run_engines(f, at).items():
        assert relative_error(value, exact_value, 1) < RANDOM_TOLERANCE, engine
        for name, expected in exact.items():
            error = relative_error(slopes[name], expected, scale)
            assert error < RANDOM_TOLERANCE, f"{engine}: {name}: {slopes[name]} for {expected}"


def run_engines(f, at):
    """{engine: (value, gradient)} by the list, its data, arrays, forward mode, Value and Dual."""
    tape = trace(f, **at)
    data = WengertList.from_dict(tape.to_dict())
    arrays = {name: np.full(3, x) for name, x in at.items()}
    primals = tape.forward_sweep()
    leaves = {name: Value(x, label=name) for name, x in at.items()}
    output = f(**leaves)
    output.backward()
    graph = output.wengert_list()
    duals = {name: f(**{**at, name: Dual(at[name], 1.0)}) for name in at}
    return {
        "list": (tape.evaluate(), tape.gradient()),
        "data": (data.evaluate(), data.gradient()),
        "arrays": (
            tape.evaluate(**arrays)[1],
            {name: slopes[1] for name, slopes in tape.gradient(**arrays).items()},
        ),
        "forward mode": (
            primals[tape.output],
            {name: tape.tangent_sweep(primals, **{name: 1.0})[tape.output] for name in at},
        ),
        "Value": (output.data, {name: leaf.grad for name, leaf in leaves.items()}),
        "graph": (graph.evaluate(), graph.gradient()),
        "Dual": (duals["x"].primal, {name: dual.tangent for name, dual in duals.items()}),
    }


@settings(derandomize=True, max_examples=150, deadline=None, database=None)
@given(programs(), coordinates, coordinates, coordinates)
def test_second_derivatives_of_random_programs_are_symmetric_and_right(program, x, y, z):
    at = {"x": x, "y": y, "z": z}
    near, large = distance_to_a_kink(program, at)
    assume(near > 1e-6 and large < 30)
    f = function_of(program)

    def mixed(first, other):
        leaves = {name: Value(value) for name, value in at.items()}
        tangent = f(**{**leaves, first: Dual(leaves[first], 1.0)}).tangent
        if isinstance(tangent, Value):
            tangent.backward()
        return leaves[other].grad

    exact = precise_derivative(f, (x, y, z), (1, 1, 0))
    scale = max(1, abs(exact), large)
    assert relative_error(mixed("x", "y"), exact, scale) < 1e-9
    assert relative_error(mixed("y", "x"), exact, scale) < 1e-9
