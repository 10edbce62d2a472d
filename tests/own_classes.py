"""The classes that a reader of notebooks 04 and 05 writes, taken from the notebooks themselves."""

from tools import notebooks
from tools.exercises import cells_of, given_in


def from_notebook(number, *names):
    """What the cells of a notebook define under these names, as {name: object}."""
    [path] = notebooks.NOTEBOOKS.glob(f"{number}-*.ipynb")
    cells = [
        notebooks.text(cell["source"])
        for cell in notebooks.read(path)["cells"]
        if cell["cell_type"] == "code"
    ]
    found = {}
    exec(given_in(cells, " + ".join(names)), found)
    return {name: found[name] for name in names}


def solution_of(number, name):
    """What the worked solution of an exercise defines."""
    [path] = notebooks.NOTEBOOKS.glob(f"{number}-*.ipynb")
    found = {}
    exec(cells_of(notebooks.read(path))[name].solved, found)
    return found[name]


VALUES = from_notebook("04", *(f"Value{i}" for i in range(1, 7)))
MyValue = solution_of("04", "MyValue")
Value6 = VALUES["Value6"]
REVERSE = {name: VALUES[name] for name in ("Value5", "Value6")} | {"MyValue": MyValue}
Dual2 = from_notebook("05", "Dual2")["Dual2"]
MyDual = solution_of("05", "MyDual")
