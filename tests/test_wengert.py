"""The Wengert list: recorded and traced, swept, on arrays, as a table, as JSON."""

import copy
import functools
import html
import json
import math
import operator
import pickle
import re
from collections import namedtuple

import numpy as np
import pytest

from helpers import rules
from helpers.rules import RULES, UndefinedError
from helpers.toy_network import Weights, forward, loss
from helpers.wengert import WengertList, trace
from tests.catalogue import CATALOGUE
from tests.oracles import NEURON, NEURON_ADJOINTS

POINT = {"w": 2.0, "b": 0.0, "x": 1.0, "t": 10.0}


def neuron(w, b, x, t):
    t6 = 1 / (1 + rules.exp(-(w * x + b)))
    return (t6 - t) ** 2


def neuron_by_hand():
    tape = WengertList(**POINT)
    t1 = tape.record("mul", "w", "x")
    t2 = tape.record("add", t1, "b")
    t3 = tape.record("neg", t2)
    t4 = tape.record("exp", t3)
    t5 = tape.record(rules.add, 1, t4)
    t6 = tape.record(rules.div, 1, t5)
    t7 = tape.record("sub", t6, "t")
    tape.record("power", t7, 2)
    return tape


# Recording and sweeping.


def test_by_hand_and_traced_are_the_same_list():
    assert trace(neuron, **POINT).to_dict() == neuron_by_hand().to_dict()


def test_the_neuron():
    tape = neuron_by_hand()
    values, gradient = tape.values(), tape.gradient()
    assert list(values) == [f"t{i}" for i in range(1, 9)]
    assert list(values.values()) == pytest.approx(NEURON, abs=5e-10)
    adjoints = tape.reverse_sweep(tape.forward_sweep())
    assert [adjoints[name] for name in values] == pytest.approx(NEURON_ADJOINTS, abs=5e-10)
    expected = {"w": -1.914915622, "b": -1.914915622, "x": -3.829831243, "t": 18.238405844}
    assert gradient == pytest.approx(expected, abs=5e-10)
    assert all(type(x) is float for x in (*values.values(), *gradient.values(), tape.evaluate()))


def test_other_inputs_than_its_own():
    tape = neuron_by_hand()
    assert tape.evaluate(t=1.0) == neuron(2.0, 0.0, 1.0, 1.0)
    assert tape.evaluate(w=3, b=-1) == neuron(3.0, -1.0, 1.0, 10.0)
    assert tape.evaluate() == neuron(**POINT), "the list's own values are kept"


@pytest.mark.parametrize("sweep", ["evaluate", "gradient", "values", "forward_sweep", "table"])
def test_an_unknown_input_is_refused(sweep):
    with pytest.raises(ValueError, match="no input 'v'; the inputs are w, b, x, t"):
        getattr(neuron_by_hand(), sweep)(v=1.0)


def test_an_unknown_direction_is_refused():
    tape = neuron_by_hand()
    with pytest.raises(ValueError, match="no input 'v'; the inputs are w, b, x, t"):
        tape.tangent_sweep(tape.forward_sweep(), v=1.0)


def test_a_tangent_sweep_along_any_direction_is_the_gradient_times_it():
    tape, direction = neuron_by_hand(), {"w": 0.5, "x": -2.0, "t": 0.25}
    tangents = tape.tangent_sweep(tape.forward_sweep(), **direction)
    gradient = tape.gradient()
    expected = sum(gradient[name] * d for name, d in direction.items())
    assert tangents[tape.output] == pytest.approx(expected, rel=1e-14)
    assert tangents["b"] == 0.0 and tangents["t1"] == 0.5 * 1.0 + 2.0 * -2.0


def test_the_seed_is_the_adjoint_of_the_output():
    tape = neuron_by_hand()
    primals = tape.forward_sweep()
    one, three = tape.reverse_sweep(primals), tape.reverse_sweep(primals, seed=3.0)
    assert three["t8"] == 3.0 and three["w"] == pytest.approx(3 * one["w"], rel=1e-15)


@pytest.mark.parametrize("entry", [e for e in CATALOGUE if not e.branches], ids=lambda e: e.name)
def test_the_adjoints_of_several_outputs_at_once(entry):
    """⟨J v, u⟩ = ⟨v, Jᵀ u⟩: the tangent sweep knows nothing of the reverse sweep."""
    tape = trace(entry.function, **entry.at(entry.points[0]))
    primals, rng = tape.forward_sweep(), np.random.default_rng(5)
    direction = {name: float(rng.normal()) for name in tape.inputs}
    seed = {name: float(rng.normal()) for name in (*tape.inputs, *tape.values())}
    tangents = tape.tangent_sweep(primals, **direction)
    adjoints = tape.reverse_sweep(primals, seed)
    both = [[tangents[name] * u for name, u in seed.items()]]
    both += [[adjoints[name] * v for name, v in direction.items()]]
    size = sum(abs(x) for products in both for x in products)
    assert sum(both[0]) == pytest.approx(sum(both[1]), abs=1e-13 * size)


def test_a_seed_by_name_is_not_changed_and_need_not_hold_the_output():
    tape, seed = neuron_by_hand(), {"t2": 3.0, "w": 1.0}
    adjoints = tape.reverse_sweep(tape.forward_sweep(), seed)
    assert seed == {"t2": 3.0, "w": 1.0}
    assert adjoints["t8"] == 0.0 and adjoints["t2"] == 3.0
    assert (adjoints["w"], adjoints["x"], adjoints["b"]) == (1.0 + 3.0, 6.0, 3.0)
    primals = tape.forward_sweep()
    assert tape.reverse_sweep(primals, {"t8": 2.0}) == tape.reverse_sweep(primals, 2.0)
    assert not any(tape.reverse_sweep(primals, {}).values())


def test_a_seed_at_an_unknown_name_is_refused():
    tape = neuron_by_hand()
    with pytest.raises(ValueError, match="a seed for 't9', which is neither an input nor a step"):
        tape.reverse_sweep(tape.forward_sweep(), {"t8": 1.0, "t9": 1.0})


def test_any_step_can_be_the_output():
    tape = neuron_by_hand()
    tape.output = "t2"
    assert tape.evaluate() == 2.0
    assert tape.gradient() == {"w": 1.0, "b": 1.0, "x": 2.0, "t": 0.0}
    adjoints = tape.reverse_sweep(tape.forward_sweep())
    assert adjoints["t8"] == 0.0 and adjoints["t3"] == 0.0


def test_a_step_without_a_value_is_named():
    tape = neuron_by_hand()
    tape.record("log", "t7")
    with pytest.raises(
        UndefinedError, match=r"step t9 = log\(t7\): log\(-9\.1192\) is not defined"
    ):
        tape.evaluate()


def test_equal_constants_stay_constants():
    """A constant has no adjoint, and no place among the adjoints."""
    tape = trace(lambda x: 2 * x + 2, x=3.0)
    primals = tape.forward_sweep()
    assert primals[2.0] == 2.0
    assert set(tape.reverse_sweep(primals)) == {"x", "t1", "t2"}


def test_what_it_looks_like():
    tape = neuron_by_hand()
    assert repr(tape) == "WengertList of w, b, x, t with 8 steps"
    shown = ["t1 = w × x", "t2 = t1 + b", "t3 = −t2", "t4 = exp(t3)", "t5 = 1 + t4"]
    shown += ["t6 = 1 / t5", "t7 = t6 − t", "t8 = t7 ** 2"]
    assert [str(step) for step in tape.steps] == shown


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (("cosh", "w"), "step t9: no rule 'cosh'; the rules are add, sub"),
        ((math.exp, "w"), "step t9: no rule"),
        (("exp", "w", "b"), "step t9: 'exp' takes 1 operands, got 2"),
        (("add", "w"), "step t9: 'add' takes 2 operands, got 1"),
        (("add",), "step t9: 'add' takes 2 operands, got 0"),
        (("exp", "t9"), "step t9: 't9' is neither an input"),
        (("exp", "t0"), "step t9: 't0' is neither an input"),
        (("exp", "t01"), "step t9: 't01' is neither an input"),
        (("exp", "v"), r"step t9: 'v' is neither an input \(w, b, x, t\) nor an earlier step"),
        (("exp", math.inf), "step t9: inf is neither"),
        (("exp", math.nan), "step t9: nan is neither"),
        (("exp", None), "step t9: None is neither"),
        (("exp", 1j), "step t9: 1j is neither"),
        (("exp", [1.0]), r"step t9: \[1.0\] is neither"),
    ],
)
def test_a_wrong_step_is_refused_and_not_recorded(step, message):
    tape = neuron_by_hand()
    with pytest.raises(ValueError, match=message):
        tape.record(*step)
    assert len(tape.steps) == 8 and tape.output == "t8"


@pytest.mark.parametrize("name", ["t1", "t12", "t0", ""])
def test_no_input_is_called_like_a_step(name):
    with pytest.raises(ValueError, match=f"no input can be called {name!r}"):
        WengertList(**{name: 1.0})


def test_inputs_may_be_called_like_the_parameters_of_its_methods():
    tape = trace(
        lambda f, self, seed, digits, data: f * self + seed * digits - data,
        **dict.fromkeys(("f", "self", "seed", "digits", "data"), 2.0),
    )
    assert tape.evaluate(self=3.0, digits=5.0, data=1.0) == 15.0
    assert "15" in str(tape.table(self=3.0, digits=5.0, data=1.0))


# Tracing.


@pytest.mark.parametrize(
    "f",
    [
        lambda x: x if x > 0 else -x,
        lambda x: x if x < 0 else -x,
        lambda x: x if x >= 0 else -x,
        lambda x: x if x <= 0 else -x,
        lambda x: x if x == 0 else -x,
        lambda x: x if x != 0 else -x,
        lambda x: x if x else -x,
        lambda x: -x if x > 0 else x,
        lambda x: max(x, 0.0),
        lambda x: math.sin(x),
        lambda x: float(x) * 2,
        lambda x: int(x) * 2,
        lambda x: sum(range(int(x))),
    ],
)
def test_a_traced_number_has_no_value_to_compare(f):
    with pytest.raises(
        TypeError, match=r"traced x has no value yet.*only the branch that was taken"
    ):
        trace(f, x=1.0)


def test_numpys_functions_are_refused_on_a_traced_number():
    with pytest.raises(TypeError, match=r"traced x\. Use sin of helpers\.rules"):
        trace(lambda x: np.sin(x), x=1.0)


def test_numbers_of_two_lists_do_not_mix():
    kept = []
    trace(lambda x: kept.append(x) or x, x=1.0)
    with pytest.raises(TypeError, match="traced on the same list"):
        trace(lambda y: y + kept[0], y=1.0)


def test_an_output_that_is_an_input():
    tape = trace(lambda x, y: y, x=1.0, y=2.0)
    assert (tape.steps, tape.output, tape.evaluate()) == ([], "y", 2.0)
    assert tape.gradient() == {"x": 0.0, "y": 1.0}
    assert tape.gradient(y=np.arange(3.0))["y"].tolist() == [1.0, 1.0, 1.0]
    assert WengertList.from_dict(tape.to_dict()).gradient() == tape.gradient()


def test_an_output_that_is_a_constant():
    tape = trace(lambda x: 3, x=1.0)
    assert (tape.steps, tape.output, tape.evaluate()) == ([], 3.0, 3.0)
    assert tape.gradient() == {"x": 0.0}
    assert tape.gradient(x=np.ones(4))["x"].tolist() == [0.0] * 4
    assert WengertList.from_dict(tape.to_dict()).evaluate() == 3.0


@pytest.mark.parametrize("wrong", ["text", None, [1.0], (1.0, 2.0), 1j])
def test_a_traced_function_returns_numbers(wrong):
    with pytest.raises(TypeError, match="a traced function returns numbers, got"):
        trace(lambda x: wrong, x=1.0)


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_a_traced_function_returns_finite_numbers(number):
    """JSON has no other."""
    with pytest.raises(ValueError, match="step output"):
        trace(lambda x: number, x=1.0)


def test_a_named_tuple_labels_the_steps():
    tape = trace(lambda x, **w: forward(x, Weights(**w)), x=0.5, w11=1, w12=1, w21=1, w22=1)
    assert tape.labels == {"t2": "hidden1", "t4": "hidden2", "t7": "output"}
    assert tape.output == "t7" and tape.evaluate() == 1.0


def test_a_dictionary_labels_the_steps_and_its_last_entry_is_the_output():
    tape = trace(lambda x: {"square": x * x, "bias": 1.0, "input": x, "result": x + 1}, x=3.0)
    assert tape.labels == {"t1": "square", "x": "input", "t2": "result"}
    assert tape.output == "t2" and tape.evaluate() == 4.0


def test_another_named_tuple_with_an_output_before_its_last_step():
    Parts = namedtuple("Parts", "late early")
    tape = trace(lambda x: Parts(early=x * x, late=x * x + 1), x=3.0)
    assert tape.output == "t1" and tape.gradient() == {"x": 6.0}


def test_a_label_is_a_text():
    for label in (1, None, ("a",)):
        with pytest.raises(TypeError, match=f"a label is a text, got {re.escape(repr(label))}"):
            trace(lambda x, label=label: {label: x * x}, x=3.0)


def test_a_step_with_two_names_keeps_both():
    def f(x):
        y = x * x
        return {"a": y, "b": y, "c": y}

    tape = trace(f, x=3.0)
    assert [str(step) for step in tape.steps] == ["t1 = x × x", "t2 = t1 × 1", "t3 = t1 × 1"]
    assert tape.labels == {"t1": "a", "t2": "b", "t3": "c"}
    assert (tape.output, tape.evaluate(), tape.gradient()) == ("t3", 9.0, {"x": 6.0})
    assert WengertList.from_dict(tape.to_dict()).to_dict() == tape.to_dict()


def test_an_input_with_two_names_keeps_both():
    tape = trace(lambda x: {"a": x, "b": x}, x=3.0)
    assert tape.labels == {"x": "a", "t1": "b"} and tape.gradient() == {"x": 1.0}


def test_a_number_without_a_name_takes_no_second_step():
    tape = trace(lambda x: x * x, x=3.0)
    assert len(tape.steps) == 1 and tape.labels == {}


@pytest.mark.parametrize("nothing", [{}, namedtuple("Nothing", "")(), (), []], ids=str)
def test_a_traced_function_returns_something(nothing):
    with pytest.raises(TypeError, match="a traced function returns numbers, got "):
        trace(lambda x: nothing, x=1.0)


def test_a_number_of_another_list_is_no_result():
    kept = []
    trace(lambda x: kept.append(x) or x, x=1.0)
    with pytest.raises(TypeError, match="a traced function returns numbers, got traced x"):
        trace(lambda x: kept[0], x=1.0)


def by_position(a, b, /):
    return a - b


def by_position_and_name(a, b, /, c):
    return (a - b) / c


def with_the_rest(first, *rest):
    return first - sum(w * (k + 2.0) for k, w in enumerate(rest))


def with_defaults(a, b=5.0, *rest, c=7.0):
    return a + 10 * b + 100 * c + 1000 * sum(rest)


class Line:
    def __call__(self, x):
        return 2 * x

    def steep(self, x, /):
        return 3 * x


FUNCTIONS = [
    (by_position, {"a": 5.0, "b": 3.0}, 2.0),
    (by_position, {"b": 3.0, "a": 5.0}, 2.0),
    (by_position, {"x": 5.0, "y": 3.0}, 2.0),
    (by_position, {"b": 3.0, "x": 5.0}, 2.0),
    (by_position_and_name, {"c": 2.0, "x": 5.0, "y": 3.0}, 1.0),
    (with_the_rest, {"first": 9.0, "w1": 1.0, "w2": 2.0}, 1.0),
    (with_the_rest, {"w1": 1.0, "w2": 2.0, "first": 9.0}, 1.0),
    (lambda *w: w[0] - w[1], {"x": 5.0, "y": 3.0}, 2.0),
    (lambda *w, **named: named["x"] - named["y"], {"x": 5.0, "y": 3.0}, 2.0),
    (lambda a, /, **named: a - named["y"], {"x": 5.0, "y": 3.0}, 2.0),
    (lambda a, /, **named: a - named["y"], {"y": 3.0, "a": 5.0}, 2.0),
    (with_defaults, {"a": 1.0}, 751.0),
    (with_defaults, {"a": 1.0, "c": 0.0}, 51.0),
    (with_defaults, {"a": 1.0, "x": 1.0, "y": 2.0}, 3751.0),
    (with_defaults, {"a": 1.0, "b": 0.0, "x": 2.0, "c": 0.0}, 2001.0),
    (functools.partial(by_position, 5.0), {"b": 3.0}, 2.0),
    (functools.partial(by_position, 5.0), {"x": 3.0}, 2.0),
    (functools.partial(with_defaults, b=0.0), {"a": 1.0, "c": 0.0}, 1.0),
    (abs, {"x": -2.0}, 2.0),
    (operator.sub, {"x": 5.0, "y": 3.0}, 2.0),
    (pow, {"base": 5.0, "exp": 2.0}, 25.0),
    (rules.exp, {"x": 0.0}, 1.0),
    (rules.sub, {"x": 5.0, "y": 3.0}, 2.0),
    (Line(), {"x": 3.0}, 6.0),
    (Line().steep, {"x": 3.0}, 9.0),
    (functools.wraps(by_position)(lambda *args: by_position(*args)), {"a": 5.0, "b": 3.0}, 2.0),
]


@pytest.mark.parametrize(("f", "inputs", "expected"), FUNCTIONS)
def test_functions_of_every_shape_are_traced(f, inputs, expected):
    tape = trace(f, **inputs)
    assert tape.evaluate() == expected
    assert tape.inputs == inputs and list(tape.inputs) == list(inputs)
    assert WengertList.from_dict(tape.to_dict()).gradient() == tape.gradient()


def test_a_class_whose_numbers_have_names_is_traced():
    assert trace(Weights, w11=1.0, w12=2.0, w21=3.0, w22=4.0).labels["w22"] == "w22"


@pytest.mark.parametrize(
    ("f", "inputs", "message"),
    [
        (0, {"w": 1.0}, r"trace takes a function first, as in trace\(f, w=2.0\), got 0 \(int\)"),
        (None, {}, "got None"),
        (lambda x: x, {"w": 1.0}, r"\(x\) needs a value for 'x'; the inputs of trace are w"),
        (lambda x: x, {}, r"\(x\) needs a value for 'x'; the inputs of trace are none"),
        (lambda x: x, {"x": 1.0, "w": 1.0}, r"\(x\) has no parameter 'w'"),
        (lambda: 1.0, {"w": 1.0}, r"\(\) has no parameter 'w'"),
        (by_position, {"a": 1.0}, r"by_position\(a, b, /\) needs a value for 'b'"),
        (by_position, {"x": 1.0, "y": 1.0, "z": 1.0}, "has no parameter 'z'"),
        (with_the_rest, {"w1": 1.0}, "needs a value for 'first'"),
        (abs, {"x": 1.0, "y": 1.0}, r"abs\(x, /\) has no parameter 'y'"),
        (rules.mul, {"x": 1.0}, "'mul' takes 2 operands, got 1"),
        (max, {"x": 1.0, "y": 2.0}, "only the branch that was taken"),
    ],
)
def test_inputs_that_do_not_fit_the_function_are_refused_in_words(f, inputs, message):
    with pytest.raises(TypeError, match=message):
        trace(f, **inputs)


def test_an_error_of_the_function_itself_comes_through():
    def f(x):
        raise TypeError("its own")

    with pytest.raises(TypeError, match=r"^its own$"):
        trace(f, x=1.0)


def test_a_copy_of_a_traced_number_is_on_the_same_list():
    def f(x, y):
        copied = copy.deepcopy({"x": x, "y": [y]})
        return copied["x"] * copied["y"][0] + copy.copy(x)

    assert [str(step) for step in trace(f, x=2.0, y=3.0).steps] == ["t1 = x × y", "t2 = t1 + x"]


# Arrays.

SHAPES = [
    ({"x": (), "y": (100,)}, (100,)),
    ({"x": (5, 1), "y": (7,)}, (5, 7)),
    ({"x": (5, 1), "y": (1, 7)}, (5, 7)),
    ({"x": (1,), "y": (4,)}, (4,)),
    ({"x": (1, 1), "y": ()}, (1, 1)),
    ({"x": (2, 3, 1), "y": (4,)}, (2, 3, 4)),
    ({"x": (3,), "y": (3,)}, (3,)),
    ({"x": (0,), "y": ()}, (0,)),
]


@pytest.mark.parametrize(("shapes", "expected"), SHAPES, ids=str)
def test_arrays_broadcast_and_gradients_have_the_shapes_of_their_inputs(shapes, expected):
    rng = np.random.default_rng(3)
    at = {name: rng.uniform(0.5, 2, shape) for name, shape in shapes.items()}
    tape = trace(lambda x, y: rules.sin(x * y) + y * y / x, x=1.0, y=1.0)
    values, gradient = tape.evaluate(**at), tape.gradient(**at)
    assert np.shape(values) == expected
    columns = dict(zip(at, np.broadcast_arrays(*at.values()), strict=True))
    places = list(np.ndindex(expected))
    slopes = [tape.gradient(**{k: float(v[i]) for k, v in columns.items()}) for i in places]
    for place in places:
        one = tape.evaluate(**{name: float(v[place]) for name, v in columns.items()})
        assert values[place] == pytest.approx(one, rel=1e-15)
    for name, shape in shapes.items():
        assert np.shape(gradient[name]) == shape
        total = np.zeros(expected)
        for place, slope in zip(places, slopes, strict=True):
            total[place] = slope[name]
        summed = np.zeros(shape)
        for place in places:
            own = tuple(
                0 if n == 1 else i
                for i, n in zip(place[len(place) - len(shape) :], shape, strict=True)
            )
            summed[own] += total[place]
        assert gradient[name] == pytest.approx(summed, rel=1e-13)


def test_an_unused_array_has_a_gradient_of_zeros_of_its_shape():
    tape = trace(lambda x, y: x * x, x=1.0, y=1.0)
    gradient = tape.gradient(x=np.ones(3), y=np.ones((5, 1)))
    assert gradient["y"].shape == (5, 1) and not gradient["y"].any()
    assert gradient["x"].tolist() == [2.0, 2.0, 2.0]


def test_a_gradient_belongs_to_whoever_asked_for_it():
    """It can be written to, and changing it changes nothing else."""
    tape = trace(lambda x, y: x + y, x=1.0, y=1.0)
    x = np.ones(3)
    gradient = tape.gradient(x=x, y=np.ones(3))
    gradient["x"][0] = 7.0
    assert gradient["y"].tolist() == x.tolist() == [1.0, 1.0, 1.0]


def test_lists_and_arrays_of_integers_count_as_arrays_of_floats():
    tape = trace(lambda x: x**-1, x=1.0)
    assert tape.evaluate(x=[1, 2, 4]).tolist() == [1.0, 0.5, 0.25]
    assert tape.evaluate(x=np.array([1, 2, 4])).tolist() == [1.0, 0.5, 0.25]


def test_an_array_divided_by_the_number_zero():
    tape = trace(lambda x, y: x / y, x=1.0, y=1.0)
    with pytest.raises(UndefinedError, match=r"step t1 = x / y: 1 / 0 is not defined at 3 of 3"):
        tape.evaluate(x=np.ones(3), y=0.0)


def test_arrays_that_do_not_fit_are_refused_with_the_step():
    tape = trace(lambda x, y: (x + 1) * y, x=1.0, y=1.0)
    with pytest.raises(ValueError, match=r"step t2 = t1 × y: .*broadcast"):
        tape.evaluate(x=np.ones(3), y=np.ones(4))


def test_overflow_on_arrays_is_infinite_and_silent():
    """Warnings are errors in this suite: none may come."""
    tape = trace(lambda x: rules.exp(x) ** 2 / (1 + rules.exp(x)) + rules.sigmoid(-x), x=1.0)
    for point in (1000.0, np.array([1000.0, 1.0])):
        tape.table(x=point)
        tape.gradient(x=point)
        tape.tangent_sweep(tape.forward_sweep(x=point), x=1.0)


def test_the_landscape_of_the_first_notebook():
    """The valley of best settings is the hyperbola w11 · w21 = 1.415."""

    def landscape(w11, w21):
        return loss(0.8, Weights(w11, 1.2, w21, 0.8), 1.9)

    tape = trace(landscape, w11=1.0, w21=1.0)
    w11 = np.linspace(0, 3.5, 201)[1:]
    assert tape.evaluate(w11=w11, w21=1.415 / w11) == pytest.approx(np.zeros(200), abs=1e-12)
    grid = tape.evaluate(w11=np.linspace(0, 3.5, 201), w21=np.linspace(-3.5, 3.5, 201)[:, None])
    assert grid.shape == (201, 201)


# As a table.


def test_the_table_of_the_neuron_in_a_terminal():
    lines = str(neuron_by_hand().table(10)).replace("−", "-").splitlines()
    assert lines[0].split("  ")[0] == "step" and len(lines) == 1 + 4 + 8
    rows = {line.split()[0]: line for line in lines[1:]}
    for i, (value, adjoint) in enumerate(zip(NEURON, NEURON_ADJOINTS, strict=True), start=1):
        cells = re.split(r"  +", rows[f"t{i}"])
        assert float(cells[2]) == pytest.approx(value, abs=5e-9)
        assert float(cells[-1]) == pytest.approx(adjoint, abs=5e-9)
    assert "∂t4/∂t3 = 0.1353352832" in rows["t4"], "exp(t3), without another factor t3"
    assert "∂t1/∂w = 1, ∂t1/∂x = 2" in rows["t1"]
    assert "∂t7/∂t6 = 1, ∂t7/∂t = -1" in rows["t7"]
    assert "∂t8/∂t7 = -18.23840584" in rows["t8"] and "∂t8/∂2" not in rows["t8"]


def test_the_table_in_full():
    table = trace(lambda x: 3 * x + x, x=-0.5).table()
    assert repr(table) == str(table)
    assert str(table).splitlines() == [
        "step  computes  value  local derivatives        adjoint",
        "x     input     −0.5                            4",
        "t1    3 × x     −1.5   ∂t1/∂x = 3               1",
        "t2    t1 + x    −2     ∂t2/∂t1 = 1, ∂t2/∂x = 1  1",
    ]


def test_the_table_in_html():
    shown = neuron_by_hand()._repr_html_()
    assert shown.startswith('<table class="wengert-list">') and shown.endswith("</table>")
    assert shown.count("<tr>") == shown.count("</tr>") == 1 + 4 + 8
    assert shown.count('<th scope="col">') == 5 and shown.count('<th scope="row">') == 12
    assert "the output is t8" in shown
    for text in ("<td>83.1599</td>", "<td>t7 ** 2</td>", "<td>−18.2384</td>", "<td>exp(t3)</td>"):
        assert text in shown


def test_html_is_escaped():
    tape = WengertList(**{"<b>": 1.0})
    tape.record("greater", "<b>", 0.5)
    tape.labels["t1"] = "a & b"
    shown = tape._repr_html_()
    assert "<b>" not in shown and "&lt;b&gt;" in shown and "a &amp; b" in shown
    assert "[&lt;b&gt; &gt; 0.5]" in shown


def test_the_table_in_latex():
    latex = neuron_by_hand().table()._repr_latex_()
    assert latex.startswith("$$\\begin{array}{lllll}\n") and latex.endswith("\n\\end{array}$$")
    assert "−" not in latex
    w, t1 = r"\partial t_{1} / \partial w = 1", r"\partial t_{1} / \partial x = 2"
    for line in (
        r"w & = 2 &  &  & \overline{w} = -1.91492 \\",
        rf"t_{{1}} & = w \cdot x & = 2 & {w},\; {t1} & \overline{{t_{{1}}}} = -1.91492 \\",
        r"t_{3} & = -t_{2} & = -2 & \partial t_{3} / \partial t_{2} = -1 & ",
        r"t_{4} & = \exp(t_{3}) & = 0.135335 & \partial t_{4} / \partial t_{3} = 0.135335 & ",
        r"t_{8} & = {t_{7}}^{2} & = 83.1599 & \partial t_{8} / \partial t_{7} = -18.2384 & ",
    ):
        assert line in latex
    for opened, closed in ("{}", "()", ("\\left", "\\right")):
        assert latex.count(opened) == latex.count(closed)


def test_names_of_several_letters_in_latex():
    tape = trace(lambda w11, learning_rate: w11 * learning_rate, w11=1.0, learning_rate=2.0)
    latex = tape.table()._repr_latex_()
    assert r"\mathrm{w}_{11}" in latex or "w_{11}" in latex
    assert r"\mathrm{learning\_rate}" in latex


@pytest.mark.parametrize("entry", [e for e in CATALOGUE if not e.branches], ids=lambda e: e.name)
def test_every_list_of_the_catalogue_has_its_table(entry):
    tape = trace(entry.function, **entry.at(entry.points[0]))
    table = tape.table()
    rows = len(tape.inputs) + len(tape.steps)
    assert len(table.rows) == rows and len(str(table).splitlines()) == rows + 1
    assert table._repr_latex_().count("\\\\\n") == rows - 1
    assert table._repr_latex_().count("{") == table._repr_latex_().count("}")


def test_odd_names_and_numbers_in_the_table():
    tape = WengertList(**{"my $x_1$ & {y}": 2e10})
    tape.record("sub", "my $x_1$ & {y}", -3)
    tape.record("mul", "t1", 1e300)
    tape.record("mul", "t2", 1e300)
    tape.labels["t1"] = "50% of #1"
    assert "my $x_1$ & {y} − (−3)" in str(tape.table())
    latex = tape.table()._repr_latex_()
    assert r"\text{my \$x\_1\$ \& \{y\}} - (-3)" in latex
    assert r"= 2 \cdot 10^{10}" in latex and r"= \infty" in latex
    assert r"(\text{50\% of \#1})" in latex


def test_arrays_stand_in_the_table_by_their_shape():
    table = neuron_by_hand().table(x=np.ones((3, 1)), w=np.ones(2))
    row = next(row for row in table.rows if row.name == "t1")
    assert (row.value, row.adjoint) == ("array (3, 2)", "array (3, 2)")


def test_labels_stand_behind_the_names():
    tape = neuron_by_hand()
    tape.labels = {"t6": "prediction"}
    assert "t6 (prediction)" in str(tape.table())


# Where it stops.


def stopped(f, **inputs):
    """The table of a list: its lines in a terminal, and the sentence that says where it stops."""
    *lines, stop = str(trace(f, **inputs).table()).splitlines()
    return [re.split(r"  +", line) for line in lines[1:]], stop


def test_a_table_ends_where_a_value_is_not_defined():
    lines, stop = stopped(lambda x: 2 * x + rules.log(1 / x) * x, x=0.0)
    assert lines == [
        ["x", "input", "0", "—"],
        ["t1", "2 × x", "0", "∂t1/∂x = 2", "—"],
        ["t2", "1 / x", "—", "∂t2/∂x = —", "—"],
        ["t3", "log(t2)", "—", "∂t3/∂t2 = —", "—"],
        ["t4", "t3 × x", "—", "∂t4/∂t3 = —, ∂t4/∂x = —", "—"],
        ["t5", "t1 + t4", "—", "∂t5/∂t1 = —, ∂t5/∂t4 = —", "—"],
    ]
    assert stop == (
        "It stops: step t2 = 1 / x: 1 / 0 is not defined: 'div' takes a divisor that is not 0."
    )


def test_a_table_ends_where_a_slope_is_not_defined():
    """Steps behind it have their adjoints; what would get more contributions has none."""
    lines, stop = stopped(lambda x: (rules.sqrt(x) + 1) * (x + 2), x=0.0)
    assert lines == [
        ["x", "input", "0", "—"],
        ["t1", "sqrt(x)", "0", "∂t1/∂x = —", "2"],
        ["t2", "t1 + 1", "1", "∂t2/∂t1 = 1", "2"],
        ["t3", "x + 2", "2", "∂t3/∂x = 1", "1"],
        ["t4", "t2 × t3", "2", "∂t4/∂t2 = 2, ∂t4/∂t3 = 1", "1"],
    ]
    assert stop.startswith("It stops: step t1 = sqrt(x): sqrt(0) has a value there, but no deriv")


@pytest.mark.parametrize("f", [lambda x: 1 / x, lambda x: rules.sqrt(x) + 1])
def test_a_list_that_stops_is_shown_in_every_form(f):
    tape = trace(f, x=0.0)
    stop = str(tape.table()).splitlines()[-1]
    assert stop.startswith("It stops: step t1 = ")
    shown = tape._repr_html_()
    assert html.escape(stop) in shown and shown.count("<tr>") == 1 + 1 + len(tape.steps)
    assert r"\text{—}" in tape.table()._repr_latex_()
    assert "It stops" not in str(tape.table(x=1.0))
    assert repr(tape).startswith("WengertList of x with")


def test_arrays_that_stop_are_shown():
    tape = trace(lambda x: rules.log(x) * 2, x=1.0)
    assert "is not defined at 1 of 2 elements" in str(tape.table(x=np.array([1.0, -1.0])))
    assert "—" in tape.table(x=np.array([1.0, -1.0]))._repr_html_()


def test_both_sweeps_give_what_each_gives():
    tape = neuron_by_hand()
    primals, adjoints, error = tape.both_sweeps(w=3.0)
    assert error is None and primals == tape.forward_sweep(w=3.0)
    assert {x: adjoints[x] for x in tape.inputs} == tape.gradient(w=3.0)
    with pytest.raises(ValueError, match="no input 'v'"):
        tape.both_sweeps(v=1.0)


# As JSON.


def test_the_data_is_json_and_comes_back_the_same():
    tape = neuron_by_hand()
    tape.labels = {"t6": "prediction"}
    data = json.loads(json.dumps(tape.to_dict(), allow_nan=False))
    assert data["inputs"] == POINT and data["output"] == "t8"
    assert data["steps"][0] == ["mul", "w", "x"] and data["steps"][-1] == ["power", "t7", 2.0]
    again = WengertList.from_dict(data)
    assert again.to_dict() == data and again.labels == {"t6": "prediction"}
    assert again.gradient() == tape.gradient()


def test_arrays_become_lists_of_numbers():
    tape = trace(lambda x: x * x, x=np.array([[1.0, 2.0]]))
    data = json.loads(json.dumps(tape.to_dict()))
    assert data["inputs"] == {"x": [[1.0, 2.0]]}
    assert WengertList.from_dict(data).evaluate().tolist() == [[1.0, 4.0]]


def test_data_and_list_share_nothing():
    tape = neuron_by_hand()
    data = tape.to_dict()
    again = WengertList.from_dict(data)
    data["labels"]["t1"], data["inputs"]["w"] = "changed", 99.0
    data["steps"].clear()
    assert again.labels == tape.labels == {} and again.inputs["w"] == 2.0 and len(again.steps) == 8


def test_labels_may_be_left_out():
    data = neuron_by_hand().to_dict()
    del data["labels"]
    assert WengertList.from_dict(data).labels == {}


def malformed(**changes):
    return {"inputs": {"x": 1.0}, "steps": [["exp", "x"], ["mul", "t1", "x"]], "output": "t2"} | (
        changes
    )


MALFORMED = [
    (None, "a list has the keys inputs, steps and output"),
    ([], "a list has the keys inputs, steps and output"),
    ({}, "a list has the keys inputs, steps and output"),
    ({"inputs": {}, "steps": []}, "a list has the keys inputs, steps and output"),
    (malformed(inputs=["x"]), "inputs should be"),
    (malformed(inputs={"x": "1"}), "input 'x' takes a real number"),
    (malformed(inputs={"x": None}), "input 'x' takes a real number"),
    (malformed(inputs={"x": ["a"]}), "input 'x' takes a real number"),
    (malformed(inputs={"t1": 1.0}), "no input can be called 't1'"),
    (malformed(steps=5), "steps should be a list"),
    (malformed(steps="exp"), "steps should be a list"),
    (malformed(steps=["exp"]), "step t1: expected"),
    (malformed(steps=[[]]), "step t1: expected"),
    (malformed(steps=[["exp", "x"], 7]), "step t2: expected"),
    (malformed(steps=[["exp", "x"], [7, "x"]]), "step t2: expected"),
    (malformed(steps=[["exp", "x"], ["cosh", "x"]]), "step t2: no rule 'cosh'"),
    (malformed(steps=[["exp", "t2"], ["exp", "x"]]), "step t1: 't2' is neither"),
    (malformed(steps=[["exp", "t1"], ["exp", "x"]]), "step t1: 't1' is neither"),
    (malformed(steps=[["exp", "x"], ["mul", "t1"]]), "step t2: 'mul' takes 2 operands, got 1"),
    (malformed(steps=[["exp", "x", "x"]]), "step t1: 'exp' takes 1 operands, got 2"),
    (malformed(steps=[["exp", "x"], ["mul", "t1", "y"]]), "step t2: 'y' is neither an input"),
    (malformed(steps=[["exp", "x"], ["mul", "t1", math.nan]]), "step t2: nan is neither"),
    (malformed(steps=[["exp", "x"], ["mul", "t1", -math.inf]]), "step t2: -inf is neither"),
    (malformed(steps=[["exp", "x"], ["mul", "t1", None]]), "step t2: None is neither"),
    (malformed(steps=[["exp", "x"], ["mul", "t1", ["x"]]]), "step t2: .*is neither"),
    (malformed(output="t3"), "step output: 't3' is neither"),
    (malformed(output=None), "step output: None is neither"),
    (malformed(output=math.nan), "step output: nan is neither"),
    (malformed(labels=["t1"]), "labels should be"),
    (malformed(labels={"t7": "far"}), "a label for t7, which is no input and no step"),
]


@pytest.mark.parametrize(("data", "message"), MALFORMED, ids=range(len(MALFORMED)))
def test_malformed_data_is_refused(data, message):
    with pytest.raises(ValueError, match=message):
        WengertList.from_dict(data)


def test_the_unspoilt_data_is_accepted():
    """So that each of the cases above fails for its own reason."""
    assert WengertList.from_dict(malformed()).evaluate() == pytest.approx(math.e)


def test_every_rule_can_be_recorded_by_name():
    tape = WengertList(x=0.5, y=2.0)
    for name, rule in RULES.items():
        tape.record(name, *["x", "y"][: rule.arity])
    assert WengertList.from_dict(tape.to_dict()).values() == tape.values()
    assert len(tape.values()) == len(RULES)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"inputs": {"x": 1}, "steps": [["add", "x", 10**400]], "output": "t1"}, "step t1"),
        ({"inputs": {"x": 10**400}, "steps": [], "output": "x"}, "too large"),
        ({"inputs": {"x": [[1], [1, 2]]}, "steps": [], "output": "x"}, "input 'x'"),
        ({"inputs": {"x": 1}, "steps": [["neg", "t" + "9" * 5000]], "output": "t1"}, "step t1"),
        ({"inputs": {"x": 1}, "steps": [], "output": "x", "labels": {"x": 3}}, "labels"),
    ],
)
def test_more_malformed_lists_are_refused(data, words):
    with pytest.raises(ValueError, match=words):
        WengertList.from_dict(data)


def test_a_slope_that_is_undefined_names_the_step_and_the_operation():
    tape = WengertList(x=0.0)
    tape.record("sqrt", "x")
    primals = tape.forward_sweep()
    for attempt in (tape.gradient, lambda: tape.tangent_sweep(primals, x=1.0)):
        with pytest.raises(UndefinedError, match=r"step t1 = sqrt\(x\): sqrt\(0\) has a value"):
            attempt()


# Copies.


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))])
@pytest.mark.parametrize("entry", [e for e in CATALOGUE if not e.branches], ids=lambda e: e.name)
def test_a_copied_list_is_the_same_list_of_its_own(copied, entry):
    tape = trace(entry.function, **entry.at(entry.points[0]))
    again = copied(tape)
    assert again.to_dict() == tape.to_dict() and again.steps == tape.steps
    assert again.gradient() == tape.gradient()
    again.record("exp", next(iter(again.inputs)))
    again.labels["t1"] = "new"
    assert len(tape.steps) == len(again.steps) - 1 and "new" not in tape.labels.values()


def test_a_copied_list_has_arrays_of_its_own():
    tape = trace(lambda x: x * x, x=np.ones(3))
    again = copy.deepcopy(tape)
    again.inputs["x"][:] = 2.0
    assert tape.evaluate().tolist() == [1.0] * 3 and again.evaluate().tolist() == [4.0] * 3


def test_a_long_list_is_copied():
    tape = WengertList(x=1.0)
    for k in range(100_000):
        tape.record("add", f"t{k}" if k else "x", 1.0)
    assert copy.deepcopy(tape).evaluate() == pickle.loads(pickle.dumps(tape)).evaluate() == 100_001
