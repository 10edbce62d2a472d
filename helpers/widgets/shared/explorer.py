"""What the widgets share: sliders tied to a figure, and three forms of output.

An explorer is a column with a figure and sliders. The figure's front end holds a Wengert list and
runs it in JavaScript; `jslink` ties it to the sliders, so that a move never waits for a kernel.

Each reader gets the form of the output that it can use: Jupyter the live widget, a static page a
block of HTML that the site's script brings to life, and a page without JavaScript the picture and
the sentence inside that block.
"""

import json
import math
import re
from collections.abc import Mapping
from html import escape
from numbers import Real
from typing import NamedTuple

import anywidget
import traitlets
from ipywidgets import Box, FloatSlider, VBox, embed, jslink

from helpers.widgets.shared.modules import esm, stylesheet
from helpers.widgets.shared.program import program
from helpers.widgets.shared.template import fill


class Slider(NamedTuple):
    """A slider for one input of the list."""

    description: str
    low: float
    high: float
    start: float
    step: float = 0.01
    readout: str = ".2f"  # how the value beside the slider is written


def slider_over(name, ends, start):
    """A slider for the number `name` over ends = (low, high), with a hundred to a thousand stops.

    Raises TypeError for what is no number, and ValueError unless the ends go upward and hold
    `start`.
    """
    if not isinstance(start, Real):
        raise TypeError(f"{name} should be a number, got {start!r:.60} ({type(start).__name__})")
    try:
        low, high = map(float, ends)
    except (TypeError, ValueError):
        raise TypeError(f"the range of {name} is (low, high), got {ends!r:.60}") from None
    if not low <= start <= high or not 0 < high - low < math.inf:
        raise ValueError(
            f"the range of {name}, ({low:g}, {high:g}), should go upward and hold its value "
            f"{start:g}"
        )
    digits = 2 - math.floor(math.log10(high - low))
    return Slider(name, low, high, float(start), 10.0**-digits, f".{max(digits, 0)}f")


def moved(sliders, values):
    """The sliders, {name: Slider}, with other start values, all or some.

    Raises ValueError for a name that has no slider or a number outside its range, TypeError for
    what is not a number and for values that are not in a dictionary.
    """
    if not isinstance(values, Mapping):
        raise TypeError(f"values come as {{name: number}}, got {values!r:.60}")
    for name, x in values.items():
        if name not in sliders:
            raise ValueError(f"no slider {name!r}; the sliders are {', '.join(sliders)}")
        if not isinstance(x, Real):
            raise TypeError(f"{name} should be a number, got {x!r:.60} ({type(x).__name__})")
        if not sliders[name].low <= x <= sliders[name].high:
            low, high = sliders[name].low, sliders[name].high
            raise ValueError(f"{name} should lie in [{low}, {high}], got {x}")
    return {
        name: slider._replace(start=float(values.get(name, slider.start)))
        for name, slider in sliders.items()
    }


def one_of(options, option, what):
    """The option, if it is one. Raises ValueError."""
    if option not in options:
        raise ValueError(f"no {what} {option!r}; choose from {', '.join(map(repr, options))}")
    return option


def setting(name):
    """A property of an explorer that reads and sets one of its figure's choices."""

    def read(explorer):
        return getattr(explorer.figure, name)

    def write(explorer, option):
        setattr(explorer.figure, name, one_of(explorer.figure.choices[name], option, name))

    return property(read, write)


class ListFigure(anywidget.AnyWidget):
    """A figure that runs a Wengert list in the browser.

    It has one synced number for each slider, and one synced text for each of `choices`, {name:
    options}, of which the first is the start unless another is passed by the choice's name. A
    figure that brings its lists in traits of its own passes None for `tape`. `drawing` is an SVG
    picture, or some in HTML, and `sentence` says in words what it shows; both hold templates for
    the numbers. A subclass sets `module_name`, the JavaScript module that draws it.
    """

    module_name = ""
    _css = stylesheet()

    module = traitlets.Unicode().tag(sync=True)  # lets a static page find the JavaScript
    name = traitlets.Unicode().tag(sync=True)  # of the figure, in the page's address
    program = traitlets.Dict().tag(sync=True)
    ranges = traitlets.Dict().tag(sync=True)  # {slider: [low, high]}
    choices = traitlets.Dict().tag(sync=True)  # {choice: [option, …]}
    start = traitlets.Dict().tag(sync=True)  # {slider or choice: value after a reset}
    drawing = traitlets.Unicode().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)

    def __init_subclass__(cls, **kwargs):
        if "module_name" in cls.__dict__:  # not for the classes that add_traits makes
            cls._esm = esm(cls.module_name)
        super().__init_subclass__(**kwargs)

    def __init__(self, tape, sliders, choices=None, **traits):
        choices = choices or {}
        numbers = {name: slider.start for name, slider in sliders.items()}
        texts = {name: traits.pop(name, options[0]) for name, options in choices.items()}
        self.add_traits(
            **{name: traitlets.Float().tag(sync=True) for name in numbers},
            **{
                name: traitlets.Enum(choices[name], first).tag(sync=True)
                for name, first in texts.items()
            },
        )
        super().__init__(
            module=self.module_name,
            # anywidget's name for the class, stored in notebooks: the same wherever its file is
            _anywidget_id=f"helpers.widgets.{self.module_name}.{type(self).__name__}",
            program={} if tape is None else program(tape),
            ranges={name: [slider.low, slider.high] for name, slider in sliders.items()},
            choices=choices,
            start=numbers | texts,
            **numbers,
            **texts,
            **traits,
        )


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
        state = json.dumps(_state(self), ensure_ascii=False).replace("</", "<\\/")
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


def _state(widget):
    """The state of a widget, of all in it, and of their links, the same text on every run.

    Models are numbered in the order in which they are met. The JavaScript and the style are left
    out, since a page has them once for all widgets, and so is what is None, the default.
    """
    models = embed.dependency_state([widget], drop_defaults=False)
    numbers = {}

    def visit(model_id):
        if model_id not in numbers:
            numbers[model_id] = str(len(numbers))
            for found in _references(models[model_id]):
                visit(found)

    visit(widget.model_id)
    for link in widget.links:  # links refer to models, and no model refers to a link
        visit(link.model_id)
    state = {}
    for model_id, number in numbers.items():
        model = json.loads(
            re.sub(
                r"IPY_MODEL_(\w{32})",
                lambda m: f"IPY_MODEL_{numbers[m[1]]}",
                json.dumps(models[model_id]),
            ),
        )
        kept = {
            k: v for k, v in model["state"].items() if v is not None and k not in ("_esm", "_css")
        }
        state[number] = model | {"state": kept}
    return {
        "version_major": 2,
        "version_minor": 0,
        "view": numbers[widget.model_id],
        "state": state,
    }


def _references(model):
    return re.findall(r"IPY_MODEL_(\w{32})", json.dumps(model))
