"""A notebook's page as a place to work: guess, write, check, leave and come back."""

import pytest
from playwright.sync_api import Locator, Page, expect
from test_axe_page import NARROW, WIDE, findings

NOTEBOOK = "notebooks/03-chain-rule-and-wengert-lists.html"
RIGHT = "def my_slope(x):\n    return 2 * x * cos(x**2)"
WRONG = "def my_slope(x):\n    return 2 * x * cos(x)"
SLIP = "The slope of the sine is taken at x"
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
        self.solution = self.box.locator("details:not([data-hint])")
        expect(self.editor).to_be_visible()

    def write(self, source: str) -> None:
        self.editor.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(source)

    def run(self, source: str) -> None:
        self.write(source)
        self.check.click()

    def says(self, words: str) -> None:
        expect(self.verdict).to_contain_text(words, timeout=NEVER)


@pytest.fixture
def notebook(visit, site) -> Page:
    return visit(f"{site}/{NOTEBOOK}")


def tab_to(target: Locator) -> None:
    """Press Tab until something has the focus."""
    for _ in range(100):
        target.page.keyboard.press("Tab")
        if target.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {target}")


def test_by_keyboard_alone(notebook):
    asked = []
    notebook.on("request", lambda request: asked.append(request.url))
    form = notebook.locator("form.course-guess").first
    answer = notebook.locator("form.course-guess + .course-answer").first
    keys = notebook.keyboard
    tab_to(form.get_by_role("textbox", name="Your guess"))
    keys.type("many\n")
    expect(form.get_by_role("status")).to_have_text("Type a number, such as 0.25.")
    expect(answer).to_be_hidden()
    keys.press("ControlOrMeta+a")
    keys.type("1/4\n")
    expect(answer).to_contain_text("You guessed 1/4. Where does the answer come from?")
    expect(form.get_by_role("status")).to_contain_text("You guessed 1/4.")

    notebook.goto(f"{notebook.url}#exercise-1-a-chain-of-two")  # as its link does
    exercise = Exercise(notebook)
    tab_to(exercise.editor)
    expect(exercise.solution).to_be_hidden()
    keys.press("ControlOrMeta+a")
    keys.type(WRONG.replace("    ", ""))  # the editor indents
    assert not [url for url in asked if "/python/" in url]
    keys.press("Shift+Enter")
    exercise.says(SLIP)
    expect(exercise.solution).to_be_visible()
    keys.press("Escape")
    keys.press("Tab")
    expect(exercise.check).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")
    expect(exercise.editor).to_be_focused()
    expect(exercise.editor).to_contain_text("...")
    expect(exercise.status).to_contain_text("Undo brings your code back.")
    exercise.says("Not started yet")
    keys.press("ControlOrMeta+z")
    expect(exercise.editor).to_contain_text("2 * x * cos(x)")
    keys.press("ControlOrMeta+a")
    keys.type(RIGHT.replace("    ", ""))
    keys.press("Shift+Enter")
    exercise.says("Right")
    python = [url for url in asked if "/python/" in url]
    assert len(python) == len(set(python)) > 0

    notebook.reload()
    expect(answer).to_contain_text("You guessed 1/4.")
    exercise = Exercise(notebook)
    expect(exercise.editor).to_contain_text("2 * x * cos(x**2)")
    exercise.says("Right")
    expect(exercise.solution).to_be_visible()


def test_hints_come_one_at_a_time(notebook):
    hints = Exercise(notebook).box.locator("[data-hint]")
    for number in range(hints.count()):
        expect(hints.nth(number)).to_be_visible()
        expect(hints.locator("visible=true")).to_have_count(number + 1)
        hints.nth(number).locator("summary").press("Enter")
        expect(hints.nth(number).locator("p").first).to_be_visible()
    assert hints.count() >= 2


def test_whatever_goes_wrong_is_told_and_the_next_run_works(notebook):
    seconds = 1
    notebook.evaluate("(x) => { document.documentElement.dataset.seconds = x; }", seconds)
    exercise = Exercise(notebook)
    exercise.write(RIGHT)
    exercise.check.dblclick()  # twice does no harm
    exercise.says("Right")
    for source, words in {
        "raise ValueError('mine')": "line 1: raise ValueError('mine')",
        "import numpy": "JupyterLab has it",
        "def f():\n    return f()\nf()": "every way through it",
        "for i in range(99):\n    print('x' * 999)": "cut here, after 10,000 characters",
        "while True: pass": f"Ended after {seconds} seconds. Does a loop never come to its end?",
        "while True: print('x')": f"Ended after {seconds} seconds.",
    }.items():
        exercise.run(source)
        exercise.says(words)
        assert exercise.editor.inner_text() == source
        exercise.run(RIGHT)
        exercise.says("Right")


def test_two_tabs_do_not_undo_each_other(notebook):
    first = Exercise(notebook)
    other_page = notebook.context.new_page()
    other_page.goto(notebook.url)
    second = Exercise(other_page)
    first.run(WRONG)
    first.says(SLIP)
    second.says(SLIP)
    expect(second.editor).to_contain_text("cos(x)")
    expect(second.solution).to_be_visible()
    notebook.reload()
    Exercise(notebook).says(SLIP)


def test_a_cell_to_play_with_stands_in_its_fold(notebook):
    in_sight = ".cell[data-cell]:not(.course-answer *)"
    cell = notebook.locator(f"{in_sight}:has(> details.course-code):has(> .cell-output)").first
    fold = cell.locator("details.course-code")
    button = fold.locator("[data-do=edit]")
    stored, shown = (
        cell.locator("> .cell-output:not(.course-ran)").first,
        cell.locator(".course-ran"),
    )
    status = fold.get_by_role("status")
    expect(button).to_be_hidden()
    fold.locator("summary").click()
    button.click()
    editor = fold.get_by_role("textbox", name="The code of this cell")
    expect(editor).to_be_focused(timeout=NEVER)
    before = editor.inner_text()
    editor.press("ControlOrMeta+a")
    notebook.keyboard.insert_text("print(6 * 7, 'are mine')")
    button.click()
    expect(shown).to_have_text("42 are mine", timeout=NEVER)
    expect(shown).to_have_role("status")
    expect(stored).to_be_hidden()
    editor.press("ControlOrMeta+a")
    notebook.keyboard.insert_text("mine = 6 * 7")
    editor.press("Shift+Enter")
    expect(status).to_have_text("Done. It prints nothing.", timeout=NEVER)

    notebook.reload()
    fold.locator("summary").click()
    button.click()
    expect(editor).to_have_text("mine = 6 * 7")
    fold.get_by_role("button", name="Start over").click()
    expect(status).to_have_text("The cell is as it was.")
    assert editor.inner_text() == before
    expect(stored).to_be_visible()
    expect(shown).to_be_empty()


def test_storage_that_keeps_nothing_does_no_harm(notebook):
    for script in (FULL, BLOCKED):
        notebook.add_init_script(script)
        notebook.reload()
        exercise = Exercise(notebook)
        exercise.write(WRONG)
        expect(exercise.status).to_contain_text("This browser keeps nothing")
        exercise.check.click()
        exercise.says(SLIP)


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


def test_axe_finds_nothing_around_an_editor(visit, site):
    page = visit(f"{site}/{NOTEBOOK}", viewport=NARROW, has_touch=True)
    exercise = Exercise(page)
    exercise.write(WRONG)
    for after_verdict in (False, True):
        if after_verdict:
            exercise.check.tap()
            exercise.says(SLIP)
        for size in (NARROW, WIDE):
            page.set_viewport_size(size)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert findings(page, ".course-exercise") == [], (after_verdict, size, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
