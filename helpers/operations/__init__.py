"""What derivatives cost: the operations of a Wengert list's forward, reverse and tangent sweeps.

The rule of counting:

- Only steps that the output depends on count. Forward, each of them is one operation. Only a power
  with a variable exponent is three, since by definition x^y = exp(y · log x), and x · log y is two.
- Reverse, a step costs first its local derivatives: the operations that the rule book's own
  partials carry out, found by tracing them. What is computed from constants alone costs nothing,
  and what the two partials of a step have in common is counted once.
- Each operand that is not a constant then gets a contribution: one multiplication, adjoint × local
  derivative. Where the local derivative is the constant 1 there is none. Where it is the constant
  −1 there is a negation instead, or, if the operand has an adjoint already, the addition turns into
  a subtraction and that is all.
- Each contribution after the first to the same variable costs one addition.
- At the output the adjoint is the seed, 1, and costs neither multiplication nor negation.

A tangent sweep is counted alike:

- Only steps count that the output depends on and that depend on a seeded input themselves. The
  tangents of all others are 0, and nothing is done with them.
- Such a step costs the local derivatives for those of its operands that carry a tangent. Each of
  these contributes local derivative × tangent: one multiplication, none for the constant 1, a
  negation for the constant −1, or, if the other operand contributes too, the subtraction alone.
- The second contribution to a step costs one addition.
- At a seeded input the tangent is the seed, 1, and costs neither multiplication nor negation.

For a whole Jacobian the values are computed once, and the local derivatives anew in each sweep, as
`WengertList` does.

All other operations count as one, a logarithm as much as an addition. The cheap-gradient
principle says that reverse over forward stays below 5 where every elementary step keeps to that
bound: W. Baur and V. Strassen, "The complexity of partial derivatives", Theoretical Computer
Science 22 (1983) 317; A. Griewank and A. Walther, *Evaluating Derivatives* (2nd ed., 2008), 4.6.
"""

from helpers.operations.counting import (
    JacobianOperations,
    Operations,
    count,
    count_jacobian,
    count_reverse,
    count_tangent,
    count_values,
    needed_steps,
)

__all__ = ["JacobianOperations", "Operations", "count", "count_jacobian", "count_reverse"]
__all__ += ["count_tangent", "count_values", "needed_steps"]
