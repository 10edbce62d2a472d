"""What must not be cut off or missed: the value beside each slider, a result, the aim of a link."""

import pytest
from conftest import ROOT
from live_widget import wake
from playwright.sync_api import expect

NOTEBOOKS = sorted(p.stem for p in (ROOT / "notebooks").glob("*.ipynb"))
LONG = "notebooks/03-chain-rule-and-wengert-lists.html"
CUT_OFF = """() => [...document.querySelectorAll(".course-explorer")].flatMap((explorer) => {
  const right = explorer.getBoundingClientRect().right;
  return [...explorer.querySelectorAll(".widget-readout")]
    .filter((readout) => readout.getBoundingClientRect().right > right + 1)
    .map((readout) => readout.getAttribute("aria-label"));
})"""
# What was printed, and tables, wider than their box: [how much, the beginning].
WIDER = """() => [...document.querySelectorAll(".cell-output pre, .cell-output-display table")]
  .filter((part) => part.getClientRects().length && !part.closest(".course-widget"))
  .map((part) => [part.matches("pre") ? part : part.closest("[class*=cell-output]"), part])
  .map(([box, part]) => [box.scrollWidth - box.clientWidth, part.textContent.slice(0, 60)])
  .filter(([over]) => over > 1)"""


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_each_slider_shows_its_value_at_320_and_each_result_at_768_pixels(visit, site, notebook):
    page = visit(f"{site}/notebooks/{notebook}.html", viewport={"width": 320, "height": 800})
    wake(page)
    expect(page.locator(".widget-readout").first).to_be_attached()
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 768, "height": 800})
    assert page.evaluate(WIDER) == []


def test_a_link_to_a_section_meets_it_though_formulas_are_laid_out_late(visit, site):
    page = visit(f"{site}/{LONG}#recap", viewport={"width": 390, "height": 800})
    heading = page.get_by_role("heading", name="Recap")
    expect(heading).to_be_in_viewport()
    page.goto(f"{site}/{LONG}")
    page.evaluate("location.hash = 'recap'")
    page.wait_for_timeout(500)  # widgets near it come to life
    expect(heading).to_be_in_viewport()
