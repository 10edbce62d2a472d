"""Where a rule has a value and no slope, as sqrt at 0, and lists that go there.

The rule book itself says where that is: every rule is tried at points with zeros and negative
numbers in them.
"""

from itertools import product

from helpers.rules import RULES, UndefinedError
from helpers.wengert import WengertList, trace


def is_undefined(f, *operands):
    """Does f say that it has no value for these operands?"""
    try:
        f(*operands)
    except UndefinedError:
        return True
    return False


def has_slope(rule, at, i):
    """Does the rule have a slope in operand i at this point, where it has a value?"""
    return not is_undefined(rule.partials[i], *at, rule(*at))


def without_slope():
    """(rule, operands, which of them has no slope there), for each of the rule book's rules."""
    for rule in RULES.values():
        for at in product((-2.0, -1.0, 0.0, 0.5, 3.0), repeat=rule.arity):
            if not is_undefined(rule, *at):
                yield from ((rule, at, i) for i in range(rule.arity) if not has_slope(rule, at, i))


CASES = list(without_slope())
GOOD = {"sqrt": (4.0,), "power": (2.0, 3.0), "xlogy": (2.0, 3.0)}  # where there are all slopes


def names(at):
    """The operands as inputs, {"x": …, "y": …}."""
    return dict(zip("xy", at, strict=False))


def recorded(rule, at):
    """The rule alone as a list."""
    tape = WengertList(**names(at))
    tape.record(rule, *tape.inputs)
    return tape


def times_zero(rule, at):
    """0 · rule(x, y) + x + y as a list: its slopes are all 1."""
    return trace(lambda **at: 0.0 * rule(*at.values()) + sum(at.values()), **names(at))


def existing_directions(rule, at):
    """A tangent for each operand: 1 where the rule has a slope, 0 where it has none."""
    return [float(has_slope(rule, at, i)) for i in range(rule.arity)]
