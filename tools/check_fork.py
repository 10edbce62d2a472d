"""Say in plain words what is wrong with changed notebooks:

    python -m tools.check_fork [NOTEBOOK …]    default: all of the course

The rules are those of the tests. Nothing is executed but the worked solutions and their checks.
"""

import argparse
import ast
import sys
from pathlib import Path

from tools import notebooks
from tools.exercises import cells_of
from tools.line_order import line_order
from tools.notebook_rules import RULES
from tools.prose_numbers import unprinted


def problems_in(path):
    """Return all that is wrong with the notebook in a file, one sentence each."""
    notebook = notebooks.read(path)
    cells = notebook["cells"]
    if not_python := list(cells_without_python(cells)):
        return not_python  # the other rules could not read them
    return [
        *dirt(path, notebook),
        *broken_rules(cells, path.parent),
        *failing_solutions(cells),
        *passing_slips(cells),
        *numbers_from_nowhere(cells),
    ]


def cells_without_python(cells):
    """Which code cells are not plain Python: mistyped, or with a % or ! command."""
    for place, cell in enumerate(cells, 1):
        if cell["cell_type"] == "code":
            try:
                ast.parse(notebooks.text(cell["source"]))
            except SyntaxError as error:
                yield f"cell {place} is not plain Python, in line {error.lineno}: {error.msg}"


def dirt(path, notebook):
    """What `make notebooks` would mend, as one sentence."""
    found = notebooks.check(notebook)
    if not found and path.read_text(encoding="utf-8") != notebooks.serialise(notebook):
        found = ["it is not stored as Jupyter stores it"]
    if found:
        more = f" (and {len(found) - 1} more like this)" if len(found) > 1 else ""
        yield f"{found[0]}{more}: run make notebooks"


def broken_rules(cells, folder):
    """What breaks the rules of the course, with the number of the cell where it stands in one."""
    for rule in RULES.values():
        alone = [set(rule([cell], folder)) for cell in cells]
        for problem in dict.fromkeys(rule(cells, folder)):
            places = [place for place, found in enumerate(alone, 1) if problem in found]
            # What many cells lack on their own is no fault of theirs.
            yield f"cell {places[0]}: {problem}" if len(places) == 1 else problem


def failing_solutions(cells):
    """Which worked solutions their own checks do not call right."""
    for place, name, exercise in solutions_in(cells):
        said = verdict_on(exercise, exercise.solved)
        if getattr(said, "kind", "") != "right":
            yield f"cell {place}: the worked solution of {name} does not pass its check: {said}"


def passing_slips(cells):
    """Which wrong lines the checks do not find, among those to be put in order."""
    for place, name, exercise in solutions_in(cells):
        try:
            order = line_order(exercise)
        except ValueError:
            continue  # the rules say so
        for piece, slip in order.wrong:
            program = order.program(order.with_slip(piece, slip))
            said = verdict_on(exercise, f"{exercise.given}\n{program}")
            if getattr(said, "kind", "right") not in ("wrong", "error"):
                wrong = next(x for x in slip.split("\n") if x not in piece.split("\n")).strip()
                yield f"cell {place}: of the wrong line {wrong!r} the check of {name} says: {said}"


def solutions_in(cells):
    """(number of its cell, name, exercise) for each worked solution."""
    try:
        exercises = cells_of({"cells": cells})
    except ValueError:
        return  # an exercise without check or solution: the rules say so
    sources = [notebooks.text(cell["source"]) for cell in cells]
    for name, exercise in exercises.items():
        place = next(i for i, source in enumerate(sources, 1) if exercise.solution in source)
        yield place, name, exercise


def verdict_on(exercise, source):
    """What the check of an exercise says of a source; where it cannot say, what stopped it."""
    try:
        return exercise.feedback_on(source)
    except Exception as error:
        return repr(error)


def numbers_from_nowhere(cells):
    """Which numbers of the prose no cell prints."""
    for place, written in unprinted(cells):
        yield (
            f"cell {place} says {written}, which no cell prints or uses:"
            f" mend it, print it, or add <!-- not computed: {written} -->"
        )


def main(arguments=None):
    """Check the named notebooks or all; return 1 if something is wrong."""
    parser = argparse.ArgumentParser(description="Say what is wrong with changed notebooks.")
    parser.add_argument("notebooks", nargs="*", type=Path)
    paths = parser.parse_args(arguments).notebooks or sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))
    found = [(path.name, problem) for path in paths for problem in problems_in(path)]
    for name, problem in found:
        print(f"{name}: {problem}")
    if found:
        print(f"To mend: {len(found)}.")
        return 1
    print(f"All is well in {len(paths)} notebooks. (make test also runs every cell again.)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
