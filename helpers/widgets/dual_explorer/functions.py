"""The functions that the dual explorer can show, each as a Wengert list over x with its curve."""

import math
from typing import NamedTuple

from helpers.rules import exp, log, sin, sqrt
from helpers.rules.rule import UndefinedError
from helpers.wengert import WengertList, trace
from helpers.widgets.shared.template import significant

SAMPLES = 240  # of the curve, over the whole window
BESIDE = 0.5  # of the range of a: how much farther the window goes on either side, for a + ȧ
LARGEST = 1e304  # what is larger is not drawn: the height of the window would overflow
FLATTEST = 1e-9  # of the largest value: a window that is lower has no numbers for its scale
HOW = "The function is called once, with a traced x, to write down its steps: write it with "
HOW += "operators and the functions of helpers.rules, such as sin(x), and return a number."

FUNCTIONS = {
    "x² eˣ + 3x": lambda x: x**2 * exp(x) + 3 * x,
    "sin(x²)": lambda x: sin(x**2),
    "x log(x)": lambda x: x * log(x),
    "√(4 − x²)": lambda x: sqrt(4 - x**2),
}


class Shown(NamedTuple):
    """A function with the window in which its curve is drawn."""

    tape: WengertList
    curve: list  # points (x, y), with NaN where there is no value
    left: float
    right: float
    low: float
    high: float


def shown(f, low, high, a):
    """The function with a window that holds its curve for x in [low, high].

    Raises TypeError if f cannot be traced, ValueError if its value does not depend on x or if it
    has none anywhere in the range.
    """
    if not callable(f):
        raise TypeError(f"a function of one number is needed, got {f!r:.60} ({type(f).__name__})")
    try:
        tape = trace(lambda x: f(x), x=a)
    except TypeError as error:
        error.add_note(HOW)
        raise
    if isinstance(tape.output, float):
        raise ValueError(f"the function does not depend on x: its value is always {tape.output:g}")
    if not tape.steps:
        raise ValueError("the function returns x itself: there is no step to show")
    beside = BESIDE * (high - low)
    left, right = low - beside, high + beside
    curve = [
        (x, value_at(tape, x))
        for x in (left + (right - left) * k / SAMPLES for k in range(SAMPLES + 1))
    ]
    heights = [y for x, y in curve if low <= x <= high and not math.isnan(y)]
    if not heights:
        raise ValueError(
            f"the function has no value anywhere from {low:g} to {high:g}: choose another range"
        )
    return Shown(tape, curve, left, right, *window(heights))


def value_at(tape, x):
    """The value of the function at x, NaN where it has none that can be drawn."""
    try:
        y = tape.evaluate(x=x)
    except UndefinedError:
        return math.nan
    return y if abs(y) <= LARGEST else math.nan


def window(heights):
    """From where to where to draw: all heights, but not the last of a curve that shoots away."""
    ordered = sorted(heights)
    tenth = len(ordered) // 10
    usual_low, usual_high = ordered[tenth], ordered[-1 - tenth]
    spread = usual_high - usual_low
    low, high = max(ordered[0], usual_low - spread), min(ordered[-1], usual_high + spread)
    margin = 0.08 * (high - low) if high - low > 1 / LARGEST else 1.0
    margin = max(margin, FLATTEST * max(abs(low), abs(high)))
    return low - margin, high + margin


def computes(step):
    """What a step computes, as text: "t1 × t2"; a negative constant stands in brackets."""
    operands = [x if type(x) is str else significant(x) for x in step.operands]
    text = step.rule.text
    return text.format(*(f"({x})" if x[0] == "−" and "(" not in text else x for x in operands))
