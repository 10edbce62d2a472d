"""A notebook prints the same with the reader's own code, and if its cells are run twice."""

import copy

import pytest

from tools import notebooks
from tools.exercises import cells_of
from tools.notebooks import text

each_notebook = pytest.mark.parametrize(
    "path", sorted(notebooks.NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.name
)


def solved(notebook):
    """The notebook with the worked solutions in the cells of the exercises."""
    solutions = {cells.untouched: cells.solution for cells in cells_of(notebook).values()}
    cells = [
        cell | {"source": solutions.get(text(cell["source"]), cell["source"])}
        for cell in notebook["cells"]
    ]
    return notebook | {"cells": cells}


def printed(notebook):
    """What each cell prints or shows as text, by its id; feedback is left out."""
    return {
        cell["id"]: [
            text(output.get("text") or output["data"]["text/plain"])
            for output in cell["outputs"]
            if "course-feedback" not in str(output)
        ]
        for cell in notebook["cells"]
        if cell["cell_type"] == "code"
    }


@each_notebook
def test_the_story_is_the_same_with_the_readers_own_code(path):
    notebook = notebooks.read(path)
    executed = notebooks.clean(notebooks.execute(solved(notebook), path.parent))
    right = [cell["id"] for cell in executed["cells"] if "✓ Right." in str(cell.get("outputs"))]
    assert len(right) == len(cells_of(notebook))
    assert printed(executed) == printed(notebook)


def doubled(notebook):
    """The notebook with each code cell twice in a row; the first of the two has another id."""
    cells = []
    for cell in copy.deepcopy(notebook["cells"]):
        if cell["cell_type"] == "code":
            cells.append(copy.deepcopy(cell) | {"id": f"{cell['id']}-first"[-64:]})
        cells.append(cell)
    return notebook | {"cells": cells}


@each_notebook
def test_cells_can_be_run_again(path):
    notebook = notebooks.read(path)
    executed = printed(notebooks.clean(notebooks.execute(doubled(notebook), path.parent)))
    stored = printed(notebook)
    assert {name: executed[name] for name in stored} == stored
