"""Drawings as images, as a notebook shows them before it is trusted."""

import re
import xml.etree.ElementTree as ElementTree
from base64 import b64decode
from html.parser import HTMLParser

import pytest

from helpers import widgets
from helpers.graph import draw
from helpers.image import TOKENS, as_images, inline
from helpers.value import Value
from helpers.wengert import trace

STILLS = {
    name: (lambda kind=name: getattr(widgets, kind)())
    for name in widgets.__all__
    if name != "SweepStepper"
} | {"SweepStepper": lambda: widgets.SweepStepper(trace(lambda x: x * x + x, x=1.5))}


def html_of(name):
    if name == "graph":
        x = Value(0.5, label="x")
        return draw(x * x)._repr_html_()
    return STILLS[name]()._repr_mimebundle_()["text/html"]


class Images(HTMLParser):
    """The attributes of the images in some HTML."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.found.append(dict(attrs))


def images_in(html):
    return Images(html).found


def drawing_in(image):
    kind, _, data = image["src"].partition(",")
    assert kind == "data:image/svg+xml;base64"
    return b64decode(data).decode()


each = pytest.mark.parametrize("name", [*STILLS, "graph"])


@each
def test_nothing_is_left_of_a_drawing_but_an_image(name):
    html, _, _ = html_of(name).partition("<script")  # the widget's state has its template
    assert "<svg" not in html
    assert "<svg" in inline(html) or name == "AnotherList"  # which is a table


@each
def test_an_image_stands_alone(name):
    """It is well-formed, asks for nothing, and each colour that it names is in it."""
    for image in images_in(html_of(name)):
        text = drawing_in(image)
        root = ElementTree.fromstring(text)
        assert "http" not in text.replace('xmlns="http://www.w3.org/2000/svg"', "").replace(
            'xmlns="http://www.w3.org/1999/xhtml"', ""
        )
        style = root.find("{*}style").text
        needed = set(re.findall(r"var\((--[\w-]+)", text))
        light, _, rest = style.partition("@media (prefers-color-scheme:dark)")
        assert needed == set(re.findall(r"(--[\w-]+):", light))
        assert set(re.findall(r"(--[\w-]+):", rest.partition("}}")[0])) <= needed
        assert image.keys() >= {"alt", "width", "height"}


@each
def test_what_is_put_back_has_no_style_of_its_own(name):
    assert "<style" not in inline(html_of(name))


def test_its_colours_are_those_of_the_page():
    html = as_images('<svg class="course-drawing" fill="var(--course-accent)"></svg>')
    [image] = images_in(html)
    tokens = TOKENS.read_text("utf-8")
    accents = re.findall(r"--course-accent: (#\w+)", tokens)[:2]
    assert re.findall(r"--course-accent:(#\w+)", drawing_in(image)) == accents


def test_a_rule_comes_along_if_the_drawing_has_what_it_is_for():
    css = """
.course-drawing .unit { fill: red; }
.course-drawing .other { fill: blue; }
.course-drawing text { fill: green; }
.course-drawing rect { fill: pink; }
.course-dual .course-drawing :is(.name, .unit) { stroke: gray; }
.course-bar button { color: black; }
"""
    svg = '<svg class="course-drawing"><g class="unit"><text>a</text></g></svg>'
    [image] = images_in(as_images(svg, css))
    text = drawing_in(image)
    assert {x for x in ("red", "green", "gray", "blue", "pink", "black") if x in text} == {
        "red", "green", "gray",
    }  # fmt: skip
    assert inline(as_images(svg, css)) == svg


def test_its_alternative_text_is_the_drawings_name():
    [image] = images_in(as_images('<svg aria-label="Three &amp; more" width="3"></svg>', name="a"))
    assert (image["alt"], image["width"], image["class"]) == ("Three & more", "3", "course-image a")
