"""The step-size lab's two panels as HTML and SVG, with templates for all that moves."""

from math import atan2, degrees

from helpers.widgets.step_size_lab.numbers import DECADES, HEIGHT, SHELF, TOP

SIZE = (340, 300)
# The panel of f: its top left corner, under the legend, its width and height.
F_LEFT, F_TOP, WIDE, HIGH = 14, 50, 312, 206
# The panel of the error: its top left corner, a decade of h and one of the error.
E_LEFT, E_TOP, ACROSS, DOWN = 63, 8, 16.5, 12

# Attributes that make the drawing right where the course's style sheet is not there, as on GitHub.
STROKES = {
    "axis": 'stroke="#56606e"',
    "grid": 'stroke="#d3d9e0"',
    "best": 'stroke="#56606e" stroke-dasharray="10 3 2 3"',
    "curve": 'stroke="#8a94a0" stroke-width="5"',
    "secant": 'stroke="#0b5c9e" stroke-width="2.5"',
    "tangent": 'stroke="currentColor" stroke-width="2" stroke-dasharray="9 5"',
    "errors": 'stroke="#0b5c9e" stroke-width="1.25"',
    "zeros": 'stroke="#0b5c9e" stroke-width="1.25"',
    "formula": 'stroke="currentColor" stroke-width="2" stroke-dasharray="9 5"',
    "rounding": 'stroke="currentColor" stroke-width="2" stroke-dasharray="2 4"',
}


def drawing(sentence):
    """The two panels, each with a caption, under a line that says why the function is there."""
    return (
        '<div xmlns="http://www.w3.org/1999/xhtml" class="course-panels">\n'
        '<p class="course-why">{why:s}</p>\n'
        + panel("f near x, with its secant and its tangent.", function_parts(), "note")
        + panel(f"The error against the step size. {sentence}", error_parts(), "best")
        + "</div>"
    )


def panel(label, parts, caption):
    """A drawing, with a label for those who do not see it, over the text called `caption`."""
    width, height = SIZE
    return (
        '<figure><svg xmlns="http://www.w3.org/2000/svg" class="course-drawing" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{label}" font-family="sans-serif" font-size="14">\n'
        + "\n".join(parts)
        + f"\n</svg>\n<figcaption>{{{caption}:s}}</figcaption></figure>\n"
    )


def function_parts():
    """The curve with secant and tangent, and under it the places where f is evaluated."""
    parts = []
    for row, (kind, slope) in enumerate({"secant": "quotient", "tangent": "exact"}.items()):
        y = 14 + 21 * row
        parts.append(line(kind, F_LEFT, y, F_LEFT + 42, y))
        parts.append(text(f"{kind}: slope {{{slope}:e6?}}", F_LEFT + 52, y + 5, anchor="start"))
    parts.append(line("curve", F_LEFT + 232, 14, F_LEFT + 274, 14))
    parts.append(text("f", F_LEFT + 284, 19, anchor="start"))
    parts += [
        f'<g transform="translate({F_LEFT} {F_TOP})">',
        line("axis", 0, HIGH, WIDE, HIGH),
        line("grid", WIDE // 2, 0, WIDE // 2, HIGH),
        text("x", WIDE // 2, HIGH + 20),
    ]
    for point, label, name in (("first", "x − h", "back"), ("second", "x + h", "forth")):
        x = field(WIDE, f"{point}.x")
        parts += group(
            name,
            line("grid", x, field(HIGH, f"{point}.y"), x, HIGH),
            text(label, x, HIGH + 20),
        )
    parts += [
        path("curve", WIDE, HIGH),
        *group(
            "secant",
            line("secant", 0, field(HIGH, "secant.start.y"), WIDE, field(HIGH, "secant.end.y")),
        ),
        line("tangent", 0, field(HIGH, "tangent.start.y"), WIDE, field(HIGH, "tangent.end.y")),
        *group(
            "secant",
            dot(field(WIDE, "first.x"), field(HIGH, "first.y")),
            dot(field(WIDE, "second.x"), field(HIGH, "second.y")),
        ),
        "</g>",
    ]
    return parts


def error_parts():
    """The error curve between the lines of the two models, and the present point on it."""
    right, shelf = ACROSS * DECADES, DOWN * SHELF
    parts = [f'<g transform="translate({E_LEFT} {E_TOP})">']
    for exponent in range(0, -DECADES - 1, -4):
        label, y = power(exponent), DOWN * (TOP - exponent)
        parts.append(line("grid", 0, y, right, y))
        parts.append(text(label, -8, y + 5, "scale", "end"))
        parts.append(text(label, ACROSS * (DECADES + exponent), shelf + 23, "scale"))
    parts += [
        text("error", -8, 8, "scale", "end"),
        text("0", -8, shelf + 5, "scale", "end"),
        text("step size h", right // 2, shelf + 42, "scale"),
        line("axis", 0, 0, 0, DOWN * HEIGHT),
        line("axis", 0, shelf, right, shelf),
    ]
    best = field(ACROSS, "best.x")
    parts += group("best", line("best", best, 18, best, shelf), text("best", best, 12, "scale"))
    parts.append(path("errors", ACROSS, DOWN))
    parts.append(path("zeros", ACROSS, DOWN, f"translate(0 {shelf - DOWN // 2}) "))
    # The labels stand along the lines, inside the V, which the error curve leaves empty.
    for name, kind, end, slope, label in (
        ("first order", "formula", "end", -1, "formula: h·|f″|/2"),
        ("second order", "formula", "end", -2, "formula: h²·|f‴|/6"),
        ("rounding", "rounding", "start", 1, "rounding: r/h"),
    ):
        parts += group(name, model(kind), along(label, f"{kind}.{end}", slope))
    here = field(ACROSS, "at.x")
    parts += group("at", dot(here, field(DOWN, "at.y")))
    parts += group("edge", diamond(here, field(DOWN, "edge.y")))
    return [*parts, "</g>"]


def field(factor, name):
    """A template for a place: the number `name`, in units that are so long."""
    return f"{{{factor}*{name}:1}}"


def group(name, *parts):
    """Parts that are shown or not, as the text "name.display" says."""
    return [f'<g display="{{{name}.display:s}}">', *parts, "</g>"]


def line(kind, x1, y1, x2, y2):
    return f'<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {STROKES[kind]}/>'


def model(kind):
    """The line of a model of the error."""
    start, end = (
        (field(ACROSS, f"{kind}.{e}.x"), field(DOWN, f"{kind}.{e}.y")) for e in ("start", "end")
    )
    return line(kind, *start, *end)


def path(name, across, down, moved=""):
    """The path that the text `name` describes in units of its own, so long across and down."""
    return (
        f'<path class="{name}" d="{{{name}:s}}" transform="{moved}scale({across} {down})" '
        f'vector-effect="non-scaling-stroke" fill="none" stroke-linejoin="round" '
        f"{STROKES[name]}/>"
    )


def text(content, x, y, kind="name", anchor="middle"):
    return (
        f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}" fill="currentColor">'
        f"{content}</text>"
    )


def along(content, end, slope):
    """A text above a line that falls by `slope` decades a decade, beside one of the line's ends."""
    turn = degrees(atan2(slope * DOWN, ACROSS))
    x, anchor = (16, "start") if slope > 0 else (-28, "end")
    return (
        f'<g transform="translate({field(ACROSS, f"{end}.x")} {field(DOWN, f"{end}.y")}) '
        f'rotate({turn:.1f})">{text(content, x, -8, "scale", anchor)}</g>'
    )


def dot(x, y):
    return (
        f'<circle class="dot" cx="{x}" cy="{y}" r="6" fill="#0b5c9e" stroke="#ffffff" '
        'stroke-width="1.5"/>'
    )


def diamond(x, y):
    return (
        f'<path class="hollow" transform="translate({x} {y})" d="M0 -9L9 0L0 9L-9 0Z" '
        'fill="#ffffff" stroke="#0b5c9e" stroke-width="2.5"/>'
    )


def power(exponent):
    """10 to a power as the course writes it."""
    return f"1e−{-exponent}" if exponent else "1"
