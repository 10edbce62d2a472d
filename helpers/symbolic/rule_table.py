"""The course's rules for derivatives as a table: the rule book, held against two others.

Each derivative is written here once more, as a formula. SymPy says whether it is right, and at a
point it is compared with what the rule book computes and with a central difference.
"""

from typing import Any, NamedTuple

import sympy

from helpers import rules
from helpers.finite_differences import derivative
from helpers.table import Table

x, y, n = sympy.symbols("x y n", real=True)
above, below = sympy.Symbol("x", positive=True), sympy.Symbol("x", negative=True)
AT = {x: 0.7, y: -1.3, n: 3.0, above: 0.7, below: -0.7}
ONE, ZERO = sympy.Integer(1), sympy.Integer(0)

# A rule, its operands, the symbol by which it is differentiated, and the derivative.
ENTRIES = [
    (rules.add, (x, y), x, ONE),
    (rules.add, (x, y), y, ONE),
    (rules.mul, (x, y), x, y),
    (rules.mul, (x, y), y, x),
    (rules.power, (above, n), above, n * above ** (n - 1)),
    (rules.exp, (x,), x, sympy.exp(x)),
    (rules.log, (above,), above, 1 / above),
    (rules.sin, (x,), x, sympy.cos(x)),
    (rules.cos, (x,), x, -sympy.sin(x)),
    (rules.tanh, (x,), x, 1 - sympy.tanh(x) ** 2),
    (rules.relu, (above,), above, ONE),
    (rules.relu, (below,), below, ZERO),
    (rules.div, (ONE, x), x, -1 / x**2),
]


class Row(NamedTuple):
    """A derivative as a formula, and at a point.

    >>> row = derivative_rules()[3]
    >>> row.rule, row.formula, row.agrees
    (<rule mul: x × y>, x, True)
    """

    rule: Any
    operands: tuple
    by: Any
    formula: Any
    book: float  # what the rule book computes
    difference: float  # what a central difference finds
    agrees: bool  # do both agree with the formula, and the formula with SymPy?


def derivative_rules(entries=ENTRIES):
    """The rules of the course with their derivatives, as a `Table` of `Row`.

    >>> table = derivative_rules()
    >>> len(table), all(row.agrees for row in table)
    (13, True)
    """
    headings = ["f", "derivative", "at", "rule", "difference", "agree"]
    return Table([checked(*entry) for entry in entries], headings, cells=_text, markdown=_markdown)


def checked(rule, operands, by, formula):
    """The row for one entry of the table.

    >>> import sympy
    >>> from helpers.rules import sin
    >>> x = sympy.Symbol("x", real=True)
    >>> round(checked(sin, (x,), x, sympy.cos(x)).book, 6)
    0.764842
    """
    point = [float(operand.subs(AT)) for operand in operands]
    i = operands.index(by)
    book = float(rule.partials[i](*point, rule(*point)))
    difference = derivative(lambda z: rule(*point[:i], z, *point[i + 1 :]), point[i])
    expected = float(formula.subs(AT))
    agrees = (
        abs(book - expected) < 1e-12
        and abs(difference - expected) < 1e-8
        and sympy.simplify(rule(*operands).diff(by) - formula) == 0
    )
    return Row(rule, operands, by, formula, book, difference, agrees)


def _text(row):
    return [text.replace("-", "−") for text in _cells(row, row.rule.text, str, "∂f/∂{}", "{}")]


def _markdown(row):
    return _cells(row, row.rule.latex, sympy.latex, r"\partial f / \partial {}", "${}$")


def _cells(row, template, shown, slope, formula):
    """The entries of a row; `shown` writes an expression, `slope` a derivative, `formula` marks
    what is one."""
    function = template.format(*map(shown, row.operands))
    if row.rule is rules.relu:
        function += f", {row.by} {'>' if row.by.is_positive else '<'} 0"
    symbols = [operand for operand in row.operands if operand in AT]
    at = ", ".join(f"{AT[symbol]:g}" for symbol in symbols).replace("-", "−")
    numbers = [f"{number:.6g}".replace("-", "−") for number in (row.book, row.difference)]
    derivative = f"{slope.format(row.by)} = {shown(row.formula)}"
    formulas = [formula.format(text) for text in (function, derivative)]
    return [*formulas, at, *numbers, "yes" if row.agrees else "NO"]
