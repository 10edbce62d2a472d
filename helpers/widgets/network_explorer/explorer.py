"""NetworkExplorer: the two-layer toy network, with a slider for its input, weights and target."""

import traitlets

from helpers.toy_network import Weights, forward, squared_error
from helpers.wengert import trace
from helpers.widgets.shared.explorer import Explorer, ListFigure, Slider, moved
from helpers.widgets.shared.template import fill

# Where things stand in the drawing, in units of its own.
SIZE = (430, 300)
UNITS = {"x": (40, 130), "hidden1": (174, 58), "hidden2": (174, 202), "output": (300, 130)}
NAMES = {"x": "x", "hidden1": "h₁", "hidden2": "h₂", "output": "y"}
LOSS = (389, 130)
EDGES = {
    "w11": ("x", "hidden1"),
    "w12": ("x", "hidden2"),
    "w21": ("hidden1", "output"),
    "w22": ("hidden2", "output"),
}
# Labels stand outside the lines, the gradient's farther away: (x, y, −1 for above or 1 for below).
LABELS = {
    "w11": (78, 74, -1),
    "w12": (78, 198, 1),
    "w21": (268, 74, -1),
    "w22": (268, 198, 1),
}
RADIUS = 34
WIDEST = 9  # the width of the line of the largest weight

# In two columns: input and target, then one row for each path through the network.
SLIDERS = {
    "x": Slider("input x", 0.0, 1.0, 0.5),
    "target": Slider("target", 0.0, 1.0, 0.5),
    "w11": Slider("w11", -1.0, 1.0, 0.5),
    "w21": Slider("w21", -1.0, 1.0, 0.5),
    "w12": Slider("w12", -1.0, 1.0, 0.5),
    "w22": Slider("w22", -1.0, 1.0, 0.5),
}

SENTENCE = (
    "Input {x:2}; hidden units {hidden1:4} and {hidden2:4}; output {output:4}, target {target:2}; "
    "loss {loss:4}."
)
GRADIENTS = " Derivatives of the loss: " + ", ".join(f"{{grad.{w}:4}} for {w}" for w in EDGES) + "."


def network(x, target, w11, w21, w12, w22):
    """The toy network with its loss, each unit under its own name."""
    activations = forward(x, Weights(w11, w12, w21, w22))
    return activations._asdict() | {"loss": squared_error(activations.output, target)}


class NetworkFigure(ListFigure):
    """The drawing of the network."""

    module_name = "network_explorer"
    show_gradients = traitlets.Bool(False).tag(sync=True)
    gradients = traitlets.Unicode(GRADIENTS).tag(sync=True)  # said besides, where they are shown


class NetworkExplorer(Explorer):
    """Six sliders that drive the toy network: input, four weights, target.

    The drawing shows each weight as a line whose colour and width follow its sign and size, each
    unit's activation, the output and the loss. `values` reads the sliders and moves them,
    `show_gradients` puts the derivative of the loss on each weight's line.

    Start values can be given by name, as in NetworkExplorer(w11=0.8). Two explorers on one page
    need different names. Raises ValueError or TypeError for start values that no slider can show.

    >>> explorer = NetworkExplorer(w11=0.8)
    >>> explorer.values["w11"], round(explorer.numbers["loss"], 4)
    (0.8, 0.0306)
    >>> explorer.show_gradients = True
    """

    Figure = NetworkFigure

    def __init__(self, name="network-explorer", show_gradients=False, **start):
        sliders = moved(SLIDERS, start)
        tape = trace(network, **{name: slider.start for name, slider in sliders.items()})
        figure = NetworkFigure(
            tape,
            sliders,
            name=name,
            drawing=drawing(widest_at=1.0, show_gradients=show_gradients),
            sentence=SENTENCE,
            show_gradients=show_gradients,
        )
        super().__init__(tape, sliders, figure)

    def still(self):
        """The network, and in words what it shows: with the gradients, if they are shown.

        >>> NetworkExplorer(x=0.0, show_gradients=True).still()[1][-32:]
        ' 0.0000 for w21, 0.0000 for w22.'
        """
        picture, sentence = super().still()
        gradients = fill(GRADIENTS, self.numbers) if self.show_gradients else ""
        return picture, sentence + gradients

    @property
    def show_gradients(self):
        """Are the derivatives of the loss shown on the lines?"""
        return self.figure.show_gradients

    @show_gradients.setter
    def show_gradients(self, shown):
        self.figure.show_gradients = shown


def drawing(widest_at, show_gradients):
    """The network as SVG with templates; a weight of size `widest_at` has the widest line."""
    hidden = "" if show_gradients else ' display="none"'
    factor = f"{WIDEST / widest_at:g}"
    parts = [line(*edge_ends(*UNITS["output"], *LOSS), "edge")]
    for weight, (a, b) in EDGES.items():
        ends = edge_ends(*UNITS[a], *UNITS[b])
        parts.append(line(*ends, "edge"))
        parts.append(line(*ends, "positive", f"{{{factor}*{weight}+:2}}"))
        parts.append(line(*ends, "negative", f"{{{factor}*{weight}-:2}}", dashed=True))
    for unit, (x, y) in UNITS.items():
        parts.append(f'<circle class="unit" cx="{x}" cy="{y}" r="{RADIUS}" {OUTLINE}/>')
        parts.append(text(x, y - 3, NAMES[unit], "name"))
        parts.append(text(x, y + 15, f"{{{unit}:{2 if unit == 'x' else 4}}}", "value"))
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
        f'aria-label="The toy network. {SENTENCE}" font-family="sans-serif" font-size="16">\n'
        + "\n".join(parts)
        + "\n</svg>"
    )


# Attributes that make the drawing right where the course's style sheet is not there, as on GitHub.
OUTLINE = 'fill="none" stroke="currentColor" stroke-width="1.5"'
COLOURS = {"edge": "#8a94a0", "positive": "#0072b2", "negative": "#c24a00"}


def line(x1, y1, x2, y2, kind, width="1", dashed=False):
    dash = ' stroke-dasharray="9 5"' if dashed else ""
    return (
        f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{COLOURS[kind]}" stroke-width="{width}"{dash}/>'
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
    for x, weight in zip((110, 175, 240, 305, 370), (-1, -0.5, 0, 0.5, 1), strict=True):
        kind = "positive" if weight > 0 else "negative" if weight < 0 else "edge"
        width = f"{max(abs(weight) * WIDEST, 1):g}"
        parts.append(line(x - 24, y, x + 24, y, kind, width, dashed=weight < 0))
        parts.append(text(x, y + 20, f"{weight:+g}".replace("-", "−").replace("+0", "0"), "scale"))
    parts.append(text(50, y + 5, "weights", "scale"))
    return parts
