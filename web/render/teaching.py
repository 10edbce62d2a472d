"""The page for instructors, `teaching/index.qmd`: the plans, and the note of each notebook.

The plans stand in `teaching/plan.md`, the notes in `teaching/notes/`; what students get wrong comes
from the checks.
"""

import re

from tools import notebooks
from tools.teaching_notes import teaching_note
from web import ROOT

FRONT = """\
---
title: Teaching with the course
description: >-
  Plans for one lecture, for three, and for two weeks. For each notebook: what to ask, what to show,
  what students get wrong, and what to skip.
---"""


def page():
    """The text of the page."""
    paths = sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))
    plan = (ROOT / "teaching/plan.md").read_text(encoding="utf-8").strip()
    return "\n\n".join([FRONT, plan, *map(section, paths)]) + "\n"


def section(path):
    """The heading and the note of one notebook."""
    number, _ = path.stem.split("-", 1)
    title = re.match("# (.*)", notebooks.text(notebooks.read(path)["cells"][0]["source"]))[1]
    return f"## {number} {title}\n\n{teaching_note(path)}"
