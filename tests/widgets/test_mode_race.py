"""The mode race without a browser: its function, its counts, its numbers, and the output's forms.

The real JavaScript runs in Node, and has to agree with Python at every setting.
"""

import json
import math
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from itertools import pairwise

import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from helpers.finite_differences import gradient
from helpers.image import inline
from helpers.operations import count_jacobian
from helpers.widgets import ModeRace
from helpers.widgets.mode_race.drawing import HIGH, LENGTH, WIDE
from helpers.widgets.mode_race.function import INPUTS, MOST, network, race
from helpers.widgets.mode_race.numbers import race_numbers, verdict
from tests.javascript import run_node

SIZES = range(1, MOST + 1)
SETTINGS = [(n, m) for n in SIZES for m in SIZES]


def entries(numbers, mode):
    """The Jacobian as the figure shows it, in numbers."""
    texts = [
        [numbers[f"{mode} y{j + 1} x{i + 1}"] for i in range(numbers["n"])]
        for j in range(numbers["m"])
    ]
    return [[float(text.replace("−", "-")) for text in row] for row in texts]


# ------------------------------------------------------------------ the function and its counts


@pytest.mark.parametrize("n", SIZES)
def test_the_entries_are_the_derivatives(n):
    numbers = race_numbers(n, MOST)
    for j in range(MOST):
        slopes = gradient(lambda *x, j=j: network(*x)[f"y{j + 1}"], list(INPUTS[:n]))
        for mode in ("forward", "reverse"):
            assert entries(numbers, mode)[j] == pytest.approx(slopes, abs=0.005 + 1e-6)


@pytest.mark.parametrize(("n", "m"), SETTINGS)
def test_both_modes_arrive_at_the_same_numbers_none_of_them_zero(n, m):
    numbers = race_numbers(n, m)
    assert entries(numbers, "forward") == entries(numbers, "reverse")
    assert all(x for row in entries(numbers, "forward") for x in row)
    beyond = [text for name, text in numbers.items() if re.match(r"\w+ y\d x\d", name)]
    assert sum(text != "" for text in beyond) == 2 * n * m


@pytest.mark.parametrize(("n", "m"), SETTINGS)
def test_the_operations_are_those_of_the_whole_jacobian(n, m):
    numbers = race_numbers(n, m)
    counts = count_jacobian(race(n).tape, race(n).outputs[:m])
    assert (numbers["forward operations"], numbers["reverse operations"]) == counts
    assert (numbers["forward sweeps"], numbers["reverse sweeps"]) == (n, m)


@pytest.mark.parametrize(("n", "m"), SETTINGS)
def test_fewer_sweeps_win_but_for_near_ties(n, m):
    words = race_numbers(n, m)["verdict"]
    if n == m:
        assert words.startswith("Nearly a tie")
    elif words.startswith("Nearly a tie"):
        assert (n, m) == (8, 7)
    else:
        assert words == ("Forward mode wins." if n < m else "Reverse mode wins.")


def test_verdicts():
    assert verdict({"forward": 100, "reverse": 100}) == "A tie."
    near = "Nearly a tie: reverse mode is ahead by 4."
    assert verdict({"forward": 100, "reverse": 96}) == near
    assert verdict({"forward": 100, "reverse": 95}) == "Reverse mode wins."
    assert verdict({"forward": 95, "reverse": 100}) == "Forward mode wins."


# ------------------------------------------------------------------ JavaScript


def test_javascript_has_the_same_numbers_at_every_setting():
    figure = ModeRace().figure
    asked = {"races": figure.races, "rules": figure.rules, "settings": SETTINGS}
    answers = run_node("tests/js/mode_race/run.mjs", data=asked)
    for (n, m), answer in zip(SETTINGS, answers, strict=True):
        expected = race_numbers(n, m)
        assert answer["numbers"].keys() == expected.keys()
        wrong = {k: x for k, x in expected.items() if answer["numbers"][k] != x}
        assert not wrong, (n, m, wrong)
        assert answer["apart"] < 1e-14, "more digits than the figure shows"


# ------------------------------------------------------------------ from a notebook


def test_it_starts_with_four_inputs_and_one_output():
    explorer = ModeRace()
    assert explorer.values == {"inputs": 4.0, "outputs": 1.0}
    assert repr(explorer) == "ModeRace(inputs=4, outputs=1)"
    assert explorer.numbers["forward sweeps"] == 4
    assert explorer.numbers["verdict"] == "Reverse mode wins."
    explorer.values = {"inputs": 2, "outputs": 7}
    assert explorer.numbers["reverse sweeps"] == 7
    assert explorer.numbers["verdict"] == "Forward mode wins."
    assert explorer.still() == ModeRace(2, 7).still()


@pytest.mark.parametrize(
    ("sizes", "error", "words"),
    [
        ({"inputs": 9}, ValueError, r"inputs should lie in \[1.0, 8\], got 9"),
        ({"outputs": 0}, ValueError, "outputs should lie in"),
        ({"inputs": 2.5}, ValueError, "inputs should be a whole number, got 2.5"),
        ({"outputs": math.nan}, ValueError, "outputs should lie in"),
        ({"outputs": "2"}, TypeError, r"outputs should be a number, got '2' \(str\)"),
    ],
)
def test_other_sizes_are_refused(sizes, error, words):
    with pytest.raises(error, match=words):
        ModeRace(**sizes)
    explorer = ModeRace()
    with pytest.raises(error, match=words):
        explorer.values = {"inputs": 3, "outputs": 2} | sizes
    assert explorer.values == {"inputs": 4, "outputs": 1}


# ------------------------------------------------------------------ the still form


def panels(explorer):
    """The two drawings."""
    root = ElementTree.fromstring(explorer.still()[0])
    return root.findall(".//{http://www.w3.org/2000/svg}svg")


def parts(svg, kind):
    return [part for part in svg.iter() if part.get("class") == kind]


@pytest.mark.parametrize(("n", "m"), [(4, 1), (1, 1), (1, 8), (8, 1), (3, 5), (8, 8)])
def test_the_still_picture_shows_the_end_of_the_race(n, m):
    numbers = race_numbers(n, m)
    totals = {mode: numbers[f"{mode} operations"] for mode in ("forward", "reverse")}
    longest = max(totals.values())
    for mode, svg in zip(totals, panels(ModeRace(n, m)), strict=True):
        [frame] = parts(svg, "frame")
        assert float(frame.get("width")) == WIDE * n
        assert float(frame.get("height")) == HIGH * m
        shown = [text.text for text in parts(svg, "entries")[0] if text.text]
        assert len(shown) == n * m
        assert shown[0] == numbers[f"{mode} y1 x1"]
        filled = [(float(r.get("width")), float(r.get("height"))) for r in parts(svg, "filled")]
        column, row = (WIDE, HIGH * m), (WIDE * n, HIGH)
        sweeps = [column] * n if mode == "forward" else [row] * m
        assert [size for size in filled if all(size)] == sweeps
        [track], [values], swept = (parts(svg, kind) for kind in ("track", "values", "swept"))
        width = sum(float(part.get("width")) for part in (values, *swept))
        assert width == pytest.approx(LENGTH * totals[mode] / longest, abs=0.5)
        assert float(track.get("width")) == pytest.approx(width, abs=0.5)
        [mark] = [part.text for part in parts(svg, "mark")]
        assert mark.startswith("✓") == (totals[mode] == min(totals.values()))
        assert f"{totals[mode]} of {totals[mode]} operations. The Jacobian" in svg.get("aria-label")


def test_entries_of_a_row_do_not_run_together():
    """Between any two is as much room as a digit takes, in the widest of the usual fonts."""
    font = FontProperties(family="DejaVu Sans")

    for svg in panels(ModeRace(8, 8)):
        [entries] = parts(svg, "entries")
        size = float(entries.get("font-size"))

        def width(text, size=size):
            return TextPath((0, 0), text, size=size, prop=font).get_extents().width

        places = [(x.get("y"), float(x.get("x")), x.text) for x in entries]
        for (y, end, _), (next_y, next_end, text) in pairwise(places):
            assert y != next_y or next_end - width(text) - end > width("0"), text


def test_the_sentence():
    assert ModeRace().still()[1] == (
        "4 inputs and 1 output: forward mode takes 4 sweeps and 221 operations, reverse mode "
        "1 sweep and 100. Reverse mode wins."
    )
    assert ModeRace(1, 1).still()[1] == (
        "1 input and 1 output: forward mode takes 1 sweep and 77 operations, reverse mode "
        "1 sweep and 79. Nearly a tie: forward mode is ahead by 2."
    )


def html(explorer):
    return explorer._repr_mimebundle_()["text/html"]


def test_the_output_is_the_same_on_every_run_and_small():
    code = (
        "import sys; from helpers.widgets import ModeRace\n"
        "sys.stdout.buffer.write(ModeRace()._repr_mimebundle_()['text/html'].encode())"
    )
    env = os.environ | {"PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    assert done.stdout.decode() == html(ModeRace()) == html(ModeRace())
    assert len(ModeRace(8, 8).still()[0].encode()) < 16_000
    figure = ModeRace().figure
    assert len(json.dumps([figure.races, figure.rules])) < 18_000


def test_the_block_holds_the_picture_the_words_and_a_valid_state():
    explorer = ModeRace(3, 2, name="who-wins")
    text = inline(html(explorer))
    for part in explorer.still():
        assert part in text
        assert "{" not in part
    assert 'data-widget="ModeRace" id="who-wins"' in text
    assert "_esm" not in text and "_css" not in text
    assert not re.search(r"[0-9a-f]{32}|0x", text)
    stored = json.loads(re.search(r'<script type="application/json"[^>]*>(.*?)</script>', text)[1])
    [figure] = [m["state"] for m in stored["state"].values() if m["model_module"] == "anywidget"]
    assert figure["module"] == "mode_race"
    assert figure["start"] == {"inputs": 3.0, "outputs": 2.0}
    assert len(figure["races"]) == MOST and figure["rules"].keys() == {"add", "mul", "tanh"}
