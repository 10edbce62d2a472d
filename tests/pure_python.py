"""Judge every worked solution in an interpreter that has nothing but Python:

    python -m tests.pure_python

On a page the course runs on Python and its own files, and on nothing else. Prints as JSON what each
check said, and what was loaded from elsewhere. `test_pure_python.py` runs it.
"""

import json
import sys
from importlib import import_module
from importlib.abc import MetaPathFinder
from pkgutil import walk_packages

from tools import notebooks
from web.python.archive import ROOMS

REFUSED = ("numpy", "matplotlib", "sympy", "ipywidgets", "graphviz", "anywidget", "pygraphviz")
OWN = {"helpers", "tools", "tests", "web"}


class Refusal(MetaPathFinder):
    """Refuses what a page does not have."""

    def find_spec(self, name, path=None, target=None):
        """Say of what is refused what Python says; leave all else to those that find it."""
        if name.partition(".")[0] in REFUSED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def import_every_file():
    """Import the rooms that need nothing but Python, each with all of its files."""
    for room in ROOMS:
        module = import_module(f"helpers.{room}")
        for file in walk_packages(getattr(module, "__path__", ()), f"{module.__name__}."):
            import_module(file.name)


def judged():
    """What its check says to each worked solution: [notebook, name, kind, message] for each."""
    from tools.exercises import cells_of  # only here, since it imports the checks

    for path in sorted(notebooks.NOTEBOOKS.glob("*.ipynb")):
        for name, cells in cells_of(notebooks.read(path)).items():
            try:
                feedback = cells.feedback_on(cells.solved)
                yield [path.name, name, feedback.kind, feedback.message]
            except Exception as error:
                yield [path.name, name, "raised", repr(error)]


def from_outside():
    """What is loaded that is neither Python's own nor the course's."""
    loaded = {name.partition(".")[0] for name in sys.modules if name != "__main__"}
    return loaded - sys.stdlib_module_names - OWN


if __name__ == "__main__":
    before = from_outside() - set(REFUSED)  # what an environment loads when Python starts
    sys.meta_path.insert(0, Refusal())
    import_every_file()
    said = list(judged())
    print(json.dumps({"said": said, "loaded": sorted(from_outside() - before)}))
