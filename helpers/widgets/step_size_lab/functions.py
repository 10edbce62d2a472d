"""The functions that the step-size lab can show, each at a point, as Wengert lists."""

import math
from collections.abc import Mapping
from numbers import Real
from typing import NamedTuple

from helpers.dual import derivative
from helpers.rules import cos, exp, sin, sqrt
from helpers.wengert import WengertList, trace


class Function(NamedTuple):
    """A function at a point: its list over x, f″ and f‴ at the list's x, and why it is shown."""

    tape: WengertList
    second: float
    third: float
    why: str


def squire_and_trapp(x):
    """The test function of W. Squire and G. Trapp, SIAM Review 40 (1998) 110."""
    return exp(x) / sqrt(sin(x) * sin(x) * sin(x) + cos(x) * cos(x) * cos(x))


# {name: (f, x, why)}. Products stand for powers: they give the same last bit everywhere.
FUNCTIONS = {
    "x³ at 1": (
        lambda x: x * x * x,
        1.0,
        "The classic: the function and its derivatives are all of moderate size.",
    ),
    "x³ at 0.01": (
        lambda x: x * x * x,
        0.01,
        "The same function near 0, where floating-point numbers lie closer together: the best step "
        "is a hundred times smaller, as x is.",
    ),
    "x³ + 1000 at 1": (
        lambda x: x * x * x + 1000.0,
        1.0,
        "The same slope, on top of a large number: f is rounded far more coarsely, so the best "
        "step is larger.",
    ),
    "exp(x) / √(sin³x + cos³x) at 1.5": (
        squire_and_trapp,
        1.5,
        "The usual test of such methods: many operations, and yet nearly the V of x³. From 2.36 on "
        "it has no value, so the largest steps fail.",
    ),
    "sin(x) at 0": (
        sin,
        0.0,
        "Here x = 0 and f(x) = 0, so nothing is rounded away: the smaller the step the better, "
        "until the error is exactly 0.",
    ),
}


def known_functions(own=None):
    """The reader's own functions, then the course's, as {name: Function}.

    `own` has the form of FUNCTIONS; why may be left out. Raises TypeError for another form, and
    ValueError for a function that lacks three derivatives at its point or does not depend on x.
    """
    own = {} if own is None else own
    if not isinstance(own, Mapping):
        raise TypeError(f'functions come as {{"log(x) at 2": (f, 2.0)}}, got {own!r:.60}')
    return {name: _prepared(name, entry) for name, entry in (own | FUNCTIONS | own).items()}


def _prepared(name, entry):
    """The function with its list and its derivatives: Dual of Dual, and of Dual."""
    if not (isinstance(name, str) and isinstance(entry, tuple) and len(entry) in (2, 3)):
        raise TypeError(f"a function comes as name: (f, x), got {name!r:.40}: {entry!r:.60}")
    f, x, why = (*entry, "")[:3]
    if not callable(f) or not isinstance(x, Real) or not isinstance(why, str):
        raise TypeError(f"{name!r} should be (f, x) or (f, x, why it is shown), got {entry!r:.60}")
    tape = trace(lambda x: f(x), x=x)
    if isinstance(tape.output, float):
        raise ValueError(f"{name!r} does not depend on x: its value is always {tape.output}")

    def second(x):
        return derivative(lambda x: derivative(f, x), x)

    try:
        found = [tape.evaluate(), tape.gradient()["x"], second(x), derivative(second, x)]
    except ValueError as error:
        raise ValueError(f"{name!r} needs three derivatives at {x}, but {error}") from None
    if not all(map(math.isfinite, found)):
        raise ValueError(f"{name!r} needs three finite derivatives at {x}, got {found}")
    return Function(tape, *found[2:], why)
