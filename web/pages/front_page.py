"""Fill the front page: the network explorer, live like those in the notebooks, and the cards.

What a card says stands in its notebook's first cell, and nowhere else. `index.qmd` has an empty
<div> where each goes. Filled, it has another class, so that a second run changes nothing.
"""

import json
import re
import sys
from html import escape
from typing import NamedTuple

from helpers.image import inline
from web import node
from web.pages import card_pictures

EXPLORER = "course-explorer-goes-here"
CARDS = "course-cards-go-here"
MAKE_EXPLORER = (
    "from helpers.widgets import NetworkExplorer\n"
    "print(NetworkExplorer()._repr_mimebundle_()['text/html'])"
)

TO_COME = {
    "06": ("Choosing a mode", "What does each way cost, and when does each win?"),
    "07": ("Differentiating programs", "What else can be differentiated?"),
}


class Opening(NamedTuple):
    """What a notebook says of itself in its first cell."""

    name: str  # of the file, without its ending
    title: str
    question: str
    takes: str  # "about 90 minutes"
    needs: str  # "notebook 04"

    @property
    def number(self):
        return self.name.partition("-")[0]


def fill_front_page(pages, project):
    """Put the explorer and the cards into the places that wait for them."""
    for page in pages:
        for piece in page.pieces:
            if EXPLORER in piece.classes:
                explorer = inline(node.run([sys.executable, "-c", MAKE_EXPLORER], project))
                page.replace(piece, f'<div class="course-front">\n{explorer}')
            elif CARDS in piece.classes:
                page.replace(piece, f'<div class="course-road">\n{road(pages, project)}\n')
        page.write()  # now, since the explorer needs the widgets' script like any other


def road(pages, project):
    """The cards of all notebooks that have a page, in order, and the line about progress."""
    names = {page.name for page in pages}
    files = sorted((project / "notebooks").glob("*.ipynb"))
    there = [opening(file) for file in files if f"notebooks/{file.stem}.html" in names]
    cards = [card(notebook) for notebook in there] + to_come({each.number for each in there})
    return (
        '<ol class="course-cards">\n' + "\n".join(cards) + "\n</ol>\n"
        '<p class="course-keep"><button type="button">Keep the course on this device</button> '
        '<button type="button" hidden>Remove it again</button> <span role="status"></span></p>\n'
        '<p class="course-forget"><button type="button">Forget my progress</button> '
        '<span role="status">It is kept on this device only.</span></p>'
    )


def card(notebook):
    """One card: the link in its heading covers all of it (styles.css)."""
    facts = [notebook.takes and f"{notebook.takes[:1].upper()}{notebook.takes[1:]}."]
    facts += [notebook.needs and f"You need {notebook.needs}."]
    return (
        f'<li class="course-card" data-notebook="{escape(notebook.name)}">\n'
        f"{card_pictures.picture(notebook.number)}\n"
        f'<h3><a href="notebooks/{escape(notebook.name)}.html"><span>{escape(notebook.number)}'
        f"</span> {escape(notebook.title)}</a></h3>\n"
        f"<p>{escape(notebook.question)}</p>\n"
        f'<p class="course-card-facts">{escape(" ".join(filter(None, facts)))}</p>\n'
        '<p class="course-card-progress"></p>\n</li>'
    )


def to_come(numbers):
    """What will follow, in one last place of the list; nothing once all are there."""
    lines = [
        f"<p><span>{number}</span> <strong>{title}</strong><br>{question}</p>"
        for number, (title, question) in TO_COME.items()
        if number not in numbers
    ]
    return [f'<li class="course-to-come"><p>To come</p>\n{"".join(lines)}</li>'] if lines else []


def opening(file):
    """Read a notebook's first cell. What it does not say is an empty text."""
    cell = json.loads(file.read_text(encoding="utf-8"))["cells"][0]
    text = "".join(cell["source"])

    def said(pattern):
        found = re.search(pattern, text, re.MULTILINE)
        return found[1].strip() if found else ""

    return Opening(
        name=file.stem,
        title=said(r"^# (.+)$") or file.stem,
        question=said(r"^\*\*Question\.\*\* (.+)$"),
        takes=said(r"^It takes (.+?)\."),
        needs=said(r"\bYou need (.+?)\.?$"),
    )
