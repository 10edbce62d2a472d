"""The drawing of `ModeRace`: two panels, each with a Jacobian's grid over a bar of operations."""

from helpers.widgets.mode_race.function import MOST

SIZE = (388, 316)
LEFT, TOP = 28, 50  # the grid's corner
WIDE, HIGH = 44, 23  # a cell: as wide as −0.35 and some room, in a wide font too
BAR = 272  # how far down
LENGTH = WIDE * MOST  # of the longer bar
HEAD = {"forward": "Forward mode: a column a sweep", "reverse": "Reverse mode: a row a sweep"}


def drawing():
    """The two panels, forward mode and reverse mode, with templates for all that moves."""
    panels = "\n".join(panel(mode) for mode in HEAD)
    return f'<div xmlns="http://www.w3.org/1999/xhtml" class="course-panels">\n{panels}\n</div>'


def panel(mode):
    width, height = SIZE
    label = (
        f"{HEAD[mode]}. {{{mode} sweeps so far:0}} of {{{mode} sweeps in words:s}}, "
        f"{{{mode} operations so far:0}} of {{{mode} operations:0}} operations. "
        f"The Jacobian so far: {{{mode} rows:s}}."
    )
    parts = [*head(mode), grid(), *fills(mode), frame(), *cells(mode), *bar(mode)]
    return (
        '<figure><svg xmlns="http://www.w3.org/2000/svg" class="course-drawing" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{label}" font-family="sans-serif" font-size="14">\n'
        + "\n".join(parts)
        + "\n</svg></figure>"
    )


def head(mode):
    """What the mode does, and the names of inputs and outputs along the grid."""
    yield text(LEFT, 18, HEAD[mode], "head", "start", ' font-size="16" font-weight="600"')
    for k in range(MOST):
        yield text(LEFT + WIDE * k + WIDE // 2, TOP - 7, f"{{x{k + 1}:s}}", "name")
        yield text(LEFT - 6, TOP + HIGH * k + 16, f"{{y{k + 1}:s}}", "name", "end")


def fills(mode):
    """A column for each tangent sweep, a row for each reverse sweep, as far as it has come."""
    for k in range(MOST):
        filled = f"{mode} sweep {k + 1} filled"
        if mode == "forward":
            place = f'x="{LEFT + WIDE * k}" y="{TOP}" width="{WIDE}" height="{{{HIGH}*{filled}:1}}"'
        else:
            place = f'x="{LEFT}" y="{TOP + HIGH * k}" width="{{{WIDE}*{filled}:1}}" height="{HIGH}"'
        yield f'<rect class="filled" {place} fill="#d1e0ec" stroke="#fff" stroke-width="2"/>'


def grid():
    """Faint lines for the largest Jacobian."""
    down = "".join(f"M{LEFT + WIDE * i} {TOP}v{HIGH * MOST}" for i in range(MOST + 1))
    across = "".join(f"M{LEFT} {TOP + HIGH * j}h{LENGTH}" for j in range(MOST + 1))
    return f'<path class="grid" d="{down}{across}" fill="none" stroke="#d3d9e0"/>'


def frame():
    """The edge of this Jacobian."""
    return (
        f'<rect class="frame" x="{LEFT}" y="{TOP}" width="{{{WIDE}*n:0}}" height="{{{HIGH}*m:0}}" '
        'fill="none" stroke="currentColor" stroke-width="2"/>'
    )


def cells(mode):
    """Each entry's value, once its sweep is done."""
    yield '<g class="entries" text-anchor="end" font-size="12" fill="currentColor">'
    for j in range(MOST):
        for i in range(MOST):
            place = f'x="{LEFT + WIDE * i + WIDE - 4}" y="{TOP + HIGH * j + 16}"'
            yield f"<text {place}>{{{mode} y{j + 1} x{i + 1}:s}}</text>"
    yield "</g>"


def bar(mode):
    """The operations so far, values first and then sweeps, over a pale bar of all that it takes."""
    counted = f"{{{mode} operations so far:0}} of {{{mode} operations:0}} operations"
    swept = f"{{{mode} sweeps so far:0}} of {{{mode} sweeps in words:s}}"
    yield text(LEFT, BAR - 10, swept, "value", "start")
    yield text(LEFT + LENGTH, BAR - 10, counted, "value", "end")
    yield f'<g transform="translate({LEFT} {BAR})">'
    yield part("track", "0", f"{mode} share", "#d3d9e0")
    yield part("values", "0", f"{mode} values so far", "#56606e")
    for k in range(1, MOST + 1):
        start = f"{{{LENGTH}*{mode} sweep {k} from:1}}"
        yield part("swept", start, f"{mode} sweep {k} so far", "#0b5c9e")
    yield "</g>"
    yield text(LEFT, BAR + 36, "values, then sweeps", "caption", "start", ' font-size="12"')
    yield text(LEFT + LENGTH, BAR + 36, f"{{{mode} mark:s}}", "mark", "end", ' font-weight="600"')


def part(kind, start, share, colour):
    """A part of the bar; `share` names its share of the longest bar."""
    width = f"{{{LENGTH}*{share}:1}}"
    return (
        f'<rect class="{kind}" x="{start}" width="{width}" height="20" fill="{colour}" '
        'stroke="#fff"/>'
    )


def text(x, y, content, kind, anchor="middle", more=""):
    return (
        f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}" fill="currentColor"{more}>'
        f"{content}</text>"
    )
