"""The small pictures on the front page's cards, in the colours of the course, light and dark.

Each says in a few lines what its notebook is about, in the language of the notebooks' own figures:
blue for positive, dashed vermillion for negative or for what runs backward. They are decoration:
the card says in words what matters, and screen readers pass over them.
"""

import math

SIZE = (160, 96)
INK = 'stroke="currentColor"'
QUIET = 'stroke="var(--course-muted)"'
FORWARD = 'stroke="var(--course-positive)"'
BACKWARD = 'stroke="var(--course-negative)" stroke-dasharray="5 3"'


def picture(number):
    """The picture for the notebook "01", "02", …, as SVG; the network for one without its own."""
    width, height = SIZE
    return (
        f'<svg class="course-card-picture" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" fill="none" stroke-width="1.5" stroke-linecap="round" '
        f'stroke-linejoin="round" aria-hidden="true">{PICTURES.get(number, network)()}</svg>'
    )


def network():
    """Input, two hidden units, output; the lines are weights, as wide as these are large."""
    units = [(24, 48), (80, 22), (80, 74), (136, 48)]
    weights = [(0, 1, 5, FORWARD), (0, 2, 2.5, BACKWARD), (1, 3, 1.5, FORWARD), (2, 3, 4, FORWARD)]
    edges = []
    for a, b, width, kind in weights:
        style = f'{kind} stroke-width="{width}" stroke-linecap="butt"'
        edges.append(line(*between(units[a], units[b], 12), style))
    return "".join(edges) + "".join(circle(*unit, 12, INK) for unit in units)


def landscape():
    """Contours of the loss over two weights, whose product should be 1, and a walk downhill."""

    def place(across, up):
        return 8 + 48 * across, 90 - 42 * up

    contours = []
    for product in (0.15, 0.4, 0.7, 1, 1.3, 1.7, 2.3):
        ends = [max(0.02, product / 2), 3]  # where it enters at the top, and leaves at the right
        steps = [ends[0] * (ends[1] / ends[0]) ** (i / 24) for i in range(25)]
        style = f'{FORWARD} stroke-width="3"' if product == 1 else QUIET
        contours.append(curve([place(x, product / x) for x in steps], style))
    x, y, walk = 2.3, 1.5, []
    for _ in range(7):
        walk.append(place(x, y))
        off = x * y - 1
        x, y = x - 0.08 * off * y, y - 0.08 * off * x
    dots = "".join(circle(*at, 3, 'fill="var(--course-negative)" stroke="none"') for at in walk)
    return "".join(contours) + curve(walk, 'stroke="var(--course-negative)"') + dots


def two_sweeps():
    """A list of steps: down on the left, forward; up on the right, in reverse."""
    rows = "".join(
        f'<rect x="52" y="{y}" width="56" height="13" rx="3" {INK}/>' for y in (8, 30, 52, 74)
    )
    return (
        rows
        + arrow([(34, 14), (34, 82)], FORWARD + ' stroke-width="2.5"')
        + arrow([(126, 82), (126, 14)], BACKWARD + ' stroke-width="2.5"')
    )


def paths_that_meet():
    """A value that is used twice: two derivatives come back to it, and add up."""
    values = [(24, 48), (84, 22), (84, 74), (138, 48)]
    pairs = [(0, 1), (0, 2), (1, 3), (2, 3)]
    forward = [line(*between(values[a], values[b], 11), QUIET) for a, b in pairs]
    back = [
        arrow([(72, 14), (34, 32)], BACKWARD + ' stroke-width="2.5"'),
        arrow([(72, 82), (34, 64)], BACKWARD + ' stroke-width="2.5"'),
    ]
    plus = f'<path d="M19 48h10M24 43v10" {FORWARD} stroke-width="2.5"/>'
    return "".join(forward + back) + "".join(circle(*at, 11, INK) for at in values) + plus


def tangent():
    """A curve, a point on it, and the slope that travels with the point."""

    def f(x):
        return 86 - (x / 17) ** 2

    x, slope = 90, -2 * 90 / 17**2
    ends = [(end, f(x) + slope * (end - x)) for end in (x - 46, x + 46)]
    return (
        curve([(each, f(each)) for each in range(10, 151, 7)], INK)
        + arrow(ends, FORWARD + ' stroke-width="2.5"')
        + circle(x, f(x), 4, 'fill="var(--course-positive)" stroke="none"')
    )


PICTURES = {
    "01": network,
    "02": landscape,
    "03": two_sweeps,
    "04": paths_that_meet,
    "05": tangent,
}


# ------------------------------------------------------------------ strokes


def circle(x, y, radius, style):
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius}" {style}/>'


def line(x1, y1, x2, y2, style):
    return f'<path d="M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}" {style}/>'


def curve(points, style):
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="M{path}" {style}/>'


def arrow(points, style):
    """A line with a head, which is never dashed."""
    (x1, y1), (x2, y2) = points[-2:]
    angle = math.atan2(y2 - y1, x2 - x1)
    left, right = (
        (x2 - 9 * math.cos(angle + turn), y2 - 9 * math.sin(angle + turn)) for turn in (-0.5, 0.5)
    )
    solid = style.replace("5 3", "none")
    return curve(points, style) + curve([left, (x2, y2), right], solid)


def between(start, end, radius):
    """The line between two circles, from rim to rim."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1)
    dx, dy = (x2 - x1) / length * radius, (y2 - y1) / length * radius
    return x1 + dx, y1 + dy, x2 - dx, y2 - dy
