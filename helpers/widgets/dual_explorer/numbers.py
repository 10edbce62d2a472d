"""What the dual explorer shows, as numbers, words and places to draw.

`numbers.js` does the same in a browser, and a test holds the two together. Here the
list runs on `Dual` numbers; there a tangent sweep goes over it.
"""

import math

from helpers.dual import Dual
from helpers.rules.rule import UndefinedError
from helpers.widgets.dual_explorer.functions import computes
from helpers.widgets.shared.template import display, fill, significant

FEW, MANY = 4, 6  # significant digits in the words and in the table
# As fractions of the width or the height of the panel:
LETTER = 0.034  # the width of one in the label beside the rise, in a wide font
GAP = 0.02  # between that label and the rise
BESIDE = 0.04  # the label may go on so far beyond the panel
EDGE = 0.05  # the label stays so far away from top and bottom
LEAST = 0.04  # a run or a rise shorter than this has no label or no tip
ABOVE, BELOW = 0.03, 0.07  # so far from the run stands a label above or below it


def dual_numbers(function, a, tangent, words):
    """All that the drawing, the table and the sentence need, by name. What is not there is NaN.

    `function` is a `Shown`, `words` holds a template for each case that is told apart.
    """
    numbers = swept(function.tape, a, tangent)
    label = "" if math.isnan(numbers["rise"]) else f"{significant(numbers['rise'], FEW)} ε"
    numbers["rise.label"] = label
    place = places(function, numbers)
    return numbers | place | in_words(function.tape, numbers, place, words)


def swept(tape, a, tangent):
    """Value, derivative and rise of the function, and value and tangent of each step."""
    values, slopes, duals = (run(tape, x) for x in (a, Dual(a, 1.0), Dual(a, tangent)))
    tangents = {name: x.tangent for name, x in duals.items() if name in slopes}
    numbers = {
        "a": a,
        "tangent": tangent,
        "f(a)": values.get(tape.output, math.nan),
        "f'(a)": slopes[tape.output].tangent if tape.output in slopes else math.nan,
        "rise": tangents.get(tape.output, math.nan),
    }
    for step in tape.steps:
        numbers[step.name] = values.get(step.name, math.nan)
        numbers[f"{step.name}.tangent"] = tangents.get(step.name, math.nan)
    return numbers


def run(tape, x):
    """The list run on x, a number of any kind, as far as it goes: {name: number}."""
    found = {"x": x}
    for name, rule, operands in tape.steps:
        try:
            y = rule(*(found.get(operand, operand) for operand in operands))
        except UndefinedError:
            break
        parts = (y.primal, y.tangent) if isinstance(y, Dual) else (y,)
        if not all(map(math.isfinite, parts)):
            break
        found[name] = y
    return found


def case_of(numbers):
    """What there is to say: the name of a template."""
    if math.isnan(numbers["f(a)"]):
        return "no value"
    if math.isnan(numbers["f'(a)"]):
        return "no slope"
    return "tangent" if numbers["tangent"] != 0 else "no tangent"


def in_words(tape, numbers, place, words):
    """The sentence, and the caption of the panel."""
    a, tangent, value, rise = (numbers[name] for name in ("a", "tangent", "f(a)", "rise"))
    case = case_of(numbers)
    missing = "" if case == "no value" else ".tangent"
    stops = (step for step in tape.steps if math.isnan(numbers[step.name + missing]))
    texts = {
        name: significant(numbers[name], FEW) for name in ("a", "tangent", "f(a)", "f'(a)", "rise")
    }
    texts |= {
        "in": dual_text(a, tangent, FEW),
        "out": dual_text(value, rise, FEW),
        "stop": next((f"{step.name} = {computes(step)}" for step in stops), ""),
    }
    caption = case
    if case.endswith("tangent") and not place["inside"]:
        caption = "outside"
    elif case == "tangent" and place["cut"]:
        caption = "beyond"
    return {
        "sentence": fill(words[case], texts),
        "caption": fill(words[f"caption: {caption}"], texts),
    }


def dual_text(value, tangent, digits):
    """A dual number as text that stays on one line: 5.718 + 11.15ε."""
    return f"{significant(value, digits)} {tangent_text(tangent, digits)}ε".replace(" ", "\u00a0")


def tangent_text(tangent, digits):
    return f"{'−' if tangent < 0 else '+'} {significant(abs(tangent), digits)}"


def rows(function, numbers):
    """The lines of the table: (name, what it computes, value, tangent), the input first."""

    def row(name, text, value, tangent):
        return (
            name,
            text,
            "—" if math.isnan(value) else significant(value, MANY),
            "—" if math.isnan(tangent) else f"{tangent_text(tangent, MANY)} ε",
        )

    return [
        row("x", "a + ȧε", numbers["a"], numbers["tangent"]),
        *(
            row(step.name, computes(step), numbers[step.name], numbers[f"{step.name}.tangent"])
            for step in function.tape.steps
        ),
    ]


def places(function, numbers):
    """Where things stand in the panel, as fractions of its width and height from its top left."""
    a, tangent, value, slope, rise = (
        numbers[name] for name in ("a", "tangent", "f(a)", "f'(a)", "rise")
    )
    width, height = function.right - function.left, function.high - function.low
    inside = function.low <= value <= function.high
    steepness = slope * width / height if inside else math.nan
    sloped = math.isfinite(steepness)
    x = (a - function.left) / width
    y = (function.high - value) / height if inside else 0.0
    # The tangent goes from one edge of the panel to another.
    steepness = steepness if sloped else 0.0
    start, stop = -x, 1 - x
    if steepness != 0:
        first, second = sorted([(y - 1) / steepness, y / steepness])
        start, stop = max(start, first), min(stop, second)
    # The run and the rise end with it where they leave the panel.
    end = x + tangent / width
    tip = y - rise / height if sloped else y
    falls = tip > y
    cut_end, cut_tip = within(end), within(tip)
    runs = sloped and tangent != 0
    rises = runs and cut_end == end
    # The rise's label stands outside of the triangle; where there is no room, beyond the run.
    room = LETTER * len(numbers["rise.label"])
    after = end - GAP < room if tangent < 0 else end + GAP <= 1 + BESIDE - room
    middle = (y + cut_tip) / 2
    if after == (tangent < 0):
        middle = max(middle, y + BELOW) if falls else min(middle, y - ABOVE)
        if not EDGE <= middle <= 1 - EDGE:  # no room there: on the other side, past the run's label
            middle = y - ABOVE - BELOW if falls else y + 2 * BELOW
    return {
        "inside": inside,
        "cut": runs and (cut_end != end or cut_tip != tip),
        "at.x": x,
        "at.y": y,
        "start.x": x + start,
        "start.y": y - steepness * start,
        "stop.x": x + stop,
        "stop.y": y - steepness * stop,
        "end.x": cut_end,
        "tip.y": cut_tip,
        "tip.turn": 180.0 if falls else 0.0,
        "run.x": within((x + cut_end) / 2, EDGE),
        "run.y": within(y - ABOVE if falls else y + BELOW, EDGE),
        "rise.x": cut_end + (GAP if after else -GAP),
        "rise.y": within(middle, EDGE),
        "rise.anchor": "start" if after else "end",
        "point.display": display(inside),
        "tangent.display": display(sloped),
        "run.display": display(runs),
        "rise.display": display(rises),
        "ȧ.display": display(runs and abs(cut_end - x) > LEAST),
        "tip.display": display(rises and cut_tip == tip and abs(tip - y) > LEAST),
    }


def within(x, margin=0.0):
    """x, or the nearest number that is so far from 0 and 1."""
    return min(max(x, margin), 1 - margin)
