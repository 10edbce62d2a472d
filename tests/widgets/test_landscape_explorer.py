"""The landscape explorer without a browser: its values, the forms of its output, its picture."""

import json
import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from helpers.rules import exp, log, relu, sigmoid, tanh
from helpers.toy_network import Weights, loss
from helpers.wengert import trace
from helpers.widgets import LandscapeExplorer
from helpers.widgets.landscape_explorer.drawing import CEILING, CELLS, SIDE, VIRIDIS
from helpers.widgets.shared.program import program
from tests.javascript import run_node

WEIGHTS = ("w11", "w12", "w21", "w22")
START = {
    "w11": 2.5, "w21": -1.0, "w12": 1.2, "w22": 0.8, "x": 0.8, "target": 1.9, "learning_rate": 0.05,
}  # fmt: skip
SVG = "{http://www.w3.org/2000/svg}"


def loss_of(x, target, w11, w21, w12, w22):
    return loss(x, Weights(w11, w12, w21, w22), target)


def html_of(explorer):
    return explorer._repr_mimebundle_()["text/html"]


def state_of(explorer):
    """The state of the figure in the block of HTML."""
    text = re.search(r'class="course-widget-state">(.*?)</script>', html_of(explorer), re.DOTALL)[1]
    models = json.loads(text)["state"].values()
    return next(m["state"] for m in models if m["state"].get("module") == "landscape_explorer")


# ------------------------------------------------------------------ values


def test_it_starts_on_the_landscape_of_notebook_01():
    explorer = LandscapeExplorer()
    assert explorer.values == START
    point = {name: x for name, x in START.items() if name != "learning_rate"}
    assert explorer.numbers["loss"] == loss_of(**point)
    assert explorer.numbers["slope.across"] == pytest.approx(5.0112, abs=1e-12)
    assert explorer.numbers["slope.up"] == pytest.approx(-12.528, abs=1e-12)
    assert explorer.path == explorer.guesses == []


def test_axes_and_start_values_by_name():
    explorer = LandscapeExplorer(horizontal="w22", vertical="w12", learning_rate=0.3, w11=-1)
    assert explorer.values == START | {"learning_rate": 0.3, "w11": -1.0}
    assert explorer.numbers["across"] == 0.8
    assert explorer.numbers["up"] == 1.2
    start = explorer.figure.start
    assert start == explorer.values | {"horizontal": "w22", "vertical": "w12"}
    assert explorer.figure.choices.keys() == {"horizontal", "vertical"}
    assert all(sorted(options) == list(WEIGHTS) for options in explorer.figure.choices.values())


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"horizontal": "w13"}, ValueError, "horizontal should be one of w11, w12, w21, w22, got"),
        ({"vertical": 3}, ValueError, "vertical should be one of w11, w12, w21, w22, got 3"),
        ({"vertical": ["w11"]}, ValueError, r"vertical should be one of .* got \['w11'\]"),
        ({"vertical": "w11"}, ValueError, "both axes are 'w11': a landscape needs two weights"),
        ({"w11": 3.6}, ValueError, r"w11 should lie in \[-3.5, 3.5\], got 3.6"),
        ({"learning_rate": 0}, ValueError, r"learning_rate should lie in \[0.01, 1.0\], got 0"),
        ({"x": "0.5"}, TypeError, r"x should be a number, got '0.5' \(str\)"),
        ({"rate": 0.1}, ValueError, "no slider 'rate'; the sliders are w11, .*, learning_rate"),
    ],
)
def test_what_cannot_be_shown_is_refused(arguments, error, words):
    with pytest.raises(error, match=words):
        LandscapeExplorer(**arguments)


def test_path_and_guesses_are_read_as_the_browser_writes_them():
    explorer = LandscapeExplorer()
    explorer.figure.path = [[[2.5, -1.0, 9.8], [2.25, -0.37, 3.2]]]
    explorer.figure.guesses = [[0.5, 0.25, 1.1]]
    assert explorer.path == [[(2.5, -1.0, 9.8), (2.25, -0.37, 3.2)]]
    assert explorer.guesses == [(0.5, 0.25, 1.1)]


# ------------------------------------------------------------------ the forms of its output


def test_the_output_is_the_same_every_time_and_holds_no_javascript():
    first, second = html_of(LandscapeExplorer()), html_of(LandscapeExplorer())
    assert first == second
    assert '"_esm"' not in first and '"_css"' not in first
    assert state_of(LandscapeExplorer())["learning_rate"] == 0.05


def test_the_three_forms():
    forms = LandscapeExplorer()._repr_mimebundle_()
    assert {"text/html", "text/plain"} < forms.keys()
    assert "application/vnd.jupyter.widget-view+json" in forms
    assert forms["text/plain"].startswith("LandscapeExplorer(w11=2.5, w21=-1,")
    assert " at 0x" not in forms["text/plain"]


def test_a_picture_is_small():
    for axes in ({}, {"horizontal": "w12", "vertical": "w22"}, {"vertical": "w12", "target": 3}):
        assert len(LandscapeExplorer(**axes).still()[0].encode()) < 25_000


def test_the_sentence_names_the_axes_and_says_what_the_picture_shows():
    _, sentence = LandscapeExplorer().still()
    assert sentence == (
        "w11 = 2.50, w21 = −1.00: loss 9.8094, gradient (5.01, −12.53), learning rate 0.05."
    )
    _, sentence = LandscapeExplorer(horizontal="w22", vertical="w12", w22=-0.25).still()
    assert sentence.startswith("w22 = −0.25, w12 = 1.20: loss ")


# ------------------------------------------------------------------ the picture


def picture(**arguments):
    return ElementTree.fromstring(LandscapeExplorer(**arguments).still()[0])


def painted(svg):
    """The colour of each cell, the lowest row first, and how many cells are painted twice."""
    cells = np.full((CELLS, CELLS), "", dtype=object)
    twice = 0
    for path in svg.iterfind(f".//{SVG}g[@class='heat']/{SVG}path"):
        if "fill" not in path.attrib:
            continue
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path.attrib["d"]):
            run = cells[int(y), int(x) : int(x) + int(width)]
            twice += int(np.sum(run != ""))
            run[:] = path.attrib["fill"]
    return cells[::-1], twice


@pytest.mark.parametrize(
    "arguments",
    [{}, {"horizontal": "w12", "vertical": "w11", "x": 0.3}, {"x": 0.0, "target": 3.0}],
)
def test_each_cell_has_the_colour_of_the_loss_in_its_middle(arguments):
    cells, twice = painted(picture(**arguments))
    assert twice == 0
    axes = {"horizontal": "w11", "vertical": "w21"} | arguments
    values = START | arguments
    middles = [-3.5 + 7 * (k + 0.5) / CELLS for k in range(CELLS)]
    for i, up in enumerate(middles):
        for j, across in enumerate(middles):
            point = values | {axes["horizontal"]: across, axes["vertical"]: up}
            height = loss_of(**{name: point[name] for name in (*WEIGHTS, "x", "target")})
            level = min(int((height / CEILING) ** 0.5 * len(VIRIDIS)), len(VIRIDIS) - 1)
            assert cells[i, j] == VIRIDIS[level], (i, j)


def test_only_what_is_above_the_scale_is_hatched():
    svg = picture()
    stripes = [
        (int(x), CELLS - int(y))
        for path in svg.iterfind(f".//{SVG}g[@class='heat']/{SVG}path")
        for x, y in re.findall(r"M(\d+) (\d+)l1 -1", path.attrib["d"])
    ]
    assert stripes
    above = LandscapeExplorer().losses(CELLS) > CEILING
    assert sorted(stripes) == sorted((int(j), int(i)) for i, j in np.argwhere(above))
    level = picture(x=0.0)
    assert "l1 -1" not in ElementTree.tostring(level.find(f".//{SVG}g[@class='heat']"), "unicode")


def test_point_and_arrow_stand_where_the_numbers_say():
    svg = picture()
    point = svg.find(f".//{SVG}g[@class='point']").attrib["transform"]
    assert point == f"translate({SIDE * 6 / 7:.1f} {SIDE * 4.5 / 7:.1f})"
    arrow = svg.find(f".//{SVG}g[@class='arrow']").attrib
    degrees = float(re.search(r"rotate\((.*?)\)", arrow["transform"])[1])
    down = np.array([np.cos(np.radians(degrees)), -np.sin(np.radians(degrees))])
    np.testing.assert_allclose(
        down, -np.array([5.0112, -12.528]) / np.hypot(5.0112, 12.528), atol=2e-3
    )
    assert arrow["opacity"] == "1"


def test_there_is_no_arrow_on_the_plain_of_the_dead_unit():
    svg = picture(w11=-1.0)
    assert svg.find(f".//{SVG}g[@class='arrow']").attrib["opacity"] == "0"


def test_the_picture_follows_values_and_axes_that_python_sets():
    explorer = LandscapeExplorer()
    explorer.values = {"x": 0.3, "w11": -0.5}
    explorer.figure.set_trait("horizontal", "w12")
    expected = LandscapeExplorer(x=0.3, w11=-0.5, horizontal="w12").still()
    assert explorer.still() == expected


# ------------------------------------------------------------------ the list over a grid


def smooth(a, b, c):
    return sigmoid(a * b + c) + exp(-abs(a)) * tanh(b) / (1.5 + a * a)


def kinked(a, b, c):
    return relu(a - b) * 2 + abs(b) - relu(c) * a + log(b * b + 1)


@pytest.mark.parametrize(("across", "up"), [("a", "b"), ("b", "a"), ("a", "c"), ("c", "b")])
@pytest.mark.parametrize("function", [smooth, kinked])
def test_javascript_fills_a_grid_as_the_list_does_on_arrays(function, across, up):
    assert_same_grid(trace(function, a=0.5, b=-1.25, c=0.75), across, up)


@pytest.mark.parametrize(("across", "up"), [("w11", "w21"), ("w12", "w11"), ("w22", "w12")])
def test_so_is_the_landscape(across, up):
    assert_same_grid(LandscapeExplorer().tape, across, up)


def assert_same_grid(tape, across, up):
    columns, rows = np.linspace(-3.5, 3.5, 40), np.linspace(-2.0, 3.0, 30)
    job = {
        "program": program(tape),
        "across": {"name": across, "values": columns.tolist()},
        "up": {"name": up, "values": rows.tolist()},
    }
    [heights] = run_node("tests/js/shared/sweep_grids.mjs", data=[job])
    expected = tape.evaluate(**{across: columns[None, :], up: rows[:, None]})
    expected = np.broadcast_to(expected, (30, 40))
    np.testing.assert_allclose(np.reshape(heights, (30, 40)), expected, rtol=1e-12, atol=1e-12)
