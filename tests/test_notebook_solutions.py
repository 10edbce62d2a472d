"""No open cell holds a solution.

A function or class that stands in a cell, outside of the folded solutions, is tried in the check of
each exercise of its notebook; so is each method. None may pass.
"""

import ast
import re
from dataclasses import replace

import pytest

from tools import notebooks
from tools.exercises import cells_of, given_in
from tools.notebooks import text

PATHS = sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))
# The class that notebook 04 builds step by step. Its last exercise asks for all of it at once.
BUILT = {"Value6 solves MyValue"}
each_notebook = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)


def open_code(notebook):
    return [text(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def written_in(source):
    """The names of what a cell writes at its top: functions, classes and their methods."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.ClassDef):
            yield node.name
            methods = [inner for inner in node.body if isinstance(inner, ast.FunctionDef)]
            yield from (f"{node.name}.{method.name}" for method in methods)


def solutions_in(notebook):
    """Which function, class or method of an open cell passes the check of which exercise."""
    exercises, cells = cells_of(notebook), open_code(notebook)
    for place, source in enumerate(cells):
        for name in written_in(source):
            program = given_in(cells[: place + 1], name)
            for exercise, its in exercises.items():
                check = re.sub(rf"\b{exercise}\b", name, its.check)
                if replace(its, check=check).feedback_on(program).kind == "right":
                    yield f"{name} solves {exercise}"


@each_notebook
def test_no_open_cell_holds_a_solution(path):
    assert set(solutions_in(notebooks.read(path))) - BUILT == set()


def with_cell(notebook, source):
    return notebook | {"cells": [*notebook["cells"], {"cell_type": "code", "source": source}]}


@pytest.mark.parametrize(
    "source",
    [
        "def trials(weights, values_each):\n    return values_each**weights",
        "trials = lambda weights, values_each: values_each**weights",
        "class A:\n    def trials(weights, values_each):\n        return values_each**weights",
    ],
)
def test_a_solution_in_an_open_cell_is_found(source):
    notebook = notebooks.read(notebooks.NOTEBOOKS / "01-random-search.ipynb")
    found = list(solutions_in(with_cell(notebook, source)))
    assert any(problem.endswith("trials solves my_grid_trials") for problem in found)
