"""The two-layer toy network with a slider for its input, weights and target.

drawing   weights as lines, units, loss
explorer  the widget and its network; explorer.js: gradients on request, and the goal
"""

from helpers.widgets.network_explorer.explorer import NetworkExplorer

__all__ = ["NetworkExplorer"]
