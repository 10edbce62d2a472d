"""No open cell of notebooks 04 and 05 holds a solution: what a cell defines passes no check.

The class of notebook 04 is built step by step before the reader writes it from scratch; so the last
steps of it are what that exercise asks for, and are left out.
"""

import ast

import pytest

from tests.checks.exercises import EXERCISES
from tools import notebooks
from tools.exercises import defined_with_dots, given_in

BUILT_IN_STEPS = {"Value6"}
OPEN = {}


def open_cells(name):
    """The sources of the code cells of a notebook that leave nothing to the reader."""
    if name not in OPEN:
        cells = notebooks.read(notebooks.NOTEBOOKS / name)["cells"]
        OPEN[name] = [
            notebooks.text(cell["source"]) for cell in cells if cell["cell_type"] == "code"
        ]
    return OPEN[name]


def defined(name):
    """The functions and classes of a notebook's open cells, by name."""
    for source in open_cells(name):
        if defined_with_dots(source) is None:
            for node in ast.parse(source).body:
                if isinstance(node, ast.FunctionDef | ast.ClassDef):
                    yield node.name


HERE = [entry for entry in EXERCISES if entry.notebook[:2] in ("04", "05")]


@pytest.mark.parametrize("entry", HERE, ids=lambda entry: entry.name)
def test_what_an_open_cell_defines_does_not_pass(entry):
    passing = []
    for name in sorted(set(defined(entry.notebook)) - BUILT_IN_STEPS):
        found = {}
        exec(given_in(open_cells(entry.notebook), name), found)
        if entry.check(found[name]).kind == "right":
            passing.append(name)
    assert passing == []
