"""What the widgets share, in Python and in JavaScript.

template   texts with numbers in them, filled in alike by template.py and by template.js
program    a Wengert list as the browser gets it, with the rules that it needs; wengert.js runs it,
           wengert_grid.js over a grid; step_text.js writes a step
modules    joins JavaScript modules into the one text that anywidget takes; styles too
sliders    sliders, and values that they can show; accessible_sliders.js names them for all readers
figure     a drawing that follows the sliders: its traits, and in figure.js all that figures do
stored     a widget as a page stores it
explorer   sliders tied to a figure, and the three forms of its output

controls.js makes buttons and choices, address.js a link to a setting; player.js has what runs by
itself, carry.js what is carried over a figure, scrolling.js what is wider than its place.
"""

from helpers.widgets.shared.explorer import Explorer, setting
from helpers.widgets.shared.figure import ListFigure
from helpers.widgets.shared.sliders import Slider, moved, one_of, slider_over

__all__ = [
    "Explorer",
    "ListFigure",
    "Slider",
    "moved",
    "one_of",
    "setting",
    "slider_over",
]
