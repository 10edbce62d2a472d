"""axe finds nothing on any page: the rules of WCAG 2.2, levels A and AA.

What readers see first, and what moves, is looked at narrow and wide, light and dark.
"""

from collections.abc import Iterator

import pytest
from conftest import ROOT
from live_widget import wake
from playwright.sync_api import Page

AXE = (ROOT / "web/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async ([within, rules]) => {
  const { violations } = await axe.run(within, { runOnly: rules, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" … ")}`);
}"""
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 800}
SITE = ROOT / "_site"


def pages(pattern: str) -> list[str]:
    return sorted(file.relative_to(SITE).as_posix() for file in SITE.glob(pattern))


def each(names: list[str], visit, site: str, **options) -> Iterator[tuple[str, Page]]:
    """Visit pages one after the other, in one tab: what many open pages do costs time."""
    page = visit(f"{site}/{names[0]}", **options)
    yield names[0], page
    for name in names[1:]:
        page.goto(f"{site}/{name}")
        yield name, page


def findings(page: Page, within: str = "html") -> list[str]:
    """What axe finds, at once: boxes that scroll are stops for the Tab key from the beginning."""
    if not page.evaluate("globalThis.axe"):
        page.evaluate(AXE)
    return page.evaluate(RUN, [within, RULES])


@pytest.mark.parametrize(("viewport", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_notebooks(visit, site, viewport, scheme):
    names = pages("notebooks/*.html")
    for name, page in each(names, visit, site, viewport=viewport, color_scheme=scheme):
        wake(page)
        assert findings(page) == [], name


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_front_page_and_teaching(visit, site, viewport, scheme):
    names = ["index.html", "teaching/index.html", "reference/index.html"]
    for name, page in each(names, visit, site, viewport=viewport, color_scheme=scheme):
        wake(page)
        assert findings(page) == [], name


def test_reference(visit, site):
    for name, page in each(pages("reference/*.html"), visit, site, viewport=NARROW):
        assert findings(page) == [], name


def test_axe_is_shown_to_find(visit, site):
    page = visit(f"{site}/index.html")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [found.split(":")[0] for found in findings(page)] == ["image-alt"]
