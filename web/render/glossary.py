"""The glossary, `glossary/index.qmd`: each term, what it means, and where it is explained."""

import re

from tools import glossary, notebooks

FRONT = """\
---
title: Glossary
description: >-
  The words of the course, what each means, and the section that explains it.
---"""


def page():
    """The text of the page, the terms in the order of the alphabet."""
    found = sorted(glossary.terms(), key=lambda term: term.name.lower())
    return "\n\n".join([FRONT, *map(entry, found)]) + "\n"


def entry(term):
    """One term, as a paragraph with its link."""
    number, _ = term.path.stem.split("-", 1)
    title = re.match("# (.*)", notebooks.text(notebooks.read(term.path)["cells"][0]["source"]))[1]
    anchor = f"#{term.anchor}" * bool(term.heading)
    where = f"[{number} {term.heading or title}](../notebooks/{term.path.name}{anchor})"
    name = term.name[0].upper() + term.name[1:]
    return f"**{name}**. {term.meaning} {where}"
