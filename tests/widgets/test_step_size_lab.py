"""The step-size lab without a browser: its numbers, its words, and the forms of its output."""

import json
import math
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import mpmath
import numpy as np
import pytest

from helpers.finite_differences import EPSILON, derivative
from helpers.rules import exp, log, relu, sqrt
from helpers.widgets import StepSizeLab
from helpers.widgets.shared.template import fill
from helpers.widgets.step_size_lab import numbers as lab_module
from helpers.widgets.step_size_lab.functions import FUNCTIONS
from tests.javascript import run_node

CUBE, NEAR_0, LARGE, LONG, SINE = FUNCTIONS
METHODS = ["forward", "central"]
LAB = StepSizeLab()


def lab_at(function=CUBE, method="forward", log10_h=-1.0, window="stays put"):
    """The one lab of these tests, in a given setting."""
    LAB.function, LAB.method, LAB.window = function, method, window
    LAB.values = {"log10_h": log10_h}
    return LAB


# ------------------------------------------------------------------ numbers


@pytest.mark.parametrize(
    ("method", "log10_h", "quotient", "error"),
    [
        ("forward", -4, 3.00030001, 3.0e-4),
        ("central", -4, 3.00000001, 1.0e-8),
        ("forward", -16, 0.0, 3.0),
        ("forward", -1, 3.31, 0.31),
    ],
)
def test_the_numbers_of_the_course(method, log10_h, quotient, error):
    numbers = lab_at(CUBE, method, log10_h).numbers
    assert numbers["quotient"] == pytest.approx(quotient, rel=1e-8)
    assert numbers["error"] == pytest.approx(error, rel=5e-3)
    assert numbers["exact"] == 3


def test_the_slope_of_the_long_function():
    assert lab_at(LONG).numbers["exact"] == pytest.approx(4.0534278938986, abs=1e-13)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_derivatives_agree_with_high_precision(name):
    oracles = {LARGE: lambda x: x**3 + 1000, SINE: mpmath.sin}
    oracles[LONG] = lambda x: mpmath.exp(x) / mpmath.sqrt(mpmath.sin(x) ** 3 + mpmath.cos(x) ** 3)
    f, x = oracles.get(name, lambda x: x**3), FUNCTIONS[name][1]
    chosen = LAB.functions[name]
    with mpmath.workdps(40):
        first, second, third = (float(mpmath.diff(f, x, n)) for n in (1, 2, 3))
    assert lab_at(name).numbers["exact"] == pytest.approx(first, rel=1e-13)
    assert chosen.second == pytest.approx(second, rel=1e-13, abs=1e-30)
    assert chosen.third == pytest.approx(third, rel=1e-13)


@pytest.mark.parametrize(
    ("method", "best"),
    [("forward", math.sqrt(4 * EPSILON / 3)), ("central", (4 * EPSILON) ** (1 / 3))],
)
def test_the_best_step_of_the_classic_and_how_it_moves(method, best):
    assert lab_at(CUBE, method).numbers["best.h"] == pytest.approx(best, rel=1e-12)
    assert lab_at(NEAR_0, method).numbers["best.h"] == pytest.approx(best / 100, rel=1e-12)
    assert lab_at(LARGE, method).numbers["best.h"] > 5 * best


@pytest.mark.parametrize(("name", "x", "f", "slope"), [(CUBE, 1, 1, 3), (LARGE, 1, 1001, 3)])
def test_rounding_is_that_of_f_and_that_of_x(name, x, f, slope):
    numbers = lab_at(name, log10_h=-9).numbers
    assert numbers["rounding"] == pytest.approx(EPSILON * (f + x * slope) / 1e-9, rel=1e-12)
    assert "Rounding f and x" in numbers["best"] and "(|f|" in numbers["best"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", [CUBE, NEAR_0, LARGE, LONG])
def test_the_measured_error_stays_near_the_larger_model(name, method):
    """The models are what the picture says they are: within a factor of 10 on the whole V."""
    for log10_h in np.arange(-12.5, -1.5, 0.5):
        numbers = lab_at(name, method, log10_h).numbers
        assert numbers["error"] <= 10 * (numbers["formula"] + numbers["rounding"])
        if numbers["formula"] > 1000 * numbers["rounding"] and log10_h < -3:
            assert numbers["error"] == pytest.approx(numbers["formula"], rel=0.02)


def test_steps_have_three_digits_which_the_words_show_in_full():
    for log10_h in np.arange(-160, 1) / 10:
        h = lab_at(log10_h=log10_h).numbers["h"]
        assert float(fill("{h:e2}", {"h": h}).replace("−", "-")) == h
        assert h == pytest.approx(10**log10_h, rel=5e-3)
    assert lab_at(log10_h=-4).numbers["h"] == 1e-4


# ------------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ((CUBE, "forward", -4), "h = 1e−4, forward difference 3.00030001, exact 3, error 3.0e−4: "
         "the error of the formula dominates"),
        ((CUBE, "forward", -12), "rounding dominates"),
        ((CUBE, "forward", -8), "both errors are about as large"),
        ((CUBE, "forward", -16), "x + h equals x, so the difference is 0 and the “derivative” is"),
        ((LARGE, "forward", -15), "f has the same value at both points"),
        ((SINE, "central", -10), "error 0: exactly 0, for which a logarithmic axis has no place"),
        ((LONG, "forward", 0), "difference undefined, exact 4.0534278939, error undefined: f"),
        ((LONG, "central", 0), "f has no value at one of the two points"),
    ],
)  # fmt: skip
def test_each_case_in_words(setting, words):
    assert words in lab_at(*setting).still()[1]


@pytest.mark.parametrize("log10_h", [-2.3, -4, -8])
def test_slopes_that_differ_never_read_alike(log10_h):
    """However small they are: x³ at 0.01 has the slope 0.0003."""
    lab = StepSizeLab(functions={"x³ at 0.01": (lambda x: x**3, 0.01)}, log10_h=log10_h)
    picture, sentence = lab.still()
    secant, tangent = re.findall(r"(?:secant|tangent): slope ([^<]+)", picture)
    quotient, exact = re.search(r"difference (\S+), exact (\S+),", sentence).groups()
    assert (tangent, exact) == ("3e−4", "0.0003")
    assert secant != tangent and quotient != exact


def test_an_error_beyond_both_models_is_not_blamed_on_one():
    """exp(x) − 1 at 0 rounds inside f, where f(x) = 0 says that nothing does."""
    lab = StepSizeLab(functions={"exp(x) − 1 at 0": (lambda x: exp(x) - 1.0, 0.0)}, log10_h=-12)
    assert "more than both models say" in lab.still()[1]


@pytest.mark.parametrize(
    ("setting", "note"),
    [
        ((CUBE, "forward", -1, "stays put"), "The window is 1 wide."),
        ((CUBE, "forward", 0, "stays put"), "The window is 2.5 wide."),
        ((CUBE, "central", -6, "stays put"), "points are 2e−6 apart: here they fall together"),
        ((CUBE, "central", -6, "zooms with h"), "The window is 2.5e−6 wide."),
        ((CUBE, "central", -15, "zooms with h"), "The stairs are real"),
    ],
)  # fmt: skip
def test_what_is_said_about_the_window(setting, note):
    assert note in lab_at(*setting).numbers["note"]


# ------------------------------------------------------------------ the still picture


def parts(svg, kind):
    """The parts of a drawing of this class."""
    return [e for e in ElementTree.fromstring(svg).iter() if e.get("class") == kind]


def points(path):
    return [tuple(map(float, pair.split())) for pair in re.findall(r"[ML]([\d. ]+)", path)]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", [CUBE, LARGE])
def test_the_error_curve_is_drawn_from_the_errors(name, method):
    picture, _ = lab_at(name, method).still()
    [curve] = parts(picture, "errors")
    f, x, _ = FUNCTIONS[name]
    drawn = points(curve.get("d"))
    assert len(drawn) > 400
    for across, down in drawn:
        h = float(f"{10 ** (round(across * 30) / 30 - 16):.2e}")
        error = abs(derivative(f, x, h, method) - 3)
        assert 2 - down == pytest.approx(math.log10(error), abs=6e-4)


@pytest.mark.parametrize("window", ["stays put", "zooms with h"])
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("log10_h", [-15, -8, -3, -1, 0])
def test_the_secant_goes_through_its_points_and_the_tangent_through_x(method, log10_h, window):
    lab = lab_at(CUBE, method, log10_h, window)
    numbers = lab.numbers

    def down(line, across):
        start, end = numbers[f"{line}.start.y"], numbers[f"{line}.end.y"]
        return start + (end - start) * across

    for point in ("first", "second"):
        place = down("secant", numbers[f"{point}.x"])
        assert numbers[f"{point}.y"] == pytest.approx(place, abs=1e-9)
    assert numbers["point.y"] == pytest.approx(down("tangent", 0.5), abs=1e-9)
    slope = (down("tangent", 0) - down("tangent", 1)) * numbers["height"] / numbers["width"]
    assert slope == pytest.approx(3, rel=1e-9)


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("method", METHODS)
def test_every_part_of_every_picture_is_in_it(name, method):
    for log10_h in (-16, -15, -12.3, -8, -5, -1, 0):
        for window in ("stays put", "zooms with h"):
            picture, _ = lab_at(name, method, log10_h, window).still()
            for element in ElementTree.fromstring(picture).iter():
                for key, value in element.items():
                    if key in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy"):
                        assert -60 <= float(value) <= 340
                    assert key == "aria-label" or "undefined" not in value


def test_an_error_of_0_stands_on_the_shelf_with_another_mark():
    picture, _ = lab_at(SINE, "forward", -10).still()
    groups = {e.get("class"): g for g in ElementTree.fromstring(picture).iter() for e in g}
    assert groups["hollow"].get("display") == "inline"
    [hollow] = parts(picture, "hollow")
    assert hollow.get("transform").endswith(f" {12 * lab_module.SHELF:.1f})")
    [zeros] = parts(picture, "zeros")
    assert zeros.get("d").count("M") > 200
    assert parts(lab_at(CUBE, "forward", -1).still()[0], "zeros")[0].get("d") == ""


def test_a_model_that_is_0_has_no_line():
    numbers = lab_at(SINE, "forward").numbers
    assert numbers["rounding.display"] == "none"
    assert numbers["best.display"] == "none"
    assert "nothing crosses" in numbers["best"]
    assert numbers["second order.display"] == "inline", "f″ is 0, so f‴ decides"


def test_an_error_outside_of_the_picture_is_marked_at_its_edge():
    lab = StepSizeLab(functions={"1e6 x³ at 1": (lambda x: 1e6 * x * x * x, 1.0)}, log10_h=0)
    numbers = lab.numbers
    assert numbers["error"] == 4e6
    assert (numbers["at.display"], numbers["edge.display"], numbers["edge.y"]) == (
        "none", "inline", 0,
    )  # fmt: skip


# ------------------------------------------------------------------ JavaScript


SETTINGS = [
    {"function": name, "method": method, "window": window, "log10_h": log10_h}
    for name in FUNCTIONS
    for method in METHODS
    for window in ("stays put", "zooms with h")
    for log10_h in (-16, -14.3, -12.2, -8.1, -8, -4, -0.3, 0)
]


def test_javascript_shows_what_python_shows():
    """To the last bit and byte; where exp, sin or cos is used, but for the noise of the error.

    The best step is a root, which no two languages round alike.
    """
    figure = LAB.figure
    data = {"functions": figure.functions, "words": figure.words, "settings": SETTINGS}
    data |= {"drawing": figure.drawing, "sentence": figure.sentence}
    answers = run_node("tests/js/step_size_lab/fill.mjs", data=data)
    for setting, there in zip(SETTINGS, answers, strict=True):
        lab = lab_at(**setting)
        here, (drawing, sentence) = lab.numbers, lab.still()
        if setting["function"] != LONG:
            numbers = {key: None if x != x else x for key, x in here.items()}
            for key in ("best.h", "best.x"):
                assert numbers.pop(key) == pytest.approx(there["numbers"].pop(key), rel=1e-14)
            assert there == {"numbers": numbers, "drawing": drawing, "sentence": sentence}
            continue
        assert there["numbers"].keys() == here.keys()
        for key in ("h", "exact", "formula", "rounding", "best.h", "width"):
            assert there["numbers"][key] == pytest.approx(here[key], rel=1e-12)
        slack = 10 * EPSILON * 4.5 / here["h"]
        if not math.isnan(here["error"]):
            assert there["numbers"]["quotient"] == pytest.approx(here["quotient"], abs=slack)


# ------------------------------------------------------------------ settings and forms


def test_settings_by_name_and_their_change():
    lab = StepSizeLab(CUBE, method="central", window="zooms with h", log10_h=-8)
    assert lab.values == {"log10_h": -8.0}
    assert lab.figure.start == {
        "log10_h": -8.0, "function": CUBE, "method": "central", "window": "zooms with h",
    }  # fmt: skip
    assert repr(lab) == (
        f"StepSizeLab(log10_h=-8, function={CUBE!r}, method='central', window='zooms with h')"
    )
    lab.function, lab.method, lab.values = SINE, "forward", {"log10_h": -2}
    assert (lab.figure.function, lab.figure.method, lab.figure.log10_h) == (SINE, "forward", -2)
    assert lab.numbers["quotient"] == derivative(math.sin, 0.0, 0.01, "forward")


def test_own_functions_come_first_and_work_as_the_others():
    own = {"log(x) at 2": (log, 2), "a <b> & c": (lambda t: t * t, np.float64(3), "why & <how>")}
    lab = StepSizeLab(functions=own, log10_h=-4)
    assert lab.figure.choices["function"] == [*own, *FUNCTIONS]
    assert lab.function == "log(x) at 2"
    assert lab.numbers["exact"] == 0.5
    assert lab.functions["log(x) at 2"].second == -0.25
    assert lab.functions["log(x) at 2"].third == 0.25
    lab.function = "a <b> & c"
    picture, sentence = lab.still()
    assert sentence.startswith("a <b> & c, h = 1e−4")
    assert "why & <how>" in "".join(ElementTree.fromstring(picture).itertext())


def test_an_own_function_may_take_the_place_of_one_of_the_courses():
    lab = StepSizeLab(functions={CUBE: (lambda x: x * x, 1.0)})
    assert lab.figure.choices["function"].count(CUBE) == 1
    assert lab.numbers["exact"] == 2


WRONG = [
    ({"method": "complex"}, ValueError, "no method 'complex'; choose from 'forward', 'central'"),
    ({"function": "x² at 1"}, ValueError, "no function 'x² at 1'; choose from 'x³ at 1'"),
    ({"window": 3}, ValueError, "no window 3; choose from 'stays put', 'zooms with h'"),
    ({"log10_h": 1}, ValueError, r"log10_h should lie in \[-16.0, 0.0\], got 1"),
    ({"h": 0.1}, ValueError, "no slider 'h'; the sliders are log10_h"),
    ({"functions": [log]}, TypeError, r'functions come as \{"log\(x\) at 2": \(f, 2.0\)\}'),
    ({"functions": {"f": log}}, TypeError, r"a function comes as name: \(f, x\), got 'f'"),
    ({"functions": {"f": (log, "2")}}, TypeError, r"'f' should be \(f, x\) or"),
    ({"functions": {"f": (2.0, log)}}, TypeError, r"'f' should be \(f, x\) or"),
    ({"functions": {"f": (lambda x: 2.0, 1)}}, ValueError, "'f' does not depend on x"),
    ({"functions": {"f": (log, -1)}}, ValueError, r"'f' needs three derivatives at -1, but .*log"),
    ({"functions": {"f": (sqrt, 0)}}, ValueError, "'f' needs three derivatives at 0, but"),
    ({"functions": {"f": (exp, 1000)}}, ValueError, "'f' needs three finite derivatives at 1000"),
    ({"functions": {"f": (math.sin, 1)}}, TypeError, "helpers.rules"),
    ({"functions": {"f": (lambda x: x if x > 0 else -x, 1)}}, TypeError, "compared"),
]


@pytest.mark.parametrize(("options", "error", "words"), WRONG)
def test_what_is_wrong_is_said(options, error, words):
    with pytest.raises(error, match=words):
        StepSizeLab(**options)


def test_a_wrong_choice_changes_nothing():
    lab = StepSizeLab()
    with pytest.raises(ValueError, match="no method 'backward'"):
        lab.method = "backward"
    assert lab.method == "forward"


def test_a_function_with_a_kink_elsewhere_is_fine():
    numbers = StepSizeLab(functions={"relu(x) at 1": (relu, 1.0)}).numbers
    assert numbers["formula.display"] == "none", "a straight line has no error of the formula"


def test_the_three_forms():
    bundle = StepSizeLab()._repr_mimebundle_()
    assert set(bundle) == {
        "text/plain", "text/html", "application/vnd.jupyter.widget-view+json",
    }  # fmt: skip
    html = bundle["text/html"]
    assert "0x" not in bundle["text/plain"]
    assert "_esm" not in html and "_css" not in html
    state = json.loads(re.search(r'-state">(.*?)</script>', html, re.DOTALL)[1])
    [figure] = [m["state"] for m in state["state"].values() if m["model_module"] == "anywidget"]
    assert figure["module"] == "step_size_lab"
    assert list(figure["functions"]) == list(FUNCTIONS)
    assert figure["functions"][CUBE]["tape"]["steps"] == [["mul", "x", "x"], ["mul", "t1", "x"]]
    picture = html.split('<div class="course-widget-still">')[1].split("<p><small>")[0]
    assert len(picture.encode()) < 25_000


def test_the_html_is_the_same_on_every_run():
    def run(seed):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        code = "from helpers.widgets import StepSizeLab as Lab; "
        code += "print(Lab()._repr_mimebundle_()['text/html'])"
        command = [sys.executable, "-c", code]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    assert run("1") == run("2") != b""


# ------------------------------------------------------------------ powers of ten in texts


def test_python_and_javascript_write_powers_of_ten_alike():
    rng = np.random.default_rng(3)
    numbers = [0.0, -0.0, 1.0, 9.995, 0.0625, 2.5, 1e21, 5e-324, 1.7976931348623157e308, math.inf]
    numbers += list(rng.choice([-1, 1], 300) * 10.0 ** rng.uniform(-30, 30, 300))
    numbers += list(rng.integers(1, 2**12, 300) / 2.0**6)  # many of them ties
    templates = [f"{{x:e{rng.integers(0, 5)}{rng.choice(['', '?'])}}}" for _ in numbers]
    names = {math.inf: "Infinity"}
    data = [[t, {"x": names.get(x, repr(float(x)))}] for t, x in zip(templates, numbers)]  # noqa: B905
    there = run_node("tests/js/shared/fill_templates.mjs", data=data)
    assert there == [fill(t, {"x": float(x)}) for t, x in zip(templates, numbers, strict=True)]


@pytest.mark.parametrize(
    ("template", "x", "text"),
    [
        ("{x:e2}", 1e-4, "1.00e−4"),
        ("{x:e2?}", 1e-4, "1e−4"),
        ("{x:e2?}", 1.5e-10, "1.5e−10"),
        ("{x:e2}", -6.02214e23, "−6.02e23"),
        ("{x:e1}", 3.0, "3.0"),
        ("{x:e1}", 9.96, "1.0e1"),
        ("{x:e1}", 0.0, "0"),
        ("{x:e1}", math.nan, "undefined"),
        ("{x:e1}", -math.inf, "−∞"),
        ("{x:s}, {x:s}", "a {b:2}", "a {b:2}, a {b:2}"),
    ],
)
def test_how_powers_of_ten_and_texts_are_written(template, x, text):
    assert fill(template, {"x": x}) == text
