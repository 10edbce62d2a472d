"""The inputs of a Wengert list: how they may be called, and what they may be."""

import re

from helpers.rules.floating import as_float, is_real
from helpers.wengert.arrays import array_of_floats


def is_input_name(name):
    """Can an input be called so? Any text will do that is not empty and not the name of a step."""
    return bool(name) and not re.fullmatch(r"t\d+", name)


def real_or_array(name, x):
    """x as a float, or as an array of floats; TypeError if it is neither."""
    array = array_of_floats(x)
    if array is not None:
        return array
    if is_real(x):
        return as_float(x)
    raise TypeError(
        f"input {name!r} takes a real number or an array of real numbers, "
        f"got {x!r:.60} ({type(x).__name__})"
    )
