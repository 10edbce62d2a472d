"""Put the lines in order: by keyboard, by touch, and every exercise with right and wrong lines."""

import pytest
from conftest import ROOT
from playwright.sync_api import Locator, Page, expect
from test_axe_page import findings
from test_work_page import Exercise

from tools import notebooks
from tools.exercises import cells_of
from tools.line_order import line_order

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
CHAIN_RULE, DIFFERENCES = (f"notebooks/{path.stem}.html" for path in (NOTEBOOKS[2], NOTEBOOKS[1]))
# Make each program of pieces by presses, check it, and give what the verdicts say.
ARRANGE = """async (box, [shuffled, programs]) => {
  const lines = [...box.querySelectorAll("ul button.course-line")];
  const exercise = box.closest(".course-exercise");
  const verdict = exercise.querySelector(".cell-output-display[role=status]");
  const out = [...box.querySelectorAll("button")].find((each) => each.textContent === "Take out");
  const said = [];
  for (const wanted of programs) {
    for (const line of box.querySelectorAll("ol button.course-line")) {
      line.click(); // marked
      out.click();
    }
    const left = new Map(lines.map((line, place) => [line, shuffled[place]]));
    for (const piece of wanted) {
      const line = lines.find((each) => left.get(each) === piece);
      left.delete(line);
      line.click();
    }
    const judged = new Promise((done) => {
      new MutationObserver(done).observe(verdict, { childList: true });
    });
    box.querySelector("[data-do=check]").click();
    await judged;
    said.push(verdict.textContent);
  }
  return said;
}"""


class Lines(Exercise):
    """The lines of one exercise, with the box open or to be opened."""

    def __init__(self, page: Page, name: str = "Exercise 1"):
        super().__init__(page, name)
        self.opens = page.get_by_role("button", name=f"Put the lines in order for {name}")
        self.lines = page.get_by_role("group", name=f"The lines of {name}")
        self.unused = self.lines.get_by_role("list", name="Not used")
        self.program = self.lines.get_by_role("list", name="Your program")
        self.judge = self.lines.get_by_role("button", name=f"Check these lines of {name}")
        self.heard = self.lines.locator(".course-heard[role=status]")

    def line(self, source: str) -> Locator:
        """A line, whether it is used or not."""
        return self.lines.get_by_role("button", name=f": {source}").and_(
            self.lines.locator(".course-line")
        )

    def stand(self, *sources: str) -> None:
        """These lines make the program, in this order."""
        expect(self.program.locator("code")).to_have_text(sources)


def test_by_keyboard(visit, site):
    page = visit(f"{site}/{CHAIN_RULE}", viewport={"width": 1280, "height": 900})
    exercise, press = Lines(page), page.keyboard.press
    inner, right = "inner = x**2", "return cos(inner) * 2 * x"
    exercise.opens.press("Enter")
    expect(exercise.opens).to_have_attribute("aria-expanded", "true")
    press("Tab")
    expect(exercise.unused.get_by_role("button").first).to_be_focused()

    slip = exercise.line("return cos(x) * 2 * x")
    slip.press("Enter")
    expect(exercise.heard).to_have_text("Line 1 of 1: return cos(x) * 2 * x. Added.")
    expect(exercise.unused.locator(":focus")).to_have_count(1)  # ready for the next
    exercise.line(inner).press("Space")
    exercise.stand("return cos(x) * 2 * x", inner)
    exercise.line(inner).press("ArrowUp")
    expect(exercise.heard).to_have_text(f"Line 1 of 2: {inner}. Moved up.")
    exercise.stand(inner, "return cos(x) * 2 * x")
    press("ArrowUp")
    expect(exercise.heard).to_have_text(f"Line 1 of 2: {inner}. It is the first already.")
    exercise.judge.press("Enter")
    exercise.says("The slope of the sine is taken at x")
    assert findings(page, ".course-exercise") == []

    page.reload()
    exercise = Lines(page)
    exercise.opens.press("Enter")
    exercise.stand(inner, "return cos(x) * 2 * x")
    exercise.line("return cos(x) * 2 * x").press("Delete")
    expect(exercise.heard).to_have_text("Not used: return cos(x) * 2 * x. Taken out.")
    expect(exercise.line(inner)).to_be_focused()
    exercise.line(right).press("Enter")
    exercise.judge.press("Enter")
    exercise.says("Right")
    expect(exercise.editor).to_contain_text(right)
    expect(exercise.lines).to_contain_text("They stand in the editor now")
    exercise.opens.press("Enter")
    expect(exercise.lines).to_be_hidden()


def drag(page: Page, start: Locator, end: Locator) -> None:
    """Drag with a finger, from the dots of a line to below another."""
    end.scroll_into_view_if_needed()
    start.scroll_into_view_if_needed()
    grip, goal = start.locator(".course-grip").bounding_box(), end.bounding_box()
    x, y = grip["x"] + grip["width"] / 2, grip["y"] + 15
    below = goal["y"] + goal["height"] - 2
    finger = page.context.new_cdp_session(page)
    steps = [("touchStart", y), *(("touchMove", y + (below - y) * i / 4) for i in range(1, 5))]
    for kind, height in steps:
        points = [{"x": x, "y": height}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(500)  # a tap at once after it would be taken to stop a fling


def test_by_touch_on_a_phone(visit, site):
    size = {"width": 360, "height": 1200}
    page = visit(f"{site}/{DIFFERENCES}", viewport=size, color_scheme="dark", has_touch=True)
    exercise = Lines(page, "Exercise 2")
    exercise.opens.tap()
    begin, loop, copy = "here = f(*point)", "for i in range(len(point)):", "moved = list(point)"
    rest = ["moved[i] += h", "slopes.append((f(*moved) - here) / h)"]
    end = exercise.unused.locator(".course-line", has_text="return slopes")
    shallow = end.nth(0 if end.nth(0).locator("[style*='--indent: 4']").count() else 1)
    for source in [loop, begin, "slopes = []", "moved = point", *rest]:
        exercise.line(source).tap()
    shallow.tap()
    assert findings(page, ".course-exercise") == []
    drag(page, exercise.line(loop), exercise.line("slopes = []"))
    exercise.stand(begin, "slopes = []", loop, "moved = point", *rest, "return slopes")
    exercise.judge.tap()
    exercise.says("An argument that was moved is never moved back")
    exercise.line("moved = point").tap()
    exercise.lines.get_by_role("button", name="Take out").tap()
    exercise.line(loop).tap()
    exercise.line(copy).tap()
    exercise.lines.get_by_role("button", name="Move up").tap()
    exercise.lines.get_by_role("button", name="Move down").tap()
    exercise.stand(begin, "slopes = []", loop, copy, *rest, "return slopes")
    exercise.judge.tap()
    exercise.says("Right")
    assert findings(page, ".course-exercise") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name[:2])
def test_right_lines_are_right_and_a_wrong_one_is_told(visit, site, path):
    page = visit(f"{site}/notebooks/{path.stem}.html")
    for number, cells in enumerate(cells_of(notebooks.read(path)).values(), 1):
        exercise, order = Lines(page, f"Exercise {number}"), line_order(cells)
        exercise.opens.click()
        programs = [order.pieces, *(order.with_slip(*wrong) for wrong in order.wrong)]
        sources = [f"{cells.given}\n{order.program(pieces)}" for pieces in programs]
        expected = [cells.feedback_on(source) for source in sources]
        assert [said.kind == "right" for said in expected] == [True, *[False] * len(order.wrong)]
        found = exercise.lines.evaluate(ARRANGE, [order.shuffled(), programs])
        assert [" ".join(text.split()) for text in found] == [words(said) for said in expected]


def words(feedback) -> str:
    """What a reader sees of it."""
    return str(feedback).replace("`", "")
