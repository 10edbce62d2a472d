"""The drawing of a computation graph: the same text on every run, and a picture from Graphviz."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from pygraphviz import AGraph

from helpers.graph import draw
from helpers.value import Value
from helpers.wengert import WengertList, trace

ROOT = Path(__file__).resolve().parent.parent

# x is used twice, a constant stands on the left, one step has a label.
PROGRAM = """
from helpers.graph import draw
from helpers.value import Value

x, w = Value(3.0, label="x"), Value(-0.5, label="w")
product = w * x
product.label = "product"
y = (2 * product + x * x).tanh() / w
y.backward()
print(draw(y).dot)
print(draw(y))
"""


def small():
    """2 · a · b + a at a = 1.5, b = −2: Values, after backward()."""
    a, b = Value(1.5, label="a"), Value(-2.0, label="b")
    output = 2 * a * b + a
    output.label = "y"
    output.backward()
    return output


def in_a_fresh_process(hash_seed):
    environment = os.environ | {"PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=60)
    return done.stdout


def test_two_processes_write_the_same_text_byte_for_byte():
    first = in_a_fresh_process(1)
    assert first == in_a_fresh_process(2)
    assert b"0x" not in first and b"product" in first


def test_the_same_program_writes_the_same_text_again():
    assert draw(small()).dot == draw(small()).dot


def test_the_text_form():
    assert str(draw(small())) == repr(draw(small()))
    assert str(draw(small())).splitlines() == [
        "a (input): data 1.5, grad -3, feeds t1, t3",
        "b (input): data -2, grad 3, feeds t2",
        "t1 = 2 × a: data 3, grad -2, feeds t2",
        "t2 = t1 × b: data -6, grad 1, feeds t3",
        "t3 = t2 + a: data -4.5, grad 1, feeds nothing",
    ]


def test_the_nodes_and_edges():
    dot = AGraph(string=draw(small()).dot)
    boxes = {n: dot.get_node(n).attr["label"].split("\\n") for n in dot.nodes() if "op" not in n}
    assert boxes.pop("t1_0") == ["2"]
    assert boxes == {
        "in1": ["a", "data 1.5000", "grad -3.0000"],
        "in2": ["b", "data -2.0000", "grad 3.0000"],
        "t1": ["t1", "data 3.0000", "grad -2.0000"],
        "t2": ["t2", "data -6.0000", "grad 1.0000"],
        "t3": ["y", "data -4.5000", "grad 1.0000"],
    }
    assert sorted(dot.edges()) == sorted(
        [
            ("t1_0", "op_t1"),
            ("in1", "op_t1"),
            ("op_t1", "t1"),
            ("t1", "op_t2"),
            ("in2", "op_t2"),
            ("op_t2", "t2"),
            ("t2", "op_t3"),
            ("in1", "op_t3"),
            ("op_t3", "t3"),
        ]
    )
    assert [dot.get_node(f"op_t{i}").attr["label"] for i in (1, 2, 3)] == ["×", "×", "+"]
    assert dot.graph_attr["rankdir"] == "LR"


def test_a_number_used_twice_in_one_operation_has_two_edges():
    a = Value(3.0, label="a")
    dot = draw(a * a).dot
    assert dot.count("in1 -> op_t1") == 2
    assert "feeds t1\n" in str(draw(a * a)), "and is named once in words"


def test_gradients_are_those_that_the_values_hold_now():
    a = Value(3.0, label="a")
    y = a * a
    assert "a (input): data 3, grad 0" in str(draw(y))
    y.backward()
    assert "a (input): data 3, grad 6" in str(draw(y))


def test_a_list_is_drawn_with_its_own_adjoints():
    tape = trace(lambda a, b: 2 * a * b + a, a=1.5, b=-2.0)
    assert str(draw(tape)) == str(draw(small()))


def test_a_list_of_arrays_shows_their_shapes():
    tape = trace(lambda x, w: x * w, x=np.ones((5, 1)), w=np.ones(3))
    graph = draw(tape)
    assert "t1 = x × w: data array (5, 3)" in str(graph)
    assert "data array (5, 3)" in graph.dot


@pytest.mark.parametrize("label", ["a:b", "t1_0", "op_t1", "t2", "in2", 'say "a"', "<b>", "a\\b"])
def test_any_label_is_only_a_label(label):
    """Names of nodes are numbers: a colon would be a port, and another node may be called so."""
    first, second = Value(1.0, label=label), Value(2.0, label="second")
    dot = AGraph(string=draw(3 * first + second).dot)
    assert len(dot.nodes()) == 2 + 2 + 2 + 1
    assert set(dot.predecessors("op_t1")) == {"t1_0", "in1"}
    assert set(dot.predecessors("op_t2")) == {"t1", "in2"}


def test_leaves_may_share_a_label():
    dot = AGraph(string=draw(Value(1.0, label="w") * Value(2.0, label="w")).dot)
    labels = [dot.get_node(n).attr["label"].split("\\n")[:2] for n in ("in1", "in2")]
    assert sorted(labels) == [["w", "data 1.0000"], ["w", "data 2.0000"]]


def test_a_leaf_alone():
    assert str(draw(Value(2.0, label="a"))) == "a (input): data 2, grad 0, feeds nothing"


def test_every_operation_has_a_symbol():
    tape = WengertList(x=0.5, y=2.0)
    shown = {}
    for name in ("add", "sub", "mul", "div", "power", "neg", "exp", "maximum", "sigmoid"):
        step = tape.record(name, *("x", "y")[: 1 if name in ("neg", "exp", "sigmoid") else 2])
        shown[step] = name
    dot = AGraph(string=draw(tape).dot)
    symbols = [dot.get_node(f"op_{step}").attr["label"] for step in shown]
    assert symbols == ["+", "−", "×", "/", "**", "−", "exp", "maximum", "sigmoid"]


def test_graphviz_draws_a_picture():
    svg = draw(small())._repr_svg_()
    assert svg.startswith("<svg") and svg.rstrip().endswith("</svg>")
    for text in (">a<", ">y<", ">grad &#45;3.0000<", ">×<"):
        assert text in svg.replace("grad -3", "grad &#45;3"), text
    assert svg.count('class="edge"') == 9


@pytest.mark.parametrize("wrong", [3.0, None, "a + b", [Value(1.0)], lambda x: x], ids=str)
def test_only_values_and_lists_are_drawn(wrong):
    with pytest.raises(TypeError, match="draw takes a Value or a WengertList, got "):
        draw(wrong)
