"""The figure of a widget: an anywidget whose front end holds a Wengert list and runs it."""

import anywidget
import traitlets

from helpers.widgets.shared.modules import esm, stylesheet
from helpers.widgets.shared.program import program


class ListFigure(anywidget.AnyWidget):
    """A figure that runs a Wengert list in the browser.

    It has one synced number for each slider, and one synced text for each of `choices`, {name:
    options}, of which the first is the start unless another is passed by the choice's name. A
    figure that brings its lists in traits of its own passes None for `tape`. `drawing` is an SVG
    picture, or some in HTML, and `sentence` says in words what it shows; both hold templates for
    the numbers. A subclass sets `module_name`, the JavaScript module that draws it.
    """

    module_name = ""
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
            cls._esm, cls._css = esm(cls.module_name), stylesheet(cls.module_name)
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
