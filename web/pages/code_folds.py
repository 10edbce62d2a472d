"""Fold the code of each cell of a notebook's page, under a line that says what is in it.

What the text points at is to be read: a cell with the tag "open" is not folded.
"""

import html
import json
import re
from itertools import pairwise

LONGEST = 72  # of the line that a fold shows
SWITCH = (
    '<div class="course-code-switch">'
    '<button type="button" class="btn btn-sm btn-outline-secondary">Show all code</button></div>'
)


def fold_code(page, left_open=()):
    """Put the code of each cell into a fold, and a switch for all of them below the title.

    `left_open` holds the code of cells that are not folded; spaces do not count.
    """
    left_open = {*map(_without_spaces, left_open)}
    folds = [fold for fold in long_code(page) if _without_spaces(fold[2]) not in left_open]
    for start, end, code in folds:
        line = f"<summary>Code: {summary(code)}</summary>"
        page.insert(start, f'<details class="course-code">{line}')
        page.insert(end, "</details>")
    if folds:
        page.insert(_below_title(page), SWITCH)


def tagged_open(page, project):
    """The code of the cells with the tag "open" in the notebook that a page is made of, if any."""
    file = project / page.name.replace(".html", ".ipynb")
    if not file.exists():
        return []
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    return ["".join(c["source"]) for c in cells if "open" in c["metadata"].get("tags", [])]


def _without_spaces(code):
    return "".join(code.split())


def long_code(page):
    """What to fold: where each block of code starts and ends, and its code.

    What the reader is to fill in stays open; so does a single line, since the line that a fold
    shows would be as long. What is in a fold already is left alone.
    """
    for index, (cell, block) in enumerate(pairwise(page.pieces), start=1):
        in_cell = cell.tag == block.tag == "div" and "cell" in cell.classes
        if in_cell and "cell-output" not in block.classes:
            end = page.end_of(index)
            code = code_in(page.text[block.start : end])
            if "\n" in code and not code.endswith("..."):
                yield block.start, end, code


def code_in(markup):
    """The code of a block of code, "" where there is none."""
    found = re.search(r"<pre[^>]*>\s*<code[^>]*>(.*?)</code>", markup, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", found[1])).strip() if found else ""


def summary(code):
    """What the code defines; or else what it says first, in a comment or as code."""
    defined = re.findall(r"^(?:class|def) \w+", code, re.MULTILINE)
    comment = re.match(r"#\s*(.*)", code)
    if defined:
        return _as_code(", ".join(defined))
    if comment:
        return html.escape(comment[1], quote=False)
    lines = code.splitlines()
    statements = [line for line in lines if re.match(r"(?!import |from )\S", line)]
    first = (statements or lines)[0]
    return _as_code(re.sub(r"(?<=[:({[])$", " …", first))


def _as_code(text):
    short = text if len(text) <= LONGEST else text[: LONGEST - 2].rstrip(" …") + " …"
    return f"<code>{html.escape(short, quote=False)}</code>"


def _below_title(page):
    """Behind the page's title block, or, without one, where the text begins."""
    for index, piece in enumerate(page.pieces):
        if piece.attrs.get("id") == "title-block-header":
            return page.end_of(index)
    return next(piece.end for piece in page.pieces if piece.tag in ("main", "body"))
