"""A session runs one cell as a page shows it, and says in words what came of it."""

import json
import math
import sys

import pytest

from helpers.value import Value
from web.python import session as sessions
from web.python.session import MOST_CHARACTERS, MOST_SHOWN, Session, of_page

CELLS = [
    ("c1", "from helpers import checks\nfrom math import cos\nbroken = []"),
    ("c2", "print('loud')\nlimit = 3"),
    ("c3", "def my_slope(x):\n    ..."),
    ("c4", "checks.chain_rule(my_slope)"),
    ("c5", "twice = 2 * my_slope(1)"),
    ("c6", "deep = broken[limit]"),
    ("c7", "deep"),
]
RIGHT = "def my_slope(x):\n    return 2 * x * cos(x**2)"


@pytest.fixture
def run():
    """run(source, cell="c2"): what comes of a source that stands in a cell."""
    session = Session(CELLS)
    return lambda source, cell="c2", **more: session.run(cell, source, **more)


# ------------------------------------------------------------------ results


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("1 + 1", {"text": "2"}),
        ("'a'", {"text": "'a'"}),
        ("None", {}),
        ("x = 1", {}),
        ("", {}),
        ("# nothing", {}),
        ("1 + 1;", {"text": "2"}),
        ("for i in range(2): print(i)", {"printed": "0\n1\n"}),
        ("print('a', end='')\n'b'", {"printed": "a", "text": "'b'"}),
        ("class A:\n    def _repr_html_(self): return '<b>a</b>'\nA()", {"html": "<b>a</b>"}),
        ("print('\\ud800 ∂ 𝛿')", {"printed": "\ud800 ∂ 𝛿\n"}),
        ("__name__", {"text": "'__main__'"}),
    ],
)
def test_what_a_cell_shows(run, source, answer):
    assert run(source) == {"printed": "", **answer}


def test_what_the_cells_above_print_is_not_printed_again(run):
    assert run("print(limit)", cell="c3") == {"printed": "3\n"}


def test_long_output_is_cut_with_a_word(run):
    printed = run(
        "while True:\n    print('x' * 999)\n    limit += 1\n    if limit > 99: break", "c3"
    )
    assert printed["printed"].startswith("x" * 999 + "\n")
    assert printed["printed"].endswith("\n… cut here, after 10,000 characters")
    assert len(printed["printed"]) < MOST_CHARACTERS + 50
    whole = run(f"print('x' * {MOST_CHARACTERS - 1})")["printed"]
    assert whole == "x" * (MOST_CHARACTERS - 1) + "\n"


def test_long_results_and_long_errors_are_cut(run):
    assert len(run("list(range(10_000))")["text"]) == MOST_SHOWN
    assert len(run("raise ValueError('x' * 10_000)")["error"]) < MOST_SHOWN + 100


def test_a_check_gives_its_verdict(run):
    check = dict(CELLS)["c4"]
    right = run(RIGHT, "c3", check=check)
    assert right["verdict"] == "right"
    assert 'class="course-feedback right"' in right["html"]
    assert run(CELLS[2][1], "c3", check=check)["verdict"] == "not started"
    assert run(RIGHT.replace("2 * ", "print(x)\n    return "), "c3", check=check)["printed"]


def test_a_right_answer_stands_in_the_place_of_its_stub(run):
    assert "TypeError" in run("twice", "c6")["error"]
    mine = run("twice", "c6", mine={"c3": RIGHT})
    assert mine["text"] == repr(4 * math.cos(1))


def test_requests_and_answers_are_json():
    session = of_page(json.dumps(CELLS))
    request = {"cell": "c2", "source": "limit = 4\nlimit", "mine": {}, "check": ""}
    assert json.loads(session.run_as_json(json.dumps(request))) == {"printed": "", "text": "4"}
    session.let_go()
    assert session.names == {}


# ------------------------------------------------------------------ errors


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("input('x?')", "nobody can be asked"),
        ("import numpy_that_is_not_there", "and nothing else"),
        ("open('data.csv')", "There are no files on the page"),
        ("def f(x):\nreturn x", "line 2\n    return x\n    ^^^^^^\nIndentationError"),
        ("x = = 1", "SyntaxError: invalid syntax"),
        ("x = (1", "'(' was never closed"),
        ("x = 2\ny = x ^ 0.5", "line 2: y = x ^ 0.5\nTypeError"),
        ("nowhere", "NameError: name 'nowhere' is not defined\nIs it spelled"),
        ("def f():\n    return f()\nf()", "RecursionError"),
        ("raise RecursionError('Stack overflow (used 81 kB)')", "every way through it"),
        ("[0] * 10**15", "MemoryError\nThat takes more memory"),
        ("import sys\nsys.exit(1)", "SystemExit: 1\nThe cell has ended itself"),
        ("x = 1 − 2", "minus as -"),
        ("print(“a”)", "Python writes quotes"),
        ("if 1:\n\u00a0   x = 1", "type the spaces of this line anew"),
        ("if 1:\n    x = 1\n\ty = 1", "take spaces"),
        ("await f()", "do without `await`"),
        ("%timeit 1", "is for JupyterLab"),
        ("x = 1\n!pip install numpy", "is for JupyterLab"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ('raise RuntimeError("can\'t start new thread")', "one thing after the other"),
        ("class A:\n    def __repr__(self): raise OSError('no text')\nA()", "no text"),
        ("x = '\0'", "null bytes"),
    ],
)
def test_what_stops_a_cell_is_told_with_a_sentence_that_helps(run, source, words):
    said = run(source)["error"]
    assert words in said
    assert "web.python" not in said


def test_numpy_is_said_to_be_in_jupyterlab(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", None)
    error = "ModuleNotFoundError(\"No module named 'numpy'\")"
    assert "JupyterLab has it" in run(f"raise {error}")["error"]


def test_a_traceback_shows_the_readers_lines_and_no_others(run):
    told = run("import json\ndef f(x):\n    return json.loads(x)\n\nf('{')")["error"].splitlines()
    assert told[:2] == ["line 5: f('{')", "line 3: return json.loads(x)"]
    assert told[2].startswith("json.decoder.JSONDecodeError")


def test_lines_of_no_cell_are_left_out(run):
    told = run("import os\nexec('1 / 0')")["error"]
    assert told.splitlines()[:2] == ["line 2: exec('1 / 0')", "ZeroDivisionError: division by zero"]


def test_a_recursion_is_told_in_a_few_lines(run):
    told = run("def f():\n    return f()\nf()")["error"].splitlines()
    assert told[3].startswith("… ")
    assert len(told) == 9


def test_an_error_above_and_one_in_a_check_are_told_apart(run):
    assert "in a cell above: deep = broken[limit]" in run("deep", "c7")["error"]
    replaced = run(RIGHT + "\nchecks = 1", "c3", check="checks.chain_rule(my_slope)")
    assert "in the check: checks.chain_rule(my_slope)" in replaced["error"]


def test_what_was_printed_before_an_error_is_shown(run):
    assert run("print('so far')\n1 / 0")["printed"] == "so far\n"


# ------------------------------------------------------------------ nothing is kept


def test_names_are_gone_with_the_next_run(run):
    run("kept = 1")
    assert "NameError" in run("kept")["error"]


@pytest.mark.parametrize(
    "change",
    [
        "import builtins; builtins.print = None",
        "import math; math.cos = None; del math.sin",
        "from helpers import checks; checks.chain_rule = None",
        "from helpers.value import Value; Value.__add__ = None",
        "import sys; sys.setrecursionlimit(50)",
        "import sys; sys.stdout = None",
    ],
)
def test_what_a_run_changes_in_modules_is_undone(run, monkeypatch, change):
    monkeypatch.setattr(sessions, "MOST_CALLS", sys.getrecursionlimit())
    run(change)
    assert run(RIGHT, "c3", check=dict(CELLS)["c4"])["verdict"] == "right"
    assert math.sin(0) == 0
    assert (Value(1.0) + 1).data == 2
    assert run("print(1)")["printed"] == "1\n"
