"""The travellers without a browser: their numbers, and the forms of the output."""

import json
import math
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest

from helpers.finite_differences import gradient
from helpers.image import inline
from helpers.value import Value
from helpers.widgets import Travellers
from helpers.widgets.travellers.drawing import ROADS, SIZE, START, STEP
from helpers.widgets.travellers.explorer import SLIDERS

SETTINGS = [(2, 4), (0.5, 0.5), (4, 6), (1.3, 4.7), (2.25, 4.75), (0.7, 0.9), (2, 6)]
each_setting = pytest.mark.parametrize(("car", "bicycle"), SETTINGS)


def travellers(car, bicycle):
    return Travellers(car_per_bicycle=car, bicycle_per_walker=bicycle)


# ------------------------------------------------------------------ numbers


def test_it_starts_where_simmons_does():
    explorer = Travellers()
    assert explorer.values == {"car_per_bicycle": 2.0, "bicycle_per_walker": 4.0}
    numbers = explorer.numbers
    assert (numbers["walker"], numbers["bicycle"], numbers["car"]) == (1, 4, 8)
    assert numbers["d car/d walker"] == 8
    assert repr(explorer) == "Travellers(car_per_bicycle=2, bicycle_per_walker=4)"


@each_setting
def test_the_derivatives_are_those_of_another_engine(car, bicycle):
    numbers = travellers(car, bicycle).numbers
    walker = Value(1.0, label="walker")
    cyclist = bicycle * walker
    driver = car * cyclist
    driver.backward()
    assert numbers["d car/d walker"] == walker.grad
    assert numbers["d car/d bicycle"] == cyclist.grad
    assert numbers["d bicycle/d walker"] * cyclist.grad == pytest.approx(walker.grad, rel=1e-15)
    [slope] = gradient(lambda w: car * (bicycle * w), [1.0])
    assert numbers["d car/d walker"] == pytest.approx(slope, rel=1e-8)


@pytest.mark.parametrize(
    ("values", "error", "words"),
    [
        ({"car_per_bicycle": 4.1}, ValueError, r"car_per_bicycle should lie in \[0.5, 4.0\]"),
        ({"bicycle_per_walker": 0}, ValueError, r"should lie in \[0.5, 6.0\], got 0"),
        ({"bicycle_per_walker": math.nan}, ValueError, "got nan"),
        ({"walker": 2}, ValueError, "the sliders are car_per_bicycle, bicycle_per_walker"),
        ({"car_per_bicycle": "2"}, TypeError, r"should be a number, got '2' \(str\)"),
    ],
)
def test_what_no_slider_can_show_is_refused(values, error, words):
    with pytest.raises(error, match=words):
        Travellers(**values)


# ------------------------------------------------------------------ the still picture


def parts(svg, tag, kind):
    return [
        part
        for part in svg.iter(f"{{http://www.w3.org/2000/svg}}{tag}")
        if part.get("class") == kind
    ]


def texts(svg, kind):
    return [part.text for part in parts(svg, "text", kind)]


def exact(x):
    return f"{x:.4f}".rstrip("0").rstrip(".")


@each_setting
def test_the_words_say_the_product(car, bicycle):
    svg, sentence = travellers(car, bicycle).still()
    product = f"{exact(car)} × {exact(bicycle)} = {exact(car * bicycle)}"
    apart = 1 if car * bicycle <= 12 else 2
    assert sentence == (
        "While the walker goes 1 km, "
        f"the bicycle goes {exact(bicycle)} km and the car {product} km. "
        f"From one milestone to the next it is {apart} km."
    )
    svg = ElementTree.fromstring(svg)
    assert texts(svg, "product") == [f"= {product}"]
    chain = f"d car / d walker = d car / d bicycle × d bicycle / d walker = {product}."
    assert svg.get("aria-label").endswith(f"{sentence} {chain}")
    assert texts(svg, "name") == [
        "d car", "d walker", "d car", "d bicycle", "d bicycle", "d walker",
    ]  # fmt: skip
    assert texts(svg, "caption") == [
        f"one milestone = {apart} km",
        f"car: {exact(car)} × the bicycle, so {exact(car * bicycle)} × the walker",
        f"bicycle: {exact(bicycle)} × the walker",
        "walker",
    ]


@each_setting
def test_each_bar_is_as_long_as_the_distance_on_the_scale(car, bicycle):
    svg = ElementTree.fromstring(travellers(car, bicycle).still()[0])
    scale = [text for text in texts(svg, "scale") if text != "km"]
    kilometre = STEP * 2 / float(scale[1])  # in the drawing
    assert [float(text) for text in scale] == [2 * i * STEP / kilometre for i in range(7)]
    distances = {"car": car * bicycle, "bicycle": bicycle, "walker": 1}
    bars = parts(svg, "path", "trail")
    for who, (pale, full) in zip(ROADS, zip(bars[::2], bars[1::2], strict=True), strict=True):
        for bar in (pale, full):
            start, y, length = re.fullmatch(r"M(\S+) (\S+)h(\S+)", bar.get("d")).groups()
            assert (float(start), float(y)) == (START, ROADS[who])
            assert float(length) == pytest.approx(kilometre * distances[who], abs=0.006)
    for who, text in zip(ROADS, texts(svg, "value"), strict=True):
        assert text.endswith(" km")
        assert float(text.removesuffix(" km")) == pytest.approx(distances[who], abs=0.0051)


@each_setting
def test_all_stay_in_the_picture(car, bicycle):
    svg = travellers(car, bicycle).still()[0]
    places = [float(x) for x in re.findall(r'translate\((\S+) 0\)"><', svg.replace("\n", ""))]
    assert len(places) == 3
    assert max(places) + START + 30 + 70 <= SIZE[0] + 5  # traveller and text beside it


def test_no_template_is_left_over():
    assert "{" not in "".join(Travellers().still())


# ------------------------------------------------------------------ the forms of the output


def html(explorer):
    return explorer._repr_mimebundle_()["text/html"]


def test_the_output_is_the_same_on_every_run():
    code = (
        "import sys; from helpers.widgets import Travellers\n"
        "sys.stdout.buffer.write(Travellers()._repr_mimebundle_()['text/html'].encode())"
    )
    env = os.environ | {"PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    assert done.stdout.decode() == html(Travellers()) == html(Travellers())
    assert len(Travellers().still()[0].encode()) < 10_000


def test_the_block_holds_the_picture_the_words_and_a_valid_state():
    explorer = Travellers(name="on-the-road", car_per_bicycle=3)
    text = inline(html(explorer))
    for part in explorer.still():
        assert part in text
    assert 'data-widget="Travellers" id="on-the-road"' in text
    assert "_esm" not in text and "_css" not in text
    assert not re.search(r"[0-9a-f]{32}|0x", text)
    stored = json.loads(re.search(r'<script type="application/json"[^>]*>(.*?)</script>', text)[1])
    [figure] = [m["state"] for m in stored["state"].values() if m["model_module"] == "anywidget"]
    assert figure["module"] == "travellers"
    assert figure["start"] == {"car_per_bicycle": 3.0, "bicycle_per_walker": 4.0}
    assert figure["ranges"] == {name: [s.low, s.high] for name, s in SLIDERS.items()}
    assert figure["program"]["inputs"]["walker"] == 1.0
