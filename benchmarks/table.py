"""The rows of the benchmark, and how they are printed."""

from typing import NamedTuple

import numpy as np

from helpers.table import aligned


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
    def timed(cls, name, what, against, ratios, at_least=None, at_most=None):
        """A row from paired ratios. The median is held against a smallest or a largest ratio."""
        lower, median, upper = np.percentile(ratios, [25, 50, 75])
        aim, met = "", None
        if at_least is not None:
            aim, met = f"at least {at_least:,}", bool(median >= at_least)
        if at_most is not None:
            aim, met = f"at most {at_most:,}", bool(median <= at_most)
        return cls(name, what, against, median, (lower, upper), aim, met)

    def cells(self):
        """The row as text, a column each."""
        quartiles = " – ".join(map(number, self.quartiles)) if self.quartiles else "counted"
        ratio = number(self.ratio)
        return self.name, self.what, self.against, ratio, quartiles, self.target, MET[self.met]


class Times(NamedTuple):
    """One line of the second table: how long something takes, in milliseconds, over many moves."""

    name: str
    what: str
    median: float
    high: float  # the 95th percentile
    target: str
    met: bool | None

    @classmethod
    def over(cls, name, what, times, target=None):
        """A row from the times of all moves; the median may be at most `target`."""
        median, high = np.percentile(times, [50, 95])
        if target is None:
            return cls(name, what, median, high, "", None)
        return cls(name, what, median, high, f"at most {target} ms", bool(median <= target))

    def cells(self):
        """The row as text, a column each."""
        times = f"{number(self.median)} ms", f"{number(self.high)} ms"
        return self.name, self.what, *times, self.target, MET[self.met]


MET = {True: "met", False: "MISSED", None: ""}
HEADINGS = {
    Row: ("row", "what", "against", "ratio", "quartiles", "target", ""),
    Times: ("row", "what", "median", "95th percentile", "target", ""),
}
FLUSH_RIGHT = {"ratio", "quartiles", "median", "95th percentile"}


def number(x):
    """Three digits, and a comma between thousands."""
    return f"{x:,.0f}" if x >= 100 else f"{x:.1f}" if x >= 10 else f"{x:.2f}"


def report(rows):
    """The rows, all of one kind, as a table of aligned text."""
    headings = HEADINGS[type(rows[0])]
    lines = [headings, *[row.cells() for row in rows]]
    rule = ["─" * max(map(len, column)) for column in zip(*lines, strict=True)]
    flush_right = [i for i, heading in enumerate(headings) if heading in FLUSH_RIGHT]
    return aligned([headings, rule, *lines[1:]], flush_right)
