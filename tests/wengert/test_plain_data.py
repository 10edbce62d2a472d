"""The list as plain data, there and back."""

import json
import math

import numpy as np
import pytest

from helpers.rules import RULES
from helpers.wengert import WengertList, trace
from tests.neuron import POINT, neuron_by_hand


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
