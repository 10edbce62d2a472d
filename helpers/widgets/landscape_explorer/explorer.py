"""LandscapeExplorer: the loss of the toy network over two of its weights, and ways downhill."""

import numpy as np
import traitlets

from helpers.wengert import trace
from helpers.widgets.landscape_explorer.drawing import (
    CEILING,
    CELLS,
    CONTOURS,
    HIGH,
    LOW,
    SIDE,
    VIRIDIS,
    drawing,
    heat_map,
    place,
)
from helpers.widgets.network_explorer.explorer import network
from helpers.widgets.shared import Explorer, ListFigure, Slider, moved
from helpers.widgets.shared.template import fill

# The landscape of notebook 01, and a point on its slope.
SLIDERS = {
    "w11": Slider("w11", LOW, HIGH, 2.5),
    "w21": Slider("w21", LOW, HIGH, -1.0),
    "w12": Slider("w12", LOW, HIGH, 1.2),
    "w22": Slider("w22", LOW, HIGH, 0.8),
    "x": Slider("input x", 0.0, 1.0, 0.8),
    "target": Slider("target", 0.0, 3.0, 1.9),
    "learning_rate": Slider("learning rate", 0.01, 1.0, 0.05),
}
WEIGHTS = ("w11", "w12", "w21", "w22")

SENTENCE = (
    "{horizontal} = {across:2}, {vertical} = {up:2}: loss {loss:4}, gradient ({slope.across:2}, "
    "{slope.up:2}), learning rate {learning_rate:2}."
)


class LandscapeFigure(ListFigure):
    """The map of the loss, with the point, the steps and the guesses on it."""

    module_name = "landscape_explorer"
    colours = traitlets.List(list(VIRIDIS)).tag(sync=True)
    ceiling = traitlets.Float(CEILING).tag(sync=True)  # the loss at which the colours end
    contours = traitlets.List(list(CONTOURS)).tag(sync=True)
    side = traitlets.Float(SIDE).tag(sync=True)  # of the map in the drawing
    path = traitlets.List().tag(sync=True)
    guesses = traitlets.List().tag(sync=True)


class LandscapeExplorer(Explorer):
    """The loss landscape of the toy network over two weights, `horizontal` and `vertical`.

    A point stands where the sliders say. It can be dragged, moved with the arrow keys, or sent
    downhill: a step changes the two weights on the map by −learning_rate · gradient. Random
    guesses fall on the same map, and the evaluations of the loss are counted for both: 1 for a
    guess, 3 for a step, as forward differences need for two weights, and 1 where the steps end.
    Reset puts the point back, and leaves the learning rate.

    Start values can be given by name, as in LandscapeExplorer(learning_rate=0.3, w11=1.0). Two
    explorers on one page need different names. Raises ValueError or TypeError for weights that
    are no axes and for start values that no slider can show.

    >>> landscape = LandscapeExplorer(w11=1.0, learning_rate=0.3)
    >>> round(landscape.numbers["loss"], 4), landscape.path, landscape.guesses
    (3.7326, [], [])
    >>> landscape.losses(3).shape
    (3, 3)
    """

    Figure = LandscapeFigure

    def __init__(self, name="landscape-explorer", horizontal="w11", vertical="w21", **start):
        for axis, weight in {"horizontal": horizontal, "vertical": vertical}.items():
            if weight not in WEIGHTS:
                raise ValueError(f"{axis} should be one of {', '.join(WEIGHTS)}, got {weight!r}")
        if horizontal == vertical:
            raise ValueError(f"both axes are {horizontal!r}: a landscape needs two weights")
        sliders = moved(SLIDERS, start)
        values = {name: slider.start for name, slider in sliders.items()}
        del values["learning_rate"]
        tape = trace(network, **values)
        figure = LandscapeFigure(
            tape,
            sliders,
            choices={"horizontal": list(WEIGHTS), "vertical": list(WEIGHTS)},
            horizontal=horizontal,
            vertical=vertical,
            name=name,
            drawing=drawing(horizontal, vertical),
            sentence=SENTENCE,
        )
        super().__init__(tape, sliders, figure)
        self.add_class("course-landscape-explorer")

    @property
    def path(self):
        """The gradient steps so far: a list of walks.

        A walk is a list of places (horizontal, vertical, loss), of which each is a step away from
        the one before. Its last place is off the map if the step was that long. Empty on a new
        landscape, that is, when an axis, another weight, x or target has changed.
        """
        return [[tuple(place) for place in walk] for walk in self.figure.path]

    @property
    def guesses(self):
        """The random guesses so far: a list of places (horizontal, vertical, loss)."""
        return [tuple(place) for place in self.figure.guesses]

    @property
    def numbers(self):
        """As for every explorer, and where point and arrow stand on the map."""
        numbers = super().numbers
        here = self.figure.horizontal, self.figure.vertical
        across, up = (numbers[name] for name in here)
        slope_across, slope_up = (numbers[f"grad.{name}"] for name in here)
        return (
            numbers
            | {"across": across, "up": up, "slope.across": slope_across, "slope.up": slope_up}
            | place(across, up, slope_across, slope_up)
        )

    def losses(self, count):
        """The loss in the middle of `count` × `count` cells of the map, the lowest row first."""
        middles = LOW + (HIGH - LOW) * (np.arange(count) + 0.5) / count
        over = {self.figure.horizontal: middles[None, :], self.figure.vertical: middles[:, None]}
        return np.broadcast_to(self.tape.evaluate(**(self.inputs | over)), (count, count))

    def still(self):
        """The picture as SVG and the sentence as text, for the values that the sliders show.

        >>> picture, sentence = LandscapeExplorer(w11=1.0).still()
        >>> sentence.split(",")[:2]
        ['w11 = 1.00', ' w21 = −1.00: loss 3.7326']
        """
        names = {"horizontal": self.figure.horizontal, "vertical": self.figure.vertical}
        picture = drawing(**names, heat=heat_map(self.losses(CELLS)))
        sentence = SENTENCE
        for axis, weight in names.items():
            sentence = sentence.replace(f"{{{axis}}}", weight)
        return fill(picture, self.numbers), fill(sentence, self.numbers)
