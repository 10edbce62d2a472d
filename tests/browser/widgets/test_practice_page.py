"""Another list on a page and in JupyterLab: by keyboard and by touch, slips and words."""

import pytest
from live_widget import LiveWidget
from playwright.sync_api import Page, expect

from helpers.widgets import AnotherList
from helpers.widgets.shared.template import significant


class Practice(LiveWidget):
    """The live widget: what a reader sees of it, and what can be pressed."""

    kind = ".course-practice"

    def __init__(self, page: Page):
        super().__init__(page)
        self.field = self.root.locator(".practice-table").get_by_role("textbox")
        self.answer = self.root.locator(".practice-answer")
        self.rows = self.root.locator("tbody tr")
        self.another = self.button("Another list")

    def type(self, text: str) -> None:
        """Type into the field, which has the keyboard, and press Enter."""
        expect(self.field).to_be_focused()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def number(self) -> int:
        return int(self.slider("list").get_attribute("aria-valuetext"))


def answers_of(another: AnotherList) -> list[tuple[str, float]]:
    """Each field's name, and its number: values down, then adjoints up."""
    tape = another.wengert_list
    primals = tape.forward_sweep()
    adjoints = tape.reverse_sweep(primals)
    values = [(f"Value of {step}", primals[step.name]) for step in tape.steps]
    return values + [(f"Adjoint of {name}", adjoints[name]) for name in reversed(adjoints)]


@pytest.fixture
def open_page(open_widget):
    """open_page(another, query, **options): a live widget on a page."""

    def opened(another=None, query: str = "", **options) -> Practice:
        return Practice(open_widget(another or AnotherList(), query, **options))

    return opened


def test_through_a_whole_list_by_keyboard(open_page):
    another = AnotherList(level=2, number=7)
    practice = open_page(another)
    answers = answers_of(another)
    practice.field.focus()
    for k, (name, number) in enumerate(answers):
        expect(practice.field).to_have_accessible_name(name)
        expect(practice.words).to_have_text(
            f"Filled in: {k} of {len(answers)}. Right in a row: {k}."
        )
        practice.type(f"{number:g}".replace(".", ","))
    expect(practice.field).to_have_count(0)
    expect(practice.answer).to_have_text(f"Right: the adjoint of x is {significant(number)}.")
    expect(practice.words).to_have_text(
        "Done: the output t6 is −3.75, and its derivative is 0.25 with respect to x, −0.25 with "
        "respect to y. Right in a row: 14."
    )
    expect(practice.spoken.last).to_contain_text("Done")
    numbers = practice.rows.locator("td:nth-child(n + 3)").all_text_contents()
    assert all(numbers)
    assert practice.button("Check").count() == 0

    expect(practice.another).to_be_focused()
    practice.page.keyboard.press("Enter")
    expect(practice.field).to_be_focused()
    expect(practice.words).to_contain_text("Filled in: 0 of")
    expect(practice.words).to_contain_text(f"Right in a row: {len(answers)}.")
    assert practice.number() != 7
    expect(practice.choice("Level")).to_have_value("powers and quotients")


def test_a_slip_is_named_and_said_and_ends_the_row(open_page):
    # x = 5, y = 2: t1 = x / 2, t2 = y + t1, t3 = t2 + x
    practice = open_page(AnotherList(level=2, number=1))
    practice.field.focus()
    practice.type("5/2")
    expect(practice.words).to_contain_text("Right in a row: 1.")
    practice.type("-")
    expect(practice.answer).to_have_text("Type a number, such as −0.25 or 3/4.")
    expect(practice.words).to_contain_text("Right in a row: 1.")
    practice.field.fill("")
    practice.type("5")
    expect(practice.answer).to_have_text(
        "Not yet. It looks as if y and t1 were multiplied, not added."
    )
    expect(practice.answer).to_have_attribute("role", "status")
    expect(practice.words).to_contain_text("Right in a row: 0.")
    expect(practice.field).to_have_value("5")
    practice.press(practice.button("Show"), "Enter")
    expect(practice.answer).to_have_text("The value of t2 is 4.5.")
    for number in ("9,5", "1", "1", "1", "1"):
        practice.type(number)
    expect(practice.field).to_have_accessible_name("Adjoint of x")
    practice.type("1")
    expect(practice.answer).to_contain_text("x is used in t1 and in t3")
    practice.field.fill("1 1/2")
    practice.press(practice.button("Check"), "Enter")
    expect(practice.answer).to_contain_text("Type a number")
    practice.field.fill("3/2")
    practice.press(practice.button("Check"), "Enter")
    expect(practice.words).to_contain_text("1.5 with respect to x, 1 with respect to y.")

    practice.press(practice.button("Start over"), "Enter")
    expect(practice.field).to_have_accessible_name("Value of t1 = x / 2")
    expect(practice.field).to_be_focused()
    expect(practice.answer).to_have_text("")


def test_no_list_comes_twice_until_all_have_come(open_page):
    practice = open_page()
    seen = {1}
    for _ in range(99):
        practice.press(practice.another, "Enter")
        seen.add(practice.number())
    assert seen == set(range(1, 101))
    practice.press(practice.another, "Enter")
    expect(practice.field).to_be_focused()


def test_the_address_the_slider_and_the_level_deal_the_list_of_python(open_page):
    practice = open_page(query="?practice-list=number:42,level:functions")
    another = AnotherList("functions", 42)

    def expect_list() -> None:
        computes = practice.rows.locator("td:nth-child(2)")
        steps = [str(step).partition(" = ")[2] for step in another.wengert_list.steps]
        expect(computes).to_have_text(["input"] * len(another.wengert_list.inputs) + steps)

    expect_list()
    practice.press(practice.slider("list"), "ArrowRight")
    another.values = {"number": 43}
    expect_list()
    practice.choice("Level").select_option("powers and quotients")
    another.level = "powers and quotients"
    expect_list()
    expect(practice.link).to_have_attribute(
        "href", "?practice-list=number:43,level:powers%20and%20quotients#practice-list"
    )


@pytest.mark.parametrize("level", [1, 2, 3])
def test_by_touch_on_a_phone(open_page, level):
    another = AnotherList(level, 3)
    practice = open_page(another, viewport={"width": 360, "height": 740}, has_touch=True)
    for _, number in answers_of(another):
        practice.field.tap()
        practice.page.keyboard.type(f"{number:g}")
        practice.button("Check").tap()
    expect(practice.words).to_contain_text("Done")
    assert practice.page.evaluate("document.documentElement.scrollWidth") <= 360
    practice.another.tap()
    for control in (practice.field, practice.button("Check"), practice.another):
        assert control.bounding_box()["height"] >= 28


CELLS = [
    "from helpers.widgets import AnotherList\nanother = AnotherList(level=2)\nanother",
    "print(another.values, another.level)",
]


def test_in_jupyterlab(open_notebook):
    notebook = open_notebook("another-list.ipynb", CELLS)
    notebook.run_all()
    practice = Practice(notebook.page)
    practice.field.click()
    practice.type("5/2")
    expect(practice.answer).to_have_text("Right: the value of t1 is 2.5.")
    practice.type("4.5")
    expect(practice.field).to_have_accessible_name("Value of t3 = t2 + x")
    practice.press(practice.slider("list"), "ArrowRight")
    practice.choice("Level").select_option("functions")
    expect(practice.words).to_contain_text("Filled in: 0 of")
    assert notebook.run(CELLS[1]) == "{'number': 2.0} functions\n"
