"""Numbers as text, text in columns, and rows of results that show themselves as a table."""

from html import escape
from numbers import Real


def shown(x, digits):
    """A number with so many significant digits and a real minus sign; an array as its shape."""
    if shape := getattr(x, "shape", ()):
        return f"array {shape}"
    return f"{x + 0.0:.{digits}g}".replace("-", "−")  # the sum has no minus before a zero


def printable(text):
    """The text on one line: a label may hold what neither Graphviz nor SVG nor HTML takes."""
    return "".join(x if x.isprintable() else " " for x in text)


def aligned(lines, flush_right=()):
    """Lines of texts as one text, column under column; `flush_right` has the numbers of columns."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    formats = [f"{'>' if i in flush_right else '<'}{width}" for i, width in enumerate(widths)]
    return "\n".join("  ".join(map(format, line, formats)).rstrip() for line in lines)


def html_table(headings, lines, name, caption):
    """Lines of texts as a table in HTML, of the class `name`; each line begins with its heading."""
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "\n".join(
        f'<tr><th scope="row">{escape(printable(title))}</th>'
        + "".join(f"<td>{escape(printable(text))}</td>" for text in texts)
        + "</tr>"
        for title, *texts in lines
    )
    return (
        f'<table class="{name}">\n<caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


class Table(list):
    """A list of rows that shows itself as aligned text, and as a Markdown table in a notebook.

    `cells(row)` gives the entries of a row, one for each of `headings`; `markdown(row)` those for a
    notebook, if they differ, as formulas do. Columns of numbers are flush right.
    """

    def __init__(self, rows, headings, cells, markdown=None):
        super().__init__(rows)
        self.headings, self.cells, self.markdown = headings, cells, markdown or cells

    def __str__(self):
        columns = list(self._columns(self.cells))
        numbers = [i for i, (_, *entries) in enumerate(columns) if _are_numbers(entries)]
        return aligned([[*map(str, line)] for line in zip(*columns, strict=True)], numbers)

    __repr__ = __str__

    def _repr_markdown_(self):
        columns = [
            [heading, "---:" if _are_numbers(entries) else "---", *entries]
            for heading, *entries in self._columns(self.markdown)
        ]
        return "\n".join(f"| {' | '.join(map(str, line))} |" for line in zip(*columns, strict=True))

    def _columns(self, cells):
        return zip(self.headings, *map(cells, self), strict=True)


def _are_numbers(entries):
    return all(isinstance(entry, Real) for entry in entries)
