"""A computation graph as text and as a picture."""

from helpers.graph.drawing import Graph, draw

__all__ = ["Graph", "draw"]
