"""The widget itself: sliders tied to a figure, and three forms of output.

An explorer is a column with a figure and sliders. The figure's front end holds a Wengert list and
runs it in JavaScript; `jslink` ties it to the sliders, so that a move never waits for a kernel.

Each reader gets the form of the output that it can use: Jupyter the live widget, a static page a
block of HTML that the site's script brings to life, and a page without JavaScript the picture and
the sentence inside that block.
"""

import json
from html import escape

from ipywidgets import Box, FloatSlider, VBox, jslink

from helpers.image import as_images
from helpers.widgets.shared.modules import stylesheet
from helpers.widgets.shared.sliders import moved, one_of
from helpers.widgets.shared.stored import stored
from helpers.widgets.shared.template import fill


def setting(name):
    """A property of an explorer that reads and sets one of its figure's choices."""

    def read(explorer):
        return getattr(explorer.figure, name)

    def write(explorer, option):
        setattr(explorer.figure, name, one_of(explorer.figure.choices[name], option, name))

    return property(read, write)


class Explorer(VBox):
    """A figure over sliders. A subclass gives the list, the sliders and the figure."""

    def __init__(self, tape, sliders, figure):
        self.tape = tape
        self.figure = figure
        self.specification = sliders
        self.sliders = {
            name: FloatSlider(
                value=slider.start, min=slider.low, max=slider.high, step=slider.step,
                description=slider.description, readout_format=slider.readout,
            )
            for name, slider in sliders.items()
        }  # fmt: skip
        self.links = [
            jslink((slider, "value"), (figure, name)) for name, slider in self.sliders.items()
        ]
        box = Box(list(self.sliders.values()))
        box.add_class("course-sliders")
        super().__init__([figure, box])
        self.add_class("course-explorer")

    @property
    def values(self):
        """The input values that the sliders show, {name: float}.

        Assign a dictionary to move them, all or some. Raises as `moved` does; then nothing moves.
        """
        return {name: slider.value for name, slider in self.sliders.items()}

    @values.setter
    def values(self, values):
        for name, slider in moved(self.specification, values).items():
            if name in values:
                self.sliders[name].value = slider.start
                setattr(self.figure, name, slider.start)  # as the link does in a browser

    @property
    def inputs(self):
        """Those of the values that are inputs of the list."""
        return {name: x for name, x in self.values.items() if name in self.tape.inputs}

    @property
    def numbers(self):
        """Everything the figure shows: settings, labelled steps, and gradients as "grad.name"."""
        primals = self.tape.forward_sweep(**self.inputs)
        adjoints = self.tape.reverse_sweep(primals)
        labelled = {label: primals[step] for step, label in self.tape.labels.items()}
        gradients = {f"grad.{name}": adjoints[name] for name in self.tape.inputs}
        return self.tape.inputs | self.values | labelled | gradients

    def still(self):
        """The picture as SVG and the sentence as text, for the values that the sliders show."""
        numbers = self.numbers
        in_markup = {name: escape(x) if isinstance(x, str) else x for name, x in numbers.items()}
        return fill(self.figure.drawing, in_markup), fill(self.figure.sentence, numbers)

    def _repr_mimebundle_(self, **kwargs):
        picture, sentence = self.still()
        picture = as_images(picture, stylesheet(self.figure.module_name))
        state = json.dumps(stored(self), ensure_ascii=False).replace("</", "<\\/")
        html = (
            f'<div class="course-widget" data-widget="{type(self).__name__}" '
            f'id="{escape(self.figure.name)}">\n'
            f'<div class="course-widget-still">\n{picture}\n<p>{escape(sentence)}</p>\n'
            "<p><small>The sliders of this figure move in JupyterLab once the cell is run, and on "
            "the course's site if JavaScript is on.</small></p>\n</div>\n"
            f'<script type="application/json" class="course-widget-state">{state}</script>\n</div>'
        )
        return super()._repr_mimebundle_(**kwargs) | {"text/plain": repr(self), "text/html": html}

    def __repr__(self):
        values = [f"{name}={x:g}" for name, x in self.values.items()]
        values += [f"{name}={getattr(self.figure, name)!r}" for name in self.figure.choices]
        return f"{type(self).__name__}({', '.join(values)})"
