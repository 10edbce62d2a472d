"""In a notebook a name is used for one thing, so that cells can be run again, and in any order.

What the reader writes, `my_…`, stands in a cell of its own and is left out. Several loops may have
a variable of one name, as long as no cell takes it from another.
"""

import ast
from collections import Counter

import pytest

from tools import notebooks

PATHS = sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))


def code_of(path):
    cells = notebooks.read(path)["cells"]
    return [notebooks.text(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def targets(node):
    """The names in what a statement assigns to: `a`, or `a, (b, c)`, but not `a[0]` or `a.b`."""
    stored = (name for name in ast.walk(node) if isinstance(name, ast.Name))
    return {name.id for name in stored if isinstance(name.ctx, ast.Store)}


def inside_cell(tree):
    """The nodes of a cell that are not inside of a function, a class or a comprehension."""
    scopes = (
        ast.FunctionDef, ast.ClassDef, ast.Lambda,
        ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
    )  # fmt: skip
    for child in ast.iter_child_nodes(tree):
        yield child
        if not isinstance(child, scopes):
            yield from inside_cell(child)


def looped(source):
    """The names that a cell gives to the items of its loops."""
    loops = [node for node in inside_cell(ast.parse(source)) if isinstance(node, ast.For)]
    return set().union(*(targets(loop.target) for loop in loops))


def assigned(source):
    """The names that a cell gives a meaning to, other than by a loop or an import."""
    names = set()
    for node in inside_cell(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= set().union(*map(targets, node.targets))
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr | ast.AugAssign):
            names |= targets(node.target)
        elif isinstance(node, ast.withitem) and node.optional_vars:
            names |= targets(node.optional_vars)
    return {name for name in names if not name.startswith(("my_", "My"))}


def imported(source):
    """What a cell imports: (name, where it comes from) for each name."""
    for node in inside_cell(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{getattr(node, 'module', '')}.{alias.name}"


def used_before(source):
    """The names that a cell reads before it has given them a meaning, functions and all."""
    known, read = set(), set()
    for statement in ast.parse(source).body:
        names = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
        stored = {name.id for name in names if not isinstance(name.ctx, ast.Load)}
        arguments = {node.arg for node in ast.walk(statement) if isinstance(node, ast.arg)}
        read |= {name.id for name in names} - known - stored - arguments
        known |= stored | {getattr(statement, "name", "")}
    return read


def problems(cells):
    """What a notebook's cells use one name for two things for."""
    found = []
    count = Counter(name for source in cells for name in assigned(source))
    found += [f"{name} is assigned in {times} cells" for name, times in count.items() if times > 1]
    origins = {pair for source in cells for pair in imported(source)}
    count.update(name for name, _ in origins)
    found += [
        f"{name} is imported, and is something else as well"
        for name in {name for name, _ in origins}
        if count[name] > 1
    ]
    loops = set().union(*map(looped, cells))
    found += [f"{name} is a loop's variable, and is assigned" for name in loops & set(count)]
    for source in cells:
        taken = loops & used_before(source) - looped(source)
        found += [f"{name} is taken from another cell's loop" for name in taken]
    return found


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_each_name_is_used_for_one_thing(path):
    assert problems(code_of(path)) == []


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (["h = 1", "h = 2"], "h is assigned in 2 cells"),
        (["h = 1", "for h in [1, 2]: pass"], "h is a loop's variable, and is assigned"),
        (["for h in [1, 2]: pass", "print(h)"], "h is taken from another cell's loop"),
        (["for h in [1, 2]: pass", "def f():\n    return h"], "h is taken from another"),
        (["a, (b, c) = 1, (2, 3)", "c: int = 4"], "c is assigned in 2 cells"),
        (["def f(): ...", "class f: ..."], "f is assigned in 2 cells"),
        (["if (n := 3) > 2: pass", "if True:\n    n = 4"], "n is assigned in 2 cells"),
        (["total = 0", "total += 1"], "total is assigned in 2 cells"),
        (["with open('a') as f: pass", "f = 3"], "f is assigned in 2 cells"),
        (["from math import exp", "from numpy import exp"], "exp is imported"),
        (["from math import exp", "exp = 3"], "exp is imported"),
    ],
)
def test_a_name_for_two_things_is_found(cells, words):
    assert any(words in problem for problem in problems(cells))


@pytest.mark.parametrize(
    "cells",
    [
        ["my_guess = ...", "my_guess = 3"],
        ["for i in [1]: print(i)", "for i in [2]: print(i)"],
        ["for i in [1]: pass", "print([i for i in [2]])"],
        ["def f():\n    h = 1", "def g():\n    h = 2"],
        ["import numpy as np", "import numpy as np"],
        ["for rate in [1]: pass", "def f(rate):\n    return rate"],
        ["a = {}", "a['b'] = 1"],
    ],
)
def test_one_thing_is_no_problem(cells):
    assert problems(cells) == []
