"""Sliders, and values that they can show."""

import math
from collections.abc import Mapping
from numbers import Real
from typing import NamedTuple


class Slider(NamedTuple):
    """A slider for one input of the list."""

    description: str
    low: float
    high: float
    start: float
    step: float = 0.01
    readout: str = ".2f"  # how the value beside the slider is written


def slider_over(name, ends, start):
    """A slider for the number `name` over ends = (low, high), with a hundred to a thousand stops.

    Raises TypeError for what is no number, and ValueError unless the ends go upward and hold
    `start`.
    """
    if not isinstance(start, Real):
        raise TypeError(f"{name} should be a number, got {start!r:.60} ({type(start).__name__})")
    try:
        low, high = map(float, ends)
    except (TypeError, ValueError):
        raise TypeError(f"the range of {name} is (low, high), got {ends!r:.60}") from None
    if not low <= start <= high or not 0 < high - low < math.inf:
        raise ValueError(
            f"the range of {name}, ({low:g}, {high:g}), should go upward and hold its value "
            f"{start:g}"
        )
    digits = 2 - math.floor(math.log10(high - low))
    return Slider(name, low, high, float(start), 10.0**-digits, f".{max(digits, 0)}f")


def moved(sliders, values):
    """The sliders, {name: Slider}, with other start values, all or some.

    Raises ValueError for a name that has no slider or a number outside its range, TypeError for
    what is not a number and for values that are not in a dictionary.
    """
    if not isinstance(values, Mapping):
        raise TypeError(f"values come as {{name: number}}, got {values!r:.60}")
    for name, x in values.items():
        if name not in sliders:
            raise ValueError(f"no slider {name!r}; the sliders are {', '.join(sliders)}")
        if not isinstance(x, Real):
            raise TypeError(f"{name} should be a number, got {x!r:.60} ({type(x).__name__})")
        if not sliders[name].low <= x <= sliders[name].high:
            low, high = sliders[name].low, sliders[name].high
            raise ValueError(f"{name} should lie in [{low}, {high}], got {x}")
    return {
        name: slider._replace(start=float(values.get(name, slider.start)))
        for name, slider in sliders.items()
    }


def one_of(options, option, what):
    """The option, if it is one. Raises ValueError."""
    if option not in options:
        raise ValueError(f"no {what} {option!r}; choose from {', '.join(map(repr, options))}")
    return option
