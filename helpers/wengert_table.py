"""A Wengert list as a table: each step with its value, its local derivatives and its adjoint.

The table shows itself in a terminal (`print`), in a notebook (HTML), and in a formula (LaTeX).
"""

import re
from html import escape
from typing import NamedTuple

import numpy as np


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


class SweepTable:
    """The rows of a Wengert list after both sweeps. `rows` holds the inputs first, then the steps.

    `tape` is the list, `primals` and `adjoints` what its sweeps returned; numbers are shown with
    `digits` significant digits, arrays by their shape.
    """

    HEADINGS = ("step", "computes", "value", "local derivatives", "adjoint")

    def __init__(self, tape, primals, adjoints, digits=6):
        def shown(x):
            return f"array {np.shape(x)}" if np.ndim(x) else f"{x:.{digits}g}".replace("-", "−")

        def adjoint(name):
            return shown(adjoints[name])

        def operand(x):
            return x if isinstance(x, str) else shown(x)

        self.output = tape.output
        self.rows = [
            Row(
                name,
                tape.labels.get(name, ""),
                "input",
                "",
                shown(primals[name]),
                "",
                adjoint(name),
            )
            for name in tape.inputs
        ]
        for name, rule, operands in tape.steps:
            at = [primals[x] for x in operands]
            with np.errstate(all="ignore"):
                locals_ = [
                    f"∂{name}/∂{x} = {shown(partial(*at, primals[name]))}"
                    for x, partial in zip(operands, rule.partials, strict=True)
                    if isinstance(x, str)
                ]
            self.rows.append(
                Row(
                    name,
                    tape.labels.get(name, ""),
                    rule.text.format(*map(operand, operands)),
                    rule.latex.format(*(_latex_name(operand(x)) for x in operands)),
                    shown(primals[name]),
                    ", ".join(dict.fromkeys(locals_)),
                    adjoint(name),
                )
            )

    def __str__(self):
        lines = [self.HEADINGS] + [
            (row.title, row.computes, row.value, row.locals, row.adjoint) for row in self.rows
        ]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join(
            "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
            for line in lines
        )

    __repr__ = __str__

    def _repr_html_(self):
        head = "".join(f'<th scope="col">{heading}</th>' for heading in self.HEADINGS)
        body = "\n".join(
            f'<tr><th scope="row">{escape(row.title)}</th>'
            + "".join(
                f"<td>{escape(text)}</td>"
                for text in (row.computes, row.value, row.locals, row.adjoint)
            )
            + "</tr>"
            for row in self.rows
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
