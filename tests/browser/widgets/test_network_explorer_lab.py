"""The network explorer in a real JupyterLab, with Python behind it."""

import ast
import re

import pytest
from network_explorer import NAMES, START, Explorer
from playwright.sync_api import expect

READ = "print(explorer.values)"


def test_notebook_01_runs_and_each_slider_moves_by_key_as_python_reads_back(open_notebook):
    lab = open_notebook("copy-of-01.ipynb", [READ], after="01-random-search.ipynb")
    lab.run_all()
    explorer = Explorer(lab.page)
    values = dict(START)
    explorer.expect(values)
    for name in NAMES:
        explorer.move(name, "ArrowLeft", 3)
        values[name] = round(max(values[name] - 0.03, -1), 2)
        explorer.expect(values)
    explorer.move("w12", "Home")
    values["w12"] = -1.0
    explorer.expect(values)
    assert ast.literal_eval(lab.run(READ)) == pytest.approx(values, abs=1e-12)
    expect(explorer.link).to_have_count(0)  # the address is JupyterLab's, not ours to share


SHOW = (
    "from helpers.widgets import NetworkExplorer\nexplorer = NetworkExplorer(w22=-0.25)\nexplorer"
)
SET = 'explorer.values = {"x": 0.8, "w11": -0.6, "target": 1}'
ASK = "explorer.show_gradients = True"
TELL = "print(explorer.show_gradients)"


def test_a_cell_moves_the_explorer_and_the_keyboard_takes_it_back(open_notebook):
    lab = open_notebook("small.ipynb", [SHOW, SET, ASK, READ, TELL])
    lab.run_all()
    explorer = Explorer(lab.page)
    start = START | {"w22": -0.25}
    moved = start | {"x": 0.8, "w11": -0.6, "target": 1.0}
    explorer.expect(moved, gradients=True)

    explorer.press(explorer.reset, "Enter")
    explorer.expect(start, gradients=True)
    assert ast.literal_eval(lab.run(READ)) == start

    explorer.press(explorer.gradients, "Space")
    explorer.expect(start)
    assert lab.run(TELL).strip() == "False"

    lab.run(SET)
    explorer.expect(moved)
    lab.run(ASK)
    explorer.expect(moved, gradients=True)

    explorer.type("w21", "-0.75")
    moved["w21"] = -0.75
    explorer.type("w12", "nonsense")
    explorer.expect(moved, gradients=True)
    assert ast.literal_eval(lab.run(READ)) == moved

    # Run again, the cell shows a new explorer at its start, and the old one is gone.
    lab.run(SHOW.splitlines()[1])
    explorer.expect(start)
    explorer.move("w22", "ArrowRight", 5)
    explorer.expect(start | {"w22": -0.2})
    assert ast.literal_eval(lab.run(READ)) == pytest.approx(start | {"w22": -0.2}, abs=1e-12)


def test_before_anything_was_run_each_picture_is_there_and_no_heap_of_words(visit, jupyterlab):
    """The copy is not trusted: nobody has run it here."""
    page = visit(jupyterlab.address("01-random-search.ipynb"))
    still = page.locator(".jp-OutputArea-output img.course-image").first
    expect(still).to_be_visible(timeout=60_000)
    expect(still).to_have_attribute("alt", re.compile("The toy network. Input 0.50"))
    assert still.evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 502
    outputs = page.locator(".jp-OutputArea-output").filter(has=page.locator("img.course-image"))
    assert "h₁" not in outputs.first.inner_text()
