"""The network explorer in a real JupyterLab, with Python behind it."""

import ast
import json
import re

import pytest
from explorer import NAMES, START, Explorer
from playwright.sync_api import Page, expect


class Lab:
    """A notebook that is open in JupyterLab, with its kernel running."""

    def __init__(self, page: Page):
        self.page = page
        # The kernel is ready before the status bar says so; a run before that asks which kernel.
        page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()

    def run_all(self) -> None:
        """Run all cells and wait until each has its number."""
        for item in ("Run", "Run All Cells"):
            self.page.get_by_role("menuitem", name=item, exact=True).click()
        numbers = self.page.locator(".jp-CodeCell .jp-InputPrompt")
        expect(numbers.filter(has_text="[*]")).to_have_count(0, timeout=60_000)
        expect(numbers.filter(has_text=re.compile(r"\[\d+\]"))).to_have_count(numbers.count())

    def run(self, source: str) -> str:
        """Run again the one cell that has this source; return what it printed."""
        cell = self.page.locator(".jp-CodeCell").filter(has_text=source)
        cell.locator(".jp-InputArea-editor").click()
        number = cell.locator(".jp-InputPrompt")
        before = number.text_content()
        self.page.keyboard.press("Control+Enter")
        expect(number).not_to_have_text(before)
        expect(number).not_to_contain_text("*")
        output = cell.locator(".jp-OutputArea-output")
        return output.text_content() if output.count() else ""


@pytest.fixture
def open_notebook(visit, jupyterlab):
    """open_notebook(name, cells, after): the notebook of these cells, or a copy of notebook `after`
    with these cells at its end. On leaving, no request was blocked and no error was logged."""
    visits = []

    def open_page(name: str, cells: list[str], after: str = "") -> Lab:
        folder = jupyterlab.root / "notebooks"
        notebook = {"nbformat": 4, "nbformat_minor": 5, "cells": []}
        if after:
            notebook = json.loads((folder / after).read_text(encoding="utf-8"))
        spec = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
        notebook["metadata"] = {"kernelspec": spec}
        for number, source in enumerate(cells):
            cell = {"cell_type": "code", "id": f"test-{number}", "source": source}
            notebook["cells"].append(
                cell | {"metadata": {}, "outputs": [], "execution_count": None}
            )
        (folder / name).write_text(json.dumps(notebook), encoding="utf-8")
        # A fresh workspace: it does not open again what an earlier test had open.
        visits.append(visit(jupyterlab.address(f"notebooks/{name}") + "&reset"))
        return Lab(visits[-1].page)

    yield open_page
    for seen in visits:
        assert seen.blocked == []
        assert seen.errors == []  # JupyterLab 4.6 itself logs none


READ = "print(explorer.values)"


def test_notebook_01_runs_and_each_slider_moves_by_key_as_python_reads_back(open_notebook):
    lab = open_notebook("copy-of-01.ipynb", [READ], after="01-random-search.ipynb")
    lab.run_all()
    explorer = Explorer(lab.page)
    values = dict(START)
    explorer.expect(values)
    for name in NAMES:
        explorer.press(name, "ArrowLeft", 3)
        values[name] = round(max(values[name] - 0.03, -1), 2)
        explorer.expect(values)
    explorer.press("w12", "Home")
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

    explorer.reset.focus()
    lab.page.keyboard.press("Enter")
    explorer.expect(start, gradients=True)
    assert ast.literal_eval(lab.run(READ)) == start

    explorer.gradients.focus()
    lab.page.keyboard.press("Space")
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
    explorer.press("w22", "ArrowRight", 5)
    explorer.expect(start | {"w22": -0.2})
    assert ast.literal_eval(lab.run(READ)) == pytest.approx(start | {"w22": -0.2}, abs=1e-12)
