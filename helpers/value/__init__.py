"""Reverse mode: numbers that remember where they came from.

copies   a graph as flat data, for pickle and copy
value    the class, and the order in which its nodes take their turns
"""

from helpers.value.value import Value, record_graph, users_first

__all__ = ["Value", "record_graph", "users_first"]
