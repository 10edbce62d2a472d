"""What one step of a Wengert list costs: itself, and its local derivatives.

The rule of counting stands in `operations`.
"""

from helpers.rules import power, xlogy
from helpers.wengert import Traced, WengertList


def cost(step):
    """The operations of one step."""
    if step.rule is power and isinstance(step.operands[1], str):
        return 3
    return 2 if step.rule is xlogy else 1


def local_derivatives(step, wanted):
    """(operations, [(operand, slope), …]): the cost of the slopes for the wanted ones, and each.

    A constant operand has none. A slope is a float if it is constant, None if it is not.
    """
    variables = [x for x in step.operands if isinstance(x, str)]
    tape = WengertList(value=0.0, **{f"operand {x}": 0.0 for x in variables})
    at = [Traced(tape, f"operand {x}") if isinstance(x, str) else x for x in step.operands]
    value = Traced(tape, "value")
    slopes = [
        (x, partial(*at, value))
        for x, partial in zip(step.operands, step.rule.partials, strict=True)
        if isinstance(x, str) and x in wanted
    ]
    slopes = [(x, None if isinstance(slope, Traced) else slope) for x, slope in slopes]
    return distinct_operations(tape), slopes


def distinct_operations(tape):
    """The operations of a list if equal steps (same rule, same operands) are carried out once."""
    first = {}  # what is computed: the first step that computes it
    same = {}  # step: the first step that computes the same
    total = 0
    for step in tape.steps:
        what = (step.rule, *[same.get(x, x) for x in step.operands])
        total += cost(step) if what not in first else 0
        same[step.name] = first.setdefault(what, step.name)
    return total
