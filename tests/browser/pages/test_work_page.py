"""A notebook's page as a place to work: guess, write, check, leave and come back."""

import pytest
from playwright.sync_api import Page, expect
from test_axe_page import findings

NOTEBOOK = "notebooks/03-chain-rule-and-wengert-lists.html"
RIGHT = "def my_slope(x):\n    return 2 * x * cos(x**2)"
WRONG = "def my_slope(x):\n    return 2 * x * cos(x)"
SCRIPT, WORKER = "course/work.js", "course/python/worker.mjs"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
NEVER = 60_000  # milliseconds: Python starts within that on any machine


class Exercise:
    """One exercise of a page, as a reader sees it."""

    def __init__(self, page: Page, name: str = "Exercise 1"):
        self.page = page
        self.box = page.locator(f'[data-name="{name}"]')
        self.box.scroll_into_view_if_needed()
        self.editor = page.get_by_role("textbox", name=f"Your code for {name}", exact=True)
        self.check = page.get_by_role("button", name=f"Check {name}", exact=True)
        self.restart = page.get_by_role("button", name=f"Start over with {name}", exact=True)
        self.verdict = self.box.locator(".cell-output-display[role=status]")
        self.status = self.box.locator(".course-work [role=status]")
        expect(self.editor).to_be_visible()

    def write(self, source: str) -> None:
        self.editor.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(source)

    def says(self, words: str) -> None:
        expect(self.verdict).to_contain_text(words, timeout=NEVER)


@pytest.fixture
def notebook(visit, site) -> Page:
    return visit(f"{site}/{NOTEBOOK}")


def test_write_check_and_come_back(notebook):
    asked = []
    notebook.on("request", lambda request: asked.append(request.url))
    exercise = Exercise(notebook)
    assert not [url for url in asked if "/python/" in url]
    exercise.write(WRONG)
    exercise.editor.press("Shift+Enter")
    exercise.check.click()  # twice does no harm
    exercise.says("The slope of the sine is taken at x")
    expect(exercise.box.locator("details")).to_be_visible()  # the solution
    exercise.editor.press("Escape")
    notebook.keyboard.press("Tab")
    expect(exercise.check).to_be_focused()
    exercise.write(RIGHT)
    exercise.check.press("Enter")
    exercise.says("Right")
    assert len([url for url in asked if url.endswith("worker.mjs")]) == 1

    for source, words in {
        "raise ValueError('mine')": "line 1: raise ValueError('mine')",
        "import numpy": "JupyterLab has it",
        "def f():\n    return f()\nf()": "every way through it",
        "while len(str(1)):\n    print('x' * 999)\n    if len('x') / 0: pass": "ZeroDivisionError",
        "for i in range(99):\n    print('x' * 999)": "cut here, after 10,000 characters",
    }.items():
        exercise.write(source)
        exercise.check.click()
        exercise.says(words)

    exercise.write(RIGHT)
    exercise.check.click()
    exercise.says("Right")
    notebook.reload()
    exercise = Exercise(notebook)
    expect(exercise.editor).to_contain_text("2 * x * cos(x**2)")
    exercise.says("Right")
    expect(exercise.box.locator("details")).to_be_visible()
    exercise.restart.click()
    expect(exercise.editor).to_contain_text("...")
    exercise.says("Not started yet")
    exercise.editor.press("ControlOrMeta+z")
    expect(exercise.editor).to_contain_text("2 * x * cos(x**2)")


def test_two_tabs_do_not_undo_each_other(notebook):
    first = Exercise(notebook)
    other_page = notebook.context.new_page()
    other_page.goto(notebook.url)
    second = Exercise(other_page)
    first.write(WRONG)
    first.check.click()
    first.says("The slope of the sine is taken at x")
    second.says("The slope of the sine is taken at x")
    expect(second.editor).to_contain_text("cos(x)")
    expect(second.box.locator("details")).to_be_visible()
    notebook.reload()
    Exercise(notebook).says("The slope of the sine is taken at x")


def test_a_guess_uncovers_its_answer_and_is_kept(notebook):
    form = notebook.locator("form.course-guess").first
    answer = notebook.locator("form.course-guess + .course-answer").first
    field = form.get_by_role("textbox", name="Your guess")
    expect(answer).to_be_hidden()
    field.focus()
    notebook.keyboard.type("many\n")
    expect(form.get_by_role("status")).to_have_text("Type a number, such as 0.25.")
    expect(answer).to_be_hidden()
    field.fill("1/4")
    notebook.keyboard.press("Enter")
    expect(answer).to_be_visible()
    expect(answer).to_contain_text("You guessed 1/4. Where does that come from?")
    expect(form.get_by_role("status")).to_contain_text("You guessed 1/4.")
    notebook.reload()
    expect(answer).to_contain_text("You guessed 1/4.")


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_storage_that_keeps_nothing_does_no_harm(visit, site, script):
    page = visit(f"{site}/index.html")
    page.add_init_script(script)
    page.goto(f"{site}/{NOTEBOOK}")
    exercise = Exercise(page)
    exercise.write(WRONG)
    expect(exercise.status).to_contain_text("This browser keeps nothing")
    exercise.check.click()
    exercise.says("The slope of the sine is taken at x")


def test_a_lost_connection_is_told_and_the_next_press_works(browser, site):
    page = browser.new_page(service_workers="block")
    lost = ["work.js", "cells/*"]
    for file in lost:
        page.route(f"**/course/{file}", lambda route: route.abort())
    page.goto(f"{site}/{NOTEBOOK}")
    check = page.get_by_role("button", name="Check Exercise 1", exact=True)
    status = page.locator('[data-name="Exercise 1"] .course-work [role=status]')
    for file in lost:
        check.click()
        expect(status).to_contain_text("could not be fetched")
        page.unroute(f"**/course/{file}")
        page.evaluate("document.querySelector('[data-name] [role=status]').textContent = ''")
    page.route("**/python/course.zip", lambda route: route.abort())
    check.click()
    exercise = Exercise(page)
    exercise.says("Its files could not be fetched (Failed to fetch)")
    page.unroute("**/python/course.zip")
    page.route("**/python/python_stdlib.zip", lambda route: route.fulfill(status=404))
    exercise.check.click()
    exercise.says("python_stdlib.zip: 404")
    page.unroute("**/python/python_stdlib.zip")
    exercise.check.click()
    exercise.says("returns nothing yet")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_around_an_editor(visit, site, scheme, width):
    size = {"width": width, "height": 800}
    page = visit(f"{site}/{NOTEBOOK}", viewport=size, color_scheme=scheme, has_touch=width < 400)
    exercise = Exercise(page)
    exercise.write(WRONG)
    assert findings(page, ".course-exercise") == []
    exercise.check.tap() if width < 400 else exercise.check.click()
    exercise.says("The slope of the sine is taken at x")
    assert findings(page, ".course-exercise") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
