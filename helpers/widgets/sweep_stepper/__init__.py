"""A Wengert list's forward and reverse sweep, one line at a time.

layout       where the nodes of a list stand
drawing      the graph, from that
slopes       the local derivatives as texts
explorer     the widget, and the lines that it goes through
moves.js     the numbers of each line
words.js     a line as a formula and as a sentence, and the answer to a guess
graph.js     what a line changes in the graph
table.js     the list as a table
guess.js     the field for a guess
explorer.js  all of them, and the buttons
"""

from helpers.widgets.sweep_stepper.explorer import SweepStepper

__all__ = ["SweepStepper"]
