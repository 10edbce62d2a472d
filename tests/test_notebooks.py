"""Every notebook is clean; and the cleaner and its check find what they should."""

import copy
import json

import pytest

from tools import notebooks

LIVE_VIEW = "application/vnd.jupyter.widget-view+json"


def code_cell(source="1 + 1", count=1, outputs=(), **metadata):
    """Return a code cell as a notebook's file has it."""
    return {
        "cell_type": "code",
        "execution_count": count,
        "id": f"cell-{count}",
        "metadata": metadata,
        "outputs": list(outputs),
        "source": source,
    }


def notebook_of(*cells, **metadata):
    """Return a clean notebook of the cells, with more metadata where given."""
    return {
        "cells": list(cells),
        "metadata": copy.deepcopy(notebooks.METADATA) | metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def result(count=1, **data):
    """Return the output of a cell's last expression."""
    return {"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"}


def stream(text, name="stdout"):
    """Return an output of printed text."""
    return {"name": name, "output_type": "stream", "text": text}


WIDGET = result(**{LIVE_VIEW: {"model_id": "6f2a"}, "text/html": ["<p>w</p>"], "text/plain": ["w"]})
ERROR = {"ename": "ValueError", "evalue": "", "output_type": "error", "traceback": []}
OLDER_KERNEL = notebooks.METADATA["language_info"] | {"version": "3.11.7"}

# What a dirty notebook holds, and a word of the sentence that should say so.
DIRTY = {
    "live widget view": (notebook_of(code_cell(outputs=[WIDGET])), "live widgets"),
    "widget state": (notebook_of(code_cell(), widgets={"state": {}}), "live widgets"),
    "execution times": (
        notebook_of(code_cell(execution={"iopub.execute_input": "…"})),
        "execution times",
    ),
    "Python version": (notebook_of(code_cell(), language_info=OLDER_KERNEL), "kernel details"),
    "text in pieces": (notebook_of(code_cell(outputs=[stream("a"), stream("b")])), "in pieces"),
    "not executed": (notebook_of(code_cell(count=None)), "count None, expected 1"),
    "executed out of order": (notebook_of(code_cell(count=2), code_cell(count=1)), "expected 1"),
    "error": (notebook_of(code_cell(outputs=[ERROR])), "ValueError"),
    "stderr": (notebook_of(code_cell(outputs=[stream("oh", "stderr")])), "stderr"),
    "address": (
        notebook_of(code_cell(outputs=[result(**{"text/plain": ["<A at 0x7f00c0de>"]})])),
        "0x7f00c0de",
    ),
    "older format": (notebook_of(code_cell()) | {"nbformat_minor": 4}, "cell ids"),
}


@pytest.mark.parametrize("path", sorted(notebooks.NOTEBOOKS.glob("*.ipynb")), ids=lambda p: p.name)
def test_notebook_is_clean(path):
    notebook = notebooks.read(path)
    assert notebooks.check(notebook) == []
    assert path.read_text(encoding="utf-8") == notebooks.serialise(notebook), "run make notebooks"


def test_clean_notebook_has_no_problems():
    plain = result(**{"text/plain": ["2"]})
    markdown = {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "*Hello*"}
    empty = code_cell("", None)
    assert notebooks.check(notebook_of(markdown, code_cell(outputs=[plain]), empty)) == []


@pytest.mark.parametrize("kind", DIRTY)
def test_dirt_is_found(kind):
    notebook, word = DIRTY[kind]
    problems = notebooks.check(notebook)
    assert any(word in problem for problem in problems)


@pytest.mark.parametrize("kind", DIRTY)
def test_cleaning_is_idempotent_and_leaves_the_given_notebook(kind):
    notebook, _ = DIRTY[kind]
    before = copy.deepcopy(notebook)
    cleaned = notebooks.clean(notebook)
    assert notebook == before
    assert notebooks.clean(cleaned) == cleaned


def test_cleaning_keeps_outputs_counts_ids_and_own_metadata():
    cell = code_cell(outputs=[WIDGET, stream("a\nb"), stream("c\n")], tags=["solution"])
    cleaned = notebooks.clean(notebook_of(cell, title="T"))
    assert cleaned["metadata"]["title"] == "T"
    (kept,) = cleaned["cells"]
    assert kept["outputs"][0]["data"] == {"text/html": ["<p>w</p>"], "text/plain": ["w"]}
    assert kept["outputs"][1]["text"] == ["a\n", "bc\n"]
    assert (kept["id"], kept["execution_count"]) == ("cell-1", 1)
    assert kept["metadata"] == {"tags": ["solution"]}


def test_executing_twice_gives_the_same_bytes(tmp_path):
    source = (
        "import sys, ipywidgets\n"
        "print('one', flush=True); print('two', flush=True)\n"
        "ipywidgets.FloatSlider()"
    )
    path = tmp_path / "small.ipynb"
    path.write_text(json.dumps(notebook_of(code_cell(source, 1), code_cell("6 * 7", 2))))
    assert notebooks.main([str(path)]) == 0
    first = path.read_bytes()
    assert b'"42"' in first and LIVE_VIEW.encode() not in first
    assert notebooks.main([str(path)]) == 0
    assert path.read_bytes() == first


def test_check_alone_changes_nothing_and_fails(tmp_path, capsys):
    path = tmp_path / "dirty.ipynb"
    path.write_text(json.dumps(DIRTY["stderr"][0]))
    before = path.read_bytes()
    assert notebooks.main(["--check", str(path)]) == 1
    assert "dirty.ipynb: cell 1 writes to stderr: 'oh'" in capsys.readouterr().out
    assert path.read_bytes() == before
