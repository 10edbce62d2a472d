"""A list as a program: it gives what the sweeps give, to the last digit."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.rules import RULES, UndefinedError, exp, log, maximum, relu, sigmoid, sqrt, tanh
from helpers.rules.rule import Rule
from helpers.wengert import WengertList, compiled, trace
from tests.catalogue import CATALOGUE
from tests.test_engines_agree import programs, run

TRACEABLE = [entry for entry in CATALOGUE if not entry.branches]


def name(entry):
    return entry.name


def ran(tape):
    """The program of `source`, as a function."""
    names = {}
    exec(tape.source(), names)
    return names["value_and_gradient"]


def swept(tape, inputs):
    """Output and gradient by the sweeps: a list is swept when it is asked for the first time."""
    fresh = WengertList.from_dict(tape.to_dict())
    return fresh.value_and_gradient(**inputs)


def compiled_run(tape, inputs):
    """Output and gradient from the compiled program; None if it leaves them to the sweeps."""
    compiled.run(tape, "value_and_gradient", inputs)
    return compiled.run(tape, "value_and_gradient", inputs)


def same(a, b):
    """Are two numbers or arrays the same to the last digit? NaN is the same as NaN."""
    return np.array_equal(np.asarray(a), np.asarray(b), equal_nan=True)


def entry_list(entry):
    return trace(entry.function, **entry.at(entry.points[0]))


def grids(entry):
    """Inputs as arrays of several shapes: all points; a column, a row, and numbers."""
    points = np.array([*entry.points, *entry.points[:2]])
    yield dict(zip(entry.inputs, points.T.copy(), strict=True))
    columns = dict(zip(entry.inputs, points.T.copy(), strict=True))
    first, *others = entry.inputs
    yield {first: columns[first][:, None]} | {x: columns[x] for x in others[:1]}
    yield {first: np.full((2, 3), points[0][0])}


# To the last digit.


@pytest.mark.parametrize("entry", TRACEABLE, ids=name)
def test_the_source_gives_what_the_sweeps_give(entry):
    tape = entry_list(entry)
    program = ran(tape)
    for point in (*entry.points, *entry.by_hand):
        expected = swept(tape, entry.at(point))
        assert program(*point) == expected, point


@pytest.mark.parametrize("entry", TRACEABLE, ids=name)
def test_a_list_that_is_run_again_on_arrays_gives_the_same(entry):
    tape = entry_list(entry)
    for inputs in grids(entry):
        value = WengertList.from_dict(tape.to_dict()).evaluate(**inputs)
        output, gradient = swept(tape, inputs)
        for _ in range(3):
            assert same(tape.evaluate(**inputs), value)
            again, slopes = tape.value_and_gradient(**inputs)
            assert same(again, output)
            assert all(same(slopes[x], gradient[x]) for x in gradient)
            assert all(np.shape(slopes[x]) == np.shape(gradient[x]) for x in gradient)
            assert {x: type(slope) for x, slope in slopes.items()} == {
                x: type(slope) for x, slope in gradient.items()
            }


@pytest.mark.parametrize("entry", TRACEABLE, ids=name)
def test_it_was_the_program_that_ran(entry):
    """Without this, sweeps that are asked each time would pass the test above."""
    tape = entry_list(entry)
    inputs = tape.inputs | next(grids(entry))
    assert compiled_run(tape, inputs) is not None
    assert compiled.run(tape, "value", inputs) is None
    assert compiled.run(tape, "value", inputs) is not None


@settings(max_examples=150, deadline=None)
@given(programs(), st.lists(st.floats(-3, 3), min_size=3, max_size=3))
def test_random_programs(program, point):
    at = dict(zip("xyz", point, strict=True))
    tape = trace(lambda x, y, z: run(program, {"x": x, "y": y, "z": z}) + 0 * (x + y + z), **at)
    assert ran(tape)(*point) == swept(tape, at)
    inputs = at | {"x": point[0] + np.linspace(0.0, 1.0, 4)[:, None], "y": np.array([point[1]] * 3)}
    expected, gradient = swept(tape, inputs)
    for _ in range(2):
        found, slopes = tape.value_and_gradient(**inputs)
        assert same(found, expected) and all(same(slopes[x], gradient[x]) for x in "xyz")
        assert same(tape.evaluate(**inputs), expected)


# The text.


def test_the_source_of_the_neuron():
    tape = trace(
        lambda w, b, x, t: (1 / (1 + exp(-(w * x + b))) - t) ** 2, w=2.0, b=0.0, x=1.0, t=10.0
    )
    text = tape.source()
    lines = [line.strip() for line in text.splitlines()]
    assert lines[0] == "from helpers.rules import exp"
    assert lines[lines.index("# forward sweep") + 1 : lines.index("# reverse sweep")] == [
        "t1 = w * x",
        "t2 = t1 + b",
        "t3 = -t2",
        "t4 = exp(t3)",
        "t5 = 1.0 + t4",
        "t6 = 1.0 / t5",
        "t7 = t6 - t",
        "t8 = t7 ** 2.0",
    ]
    loss, gradient = ran(tape)(2.0, 0.0, 1.0, 10.0)
    assert loss == pytest.approx(83.159861933, abs=5e-10)
    assert gradient == pytest.approx(
        {"w": -1.914915622, "b": -1.914915622, "x": -3.829831243, "t": 18.238405844}, abs=5e-10
    )


def test_paths_add_up_with_plus_equals():
    text = trace(lambda x, y: (x + y) * x, x=2.0, y=3.0).source()
    assert "x_bar = t2_bar * t1\n" in text and "x_bar += t1_bar\n" in text


@pytest.mark.parametrize(
    ("f", "expected"),
    [
        (lambda x, y: x - (y - x), "t2 = x - t1"),
        (lambda x, y: x / (y / x), "t2 = x / t1"),
        (lambda x, y: -(x**3.0), "t2 = -t1"),
        (lambda x, y: x * -2.5, "t1 = x * -2.5"),
        (lambda x, y: x**-2.0, "t1 = power(x, -2.0)"),
        (lambda x, y: (-2.5) ** y, "t1 = power(-2.5, y)"),
        (lambda x, y: x**0.0, "t1 = x ** 0.0"),
    ],
)
def test_a_step_is_a_line(f, expected):
    assert f"    {expected}\n" in trace(f, x=2.0, y=3.0).source()


@pytest.mark.parametrize(
    "names",
    [
        ["class", "lambda"],
        ["exp", "np"],
        ["<b>", "a b"],
        ["t1_bar", "x_"],
        ["input1", "input 1", "zero", "arrays"],
        ["constant1_", "constant"],
        ["λ", "w̄"],
    ],
)
def test_inputs_of_any_name(names):
    tape = WengertList(**{name: 0.5 + i for i, name in enumerate(names)})
    total = names[0]
    for other in names[1:]:
        total = tape.record("mul", total, other)
    tape.record("exp", total)
    point = [*tape.inputs.values()]
    assert ran(tape)(*point) == swept(tape, {})
    inputs = dict(zip(names, (np.array([x, 2 * x]) for x in point), strict=True))
    expected = swept(tape, inputs)
    found = [tape.value_and_gradient(**inputs) for _ in range(2)][1]
    assert same(found[0], expected[0]) and all(same(found[1][x], expected[1][x]) for x in names)


def test_outputs_of_any_kind():
    constant = trace(lambda x: 3.0, x=1.0)
    assert ran(constant)(2.0) == (3.0, {"x": 0.0})
    same_as_input = trace(lambda x, y: y, x=1.0, y=2.0)
    assert ran(same_as_input)(2.0, 5.0) == (5.0, {"x": 0.0, "y": 1.0})
    early = trace(lambda x: {"out": x * x, "end": exp(x)}, x=2.0)
    early.output = "t1"
    assert ran(early)(3.0) == (9.0, {"x": 6.0})
    for tape in (constant, same_as_input, early):
        inputs = {"x": np.array([1.0, 2.0])}
        results = [tape.value_and_gradient(**inputs) for _ in range(3)]
        assert all(same(value, results[0][0]) for value, _ in results)
        assert all(same(gradient["x"], results[0][1]["x"]) for _, gradient in results)


# Where something is not defined, or not finite, the sweeps are asked.


@pytest.mark.parametrize(
    ("f", "bad"),
    [
        (lambda x: log(x), -1.0),
        (lambda x: log(x), 0.0),
        (lambda x: 1 / x, 0.0),
        (lambda x: sqrt(x), -1.0),
        (lambda x: x**0.5, -1.0),
        (lambda x: x**-1.0, 0.0),
        (lambda x: x**1.5 + x, -2.0),
        (lambda x: RULES["sin"](x), math.inf),
        (lambda x: RULES["xlogy"](x, -x), 2.0),
    ],
)
def test_what_is_undefined_is_refused_as_by_the_sweeps(f, bad):
    tape = trace(f, x=0.5)
    good, mixed = np.array([0.5, 0.25]), np.array([0.5, bad])
    if RULES["xlogy"] not in {step.rule for step in tape.steps}:
        tape.evaluate(x=good)
        tape.evaluate(x=good)
    for _ in range(3):
        with pytest.raises(UndefinedError, match=r"step t[12] "):
            tape.evaluate(x=mixed)
        with pytest.raises(UndefinedError, match=r"step t[12] "):
            tape.gradient(x=mixed)


def test_a_slope_that_does_not_exist_stops_and_one_that_meets_a_zero_does_not():
    tape = trace(lambda x, y: sqrt(x) * y, x=1.0, y=1.0)
    x = np.array([0.0, 4.0])
    for _ in range(3):
        with pytest.raises(UndefinedError, match="has a value there, but no derivative"):
            tape.gradient(x=x, y=np.array([1.0, 1.0]))
        found = tape.gradient(x=x, y=np.array([0.0, 1.0]))
        assert found["x"].tolist() == [0.0, 0.25] and found["y"].tolist() == [0.0, 2.0]


def test_numbers_beside_arrays_that_overflow():
    """0 · inf among numbers is no error in Python: the sweeps never compute it."""
    tape = trace(lambda x, y: x + 0.0 * exp(y * y), x=1.0, y=1.0)
    for _ in range(3):
        value, gradient = tape.value_and_gradient(x=np.array([1.0, 2.0]), y=30.0)
        assert np.isnan(value).all() and gradient["x"].tolist() == [1.0, 1.0]
        assert gradient["y"] == 0.0


def test_shapes_that_do_not_fit_are_refused_as_by_the_sweeps():
    tape = trace(lambda x, y: x * y, x=1.0, y=1.0)
    for _ in range(3):
        with pytest.raises(ValueError, match=r"step t1 = x × y: .*broadcast"):
            tape.evaluate(x=np.ones(2), y=np.ones(3))


def test_an_array_without_dimensions_is_swept():
    tape = trace(lambda x: exp(x), x=1.0)
    assert [float(tape.evaluate(x=np.array(0.3))) for _ in range(3)] == [float(np.exp(0.3))] * 3


def test_a_rule_that_is_not_in_the_book_is_swept():
    twice = Rule("twice", "2{0}", "2{0}", lambda x: 2 * x, partials=(lambda x, v: 2.0,))
    tape = WengertList(x=1.0)
    tape.record(twice, "x")
    for _ in range(3):
        assert tape.evaluate(x=np.ones(2)).tolist() == [2.0, 2.0]


# What is written over is what nobody needs any more.


def test_inputs_and_results_stay_as_they_are():
    tape = trace(
        lambda x, y: relu(tanh(x * y) + x) * sigmoid(x - y) - maximum(x, y) / 2, x=1.0, y=2.0
    )
    x, y = np.linspace(-1, 1, 5), np.linspace(-2, 2, 5)
    kept = x.copy(), y.copy()
    first = tape.evaluate(x=x, y=y)
    second, third = tape.evaluate(x=x, y=y), tape.evaluate(x=-x, y=y)
    assert same(x, kept[0]) and same(y, kept[1]) and same(first, second) and not same(second, third)
    _, gradient = tape.value_and_gradient(x=x, y=y)
    before = gradient["x"].copy()
    tape.value_and_gradient(x=-x, y=y)
    assert same(gradient["x"], before)


def test_two_names_for_one_array_are_not_added_into_each_other():
    """In a sum both adjoints are the same array: += into one must not change the other."""
    tape = trace(lambda x, y: (x + y) * 2.0 + x * x + (x + y) * y, x=1.0, y=2.0)
    inputs = {"x": np.array([1.0, 3.0]), "y": np.array([2.0, -1.0])}
    for _ in range(3):
        gradient = tape.gradient(**inputs)
        x, y = inputs.values()
        assert same(gradient["x"], 2 + 2 * x + y) and same(gradient["y"], 2 + x + 2 * y)


def test_a_list_that_grows_is_written_down_anew():
    tape = trace(lambda x: x * 2.0, x=1.0)
    x = np.array([1.0, 2.0])
    assert [tape.evaluate(x=x).tolist() for _ in range(2)] == [[2.0, 4.0]] * 2
    tape.record("add", "t1", 1.0)
    assert [tape.evaluate(x=x).tolist() for _ in range(3)] == [[3.0, 5.0]] * 3
    tape.output = "t1"
    assert [tape.evaluate(x=x).tolist() for _ in range(3)] == [[2.0, 4.0]] * 3


def test_few_programs_are_kept():
    tape = trace(lambda x: x * 2.0, x=1.0)
    for n in range(1, 30):
        for _ in range(2):
            tape.evaluate(x=np.ones(n))
    assert len(tape.programs) == compiled.MOST_PROGRAMS
