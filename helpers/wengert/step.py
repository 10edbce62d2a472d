"""One step of a Wengert list."""

from typing import NamedTuple

from helpers.rules import Rule, UndefinedError
from helpers.rules.arrays import slope_where_needed, value_on


class Step(NamedTuple):
    """One line of the list: name = rule(operands). An operand is a name or a constant (float).

    >>> from helpers.wengert import WengertList
    >>> tape = WengertList(w=2.0)
    >>> tape.record("mul", "w", 3.0)
    't1'
    >>> print(tape.steps[0])
    t1 = w × 3
    >>> tape.steps[0].slope(0, at=[2.0, 3.0, 6.0])
    3.0
    """

    name: str
    rule: Rule
    operands: tuple

    def slope(self, i, at, factor=1.0):
        """The local derivative for operand i; `at` holds the operands' primals, then the step's.

        It is to be multiplied by `factor`. Where that is 0 the slope does not matter, and is not
        computed: it may not exist.
        """
        if isinstance(factor, float | int) and factor == 0:
            return 0.0
        try:
            return slope_where_needed(self.rule.partials[i], at, factor)
        except UndefinedError as error:
            raise UndefinedError(f"step {self}: {self.rule.no_slope(at[:-1], error)}") from None

    def value(self, at):
        """What the step computes from its operands' primals, floats or arrays.

        >>> from helpers.wengert import WengertList
        >>> tape = WengertList(w=2.0)
        >>> tape.record("mul", "w", 3.0)
        't1'
        >>> tape.steps[0].value([5.0, 3.0])
        15.0
        """
        try:
            if all(type(x) is float for x in at):
                return self.rule.on_floats(*at)
            return value_on(self.rule, at)
        except ValueError as error:
            raise type(error)(f"step {self}: {error}") from None

    def __str__(self):
        operands = [x if isinstance(x, str) else f"{x:g}" for x in self.operands]
        return f"{self.name} = {self.rule.text.format(*operands)}"
