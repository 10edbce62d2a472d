"""Make a notebook's page a place to work: guesses, exercises, and cells that can be run.

A page gets all of this from its notebook, whose cells stand in it in the same order. What needs the
reader's own browser is written into the page here, out of sight until its script is ready; without
scripts a page reads as a notebook does.
"""

import json
import re
from dataclasses import dataclass

from helpers.checks.feedback import GUESSED, KINDS
from tools.exercises import cells_of as exercises_of
from tools.exercises import defined_with_dots
from tools.line_order import COMMENT, line_order
from web.pages.code_folds import code_in
from web.pages.page import COURSE
from web.python.archive import is_on_page
from web.python.needs import needed, statements

GUESS = re.compile(r"(guess_\w+) = \.\.\.")
EXERCISE = re.compile(r"^### (Exercise \d+)", re.MULTILINE)
HINT = re.compile(r"<details>\s*<summary>\s*Hint (\d)")
NEEDS_LAB = "jupyterlab"  # the tag of a cell that a page cannot run for a reason of its own


@dataclass
class Cell:
    """A code cell of a notebook, and the number of its piece on the page."""

    id: str
    number: int  # counted from 0 among all cells
    source: str
    tags: list
    piece: int
    missing: list  # the modules that it needs and a page does not have


def add_workbench(page, site, project):
    """Mark the cells of a notebook's page, and write the code that its script runs.

    Returns whether there is any.
    """
    file = project / page.name.replace(".html", ".ipynb")
    if not file.exists() or any("course-live" in piece.classes for piece in page.pieces):
        return False
    notebook = json.loads(file.read_text(encoding="utf-8"))["cells"]
    cells = cells_of(page, notebook)
    exercises = {x.untouched: x for x in exercises_of({"cells": notebook}).values()}
    for place, cell in enumerate(cells):
        after = cells[place + 1 :]
        if guess := GUESS.fullmatch(cell.source.strip()):
            cover_answer(page, cell, answer_to(guess[1], after))
        elif defined_with_dots(cell.source):
            heading = [EXERCISE.findall(text(x)) for x in notebook[: cell.number]]
            name = [found for each in heading for found in each][-1]
            wrap_exercise(page, cell, after[0], name)
        elif not is_check(cells, place):
            offer_run(page, cell)
    write_code(cells, exercises, site / COURSE / "cells" / f"{file.stem}.json")
    leave_out_remarks(page)
    if any(GUESS.fullmatch(cell.source.strip()) for cell in cells):
        add_words(page)
    return bool(cells)


# ------------------------------------------------------------------ cells


def cells_of(page, notebook):
    """The code cells of a notebook with their places on its page.

    Raises RuntimeError where the page is not made of this notebook, or where a cell needs what no
    cell above gives it.
    """
    places = [i for i, piece in enumerate(page.pieces) if is_cell(piece)]
    numbered = [(i, cell) for i, cell in enumerate(notebook) if cell["cell_type"] == "code"]
    if len(places) != len(numbered):
        raise RuntimeError(
            f"{page.name} has {len(places)} cells of code, and its notebook {len(numbered)}"
        )
    cells, above = [], []
    for piece, (number, cell) in zip(places, numbered, strict=True):
        source = text(cell)
        shown = code_in(page.text[page.pieces[piece].start : page.end_of(piece)])
        if bare(shown) != bare(source):
            raise RuntimeError(f"{page.name}: cell {number} is not the one of its notebook")
        needs, unknown = needed(above, source)
        if unknown:
            raise RuntimeError(
                f"{page.name}: cell {number} uses {', '.join(unknown)}, and no cell above says "
                "what that is"
            )
        own = statements(cell["id"], source)
        missing = {x.module for x in [*needs, *own] if x.module and not is_on_page(x.module)}
        tags = cell.get("metadata", {}).get("tags", [])
        cells.append(Cell(cell["id"], number, source, tags, piece, sorted(missing)))
        above += own
    return cells


def is_cell(piece):
    return piece.tag == "div" and "cell" in piece.classes


def text(cell):
    return "".join(cell["source"])


def bare(code):
    """Code without its spaces and without the lines that are for the renderers."""
    return "".join(re.sub(r"^#\|.*$", "", code, flags=re.MULTILINE).split())


def answer_to(guess, cells):
    """The first of the cells that holds a guess against the answer."""
    return next(x for x in cells if re.search(rf"checks\.prediction\(\s*{guess}\b", x.source))


def is_check(cells, place):
    """Does a cell check the exercise right above it? That one runs it."""
    return place > 0 and bool(defined_with_dots(cells[place - 1].source))


# ------------------------------------------------------------------ guesses


def cover_answer(page, guess, answer):
    """A field for a guess, and a cover over all that follows, up to the answer's feedback."""
    start, end = page.pieces[guess.piece], page.end_of(guess.piece)
    last = page.end_of(answer.piece)
    if re.search("<(section|h[1-6])\\b", page.text[end:last]):
        raise RuntimeError(f"{page.name}: a heading stands between {guess.source} and its answer")
    page.insert(start.end - 1, f' data-guess="{guess.id}"')
    page.insert(end, GUESS_FORM.format(id=guess.id) + "\n" + '<div class="course-answer">')
    page.insert(last, "</div>")


GUESS_FORM = """
<form class="course-guess course-live" novalidate>
<label for="guess-{id}">Your guess</label>
<input id="guess-{id}" type="text" inputmode="decimal" autocomplete="off" spellcheck="false">
<button type="submit">Guess</button>
<button type="button">Show the answer</button>
<span role="status"></span>
</form>"""


def add_words(page):
    """What is said of a guess, as data: the words of `checks.prediction`."""
    words = {kind: {"heading": KINDS[kind], "message": said} for kind, said in GUESSED.items()}
    data = json.dumps(words, ensure_ascii=False)
    page.add_to_head(f'<script type="application/json" id="course-guessed">{data}</script>')


# ------------------------------------------------------------------ exercises


def wrap_exercise(page, exercise, check, name):
    """Put an exercise, its check and its solution into one box, with buttons between them."""
    start = page.pieces[exercise.piece].start
    page.insert(
        start,
        f'<div class="course-exercise" data-cell="{exercise.id}" data-check="{check.id}" '
        f'data-name="{name}">\n',
    )
    page.insert(page.end_of(exercise.piece), EXERCISE_BAR.format(name=name))
    for fold in (i for i, piece in enumerate(page.pieces) if i > check.piece):
        if page.pieces[fold].tag != "details":
            continue
        hint = HINT.match(page.text, page.pieces[fold].start)
        if not hint:  # the solution
            page.insert(page.end_of(fold), "\n</div>")
            return
        page.insert(page.pieces[fold].end - 1, f' data-hint="{hint[1]}"')


EXERCISE_BAR = """
<div class="course-work course-live">
<button type="button" data-do="check" aria-label="Check {name}">Check</button>
<button type="button" data-do="restart" aria-label="Start over with {name}">Start over</button>
<button type="button" data-do="order" aria-expanded="false" aria-label="Put the lines in order \
for {name}">Put the lines in order</button>
<span role="status"></span>
</div>"""


# ------------------------------------------------------------------ cells to play with


def offer_run(page, cell):
    """A button under a cell that a page can run, and a word under one that it cannot."""
    piece = page.pieces[cell.piece]
    end = page.end_of(cell.piece)
    inside = page.text[piece.start : end]
    if "course-widget" in inside:  # it is live already
        return
    if cell.missing or NEEDS_LAB in cell.tags:
        what = '<p class="course-lab">This cell needs <a href="#course-run">JupyterLab</a>.</p>'
    else:
        page.insert(piece.end - 1, f' data-cell="{cell.id}"')
        what = RUN_BAR
    page.insert(page.end_of(cell.piece + 1), what)  # under its code, which comes first in it


RUN_BAR = (
    '<div class="course-work course-live"><button type="button" data-do="edit">Edit and run'
    '</button><span role="status"></span></div>'
)


def write_code(cells, exercises, file):
    """All code of a notebook, for the page's Python: [[id, source], …]; and for an exercise what
    there is to put in order, {given, pieces}, as a third.
    """
    written = []
    for cell in cells:
        written.append([cell.id, cell.source])
        if cell.source in exercises:
            lines = line_order(exercises[cell.source])
            written[-1].append({"given": lines.given, "pieces": lines.shuffled()})
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(written, ensure_ascii=False) + "\n", encoding="utf-8")


def leave_out_remarks(page):
    """Take out what the solutions' comments say of wrong lines: it is in the code's file."""
    for remark in COMMENT.finditer(page.text):
        page.edits.append((*remark.span(), ""))
