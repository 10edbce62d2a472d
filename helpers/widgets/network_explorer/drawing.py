"""The drawing of the network: weights as lines, with templates for all that moves."""

# Where things stand in the drawing, in units of its own.
SIZE = (502, 300)
UNITS = {"x": (46, 130), "hidden1": (202, 58), "hidden2": (202, 202), "output": (348, 130)}
NAMES = {"x": "x", "hidden1": "h₁", "hidden2": "h₂", "output": "y"}
LOSS = (448, 130)
EDGES = {
    "w11": ("x", "hidden1"),
    "w12": ("x", "hidden2"),
    "w21": ("hidden1", "output"),
    "w22": ("hidden2", "output"),
}
# Labels stand outside the lines, the gradient's farther away: (x, y, −1 for above or 1 for below).
LABELS = {
    "w11": (80, 74, -1),
    "w12": (80, 198, 1),
    "w21": (324, 74, -1),
    "w22": (324, 198, 1),
}
RADIUS = 42  # room for −0.2500 in a wide font
WIDEST = 9  # the width of the line of the largest weight, 1
# A path is faint where its hidden unit puts out 0. Over its faint lines stand full ones, whose
# opacity is the unit's number times so much: SVG takes all above 1 as 1.
HIDDEN = ("hidden1", "hidden2")
ALIVE, FAINT = 10000, "0.25"


def drawing(sentence, show_gradients):
    """The network as SVG with templates; `sentence` says the same."""
    hidden = "" if show_gradients else ' display="none"'
    parts = [line(*edge_ends(*UNITS["output"], *LOSS), "edge")]
    for weight, (a, b) in EDGES.items():
        ends = edge_ends(*UNITS[a], *UNITS[b])
        alive = f"{{{ALIVE}*{a if a in HIDDEN else b}+:2}}"
        parts.append(line(*ends, "edge"))
        for kind, opacity in (("faint", FAINT), ("", alive)):
            positive, negative = f"positive {kind}".strip(), f"negative {kind}".strip()
            parts.append(line(*ends, positive, f"{{{WIDEST}*{weight}+:2}}", opacity=opacity))
            parts.append(line(*ends, negative, f"{{{WIDEST}*{weight}-:2}}", True, opacity))
    for unit, (x, y) in UNITS.items():
        parts.append(f'<circle class="unit" cx="{x}" cy="{y}" r="{RADIUS}" {OUTLINE}/>')
        parts.append(text(x, y - 8, NAMES[unit], "name"))
        parts.append(text(x, y + 11, f"{{{unit}:{2 if unit == 'x' else 4}}}", "value"))
    x, y = LOSS
    parts.append(
        f'<rect class="unit" x="{x - 38}" y="{y - 30}" width="76" height="60" rx="8" {OUTLINE}/>'
    )
    parts.append(text(x, y - 3, "loss", "name"))
    parts.append(text(x, y + 15, "{loss:4}", "value"))
    parts.append(text(x, y + 52, "target {target:2}", "value"))
    for weight, (x, y, away) in LABELS.items():
        parts.append(text(x, y, f"{weight} = {{{weight}:2}}", "weight"))
        parts.append(text(x, y + 18 * away, f"∂L/∂w = {{grad.{weight}:4}}", "gradient", hidden))
    parts += legend()
    width, height = SIZE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="course-drawing" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="The toy network. {sentence}" font-family="sans-serif" font-size="16">\n'
        + "\n".join(parts)
        + "\n</svg>"
    )


# Attributes that make the drawing right where the course's style sheet is not there, as on GitHub.
OUTLINE = 'fill="none" stroke="currentColor" stroke-width="1.5"'
COLOURS = {"edge": "#8a94a0", "positive": "#0072b2", "negative": "#c24a00"}


def line(x1, y1, x2, y2, kind, width="1", dashed=False, opacity=None):
    dash = ' stroke-dasharray="9 5"' if dashed else ""
    shine = f' stroke-opacity="{opacity}"' if opacity else ""
    return (
        f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{COLOURS[kind.split()[0]]}" stroke-width="{width}"{dash}{shine}/>'
    )


def text(x, y, content, kind, hidden=""):
    return (
        f'<text class="{kind}" x="{x:g}" y="{y:g}" text-anchor="middle" fill="currentColor"'
        f"{hidden}>{content}</text>"
    )


def edge_ends(x1, y1, x2, y2):
    """The line between two circles, from rim to rim."""
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    dx, dy = (x2 - x1) / length * RADIUS, (y2 - y1) / length * RADIUS
    return x1 + dx, y1 + dy, x2 - dx, y2 - dy


def legend():
    """The scale of the lines: one colour for each sign, one width for each size."""
    y = SIZE[1] - 26
    parts = []
    for x, weight in zip((129, 194, 259, 324, 389), (-1, -0.5, 0, 0.5, 1), strict=True):
        kind = "positive" if weight > 0 else "negative" if weight < 0 else "edge"
        width = f"{max(abs(weight) * WIDEST, 1):g}"
        parts.append(line(x - 24, y, x + 24, y, kind, width, dashed=weight < 0))
        parts.append(text(x, y + 20, f"{weight:+g}".replace("-", "−").replace("+0", "0"), "scale"))
    parts.append(text(69, y + 5, "weights", "scale"))
    return parts
