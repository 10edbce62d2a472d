"""A Wengert list as a table: each step with its value, its local derivatives and its adjoint.

The table shows itself in a terminal (`print`), in a notebook (HTML), and in a formula (LaTeX).
"""

import re
from typing import NamedTuple

from helpers.rules import UndefinedError
from helpers.rules.arrays import quiet
from helpers.table import aligned, html_table, shown


class Row(NamedTuple):
    """One line of the table, every entry as text. `latex` is what is computed, as a formula."""

    name: str
    label: str
    computes: str
    latex: str
    value: str
    slopes: list  # of the local derivatives, as (operand, text)
    adjoint: str

    @property
    def title(self):
        """The name, with the label behind it where there is one."""
        return f"{self.name} ({self.label})" if self.label else self.name

    @property
    def cells(self):
        """The entries of the table, one for each of its headings."""
        slopes = ", ".join(f"∂{self.name}/∂{x} = {slope}" for x, slope in self.slopes)
        return self.title, self.computes, self.value, slopes, self.adjoint

    @property
    def latex_cells(self):
        """The same as formulas; what an input computes is only its value."""
        name = _latex_name(self.name)
        label = rf"\;(\text{{{_latex_text(self.label)}}})" if self.label else ""
        slopes = r",\; ".join(
            rf"\partial {name} / \partial {_latex_name(x)} = {_latex_number(slope)}"
            for x, slope in self.slopes
        )
        value, adjoint = _latex_number(self.value), _latex_number(self.adjoint)
        return (
            name + label,
            f"= {self.latex or value}",
            f"= {value}" * bool(self.latex),
            slopes,
            (rf"\overline{{{name}}} = {adjoint}"),
        )


class SweepTable:
    """The rows of a Wengert list after both sweeps. `rows` holds the inputs first, then the steps.

    `tape` is the list, `primals` and `adjoints` what its sweeps found, `error` the UndefinedError
    that stopped them, if any: what is missing then is shown as a dash. Numbers are shown with
    `digits` significant digits, arrays by their shape.
    """

    HEADINGS = ("step", "computes", "value", "local derivatives", "adjoint")

    def __init__(self, tape, primals, adjoints, error=None, digits=6):
        def number(x):
            return "—" if x is None else shown(x, digits)

        def operand(x):
            return x if isinstance(x, str) else f"({number(x)})" if x < 0 else number(x)

        def latex(x):
            return _latex_name(x) if isinstance(x, str) else _latex_number(operand(x))

        def row(name, computes, formula="", slopes=()):
            label, value = tape.labels.get(name, ""), number(primals.get(name))
            return Row(name, label, computes, formula, value, slopes, number(adjoints.get(name)))

        def slope(step, i, at):
            try:
                return None if at[-1] is None else step.slope(i, at)
            except UndefinedError:
                return None

        self.output = tape.output
        self.stop = f"It stops: {error}." if error else ""
        self.rows = [row(name, "input") for name in tape.inputs]
        for step in tape.steps:
            name, rule, operands = step
            at = [*map(primals.get, operands), primals.get(name)]
            with quiet():
                slopes = [
                    (x, number(slope(step, i, at)))
                    for i, x in enumerate(operands)
                    if isinstance(x, str)
                ]
            computes = rule.text.format(*map(operand, operands))
            formula = rule.latex.format(*map(latex, operands))
            self.rows.append(row(name, computes, formula, list(dict.fromkeys(slopes))))

    def __str__(self):
        table = aligned([self.HEADINGS, *(row.cells for row in self.rows)])
        return f"{table}\n{self.stop}".rstrip()

    __repr__ = __str__

    def _repr_html_(self):
        caption = (
            "Forward sweep from top to bottom, reverse sweep from bottom to top; "
            f"the output is {self.output}. {self.stop}"
        ).rstrip()
        return html_table(self.HEADINGS, (row.cells for row in self.rows), "wengert-list", caption)

    def _repr_latex_(self):
        lines = " \\\\\n".join(" & ".join(row.latex_cells) for row in self.rows)
        return f"$$\\begin{{array}}{{lllll}}\n{lines}\n\\end{{array}}$$"


def _latex_name(name):
    """t12 as t_{12}, hidden1 as \\mathrm{hidden}_{1}; what is no identifier as upright text."""
    letters, digits = re.fullmatch(r"(.*?)_?(\d*)", name, re.DOTALL).groups()
    if not letters.isidentifier():
        return rf"\text{{{_latex_text(name)}}}"
    letters = letters if len(letters) == 1 else rf"\mathrm{{{_latex_text(letters)}}}"
    return f"{letters}_{{{digits}}}" if digits else letters


def _latex_text(text):
    """Text with the signs that mean something in LaTeX written so that they mean themselves."""
    return re.sub(r"[\\{}$&#%_^~]", lambda sign: SIGNS.get(sign[0], "\\" + sign[0]), text)


SIGNS = {"\\": r"\backslash ", "^": r"\char94 ", "~": r"\char126 "}


def _latex_number(text):
    """A number that was shown as text, as a formula: −5e+10 as -5 \\cdot 10^{10}."""
    text = text.replace("−", "-").replace("inf", r"\infty ").replace("nan", r"\text{nan}")
    text = text.replace("—", r"\text{—}")
    text = re.sub(r"e([+-])0*(\d+)", lambda e: rf" \cdot 10^{{{e[1].strip('+')}{e[2]}}}", text)
    return rf"\text{{{text}}}" if text.startswith("array") else text
