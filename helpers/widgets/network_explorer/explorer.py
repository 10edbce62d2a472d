"""NetworkExplorer: the two-layer toy network, with a slider for its input, weights and target."""

import traitlets

from helpers.toy_network import Weights, forward, squared_error
from helpers.wengert import trace
from helpers.widgets.network_explorer.drawing import EDGES, drawing
from helpers.widgets.shared import Explorer, ListFigure, Slider, moved
from helpers.widgets.shared.template import fill

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
            drawing=drawing(SENTENCE, show_gradients),
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
