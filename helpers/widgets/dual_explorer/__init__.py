"""A dual number goes through a program, and a tangent comes along.

functions  the functions that can be shown, as Wengert lists with their curves
numbers    all that is shown, in numbers and words; numbers.js: the same in a browser
drawing    the panel with curve and tangent, and the table; table.js: the live one
explorer   the widget; explorer.js: the choice and the button
"""

from helpers.widgets.dual_explorer.explorer import DualExplorer

__all__ = ["DualExplorer"]
