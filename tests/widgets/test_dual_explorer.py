"""The dual explorer without a browser: its numbers, its words, and the forms of its output."""

import json
import math
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from itertools import pairwise

import mpmath
import numpy as np
import pytest

from helpers.rules import absolute, exp, log, maximum, sin, sqrt
from helpers.widgets import DualExplorer
from helpers.widgets.dual_explorer.drawing import HIGH, RIGHT, WIDE, ticks
from helpers.widgets.dual_explorer.functions import FUNCTIONS, window
from tests.javascript import run_node

PRODUCT, CHAIN, LOGARITHM, CIRCLE = FUNCTIONS
EXPLORER = DualExplorer()


def explorer_at(function=PRODUCT, a=1.0, tangent=1.0):
    """The one explorer of these tests, in a given setting."""
    EXPLORER.function, EXPLORER.values = function, {"a": a, "tangent": tangent}
    return EXPLORER


def parts(explorer, kind):
    """The parts of the picture of this class."""
    picture = ElementTree.fromstring(explorer.still()[0])
    return [e for e in picture.iter() if e.get("class") == kind]


def lines(explorer):
    """The lines of the table, as texts."""
    [table] = parts(explorer, "dual-table")
    return [
        ["".join(cell.itertext()) for cell in row] for row in table.findall(".//{*}tbody/{*}tr")
    ]


# ------------------------------------------------------------------ numbers


def test_the_numbers_of_the_course():
    numbers = DualExplorer().numbers
    assert numbers["f(a)"] == pytest.approx(math.e + 3, rel=1e-15)
    assert numbers["f'(a)"] == numbers["rise"] == pytest.approx(3 * math.e + 3, rel=1e-15)
    assert (numbers["t3"], numbers["t3.tangent"]) == pytest.approx((math.e, 3 * math.e))


ORACLES = {
    PRODUCT: lambda x: x**2 * mpmath.exp(x) + 3 * x,
    CHAIN: lambda x: mpmath.sin(x**2),
    LOGARITHM: lambda x: x * mpmath.log(x),
    CIRCLE: lambda x: mpmath.sqrt(4 - x**2),
}


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("a", [0.07, 1.3, 1.98])
def test_values_and_derivatives_agree_with_high_precision(name, a):
    numbers = explorer_at(name, a, tangent=-0.3).numbers
    with mpmath.workdps(40):
        value, slope = (float(mpmath.diff(ORACLES[name], a, n)) for n in (0, 1))
    assert numbers["f(a)"] == pytest.approx(value, rel=1e-13)
    assert numbers["f'(a)"] == pytest.approx(slope, rel=1e-13)
    assert numbers["rise"] == pytest.approx(-0.3 * slope, rel=1e-13)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_step_has_the_tangent_of_the_lists_own_sweep(name):
    explorer = explorer_at(name, 1.37, 0.8)
    tape, numbers = explorer.functions[name].tape, explorer.numbers
    primals = tape.forward_sweep(x=1.37)
    for step, tangent in tape.tangent_sweep(primals, x=0.8).items():
        if step != "x":
            assert numbers[step] == primals[step]
            assert numbers[f"{step}.tangent"] == pytest.approx(tangent, rel=1e-14)


def test_the_tangent_scales_everything_in_the_part_with_epsilon():
    one, none = explorer_at(tangent=1).numbers, explorer_at(tangent=0).numbers
    twice = explorer_at(tangent=2).numbers
    for step in ("t1", "t2", "t3", "t4", "t5"):
        assert one[step] == twice[step] == none[step]
        assert twice[f"{step}.tangent"] == 2 * one[f"{step}.tangent"] != 0
        assert none[f"{step}.tangent"] == 0
    assert one["f'(a)"] == twice["f'(a)"] == none["f'(a)"]


# ------------------------------------------------------------------ words and table


@pytest.mark.parametrize(
    ("setting", "sentence", "caption"),
    [
        ((PRODUCT, 1), "At a = 1 the function is 5.718 and its derivative is 11.15: x = 1 + 1ε "
         "goes in, 5.718 + 11.15ε comes out.", "ȧ = 1 across, f′(a)·ȧ = 11.15 up. This rise is"),
        ((CIRCLE, 1, 2), "x = 1 + 2ε goes in, 1.732 − 1.155ε comes out.", "f′(a)·ȧ = −1.155 up."),
        ((PRODUCT, 1, 0), "5.718 + 0ε comes out. Without a tangent at the input, none comes out.",
         "With ȧ = 0 there is no way across and no rise, whatever the slope."),
        ((CIRCLE, 2), "the function is 0 and has no derivative: t3 = sqrt(t2) has no slope",
         "Here the curve has no tangent"),
        ((CIRCLE, 2, 0), "has no derivative", "Here the curve has no tangent"),
        ((LOGARITHM, -1), "At a = −1 the function has no finite value: the program stops at "
         "t1 = log(x).", "Here there is no point on the curve."),
        ((LOGARITHM, 0, 0), "At a = 0 the function has no finite value", "no point on the curve"),
    ],
)  # fmt: skip
def test_each_case_in_words(setting, sentence, caption):
    explorer = explorer_at(*setting)
    plain = {0x00A0: " ", 0x2060: None}
    assert sentence in explorer.still()[1].translate(plain)
    assert caption in explorer.numbers["caption"].translate(plain)


def test_the_table_of_the_course():
    assert lines(explorer_at()) == [
        ["x", "a + ȧε", "1", "+ 1 ε"],
        ["t1", "x ** 2", "1", "+ 2 ε"],
        ["t2", "exp(x)", "2.71828", "+ 2.71828 ε"],
        ["t3", "t1 × t2", "2.71828", "+ 8.15485 ε"],
        ["t4", "3 × x", "3", "+ 3 ε"],
        ["t5", "t3 + t4", "5.71828", "+ 11.1548 ε"],
    ]
    [output] = parts(EXPLORER, "dual-output")
    assert output[0].text == "t5"


def test_a_line_that_is_not_reached_has_no_number():
    assert lines(explorer_at(LOGARITHM, -1, 0.5)) == [
        ["x", "a + ȧε", "−1", "+ 0.5 ε"], ["t1", "log(x)", "—", "—"], ["t2", "x × t1", "—", "—"],
    ]  # fmt: skip
    assert lines(explorer_at(CIRCLE, -2))[2:] == [["t2", "4 − t1", "0", "+ 4 ε"],
                                                  ["t3", "sqrt(t2)", "0", "—"]]  # fmt: skip
    numbers = explorer_at(LOGARITHM, -1).numbers
    assert all(math.isnan(numbers[x]) for x in ("f(a)", "f'(a)", "rise", "t1", "t2.tangent"))


def test_what_overflows_has_no_value_either():
    explorer = DualExplorer(lambda x: exp(exp(x)), a=9, range=(0, 10))
    assert "has no finite value: the program stops at t2 = exp(t1)." in explorer.still()[1]
    explorer.values = {"a": 6.5}
    assert explorer.numbers["f(a)"] == math.exp(math.exp(6.5))


# ------------------------------------------------------------------ the picture


def place(explorer, x, y):
    """Where a point of the plane stands in the panel."""
    f = explorer.functions[explorer.function]
    return WIDE * (x - f.left) / (f.right - f.left), HIGH * (f.high - y) / (f.high - f.low)


def ends(line):
    """Both ends of a line: x1, y1, x2, y2."""
    return [float(line.get(key)) for key in ("x1", "y1", "x2", "y2")]


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize(("a", "tangent"), [(1, 1), (0.4, -0.7), (1.9, 0.3)])
def test_point_tangent_run_and_rise_stand_where_they_should(name, a, tangent):
    explorer = explorer_at(name, a, tangent)
    n = explorer.numbers
    here = place(explorer, a, n["f(a)"])
    [dot], [line], [run], [rise] = (parts(explorer, x) for x in ("dot", "tangent", "run", "rise"))
    assert (float(dot.get("cx")), float(dot.get("cy"))) == pytest.approx(here, abs=0.06)
    for x, y in (ends(line)[:2], ends(line)[2:]):
        assert -0.01 <= x <= WIDE and -0.01 <= y <= HIGH
        right, up = place(explorer, a + 1, n["f(a)"] + n["f'(a)"])
        cross = (x - here[0]) * (up - here[1]) - (y - here[1]) * (right - here[0])
        length = math.hypot(right - here[0], up - here[1])
        assert abs(cross) / length < 0.1, "the end of the line lies on the tangent"
    corner = place(explorer, a + tangent, n["f(a)"])
    assert ends(run) == pytest.approx([*here, *corner], abs=0.06)
    tip = place(explorer, a + tangent, n["f(a)"] + n["rise"])
    if 0 < tip[1] < HIGH:
        assert ends(rise) == pytest.approx([*corner, *tip], abs=0.06)


def test_the_curve_goes_through_its_points_and_stops_where_there_is_no_value():
    """Of the four curves that are there the third is shown."""
    curve = parts(explorer_at(LOGARITHM), "curve")[2]
    drawn = [tuple(map(float, p.split())) for p in re.findall(r"[ML]([\d. ]+)", curve.get("d"))]
    assert len(drawn) > 50
    for across, down in drawn:
        f = EXPLORER.functions[LOGARITHM]
        x = f.left + across / WIDE * (f.right - f.left)
        assert x > 0
        assert down == pytest.approx(place(EXPLORER, x, x * math.log(x))[1], abs=0.5)


def shown_parts(element):
    """The parts that are shown: those in a group with display="none" are not."""
    if element.get("display") != "none":
        yield element
        for child in element:
            yield from shown_parts(child)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_in_every_setting_all_that_is_shown_is_in_the_picture(name):
    for a in np.arange(-2, 2.1, 0.5):
        for tangent in (-2, -0.1, 0, 2):
            picture, sentence = explorer_at(name, float(a), tangent).still()
            assert not re.search(r"nan|undefined|∞|\{", picture + sentence, re.IGNORECASE)
            for element in ElementTree.fromstring(picture).iter():
                for key, value in element.items():
                    if key in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy"):
                        assert 0 <= float(value) <= 340, f"{key} at {a}, {tangent}"


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("a", [-2.0, 2.0])
@pytest.mark.parametrize("tangent", [-2.0, 2.0])
def test_the_run_ends_in_the_picture_at_the_ends_of_both_sliders(function, a, tangent):
    numbers = explorer_at(function, a, tangent).numbers
    assert 0 <= numbers["end.x"] <= 1
    if numbers["run.display"] != "none":
        assert numbers["end.x"] - numbers["at.x"] == pytest.approx(tangent / 8)
        assert numbers["rise.display"] != "none"
        assert ("the rise goes on" in numbers["caption"]) == (numbers["tip.y"] in (0, 1))


@pytest.mark.parametrize(
    ("setting", "hidden"),
    [
        ((PRODUCT, 1, 1), set()),
        ((PRODUCT, 1, 0), {"run", "rise", "tip"}),
        ((PRODUCT, 2, 2), {"tip"}),  # a + ȧ is in the picture, the tip is above it
        ((PRODUCT, 2, 1), {"tip"}),  # the tip is above it
        ((CIRCLE, 0, 1), {"tip"}),  # the rise is 0
        ((CIRCLE, 2, 1), {"tangent", "run", "rise", "tip"}),
        ((LOGARITHM, -1, 1), {"dot", "tangent", "run", "rise", "tip"}),
    ],
)
def test_what_is_not_there_is_not_drawn(setting, hidden):
    picture = ElementTree.fromstring(explorer_at(*setting).still()[0])
    shown = {part.get("class") for part in shown_parts(picture)}
    assert {"dot", "tangent", "run", "rise", "tip"} - shown == hidden


def test_a_curve_that_shoots_away_does_not_flatten_the_rest():
    explorer = DualExplorer(lambda x: 1 / x, range=(-2, 2.5))
    f = explorer.functions[explorer.function]
    assert -10 < f.low < -2 and 2 < f.high < 10
    explorer.values = {"a": 0.01}
    assert "outside of the picture, at the height 100." in explorer.numbers["caption"]
    assert explorer.numbers["f'(a)"] == pytest.approx(-1e4)
    assert window([3.0, 3.0, 3.0]) == (2, 4)


UNUSUAL = [
    (lambda x: exp(3 * x) * 1e5, {}),
    (lambda x: -1.23456e-200 * x**3 * exp(x), {}),
    (lambda x: -1.23456e300 * x**2, {}),
    (lambda x: 1e305 * x, {}),
    (lambda x: (x - 1) * 5e-324, {}),
    (lambda x: 0 * x + 1e300, {}),
    (lambda x: 0 * x + 1e17, {}),
    (lambda x: 1e-20 * x + 1, {}),
    (lambda x: 12345.678 + 0.01 * x, {}),
    (lambda x: (x - 1000) ** 2, {"a": 1000, "range": (1000, 1000.001)}),
    (lambda x: x**5, {"range": (-1000, 1e6)}),
    (lambda x: x**2, {"range": (-1e4, 1e4)}),
    (lambda x: sqrt(x), {"a": 0, "range": (0, 1e-300)}),
]


@pytest.mark.parametrize(("f", "options"), UNUSUAL)
def test_huge_tiny_and_flat_functions_have_a_picture_with_room_for_every_number(f, options):
    """A letter of 14 pixels is up to 8 wide; what stands in the panel has a rim and no place."""
    for tangent in (-2, 0.7, 2):
        picture, sentence = DualExplorer(f, tangent=tangent, **options).still()
        assert not re.search(r"nan|undefined|∞", picture + sentence, re.IGNORECASE)
        panel = next(ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}svg"))
        width, texts = float(panel.get("width")), {"middle": [], "end": []}
        for part in shown_parts(panel):
            if part.get("class") == "scale":
                texts[part.get("text-anchor")].append(part)
        below = [(float(x.get("x")), x.text) for x in texts["middle"]]
        spans = [(x - 4 * len(text), x + 4 * len(text)) for x, text in below]
        assert all(left >= 0 and right <= width for left, right in spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        assert all(8 * len(part.text) <= float(part.get("x")) for part in texts["end"])
        for side in texts.values():
            assert len({part.text for part in side}) == len(side), "numbers can be told apart"
        [label] = [x for x in shown_parts(panel) if x.get("class") == "rise-label"] or [None]
        if label is not None:
            edge = float(label.get("x")) + width - WIDE - RIGHT
            size = 7.5 * len(label.text) * (1 if label.get("text-anchor") == "start" else -1)
            assert 0 <= edge + size <= width


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(-3.2, 3.2, [-3, -2, -1, 0, 1, 2, 3]), (0.1, 0.9, [0.2, 0.4, 0.6, 0.8])],
)
def test_the_scales_have_round_numbers(low, high, expected):
    assert ticks(low, high) == pytest.approx(expected)


# ------------------------------------------------------------------ JavaScript


def test_javascript_shows_what_python_shows():
    settings = [
        {"function": i, "a": a, "tangent": tangent}
        for i in range(4)
        for a in (-2, -1.37, -0.5, 0, 0.03, 1, 1.99, 2)
        for tangent in (-2, -0.1, 0, 1, 1.7)
    ]
    figure, names = EXPLORER.figure, list(FUNCTIONS)
    data = {"functions": figure.functions, "words": figure.words, "drawing": figure.drawing}
    answers = run_node("tests/js/dual_explorer/fill.mjs", data=data | {"settings": settings})
    for setting, there in zip(settings, answers, strict=True):
        explorer = explorer_at(names[setting["function"]], setting["a"], setting["tangent"])
        here = explorer.numbers
        assert there["rows"] == lines(explorer)
        assert there["drawing"].removesuffix("</div>") in explorer.still()[0]
        assert there["numbers"].keys() - here.keys() == {"stop"}
        assert_same(there["numbers"], here)


def assert_same(there, here):
    """All numbers and texts of Python are those of JavaScript."""
    for key, x in here.items():
        y = there[key]
        if isinstance(x, float):
            y = math.nan if y is None else y
            assert y == pytest.approx(x, rel=1e-12, abs=1e-12, nan_ok=True), key
        else:
            assert y == x, key


def test_javascript_agrees_about_unusual_functions():
    explorers = [DualExplorer(f, **options) for f, options in UNUSUAL]
    settings = [
        {"function": i, "a": a, "tangent": tangent}
        for i, explorer in enumerate(explorers)
        for a in np.linspace(*explorer.figure.ranges["a"], 5)
        for tangent in (-2, 0.7)
    ]
    functions = [explorer.figure.functions[0] for explorer in explorers]
    data = {"functions": functions, "words": EXPLORER.figure.words, "drawing": ""}
    answers = run_node("tests/js/dual_explorer/fill.mjs", data=data | {"settings": settings})
    for setting, there in zip(settings, answers, strict=True):
        explorer = explorers[setting["function"]]
        explorer.values = {"a": setting["a"], "tangent": setting["tangent"]}
        here = {key: x for key, x in explorer.numbers.items() if not key.startswith("shown.")}
        assert there["rows"] == lines(explorer)
        assert_same(there["numbers"], here)


# ------------------------------------------------------------------ settings and forms


def test_settings_by_name_and_their_change():
    explorer = DualExplorer(CHAIN, a=-0.5, tangent=2, range=(-1, 1))
    assert explorer.values == {"a": -0.5, "tangent": 2.0}
    assert repr(explorer) == f"DualExplorer(a=-0.5, tangent=2, function={CHAIN!r})"
    assert explorer.figure.start == {"a": -0.5, "tangent": 2.0, "function": CHAIN}
    assert explorer.figure.choices == {"function": list(FUNCTIONS)}
    explorer.function, explorer.values = LOGARITHM, {"a": 0.25}
    assert explorer.numbers["f'(a)"] == math.log(0.25) + 1
    with pytest.raises(ValueError, match="no function 'x'; choose from"):
        explorer.function = "x"


def test_a_function_of_the_readers_own_is_shown_alone():
    def f(x):
        inside = maximum(x, 0.5) * -2
        return {"inside": inside, "f": absolute(inside) / 3}

    explorer = DualExplorer(f, a=2, range=(0, 3))
    assert explorer.figure.choices == {"function": ["the function"]}
    assert lines(explorer)[1:] == [
        ["t1", "maximum(x, 0.5)", "2", "+ 1 ε"], ["t2", "t1 × (−2)", "−4", "− 2 ε"],
        ["t3", "|t2|", "4", "+ 2 ε"], ["t4", "t3 / 3", "1.33333", "+ 0.666667 ε"],
    ]  # fmt: skip
    assert explorer.numbers["f'(a)"] == pytest.approx(2 / 3)
    assert DualExplorer(sin, a=0).numbers["rise"] == 1


def test_a_product_of_x_with_itself_and_a_step_that_nothing_needs():
    explorer = DualExplorer(lambda x: {"unused": exp(x), "f": x * x}, a=1.5)
    assert (explorer.numbers["f(a)"], explorer.numbers["f'(a)"]) == (2.25, 3)


WRONG = [
    ({"f": "x²"}, ValueError, "no function 'x²'; choose from 'x² eˣ"),
    ({"f": 2.0}, TypeError, r"a function of one number is needed, got 2.0 \(float\)"),
    ({"f": math.sin}, TypeError, "helpers.rules"),
    ({"f": np.sin}, TypeError, "with a traced x, .* operators and the functions of helpers.rules"),
    ({"f": lambda x: None}, TypeError, "and return a number"),
    ({"f": lambda x: 2.0}, ValueError, "does not depend on x: its value is always 2"),
    ({"f": lambda x: x}, ValueError, "returns x itself: there is no step to show"),
    ({"f": lambda x: x if x > 0 else -x}, TypeError, "compared"),
    ({"f": lambda x: sqrt(-x), "range": (0.5, 2)}, ValueError, "no value anywhere from 0.5 to 2"),
    ({"a": 3}, ValueError, r"the range of a, \(-2, 2\), should go upward and hold its value 3"),
    ({"a": "1"}, TypeError, r"a should be a number, got '1' \(str\)"),
    ({"range": (2, -2)}, ValueError, "should go upward"),
    ({"range": 2}, TypeError, r"the range of a is \(low, high\), got 2"),
    ({"tangent": 5}, ValueError, r"tangent should lie in \[-2.0, 2.0\], got 5"),
    ({"tangent": None}, TypeError, "tangent should be a number, got None"),
]


@pytest.mark.parametrize(("options", "error", "words"), WRONG)
def test_what_is_wrong_is_said(options, error, words):
    with pytest.raises(error, match=words):
        DualExplorer(**options)


def test_the_three_forms():
    bundle = DualExplorer(lambda x: log(x) * maximum(x, 1))._repr_mimebundle_()
    assert set(bundle) == {
        "text/plain", "text/html", "application/vnd.jupyter.widget-view+json",
    }  # fmt: skip
    assert "0x" not in bundle["text/plain"]
    html = DualExplorer()._repr_mimebundle_()["text/html"]
    assert "_esm" not in html and "_css" not in html
    state = json.loads(re.search(r'-state">(.*?)</script>', html, re.DOTALL)[1])
    [figure] = [m["state"] for m in state["state"].values() if m["model_module"] == "anywidget"]
    assert figure["module"] == "dual_explorer"
    assert figure["functions"][0]["computes"] == ["x ** 2", "exp(x)", "t1 × t2", "3 × x", "t3 + t4"]
    picture = html.split('<div class="course-widget-still">')[1].split("<p><small>")[0]
    assert len(picture.encode()) < 25_000


def test_the_html_is_the_same_on_every_run():
    def run(seed):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        code = "from helpers.widgets import DualExplorer as Explorer; "
        code += "print(Explorer()._repr_mimebundle_()['text/html'])"
        command = [sys.executable, "-c", code]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    assert run("1") == run("2") != b""
