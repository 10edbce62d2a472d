"""The drawing of the loss landscape: frame, axes, scale of colours, point and arrow, as SVG.

In a browser the heat map is a canvas under the drawing. Where there is no JavaScript a coarse one
stands in the drawing itself: `heat_map`.
"""

import math

import numpy as np

SIZE = (432, 380)
LEFT, TOP, SIDE = 42, 12, 320  # the square of the map
SCALE_LEFT, SCALE_TOP, SCALE_WIDTH = 370, 38, 16  # the colours, down to the map's lower edge

LOW, HIGH = -3.5, 3.5  # of every weight
TICKS = range(-3, 4)

# Matplotlib's viridis: dark to bright in even steps, also without colour.
VIRIDIS = (
    "#440154", "#481a6c", "#472f7d", "#414487", "#39568c", "#31688e", "#2a788e", "#23888e",
    "#1f988b", "#22a884", "#35b779", "#54c568", "#7ad151", "#a5db36", "#d2e21b", "#fde725",
)  # fmt: skip
CEILING = 36  # the loss at which the colours end
CONTOURS = (0.25, 1, 4, 9, 16, 25, 36)  # the losses at which there are lines

CELLS = 40  # of the coarse heat map, each way
CELL = SIDE / CELLS


def drawing(horizontal, vertical, heat=""):
    """The picture as SVG with templates, over the weights of these names."""
    width, height = SIZE
    parts = [
        f'<svg class="map" x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" overflow="hidden">'
        f'{heat}<g class="guesses"/><g class="path"/></svg>',
        f'<rect class="frame" x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" '
        'stroke="currentColor"/>',
        *axes(horizontal, vertical),
        *scale(),
        f'<g transform="translate({LEFT} {TOP})">{ARROW}{POINT}</g>',
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="course-drawing" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        'aria-label="The loss over two of the weights: a heat map with a point on it, and an arrow '
        'that points downhill." font-family="sans-serif" font-size="16">\n'
        + "\n".join(parts)
        + "\n</svg>"
    )


# Marks on the map are white with a dark rim: every colour of the map shows them.
ARROW = (
    '<g class="arrow" transform="translate({point.x:1} {point.y:1}) rotate({arrow.angle:1})" '
    'opacity="{arrow.shown:0}" fill="none" stroke-linejoin="round">'
    + "".join(
        f'<path d="M0 0H{{arrow.length:1}}" stroke="{colour}" stroke-width="{width}"/>'
        f'<path transform="translate({{arrow.length:1}} 0)" d="M-9 -7L3 0L-9 7z" fill="#ffffff" '
        f'stroke="{colour}" stroke-width="{width - 2}"/>'
        for colour, width in (("#1c2430", 6), ("#ffffff", 2.5))
    )
    + "</g>"
)
POINT = (
    '<g class="point" transform="translate({point.x:1} {point.y:1})" stroke="#1c2430">'
    '<circle class="handle" r="22" fill="none" stroke="none"/>'
    '<circle r="8" fill="#ffffff" stroke-width="2.5"/><circle r="2" fill="#1c2430"/></g>'
)


def axes(horizontal, vertical):
    """Ticks with numbers, and the names of the weights."""
    parts = []
    for tick in TICKS:
        along = SIDE * (tick - LOW) / (HIGH - LOW)
        x, y, number = LEFT + along, TOP + SIDE - along, f"{tick}".replace("-", "−")
        parts.append(_line(x, TOP + SIDE, x, TOP + SIDE + 5))
        parts.append(_text(x, TOP + SIDE + 20, number, "scale"))
        parts.append(_line(LEFT - 5, y, LEFT, y))
        parts.append(_text(LEFT - 8, y + 5, number, "scale", "end"))
    middle = TOP + SIDE / 2
    parts.append(_text(LEFT + SIDE / 2, TOP + SIDE + 41, horizontal, "name horizontal"))
    parts.append(
        _text(14, middle, vertical, "name vertical", more=f' transform="rotate(-90 14 {middle:g})"')
    )
    return parts


def scale():
    """The colours with the losses that they stand for, and hatching for what is above."""
    left, right, bottom = SCALE_LEFT, SCALE_LEFT + SCALE_WIDTH, TOP + SIDE
    each = (bottom - SCALE_TOP) / len(VIRIDIS)
    parts = [
        f'<rect x="{left}" y="{bottom - (k + 1) * each:.2f}" width="{SCALE_WIDTH}" '
        f'height="{each + 0.3:.2f}" fill="{colour}"/>'
        for k, colour in reversed(list(enumerate(VIRIDIS)))
    ]
    for loss in (0, *CONTOURS):
        y = bottom - (bottom - SCALE_TOP) * math.sqrt(loss / CEILING)
        parts.append(_line(right, y, right + 4, y))
        parts.append(_text(right + 7, y + 5, f"{loss:g}", "scale", "start"))
    parts.append(
        f'<rect x="{left}" y="{TOP}" width="16" height="16" fill="{VIRIDIS[-1]}"/>'
        f'<path d="M{left} {TOP + 8}l8 -8M{left} {TOP + 16}l16 -16M{left + 8} {TOP + 16}l8 -8" '
        'stroke="#1c2430"/>'
    )
    parts.append(_text(right + 4, TOP + 13, f"&gt;{CEILING}", "scale", "start"))
    parts.append(_text(left + 8, bottom + 20, "loss", "scale"))
    return parts


def place(across, up, slope_across, slope_up):
    """Where point and arrow stand, as numbers for the templates; as in `marks.js`."""
    steepness = math.hypot(slope_across, slope_up)
    return {
        "point.x": SIDE * (across - LOW) / (HIGH - LOW),
        "point.y": SIDE * (HIGH - up) / (HIGH - LOW),
        "arrow.angle": math.degrees(math.atan2(slope_up, -slope_across)) % 360,
        "arrow.length": 14 + 9 * math.log2(1 + steepness),
        "arrow.shown": float(steepness > 0),
    }


def heat_map(losses):
    """The losses, an array (CELLS, CELLS) with the lowest row first, as colours and contours."""
    roots = np.sqrt(losses[::-1] / CEILING)  # a picture begins at the top
    levels = np.minimum((roots * len(VIRIDIS)).astype(int), len(VIRIDIS) - 1)
    parts = [
        f'<path fill="{colour}" d="{_cells(levels == k)}"/>'
        for k, colour in enumerate(VIRIDIS)
        if np.any(levels == k)
    ]
    above = np.argwhere(losses[::-1] > CEILING)
    stripes = "".join(f"M{x} {y + 1}l1 -1" for y, x in above)
    lines = {"#ffffff": "", "#1c2430": ""}  # light on dark colours, dark on light ones
    for level in CONTOURS:
        lines["#ffffff" if level < 0.3 * CEILING else "#1c2430"] += _border(losses[::-1] > level)
    parts += [
        f'<path d="{path}" stroke="{ink}" stroke-width="0.15"/>'
        for ink, path in [("#1c2430", stripes), *lines.items()]
    ]
    return (
        f'<g class="heat" transform="scale({CELL:g})" shape-rendering="crispEdges">'
        f"{''.join(parts)}</g>"
    )


def _cells(chosen):
    """The chosen cells as a path: a rectangle for each run of them in a row."""
    parts = []
    for y, row in enumerate(chosen):
        ends = np.flatnonzero(np.diff(np.concatenate([[False], row, [False]])))
        for start, end in zip(ends[::2], ends[1::2], strict=True):
            parts.append(f"M{start} {y}h{end - start}v1h-{end - start}z")
    return "".join(parts)


def _border(above):
    """The sides of cells at which `above` changes, as a path."""
    upright = [f"M{x + 1} {y}v1" for y, x in np.argwhere(above[:, 1:] != above[:, :-1])]
    level = [f"M{x} {y + 1}h1" for y, x in np.argwhere(above[1:] != above[:-1])]
    return "".join(upright + level)


def _line(x1, y1, x2, y2):
    return f'<path class="tick" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="currentColor"/>'


def _text(x, y, content, kind, anchor="middle", more=""):
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="currentColor"'
        f' font-size="{15 if kind == "scale" else 16}"{more}>{content}</text>'
    )
