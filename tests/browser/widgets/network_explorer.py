"""The network explorer in a browser, moved as a reader moves it, and what it should then show."""

import time

from live_widget import LiveWidget, shape
from playwright.sync_api import Locator, Page

from helpers.finite_differences import gradient
from helpers.toy_network import Weights, forward, loss
from helpers.widgets import NetworkExplorer
from helpers.widgets.shared.template import fixed

# What each slider is called, for eyes and for screen readers; in the order of the page.
NAMES = {"x": "input x", "target": "target", "w11": "w11", "w21": "w21", "w12": "w12", "w22": "w22"}
START = dict.fromkeys(NAMES, 0.5)


def sentence(values: dict[str, float], gradients: bool = False) -> str:
    """Say in words what the toy network computes from these values."""
    v = values
    weights = Weights(v["w11"], v["w12"], v["w21"], v["w22"])
    hidden1, hidden2, output = (fixed(x, 4) for x in forward(v["x"], weights))
    words = (
        f"Input {fixed(v['x'], 2)}; hidden units {hidden1} and {hidden2}; "
        f"output {output}, target {fixed(v['target'], 2)}; "
        f"loss {fixed(loss(v['x'], weights, v['target']), 4)}."
    )
    if not gradients:
        return words
    slopes = gradient(lambda *w: loss(v["x"], Weights(*w), v["target"]), weights)
    said = {name: fixed(x, 4) for name, x in zip(Weights._fields, slopes, strict=True)}
    listed = ", ".join(f"{said[name]} for {name}" for name in ("w11", "w12", "w21", "w22"))
    return f"{words} Derivatives of the loss: {listed}."


class Explorer(LiveWidget):
    """The live explorer on a page."""

    def __init__(self, page: Page):
        super().__init__(page)
        self.gradients = self.root.get_by_role("checkbox", name="Show the gradient at each weight")
        self.problem = self.root.locator(".course-problem")

    def slider(self, name: str) -> Locator:
        """The handle that can be dragged, by the name of its number."""
        return super().slider(NAMES[name])

    def readout(self, name: str) -> Locator:
        """The number beside a slider, which can be edited."""
        return self.root.get_by_role("textbox", name=f"{NAMES[name]}, type a value", exact=True)

    def move(self, name: str, key: str, times: int = 1) -> None:
        """Press a key on a slider."""
        self.press(self.slider(name), *[key] * times)

    def type(self, name: str, text: str) -> None:
        """Edit the number beside a slider."""
        self.readout(name).fill(text)
        self.page.keyboard.press("Enter")

    def values(self) -> dict[str, float]:
        """The values as the sliders announce them."""
        announced = {name: self.slider(name).get_attribute("aria-valuetext") for name in NAMES}
        return {name: float(text.replace("−", "-")) for name, text in announced.items()}

    def seen(self) -> dict:
        """Return what the explorer shows, read in one go."""
        found = self.root.evaluate(READ)
        return found | {"drawing": shape(found["drawing"])}

    def expect(self, values: dict[str, float], gradients: bool = False, seconds=5) -> None:
        """Check that words, drawing, sliders and readouts soon show what Python computes."""
        python = NetworkExplorer(show_gradients=gradients, **values)
        texts = {NAMES[name]: fixed(x, 2) for name, x in values.items()}
        expected = {
            "words": sentence(values, gradients),
            "drawing": shape(python.still()[0]),
            "gradients": gradients,
            "announced": texts,
            "numbers": {name: text.replace("−", "-") for name, text in texts.items()},
            "readouts": texts,
        }
        deadline = time.monotonic() + seconds
        while (seen := self.seen()) != expected and time.monotonic() < deadline:
            self.page.wait_for_timeout(20)
        wrong = [f"{k}: {seen[k]}, expected {expected[k]}" for k in seen if seen[k] != expected[k]]
        assert not wrong, "\n".join(text[:500] for text in wrong)


READ = """root => {
    const all = (selector) => [...root.querySelectorAll(selector)];
    const names = all("[role=slider]").map((e) => e.getAttribute("aria-label"));
    const byName = (items) => Object.fromEntries(items.map((item, i) => [names[i], item]));
    const attribute = (name) => byName(all("[role=slider]").map((e) => e.getAttribute(name)));
    return {
        words: root.querySelector(".course-words").textContent,
        drawing: root.querySelector("svg.course-drawing").outerHTML,
        gradients: root.querySelector("input[type=checkbox]").checked,
        announced: attribute("aria-valuetext"),
        numbers: attribute("aria-valuenow"),
        readouts: byName(all(".widget-readout").map((e) => e.textContent)),
    };
}"""
