"""Forward and reverse mode fill the same Jacobian, and their operations are counted.

function  the network that is differentiated, and what each sweep costs
numbers   the numbers at the end of a race; numbers.js: at every moment
drawing   two Jacobians, each over a bar of operations
explorer  the widget; explorer.js: the race
"""

from helpers.widgets.mode_race.explorer import ModeRace

__all__ = ["ModeRace"]
