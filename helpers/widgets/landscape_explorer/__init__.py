"""The loss over two weights as a map, and ways downhill.

explorer   the widget; explorer.js: the point that is carried and the buttons
drawing    frame, axes, scale of colours, and the coarse map of a still page
map.js     the live map on a canvas, from heat_map.js and contours.js
walks.js   random guesses and gradient steps, as data
search.js  the search: the model's guesses, walks and where the point stands
marks.js   what lies on the map
words.js   what is said of it
"""

from helpers.widgets.landscape_explorer.explorer import LandscapeExplorer

__all__ = ["LandscapeExplorer"]
