"""The mode race on a page and in JupyterLab, moved by keyboard."""

import pytest
from live_widget import LiveWidget, shape
from playwright.sync_api import Page, expect

from helpers.widgets import ModeRace


class Course(LiveWidget):
    """The live race: what a reader sees of it, and what can be pressed."""

    kind = ".course-mode-race"

    def __init__(self, page: Page):
        super().__init__(page)
        self.panels = self.root.locator(".course-panels")
        self.race, self.step = self.button("Race"), self.button("Step")

    def expect(self, inputs: int, outputs: int) -> None:
        """Both have arrived, and all stands as in Python's still picture."""
        picture, sentence = ModeRace(inputs, outputs).still()
        expect(self.words).to_have_text(sentence)
        assert shape(self.panels.evaluate(AS_XML)) == shape(picture)

    def entries(self) -> list[int]:
        """How many entries each mode shows."""
        return self.panels.evaluate(
            "e => [...e.querySelectorAll('.entries')].map("
            "(g) => [...g.children].filter((text) => text.textContent).length)"
        )


AS_XML = "e => new XMLSerializer().serializeToString(e)"


@pytest.fixture
def open_page(open_widget):
    """open_page(explorer, query, **options): the live race on a page."""

    def opened(explorer=None, query: str = "", **options) -> Course:
        return Course(open_widget(explorer or ModeRace(), query, **options))

    return opened


def test_sliders_steps_and_reset_by_keyboard(open_page):
    course = open_page()
    course.expect(4, 1)
    course.press(course.slider("outputs m"), *["ArrowRight"] * 2)
    course.expect(4, 3)
    course.press(course.slider("inputs n"), "Home", "ArrowRight")
    course.expect(2, 3)
    expect(course.spoken).to_have_text(course.words.text_content())
    course.press(course.step, "Enter")
    assert course.entries() == [3, 2], "a column of three, a row of two"
    expect(course.words).to_contain_text("forward mode has made 1 of 2 sweeps")
    expect(course.spoken).to_have_text(course.words.text_content())
    course.press(course.step, "Space")
    assert course.entries() == [6, 4]
    course.press(course.step, "Enter")
    course.expect(2, 3)
    course.press(course.step, "Enter")
    assert course.entries() == [3, 2], "from the start again"
    course.press(course.slider("outputs m"), "Home")
    course.expect(2, 1)
    course.press(course.reset, "Enter")
    course.expect(4, 1)


def test_the_cheaper_mode_arrives_first(open_page):
    course = open_page(ModeRace(4, 1))
    course.press(course.race, "Enter")
    expect(course.words).to_contain_text("So far forward mode has made 0 of 4 sweeps")
    assert course.entries() == [0, 0]
    expect(course.spoken).to_have_attribute("aria-live", "off")
    expect(course.words).to_contain_text("reverse mode has made 1 of 1 sweep with 100 of 100")
    assert 0 < course.entries()[0] < 4 == course.entries()[1]
    expect(course.words).to_contain_text("Reverse mode wins.")
    expect(course.spoken).to_have_attribute("aria-live", "polite")
    course.expect(4, 1)
    course.press(course.race, "Enter")
    course.press(course.slider("outputs m"), "End")
    course.expect(4, 8)
    course.page.wait_for_timeout(200)
    course.expect(4, 8)


def test_less_motion_is_a_sweep_a_press(open_page):
    course = open_page(ModeRace(3, 2), reduced_motion="reduce")
    expect(course.root).to_contain_text("your system asks for less motion")
    shown = []
    for _ in range(5):
        course.press(course.race, "Enter")
        course.page.wait_for_timeout(100)
        shown.append(course.entries())
    assert shown == [[2, 0], [2, 3], [4, 3], [4, 6], [6, 6]]
    course.expect(3, 2)


def test_a_setting_from_the_address_on_a_phone(open_page):
    query = "?mode-race=inputs:7.5,outputs:8#mode-race"
    course = open_page(query=query, viewport={"width": 360, "height": 740})
    expect(course.words).to_contain_text("8 inputs and 8 outputs")
    course.expect(8, 8)
    expect(course.slider("inputs n")).to_have_attribute("aria-valuetext", "8")  # no half input
    expect(course.link).to_have_attribute("href", query.replace("7.5", "8"))
    for size in (100, 200):  # % of the usual size of text
        course.page.add_style_tag(content=f"html {{ font-size: {size}% }}")
        assert course.page.evaluate("document.documentElement.scrollWidth") <= 360
        for readout in course.root.locator(".widget-readout").all():
            box = readout.bounding_box()
            assert box["x"] + box["width"] <= 360
