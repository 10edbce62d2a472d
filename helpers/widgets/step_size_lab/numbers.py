"""What the step-size lab shows, as numbers, words and lines to draw.

`numbers.js` does the same in a browser, and a test holds the two together. Places are
counted from the top left corner of a panel: as fractions of its width and height in the panel of f,
in decades in the panel of the error.
"""

import math

from helpers.finite_differences import EPSILON, derivative
from helpers.rules.rule import UndefinedError
from helpers.widgets.shared.template import display, fill, fixed

PER_DECADE = 30  # points on the error curve; so each tenth of a decade is one of them
DECADES = 16  # from h = 1e-16 to 1
TOP = 2  # the error axis goes from 1e2 …
HEIGHT = 19  # … 19 decades down, to 1e-17
SHELF = 20  # below it stands an error of 0, which a logarithmic axis has no place for
SAMPLES = 200  # on the curve of f
REACH = 1.25  # steps h from x to either end of the window,
LEAST = 0.4  # where a step counts as this at least, unless the window zooms with it
TOGETHER = 0.02  # points closer than this, as a fraction of the width, look like one
ROOM = 0.18  # from the middle, as a fraction of half the width, for a label that stands clear of x
STAIR = 1 / 60  # doubles farther apart than this, as a fraction of the window, can be seen


def lab_numbers(function, method, log10_h, zooms, words):
    """All that the drawing and the sentence need, by name.

    `function` has a `tape` over x and the derivatives `second` and `third` at the tape's own x.
    `words` holds a template for each case that the lab tells apart.
    """
    f, x, h = function_of(function.tape), function.tape.inputs["x"], step_of(log10_h)
    exact = function.tape.gradient()["x"]
    quotient = derivative(f, x, h, method)
    error = abs(quotient - exact)
    formula, rounding = models(function, method, abs(f(x)) + abs(x * exact))
    numbers = {
        "method": method, "x": x, "h": h, "quotient": quotient, "exact": exact, "error": error,
        "formula": formula.at(h), "rounding": rounding.at(h),
        "apart": 2 * h if method == "central" else h,
    }  # fmt: skip
    numbers |= panel_of_f(f, x, h, quotient, exact, method, zooms)
    numbers |= error_curve(f, x, exact, method)
    numbers |= panel_of_errors(formula, rounding, log10_h, error)
    cases = {
        "verdict": error_case(f, x, h, method, numbers),
        "note": window_case(f(x), numbers, zooms),
        "best": "best" if numbers["best.h"] > 0 else "no best",
    }
    return numbers | {name: fill(words[case], numbers) for name, case in cases.items()}


def function_of(tape):
    """f as the list computes it, float to float; NaN where it has no value."""

    def f(x):
        try:
            y = tape.evaluate(x=x)
        except UndefinedError:
            return math.nan
        return y if math.isfinite(y) else math.nan

    return f


def step_of(log10_h):
    """The step h = 10^log10_h, rounded to three digits, so that the words say it exactly."""
    return float(f"{10.0**log10_h:.2e}")


class Model:
    """An error that is size · h^order; of size 0, there is none."""

    def __init__(self, size, order):
        self.size, self.order = size, order

    def at(self, h):
        return self.size * h**self.order


def models(function, method, rounded):
    """The error of the formula, which is Taylor's first term that is not 0, and of rounding.

    What gets rounded are the values of f, and x + h: an error in x counts f′ times as much in f. So
    `rounded` is |f| + |x·f′|.
    """
    if method == "forward" and function.second != 0:
        formula = Model(abs(function.second) / 2, 1)
    else:
        formula = Model(abs(function.third) / 6, 2)
    return formula, Model(EPSILON * rounded, -1)


def error_case(f, x, h, method, numbers):
    """Which case of errors this is: the name of a template."""
    left = x - h if method == "central" else x
    error, formula, rounding = (numbers[name] for name in ("error", "formula", "rounding"))
    if math.isnan(error):
        return "undefined"
    if left == x + h:
        return "same"
    if error == 0:
        return "zero"
    if f(left) == f(x + h):
        return "flat"
    if error > 10 * (formula + rounding):
        return "more"
    if formula > 3 * rounding:
        return "formula"
    return "both" if rounding <= 3 * formula else "rounding"


def window_case(here, numbers, zooms):
    """What there is to say about the window: the name of a template."""
    x, width, height = (numbers[name] for name in ("x", "width", "height"))
    if EPSILON * max(abs(here) / height, abs(x) / width) > STAIR:
        return "stairs"
    if zooms:
        return "zoomed"
    return "together" if numbers["apart"] < TOGETHER * width else "apart"


# The panel of f. All in it is measured from the point (x, f(x)).


def panel_of_f(f, x, h, quotient, exact, method, zooms):
    """The curve, the tangent, the secant and its points, in a window that holds the lines."""
    half = REACH * (h if zooms else max(h, LEAST))
    here = f(x)
    curve = [f(x + half * (2 * k / SAMPLES - 1)) - here for k in range(SAMPLES + 1)]
    left = -h if method == "central" else 0.0
    defined = not math.isnan(quotient)
    rises = [f(x + left) - here, f(x + h) - here] if defined else [0.0, 0.0]
    slope = quotient if defined else 0.0
    heights = {
        "tangent.start": -exact * half,
        "tangent.end": exact * half,
        "secant.start": rises[1] + slope * (-half - h),
        "secant.end": rises[1] + slope * (half - h),
        "first": rises[0],
        "second": rises[1],
        "point": 0.0,
    }
    low, high = window(heights.values(), curve)

    def down(y):
        return (high - y) / (high - low)

    return {f"{name}.y": down(y) for name, y in heights.items()} | {
        "first.x": 0.5 + left / half / 2,
        "second.x": 0.5 + h / half / 2,
        "curve": path(
            (k / SAMPLES, down(y) if low <= y <= high else math.nan) for k, y in enumerate(curve)
        ),
        "width": 2 * half,
        "height": high - low,
        "secant.display": display(defined),
        "forth.display": display(h / half > ROOM),
        "back.display": display(h / half > ROOM and method == "central"),
    }


def window(heights, curve):
    """From where to where the panel goes: all of the lines, the curve to twice as far at most."""
    limit = 2 * max(map(abs, heights)) or math.inf
    seen = [*heights, *(y for y in curve if abs(y) <= limit)]
    low, high = min(seen), max(seen)
    return (low, high) if low < high else (-1.0, 1.0)


# The panel of the error.


def error_curve(f, x, exact, method):
    """The error at each step size as a line, and marks where it is 0."""
    errors = [
        (k / PER_DECADE, abs(derivative(f, x, step_of(k / PER_DECADE - DECADES), method) - exact))
        for k in range(DECADES * PER_DECADE + 1)
    ]
    return {
        "errors": path((across, error_down(error)) for across, error in errors),
        "zeros": "".join(f"M{fixed(across, 2)} 0v1" for across, error in errors if error == 0),
    }


def panel_of_errors(formula, rounding, log10_h, error):
    """Both models as lines, the place where they cross, and the present point."""
    best = 0.0
    if formula.size > 0 and rounding.size > 0:
        best = (rounding.size / formula.size) ** (1 / (formula.order + 1))
    across = math.log10(best) + DECADES if best > 0 else -1.0
    down = error_down(error)
    inside = not math.isnan(down)
    return {
        **segment("formula", formula),
        **segment("rounding", rounding),
        "first order.display": display(formula.size > 0 and formula.order == 1),
        "second order.display": display(formula.size > 0 and formula.order == 2),
        "best.h": best,
        "best.x": max(across, 0.0),
        "best.display": display(0 <= across <= DECADES),
        "at.x": log10_h + DECADES,
        "at.y": down if inside else 0.0,
        "at.display": display(inside),
        "edge.y": SHELF if error == 0 else HEIGHT if error < 1 else 0.0,
        "edge.display": display(not inside and not math.isnan(error)),
    }


def segment(name, model):
    """The line of a model, cut off at the edges of the panel."""
    start = end = top = 0.0
    if model.size > 0:
        # In decades the line is y = top − order · x, and the panel goes from y = 0 to HEIGHT.
        top = TOP - math.log10(model.size) + DECADES * model.order
        left, right = sorted([top / model.order, (top - HEIGHT) / model.order])
        start, end = max(left, 0.0), min(right, float(DECADES))
    inside = start < end
    return {
        f"{name}.start.x": start if inside else 0.0,
        f"{name}.end.x": end if inside else 0.0,
        f"{name}.start.y": top - model.order * start if inside else 0.0,
        f"{name}.end.y": top - model.order * end if inside else 0.0,
        f"{name}.display": display(inside),
    }


def error_down(error):
    """How far below the top of the panel an error stands, in decades; NaN if it is not inside."""
    down = TOP - math.log10(error) if error > 0 else math.nan
    return down if 0 <= down <= HEIGHT else math.nan


# What SVG wants.


def path(points):
    """A line through points, broken where y is NaN."""
    parts, pen = [], "M"
    for x, y in points:
        if math.isnan(y):
            pen = "M"
        else:
            parts.append(f"{pen}{fixed(x, 3)} {fixed(y, 3)}")
            pen = "L"
    return "".join(parts)
