"""The drawing of a computation graph: the same text on every run, and a picture from Graphviz."""

import html
import math
import os
import re
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from pygraphviz import AGraph

from helpers import rules
from helpers.graph import draw
from helpers.image import inline
from helpers.value import Value
from helpers.wengert import WengertList, trace

ROOT = Path(__file__).resolve().parent.parent.parent

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
        "a (input): data 1.5, grad −3, feeds t1, t3",
        "b (input): data −2, grad 3, feeds t2",
        "t1 = 2 × a: data 3, grad −2, feeds t2",
        "t2 = t1 × b: data −6, grad 1, feeds t3",
        "t3 (y) = t2 + a: data −4.5, grad 1, feeds nothing",
    ]


def test_the_nodes_and_edges():
    dot = AGraph(string=draw(small()).dot)
    boxes = {n: dot.get_node(n).attr["label"].split("\\n") for n in dot.nodes() if "op" not in n}
    assert boxes.pop("t1_0") == ["2"]
    assert boxes == {
        "in1": ["a", "data 1.5", "grad −3"],
        "in2": ["b", "data −2", "grad 3"],
        "t1": ["t1", "data 3", "grad −2"],
        "t2": ["t2", "data −6", "grad 1"],
        "t3": ["t3 · y", "data −4.5", "grad 1"],
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
    tape = trace(lambda a, b: {"y": 2 * a * b + a}, a=1.5, b=-2.0)
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
    assert sorted(labels) == [["x1 · w", "data 1"], ["x2 · w", "data 2"]]


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
    assert symbols == ["+", "−", "×", "/", "**", "−", "exp", "max", "σ"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1e-7, "1e−07"),
        (-18.238405844, "−18.24"),
        (0.135335283, "0.1353"),
        (-0.0, "0"),
        (0.00004, "4e−05"),
        (123456.0, "1.235e+05"),
        (float("inf"), "inf"),
    ],
)
def test_numbers_have_four_digits_that_count(number, text):
    """A small number is never 0.0000."""
    assert f'label="a\\ndata {text}\\ngrad 0"' in draw(Value(number, label="a")).dot


def test_operands_come_in_their_order():
    """So that a picture of a − b is not one of b − a."""
    a, b = Value(1.0, label="a"), Value(2.0, label="b")
    assert height_of(draw(a - b), "a") < height_of(draw(a - b), "b")
    assert height_of(draw(b - a), "b") < height_of(draw(b - a), "a")


# ------------------------------------------------------------------ the picture and the words

SVG = "{http://www.w3.org/2000/svg}"


def svg_of(graph):
    shown = inline(graph._repr_html_())
    return ElementTree.fromstring(shown[shown.index("<svg") : shown.index("</svg>") + 6])


def height_of(graph, title):
    """How far below the upper edge of the picture a title stands."""
    return next(
        int(text.get("y")) for text in svg_of(graph).iter(f"{SVG}text") if text.text == title
    )


def texts_of(graph):
    return [text.text for text in svg_of(graph).iter(f"{SVG}text")]


def test_the_picture_shows_every_node():
    svg = svg_of(draw(small()))
    assert texts_of(draw(small())) == [
        *("a", "data", "1.5", "grad", "−3"),
        *("b", "data", "−2", "grad", "3"),
        *("2", "×", "t1", "data", "3", "grad", "−2"),
        *("×", "t2", "data", "−6", "grad", "1"),
        *("+", "t3 · y", "data", "−4.5", "grad", "1"),
    ]
    assert len([*svg.iter(f"{SVG}circle")]) == 3, "operations"
    boxes = [(box.get("stroke-width"), box.get("rx")) for box in svg.iter(f"{SVG}rect")]
    assert boxes == 2 * [("3", None)] + 3 * [(None, "8")], "inputs differ in form"
    assert len([*svg.iter(f"{SVG}path")]) == 2 * 9, "each line has a tip"


def test_the_picture_brings_no_colour_that_may_not_suit_the_page():
    shown = inline(draw(small())._repr_html_())
    paints = set(re.findall(r'(?:fill|stroke|color)(?:="|: )([^";]+)', shown))
    assert paints == {"currentColor", "none", "var(--course-accent, currentColor)"}


def test_lines_end_at_the_shapes_that_they_join():
    """Where Graphviz put a shape is where it is drawn, in the same size."""
    svg = svg_of(draw(small()))
    ends = [path.get("d").split("L")[0][1:] for path in svg.iter(f"{SVG}path")][1::2]
    ends = [tuple(map(float, end.split())) for end in ends]
    circles = [[float(c.get(k)) for k in ("cx", "cy", "r")] for c in svg.iter(f"{SVG}circle")]
    at_circle = [
        any(abs(math.hypot(x - cx, y - cy) - r) < 2 for cx, cy, r in circles) for x, y in ends
    ]
    lefts = [float(box.get("x")) for box in svg.iter(f"{SVG}rect")]
    at_box = [any(abs(x - left) < 2 for left in lefts) for x, _ in ends]
    assert (sum(at_circle), sum(at_box)) == (6, 3)


@pytest.mark.parametrize(
    ("label", "width"), [("product", 60), ("WWWWWWWW", 120), ("予測値 学習率の初期値", 140)]
)
def test_a_box_is_as_wide_as_its_label(label, width):
    """The widths are those of DejaVu Sans Bold and Noto Sans CJK at 13 pixels, rounded up."""
    box = next(svg_of(draw(Value(1.0, label=label) * 2)).iter(f"{SVG}rect"))
    assert float(box.get("width")) >= width


def test_drawing_is_quiet(capfd):
    """A native library that warns about this machine's fonts would stand in the notebook."""
    draw(small())._repr_html_()
    assert capfd.readouterr() == ("", "")


def test_the_picture_is_the_same_again():
    assert draw(small())._repr_html_() == draw(small())._repr_html_()


@pytest.mark.parametrize("label", ["<b>", "a & b", 'say "a"', "a\\n", "\\N", "{x}", "%s", "é 予"])
def test_a_label_stands_in_the_picture_as_it_is(label):
    graph = draw(Value(1.0, label=label) * 2)
    assert texts_of(graph)[0] == label
    assert f'<th scope="row">{html.escape(label)}</th>' in graph._repr_html_()


@pytest.mark.parametrize("label", ["two\nlines", "a\tb", "nil\x00", "bell\x07", "half \ud83d"])
def test_what_cannot_be_drawn_of_a_label_is_a_space(label, capfd):
    """Graphviz does not take the first four of them as they are, SVG not the last three."""
    graph = draw(Value(1.0, label=label) * 2)
    ElementTree.fromstring(graph._repr_html_().encode())
    shown = "".join(x if x.isprintable() else " " for x in label).rstrip()
    assert texts_of(graph)[0].rstrip() == shown
    assert len(str(graph).splitlines()) == 2
    assert capfd.readouterr() == ("", "")


def test_the_words_are_a_table_beneath_the_picture():
    graph = draw(small())
    shown = graph._repr_html_()
    words = shown[shown.index("<details>") :]
    assert "<summary>The graph in words</summary>" in words
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td></tr>', words)
    assert [(title, *cells.split("</td><td>")) for title, cells in rows] == [
        ("a", "input", "1.5", "−3", "t1, t3"),
        ("b", "input", "−2", "3", "t2"),
        ("t1", "2 × a", "3", "−2", "t2"),
        ("t2", "t1 × b", "−6", "1", "t3"),
        ("t3 (y)", "t2 + a", "−4.5", "1", "nothing"),
    ]


def test_the_picture_has_a_name():
    name = 'role="img" tabindex="0" aria-label="Computation graph, inputs: 2, operations: 3"'
    assert name in draw(small())._repr_html_()


# ------------------------------------------------------------------ a list that stops


def test_a_list_without_a_value_is_drawn_as_far_as_it_goes():
    graph = draw(trace(lambda x: 3 * rules.exp(1 / x), x=0.0))
    assert str(graph).splitlines() == [
        "x (input): data 0, grad —, feeds t1",
        "t1 = 1 / x: data —, grad —, feeds t2",
        "t2 = exp(t1): data —, grad —, feeds t3",
        "t3 = 3 × t2: data —, grad —, feeds nothing",
        "It stops: step t1 = 1 / x: 1 / 0 is not defined: 'div' takes a divisor that is not 0.",
    ]
    assert texts_of(graph)[:5] == ["x", "data", "0", "grad", "—"]
    assert html.escape(str(graph).splitlines()[-1]) in graph._repr_html_()
    assert 'label="t1\\ndata —\\ngrad —"' in graph.dot


def test_a_list_without_a_slope_is_drawn_as_far_as_it_goes():
    graph = draw(trace(lambda x: rules.sqrt(x) + 1, x=0.0))
    *nodes, note = str(graph).splitlines()
    assert nodes == [
        "x (input): data 0, grad —, feeds t1",
        "t1 = sqrt(x): data 0, grad 1, feeds t2",
        "t2 = t1 + 1: data 1, grad 1, feeds nothing",
    ]
    assert note.startswith("It stops: step t1 = sqrt(x): sqrt(0) has a value there, but no deriv")


def test_a_graph_that_does_not_stop_has_no_note():
    assert "<p>" not in draw(small())._repr_html_()


# ------------------------------------------------------------------ without Graphviz


class Broken:
    """Finds pygraphviz, and not what it needs: a machine without those libraries."""

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "pygraphviz":
            raise ImportError("libgobject-2.0.so.0: cannot open shared object file <here>")


@pytest.fixture(params=["not installed", "without a library"])
def without_graphviz(request, monkeypatch):
    for name in [x for x in sys.modules if x.partition(".")[0] == "pygraphviz"]:
        monkeypatch.delitem(sys.modules, name)
    if request.param == "not installed":
        monkeypatch.setitem(sys.modules, "pygraphviz", None)
        return "import of pygraphviz halted"
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    return "libgobject-2.0.so.0: cannot open shared object file &lt;here&gt;"


def test_without_graphviz_the_graph_is_shown_in_words(without_graphviz):
    graph = draw(small())
    shown = graph._repr_html_()
    assert shown.startswith('<div class="course-graph">\n<p>For the picture Graphviz is needed')
    assert "pip install pygraphviz" in shown and "libglib2.0-0, libxrender1 and libxext6" in shown
    assert without_graphviz in shown
    assert "<svg" not in shown
    words = shown[: shown.index("<details>")]
    assert words.count('<th scope="row">') == 5, "the words are not folded, there is nothing else"
    dot = re.search(r"<details>.*<pre>(.*)</pre>", shown, re.DOTALL)[1]
    assert html.unescape(dot) == graph.dot
    ElementTree.fromstring(shown)


def test_without_graphviz_a_note_is_shown_too(without_graphviz):
    assert "It stops: step t1 = 1 / x" in draw(trace(lambda x: 1 / x, x=0.0))._repr_html_()


def test_without_graphviz_everything_else_works(without_graphviz):
    assert draw(small()).dot.startswith('digraph "graph" {')
    assert "t3 (y) = t2 + a" in str(draw(small()))


def test_nbval_compares_all_but_the_picture():
    rules = ConfigParser()
    rules.read(ROOT / "tests/nbval.cfg")
    rule = rules["graphviz"]
    shown = draw(small())._repr_html_()
    left = re.sub(rule["regex"], rule["replace"], shown)
    image = shown[shown.index("<img") : shown.index("/>") + 2]
    assert left == shown.replace(image, rule["replace"])


def test_a_long_chain_is_drawn_and_a_longer_one_refused(capfd):
    y = Value(0.5, label="x")
    for _ in range(300):
        y = y * 1.01
    assert texts_of(draw(y)).count("×") == 300
    assert capfd.readouterr() == ("", ""), "Graphviz warns of graphs that are larger"
    with pytest.raises(ValueError, match=r"up to 300 steps, got 301: .* Draw a Value from within"):
        draw(y.tanh())


@pytest.mark.parametrize("wrong", [3.0, None, "a + b", [Value(1.0)], abs], ids=str)
def test_only_values_and_lists_are_drawn(wrong):
    with pytest.raises(TypeError, match="draw takes a Value or a WengertList, got "):
        draw(wrong)
