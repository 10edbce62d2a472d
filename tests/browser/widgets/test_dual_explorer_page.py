"""The dual explorer on a page, and with the mode race in JupyterLab, moved by keyboard."""

import xml.etree.ElementTree as ElementTree

import pytest
from live_widget import LiveWidget, shape
from playwright.sync_api import Page, expect
from test_mode_race_page import Course

from helpers.rules import log, sin
from helpers.widgets import DualExplorer, ModeRace
from helpers.widgets.dual_explorer.functions import FUNCTIONS

PRODUCT, CHAIN, LOGARITHM, CIRCLE = FUNCTIONS
AS_XML = "e => new XMLSerializer().serializeToString(e)"


class Explorer(LiveWidget):
    """The live explorer: what a reader sees of it, and what can be pressed."""

    kind = ".course-dual"

    def __init__(self, page: Page):
        super().__init__(page)
        self.panels = self.root.locator(".course-panels")
        self.a, self.tangent = self.slider("a"), self.slider("tangent ȧ")
        self.function = self.choice("Function")

    def expect(self, *setting, **options) -> None:
        """Words, drawing and table are those of Python's still picture of this setting."""
        picture, sentence = DualExplorer(*setting, **options).still()
        expect(self.words).to_have_text(sentence)
        assert read(self.panels.evaluate(AS_XML)) == read(picture)

    def filled(self) -> list[str]:
        """The tangents in the table, from top to bottom."""
        return self.root.locator("tbody td:last-child").all_inner_texts()


def read(markup: str) -> tuple[list, list]:
    """The panel's parts, and the table's entries."""
    panel, table = ElementTree.fromstring(markup)
    return shape(ElementTree.tostring(panel)), [x for x in table.itertext() if x.strip()]


@pytest.fixture
def open_page(open_widget):
    """open_page(explorer, query, **options): the live explorer on a page."""

    def opened(explorer=None, query: str = "", **options) -> Explorer:
        return Explorer(open_widget(explorer or DualExplorer(), query, **options))

    return opened


def test_sliders_choice_and_reset_by_keyboard(open_page):
    explorer = open_page()
    explorer.expect()
    explorer.press(explorer.a, "PageUp", "ArrowRight")
    explorer.expect(a=1.06)
    explorer.press(explorer.tangent, *["ArrowLeft"] * 10)
    explorer.expect(a=1.06, tangent=0)
    expect(explorer.words).to_contain_text("Without a tangent at the input, none comes out.")
    expect(explorer.spoken).to_have_text(explorer.words.text_content())
    explorer.press(explorer.function, "ArrowDown", "ArrowDown")
    explorer.expect(LOGARITHM, a=1.06, tangent=0)
    explorer.press(explorer.a, "Home")
    explorer.expect(LOGARITHM, a=-2, tangent=0)
    expect(explorer.words).to_contain_text("the program stops at t1 = log(x)")
    explorer.press(explorer.function, "End")
    explorer.expect(CIRCLE, a=-2, tangent=0)
    explorer.press(explorer.reset, "Enter")
    explorer.expect()
    expect(explorer.function).to_have_value(PRODUCT)


def test_the_list_is_filled_line_by_line(open_page):
    explorer = open_page()
    step, back, show_all = map(explorer.button, ("Step", "Back", "All"))
    explorer.press(step, "Enter")
    assert explorer.filled() == ["+ 1 ε", *[""] * 5]
    expect(explorer.words).to_have_text("In goes x = 1 + 1ε, the value a with the tangent ȧ.")
    explorer.press(step, *["Enter"] * 3)
    assert explorer.filled()[3:] == ["+ 8.15485 ε", "", ""]
    words = "t3 = t1 × t2 has the value 2.718 and the tangent 2.718 × 2 + 1 × 2.718 = 8.155:"
    expect(explorer.words).to_contain_text(words)
    expect(explorer.spoken).to_contain_text(words)
    expect(explorer.root.locator("tr[aria-current=step] th")).to_have_text("t3")
    explorer.press(explorer.tangent, "Home")
    expect(explorer.words).to_contain_text("2.718 × (−4) + 1 × (−5.437) = −16.31")
    explorer.press(back, "Space")
    assert explorer.filled()[2:] == ["− 5.43656 ε", "", "", ""]
    explorer.press(show_all, "Enter")
    explorer.expect(tangent=-2)
    explorer.press(back, "Enter")
    expect(explorer.words).to_contain_text("t5 = t3 + t4 has the value")
    explorer.press(step, "Enter")
    explorer.expect(tangent=-2)


def test_an_own_function_needs_no_choice_and_stepping_ends_where_it_stops(open_page):
    def own(x):
        return x * log(x)

    explorer = open_page(DualExplorer(own, a=-1))
    expect(explorer.function).to_have_count(0)
    explorer.press(explorer.button("Step"), "Enter", "Enter")
    expect(explorer.words).to_have_text("t1 = log(x) has no finite value: here the program stops.")
    explorer.press(explorer.button("Step"), "Enter")
    explorer.expect(own, a=-1)


def test_a_setting_from_its_own_link_on_a_phone(open_page):
    explorer = open_page(DualExplorer(CIRCLE, a=-0.35, tangent=1.5))
    query = explorer.link.get_attribute("href")
    explorer = open_page(query=query, viewport={"width": 360, "height": 740}, has_touch=True)
    explorer.expect(CIRCLE, a=-0.35, tangent=1.5)
    assert explorer.page.evaluate("document.documentElement.scrollWidth") <= 360
    panel, table = (explorer.panels.locator(x).bounding_box() for x in ("figure", "table"))
    assert table["y"] >= panel["y"] + panel["height"], "the table under the panel"
    explorer.panels.locator("svg").first.scroll_into_view_if_needed()
    places = set()
    for key in ("End", "Home", *["PageUp"] * 5):
        explorer.press(explorer.a, key)
        places.add(explorer.a.bounding_box()["y"])
    assert len(places) == 1, "the slider stays in its place"
    assert 0 < places.pop() < 720


def test_a_long_list_of_long_numbers_scrolls_within_itself(open_page):
    def own(x):
        for _ in range(20):
            x = -1.2345678e-15 * sin(x)
        return x

    explorer = open_page(DualExplorer(own), viewport={"width": 360, "height": 740})
    page, box = explorer.page, explorer.root.get_by_role("group", name="Table of the steps")
    expect(box).to_have_attribute("tabindex", "0")
    explorer.press(box, "ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    explorer.press(explorer.button("Step"), *["Enter"] * 30)
    page.wait_for_function(CURRENT_IN_SIGHT)
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for readout in explorer.root.locator(".widget-readout").all():
        place = readout.bounding_box()
        assert place["x"] + place["width"] <= 360


CURRENT_IN_SIGHT = """() => {
  const [line, box] = ["tr[aria-current]", ".dual-rows"].map((part) =>
    document.querySelector(part).getBoundingClientRect());
  return box.top <= line.top && line.bottom <= box.bottom;
}"""


def test_without_javascript_picture_table_and_sentence_remain(open_widget):
    explorer = DualExplorer()
    page = open_widget(explorer, java_script_enabled=False)
    expect(page.locator("svg.course-drawing")).to_be_visible()
    expect(page.get_by_role("row", name="t5 t3 + t4 5.71828 + 11.1548 ε")).to_be_visible()
    expect(page.get_by_text(explorer.still()[1], exact=True)).to_be_visible()


CELLS = [
    "from helpers.widgets import DualExplorer, ModeRace\nexplorer = DualExplorer()\nexplorer",
    "race = ModeRace(outputs=2)\nrace",
    'explorer.values = {"a": 0}\nexplorer.function = "sin(x²)"\nrace.values = {"inputs": 3}',
    "print(f\"{explorer.values} {explorer.numbers['rise']:.4f}\")",
    'print(race.numbers["forward operations"])',
]


def test_both_in_jupyterlab(open_notebook):
    notebook = open_notebook("forward-mode.ipynb", CELLS)
    notebook.run_all()
    explorer = Explorer(notebook.page)
    explorer.expect(CHAIN, a=0)
    explorer.press(explorer.a, "End")
    explorer.press(explorer.tangent, *["ArrowLeft"] * 5)
    explorer.expect(CHAIN, a=2, tangent=0.5)
    assert notebook.run(CELLS[3]) == "{'a': 2.0, 'tangent': 0.5} -1.3073\n"
    explorer.press(explorer.button("Step"), "Enter", "Enter")
    expect(explorer.words).to_contain_text("t1 = x ** 2 has the value 4 and the tangent 4 × 0.5")
    explorer.press(explorer.function, "End")
    expect(explorer.function).to_have_value(CIRCLE)

    course = Course(notebook.page)
    course.expect(3, 2)
    course.press(course.slider("outputs m"), "End")
    course.expect(3, 8)
    assert notebook.run(CELLS[4]) == f"{ModeRace(3, 8).numbers['forward operations']}\n"
    course.press(course.step, "Enter")
    assert course.entries() == [8, 3]
    course.press(course.reset, "Enter")
    course.expect(4, 2)
