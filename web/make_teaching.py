"""Write the page for instructors, `teaching/index.qmd`: the plans, and the note of each notebook.

Quarto and smalldocs both call this script before they render (`pre-render` in `_quarto.yml`).
The plans stand in `teaching/plan.md`, the notes in `teaching/notes/`; what students get wrong comes
from the checks.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a renderer runs this file by its path

from tools import notebooks  # noqa: E402
from tools.teaching_notes import teaching_note  # noqa: E402

PAGE = ROOT / "teaching/index.qmd"
FRONT = """\
---
title: Teaching with the course
description: >-
  Plans for one lecture, for three, and for two weeks. For each notebook: what to ask, what to show,
  what students get wrong, and what to skip.
---"""


def main():
    """Write the page, unless it is as it should be."""
    text = page(sorted(notebooks.NOTEBOOKS.glob("*.ipynb")))
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        PAGE.write_text(text, encoding="utf-8")


def page(paths):
    """The text of the page about the notebooks in these files."""
    plan = (PAGE.parent / "plan.md").read_text(encoding="utf-8").strip()
    return "\n\n".join([FRONT, plan, *map(section, paths)]) + "\n"


def section(path):
    """The heading and the note of one notebook."""
    number, _ = path.stem.split("-", 1)
    title = re.match("# (.*)", notebooks.text(notebooks.read(path)["cells"][0]["source"]))[1]
    return f"## {number} {title}\n\n{teaching_note(path)}"


if __name__ == "__main__":
    main()
