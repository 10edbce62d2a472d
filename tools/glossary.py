"""The course's terms: what each means, and the cell that introduces it.

`notebooks/glossary.toml` says what a term means, in the order in which the notebooks introduce
them. The cell that introduces a term is the first one in which it stands in bold.
"""

import re
import tomllib
from typing import NamedTuple

from tools import notebooks

FILE = notebooks.NOTEBOOKS / "glossary.toml"

# The same word in its meaning at school, in the notebook of this number.
HOMONYMS = {("tangent", "02")}


class Place(NamedTuple):
    """A Markdown cell of a notebook: the notebook's file, the cell's number, and its text."""

    path: object
    number: int
    text: str


class Term(NamedTuple):
    """A term, what it means, and the heading of the section that introduces it."""

    name: str
    meaning: str
    path: object
    heading: str

    @property
    def anchor(self):
        """The section's id on the page, as Pandoc makes it from a heading."""
        text = re.sub(r"[*`$]|[^\w\s.-]", "", self.heading.lower())
        return re.sub(r"^[^a-z]+", "", re.sub(r"\s+", "-", text.strip()))


def meanings():
    """{term: what it means}, in the order of the file. Raises ValueError for what is no text."""
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for name, meaning in found.items():
        if not isinstance(meaning, str) or not meaning.endswith("."):
            raise ValueError(f"{FILE.name}: {name!r} should be a sentence, got {meaning!r:.60}")
    return found


def markdown_cells():
    """Every Markdown cell of the course, in reading order."""
    for path in sorted(notebooks.NOTEBOOKS.glob("*.ipynb")):
        for number, cell in enumerate(notebooks.read(path)["cells"]):
            if cell["cell_type"] == "markdown":
                yield Place(path, number, notebooks.text(cell["source"]))


def pattern(name):
    """Where a term is used: as it is, at the beginning of a sentence, and in the plural."""
    words = r"[\s-]+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<![\w-]){words}(?:e?s)?(?![\w-])", re.IGNORECASE)


def in_bold(name):
    """A term in bold, as where it is introduced."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"\*\*{words}(?:e?s)?\*\*", re.IGNORECASE)


def introduction(name, cells):
    """The first cell in which a term stands in bold; None if there is none."""
    return next((cell for cell in cells if in_bold(name).search(cell.text)), None)


def uses_before(name, cells):
    """The cells that use a term before it is introduced.

    Names in code and titles of links are no uses, nor is a notebook's first cell, which announces
    what the notebook will explain.
    """
    for cell in cells:
        if cell == introduction(name, cells):
            return
        if cell.number == 0 or (name, cell.path.stem[:2]) in HOMONYMS:
            continue
        prose = re.sub(r"```.*?```|`[^`]*`|\[[^\]]*\]\([^)]*\)", "", cell.text, flags=re.DOTALL)
        if pattern(name).search(prose):
            yield cell


def terms():
    """All terms with their places. Raises ValueError for one that no cell introduces."""
    cells = list(markdown_cells())
    found = []
    for name, meaning in meanings().items():
        place = introduction(name, cells)
        if place is None:
            raise ValueError(
                f"{FILE.name}: no notebook has {name!r} in bold, where it is explained"
            )
        before = [c.text for c in cells if c.path == place.path and c.number < place.number]
        before.append(place.text[: in_bold(name).search(place.text).start()])
        headings = re.findall(r"^##+ (.*)", "\n".join(before), re.MULTILINE)
        found.append(Term(name, meaning, place.path, headings[-1] if headings else ""))
    return found
