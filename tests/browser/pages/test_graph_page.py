"""The drawing of a graph on a page, light and dark, wide and narrow, and in JupyterLab."""

import pytest
from playwright.sync_api import Page, expect
from widget_page import page_of

from helpers.graph import draw
from helpers.value import Value

CELL = """from helpers.graph import draw
from helpers.value import Value
y = Value(2.0, label="a")
for _ in range(8):
    y = y.tanh()
draw(y)"""

# The contrast with the page (WCAG 2) of each colour that the graph has: {colour: contrast}.
CONTRASTS = """(graph) => {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((x) => x / 255)
      .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const page = luminance(getComputedStyle(document.body).backgroundColor);
  const contrasts = {};
  for (const part of graph.querySelectorAll("text, rect, circle, path, th, td, summary")) {
    const style = getComputedStyle(part);
    const isSvg = part.namespaceURI.endsWith("svg");
    for (const colour of isSvg ? [style.fill, style.stroke] : [style.color])
      if (colour !== "none") {
        const [low, high] = [page, luminance(colour)].sort((a, b) => a - b);
        contrasts[colour] = (high + 0.05) / (low + 0.05);
      }
  }
  return contrasts;
}"""


def small() -> Value:
    a = Value(3.0, label="a")
    y = a * a
    y.backward()
    return y


def wide() -> Value:
    y = Value(2.0, label="a")
    for _ in range(8):
        y = y.tanh()
    return y


@pytest.fixture
def open_graph(visit, tmp_path):
    """open_graph(value, **options): the page of a graph, in an output like those of the site."""

    def opened(value: Value, **options) -> Page:
        html = draw(value)._repr_html_()
        block = f'<div class="cell"><div class="cell-output-display">{html}</div></div>'
        return visit(page_of(tmp_path, block), **options)

    return opened


@pytest.mark.parametrize("scheme", ["default", "alternate"])
def test_all_of_it_stands_out_from_the_page(open_graph, scheme):
    page = open_graph(small())
    page.evaluate("(scheme) => { document.documentElement.dataset.scheme = scheme; }", scheme)
    page.get_by_text("The graph in words").click()
    contrasts = page.locator(".course-graph").evaluate(CONTRASTS)
    assert len(contrasts) >= 2, "ink and accent"
    assert min(contrasts.values()) >= 4.5


def test_a_wide_graph_scrolls_within_itself(open_graph):
    page = open_graph(wide(), viewport={"width": 360, "height": 740})
    picture = page.get_by_role("img", name="Computation graph, inputs: 1, operations: 8")
    size = picture.locator("text").first.evaluate("(text) => text.getBoundingClientRect().height")
    assert size > 12, "nothing shrinks"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("Tab")
    expect(picture).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_a_narrow_graph_is_no_stop_for_the_keyboard(open_graph):
    page = open_graph(small())
    expect(page.get_by_role("img", name="Computation graph")).not_to_have_attribute("tabindex", "0")
    page.keyboard.press("Tab")
    expect(page.get_by_text("The graph in words")).to_be_focused()


def test_paper_shows_all_of_a_wide_graph(open_graph):
    page = open_graph(wide(), viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    picture = page.get_by_role("img", name="Computation graph")
    assert picture.evaluate("(box) => box.scrollWidth <= box.clientWidth")


def test_words_can_be_read_without_the_picture(open_graph):
    page = open_graph(small())
    page.get_by_text("The graph in words").click()
    row = page.get_by_role("row", name="t1 a × a")
    expect(row.get_by_role("cell")).to_have_text(["a × a", "9", "1", "nothing"])


def test_jupyterlab_neither_shrinks_it_nor_keeps_the_arrow_keys_nor_warns(open_notebook):
    notebook = open_notebook("graph.ipynb", [CELL])
    notebook.run_all()
    picture = notebook.page.get_by_role("img", name="Computation graph")
    assert picture.evaluate("(box) => box.scrollWidth > box.clientWidth")
    picture.focus()
    notebook.page.keyboard.press("ArrowRight")
    notebook.page.wait_for_function("document.activeElement.scrollLeft > 0")
    expect(notebook.page.locator(".jp-OutputArea-output")).to_have_count(1)
