"""The travellers on a page and in JupyterLab, moved by keyboard."""

import pytest
from live_widget import LiveWidget, shape
from playwright.sync_api import Page, expect

from helpers.widgets import Travellers

START = {"car_per_bicycle": 2.0, "bicycle_per_walker": 4.0}


class Road(LiveWidget):
    """The live widget: what a reader sees of it, and what can be pressed."""

    def __init__(self, page: Page):
        super().__init__(page)
        self.go = self.button("Go")
        self.time = self.slider("Time")

    def distances(self) -> list[float]:
        """How far car, bicycle and walker are, as the drawing says at one moment."""
        texts = self.drawing.evaluate(
            "e => [...e.querySelectorAll('.value')].map((text) => text.textContent)"
        )
        return [float(text.removesuffix(" km")) for text in texts]

    def expect(self, **values: float) -> None:
        """Everything stands as in Python's still picture of these values."""
        picture, sentence = Travellers(**(START | values)).still()
        expect(self.words).to_have_text(sentence)
        assert shape(self.drawing.evaluate("e => e.outerHTML")) == shape(picture)


@pytest.fixture
def open_page(open_widget):
    """open_page(explorer, query, **options): the live widget on a page."""

    def opened(explorer=None, query: str = "", **options) -> Road:
        return Road(open_widget(explorer or Travellers(), query, **options))

    return opened


def test_the_sliders_by_keyboard(open_page):
    road = open_page()
    road.expect()
    road.press(road.slider("car : bicycle"), *["ArrowRight"] * 3)
    road.expect(car_per_bicycle=2.3)
    road.press(road.slider("bicycle : walker"), "End")
    road.expect(car_per_bicycle=2.3, bicycle_per_walker=6)
    road.press(road.slider("car : bicycle"), "End")
    road.expect(car_per_bicycle=4, bicycle_per_walker=6)
    expect(road.spoken).to_have_text(road.words.text_content())
    road.press(road.reset, "Enter")
    road.expect()


def test_go_and_arrive_but_wait_while_out_of_sight(open_page):
    road = open_page(viewport={"width": 800, "height": 600})
    road.page.add_style_tag(content="body { padding-bottom: 3000px }")
    road.press(road.go, "Enter")
    moments = []
    for _ in range(4):
        road.page.wait_for_timeout(150)
        moments.append(road.distances())
    assert moments == sorted(moments) and moments[0] != moments[-1], "they move on"
    for car, bicycle, walker in moments:
        assert bicycle == pytest.approx(4 * walker, abs=0.03)
        assert car == pytest.approx(2 * bicycle, abs=0.03)
    road.press(road.go, "Enter")
    assert road.distances() < moments[-1], "Go starts again"

    road.page.evaluate("scrollTo(0, 2500)")
    road.page.wait_for_timeout(100)
    waiting = road.distances()
    road.page.wait_for_timeout(200)
    assert road.distances() == waiting
    assert 0 < waiting[0] < 8
    road.page.evaluate("scrollTo(0, 0)")
    expect(road.time).to_have_value("1", timeout=8000)
    road.expect()


def test_the_time_slider_stops_them_anywhere(open_page):
    road = open_page()
    road.press(road.go, "Space")
    road.page.wait_for_timeout(200)
    road.press(road.time, "Home")
    assert road.distances() == [0, 0, 0]
    road.page.wait_for_timeout(200)
    assert road.distances() == [0, 0, 0], "the journey does not go on by itself"
    road.press(road.time, *["ArrowRight"] * 25)
    assert road.distances() == [2, 1, 0.25]
    expect(road.time).to_have_attribute("aria-valuetext", "the walker has gone 0.25 km")
    road.press(road.slider("car : bicycle"), "End")
    assert road.distances() == [4, 1, 0.25]
    road.press(road.reset, "Enter")
    road.expect()


def test_less_motion_is_no_motion_and_says_as_much(open_page):
    road = open_page(reduced_motion="reduce")
    expect(road.go).to_have_count(0)
    road.expect()
    road.press(road.time, "PageDown")
    assert 0 < road.distances()[0] < 8


def test_a_setting_from_the_address_on_a_phone(open_page):
    query = "?travellers=car_per_bicycle:0.5,bicycle_per_walker:1.5#travellers"
    road = open_page(query=query, viewport={"width": 360, "height": 740})
    expect(road.words).to_contain_text("0.5 × 1.5 = 0.75 km")
    road.expect(car_per_bicycle=0.5, bicycle_per_walker=1.5)
    assert road.page.evaluate("document.documentElement.scrollWidth") <= 360


CELLS = ["from helpers.widgets import Travellers\nexplorer = Travellers()\nexplorer"]
CELLS += ['explorer.values = {"car_per_bicycle": 3}', 'print(explorer.numbers["car"])']


def test_in_jupyterlab(open_notebook):
    notebook = open_notebook("travellers.ipynb", CELLS)
    notebook.run_all()
    road = Road(notebook.page)
    road.expect(car_per_bicycle=3)
    assert notebook.run(CELLS[2]) == "12.0\n"
    road.press(road.slider("bicycle : walker"), "Home")
    road.expect(car_per_bicycle=3, bicycle_per_walker=0.5)
    road.press(road.time, "Home")
    assert road.distances() == [0, 0, 0]
    road.press(road.go, "Enter")
    road.page.wait_for_timeout(500)
    assert 0 < road.distances()[0] < 1.5
    road.press(road.reset, "Enter")
    road.expect()
    assert notebook.run(CELLS[2]) == "8.0\n"
