"""The content security policy of the pages: nothing they do breaks it, and eval is refused."""

from conftest import ROOT
from live_widget import wake
from playwright.sync_api import Page, expect

from web.pages.page import Page as SitePage
from web.pages.security_policy import META, secure

RECORD = """
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""
# Not in page.evaluate itself: DevTools lets that make code from text, whatever the policy says.
REFUSED = """() => new Promise((done) => setTimeout(() => done(
  [() => eval("1"), () => new Function("return 1")()].map((make) => {
    try { return make(); } catch (error) { return error.name; }
  }))))"""
# What Quarto writes, in short: a script that must run early, code in attributes, a menu.
BY_QUARTO = """<!doctype html><html><head><meta charset="utf-8"><title>t</title>
<link rel="icon" href="data:,"><script id="quarto-search-options" type="application/json">
{"limit": 50}</script></head>
<body onload="document.body.dataset.loaded = this === document.body">
<script id="quarto-html-before-body" type="application/javascript">
document.documentElement.dataset.early = document.readyState;
window.quartoToggleColorScheme = () => document.body.classList.toggle("quarto-dark");
</script>
<a href="" class="quarto-color-scheme-toggle" role="button"
 onclick="window.quartoToggleColorScheme(); return false;" title="Toggle dark mode">dark</a>
<button class="quarto-search-button" onclick="this.dataset.pressed = event.type">search</button>
<a id="quarto-show-all-code" href="javascript:void(0)" role="button">Show All Code</a>
</body></html>"""


def names_of_pages() -> list[str]:
    site = ROOT / "_site"
    found = (file.relative_to(site) for file in site.rglob("*.html"))
    return sorted(name.as_posix() for name in found if "site_libs" not in name.parts)


def use(page: Page) -> None:
    """Move a slider, press a figure's button, switch the colours, search."""
    wake(page)
    if page.get_by_role("slider").count():
        page.get_by_role("slider").first.press("ArrowRight")
        page.locator(".course-widget-live button").first.click()
    if page.locator("details.course-code").count():
        page.get_by_role("button", name="Show all code").click()
        page.get_by_role("button", name="Hide all code").click()
    page.locator(".quarto-color-scheme-toggle:visible").first.click()
    page.locator("#quarto-search input").first.fill("loss")
    expect(page.locator("#quarto-search :is(.search-result, .aa-Item)").first).to_be_visible()


def test_every_page_has_the_policy_and_keeps_to_it_when_used(visit, site):
    page = visit(f"{site}/index.html")
    page.add_init_script(RECORD)
    for name in names_of_pages():
        assert META in (ROOT / "_site" / name).read_text(encoding="utf-8"), name
        page.goto(f"{site}/{name}")
        use(page)
        assert page.evaluate("violations") == [], name


def test_code_made_from_text_is_refused(browser, site):
    page = browser.new_page()  # not by `visit`: the refusals are errors on the console
    page.goto(f"{site}/index.html")
    assert page.evaluate(REFUSED) == ["EvalError", "EvalError"]
    page.context.close()


def test_what_quarto_writes_into_a_page_works_under_the_policy(visit, tmp_path):
    (tmp_path / "a.html").write_text(BY_QUARTO, encoding="utf-8")
    sample = SitePage(tmp_path / "a.html", tmp_path)
    secure(sample, tmp_path, "course/inline")
    sample.write()
    address = (tmp_path / "a.html").as_uri()
    page = visit(address)
    assert page.evaluate("document.documentElement.dataset.early") == "loading"
    assert page.evaluate("document.body.dataset.loaded") == "true"
    page.get_by_role("button", name="dark").click()
    expect(page.locator("body")).to_have_class("quarto-dark")
    page.get_by_role("button", name="search").click()
    expect(page.get_by_role("button", name="search")).to_have_attribute("data-pressed", "click")
    page.get_by_role("button", name="Show All Code").click()
    assert page.url == address
