"""What a narrow phone must not cut off: the value beside each slider, on every notebook's page."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

NOTEBOOKS = sorted(p.stem for p in (Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
CUT_OFF = """() => [...document.querySelectorAll(".course-explorer")].flatMap((explorer) => {
  const right = explorer.getBoundingClientRect().right;
  return [...explorer.querySelectorAll(".widget-readout")]
    .filter((readout) => readout.getBoundingClientRect().right > right + 1)
    .map((readout) => readout.getAttribute("aria-label"));
})"""


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_each_slider_shows_its_value_at_320_pixels(visit, site, notebook):
    page = visit(f"{site}/notebooks/{notebook}.html", viewport={"width": 320, "height": 800})
    page.wait_for_function(
        "document.querySelectorAll('.course-widget:not([data-live])').length === 0"
    )
    expect(page.locator(".widget-readout").first).to_be_attached()
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
