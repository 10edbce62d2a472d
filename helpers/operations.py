"""What a gradient costs: the operations of a Wengert list's reverse sweep and of its forward sweep.

The rule of counting:

- Only steps that the output depends on count. Forward, each of them is one operation. Only a power
  with a variable exponent is three: by definition x^y = exp(y · log x).
- Reverse, a step costs first its local derivatives: the operations that the rule book's own
  partials carry out, found by tracing them. What is computed from constants alone costs nothing,
  and what the two partials of a step have in common is counted once.
- Each operand that is not a constant then gets a contribution: one multiplication, adjoint × local
  derivative. Where the local derivative is the constant 1 there is none. Where it is the constant
  −1 there is a negation instead, or, if the operand has an adjoint already, the addition turns into
  a subtraction and that is all.
- Each contribution after the first to the same variable costs one addition.
- At the output the adjoint is the seed, 1, and costs neither multiplication nor negation.

All other operations count as one, a logarithm as much as an addition. The cheap-gradient
principle says that reverse over forward stays below 5 where every elementary step keeps to that
bound: W. Baur and V. Strassen, "The complexity of partial derivatives", Theoretical Computer
Science 22 (1983) 317; A. Griewank and A. Walther, *Evaluating Derivatives* (2nd ed., 2008), 4.6.
"""

from typing import NamedTuple

from helpers.rules import power
from helpers.wengert import Traced, WengertList


class Operations(NamedTuple):
    """The number of operations in each sweep."""

    forward: int
    reverse: int

    @property
    def ratio(self):
        """Reverse over forward; 0 where nothing is computed at all."""
        return self.reverse / self.forward if self.forward else 0.0


def count(tape):
    """The `Operations` of a Wengert list, by the rule above."""
    forward = reverse = 0
    reached = {tape.output}  # what has an adjoint by now
    for step in reversed(tape.steps):
        if step.name not in reached:
            continue
        forward += cost(step)
        at_seed = step.name == tape.output
        operations, slopes = local_derivatives(step)
        reverse += operations
        for operand, slope in slopes:
            addition = operand in reached
            if slope == 1.0:
                reverse += addition
            elif slope == -1.0:
                reverse += addition or not at_seed
            else:
                reverse += (not at_seed) + addition
            reached.add(operand)
    return Operations(forward, reverse)


def local_derivatives(step):
    """(operations, [(operand, slope), …]): the cost of the slopes, and each variable's slope.

    A slope is a float if it is constant, None if it is not.
    """
    variables = [x for x in step.operands if isinstance(x, str)]
    tape = WengertList(value=0.0, **{f"operand {x}": 0.0 for x in variables})
    at = [Traced(tape, f"operand {x}") if isinstance(x, str) else x for x in step.operands]
    value = Traced(tape, "value")
    slopes = [
        (x, partial(*at, value))
        for x, partial in zip(step.operands, step.rule.partials, strict=True)
        if isinstance(x, str)
    ]
    slopes = [(x, None if isinstance(slope, Traced) else slope) for x, slope in slopes]
    return distinct_operations(tape), slopes


def cost(step):
    """The operations of one step."""
    return 3 if step.rule is power and isinstance(step.operands[1], str) else 1


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
