"""A Wengert list as a table: each step with its value, its local derivatives and its adjoint.

The table shows itself in a terminal (`print`), in a notebook (HTML), and in a formula (LaTeX).
"""

import re
from html import escape
from typing import NamedTuple

import numpy as np

from helpers.table import aligned


class Row(NamedTuple):
    """One line of the table, every entry as text. `latex` is what is computed, as a formula."""

    name: str
    label: str
    computes: str
    latex: str
    value: str
    locals: str
    adjoint: str

    @property
    def title(self):
        """The name, with the label behind it where there is one."""
        return f"{self.name} ({self.label})" if self.label else self.name

    @property
    def cells(self):
        """The entries of the table, one for each of its headings."""
        return self.title, self.computes, self.value, self.locals, self.adjoint


class SweepTable:
    """The rows of a Wengert list after both sweeps. `rows` holds the inputs first, then the steps.

    `tape` is the list, `primals` and `adjoints` what its sweeps returned; numbers are shown with
    `digits` significant digits, arrays by their shape.
    """

    HEADINGS = ("step", "computes", "value", "local derivatives", "adjoint")

    def __init__(self, tape, primals, adjoints, digits=6):
        def shown(x):
            return f"array {np.shape(x)}" if np.ndim(x) else f"{x:.{digits}g}".replace("-", "−")

        def operand(x):
            return x if isinstance(x, str) else shown(x)

        def row(name, computes, latex="", locals_=""):
            label, value = tape.labels.get(name, ""), shown(primals[name])
            return Row(name, label, computes, latex, value, locals_, shown(adjoints[name]))

        self.output = tape.output
        self.rows = [row(name, "input") for name in tape.inputs]
        for name, rule, operands in tape.steps:
            at = [primals[x] for x in operands]
            with np.errstate(all="ignore"):
                locals_ = [
                    f"∂{name}/∂{x} = {shown(partial(*at, primals[name]))}"
                    for x, partial in zip(operands, rule.partials, strict=True)
                    if isinstance(x, str)
                ]
            self.rows.append(
                row(
                    name,
                    rule.text.format(*map(operand, operands)),
                    rule.latex.format(*(_latex_name(operand(x)) for x in operands)),
                    ", ".join(dict.fromkeys(locals_)),
                )
            )

    def __str__(self):
        return aligned([self.HEADINGS, *(row.cells for row in self.rows)])

    __repr__ = __str__

    def _repr_html_(self):
        head = "".join(f'<th scope="col">{heading}</th>' for heading in self.HEADINGS)
        body = "\n".join(
            f'<tr><th scope="row">{escape(title)}</th>'
            + "".join(f"<td>{escape(text)}</td>" for text in texts)
            + "</tr>"
            for title, *texts in (row.cells for row in self.rows)
        )
        return (
            '<table class="wengert-list">\n'
            f"<caption>Forward sweep from top to bottom, reverse sweep from bottom to top; "
            f"the output is {escape(str(self.output))}.</caption>\n"
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
        )

    def _repr_latex_(self):
        lines = "\n".join(
            rf"{_latex_name(row.name)} &= {row.latex or row.value} &= {row.value} "
            rf"& \bar{{{_latex_name(row.name)}}} &= {row.adjoint} \\".replace("−", "-")
            for row in self.rows
        )
        return "$$\\begin{aligned}\n" + lines + "\n\\end{aligned}$$"


def _latex_name(name):
    """t12 as t_{12}, hidden1 as \\mathrm{hidden}_{1}, a number as it is."""
    letters, digits = re.fullmatch(r"(.*?)(\d*)", name).groups()
    if not letters.isidentifier():
        return name.replace("−", "-")
    letters = letters if len(letters) == 1 else rf"\mathrm{{{letters}}}".replace("_", r"\_")
    return f"{letters}_{{{digits}}}" if digits else letters
