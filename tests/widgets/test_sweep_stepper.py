"""The sweep stepper without a browser: its lines, its drawing, its forms, and what it refuses.

The real JavaScript runs in Node, and has to agree with the sweeps in Python.
"""

import json
import math
import random
import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers import rules
from helpers.image import inline
from helpers.value import Value
from helpers.wengert import WengertList, trace
from helpers.widgets import SweepStepper
from helpers.widgets.network_explorer.explorer import network
from helpers.widgets.shared.program import program
from helpers.widgets.shared.template import short, significant
from helpers.widgets.sweep_stepper.explorer import MOST_STEPS, moves
from helpers.widgets.sweep_stepper.layout import ABOVE, BELOW, layout, spread
from helpers.widgets.sweep_stepper.slopes import TEXTS, slope_texts
from tests import missing_slopes
from tests.javascript import run_node

NEURON_INPUTS = {"w": 2.0, "b": 0.0, "x": 1.0, "t": 10.0}


def neuron_loss(w, b, x, t):
    return (1 / (1 + rules.exp(-(w * x + b))) - t) ** 2


def diamond(a):
    b = a + a
    return (b * a) * b + rules.sin(b)


NEURON = trace(neuron_loss, **NEURON_INPUTS)
LISTS = {
    "neuron": NEURON,
    "square": trace(lambda x: x * x, x=-3.0),
    "diamond": trace(diamond, a=0.7),
    "network": trace(network, x=0.5, target=0.9, w11=0.5, w21=-0.3, w12=-0.5, w22=0.8),
    "every rule": trace(
        lambda x, y: (
            rules.sigmoid(x) / rules.sqrt(y)
            - rules.tanh(x) * rules.log(y)
            + rules.maximum(x, abs(-y)) ** 3
            + rules.relu(x) * rules.cos(y)
        ),
        x=0.4,
        y=1.7,
    ),
}
each_list = pytest.mark.parametrize("tape", LISTS.values(), ids=LISTS)


def in_node(tapes=(), numbers=()):
    """What the JavaScript makes of both sweeps of the lists, and the texts of the numbers."""
    sweeps = [{"program": program(t), "moves": moves(t), "inputs": t.inputs} for t in tapes]
    asked = {"sweeps": sweeps, "numbers": list(numbers)}
    return run_node("tests/js/sweep_stepper/run.mjs", data=asked)


# ------------------------------------------------------------------ the lines


def test_the_lines_of_the_neuron():
    lines = moves(NEURON)
    assert lines[:9] == [["start"], *(["forward", f"t{k}"] for k in range(1, 9))]
    assert lines[9] == ["seed", "t8"]
    contributions = "t8 0, t7 0, t7 1, t6 1, t5 1, t4 0, t3 0, t2 0, t2 1, t1 0, t1 1"
    assert [f"{step} {i}" for _, step, i in lines[10:]] == contributions.split(", ")


def test_both_operands_of_a_square_have_a_line():
    assert moves(LISTS["square"])[2:] == [
        ["seed", "t1"],
        ["reverse", "t1", 0],
        ["reverse", "t1", 1],
    ]


def test_what_the_output_does_not_depend_on_has_a_value_and_hands_nothing_on():
    tape = trace(lambda x: {"unused": rules.exp(x), "output": 2 * x}, x=1.0)
    assert moves(tape) == [
        ["start"],
        ["forward", "t1"],
        ["forward", "t2"],
        ["seed", "t2"],
        ["reverse", "t2", 1],
    ]


def test_javascript_computes_what_the_sweeps_in_python_do():
    for tape, found in zip(LISTS.values(), in_node(LISTS.values())["sweeps"], strict=True):
        primals = tape.forward_sweep()
        adjoints = tape.reverse_sweep(primals)
        assert found["primals"] == pytest.approx(
            {name: primals[name] for name in found["primals"]}, rel=1e-12, abs=0
        )
        assert found["adjoints"] == pytest.approx(adjoints, rel=1e-12, abs=1e-15)
        steps = {step.name: step for step in tape.steps}
        for line in found["lines"]:
            if line["kind"] == "reverse":
                _, rule, operands = steps[line["step"]]
                at = [primals[x] for x in operands]
                slope = rule.partials[line["operand"]](*at, primals[line["step"]])
                assert line["local"] == pytest.approx(slope, rel=1e-12)
                assert line["number"] == pytest.approx(adjoints[line["step"]] * slope, rel=1e-12)
                assert line["to"] == operands[line["operand"]]


def test_a_slope_that_meets_a_zero_need_not_exist():
    """0 · sqrt(x) at 0: in the browser that slope is infinite, and what it hands on is 0."""
    lists = [missing_slopes.times_zero(rule, at) for rule, at, _ in missing_slopes.CASES]
    for tape, found in zip(lists, in_node(lists)["sweeps"], strict=True):
        assert found["adjoints"] == tape.reverse_sweep(tape.forward_sweep()), tape.steps


def test_the_numbers_that_the_course_prints():
    sweep = in_node([NEURON])["sweeps"][0]
    expected = [2, 2, -2, 0.135335283, 1.135335283, 0.880797078, -9.119202922, 83.159861933]
    assert [sweep["primals"][f"t{k}"] for k in range(1, 9)] == pytest.approx(expected, abs=1e-9)
    expected = [-1.914915622, -1.914915622, 1.914915622, 14.149418953, 14.149418953]
    expected += [-18.238405844, -18.238405844, 1]
    assert [sweep["adjoints"][f"t{k}"] for k in range(1, 9)] == pytest.approx(expected, abs=1e-9)


def test_python_and_javascript_write_the_same_digits():
    rng = random.Random(3)
    numbers = [0.0, 1.0, -2.5, 0.1328125, 0.0009765625, 123456.5, 999999.5, 1e6, 1e-4, 9.9999995e-5]
    numbers += [rng.choice((1, -1)) * 10 ** rng.uniform(-12, 25) for _ in range(300)]
    numbers += [rng.randrange(1 << 20) / 1024 for _ in range(300)]  # many a tie
    assert in_node(numbers=numbers)["texts"] == [significant(x) for x in numbers]
    assert [significant(x) for x in (math.nan, math.inf, -math.inf)] == ["undefined", "∞", "−∞"]


# ------------------------------------------------------------------ local derivatives as texts


def test_the_local_derivatives_of_the_neuron_read_as_in_the_notebook():
    texts = slope_texts(NEURON)
    assert texts["t1"] == ["x", "w"]
    assert texts["t3"] == ["−1"]
    assert texts["t4"] == ["exp(t3)"]
    assert texts["t6"][1] == "−1/t5²"
    assert texts["t7"] == ["1", "−1"]
    assert texts["t8"][0] == "2 × t7"
    cube = trace(lambda x: (x**3) * -2.0, x=2.0)
    assert slope_texts(cube) == {"t1": ["3 × x ** 2", "t1 × log(x)"], "t2": ["(−2)", "t1"]}


@pytest.mark.parametrize("rule", rules.RULES.values(), ids=rules.RULES)
@pytest.mark.parametrize("point", [(0.7, 1.3), (1.9, 0.4)])
def test_each_text_is_what_the_rule_book_computes(rule, point):
    at = point[: rule.arity]
    value = rule(*at)
    assert len(TEXTS[rule.name]) == rule.arity
    for text, partial in zip(TEXTS[rule.name], rule.partials, strict=True):
        python = text.format(*at, v=value).replace("×", "*").replace("−", "-")
        python = re.sub(r"([\d.]+)²", r"\1**2", python).replace(", ", " ")
        python = python.replace("0 -1 if", "0 else -1 if")  # a case more, in words
        assert eval(python, vars(math)) == pytest.approx(partial(*at, value), rel=1e-12)


# ------------------------------------------------------------------ from a notebook


def test_it_starts_at_nothing_computed():
    stepper = SweepStepper(NEURON)
    assert stepper.values == {"step": 0.0}
    assert not stepper.predict
    assert stepper.sliders["step"].max == 20
    assert repr(stepper) == "SweepStepper(step=0)"


def test_position_predict_and_sliders_for_inputs():
    ranges = {"w": (-3, 3), "b": (-1, 1), "t": (0, 2000)}
    stepper = SweepStepper(NEURON, ranges, predict=True, position=9)
    assert stepper.predict
    assert stepper.values == {"step": 9.0, "w": 2.0, "b": 0.0, "t": 10.0}
    assert stepper.figure.start == stepper.values
    assert [stepper.sliders[name].step for name in ranges] == [0.01, 0.01, 10.0]
    stepper.values = {"w": -1.5, "step": 3}
    stepper.predict = False
    assert stepper.values["w"] == -1.5
    assert not stepper.figure.predict


def test_the_list_of_a_value():
    a = Value(3.0, label="a")
    square = a * a
    square.label = "square"
    stepper = SweepStepper(square + a)
    assert [str(step) for step in stepper.tape.steps] == ["t1 = a × a", "t2 = t1 + a"]
    picture, sentence = stepper.still()
    assert "t1 square" in picture
    assert "the output t2 is 12, and its derivative is 7 with respect to a." in sentence


# ------------------------------------------------------------------ the still form


def graph_of(stepper):
    picture = stepper.still()[0]
    return ElementTree.fromstring(picture[picture.index("<svg") : picture.index("</svg>") + 6])


def texts_of(graph, attribute):
    return {
        part.get(attribute): part.text for part in graph.iter() if part.get(attribute) is not None
    }


@each_list
def test_the_still_graph_holds_every_value_and_adjoint(tape):
    graph = graph_of(SweepStepper(tape))
    primals = tape.forward_sweep()
    adjoints = tape.reverse_sweep(primals)
    values = {name: short(primals[name]) for name in adjoints}
    assert texts_of(graph, "data-value") == values
    shown = {name: f"← {short(adjoint)}" for name, adjoint in adjoints.items()}
    assert texts_of(graph, "data-adjoint") == shown


def test_the_still_form_follows_the_sliders():
    stepper = SweepStepper(NEURON, {"w": (-3, 3)})
    stepper.values = {"w": -1.0}
    picture, sentence = stepper.still()
    primals = NEURON.forward_sweep(w=-1.0)
    assert f"the output t8 is {significant(primals['t8'])}" in sentence
    assert texts_of(graph_of(stepper), "data-value")["t1"] == "−1"
    assert NEURON.table(w=-1.0)._repr_html_() in picture


def test_a_slider_may_be_moved_to_where_the_sweeps_stop():
    stepper = SweepStepper(trace(lambda x: rules.sqrt(x) + 1 / x, x=1.0), {"x": (0, 2)})
    stepper.values = {"x": 0.0}
    picture, sentence = stepper.still()
    assert sentence.startswith("Both sweeps stop: step t2 = 1 / x: 1 / 0 is not defined")
    graph = graph_of(stepper)
    assert texts_of(graph, "data-value") == {"x": "0", "t1": "0", "t2": None, "t3": None}
    assert set(texts_of(graph, "data-adjoint").values()) == {None}
    assert "It stops: step t2" in picture
    assert "Both sweeps stop" in stepper._repr_mimebundle_()["text/html"]


def test_a_slider_may_be_moved_to_where_a_slope_does_not_exist():
    stepper = SweepStepper(trace(lambda x: rules.sqrt(x) * 3, x=1.0), {"x": (0, 2)})
    stepper.values = {"x": 0.0}
    graph = graph_of(stepper)
    assert texts_of(graph, "data-value") == {"x": "0", "t1": "0", "t2": "0"}
    assert texts_of(graph, "data-adjoint") == {"x": None, "t1": "← 3", "t2": "← 1"}


def test_the_sentence_of_the_neuron():
    assert SweepStepper(NEURON).still()[1] == (
        "After both sweeps: the output t8 is 83.1599, and its derivative is −1.91492 with respect "
        "to w, −1.91492 with respect to b, −3.82983 with respect to x, 18.2384 with respect to t. "
        "In the graph each node has its value, and after ← its adjoint."
    )


def test_a_small_output_without_code_or_addresses_the_same_each_time():
    first, second = (SweepStepper(NEURON)._repr_mimebundle_()["text/html"] for _ in range(2))
    assert first == second
    assert len(inline(first)) < 25_000
    assert "_esm" not in first
    assert not re.search(r"IPY_MODEL_\w{32}|0x[0-9a-f]{6}", first)
    state = json.loads(re.search(r'widget-state">(.*?)</script>', first, re.DOTALL)[1])
    figure = next(m["state"] for m in state["state"].values() if "moves" in m["state"])
    assert figure["module"] == "sweep_stepper"
    assert figure["moves"] == moves(NEURON)
    assert figure["rule_texts"]["exp"] == "exp({0})"


def test_names_are_text_and_not_markup():
    tape = WengertList(**{'<b>"&': 2.0})
    tape.record("mul", '<b>"&', '<b>"&')
    tape.labels = {"t1": "<i>"}
    graph = graph_of(SweepStepper(tape))
    assert texts_of(graph, "data-node").keys() == {'<b>"&', "t1"}
    assert "t1 <i>" in [part.text for part in graph.iter()]


# ------------------------------------------------------------------ the layout


@each_list
def test_lines_go_from_left_to_right_and_nodes_do_not_overlap(tape):
    nodes, edges = layout(tape)
    for edge in edges:
        stops = [nodes[edge.source], *edge.via, nodes[edge.step]]
        columns = [stop.column for stop in stops]
        assert columns == list(range(columns[0], columns[-1] + 1)), "one stop in each column"
    everything = {*nodes.values(), *(lane for edge in edges for lane in edge.via)}
    for a in everything:
        for b in everything:
            if a != b and a.column == b.column and a.y <= b.y:
                assert b.y - a.y >= BELOW[a.kind] + ABOVE[b.kind] - 0.2, (a, b)
    assert min(node.y - ABOVE[node.kind] for node in everything) == pytest.approx(0, abs=0.1)


def test_an_input_stands_beside_its_first_user():
    nodes, _ = layout(NEURON)
    assert [nodes[name].column for name in ("w", "x", "b", "t", "t8")] == [0, 0, 1, 6, 8]


def test_positions_near_to_wishes():
    assert spread([0, 10], [1, 1], [0, 5]) == [0, 10], "there is room"
    assert spread([0, 0], [1, 1], [0, 10]) == [-5, 5], "both give way"
    assert spread([0, 0], [9, 1], [0, 10]) == [-1, 9], "the lighter gives way"
    assert spread([0, 0, 0], [1, 1, 1], [0, 2, 4]) == pytest.approx([-8 / 3, -2 / 3, 10 / 3])


# ------------------------------------------------------------------ what it refuses


def long_list(steps):
    tape = WengertList(x=1.0)
    for _ in range(steps):
        tape.record("sin", f"t{len(tape.steps)}" if tape.steps else "x")
    return tape


def with_output(output):
    tape = long_list(2)
    tape.output = output
    return tape


REFUSED = [
    (
        TypeError,
        "takes a WengertList or a Value, got 3.0 (float): trace",
        lambda: SweepStepper(3.0),
    ),
    (
        TypeError,
        "input 'x' is an array of shape (3,)",
        lambda: SweepStepper(trace(lambda x: x * x, x=np.ones(3))),
    ),
    (ValueError, "has no steps", lambda: SweepStepper(WengertList(x=1.0))),
    (ValueError, "has no steps", lambda: SweepStepper(Value(1.0))),
    (ValueError, "has 41 steps, and a reader can follow", lambda: SweepStepper(long_list(41))),
    (ValueError, "is the constant 3", lambda: SweepStepper(with_output(3.0))),
    (
        ValueError,
        "input 'x' is inf",
        lambda: SweepStepper(trace(lambda x: x * x, x=math.inf)),
    ),
    (
        ValueError,
        "cannot be called 'step'",
        lambda: SweepStepper(trace(lambda step: step * step, step=1.0)),
    ),
    (
        ValueError,
        "step should lie in [0.0, 20.0], got 21",
        lambda: SweepStepper(NEURON, position=21),
    ),
    (
        ValueError,
        "the sweeps of this list stop, so give its inputs other values: step t1 = 1 / x: 1 / 0 is",
        lambda: SweepStepper(trace(lambda x: 1 / x, x=0.0)),
    ),
    (
        ValueError,
        "give its inputs other values: step t1 = sqrt(x): sqrt(0) has a value there, but no deriv",
        lambda: SweepStepper(trace(lambda x: rules.sqrt(x) + 1, x=0.0)),
    ),
    (
        ValueError,
        "give its inputs other values: step t1 = sqrt(x1)",
        lambda: SweepStepper(rules.sqrt(Value(0.0)) + 1),
    ),
    (ValueError, "a whole number of lines", lambda: SweepStepper(NEURON, position=1.5)),
    (TypeError, "step should be a number", lambda: SweepStepper(NEURON, position="1")),
    (TypeError, "ranges come as {input: (low", lambda: SweepStepper(NEURON, ranges=["w"])),
    (ValueError, "no input 'v' to move", lambda: SweepStepper(NEURON, {"v": (0, 1)})),
    (ValueError, "the range of w, (3, 4)", lambda: SweepStepper(NEURON, {"w": (3, 4)})),
    (ValueError, "the range of w, (2, 2)", lambda: SweepStepper(NEURON, {"w": (2, 2)})),
    (TypeError, "the range of w is (low, high)", lambda: SweepStepper(NEURON, {"w": 3})),
    (
        ValueError,
        "'name' cannot have a slider",
        lambda: SweepStepper(trace(lambda name: name * name, name=1.0), {"name": (0, 2)}),
    ),
]


@pytest.mark.parametrize(
    ("error", "words", "make"), REFUSED, ids=[words for _, words, _ in REFUSED]
)
def test_an_error_says_what_is_wrong(error, words, make):
    with pytest.raises(error, match=re.escape(words)):
        make()


def test_as_many_steps_as_it_takes():
    assert SweepStepper(long_list(MOST_STEPS)).sliders["step"].max == 2 * MOST_STEPS + 1
    assert SweepStepper(with_output("x")).figure.moves[-1] == ["seed", "x"]


def test_an_input_may_be_called_like_a_trait_of_the_figure():
    tape = trace(lambda name, start: name * start, name=2.0, start=5.0)
    assert SweepStepper(tape).still()[1].startswith("After both sweeps: the output t1 is 10,")


def test_a_label_may_hold_signs_that_markup_may_not():
    a = Value(1.0, label="a\nb")
    output = a * 2
    output.label = "x\x00y\x1b"
    picture, _ = SweepStepper(output).still()
    assert "x y" in picture
    assert not {"\x00", "\x1b"} & set(picture)
