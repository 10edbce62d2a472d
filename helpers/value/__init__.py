"""Value: a number that remembers where it came from, and so knows its derivatives.

Arithmetic on Values builds a graph. `backward()` runs the reverse sweep over it: from the output to
the leaves, each node hands each of its operands (its own gradient) × (the local derivative). The
interface follows Karpathy's micrograd.

copies   a graph as flat data, for pickle and copy
value    the class, and the order in which its nodes take their turns
"""

from helpers.value.value import Value, users_first

__all__ = ["Value", "users_first"]
