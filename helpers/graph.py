"""A computation graph as a drawing.

The drawing is built as Graphviz DOT text, with nodes numbered in the order in which they are
computed, so that the same program gives the same text on every run. Graphviz itself comes with the
package pygraphviz.
"""

import graphviz
import numpy as np

from helpers.value import Value, users_first
from helpers.wengert import WengertList, record_graph


class Graph:
    """A drawing of a Wengert list with its values and adjoints.

    `dot` is the DOT text, `str(graph)` the same graph in words, one line for each node. In a
    notebook it shows itself as a picture.
    """

    def __init__(self, tape, primals, adjoints):
        self.tape, self.primals, self.adjoints = tape, primals, adjoints

    @property
    def dot(self):
        """The graph in Graphviz's language: boxes for numbers, circles for operations."""
        dot = graphviz.Digraph("graph", graph_attr={"rankdir": "LR", "bgcolor": "transparent"})
        dot.attr("node", fontname="Helvetica", fontsize="12", penwidth="1.2")
        # Inputs are numbered: a name of theirs may hold a colon, or look like another node's.
        ids = {name: f"in{i}" for i, name in enumerate(self.tape.inputs, start=1)}
        for name, node in ids.items():
            dot.node(node, self._box(name), shape="box", style="rounded,bold")
        for name, rule, operands in self.tape.steps:
            dot.node(f"op_{name}", _symbol(rule), shape="circle", margin="0.02")
            dot.node(name, self._box(name), shape="box", style="rounded")
            dot.edge(f"op_{name}", name)
            for i, x in enumerate(operands):
                if isinstance(x, float):
                    constant = f"{name}_{i}"
                    dot.node(constant, f"{x:.4g}", shape="plaintext")
                    dot.edge(constant, f"op_{name}")
                else:
                    dot.edge(ids.get(x, x), f"op_{name}")
        return dot.source

    def _box(self, name):
        title = self.tape.labels.get(name, name)
        data, grad = _shown(self.primals[name], ".4f"), _shown(self.adjoints[name], ".4f")
        return f"{title}\\ndata {data}\\ngrad {grad}"

    def __str__(self):
        feeds = {name: [] for name in self.primals}
        for step in self.tape.steps:
            for x in dict.fromkeys(step.operands):
                feeds[x].append(step.name)
        lines = {name: f"{name} (input)" for name in self.tape.inputs}
        lines |= {step.name: str(step) for step in self.tape.steps}
        return "\n".join(
            f"{line}: data {_shown(self.primals[name], '.6g')}, "
            f"grad {_shown(self.adjoints[name], '.6g')}, "
            + (f"feeds {', '.join(feeds[name])}" if feeds[name] else "feeds nothing")
            for name, line in lines.items()
        )

    __repr__ = __str__

    def _repr_svg_(self):
        import pygraphviz

        svg = pygraphviz.AGraph(string=self.dot).draw(format="svg", prog="dot").decode()
        return svg[svg.index("<svg") :]


def draw(output):
    """The graph of a `Value`, with the gradients that it holds now, or of a `WengertList`.

    Raises TypeError for anything else.
    """
    if isinstance(output, WengertList):
        primals = output.forward_sweep()
        return Graph(output, primals, output.reverse_sweep(primals))
    if isinstance(output, Value):
        tape, names = record_graph(users_first(output)[::-1])
        primals = tape.forward_sweep()
        return Graph(tape, primals, {name: node.grad for node, name in names.items()})
    raise TypeError(
        f"draw takes a Value or a WengertList, got {output!r:.60} ({type(output).__name__})"
    )


def _shown(x, digits):
    return f"array {np.shape(x)}" if np.ndim(x) else f"{x:{digits}}"


def _symbol(rule):
    return rule.text.replace("{0}", "").replace("{1}", "").strip(" (,)") or rule.name
