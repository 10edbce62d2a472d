"""Engines and checks need nothing but Python: a page has nothing else.

A fresh interpreter that refuses NumPy and its like imports them all, and runs each worked solution.
"""

import importlib
import json
import subprocess
import sys

import pytest

from tests.checks.exercises import EXERCISES
from tests.pure_python import REFUSED, Refusal
from tools import notebooks

ROOT = notebooks.NOTEBOOKS.parent


@pytest.fixture(scope="module")
def report():
    """What that interpreter printed, with what was said as {(notebook, name): [kind, message]}."""
    command = [sys.executable, "-m", "tests.pure_python"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    return report | {"said": {(notebook, name): said for notebook, name, *said in report["said"]}}


def test_nothing_from_outside_is_loaded(report):
    assert report["loaded"] == []


def test_every_exercise_is_judged(report):
    assert report["said"].keys() == {(entry.notebook, entry.name) for entry in EXERCISES}


@pytest.mark.parametrize("entry", EXERCISES, ids=lambda entry: entry.name)
def test_worked_solution_is_right(report, entry):
    kind, message = report["said"][entry.notebook, entry.name]
    assert kind == "right", message


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_cannot_be_imported(monkeypatch, name):
    monkeypatch.setattr(sys, "meta_path", [Refusal(), *sys.meta_path])
    for loaded in [x for x in sys.modules if x.partition(".")[0] == name]:
        monkeypatch.delitem(sys.modules, loaded)
    with pytest.raises(ImportError, match="No module named"):
        importlib.import_module(name)
