"""The network explorer without a browser: its numbers, its values, and the forms of its output."""

import json
import math
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

import numpy as np
import pytest

from helpers.finite_differences import gradient
from helpers.image import inline
from helpers.toy_network import Weights, forward, loss
from helpers.widgets import NetworkExplorer
from helpers.widgets.network_explorer.drawing import EDGES, RADIUS, UNITS, WIDEST
from helpers.widgets.network_explorer.explorer import SLIDERS
from helpers.widgets.shared.template import fixed

WEIGHTS = ["w11", "w12", "w21", "w22"]
START = dict.fromkeys(SLIDERS, 0.5)
SETTINGS = [
    START,
    {"x": 1.0, "target": 0.0, "w11": -1.0, "w21": 1.0, "w12": 0.73, "w22": -0.21},
    {"x": 0.37, "target": 1.0, "w11": 0.64, "w21": -0.12, "w12": -0.8, "w22": 0.9},
    {"x": 0.9, "target": 0.25, "w11": 0.01, "w21": 0.0, "w12": 1.0, "w22": -1.0},
]
each_setting = pytest.mark.parametrize("values", SETTINGS)


def loss_of(x, target, w11, w21, w12, w22):
    return loss(x, Weights(w11, w12, w21, w22), target)


# ------------------------------------------------------------------ values


def test_it_starts_where_the_notebook_says():
    explorer = NetworkExplorer()
    assert explorer.values == START
    assert explorer.numbers["output"] == 0.25
    assert explorer.numbers["loss"] == 0.0625


def test_start_values_by_name():
    explorer = NetworkExplorer(w11=-1, x=np.float64(0.25))
    assert explorer.values == START | {"w11": -1.0, "x": 0.25}
    assert all(type(x) is float for x in explorer.values.values())
    assert explorer.figure.start == explorer.values, "Reset goes back to them"


def test_values_move_all_or_some():
    explorer = NetworkExplorer()
    explorer.values = {"w11": 0.8}
    assert explorer.values == START | {"w11": 0.8}
    explorer.values = SETTINGS[1]
    assert explorer.values == SETTINGS[1]
    explorer.values = {}
    assert explorer.values == SETTINGS[1]
    assert explorer.figure.start == START, "Reset still goes back to the start"


def test_both_ends_of_a_range_are_in_it():
    for name, slider in SLIDERS.items():
        for end in (slider.low, slider.high):
            assert NetworkExplorer(**{name: end}).values[name] == end


WRONG = [
    ({"w13": 0.5}, ValueError, "no slider 'w13'; the sliders are x, target, w11, w21, w12, w22"),
    ({"w11": 1.01}, ValueError, r"w11 should lie in \[-1.0, 1.0\], got 1.01"),
    ({"x": -0.01}, ValueError, r"x should lie in \[0.0, 1.0\]"),
    ({"x": math.nan}, ValueError, r"x should lie in \[0.0, 1.0\], got nan"),
    ({"x": math.inf}, ValueError, "x should lie in"),
    ({"w22": "0.5"}, TypeError, r"w22 should be a number, got '0.5' \(str\)"),
    ({"w22": None}, TypeError, "w22 should be a number, got None"),
    ({"w22": [0.5]}, TypeError, "w22 should be a number"),
    ({"w22": 0.5j}, TypeError, "w22 should be a number"),
    ({3: 0.5}, ValueError, "no slider 3"),
]


@pytest.mark.parametrize(("values", "error", "words"), WRONG)
def test_what_no_slider_can_show_is_refused_and_nothing_moves(values, error, words):
    explorer = NetworkExplorer()
    with pytest.raises(error, match=words):
        explorer.values = {"target": 0.9} | values
    assert explorer.values == START


@pytest.mark.parametrize("values", [0.5, [0.5, 0.5], "w11", None])
def test_values_that_are_no_dictionary_are_refused(values):
    explorer = NetworkExplorer()
    with pytest.raises(TypeError, match=r"\{name: number\}"):
        explorer.values = values
    assert explorer.values == START


@pytest.mark.parametrize(("values", "error", "words"), WRONG[:-1])
def test_so_are_start_values(values, error, words):
    with pytest.raises(error, match=words):
        NetworkExplorer(**values)


def test_sliders_are_tied_to_the_figure():
    explorer = NetworkExplorer()
    ties = {link.source[0].description: link.target for link in explorer.links}
    assert ties == {s.description: (explorer.figure, name) for name, s in SLIDERS.items()}
    assert all(link.source[1] == "value" for link in explorer.links)


def test_gradients_are_shown_on_request():
    assert NetworkExplorer().show_gradients is False
    explorer = NetworkExplorer(show_gradients=True)
    assert explorer.show_gradients is True
    assert explorer.figure.show_gradients is True
    assert explorer.still()[1].endswith(
        " Derivatives of the loss: −0.1250 for w11, −0.1250 for w12, −0.1250 for w21, "
        "−0.1250 for w22."
    )
    explorer.show_gradients = False
    assert explorer.figure.show_gradients is False
    assert explorer.still()[1].endswith("loss 0.0625.")


def test_it_shows_itself_in_one_line():
    explorer = NetworkExplorer(w11=-0.25)
    assert repr(explorer) == (
        "NetworkExplorer(x=0.5, target=0.5, w11=-0.25, w21=0.5, w12=0.5, w22=0.5)"
    )


# ------------------------------------------------------------------ numbers


@each_setting
def test_the_numbers_are_those_of_the_toy_network(values):
    numbers = NetworkExplorer(**values).numbers
    weights = Weights(*(values[w] for w in WEIGHTS))
    activations = forward(values["x"], weights)
    expected = values | activations._asdict() | {"loss": loss_of(**values)}
    assert {name: numbers[name] for name in expected} == expected


@each_setting
def test_the_gradients_are_those_of_central_differences(values):
    numbers = NetworkExplorer(**values).numbers
    for name, slope in gradient(loss_of, values).items():
        assert numbers[f"grad.{name}"] == pytest.approx(slope, rel=1e-8, abs=1e-9), name


def test_numbers_follow_the_values():
    explorer = NetworkExplorer()
    explorer.values = {"w11": 1, "w21": 1, "w12": 0, "w22": 0}
    assert explorer.numbers["output"] == 0.5
    assert explorer.numbers["loss"] == 0


# ------------------------------------------------------------------ the still picture


def picture(explorer):
    """The still picture as an XML element, and the sentence."""
    svg, sentence = explorer.still()
    return ElementTree.fromstring(svg), sentence


def parts(svg, tag, kind):
    return [part for part in svg.findall(f".//{{*}}{tag}") if part.get("class") == kind]


def texts(svg, kind):
    return [part.text for part in parts(svg, "text", kind)]


def weight_lines(svg):
    """The lines of each weight, {weight: (positive, negative)}; those of the legend come after."""
    pairs = zip(parts(svg, "line", "positive"), parts(svg, "line", "negative"), strict=True)
    return dict(zip(EDGES, pairs, strict=False))


def widths(svg):
    """The width of each weight's two lines, {weight: (positive, negative)}."""
    return {
        weight: tuple(float(line.get("stroke-width")) for line in pair)
        for weight, pair in weight_lines(svg).items()
    }


@each_setting
def test_the_texts_of_the_picture_are_the_numbers(values):
    explorer = NetworkExplorer(**values)
    n = explorer.numbers
    svg, sentence = picture(explorer)
    assert texts(svg, "name") == ["x", "h₁", "h₂", "y", "loss"]
    assert texts(svg, "value") == [
        fixed(n["x"], 2),
        *(fixed(n[unit], 4) for unit in ("hidden1", "hidden2", "output", "loss")),
        f"target {fixed(n['target'], 2)}",
    ]
    assert texts(svg, "weight") == [f"{w} = {fixed(n[w], 2)}" for w in WEIGHTS]
    assert texts(svg, "gradient") == [f"∂L/∂w = {fixed(n[f'grad.{w}'], 4)}" for w in WEIGHTS]
    assert f"output {fixed(n['output'], 4)}" in sentence
    assert sentence.endswith(f"loss {fixed(n['loss'], 4)}.")
    assert svg.get("aria-label") == f"The toy network. {sentence}"


@each_setting
def test_line_widths_follow_sign_and_size(values):
    found = widths(picture(NetworkExplorer(**values))[0])
    for weight, (positive, negative) in found.items():
        assert positive == pytest.approx(WIDEST * max(values[weight], 0), abs=0.005)
        assert negative == pytest.approx(WIDEST * max(-values[weight], 0), abs=0.005)


@pytest.mark.parametrize("size", [0.0, 0.01, 0.5, 1.0])
def test_w_and_minus_w_are_equally_wide_on_one_scale_for_all(size):
    one = widths(picture(NetworkExplorer(**dict.fromkeys(WEIGHTS, size)))[0])
    other = widths(picture(NetworkExplorer(**dict.fromkeys(WEIGHTS, -size)))[0])
    assert set(one.values()) == {(one["w11"][0], 0.0)}
    assert set(other.values()) == {(0.0, one["w11"][0])}
    assert one["w11"][0] == pytest.approx(WIDEST * size, abs=0.005)


def test_each_weight_widens_the_lines_between_its_own_two_units():
    lines = weight_lines(picture(NetworkExplorer())[0])
    for weight, ends in EDGES.items():
        only = NetworkExplorer(**(dict.fromkeys(WEIGHTS, 0.0) | {weight: 1.0}))
        assert [w for w, pair in widths(picture(only)[0]).items() if pair[0] > 0] == [weight]
        for line in lines[weight]:
            for unit, end in zip(ends, "12", strict=True):
                place = (float(line.get(f"x{end}")), float(line.get(f"y{end}")))
                assert math.dist(place, UNITS[unit]) == pytest.approx(RADIUS, abs=0.1), weight


def test_the_sign_is_seen_without_colour():
    for positive, negative in weight_lines(picture(NetworkExplorer())[0]).values():
        assert positive.get("stroke") != negative.get("stroke")
        assert positive.get("stroke-dasharray") is None
        assert negative.get("stroke-dasharray")


@pytest.mark.parametrize(
    ("dead", "settings"),
    [
        (set(), {}),
        ({"w11", "w21"}, {"w11": -0.5}),
        ({"w12", "w22"}, {"w12": 0.0}),
        (set(WEIGHTS), {"x": 0.0}),
        (set(), {"x": 0.01, "w11": 0.01, "w12": 0.01}),
    ],
)
def test_the_lines_of_a_dead_path_are_faint(dead, settings):
    svg = picture(NetworkExplorer(**settings))[0]
    for weight, pair in weight_lines(svg).items():
        expected = 0.0 if weight in dead else 1.0
        assert {min(float(line.get("stroke-opacity")), 1.0) for line in pair} == {expected}
    for kind in ("positive", "negative"):
        faint, full = parts(svg, "line", f"{kind} faint"), parts(svg, "line", kind)[:4]
        for one, other in zip(faint, full, strict=True):
            assert 0 < float(one.get("stroke-opacity")) < 0.5
            same = one.attrib.keys() - {"class", "stroke-opacity"}
            assert [one.get(name) for name in same] == [other.get(name) for name in same]


def test_every_text_has_room_in_a_wide_font():
    """Nine units for each character of 16 are more than any usual font takes."""
    svg = picture(NetworkExplorer(**dict.fromkeys(WEIGHTS, -1.0)))[0]
    left, _, width, _ = map(float, svg.get("viewBox").split())
    for text in svg.findall(".//{*}text"):
        reach = 9 * len(text.text) / 2
        middle = float(text.get("x"))
        assert left <= middle - reach and middle + reach <= left + width, text.text


@pytest.mark.parametrize("shown", [True, False])
def test_gradients_stand_in_the_picture_only_on_request(shown):
    svg, _ = picture(NetworkExplorer(show_gradients=shown))
    displayed = [part.get("display") for part in parts(svg, "text", "gradient")]
    assert displayed == [None if shown else "none"] * 4


def test_no_template_is_left_over():
    assert "{" not in "".join(NetworkExplorer().still())


# ------------------------------------------------------------------ the forms of the output


class Block(HTMLParser):
    """The widget's block of HTML: its attributes, its state, its words."""

    def __init__(self, text):
        super().__init__()
        self.stack, self.attributes, self.state, self.words = [], {}, "", ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.stack.append(tag)
        if tag == "div" and not self.attributes:
            self.attributes = dict(attributes)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        if "script" in self.stack:
            self.state += data
        else:
            self.words += data


def html(explorer):
    return explorer._repr_mimebundle_()["text/html"]


def state(explorer):
    return json.loads(Block(html(explorer)).state)


def figure_of(stored):
    """The state of the figure in a block's state."""
    [figure] = [m for m in stored["state"].values() if m["model_module"] == "anywidget"]
    return figure["state"]


def test_the_output_has_three_forms():
    explorer = NetworkExplorer()
    bundle = explorer._repr_mimebundle_()
    assert set(bundle) == {
        "application/vnd.jupyter.widget-view+json",
        "text/html",
        "text/plain",
    }
    assert bundle["text/plain"] == repr(explorer)
    assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"] == explorer.model_id


def test_the_block_is_well_formed_and_has_picture_sentence_and_address():
    explorer = NetworkExplorer(name="a&b")
    block = Block(html(explorer))
    assert block.stack == []
    assert block.attributes == {
        "class": "course-widget",
        "data-widget": "NetworkExplorer",
        "id": "a&b",
    }
    svg, sentence = explorer.still()
    assert svg in inline(html(explorer))
    assert sentence in block.words


@each_setting
def test_two_explorers_give_the_same_block(values):
    assert html(NetworkExplorer(**values)) == html(NetworkExplorer(**values))


def test_one_that_was_moved_shows_where_it_is_and_resets_to_where_it_was():
    explorer = NetworkExplorer()
    explorer.values = SETTINGS[1]
    models = state(explorer)["state"].values()
    sliders = {
        m["state"]["description"]: m["state"]
        for m in models
        if m["model_name"] == "FloatSliderModel"
    }
    assert {name: sliders[SLIDERS[name].description]["value"] for name in SLIDERS} == SETTINGS[1]
    figure = figure_of(state(explorer))
    assert {name: figure[name] for name in SLIDERS} == SETTINGS[1]
    assert figure["start"] == START
    assert explorer.still() == NetworkExplorer(**SETTINGS[1]).still()


def test_a_fresh_process_gives_the_same_block():
    code = (
        "import sys; from helpers.widgets import NetworkExplorer\n"
        "html = NetworkExplorer()._repr_mimebundle_()['text/html']\n"
        "sys.stdout.buffer.write(html.encode())"
    )
    for seed in ("1", "2"):  # of Python's hashes, on which the order of a set depends
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        assert done.stdout.decode() == html(NetworkExplorer())


def test_the_block_holds_no_javascript_no_style_and_no_random_id():
    text = html(NetworkExplorer())
    assert "_esm" not in text
    assert "_css" not in text
    assert not re.search(r"[0-9a-f]{32}", text)
    assert "0x" not in text


def test_every_reference_in_the_state_resolves_and_every_model_is_used():
    stored = state(NetworkExplorer())
    models = stored["state"]
    assert [*models] == [str(i) for i in range(len(models))]
    references = set(re.findall(r'"IPY_MODEL_([^"]*)"', json.dumps(models)))
    links = {i for i, model in models.items() if model["model_name"] == "LinkModel"}
    assert references <= set(models)
    assert len(links) == len(SLIDERS)
    assert set(models) == references | links | {stored["view"]}


def test_the_state_has_the_figure_with_the_name_of_its_module_and_its_program():
    figure = figure_of(state(NetworkExplorer()))
    assert figure["module"] == "network_explorer"
    assert figure["program"]["inputs"] == START
    assert {name: figure[name] for name in START} == START


def test_text_that_looks_like_a_tag_cannot_end_the_state():
    explorer = NetworkExplorer(name="</script><b>")
    block = Block(html(explorer))
    assert block.stack == []
    assert figure_of(json.loads(block.state))["name"] == "</script><b>"
