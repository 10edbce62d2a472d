"""The teaching note of a notebook: its file in teaching/notes/, and what students get wrong.

The mistakes are taken from the checks, which look for them, so the list cannot drift from them.
"""

import ast
import re

from helpers import checks
from helpers.checks.classes import ClassExercise
from helpers.checks.feedback import Exercise
from tools import notebooks
from tools.exercises import cells_of

NOTES = notebooks.NOTEBOOKS.parent / "teaching/notes"

MISTAKES = """\
<details>
<summary>Exercise {number}, {name}: {count} of the mistakes that its check knows</summary>

{causes}

</details>
"""


def teaching_note(path):
    """Return the note of the notebook in a file, as Markdown."""
    note = NOTES / f"{path.stem}.md"
    if not note.exists():
        raise FileNotFoundError(
            f"teaching/notes/{note.name} is missing. Write there what an instructor should know of"
            f" {path.name}; teaching/README.md says what belongs into it."
        )
    written = note.read_text(encoding="utf-8").strip()
    return f"{written}\n\n### What students get wrong\n\n{list_of_mistakes(notebooks.read(path))}"


def list_of_mistakes(notebook):
    """Return what the checks of a notebook say to the mistakes that they know, as Markdown."""
    folds = []
    for number, (name, cells) in enumerate(cells_of(notebook).items(), 1):
        causes = known_causes(check_in(cells.check))
        if causes:
            listed = "\n".join(f"- {as_markdown(cause)}" for cause in causes)
            folds.append(
                MISTAKES.format(number=number, name=name, count=len(causes), causes=listed)
            )
    return "\n".join(folds)


def as_markdown(sentence):
    """A check's sentence, in which a star stands for itself; `code` is code in both."""
    pieces = re.split("(`[^`]*`)", sentence)
    return "".join(
        piece if piece.startswith("`") else re.sub(r"([*_<\\$\[\]])", r"\\\1", piece)
        for piece in pieces
    )


def check_in(source):
    """The check that a cell calls: `checks.chain_rule(my_slope)` is `chain_rule`."""
    call = ast.parse(source).body[-1].value
    return getattr(checks, call.func.attr)


def known_causes(check):
    """The sentences in the table of a check, which has the check's name in capitals, if any.

    A check without a table watches what the reader's code does, and finds its words then.
    """
    table = check.__globals__.get(check.__name__.upper())
    if isinstance(table, Exercise):
        mistakes = table.mistakes
    elif isinstance(table, ClassExercise):
        mistakes = [m for probe in table.probes for m in (*probe.wrong_values, *probe.wrong_slopes)]
    else:
        mistakes = []
    return list(dict.fromkeys(mistake.cause for mistake in mistakes))
