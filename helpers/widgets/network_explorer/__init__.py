"""The two-layer toy network with a slider for its input, weights and target.

explorer  the widget: sliders, network, sentence; explorer.js draws it live
"""

from helpers.widgets.network_explorer.explorer import NetworkExplorer

__all__ = ["NetworkExplorer"]
