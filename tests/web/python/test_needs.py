"""What a cell needs from the cells above it is found by names."""

import pytest

from web.python.needs import needed, statements


def needs_of(source, *above):
    """The lines that a source needs of the cells above it, and the names that nobody gives."""
    cells = [x for number, text in enumerate(above) for x in statements(f"c{number}", text)]
    found, unknown = needed(cells, source)
    return [statement.text for statement in found], unknown


@pytest.mark.parametrize(
    ("source", "above", "kept"),
    [
        ("f(2)", "from a import b, f", ["from a import f"]),
        ("np.exp(2)", "import math, numpy as np", ["import numpy as np"]),
        ("a.b.c", "import a.b, d", ["import a.b"]),
        ("y", "x = 1\ny = x\nz = 2", ["x = 1", "y = x"]),
        ("x", "x = 1\nx = 2", ["x = 1", "x = 2"]),
        ("total", "total = 0\ntotal += step\nstep = 1", ["total = 0", "total += step", "step = 1"]),
        ("last", "for last in range(3):\n    pass", ["for last in range(3):\n    pass"]),
        ("b", "(a, *b), c.d = 1, 2", ["(a, *b), c.d = 1, 2"]),
        ("f(1)", "def f(x):\n    return g(x)\ng = abs", ["def f(x):\n    return g(x)", "g = abs"]),
        ("f(1)", "k = 1\nf = lambda x: [k for _ in x]", ["k = 1", "f = lambda x: [k for _ in x]"]),
        ("A()", "n = 2\nclass A:\n    size = n", ["n = 2", "class A:\n    size = n"]),
        ("B()", "class A: pass\nclass B(A): pass", ["class A: pass", "class B(A): pass"]),
        ("f()", "@mark\ndef f(): ...\nmark = id", ["@mark\ndef f(): ...", "mark = id"]),
        ("e", "try:\n    e = 1\nexcept E as x:\n    e = 2\nE = OSError", "all"),
        ("g", "with o() as g:\n    h = 1\no = open", ["with o() as g:\n    h = 1", "o = open"]),
    ],
    ids=lambda value: value.replace("\n", " ") if isinstance(value, str) else "",
)
def test_what_gives_a_name_its_meaning_is_needed(source, above, kept):
    found, unknown = needs_of(source, above)
    assert unknown == []
    assert found == ([above.split("\nE =")[0], "E = OSError"] if kept == "all" else kept)


@pytest.mark.parametrize(
    "change",
    [
        *("x.append(1)", "x[0] = 1", "x.size = 1", "x.rows[0].size += 1", "fill(x)", "fill(1, x)"),
        *("for row in x:\n    row.append(1)", "for i, row in enumerate(x):\n    row[i] = 1"),
    ],
)
def test_what_changes_an_object_is_needed(change):
    given = ["x = [[]]", "def fill(y): ...", f"{change}\nprint('done')"]
    found, _ = needs_of("x", *given)
    assert change in found
    assert "print('done')" not in found


@pytest.mark.parametrize(
    "above", ["x.append(1)", "print(x)", "y = x.copy()", "[y.pop() for y in z]", "checks.valley(x)"]
)
def test_what_a_cell_only_shows_is_not_needed(above):
    given = "from helpers import checks\nx = [1]\nz = []"
    found, _ = needs_of("x", given, above)
    assert found == ["x = [1]"]


def test_what_is_called_on_something_imported_does_not_change_it():
    found, _ = needs_of("checks.loss(f)", "from a import checks\nchecks.seed(1)\n1", "f = abs")
    assert found == ["from a import checks", "f = abs"]


def test_own_names_are_not_looked_for_above():
    assert needs_of("x = 1\nprint(x)", "x = 2\nprint = 3") == (["print = 3"], [])


def test_a_name_used_before_it_is_given_comes_from_above():
    assert needs_of("x = x + 1", "x = 2") == (["x = 2"], [])
    assert needs_of("x += 1", "x = 2") == (["x = 2"], [])


def test_names_that_nobody_gives_are_told():
    assert needs_of("def f():\n    return a + b\nlen(c)", "b = 1") == (["b = 1"], ["a", "c"])


def test_a_cell_that_is_no_python_raises():
    with pytest.raises(SyntaxError):
        statements("c1", "x = = 1")


def test_a_statement_knows_its_cell_its_line_and_its_module():
    [first, second] = statements("c7", "x = 1\nfrom helpers.rules import exp")
    assert (first.cell, first.line, first.module) == ("c7", 1, "")
    assert (second.cell, second.line, second.module) == ("c7", 2, "helpers.rules.exp")
