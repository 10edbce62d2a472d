"""The lists of a level as a short text, which lists.js makes programs of.

A line is a list: its inputs, then its steps, as in "x=5 y=2;div x 2;add y t1".
"""

from functools import cache

from helpers.practice import practice_list

NUMBERS = range(1, 101)


@cache
def level_text(level):
    """All lists of a level, one a line."""
    return "\n".join(list_text(practice_list(level, number)) for number in NUMBERS)


def list_text(tape):
    """A list as a line of text.

    >>> from helpers.wengert import trace
    >>> list_text(trace(lambda x, y: (x + y) / 2, x=5, y=2))
    'x=5 y=2;add x y;div t1 2'
    """
    inputs = " ".join(f"{name}={x:g}" for name, x in tape.inputs.items())
    steps = (" ".join([step.rule.name, *map(_operand, step.operands)]) for step in tape.steps)
    return ";".join([inputs, *steps])


def _operand(x):
    return x if type(x) is str else f"{x:g}"
