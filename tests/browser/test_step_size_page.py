"""The step-size lab on a page and in JupyterLab, moved by keyboard."""

import json
import xml.etree.ElementTree as ElementTree

import pytest
from playwright.sync_api import Page, expect
from widget_page import widget_page

from helpers.widgets import StepSizeLab
from helpers.widgets.step_size_functions import FUNCTIONS

CUBE, NEAR_0, LARGE, LONG, SINE = FUNCTIONS
ZOOMS = "zooms with h"


class Lab:
    """The live lab: what a reader sees of it, and what can be pressed."""

    def __init__(self, page: Page):
        self.page = page
        self.root = page.locator(".course-widget-live, .jp-OutputArea-output").locator(
            ".course-step-size"
        )
        self.panels = self.root.locator(".course-panels")
        self.words = self.root.locator(".course-words")
        self.spoken = self.root.get_by_role("status")
        self.slider = self.root.get_by_role("slider", name="log₁₀ h", exact=True)
        self.reset = self.root.get_by_role("button", name="Reset")
        self.link = self.root.get_by_role("link", name="Link to this setting")
        expect(self.slider).to_be_visible()

    def choice(self, name: str):
        return self.root.get_by_role("combobox", name=name, exact=True)

    def press(self, control, *keys: str) -> None:
        control.focus()
        for key in keys:
            self.page.keyboard.press(key)

    def expect(self, **setting) -> None:
        """Words and drawing are those of Python's still picture of this setting."""
        picture, sentence = StepSizeLab(**setting).still()
        expect(self.words).to_have_text(sentence)
        assert shape(self.panels.evaluate(AS_XML)) == shape(picture)


AS_XML = "e => new XMLSerializer().serializeToString(e)"


def shape(markup: str) -> list:
    """All parts of a drawing: tag, attributes, text."""
    return [
        (part.tag.rpartition("}")[2], part.attrib, (part.text or "").strip())
        for part in ElementTree.fromstring(markup).iter()
    ]


@pytest.fixture
def open_page(visit, tmp_path):
    """open_page(explorer, query, **options): the live lab on a page that stays without fault."""
    visits = []

    def opened(explorer=None, query: str = "", **options) -> Lab:
        url = widget_page(tmp_path, explorer or StepSizeLab())
        visits.append(visit(url + query, **options))
        return Lab(visits[-1].page)

    yield opened
    for seen in visits:
        assert seen.blocked == []
        assert seen.errors == []


def test_slider_choices_and_reset_by_keyboard(open_page):
    lab = open_page()
    lab.expect()
    lab.press(lab.slider, *["ArrowLeft"] * 3)
    lab.expect(log10_h=-1.3)
    expect(lab.slider).to_have_attribute("aria-valuetext", "−1.3")
    lab.press(lab.slider, "Home")
    lab.expect(log10_h=-16)
    expect(lab.words).to_contain_text("x + h equals x")
    expect(lab.spoken).to_have_text(lab.words.text_content())
    lab.press(lab.choice("Difference"), "ArrowDown")
    lab.expect(log10_h=-16, method="central")
    lab.press(lab.choice("Window"), "ArrowDown")
    lab.expect(log10_h=-16, method="central", window=ZOOMS)
    expect(lab.panels).to_contain_text("The stairs are real")
    lab.press(lab.choice("Function"), "End")
    lab.expect(log10_h=-16, method="central", window=ZOOMS, function=SINE)
    lab.press(lab.reset, "Enter")
    lab.expect()
    for name, option in (("Difference", "forward"), ("Window", "stays put"), ("Function", CUBE)):
        expect(lab.choice(name)).to_have_value(option)


def test_all_positions_of_the_slider_can_be_drawn(open_page):
    """A place that is no number would be an error in the console, which the fixture sees."""
    lab = open_page(StepSizeLab(function=LONG))
    for _ in range(2):
        lab.press(lab.slider, "End", *["PageDown"] * 33)
        lab.press(lab.choice("Difference"), "ArrowDown")
    expect(lab.words).to_contain_text("h = 1e−16, central")
    lab.press(lab.slider, "End")
    expect(lab.words).to_contain_text("f has no value at one of the two points")


def test_a_setting_from_its_own_link_on_a_phone(open_page):
    lab = open_page(StepSizeLab(function=LARGE, method="central", window=ZOOMS, log10_h=-7.3))
    query = lab.link.get_attribute("href")
    lab = open_page(query=query, viewport={"width": 360, "height": 740}, has_touch=True)
    lab.expect(function=LARGE, method="central", window=ZOOMS, log10_h=-7.3)
    assert lab.page.evaluate("document.documentElement.scrollWidth") <= 360
    first, second = (lab.panels.locator("svg").nth(i).bounding_box() for i in range(2))
    assert second["y"] > first["y"] + first["height"], "one panel under the other"
    lab.choice("Function").select_option(NEAR_0)
    lab.expect(function=NEAR_0, method="central", window=ZOOMS, log10_h=-7.3)


def test_on_a_phone_the_slider_stays_in_sight_and_in_its_place(open_page):
    lab = open_page(viewport={"width": 360, "height": 740})
    places = {lab.slider.bounding_box()["y"]}
    lab.panels.locator("svg").first.scroll_into_view_if_needed()
    for key in ("End", "Home", *["PageUp"] * 12):
        lab.press(lab.slider, key)
        places.add(lab.slider.bounding_box()["y"])
    assert len(places) == 1
    assert 0 < places.pop() < 720


def test_without_javascript_picture_and_sentence_remain(visit, tmp_path):
    lab = StepSizeLab()
    seen = visit(widget_page(tmp_path, lab), java_script_enabled=False)
    expect(seen.page.locator("svg.course-drawing")).to_have_count(2)
    expect(seen.page.get_by_text(lab.still()[1], exact=True)).to_be_visible()


CELLS = [
    "from helpers.widgets import StepSizeLab\nlab = StepSizeLab(log10_h=-4)\nlab",
    'lab.values = {"log10_h": -8}\nlab.method = "central"',
    "print(f\"{lab.method} {lab.numbers['h']:g} {lab.numbers['error']:.1e}\")",
]


def test_in_jupyterlab(visit, jupyterlab):
    cells = [
        {"cell_type": "code", "id": f"c{i}", "source": source, "metadata": {}, "outputs": [],
         "execution_count": None}
        for i, source in enumerate(CELLS)
    ]  # fmt: skip
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}}
    file = jupyterlab.root / "notebooks/step-size-lab.ipynb"
    file.write_text(json.dumps(notebook | {"cells": cells}), encoding="utf-8")
    seen = visit(jupyterlab.address("notebooks/step-size-lab.ipynb") + "&reset")
    page = seen.page
    page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    for item in ("Run", "Run All Cells"):
        page.get_by_role("menuitem", name=item, exact=True).click()
    lab = Lab(page)
    lab.expect(log10_h=-8, method="central")
    printed = page.locator(".jp-CodeCell").last.locator(".jp-OutputArea-output")
    expect(printed).to_have_text("central 1e-08 7.1e-09\n")
    lab.press(lab.slider, "Home")
    lab.press(lab.choice("Difference"), "ArrowUp")
    lab.expect(log10_h=-16)
    lab.press(
        lab.choice("Function"), "x"
    )  # to the next that begins so; JupyterLab would cut the cell
    lab.expect(log10_h=-16, function=NEAR_0)
    lab.press(lab.choice("Function"), "ArrowUp")
    lab.expect(log10_h=-16)
    page.locator(".jp-CodeCell").last.locator(".jp-InputArea-editor").click()
    page.keyboard.press("Control+Enter")
    expect(printed).to_have_text("forward 1e-16 3.0e+00\n")
    assert seen.blocked == []
    assert [error for error in seen.errors if "status of 404" not in error] == []
