"""From a function to a list."""

import copy
import functools
import math
import operator
import re
from collections import namedtuple

import numpy as np
import pytest

from helpers import rules
from helpers.toy_network import Weights, forward
from helpers.wengert import WengertList, trace


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
