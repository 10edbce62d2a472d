"""Text in columns, and rows of results that show themselves as a table."""

from numbers import Real


def aligned(lines, flush_right=()):
    """Lines of texts as one text, column under column; `flush_right` has the numbers of columns."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    formats = [f"{'>' if i in flush_right else '<'}{width}" for i, width in enumerate(widths)]
    return "\n".join("  ".join(map(format, line, formats)).rstrip() for line in lines)


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
