"""axe finds nothing on any page: the rules of WCAG 2.2, levels A and AA.

What readers see first, and what moves, is looked at narrow and wide, light and dark.
"""

import pytest
from conftest import ROOT
from live_widget import wake
from playwright.sync_api import Page

AXE = ROOT / "web/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async ([within, rules]) => {
  const { violations } = await axe.run(within, { runOnly: rules, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" … ")}`);
}"""
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 800}
SITE = ROOT / "_site"


def pages(pattern: str) -> list[str]:
    return sorted(file.relative_to(SITE).as_posix() for file in SITE.glob(pattern))


def findings(page: Page, within: str = "html") -> list[str]:
    """What axe finds, at once: boxes that scroll are stops for the Tab key from the beginning."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(RUN, [within, RULES])


@pytest.mark.parametrize(("viewport", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_notebooks(visit, site, viewport, scheme):
    for name in pages("notebooks/*.html"):
        page = visit(f"{site}/{name}", viewport=viewport, color_scheme=scheme)
        wake(page)
        assert findings(page) == [], name


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_front_page_and_teaching(visit, site, viewport, scheme):
    for name in ["index.html", "teaching/index.html", "reference/index.html"]:
        page = visit(f"{site}/{name}", viewport=viewport, color_scheme=scheme)
        wake(page)
        assert findings(page) == [], name


def test_reference(visit, site):
    for name in pages("reference/*.html"):
        assert findings(visit(f"{site}/{name}", viewport=NARROW)) == [], name


def test_axe_is_shown_to_find(visit, site):
    page = visit(f"{site}/index.html")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [found.split(":")[0] for found in findings(page)] == ["image-alt"]
