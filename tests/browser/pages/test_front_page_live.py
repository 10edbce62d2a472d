"""The front page as a reader uses it: the network is live, cards are links, progress shows."""

import pytest
from live_widget import LiveWidget
from playwright.sync_api import Page, expect

from tools.notebooks import read as read_notebook
from tools.notebooks import text
from web import ROOT

NOTEBOOK = "notebooks/03-chain-rule-and-wengert-lists"
PLACES = """() => [...document.querySelectorAll("main :is(li, h2, p)")].map((part) => {
  const { x, y, width, height } = part.getBoundingClientRect();
  return [x, y, width, height];
})"""
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
SECTIONS = sum(
    text(cell["source"]).count("\n## ") + text(cell["source"]).startswith("## ")
    for cell in read_notebook(ROOT / f"{NOTEBOOK}.ipynb")["cells"]
    if cell["cell_type"] == "markdown"
)
A_MOMENT = 1500  # milliseconds: longer than a heading must stay in view to count


@pytest.fixture
def front(visit, site) -> Page:
    return visit(f"{site}/index.html")


def read(page: Page, url: str, *headings: str) -> None:
    """Open a page and stay at each of the headings for a moment."""
    page.goto(url)
    for name in headings:
        heading = page.locator("main h2", has_text=name)
        for pause in (500, A_MOMENT):  # on the way, widgets come to life and grow
            heading.evaluate("(it) => it.scrollIntoView({ block: 'center', behavior: 'instant' })")
            page.wait_for_timeout(pause)


def card(page: Page, number: str):
    return page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=number))


def test_the_network_is_live(front):
    widget = LiveWidget(front)
    widget.press(widget.slider("w11"), "End")
    expect(widget.words).to_contain_text("hidden units 0.5000 and 0.2500")


def test_each_card_is_one_link_for_keyboard_and_pointer(front, site):
    first = card(front, "01").get_by_role("link")
    expect(first).to_have_count(1)
    first.focus()
    front.keyboard.press("Tab")
    expect(card(front, "02").get_by_role("link")).to_be_focused()
    front.keyboard.press("Enter")
    front.wait_for_url("**/notebooks/02-*.html")
    front.goto(f"{site}/index.html")
    card(front, "03").get_by_text("You need").click(force=True)  # the link lies over it
    front.wait_for_url(f"**/{NOTEBOOK}.html")


def test_what_was_read_shows_on_the_front_page_until_it_is_forgotten(front, site):
    door = front.get_by_role("main").get_by_role("listitem").filter(has_text="Read here")
    as_written = door.inner_text()
    expect(card(front, "03")).to_contain_text("Not started")
    expect(front.get_by_role("button", name="Forget my progress")).to_be_hidden()

    read(front, f"{site}/{NOTEBOOK}.html", "Paths add up", "The reverse sweep")
    in_sidebar = front.locator("#quarto-sidebar").get_by_role("link", name="03 Chain rule")
    expect(in_sidebar).to_contain_text("sections)")

    front.goto(f"{site}/index.html")
    expect(card(front, "03")).to_contain_text(f"of {SECTIONS} sections")
    expect(card(front, "02")).to_contain_text("Not started")
    go_on = door.get_by_role("link", name="Continue: notebook 03, The reverse sweep")
    expect(go_on).to_have_attribute("href", f"{site}/{NOTEBOOK}.html#the-reverse-sweep")

    forget = front.get_by_role("button", name="Forget my progress")
    forget.click()
    front.keyboard.press("Tab")  # away: it was not meant
    expect(card(front, "03")).to_contain_text(f"of {SECTIONS} sections")
    forget.focus()
    front.keyboard.press("Enter")
    front.get_by_role("button", name="Press again to forget").press("Enter")
    expect(front.get_by_text("Your progress is forgotten, and your code.")).to_be_visible()
    expect(card(front, "03")).to_contain_text("Not started")
    assert door.inner_text() == as_written
    front.reload()
    expect(card(front, "03")).to_contain_text("Not started")


def test_a_notebook_read_to_its_end_leads_to_the_next(front, site):
    read(front, f"{site}/{NOTEBOOK}.html", "Next")
    front.goto(f"{site}/index.html")
    expect(card(front, "03").locator(".course-card-progress")).to_have_text("Read")
    next_one = "Continue: notebook 04, Value and backpropagation"
    expect(front.get_by_role("link", name=next_one)).to_be_visible()


def test_nothing_moves_when_progress_appears(front, site):
    read(front, f"{site}/{NOTEBOOK}.html", "Paths add up")
    front.goto(f"{site}/index.html")
    LiveWidget(front)
    with_progress = front.evaluate(PLACES)
    front.add_init_script(BLOCKED)
    front.reload()
    LiveWidget(front)
    expect(front.get_by_text("Not started")).to_have_count(0)
    expect(front.get_by_role("button", name="Forget my progress")).to_be_hidden()
    assert front.evaluate(PLACES) == with_progress
