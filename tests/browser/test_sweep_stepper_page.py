"""The sweep stepper on a page and in JupyterLab, by keyboard."""

import json

import pytest
from playwright.sync_api import Page, expect
from widget_page import widget_page

from helpers import rules
from helpers.wengert import trace
from helpers.widgets import SweepStepper
from helpers.widgets.template import significant

NEURON = trace(
    lambda w, b, x, t: (1 / (1 + rules.exp(-(w * x + b))) - t) ** 2, w=2.0, b=0.0, x=1.0, t=10.0
)
END = "Reverse sweep, 12 of 12: x receives −3.82983 from t1, which makes its adjoint −3.82983. "


class Stepper:
    """The live widget: what a reader sees of it, and what can be pressed."""

    def __init__(self, page: Page):
        self.page = page
        live = page.locator(".course-widget-live, .jp-OutputArea-output")
        self.root = live.locator(".course-explorer")
        self.words = self.root.locator(".course-words")
        self.spoken = self.root.locator(".course-spoken")
        self.formula = self.root.locator(".sweep-formula")
        self.slider = self.root.get_by_role("slider", name="step", exact=True)
        self.current = self.root.locator("tr[aria-current=step]")
        self.receives = self.root.locator("tr.receives")
        self.flow = self.root.locator(".edge.flow")
        self.predict = self.root.get_by_role("checkbox", name="Predict first")
        self.guess = self.root.get_by_role("textbox", name="Your guess")
        self.answer = self.root.locator(".sweep-answer")
        expect(self.slider).to_be_visible()

    def button(self, name: str):
        return self.root.get_by_role("button", name=name, exact=True)

    def press(self, control, *keys: str) -> None:
        control.focus()
        for key in keys:
            self.page.keyboard.press(key)

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
        expect(self.slider).to_have_attribute("aria-valuetext", str(position))


@pytest.fixture
def open_page(visit, tmp_path):
    """open_page(query, stepper, **options): a live stepper on a page that stays without fault."""
    visits = []

    def opened(query: str = "", stepper=None, **options) -> Stepper:
        url = widget_page(tmp_path, stepper or SweepStepper(NEURON))
        visits.append(visit(url + (query and f"?sweep-stepper={query}"), **options))
        return Stepper(visits[-1].page)

    yield opened
    for seen in visits:
        assert seen.blocked == []
        assert seen.errors == []


def test_through_both_sweeps_by_arrow_key(open_page):
    stepper = open_page()
    expect(stepper.words).to_have_text("Nothing is computed yet: only the inputs have values.")
    expect(stepper.current).to_have_count(0)
    stepper.press(stepper.slider, *["ArrowRight"] * 4)
    expect(stepper.words).to_have_text("Forward sweep, 4 of 8: t4 is 0.135335.")
    expect(stepper.formula).to_have_text("t4 = exp(t3) = exp(−2) = 0.135335")
    expect(stepper.current).to_have_text("▶t4exp(t3)0.135335")
    expect(stepper.root.locator(".node.current")).to_contain_text("t4")
    expect(stepper.root.locator("tr.operand")).to_have_text("•t3−t2−2")
    expect(stepper.flow).to_have_count(0)

    stepper.press(stepper.slider, *["ArrowUp"] * 5)
    expect(stepper.formula).to_have_text("adjoint of t8 = ∂t8/∂t8 = 1")
    assert stepper.adjoint("t8") == ["1", "← 1"]
    assert stepper.adjoint("w") == ["0", "← 0"]

    stepper.press(stepper.slider, *["ArrowRight"] * 6)
    expect(stepper.formula).to_have_text(
        "adjoint of t3 += adjoint of t4 × ∂t4/∂t3 = 14.1494 × 0.135335 = 1.91492"
    )
    expect(stepper.current).to_contain_text("t4")
    expect(stepper.receives).to_contain_text("◀t3")
    expect(stepper.flow).to_have_attribute("data-to", "t4")
    expect(stepper.spoken).to_have_text(
        "Reverse sweep, 7 of 12: t3 receives 1.91492 from t4, which makes its adjoint 1.91492."
    )

    stepper.press(stepper.slider, "End", "ArrowRight")
    expect(stepper.words).to_have_text(f"{END}That was the last line.")
    for name, adjoint in NEURON.reverse_sweep(NEURON.forward_sweep()).items():
        assert stepper.adjoint(name) == [significant(adjoint), f"← {significant(adjoint, 4)}"]


def test_back_next_and_reset(open_page):
    stepper = open_page("step:9")
    stepper.expect_at(9)
    stepper.press(stepper.button("Next"), "Enter", "Space")
    stepper.expect_at(11)
    stepper.press(stepper.button("Back"), *["Enter"] * 13)
    stepper.expect_at(0)
    stepper.press(stepper.slider, "End")
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
    stepper.press(stepper.slider, *["ArrowRight"] * 15)
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
    stepper.press(stepper.root.get_by_role("slider", name="w", exact=True), *["ArrowRight"] * 50)
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


def test_in_jupyterlab(visit, jupyterlab):
    cells = [
        {"cell_type": "code", "id": f"c{i}", "source": source, "metadata": {}, "outputs": [],
         "execution_count": None}
        for i, source in enumerate(CELLS)
    ]  # fmt: skip
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}}
    file = jupyterlab.root / "notebooks/sweep-stepper.ipynb"
    file.write_text(json.dumps(notebook | {"cells": cells}), encoding="utf-8")
    seen = visit(jupyterlab.address("notebooks/sweep-stepper.ipynb") + "&reset")
    page = seen.page
    page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()
    for item in ("Run", "Run All Cells"):
        page.get_by_role("menuitem", name=item, exact=True).click()
    stepper = Stepper(page)
    printed = page.locator(".jp-CodeCell").last.locator(".jp-OutputArea-output")
    expect(printed).to_have_text("{'step': 3.0} True\n")

    stepper.guess.fill("1")
    stepper.press(stepper.guess, "Enter", "Enter")  # right, and on
    expect(stepper.formula).to_have_text("adjoint of t1 += adjoint of t2 × ∂t2/∂t1 = ?")
    stepper.press(stepper.button("Show"), "Enter")
    expect(stepper.formula).to_contain_text("= 1 × 1 = 1")
    stepper.press(stepper.slider, "End")
    stepper.press(stepper.predict, "Space")
    expect(stepper.words).to_contain_text("a receives 3 from t1, which makes its adjoint 7.")
    stepper.press(stepper.button("Back"), "Enter")
    stepper.expect_at(6)
    page.locator(".jp-CodeCell").last.locator(".jp-InputArea-editor").click()
    page.keyboard.press("Control+Enter")
    expect(printed).to_have_text("{'step': 6.0} False\n")
    assert seen.blocked == []
    assert seen.errors == []
