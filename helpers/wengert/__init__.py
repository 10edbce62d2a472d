"""The Wengert list: a program written down as a list of primitive steps.

inputs, arrays    what the inputs of a list may be
step              one line of it
table             both sweeps as a table
text              numbers and rules as pieces of a program's text
straight_line     a list as a program
compiled          programs that run in place of the sweeps
plain_data        the list as plain data, for JSON and the browser
wengert_list      the list, and its sweeps
plain_steps       the reverse sweep of steps alone
calling, tracing  from a function to a list
recognition       which operation made a number of a class that a reader wrote
graphs            from a computation graph to a list, whoever wrote the class of its numbers
"""

from helpers.wengert.graphs import graph_of, is_node, record_graph
from helpers.wengert.plain_steps import adjoints_of
from helpers.wengert.step import Step
from helpers.wengert.tracing import Traced, trace
from helpers.wengert.wengert_list import WengertList

__all__ = ["Step", "Traced", "WengertList", "adjoints_of", "graph_of", "is_node", "record_graph"]
__all__ += ["trace"]
