"""Rules on numbers of a class that a reader wrote, as notebooks 04 and 05 build them step by step.

A class is taken, whatever its name, if its numbers have

data and grad          reverse mode, like `Value`
primal and tangent     forward mode, like `Dual`, and `cls(primal, tangent)` makes one

A rule does what the reader wrote: `exp(v)` calls `v.exp()`, and where Python has an operator, as
for + or abs(), that is used. Forward mode can do without: the chain rule makes the number then. If
need be, some rules are made of others: sqrt, sigmoid, maximum, absolute and xlogy.
"""

from helpers.rules.floating import is_real


def is_reverse(x):
    """Does x work like a `Value`?"""
    return hasattr(x, "data") and hasattr(x, "grad")


def is_forward(x):
    """Does x work like a `Dual`?"""
    return hasattr(x, "primal") and hasattr(x, "tangent")


def is_own(x):
    """Is x a number of a class that knows derivatives?"""
    return is_forward(x) or is_reverse(x)


def value_on(rule, operands):
    """The rule on these operands, of which one at least is a number of the reader's own.

    Raises TypeError, saying what the class lacks, where there is no way to do it.
    """
    method = getattr(operands[0], rule.name, None)
    if rule.arity == 1 and callable(method):
        return method()
    if rule.on_arrays is None:  # Python has an operator for it
        try:
            return rule.value(*operands)
        except TypeError as error:
            lack = str(error)
    else:
        lack = f"no method {rule.name}()"
    if any(map(is_forward, operands)):
        return by_chain_rule(rule, operands)
    if rule.from_others:
        return rule.from_others(*operands)
    own = next(x for x in operands if is_own(x))
    raise TypeError(f"'{rule.name}' cannot be done with {type(own).__name__}: {lack}")


def by_chain_rule(rule, operands):
    """The rule in forward mode: its value, and Σ (local derivative) × (tangent)."""
    cls = next(type(x) for x in operands if is_forward(x))
    primals = [x.primal if is_forward(x) else x for x in operands]
    primal, tangent = rule(*primals), 0.0
    for partial, x in zip(rule.partials, operands, strict=True):
        if is_forward(x) and not (is_real(x.tangent) and x.tangent == 0):
            try:
                slope = partial(*primals, primal)
            except ValueError as error:
                raise rule.no_slope(primals, error) from None
            tangent = tangent + slope * x.tangent
    return cls(primal, tangent)
