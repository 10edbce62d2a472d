"""A finite difference, and its error as the step size changes.

functions  the functions that can be shown, as Wengert lists
numbers    all that is shown, in numbers and words; numbers.js: the same in a browser
drawing    the two panels
explorer   the widget; explorer.js: the choices
"""

from helpers.widgets.step_size_lab.explorer import StepSizeLab

__all__ = ["StepSizeLab"]
