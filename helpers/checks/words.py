"""Calls, values and exceptions as short text: in one line, without addresses, never raising."""

import inspect
import math
import re
from numbers import Integral, Real


def is_number(x, kind=Real):
    """Is x a number of this kind? True and False are none here, though Python counts with them."""
    return isinstance(x, kind) and not isinstance(x, bool)


def called(function, arguments):
    """A call as text: name(0.5, 1)."""
    return f"{name_of(function)}({', '.join(map(argument, arguments))})"


def parameters(function, count):
    """What a function calls its arguments, as many as there are."""
    try:
        names = [*inspect.signature(function).parameters]
    except (TypeError, ValueError):
        names = []
    if len(names) == count:
        return [f"`{name}`" for name in names]
    return [f"the {ORDINALS[i]} argument" for i in range(count)]


NAMELESS = "your function"


def name_of(function):
    """The name that the reader gave to a function, if any."""
    name = str(getattr(function, "__name__", "<none>"))
    return name if name.isidentifier() else NAMELESS


def argument(x):
    """An argument of a call as text."""
    if hasattr(x, "random"):  # a generator, NumPy's or Python's
        return "rng"
    return name_of(x) if callable(x) else shown(x)


def explained(error):
    """An exception as text, in one line and without addresses."""
    try:
        message = " ".join(re.sub(r" at 0x[0-9a-fA-F]+", "", str(error)).split())
    except Exception:
        message = ""
    name = type(error).__name__
    return f"{name}: {shortened(message, 200)}" if message else f"{name}."


def shown(x):
    """A value as short text, without addresses."""
    if isinstance(x, type):
        return f"the class {x.__name__}"
    if callable(x):
        name = name_of(x)
        return "a function" if name == NAMELESS else f"the function {name}"
    if is_number(x):
        return number(x)
    if type(x) in (list, tuple) and len(x) > 1 and all(map(is_number, x)):
        left, right = "[]" if type(x) is list else "()"
        return shortened(f"{left}{', '.join(map(number, x))}{right}", 60)
    if isinstance(x, set | frozenset):
        return "a set"  # whose order is another one in another Python
    try:
        text = repr(x)
    except Exception:
        text = " at 0x"
    if " at 0x" in text:
        name = type(x).__name__
        text = f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"
    return shortened(text, 60)


def number(x, digits=6):
    """A number as text: whole numbers in full, unless they are long."""
    if isinstance(x, Integral) and abs(x) < 10**15:
        return f"{int(x):,}"
    try:
        return f"{float(x):.{digits}g}"
    except OverflowError:
        return f"a number with about {round(int(x).bit_length() * math.log10(2)):,} digits"


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def at(place, names=()):
    """A place in a result as text, after a number: of a dictionary, a list, or nothing.

    Positions count from 0 in Python and from 1 among people; `names` may give better words.
    """
    if place is None:
        return ""
    if not isinstance(place, int):
        return f" for {shown(place)}"
    if names:
        return f" for {names[place]}"
    return f" as its {ORDINALS[place] if place < len(ORDINALS) else f'{place + 1}th'} number"


def counted(count, noun):
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def told_apart(a, b):
    """Two different numbers as text, with as many digits as it takes to see the difference."""
    texts = number(a), number(b)
    return texts if texts[0] != texts[1] else (number(a, 15), number(b, 15))


def shortened(text, length):
    return text if len(text) <= length else f"{text[: length - 3]}..."
