"""Expression swell: how formulas and lists grow with the logistic map."""

from typing import NamedTuple

import sympy

from helpers.operations import count
from helpers.table import Table
from helpers.wengert import trace


def logistic_map(x, n):
    """l(n), where l(1) = x and l(n+1) = 4 l(n) (1 − l(n)); x is any kind of number.

    >>> logistic_map(0.5, 2), logistic_map(0.5, 3)
    (1.0, 0.0)
    """
    for _ in range(n - 1):
        x = 4 * x * (1 - x)
    return x


class Swell(NamedTuple):
    """Sizes for one n. Formulas are counted by SymPy's count_ops, lists by `helpers.operations`.

    >>> expression_swell(3)[2].derivative
    21
    """

    n: int
    function: int
    derivative: int  # as `diff` leaves it
    multiplied_out: int  # the same derivative as a sum of powers of x
    steps: int  # of the Wengert list
    sweeps: int  # operations of both its sweeps, which give the derivative


def expression_swell(highest=6):
    """How formulas and lists grow with the logistic map: a table of `Swell`, for n = 1 … highest.

    The formulas are as recursion and `diff` leave them, not simplified; count_ops counts each +, −,
    ·, / and power once. The sweeps leave out multiplications by 1.

    >>> expression_swell(3)
    n  formula  its derivative  multiplied out  steps of the list  both sweeps
    1        0               0               0                  0            0
    2        3               2               2                  3            6
    3        8              21               8                  6           14
    """
    x = sympy.Symbol("x")

    def sizes(n):
        formula = logistic_map(x, n)
        derivative = formula.diff(x)
        tape = trace(lambda x: logistic_map(x, n), x=0.3)
        formulas = (formula, derivative, sympy.expand(derivative))
        operations = (int(expression.count_ops()) for expression in formulas)
        return Swell(n, *operations, len(tape.steps), sum(count(tape)))

    headings = ("n", "formula", "its derivative", "multiplied out")
    headings += ("steps of the list", "both sweeps")
    return Table([sizes(n) for n in range(1, highest + 1)], headings, cells=lambda row: row)
