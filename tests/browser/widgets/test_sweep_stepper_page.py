"""The sweep stepper on a page and in JupyterLab, by keyboard."""

import pytest
from live_widget import LiveWidget
from playwright.sync_api import Page, expect

from helpers import rules
from helpers.wengert import trace
from helpers.widgets import SweepStepper
from helpers.widgets.shared.template import short, significant

NEURON = trace(
    lambda w, b, x, t: (1 / (1 + rules.exp(-(w * x + b))) - t) ** 2, w=2.0, b=0.0, x=1.0, t=10.0
)
END = "Reverse sweep, 12 of 12: x receives −3.82983 from t1, which makes its adjoint −3.82983. "


class Stepper(LiveWidget):
    """The live widget: what a reader sees of it, and what can be pressed."""

    def __init__(self, page: Page):
        super().__init__(page)
        self.spoken = self.root.locator(".course-spoken")  # also while it is silent
        self.formula = self.root.locator(".sweep-formula")
        self.step = self.slider("step")
        self.current = self.root.locator("tr[aria-current=step]")
        self.receives = self.root.locator("tr.receives")
        self.flow = self.root.locator(".edge.flow")
        self.predict = self.root.get_by_role("checkbox", name="Predict first")
        self.guess = self.root.get_by_role("textbox", name="Your guess")
        self.answer = self.root.locator(".sweep-answer")

    def adjoint(self, name: str) -> list[str]:
        """The adjoint of an input or step, in the table and in the graph."""
        row = self.root.get_by_role("row").filter(
            has=self.page.get_by_role("rowheader", name=name, exact=True)
        )
        return [
            row.locator("td").last.text_content(),
            self.root.locator(f'[data-adjoint="{name}"]').text_content(),
        ]

    def expect_at(self, position: int) -> None:
        expect(self.step).to_have_attribute("aria-valuetext", str(position))


@pytest.fixture
def open_page(open_widget):
    """open_page(setting, stepper, **options): a live stepper on a page."""

    def opened(setting: str = "", stepper=None, **options) -> Stepper:
        query = setting and f"?sweep-stepper={setting}"
        return Stepper(open_widget(stepper or SweepStepper(NEURON), query, **options))

    return opened


def test_through_both_sweeps_by_arrow_key(open_page):
    stepper = open_page()
    expect(stepper.words).to_have_text("Nothing is computed yet: only the inputs have values.")
    expect(stepper.current).to_have_count(0)
    stepper.press(stepper.step, *["ArrowRight"] * 4)
    expect(stepper.words).to_have_text("Forward sweep, 4 of 8: t4 is 0.135335.")
    expect(stepper.formula).to_have_text("t4 = exp(t3) = exp(−2) = 0.135335")
    expect(stepper.current).to_have_text("▶t4exp(t3)0.135335")
    expect(stepper.root.locator(".node.current")).to_contain_text("t4")
    expect(stepper.root.locator("tr.operand")).to_have_text("•t3−t2−2")
    expect(stepper.flow).to_have_count(0)

    stepper.press(stepper.step, *["ArrowUp"] * 5)
    expect(stepper.formula).to_have_text("adjoint of t8 = ∂t8/∂t8 = 1")
    assert stepper.adjoint("t8") == ["1", "← 1"]
    assert stepper.adjoint("w") == ["0", "← 0"]

    stepper.press(stepper.step, *["ArrowRight"] * 6)
    expect(stepper.formula).to_have_text(
        "adjoint of t3 += adjoint of t4 × ∂t4/∂t3 = 14.1494 × 0.135335 = 1.91492, "
        "where ∂t4/∂t3 = exp(t3)"
    )
    expect(stepper.current).to_contain_text("t4")
    expect(stepper.receives).to_contain_text("◀t3")
    expect(stepper.flow).to_have_attribute("data-to", "t4")
    expect(stepper.spoken).to_have_text(
        "Reverse sweep, 7 of 12: t3 receives 1.91492 from t4, which makes its adjoint 1.91492."
    )

    stepper.press(stepper.step, "End", "ArrowRight")
    expect(stepper.words).to_have_text(f"{END}That was the last line.")
    for name, adjoint in NEURON.reverse_sweep(NEURON.forward_sweep()).items():
        assert stepper.adjoint(name) == [significant(adjoint), f"← {short(adjoint)}"]


def test_back_next_and_reset(open_page):
    stepper = open_page("step:9")
    stepper.expect_at(9)
    stepper.press(stepper.button("Next"), "Enter", "Space")
    stepper.expect_at(11)
    stepper.press(stepper.button("Back"), *["Enter"] * 13)
    stepper.expect_at(0)
    stepper.press(stepper.step, "End")
    stepper.press(stepper.button("Next"), "Enter")
    stepper.expect_at(20)
    stepper.press(stepper.button("Reset"), "Enter")
    stepper.expect_at(0)


def test_predict_first(open_page):
    stepper = open_page("step:14")
    expect(stepper.guess).to_be_hidden()
    stepper.press(stepper.predict, "Space")
    assert stepper.adjoint("t4") == ["?", "← ?"]
    expect(stepper.formula).to_have_text("adjoint of t4 += adjoint of t5 × ∂t5/∂t4 = ?")
    expect(stepper.words).to_have_text("Reverse sweep, 6 of 12: what does t4 receive from t5?")
    assert "14.1494" not in stepper.root.locator("tr.receives").text_content()

    stepper.guess.fill("-14.1")
    stepper.press(stepper.guess, "Enter")
    expect(stepper.answer).to_have_text("The size is right, the sign is not.")
    stepper.guess.fill("14.1")
    stepper.press(stepper.guess, "Enter")
    expect(stepper.answer).to_have_text("Right: it is 14.1494.")
    assert stepper.adjoint("t4") == ["14.1494", "← 14.15"]
    stepper.press(stepper.guess, "Enter")
    expect(stepper.formula).to_have_text("adjoint of t3 += adjoint of t4 × ∂t4/∂t3 = ?")
    expect(stepper.guess).to_have_value("")
    expect(stepper.answer).to_have_text("")

    stepper.press(stepper.button("Show"), "Space")
    expect(stepper.formula).to_contain_text("= 14.1494 × 0.135335 = 1.91492")
    stepper.press(stepper.button("Next"), "Enter")  # on without a guess
    assert stepper.adjoint("t2") == ["?", "← ?"]
    stepper.press(stepper.button("Back"), "Enter")
    assert stepper.adjoint("t3") == ["1.91492", "← 1.915"], "once shown, it stays"
    stepper.press(stepper.button("Back"), "Enter")
    stepper.press(stepper.button("Reset"), "Enter")
    stepper.press(stepper.step, *["ArrowRight"] * 15)
    assert stepper.adjoint("t3") == ["?", "← ?"], "until the reader starts anew"
    stepper.press(stepper.predict, "Space")
    assert stepper.adjoint("t3") == ["1.91492", "← 1.915"]


def test_it_plays_to_the_end_and_is_silent_while_it_does(open_page):
    stepper = open_page("step:19")
    stepper.press(stepper.button("Play"), "Enter")
    stepper.expect_at(20)
    expect(stepper.button("Pause")).to_have_count(0)
    stepper.press(stepper.button("Play"), "Enter")  # from the end it starts again
    stepper.expect_at(0)
    expect(stepper.spoken).to_have_attribute("aria-live", "off")
    stepper.expect_at(1)
    stepper.press(stepper.button("Pause"), "Enter")
    expect(stepper.spoken).to_have_attribute("aria-live", "polite")
    stepper.expect_at(1)


def test_the_slider_stops_the_player(open_page):
    stepper = open_page("step:3")
    stepper.press(stepper.button("Play"), "Enter")
    stepper.expect_at(4)
    expect(stepper.button("Pause")).to_be_visible()
    stepper.press(stepper.step, "End")
    expect(stepper.button("Play")).to_be_visible()
    stepper.page.wait_for_timeout(1800)  # longer than a line takes
    stepper.expect_at(20)


def test_check_and_guesses_after_show_and_at_the_start(open_page):
    stepper = open_page("step:14")
    stepper.press(stepper.predict, "Space")
    stepper.press(stepper.button("Show"), "Enter")
    stepper.guess.fill("- 14,1")
    stepper.press(stepper.button("Check"), "Enter")
    expect(stepper.answer).to_have_text("The size is right, the sign is not.")
    stepper.guess.fill("14.1")
    stepper.press(stepper.guess, "Enter")
    expect(stepper.answer).to_have_text("Right: it is 14.1494.")
    stepper.press(stepper.button("Check"), "Enter")
    stepper.expect_at(14)
    stepper.press(stepper.guess, "Enter")
    stepper.expect_at(15)
    stepper.press(stepper.step, "Home")
    expect(stepper.guess).to_be_disabled()
    stepper.press(stepper.button("Check"), "Enter")
    stepper.press(stepper.button("Show"), "Enter")
    stepper.expect_at(0)
    expect(stepper.answer).to_have_text("")
    stepper.press(stepper.button("Next"), "Enter")
    expect(stepper.guess).to_be_enabled()


def test_with_less_motion_it_says_that_it_does_not_play(open_page):
    stepper = open_page(reduced_motion="reduce")
    expect(stepper.button("Play")).to_have_count(0)
    expect(stepper.root).to_contain_text("does not play by itself")
    stepper.press(stepper.button("Next"), "Enter")
    stepper.expect_at(1)


def test_a_slider_for_an_input_on_a_phone(open_page):
    stepper = open_page(
        "step:20,w:-1",
        SweepStepper(NEURON, ranges={"w": (-3, 3)}),
        viewport={"width": 360, "height": 740},
    )
    stepper.press(stepper.slider("w"), *["ArrowRight"] * 50)
    gradient = NEURON.gradient(w=-0.5)
    expect(stepper.words).to_contain_text(f"makes its adjoint {significant(gradient['x'])}.")
    assert stepper.adjoint("t")[0] == significant(gradient["t"])
    assert stepper.page.evaluate("document.documentElement.scrollWidth") <= 360
    graph = stepper.root.get_by_role("group", name="Graph of the list")
    expect(graph).to_have_attribute("tabindex", "0")  # it scrolls within itself
    stepper.press(graph, "ArrowRight")
    expect(graph.locator(".node.current")).to_be_in_viewport()


def test_inputs_called_like_parts_of_the_figure(open_page):
    tape = trace(lambda name, start: name * start, name=2.0, start=5.0)
    stepper = open_page("step:4", SweepStepper(tape))
    expect(stepper.formula).to_contain_text("adjoint of start += ")
    assert [stepper.adjoint(name)[0] for name in ("name", "start")] == ["5", "2"]


CELLS = [
    "from helpers.value import Value\nfrom helpers.widgets import SweepStepper\n"
    "a = Value(3.0, label='a')\nstepper = SweepStepper(a * a + a, predict=True, position=3)\n"
    "stepper",
    "print(stepper.values, stepper.predict)",
]


def test_in_jupyterlab(open_notebook):
    notebook = open_notebook("sweep-stepper.ipynb", CELLS)
    notebook.run_all()
    stepper = Stepper(notebook.page)
    assert notebook.run(CELLS[1]) == "{'step': 3.0} True\n"

    stepper.guess.fill("1")
    stepper.press(stepper.guess, "Enter", "Enter")  # right, and on
    expect(stepper.formula).to_have_text("adjoint of t1 += adjoint of t2 × ∂t2/∂t1 = ?")
    stepper.press(stepper.button("Show"), "Enter")
    expect(stepper.formula).to_contain_text("= 1 × 1 = 1")
    stepper.press(stepper.step, "End")
    stepper.press(stepper.predict, "Space")
    expect(stepper.words).to_contain_text("a receives 3 from t1, which makes its adjoint 7.")
    stepper.press(stepper.button("Back"), "Enter")
    stepper.expect_at(6)
    assert notebook.run(CELLS[1]) == "{'step': 6.0} False\n"
