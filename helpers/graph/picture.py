"""The picture of a computation graph as SVG.

Graphviz says where everything stands; the drawing is ours. Texts and lines take the colour of the
page around them, so that they can be read in light, in dark and in print.
"""

import re
from html import escape
from typing import NamedTuple
from unicodedata import east_asian_width

INCH = 100  # pixels for the inch in which Graphviz counts
ROW = 17  # the height of a line of text
MARGIN = 3
TIP = 8  # the length of an arrow's tip
OUTLINE = 'fill="none" stroke="currentColor"'

# Signs that say it in less room than the rule's own text.
SIGNS = {"sigmoid": "σ", "sqrt": "√", "absolute": "|·|", "maximum": "max", "greater": ">"}


def sign(rule):
    """The operation as it stands in a circle: ×, exp, …"""
    return SIGNS.get(rule.name) or re.sub(r"\{\d+\}", "", rule.text).strip(" (,)")


class Shape(NamedTuple):
    """A node of the drawing. Its kind is input, step, operation or constant; an input and a step
    have rows under the title, pairs of what is shown and its number."""

    node: str
    kind: str
    title: str
    rows: tuple = ()

    @property
    def size(self):
        """Width and height in pixels; the width is for the widest of the usual fonts."""
        if self.kind == "operation":
            diameter = max(32, 8 * len(self.title) + 6)
            return diameter, diameter
        widths = [8 * len(number) + 40 for _, number in self.rows]
        return max(letters(self.title), *widths, 0) + 12, ROW * (len(self.rows) + 1) + 9


def letters(title):
    """The width of a bold title in pixels."""
    return sum(
        15 if x in "mwMW@%" or east_asian_width(x) in "WF" else 11 if x.isupper() else 8
        for x in title
    )


def picture(shapes, dot):
    """The SVG of these shapes, which stand where Graphviz puts them in the graph `dot`."""
    (width, height), places, lines = _layout(dot)
    drawn = "\n".join([*map(_line, lines), *(_shape(s, *places[s.node]) for s in shapes)])
    return (
        f'<svg class="course-graph-picture" xmlns="http://www.w3.org/2000/svg" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" style="display: block; max-width: none; '
        'margin: auto; font-variant-numeric: tabular-nums" fill="currentColor" stroke-width="1.2" '
        'font-family="system-ui, sans-serif" font-size="13" text-anchor="middle">\n'
        f"{drawn}\n</svg>"
    )


def _layout(dot):
    """The picture's size, the centre of each node and the points of each line, in pixels."""
    import pygraphviz

    graph = pygraphviz.AGraph(string=dot)
    graph.edge_attr["arrowhead"] = "none"  # so that lines end at their nodes
    for node in graph.nodes():
        node.attr["label"] = ""  # which would be measured with the fonts of this machine
    first, *others = graph.draw(format="plain", prog="dot").decode().splitlines()
    width, height = (round(INCH * float(x)) for x in first.split()[2:4])

    def points(numbers):
        xs, ys = ([round(INCH * float(z)) for z in numbers[i::2]] for i in (0, 1))
        return [(x + MARGIN, height - y + MARGIN) for x, y in zip(xs, ys, strict=True)]

    words = [line.split() for line in others]
    places = {word[1]: points(word[2:4])[0] for word in words if word[0] == "node"}
    lines = [points(word[4 : 4 + 2 * int(word[3])]) for word in words if word[0] == "edge"]
    return (width + 2 * MARGIN, height + 2 * MARGIN), places, lines


def _shape(shape, x, y):
    """A shape around the point (x, y)."""
    width, height = shape.size
    left, right, top = x - width // 2, x - width // 2 + width, y - height // 2
    if shape.kind == "constant":
        return _text(x, y + 5, shape.title)
    if shape.kind == "operation":
        circle = f'<circle cx="{x}" cy="{y}" r="{width // 2}" {OUTLINE}/>'
        return circle + _text(x, y + 5, shape.title)
    # An input has sharp corners and a thick rim.
    rim = 'stroke-width="3"' if shape.kind == "input" else 'rx="8"'
    drawn = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" {rim} {OUTLINE}/>'
    drawn += _text(x, top + ROW, shape.title, ' font-weight="600"')
    for i, (what, number) in enumerate(shape.rows, start=2):
        accent = ' style="fill: var(--course-accent, currentColor)"' if what == "grad" else ""
        drawn += _text(left + 8, top + i * ROW, what, ' text-anchor="start"' + accent)
        drawn += _text(right - 8, top + i * ROW, number, ' text-anchor="end"' + accent)
    return drawn


def _text(x, y, content, attributes=""):
    return f'<text x="{x}" y="{y}"{attributes}>{escape(content)}</text>'


def _line(points):
    """A curve with a tip at its end."""
    (x0, y0), *curve = points
    path = f"M{x0} {y0}C" + " ".join(f"{x} {y}" for x, y in curve)
    (x, y), (x_before, y_before) = curve[-1], curve[-2]
    length = ((x - x_before) ** 2 + (y - y_before) ** 2) ** 0.5 or 1.0
    dx, dy = TIP * (x - x_before) / length, TIP * (y - y_before) / length
    corners = [f"{x - dx + s * dy / 2:.1f} {y - dy - s * dx / 2:.1f}" for s in (1, -1)]
    return f'<path d="{path}" {OUTLINE}/><path d="M{x} {y}L{corners[0]} {corners[1]}z"/>'
