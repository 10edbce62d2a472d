"""Change HTML pages without rewriting them: find a piece, replace it, leave the rest as it is."""

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import PurePosixPath

from helpers.image import inline

COURSE = "course"  # the folder of our own files inside the site


@dataclass(frozen=True)
class Piece:
    """One element of a page, or, unless it is one of the WHOLE ones, its start tag alone."""

    tag: str
    attrs: dict  # names in lower case; a valueless attribute is ""
    start: int  # where it stands in the page's text
    end: int
    inner: str = ""  # the text between the tags of a WHOLE element

    @property
    def classes(self):
        return self.attrs.get("class", "").split()


def is_formula(piece):
    """Whether a piece is a formula: MathML from Quarto, a span from smalldocs or from us."""
    return piece.tag == "math" or (piece.tag == "span" and "math" in piece.classes)


def is_whole(piece):
    """Scripts, styles and formulas are taken whole, and not looked into for pieces."""
    return piece.tag in ("script", "style") or is_formula(piece)


class _Finder(HTMLParser):
    """Collect the pieces of a page in order."""

    def __init__(self, text):
        super().__init__(convert_charrefs=False)
        self.text, self.pieces, self.open, self.depth = text, [], None, 0
        self.lines = [0]
        for line in text.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.feed(text)
        self.close()

    def position(self):
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag, attrs):
        if self.open:
            self.depth += tag == self.open.tag
            return
        start = self.position()
        piece = Piece(
            tag,
            {name: value or "" for name, value in reversed(attrs)},  # the first of a name counts
            start,
            start + len(self.get_starttag_text()),
        )
        if is_whole(piece):
            self.open, self.depth = piece, 0
        else:
            self.pieces.append(piece)

    def handle_startendtag(self, tag, attrs):
        if not self.open:
            self.handle_starttag(tag, attrs)
            if self.open:  # <math/>: nothing will close it
                self.pieces.append(self.open)
                self.open = None

    def handle_endtag(self, tag):
        if self.open is None:
            self.pieces.append(Piece("/" + tag, {}, self.position(), self.position()))
        elif tag == self.open.tag and self.depth:
            self.depth -= 1
        elif tag == self.open.tag:
            piece, here = self.open, self.position()
            end = self.text.index(">", here) + 1
            inner = self.text[piece.end : here]
            self.pieces.append(Piece(piece.tag, piece.attrs, piece.start, end, inner))
            self.open = None


def find_pieces(text):
    """The pieces of a page's text, in order; end tags are there too, as "/tag"."""
    return _Finder(text).pieces


class Page:
    """One page of the site, and the changes to it that wait to be written."""

    def __init__(self, file, site):
        self.file, self.name = file, file.relative_to(site).as_posix()
        self.text = inline(file.read_text(encoding="utf-8"))  # drawings, not images of them
        self.pieces = find_pieces(self.text)
        self.edits = []

    def link_to(self, target):
        """The relative address of `target` (from the site's root): right under any sub-path."""
        return "../" * (len(PurePosixPath(self.name).parts) - 1) + target

    def replace(self, piece, text=""):
        self.edits.append((piece.start, piece.end, text))

    def insert(self, position, text):
        self.edits.append((position, position, text))

    def end_of(self, index):
        """Where the element whose start tag is the piece `index` ends in the page's text."""
        tag, depth = self.pieces[index].tag, 0
        for piece in self.pieces[index:]:
            depth += (piece.tag == tag) - (piece.tag == "/" + tag)
            if depth == 0:
                return self.text.index(">", piece.start) + 1
        raise RuntimeError(f"{self.name}: a <{tag}> has no end")

    def add_style(self, target):
        """Load the stylesheet `target` (from the site's root), unless the page does so."""
        link = self.link_to(target)
        self._add_once("href", link, f'<link rel="stylesheet" href="{link}">')

    def add_script(self, target, attributes=""):
        """Load the script `target` when the page is read, after those added before."""
        link = self.link_to(target)
        self._add_once("src", link, f'<script defer src="{link}"{attributes}></script>')

    def add_to_head(self, tag):
        """Put a tag at the end of the page's head."""
        end = next((piece.start for piece in self.pieces if piece.tag == "/head"), None)
        if end is None:
            raise RuntimeError(f"{self.name}: no </head>, so nowhere to put the site's scripts")
        self.insert(end, tag + "\n")

    def _add_once(self, attribute, link, tag):
        if not any(piece.attrs.get(attribute) == link for piece in self.pieces):
            self.add_to_head(tag)

    def write(self):
        """Carry the changes out and read the page anew."""
        if not self.edits:
            return
        done, parts = 0, []
        for start, end, text in sorted(self.edits, key=lambda edit: edit[:2]):
            parts += [self.text[done:start], text]
            done = end
        self.text = "".join(parts) + self.text[done:]
        self.file.write_text(self.text, encoding="utf-8")
        self.pieces, self.edits = find_pieces(self.text), []
