"""A car, a bicycle and a walker, each so many times as fast as the next.

drawing     three roads with milestones, and who is on them
explorer    the widget; explorer.js: "Go" and the time slider
journey.js  where the travellers are
"""

from helpers.widgets.travellers.explorer import Travellers

__all__ = ["Travellers"]
