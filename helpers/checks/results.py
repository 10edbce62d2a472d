"""What a reader's function returns: its form, its numbers, and whether two results agree."""

import math
from collections.abc import Iterator, Mapping, MappingView
from itertools import islice
from numbers import Complex

from helpers.checks.arrays import Array
from helpers.checks.words import at, counted, is_number, shortened, shown


def taken(x):
    """What a function returned, with a list for what can be gone through only once, or only looked
    at (a generator, a map, the view of a dictionary). No answer has as many as a thousand numbers.
    """
    return list(islice(x, 1000)) if isinstance(x, Iterator | MappingView) else x


def alone(x):
    """The number in an array that holds a single one; all else as it is."""
    return x.item() if isinstance(x, Array) and x.size == 1 else x


def fitted(x, expected):
    """A result in the form that is expected of it, where it is only wrapped up otherwise."""
    if isinstance(expected, Complex):
        return alone(x)
    return list(map(alone, x)) if isinstance(x, list | tuple) else x


def parts(x):
    """The numbers in what a function returned, as {place: number}; None if it is nothing of that.

    The place is None for a number by itself, a position in a list, and a name in a dictionary.
    """
    if isinstance(x, Mapping):
        return dict(x)
    if isinstance(x, list | tuple) or (isinstance(x, Array) and x.ndim):
        return dict(enumerate(x))
    return {None: x} if isinstance(x, Complex) else None


def agree(a, b, within=1e-9):
    """Are two results of the same form, and do their numbers agree?"""
    if isinstance(a, Mapping) != isinstance(b, Mapping):
        return False
    a, b = parts(a), parts(b)
    if a is None or b is None or a.keys() != b.keys():
        return False
    return all(close(a[place], b[place], within) for place in a)


def misfit(received, expected):
    """What is wrong with the form of a result, as the rest of a sentence; None if nothing is."""
    got, wanted = parts(received), parts(expected)
    names, single = isinstance(expected, Mapping), None in wanted
    if names:
        form = "a dictionary"
    elif single:
        form = "a real number" if is_number(received, Complex) else "a number"
    else:
        form = f"a list of {len(wanted)} numbers"
    if (
        got is None
        or isinstance(received, Mapping) != names
        or (None in got) != single
        or (single and not is_number(received))
    ):
        return f"returned {shown(received)}, expected {form}."
    for place, x in got.items():
        if not is_number(x):
            return f"returned {shown(x)}{at(place)}, expected a number."
    missing = [repr(name) for name in wanted if names and name not in got]
    extra = [name for name in got if names and name not in wanted]
    others = shortened(", ".join(map(shown, extra)), 60)
    if missing and extra:
        quotes = "" if isinstance(extra[0], str) else " A name stands in quotes."
        return f"returned nothing for {', '.join(missing)}, but for {others}.{quotes}"
    if missing:
        return f"returned nothing for {', '.join(missing)}."
    if extra:
        return f"returned an entry for {others}, which was not asked for."
    if len(got) != len(wanted):
        return f"returned {counted(len(got), 'number')}, expected {len(wanted)}."
    return None


def close(a, b, within=1e-9):
    """Are both numbers, and do they agree to 9 digits? A whole number may exceed every float."""
    if not (is_number(a, Complex) and is_number(b, Complex)):
        return False
    if not (is_number(a) and is_number(b)):
        return close(a.real, b.real, within) and close(a.imag, b.imag, within)
    try:
        return math.isclose(a, b, rel_tol=within, abs_tol=1e-12)
    except OverflowError:
        return a == b
