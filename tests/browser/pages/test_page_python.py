"""In the page's Python each solution is right, each mistake gets its verdict, each cell runs."""

import base64
import io
import json
import re
import subprocess
import sys
import zipfile

import pytest
from conftest import ROOT
from page_python import PagePython

from tools import notebooks
from tools.exercises import cells_of

SITE = ROOT / "_site"
NOTEBOOKS = sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))
RUN_CELLS = """
from web.python.session import Session
session, found = Session({cells!r}), []
for request in {requests!r}:
    found.append(session.run(*request))
    session.let_go()
"""
SEND_TESTS = """
import base64, gc, io, sys, zipfile
gc.disable()  # a page runs one of these at a time: what so many leave may nest too deep to be freed
zipfile.ZipFile(io.BytesIO(base64.b64decode({packed!r}))).extractall("/tests")
sys.path.insert(0, "/tests")
from tests.checks.verdicts import verdicts
found = list(verdicts())
"""


@pytest.fixture
def python(visit, site) -> PagePython:
    """A page's Python with no cells."""
    python = PagePython(visit(f"{site}/index.html"))
    python.start(site, [["c", ""]])
    return python


def packed_tests() -> str:
    """Their files as a zip file, in base64."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in (ROOT / "tests/checks").rglob("*.*"):
            if file.suffix in (".py", ".txt"):
                archive.write(file, file.relative_to(ROOT))
    return base64.b64encode(written.getvalue()).decode()


def in_any_python(verdict):
    """A verdict without Python's own words for an exception, which change with its version."""
    *rest, message = verdict
    return [*rest, re.sub(r"(stopped with \w+): .*", r"\1", message, flags=re.DOTALL)]


def test_every_answer_that_the_tests_know_gets_the_same_verdict_as_elsewhere(python):
    command = [sys.executable, "-m", "tests.checks.verdicts"]
    elsewhere = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    here = python.found_by(SEND_TESTS.format(packed=packed_tests()))
    expected = json.loads(elsewhere.stdout)
    pairs = zip(map(in_any_python, here), map(in_any_python, expected), strict=True)
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    assert {kind for _, name, _, kind, _ in here if name == "mistakes"} == {"wrong"}


def code_of(path) -> list:
    written = json.loads((SITE / f"course/cells/{path.stem}.json").read_text(encoding="utf-8"))
    return [cell[:2] for cell in written]


def requests(path) -> list:
    """Each exercise of a notebook with its solution: what the page asks for at a press."""
    sources = code_of(path)
    ids = {source: cell for cell, source in sources}
    return [
        [ids[cells.untouched], cells.solution, {}, cells.check]
        for cells in cells_of(notebooks.read(path)).values()
    ]


def offered(path) -> list:
    """The cells that a page offers to run, with what its notebook stores of their text."""
    html = (SITE / "notebooks" / f"{path.stem}.html").read_text(encoding="utf-8")
    marked = set(re.findall(r'class="cell[^>]* data-cell="([^"]+)"', html))
    cells = [x for x in notebooks.read(path)["cells"] if x["id"] in marked]
    assert cells, path.name
    return cells


def printed_in(cell) -> str:
    stored = [x for x in cell["outputs"] if x["output_type"] == "stream"]
    return "".join(notebooks.text(output["text"]) for output in stored)


def test_every_solution_is_right_and_every_cell_prints_what_is_stored(python):
    for path in NOTEBOOKS:
        solutions = requests(path)
        cells = offered(path)
        plain = [[cell["id"], notebooks.text(cell["source"])] for cell in cells]
        answers = python.found_by(
            RUN_CELLS.format(cells=code_of(path), requests=[*solutions, *plain])
        )
        verdicts, results = answers[: len(solutions)], answers[len(solutions) :]
        assert {answer.get("verdict", str(answer)) for answer in verdicts} <= {"right"}, path.name
        for cell, answer in zip(cells, results, strict=True):
            assert "error" not in answer, (path.name, cell["id"], answer)
            assert answer["printed"] == printed_in(cell), (path.name, cell["id"])
