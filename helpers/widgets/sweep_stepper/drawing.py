"""The graph of a Wengert list as SVG: the drawing of the sweep stepper.

Inputs are boxes, steps are circles with the sign of their operation, constants are small. Under a
node stand its value and, after an arrow against the direction of the lines, its adjoint.
"""

from html import escape
from itertools import pairwise

from helpers.graph.picture import sign
from helpers.table import printable
from helpers.widgets.shared.template import significant
from helpers.widgets.sweep_stepper.layout import layout

PITCH = 77  # from one column to the next: room for ← −2.2e−4, in a wide font too
RADIUS = 18  # of a step's circle
MARGIN = 40
HALF_ENTRY = 7  # two lines that enter one step are twice this apart


def drawing(tape, texts):
    """The graph as SVG; `texts` are the value and the adjoint to show, {name: (text, text)}.

    Parts say what they are in data attributes: data-node, data-value and data-adjoint with a name,
    and on a line data-to and data-operand.
    """
    nodes, edges = layout(tape)
    written = _written(tape)
    lines = "\n".join(_line(edge, nodes, edges, written) for edge in edges)
    drawn = "\n".join(
        _node(name, node, written[name], texts.get(name, ("", ""))) for name, node in nodes.items()
    )
    width = 2 * MARGIN + PITCH * max(node.column for node in nodes.values())
    height = max(node.y for node in nodes.values()) + 56
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="sweep-drawing" width="{width:g}" '
        f'height="{height:g}" viewBox="0 0 {width:g} {height:g}" style="max-width: none" '
        'role="img" aria-label="Graph of the list, from the inputs on the left to the output on '
        'the right" text-anchor="middle" fill="currentColor" font-family="sans-serif" '
        f'font-size="13">\n<g stroke="#8a94a0" fill="#8a94a0">\n{lines}\n</g>\n{drawn}\n</svg>'
    )


# Attributes that make the drawing right where the course's style sheet is not there, as on GitHub.
OUTLINE = 'fill="none" stroke="currentColor" stroke-width="1.5"'
COLOURS = {"adjoint": "#0b5c9e", "constant": "#56606e"}


def _written(tape):
    """What is written in each node: an input's name, a step's name and sign, a constant."""
    written = {name: _short(name, 7) for name in tape.inputs}
    for name, rule, operands in tape.steps:
        title = _short(printable(f"{name} {tape.labels.get(name, '')}".strip()), 12)
        written[name] = (title, sign(rule))
        written |= {
            (name, i): significant(x, 3) for i, x in enumerate(operands) if type(x) is float
        }
    return written


def _short(text, length):
    return text if len(text) <= length else text[: length - 1] + "…"


def _node(name, node, written, texts):
    x, y = _centre(node)
    if node.kind == "constant":
        return _text(x, y + 4, written, "constant")
    if node.kind == "input":
        half = _half_width(node, written)
        inside = (
            f'<rect class="unit" x="{x - half:g}" y="{y - 15:g}" width="{2 * half:g}" height="30" '
            f'rx="3" {OUTLINE}/>' + _text(x, y + 5, written, "name")
        )
    else:
        title, operation = written
        inside = (
            f'<circle class="unit" cx="{x:g}" cy="{y:g}" r="{RADIUS}" {OUTLINE}/>'
            + _text(x, y + 5, operation, "sign")
            + _text(x, y - 23, title, "name")
        )
    called = escape(name, quote=True)
    return (
        f'<g class="node" data-node="{called}">{inside}'
        + _text(x, y + 33, texts[0], "value", f' data-value="{called}" font-size="11.75"')
        + _text(x, y + 48, texts[1], "adjoint", f' data-adjoint="{called}" font-size="11.75"')
        + "</g>"
    )


def _text(x, y, content, kind, attributes=""):
    colour = f' fill="{COLOURS[kind]}"' if kind in COLOURS else ""
    return f'<text class="{kind}" x="{x:g}" y="{y:g}"{colour}{attributes}>{escape(content)}</text>'


def _line(edge, nodes, edges, written):
    """A line from the right of its source to the left of its step, level at both ends."""
    source, step = nodes[edge.source], nodes[edge.step]
    x, y = _centre(source)
    twins = [e.operand for e in edges if (e.source, e.step) == (edge.source, edge.step)]
    points = [(x + _half_width(source, written[edge.source]), y + _aside(edge.operand, twins))]
    for lane in edge.via:
        x, y = _centre(lane)
        points += [(x - RADIUS, y), (x + RADIUS, y)]
    x, y = _centre(step)
    entries = sorted((e for e in edges if e.step == edge.step), key=lambda e: _height(e, nodes))
    aside = _aside(edge.operand, [e.operand for e in entries])
    points.append((x - (RADIUS**2 - aside**2) ** 0.5, y + aside))
    path = "M{:g} {:g}".format(*points[0])
    for (x1, y1), (x2, y2) in pairwise(points):
        middle = (x1 + x2) / 2
        path += f"C{middle:.4g} {y1:g} {middle:.4g} {y2:g} {x2:.4g} {y2:g}"
    x, y = points[-1]
    return (
        f'<g class="edge" data-to="{edge.step}" data-operand="{edge.operand}">'
        f'<path d="{path}" fill="none"/>'
        f'<path class="tip" d="M{x:.4g} {y:g}l-7 -3.5v7z" stroke="none"/></g>'
    )


def _aside(operand, operands):
    """How far below the middle a line ends: the first of two ends above it."""
    return HALF_ENTRY * (2 * operands.index(operand) - 1) if len(operands) == 2 else 0


def _height(edge, nodes):
    """How high a line comes from, for sorting: the highest enters its step highest."""
    return ((edge.via or (nodes[edge.source],))[-1].y, edge.operand)


def _centre(node):
    return MARGIN + PITCH * node.column, node.y


def _half_width(node, written):
    return RADIUS if node.kind == "step" else max(16, 4 * len(written) + 4)
