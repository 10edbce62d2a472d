"""The landscape explorer on a page and in JupyterLab, by keyboard, mouse and touch."""

import ast
import re
import time
import xml.etree.ElementTree as ElementTree

import pytest
from live_widget import LiveWidget
from playwright.sync_api import Page, expect

from helpers.widgets import LandscapeExplorer
from helpers.widgets.landscape_explorer.drawing import CEILING, VIRIDIS

CLEARED = "New landscape: steps and guesses are cleared."
SOLVED = "✓ The loss reads 0.0000: the output is within 0.01 of the target."
FLAT = "The ground is flat: the gradient is 0, and no step will move the point."


class Landscape(LiveWidget):
    """The live widget: what a reader sees of it, and what can be pressed."""

    def __init__(self, page: Page):
        super().__init__(page)
        self.map = self.root.get_by_role("application")
        self.said = self.words.locator(".said")
        self.guesses = self.words.locator(".guesses")
        self.steps = self.words.locator(".steps")

    def click(self, name: str, times: int = 1) -> None:
        """Press a button with the keyboard."""
        self.press(self.button(name), *["Enter"] * times)

    def shown(self) -> dict:
        """Point, arrow and axes of the drawing, as the still picture has them."""
        return marks(self.drawing.evaluate("e => e.outerHTML"))

    def expect(self, **arguments) -> None:
        """Words and drawing are those of Python's still picture of these values."""
        picture, sentence = LandscapeExplorer(**arguments).still()
        expect(self.words).to_contain_text(sentence)
        assert self.shown() == marks(picture)

    def colour(self, across: float, up: float) -> tuple:
        """The colour of the map at a place."""
        return tuple(
            self.map.evaluate(
                "(e, [x, y]) => [...e.getContext('2d')"
                ".getImageData(x * e.width, y * e.height, 1, 1).data]",
                [(across + 3.5) / 7, (3.5 - up) / 7],
            )[:3]
        )

    def at(self, across: float, up: float) -> tuple:
        """A place on the map, in pixels of the window."""
        box = self.map.bounding_box()
        x = box["x"] + box["width"] * (across + 3.5) / 7
        return x, box["y"] + box["height"] * (3.5 - up) / 7


def marks(svg: str) -> dict:
    """Where point and arrow stand, and what the axes are called."""
    parts = {part.get("class"): part for part in ElementTree.fromstring(svg).iter()}
    return {
        "point": parts["point"].get("transform"),
        "arrow": (parts["arrow"].get("transform"), parts["arrow"].get("opacity")),
        "lengths": [part.get("d") for part in parts["arrow"]][::2],
        "axes": [parts[f"name {axis}"].text for axis in ("horizontal", "vertical")],
    }


@pytest.fixture
def open_page(open_widget):
    """open_page(query, explorer, **options): the live widget on a page."""

    def opened(query: str = "", explorer=None, **options) -> Landscape:
        return Landscape(open_widget(explorer or LandscapeExplorer(), query, **options))

    return opened


def test_the_point_by_arrow_keys(open_page):
    land = open_page()
    land.expect()
    land.press(land.map, *["ArrowLeft"] * 3, "ArrowUp", "Shift+ArrowDown")
    land.expect(w11=2.2, w21=-1.4)
    expect(land.slider("w11")).to_have_attribute("aria-valuetext", "2.20")
    expect(land.slider("w21")).to_have_attribute("aria-valuetext", "−1.40")
    land.press(land.map, *["Shift+ArrowRight"] * 4)
    land.expect(w11=3.5, w21=-1.4)
    land.press(land.slider("w21"), *["ArrowRight"] * 2)
    land.expect(w11=3.5, w21=-1.38)
    expect(land.spoken).to_have_text(land.words.text_content())
    land.click("Reset")
    land.expect()


def test_the_plain_is_flat_and_said_to_be(open_page):
    land = open_page(explorer=LandscapeExplorer(w11=0.1))
    land.press(land.map, "ArrowLeft", "ArrowLeft")
    land.expect(w11=-0.1)
    expect(land.said).to_have_text(f"{FLAT} Hidden unit 1 is dead.")
    land.click("One step", 2)
    land.expect(w11=-0.1)
    land.click("Run")
    expect(land.button("Run")).to_be_visible()
    expect(land.steps).to_contain_text("none yet")
    assert len({land.colour(across, up) for across in (-3, -1.2, -0.3) for up in (-3, 0, 3)}) == 1


def test_at_a_kink_it_says_that_the_ground_is_flat_on_one_side_only(open_page):
    land = open_page(explorer=LandscapeExplorer(w11=0.1, w21=1.5))
    land.press(land.map, "ArrowLeft")
    expect(land.said).to_contain_text("A kink: the ground is flat where w11 is below 0")
    land.press(land.map, "ArrowLeft")
    expect(land.said).to_have_text(f"{FLAT} Hidden unit 1 is dead.")


def test_the_colours_are_those_of_the_loss(open_page):
    land = open_page("?landscape-explorer=x:0.55,target:0.7,horizontal:w12,vertical:w22")
    land.expect(x=0.55, target=0.7, horizontal="w12", vertical="w22")
    land.page.wait_for_timeout(100)
    explorer = LandscapeExplorer(x=0.55, target=0.7, horizontal="w12", vertical="w22")
    stops = [tuple(int(stop[i : i + 2], 16) for i in (1, 3, 5)) for stop in VIRIDIS]
    checked = 0
    for across, up in ((-2, 1), (0.6, -2), (1.55, 2.1), (2.8, -1.1), (1.05, 0.9), (2.2, 1.4)):
        loss = explorer.tape.evaluate(**(explorer.inputs | {"w12": across, "w22": up}))
        place = min((loss / CEILING) ** 0.5, 1) * (len(stops) - 1)
        before = min(int(place), len(stops) - 2)
        pairs = zip(stops[before], stops[before + 1], strict=True)
        expected = [a + (place - before) * (b - a) for a, b in pairs]
        seen = land.colour(across, up)
        checked += max(abs(a - b) for a, b in zip(seen, expected, strict=True)) < 8
    assert checked >= 5, "one may lie on a line"


def test_steps_and_guesses_are_counted_and_stay_visible(open_page):
    land = open_page()
    land.click("One step", 2)
    expect(land.steps).to_contain_text("2 steps, 7 evaluations (3 each")
    land.click("Random guess")
    land.click("10 guesses")
    expect(land.guesses).to_contain_text("11 evaluations, best loss")
    assert land.root.locator(".guess").count() == 11
    assert land.root.locator(".best").count() == 1
    assert land.root.locator(".stop").count() == 3
    land.press(land.map, "ArrowRight")
    land.click("One step")
    assert land.root.locator("polyline.walk").count() == 2
    expect(land.steps).to_contain_text("3 steps, 11 evaluations")
    land.press(land.slider("target"), "ArrowRight")
    expect(land.steps).to_contain_text("none yet")
    expect(land.guesses).to_contain_text("no guess yet")
    assert land.root.locator(".guess, .stop, .walk").count() == 0


def test_a_new_landscape_says_that_it_clears_steps_and_guesses(open_page):
    land = open_page()
    land.press(land.slider("target"), "ArrowRight")
    expect(land.said).to_have_text("")  # there was nothing to clear
    land.click("One step")
    land.press(land.slider("target"), *["ArrowRight"] * 2)
    expect(land.said).to_have_text(CLEARED)
    land.press(land.map, "ArrowRight")
    expect(land.said).to_have_text("")
    land.click("Random guess")
    land.root.get_by_label("Up:").select_option("w12")
    expect(land.said).to_have_text(CLEARED)
    land.click("Random guess")
    expect(land.said).to_have_text("")
    land.click("Reset")
    land.expect()
    expect(land.said).to_have_text("")


def test_a_run_reaches_the_valley(open_page):
    land = open_page()
    land.click("Run")
    expect(land.button("Stop")).to_be_visible()
    land.click("Stop")
    land.click("Run")
    expect(land.said).to_have_text(SOLVED, timeout=8000)
    expect(land.button("Run")).to_be_visible()
    expect(land.steps).to_contain_text("15 steps, 46 evaluations")
    expect(land.words).to_contain_text("w11 = 2.26, w21 = 0.62: loss 0.0000")


def test_a_run_ends_where_the_reader_takes_the_point(open_page):
    land = open_page()
    land.click("Run")
    expect(land.steps).to_contain_text("1 step,")
    land.press(land.map, "ArrowRight")
    expect(land.button("Run")).to_be_visible()


def test_without_motion_a_run_is_there_at_once(open_page):
    land = open_page(reduced_motion="reduce")
    land.press(land.slider("learning rate"), "Home")
    land.click("Run")
    expect(land.steps).to_contain_text("81 steps, 244 evaluations", timeout=500)


def test_a_large_learning_rate_overshoots_and_then_leaves_the_map(open_page):
    land = open_page("?landscape-explorer=learning_rate:0.3", reduced_motion="reduce")
    land.click("Run")
    expect(land.said).to_have_text(f"{FLAT} Hidden unit 1 is dead.")
    land.click("Reset")
    land.expect(learning_rate=0.3)
    land.press(land.slider("learning rate"), "End")
    land.click("Run")
    expect(land.said).to_contain_text(
        "The step left the map: it led to w11 = −2.51 and w21 = 11.53"
    )
    expect(land.said).to_contain_text("The learning rate is too large.")
    land.expect(learning_rate=1.0)


def test_axes_can_be_any_two_weights_and_the_same_twice_swaps_them(open_page):
    land = open_page()
    land.root.get_by_label("Up:").select_option("w12")
    land.expect(vertical="w12")
    land.root.get_by_label("Across:").select_option("w12")
    land.expect(horizontal="w12", vertical="w11")
    expect(land.root.get_by_label("Up:")).to_have_value("w11")
    expect(land.map).to_have_attribute("aria-label", re.compile("over w12, across, and w11, up"))
    land.press(land.map, "ArrowUp")
    land.expect(horizontal="w12", vertical="w11", w11=2.6)
    link = land.link.get_attribute("href")
    assert "horizontal:w12,vertical:w11" in link and "w11:2.6" in link
    land.click("Reset")
    land.expect()


def test_with_the_mouse_the_point_is_dragged_and_stays_on_the_map(open_page):
    land = open_page()
    mouse = land.page.mouse
    mouse.move(*land.at(2.5, -1))
    mouse.down()
    mouse.move(*land.at(1, 1))
    land.page.wait_for_timeout(50)
    assert point(land) == pytest.approx((1, 1), abs=0.02)
    mouse.move(*land.at(5, 1))
    mouse.up()
    assert point(land) == pytest.approx((3.5, 1), abs=0.02)
    mouse.click(*land.at(-2, 2))
    assert point(land) == pytest.approx((-2, 2), abs=0.02)
    expect(land.map).to_be_focused()


def test_on_a_phone_a_tap_brings_the_point_and_a_finger_carries_it(open_page):
    land = open_page(viewport={"width": 360, "height": 740}, has_touch=True)
    assert land.page.evaluate("document.documentElement.scrollWidth") <= 360
    land.page.touchscreen.tap(*land.at(1, 1))
    assert point(land) == pytest.approx((1, 1), abs=0.03)
    touch = land.page.context.new_cdp_session(land.page)
    for kind, *places in (("Start", (1, 1)), ("Move", (0, 2)), ("Move", (-1, 3)), ("End",)):
        points = [dict(zip("xy", land.at(*place), strict=True)) for place in places]
        touch.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
        land.page.wait_for_timeout(50)
    assert point(land) == pytest.approx((-1, 3), abs=0.03)


def point(land: Landscape) -> tuple:
    """The point's weights, as the sliders announce them."""
    texts = (land.slider(name).get_attribute("aria-valuetext") for name in ("w11", "w21"))
    return tuple(float(text.replace("−", "-")) for text in texts)


CELLS = [
    "from helpers.widgets import LandscapeExplorer\nexplorer = LandscapeExplorer()\nexplorer",
    'explorer.values = {"learning_rate": 0.2}',
    "print([len(explorer.path[0]), len(explorer.guesses), explorer.path[0][-1], explorer.values])",
]


def test_in_jupyterlab(open_notebook):
    lab = open_notebook("landscape.ipynb", [*CELLS[:2], "print(1)"])
    lab.run_all()
    land = Landscape(lab.page)
    land.expect(learning_rate=0.2)
    land.press(land.map, "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowUp")
    land.expect(w21=-0.9, learning_rate=0.2)
    expect(land.map).to_be_focused()
    land.press(land.map, "ArrowDown")
    land.click("10 guesses")
    land.click("Run")
    expect(land.said).to_have_text(SOLVED, timeout=5000)
    deadline = time.monotonic() + 5
    lab.page.locator(".jp-CodeCell").last.locator(".jp-InputArea-editor").click()
    lab.page.keyboard.press("ControlOrMeta+a")
    lab.page.keyboard.type(CELLS[2])
    places, guesses, end, values = ast.literal_eval(lab.run(CELLS[2]))
    assert time.monotonic() < deadline
    assert (places, guesses) == (4, 10)
    assert end[2] < 0.00005
    assert (values["w11"], values["w21"]) == pytest.approx(end[:2], abs=0.0051)
