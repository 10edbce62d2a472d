"""Which operation made a number, told from the number: its data, and its slopes if it keeps them.

Each of the usual rules is tried on the data of the operands. The one that gives the number's data
is it; if several do, as 2 + 2 and 2 × 2, the one that gives its slopes too.
"""

import math
from fractions import Fraction

from helpers.rules import RULES, Rule, UndefinedError, power
from helpers.rules.floating import as_float, is_real

USUAL = ["add", "sub", "mul", "div", "power"]
USUAL += ["neg", "exp", "log", "sin", "cos", "tanh", "sigmoid", "relu"]
SIGNS = {"+": "add", "-": "sub", "−": "sub", "*": "mul", "×": "mul", "/": "div", "**": "power"}
TOLERANCE = 1e-9  # relative


def what_made(number, at):
    """(rule, constants) for a number that was computed from operands with the data `at`.

    A number that has a `rule` or an `operation` is believed. The constants are the exponent of
    x ** n where that is not among the operands. Where the operation is not in the rule book, or
    cannot be told, the rule is an `unknown` one.

    >>> from types import SimpleNamespace
    >>> what_made(SimpleNamespace(data=6.0), at=[2.0, 3.0])
    (<rule mul: x × y>, ())
    >>> what_made(SimpleNamespace(data=8.0, slopes=[12.0]), at=[2.0])
    (<rule power: x ** y>, (3.0,))
    >>> what_made(SimpleNamespace(data=0.0), at=[0.0])
    (<rule ?: ?(x)>, ())
    """
    if isinstance(rule := getattr(number, "rule", None), Rule):
        return rule, ()
    said = getattr(number, "operation", None) or None
    if said is not None and not isinstance(said, str):
        raise TypeError(f"operation should be a text, got {said!r:.60} ({type(said).__name__})")
    name = "neg" if said in ("-", "−") and len(at) == 1 else SIGNS.get(said, said)
    if name in RULES and RULES[name].arity == len(at):
        return RULES[name], ()
    data, slopes = as_float(number.data), _slopes(number, len(at))
    found = [] if said else [(RULES[x], ()) for x in USUAL if _gives(data, RULES[x], at)]
    if len(at) == 1 and name in (None, "power"):
        found += _powers(data, *at, slopes)
    if len(found) > 1 and slopes:
        found = [(rule, n) for rule, n in found if not rule or _fits(slopes, rule, [*at, *n], data)]
    if len(found) == 1 and found[0][0] is not None:
        return found[0]
    return unknown(said or "?", len(at)), ()


def unknown(name, arity):
    """A rule that stands for an operation which is not known: it can be shown, and not computed.

    >>> unknown("?", 2)
    <rule ?: ?(x, y)>
    """

    def refuse(*numbers):
        raise TypeError(f"no rule of the rule book is the operation {name!r}")

    places = ", ".join(f"{{{i}}}" for i in range(arity))
    text = name.replace("{", "{{").replace("}", "}}") + f"({places})"
    return Rule(name, text, text, refuse, partials=(refuse,) * arity)


def _slopes(number, count):
    """The local derivatives, if the number keeps one for each operand; else None."""
    slopes = getattr(number, "slopes", None)
    fit = isinstance(slopes, list | tuple) and len(slopes) == count and all(map(is_real, slopes))
    return [*map(as_float, slopes)] if fit else None


def _gives(data, rule, at):
    """Does the rule give these data?"""
    try:
        return rule.arity == len(at) and math.isclose(rule(*at), data, rel_tol=TOLERANCE)
    except (UndefinedError, TypeError):  # (−8) ** (1/3) is complex
        return False


def _fits(slopes, rule, at, data):
    """Has the rule these slopes? (None is kept for a constant exponent.)"""
    try:
        return all(
            math.isclose(partial(*at, data), slope, rel_tol=TOLERANCE, abs_tol=1e-12)
            for partial, slope in zip(rule.partials, slopes, strict=False)
        )
    except UndefinedError:
        return False


def _powers(data, x, slopes):
    """[(power, (n,))] if x ** n gives these data, [(None, ())] if it does for many n, else [].

    The slope n x^(n-1) tells n; without it a whole n is believed. x ** 1 is never taken: where it
    is seen, a ReLU is far more likely.
    """
    if x == 0 or (abs(x) == 1 and not slopes):
        many = abs(data) == abs(x) and slopes in (None, [0.0])
        return [(None, ())] if many else []
    try:
        n = slopes[0] * x / data if slopes else math.log(abs(data)) / math.log(abs(x))
        simple = float(Fraction(n).limit_denominator(1000))
    except (ValueError, ArithmeticError):  # no power of x is 0, or not finite
        return []
    n = simple if math.isclose(n, simple, rel_tol=TOLERANCE) else n
    believed = n not in (0.0, 1.0) and (slopes or n % 1 == 0)
    return [(power, (n,))] if believed and _gives(data, power, [x, n]) else []
