"""The Wengert list: a program written down as a list of primitive steps.

tracing        from a program to a list
wengert_list   the list and its sweeps
inputs         what its inputs may be
plain_data         the list as plain data, for JSON and the browser
table          the list as a table
"""

from helpers.wengert.tracing import Traced, record_graph, trace
from helpers.wengert.wengert_list import Step, WengertList

__all__ = ["Step", "Traced", "WengertList", "record_graph", "trace"]
