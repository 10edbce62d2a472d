"""The dual explorer's panel as SVG, with templates for all that moves, and its table as HTML."""

import math
from html import escape
from itertools import pairwise

from helpers.widgets.dual_explorer.functions import BESIDE
from helpers.widgets.shared.template import fixed, significant

TOP, WIDE, HIGH = 8, 286, 248  # the panel: its top edge, its width and height
LEFT, RIGHT, BELOW = 40, 14, 44  # the room around it; on the left, more for long numbers
DIGIT = 10  # the width of a digit in the scales, in a wide font

# Attributes that make the drawing right where the course's style sheet is not there, as on GitHub.
STROKES = {
    "axis": 'stroke="#56606e"',
    "grid": 'stroke="#d3d9e0"',
    "guide": 'stroke="#56606e" stroke-dasharray="2 4"',
    "curve": 'stroke="#8a94a0" stroke-width="4" fill="none" stroke-linejoin="round"',
    "tangent": 'stroke="currentColor" stroke-width="2" stroke-dasharray="9 5"',
    "run": 'stroke="currentColor" stroke-width="2"',
    "rise": 'stroke="#0b5c9e" stroke-width="4"',
}
LABEL = "The curve of the function, its tangent at a, and the rise along it. {sentence:s}"
HEADINGS = ("step", "computes", "value", "tangent")
CAPTION = "The program runs once, from top to bottom: value and tangent go together."


def drawing(functions):
    """The panel of these functions, {name: Shown}; the table goes beside it."""
    numbers = [text for f in functions.values() for text, _ in heights(f)]
    left = max(LEFT, DIGIT * max(map(len, numbers)) + 8)
    width, height = left + WIDE + RIGHT, TOP + HIGH + BELOW
    parts = [
        f'<svg x="{left}" y="{TOP}" width="{WIDE}" height="{HIGH}" overflow="hidden">',
        *beyond(),
    ]
    for i, function in enumerate(functions.values()):
        parts += [f'<g display="{{shown.{i}:s}}">', *grid(function), curve(function), "</g>"]
    at, end, level, tip = (across("at.x"), across("end.x"), down("at.y"), down("tip.y"))
    start, stop = ((across(f"{name}.x"), down(f"{name}.y")) for name in ("start", "stop"))
    parts += [
        line("guide", at, level, at, HIGH),
        group("tangent", line("tangent", *start, *stop)),
        group("run", line("run", at, level, end, level)),
        group("rise", line("rise", end, level, end, tip)),
        group("tip", arrow_head(end, tip)),
        group("point", dot(at, level)),
        "</svg>",
        line("axis", left, TOP + HIGH, left + WIDE, TOP + HIGH),
    ]
    for i, function in enumerate(functions.values()):
        parts += [f'<g display="{{shown.{i}:s}}">', *scale(function, left), "</g>"]
    rise = text("{rise.label:s}", across("rise.x"), down("rise.y"), "rise-label", "{rise.anchor:s}")
    parts += [
        f'<g transform="translate({left} {TOP})">',
        text("a", at, HIGH + 36, "name"),
        group("ȧ", text("ȧ", across("run.x"), down("run.y"), "name")),
        group("rise", rise),
        "</g>",
    ]
    return (
        '<div xmlns="http://www.w3.org/1999/xhtml" class="course-panels">\n<figure>'
        f'<svg xmlns="http://www.w3.org/2000/svg" class="course-drawing" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{LABEL}" font-family="sans-serif" font-size="14">\n'
        + "\n".join(parts)
        + "\n</svg>\n<figcaption>{caption:s}</figcaption></figure>\n</div>"
    )


def table(rows, output):
    """The lines of the program as an HTML table; that of the output stands out."""
    head = "".join(f'<th scope="col">{heading}</th>' for heading in HEADINGS)
    body = "\n".join(
        f'<tr{output_class(name == output)}><th scope="row">{name}</th>'
        + "".join(f"<td>{strong(escape(entry), name == output)}</td>" for entry in entries)
        + "</tr>"
        for name, *entries in rows
    )
    return (
        f'<div style="overflow-x: auto"><table class="dual-table">\n<caption>{CAPTION}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div>\n"
    )


def output_class(is_output):
    return ' class="dual-output"' if is_output else ""


def strong(entry, is_output):
    return f"<strong>{entry}</strong>" if is_output else entry


# What is drawn for each function, once.


def curve(function):
    """The curve, broken where the function has no value in the window."""
    parts, pen = [], "M"
    for x, y in function.curve:
        if function.low <= y <= function.high:
            at, height = place_across(function, x), place_down(function, y)
            parts.append(f"{pen}{fixed(at, 1)} {fixed(height, 1)}")
            pen = "L"
        else:
            pen = "M"
    return f'<path class="curve" d="{"".join(parts)}" {STROKES["curve"]}/>'


def beyond():
    """Where the slider of a does not go, tinted: there only a + ȧ can be."""
    wide = WIDE * BESIDE / (1 + 2 * BESIDE)
    for x in (0, WIDE - wide):
        yield (
            f'<rect class="beyond" x="{fixed(x, 1)}" y="0" width="{fixed(wide, 1)}" '
            f'height="{HIGH}" fill="#56606e" fill-opacity="0.1"/>'
        )


def grid(function):
    """Lines at the numbers of both scales, heavier at 0."""
    for x, at in widths(function):
        yield line("axis" if x == "0" else "grid", fixed(at, 1), 0, fixed(at, 1), HIGH)
    for y, at in heights(function):
        yield line("axis" if y == "0" else "grid", 0, fixed(at, 1), WIDE, fixed(at, 1))


def scale(function, left):
    """The numbers of both scales."""
    for x, at in widths(function):
        if at + DIGIT * len(x) / 2 <= WIDE + RIGHT:
            yield text(x, fixed(left + at, 1), TOP + HIGH + 18)
    for y, at in heights(function):
        yield text(y, left - 6, fixed(TOP + at + 5, 1), anchor="end")


def widths(function):
    """The numbers of the scale across, as texts with their places: as many as there is room for."""
    for most in (7, 4, 2):
        xs = ticks(function.left, function.right, most)
        texts, places = labels(xs), [place_across(function, x) for x in xs]
        longest = max(map(len, texts), default=0)
        if all(b - a >= DIGIT * longest for a, b in pairwise(places)):
            break
    return list(zip(texts, places, strict=True))


def heights(function):
    """The numbers of the scale on the left, as texts with their places."""
    ys = ticks(function.low, function.high)
    return [(text, place_down(function, y)) for text, y in zip(labels(ys), ys, strict=True)]


def place_across(function, x):
    return WIDE * (x - function.left) / (function.right - function.left)


def place_down(function, y):
    return HIGH * (function.high - y) / (function.high - function.low)


def ticks(low, high, most=7):
    """Round numbers from low to high, about five, or fewer if `most` says so."""
    power = 10.0 ** math.floor(math.log10((high - low) / 2))
    step = next(power * k for k in (0.5, 1, 2, 5, 10) if (high - low) / (power * k) <= most)
    return [k * step for k in range(math.ceil(low / step), math.floor(high / step) + 1)]


def labels(numbers):
    """The numbers as texts, with as many digits as it takes to tell them apart."""
    for digits in range(6, 17):
        texts = [significant(x, digits) for x in numbers]
        if len(set(texts)) == len(texts):
            break
    return texts


# Templates and parts.


def across(name):
    return f"{{{WIDE}*{name}:1}}"


def down(name):
    return f"{{{HIGH}*{name}:1}}"


def group(name, *parts):
    """Parts that are shown or not, as the text "name.display" says."""
    return "\n".join([f'<g display="{{{name}.display:s}}">', *parts, "</g>"])


def line(kind, x1, y1, x2, y2):
    return f'<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {STROKES[kind]}/>'


def dot(x, y):
    return (
        f'<circle class="dot" cx="{x}" cy="{y}" r="6" fill="#0b5c9e" stroke="#ffffff" '
        'stroke-width="1.5"/>'
    )


def arrow_head(x, y):
    """At the end of the rise, pointing up or down."""
    return (
        '<path class="tip" d="M0 0l-7 12h14z" fill="#0b5c9e" '
        f'transform="translate({x} {y}) rotate({{tip.turn:0}})"/>'
    )


def text(content, x, y, kind="scale", anchor="middle"):
    colour = "#0b5c9e" if kind == "rise-label" else "currentColor"
    return (
        f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">'
        f"{content}</text>"
    )
