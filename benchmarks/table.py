"""The rows of the benchmark, and how they are printed."""

from typing import NamedTuple

import numpy as np


class Row(NamedTuple):
    """One line: how many times the measure of `what` goes into that of `against`."""

    name: str
    what: str
    against: str
    ratio: float
    quartiles: tuple | None  # (lower, upper) over the runs; None for what is counted, not timed
    target: str
    met: bool | None  # None where there is no target

    @classmethod
    def timed(cls, name, what, against, ratios, target=None):
        """A row from paired ratios. The median is held against `target`, a smallest ratio."""
        lower, median, upper = np.percentile(ratios, [25, 50, 75])
        if target is None:
            return cls(name, what, against, median, (lower, upper), "", None)
        aim, met = f"at least {target:,}", bool(median >= target)
        return cls(name, what, against, median, (lower, upper), aim, met)

    def cells(self):
        """The row as text, a column each."""
        quartiles = " – ".join(map(number, self.quartiles)) if self.quartiles else "counted"
        met = {True: "met", False: "MISSED", None: ""}[self.met]
        return self.name, self.what, self.against, number(self.ratio), quartiles, self.target, met


HEADINGS = ("row", "what", "against", "ratio", "quartiles", "target", "")
FLUSH_RIGHT = {3, 4}


def number(x):
    """Three digits, and a comma between thousands."""
    return f"{x:,.0f}" if x >= 100 else f"{x:.1f}" if x >= 10 else f"{x:.2f}"


def aligned(rows):
    """The rows as one table of aligned text."""
    lines = [HEADINGS, *[row.cells() for row in rows]]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]

    def line(cells):
        return "  ".join(
            cell.rjust(width) if i in FLUSH_RIGHT else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ).rstrip()

    rule = "  ".join("─" * width for width in widths)
    return "\n".join([line(HEADINGS), rule, *map(line, lines[1:])])
