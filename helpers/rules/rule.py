"""What a rule is: a primitive operation, its value, and its local derivatives.

A rule is called like a function, `exp(x)` or `mul(x, y)`, on any kind of number: floats, NumPy
arrays, complex numbers, SymPy expressions, the course's own `Value`, `Dual` and traced numbers, and
numbers of a class that a reader wrote. The rules themselves stand in `rule_book`.
"""

import sys
from dataclasses import dataclass
from typing import Any, NamedTuple

from helpers.rules import arrays, own_numbers
from helpers.rules.floating import as_float, is_real


class UndefinedError(ValueError, ZeroDivisionError):
    """An operation was asked for a value where it has none, such as log(-1) or 1 / 0.

    >>> from helpers.rules import log
    >>> log(-1.0)
    Traceback (most recent call last):
    helpers.rules.rule.UndefinedError: log(-1) is not defined: 'log' takes a positive number
    """


def engine_of(operands, above=0):
    """The class (`Value`, `Dual`, …) that carries out an operation on these operands.

    That is the one of highest precedence among them, if it is higher than `above`; None otherwise.
    """
    engine = max(map(type, operands), key=lambda kind: getattr(kind, "precedence", 0))
    return engine if getattr(engine, "precedence", 0) > above else None


class Domain(NamedTuple):
    """Where a rule has a value: a test of the operands, and the same in words."""

    holds: Any
    words: str


@dataclass(eq=False)
class Rule:
    """One primitive operation.

    name         how lists, tables and JSON call it
    text         how a line of text shows it, with {0} and {1} for the operands
    latex        the same for formulas
    value        computes it on floats, and on every kind that no other field names
    partials     the local derivative for each operand: a function of the operands and the value v,
                 written with rules, so that it can be run on any kind of number and traced
    on_arrays    computes it on arrays and complex numbers, where `value` can't, given NumPy first
    on_symbols   computes it on SymPy expressions, given the module sympy first
    domain       where it is defined, if not everywhere
    from_others  computes it with other rules, for a class of the reader's that does not know it
    only_real    True if it compares numbers, which complex numbers do not allow
    arity        how many operands it takes: one for each of the partials

    >>> from helpers.rules import mul
    >>> mul(2.0, 3.0), mul.text
    (6.0, '{0} × {1}')
    >>> [partial(2.0, 3.0, 6.0) for partial in mul.partials]
    [3.0, 2.0]
    """

    name: str
    text: str
    latex: str
    value: Any
    partials: tuple = ()
    on_arrays: Any = None
    on_symbols: Any = None
    from_others: Any = None
    domain: Domain | None = None
    only_real: bool = False

    def __repr__(self):
        return f"<rule {self.name}: {self.text.format('x', 'y')}>"

    def __call__(self, *operands):
        """The value on any kind of number.

        Raises UndefinedError outside the domain, TypeError for what is not a number.
        """
        if len(operands) != self.arity:
            raise TypeError(f"'{self.name}' takes {self.arity} operands, got {len(operands)}")
        for x in operands:
            if type(x) is not float:
                break
        else:  # floats are the usual case, and should not wait
            return self.on_floats(*operands)
        if engine := engine_of(operands):
            return engine.apply_rule(self, *operands)
        if all(map(is_real, operands)):
            return self.on_floats(*map(as_float, operands))
        if all(map(arrays.is_numeric, operands)):
            for x in operands:
                if self.only_real and arrays.is_complex(x):
                    raise self.wrong_kind(x, "a real number, since it compares numbers")
            with arrays.quiet():
                return arrays.value_on(self, [*map(arrays.without_integers, operands)])
        sympy = sys.modules.get("sympy")  # looked up, not imported: no SymPy, no expressions
        if sympy and any(isinstance(x, sympy.Basic) for x in operands):
            return self.on_symbols(sympy, *operands) if self.on_symbols else self.value(*operands)
        if any(map(own_numbers.is_own, operands)):
            return own_numbers.value_on(self, operands)
        raise self.wrong_kind(next(x for x in operands if not arrays.is_numeric(x)))

    def __post_init__(self):
        self.arity = len(self.partials)
        self.on_floats = self._in_domain if self.domain else self.value

    def _in_domain(self, *operands):
        """The value for floats, if they are in the domain; else UndefinedError."""
        if not self.domain.holds(*operands):
            raise self.undefined(operands)
        return self.value(*operands)

    def undefined(self, operands, holds=False, names=()):
        """The error for operands outside the domain; `holds` says which elements were inside."""
        operands, where = arrays.first_outside(holds, operands)
        called = " and ".join(repr(name) for name in names if name)
        return UndefinedError(
            f"{self.text.format(*map(self._shown, operands))} is not defined{where}: "
            f"'{self.name}' takes {self.domain.words}"
            + (f" (operands: {called})" if called else "")
        )

    def _shown(self, x):
        return f"({x:.6g})" if x < 0 and "(" not in self.text else f"{x:.6g}"

    def no_slope(self, operands, error):
        """The error for a point where the rule has a value and no derivative, such as sqrt at 0."""
        shown = self.text.format(*("…" if arrays.shape(x) else f"{x:.6g}" for x in operands))
        return UndefinedError(f"{shown} has a value there, but no derivative: {error}")

    def wrong_kind(self, x, expected="a real number"):
        """The error for an operand that is not a number of the right kind."""
        shown = repr(x) if len(repr(x)) <= 60 else repr(x)[:57] + "..."
        return TypeError(f"'{self.name}' takes {expected}, got {shown} ({type(x).__name__})")

    # A copy of a rule is the rule itself, so that what holds rules can be copied and pickled.

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
