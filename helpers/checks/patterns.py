"""What all numbers of a wrong answer have in common, whatever the exercise."""

import math
from collections.abc import Mapping
from numbers import Complex

from helpers.checks.results import close, parts
from helpers.checks.words import ORDINALS


def pattern(received, expected):
    """A sentence on how the results differ from the expected ones, all in the same way; or ""."""
    received, expected = list(map(parts, received)), list(map(parts, expected))
    pairs = [(a[place], b[place]) for a, b in zip(received, expected, strict=True) for place in b]
    if len({b for _, b in pairs}) < 2 or not all(map(moderate, pairs)):
        return ""
    if all(map(turned_round, received, expected)):
        return "The order of the list is turned round."
    if elsewhere(received, expected):
        return "The numbers are right, and stand in each other's places."
    for words, holds in PATTERNS.items():
        if all(holds(a, b) for a, b in pairs):
            return words
    return constant_factor(pairs)


def moderate(pair):
    """Can one compute with both numbers?"""
    return all(-1e100 < x < 1e100 for x in pair)


def turned_round(a, b):
    return len(b) > 1 and all(map(close, a.values(), [*b.values()][::-1]))


def elsewhere(received, expected):
    """Does each number stand at another place, in all results at the same one?"""
    if any(b.keys() != expected[0].keys() for b in expected):
        return False
    free = list(expected[0])
    for place in expected[0]:
        where = next((x for x in free if same_column(received, place, expected, x)), None)
        if where is None:
            return False
        free.remove(where)
    return len(expected[0]) > 1


def same_column(received, place, expected, other):
    return all(close(a[place], b[other]) for a, b in zip(received, expected, strict=True))


def cut_short(received, expected):
    """What to add where every list lacks the same one of its numbers; or ""."""
    if not all(isinstance(x, list | tuple) for x in (*received, *expected)):
        return ""
    lists = list(zip(received, expected, strict=True))
    inner = range(1, min(len(b) for b in expected) - 1)
    for words, place in {"last": -1, "first": 0, **{ORDINALS[i]: i for i in inner[:7]}}.items():
        if all(len(a) == len(b) - 1 and all(map(close, a, without(b, place))) for a, b in lists):
            at_an_end = " Does the loop go through all of them?" if place < 1 else ""
            return f" The {words} is missing.{at_an_end}"
    return ""


def without(numbers, place):
    numbers = list(numbers)
    del numbers[place]
    return numbers


def wrapped(received, expected):
    """What to add where a number came wrapped in something else, or as text; or ""."""
    if isinstance(received, str):
        return " That is text: leave out the quotes, and `str`."
    if isinstance(expected, list) and isinstance(received, Mapping):
        return " That is a dictionary: collect the numbers in a list, with square brackets."
    inside = (parts(received) or {}) if isinstance(expected, Complex) else {}
    if None not in inside and any(close(x, expected) for x in inside.values()):
        return " The right number is in it. Return that alone, without brackets and commas."
    return ""


def rounded(digits):
    return lambda a, b: close(a, round(b, digits))


PATTERNS = {
    "Every number comes out as 0.": lambda a, b: close(a, 0),
    "All signs are turned round.": lambda a, b: close(a, -b),
    "The sign is lost: is there an `abs`?": lambda a, b: close(a, abs(b)),
    "The quotient is upside down.": lambda a, b: b != 0 and close(a, 1 / b),
    "Those are the squares of the right numbers.": lambda a, b: close(a, b * b),
    "Those are the square roots of the right numbers.": lambda a, b: b >= 0 and close(a, b**0.5),
    "It is rounded down: `//` leaves out what comes after the point. Divide with `/`.": (
        lambda a, b: close(a, math.floor(b))
    ),
    "`int` cuts off what comes after the point.": lambda a, b: close(a, math.trunc(b)),
    **{f"It is rounded to {n} digits. Leave all of them.": rounded(n) for n in range(1, 7)},
    "It agrees to a few digits only.": lambda a, b: close(a, b, 1e-3),
    "Every number is too small by 1.": lambda a, b: close(a, b - 1),
    "Every number is too large by 1.": lambda a, b: close(a, b + 1),
}


def constant_factor(pairs):
    """A sentence on a factor that all numbers share, or ""."""
    factors = [a / b for a, b in pairs if b != 0]
    if len(factors) < 2 or not all(close(a, factors[0] * b) for a, b in pairs):
        return ""
    said, factor = f"Every number is {factors[0]:.6g} times what it should be.", factors[0]
    if factor > 1 and close(factor, round(factor)):
        return f"{said} So there is a factor {round(factor)} too much."
    if 0 < factor < 1 and close(1 / factor, round(1 / factor)):
        return f"{said} So a factor {round(1 / factor)} is missing, or it is divided by."
    return said
