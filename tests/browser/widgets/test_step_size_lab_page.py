"""The step-size lab on a page and in JupyterLab, moved by keyboard."""

import pytest
from live_widget import LiveWidget, shape
from playwright.sync_api import Page, expect

from helpers.widgets import StepSizeLab
from helpers.widgets.step_size_lab.functions import FUNCTIONS

CUBE, NEAR_0, LARGE, LONG, SINE = FUNCTIONS
ZOOMS = "zooms with h"


class Lab(LiveWidget):
    """The live lab: what a reader sees of it, and what can be pressed."""

    def __init__(self, page: Page):
        super().__init__(page)
        self.panels = self.root.locator(".course-panels")
        self.step = self.slider("log₁₀ h")

    def expect(self, **setting) -> None:
        """Words and drawing are those of Python's still picture of this setting."""
        picture, sentence = StepSizeLab(**setting).still()
        expect(self.words).to_have_text(sentence)
        assert shape(self.panels.evaluate(AS_XML)) == shape(picture)


AS_XML = "e => new XMLSerializer().serializeToString(e)"


@pytest.fixture
def open_page(open_widget):
    """open_page(explorer, query, **options): the live lab on a page."""

    def opened(explorer=None, query: str = "", **options) -> Lab:
        return Lab(open_widget(explorer or StepSizeLab(), query, **options))

    return opened


def test_slider_choices_and_reset_by_keyboard(open_page):
    lab = open_page()
    lab.expect()
    lab.press(lab.step, *["ArrowLeft"] * 3)
    lab.expect(log10_h=-1.3)
    expect(lab.step).to_have_attribute("aria-valuetext", "−1.3")
    lab.press(lab.step, "Home")
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
        lab.press(lab.step, "End", *["PageDown"] * 33)
        lab.press(lab.choice("Difference"), "ArrowDown")
    expect(lab.words).to_contain_text("h = 1e−16, central")
    lab.press(lab.step, "End")
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
    places = {lab.step.bounding_box()["y"]}
    lab.panels.locator("svg").first.scroll_into_view_if_needed()
    for key in ("End", "Home", *["PageUp"] * 12):
        lab.press(lab.step, key)
        places.add(lab.step.bounding_box()["y"])
    assert len(places) == 1
    assert 0 < places.pop() < 720


def test_without_javascript_picture_and_sentence_remain(open_widget):
    lab = StepSizeLab()
    page = open_widget(lab, java_script_enabled=False)
    expect(page.locator("svg.course-drawing")).to_have_count(2)
    expect(page.get_by_text(lab.still()[1], exact=True)).to_be_visible()


CELLS = [
    "from helpers.widgets import StepSizeLab\nlab = StepSizeLab(log10_h=-4)\nlab",
    'lab.values = {"log10_h": -8}\nlab.method = "central"',
    "print(f\"{lab.method} {lab.numbers['h']:g} {lab.numbers['error']:.1e}\")",
]


def test_in_jupyterlab(open_notebook):
    notebook = open_notebook("step-size-lab.ipynb", CELLS)
    notebook.run_all()
    lab = Lab(notebook.page)
    lab.expect(log10_h=-8, method="central")
    assert notebook.run(CELLS[2]) == "central 1e-08 7.1e-09\n"
    lab.press(lab.step, "Home")
    lab.press(lab.choice("Difference"), "ArrowUp")
    lab.expect(log10_h=-16)
    # To the next that begins so; JupyterLab would cut the cell.
    lab.press(lab.choice("Function"), "x")
    lab.expect(log10_h=-16, function=NEAR_0)
    lab.press(lab.choice("Function"), "ArrowUp")
    lab.expect(log10_h=-16)
    assert notebook.run(CELLS[2]) == "forward 1e-16 3.0e+00\n"
