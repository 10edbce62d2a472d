"""A computation graph as a drawing.

The drawing is built as Graphviz DOT text, with nodes numbered in the order in which they are
computed, so that the same program gives the same text on every run. Graphviz itself comes with the
package pygraphviz. Where that cannot be loaded, the texts are shown, and what to install.
"""

from html import escape

import graphviz

from helpers.graph.picture import INCH, Shape, picture, sign
from helpers.image import as_images
from helpers.table import html_table, printable, shown
from helpers.wengert import WengertList, graph_of, is_node, record_graph

MOST_STEPS = 300  # nobody reads more; and from 1000 nodes on, 3 a step, Graphviz prints a warning

# How DOT draws each kind of shape.
LOOKS = {
    "input": {"shape": "box", "style": "bold"},
    "step": {"shape": "box", "style": "rounded"},
    "operation": {"shape": "circle"},
    "constant": {"shape": "plaintext"},
}


MISSING = (  # on a machine without a desktop, as in a container
    "For the picture Graphviz is needed, which comes with pygraphviz: pip install pygraphviz. On "
    "Linux that needs the system's libglib2.0-0, libxrender1 and libxext6."
)

UNTOLD = (
    'A "?" stands for an operation that cannot be told from its numbers. Give them an attribute '
    "`operation`, as 'exp' or '*'"
)


class Graph:
    """A drawing of a Wengert list with its values and adjoints.

    `dot` is the DOT text, `str(graph)` the same graph in words, one line for each node. In a
    notebook it shows itself as a picture, with the words folded beneath it. What is missing among
    the values and adjoints is shown as a dash; `note` is a sentence about it.

    >>> from helpers.value import Value
    >>> graph = draw(Value(2.0, label="w") * 3.0)
    >>> print(graph)
    w (input): data 2, grad 0, feeds t1
    t1 = w × 3: data 6, grad 0, feeds nothing
    >>> graph.dot.splitlines()[0]
    'digraph "graph" {'
    """

    def __init__(self, tape, primals, adjoints, note=""):
        self.tape, self.primals, self.adjoints, self.note = tape, primals, adjoints, note

    @property
    def dot(self):
        """The graph in Graphviz's language: boxes for numbers, circles for operations."""
        dot = graphviz.Digraph(
            "graph",
            # The operands of an operation come in their order from top to bottom.
            graph_attr={"rankdir": "LR", "ordering": "in", "ranksep": "0.25", "nodesep": "0.15"},
            node_attr={"fixedsize": "true", "fontname": "Helvetica", "fontsize": "10"},
        )
        shapes, edges = self._parts()
        for shape in shapes:
            lines = [shape.title, *map(" ".join, shape.rows)]
            width, height = (f"{pixels / INCH:g}" for pixels in shape.size)
            label = "\\n".join(map(graphviz.escape, lines))
            dot.node(shape.node, label, width=width, height=height, **LOOKS[shape.kind])
        dot.edges(edges)
        return dot.source

    def _parts(self):
        """The shapes of the drawing and the edges between them, as pairs of nodes."""
        # Inputs are numbered: a name of theirs may hold a colon, or look like another node's.
        nodes = {name: f"in{i}" for i, name in enumerate(self.tape.inputs, start=1)}
        shapes = [Shape(node, "input", *self._box(name)) for name, node in nodes.items()]
        edges = []
        for name, rule, operands in self.tape.steps:
            operation = f"op_{name}"
            for i, x in enumerate(operands):
                if isinstance(x, float):
                    shapes.append(Shape(f"{name}_{i}", "constant", shown(x, 4)))
                    edges.append((f"{name}_{i}", operation))
                else:
                    edges.append((nodes.get(x, x), operation))
            shapes.append(Shape(operation, "operation", printable(sign(rule))))
            shapes.append(Shape(name, "step", *self._box(name)))
            edges.append((operation, name))
        return shapes, edges

    def _box(self, name):
        label = self.tape.labels.get(name)
        title = f"{name} · {label}" if label else name
        data, grad = self._numbers(name, 4)
        return printable(title), (("data", data), ("grad", grad))

    def _numbers(self, name, digits):
        """A node's data and grad as texts."""
        numbers = self.primals.get(name), self.adjoints.get(name)
        return ["—" if x is None else shown(x, digits) for x in numbers]

    def _words(self):
        """Each node in words: its name with its label, what it computes, data, grad, its users."""
        users = {name: [] for name in (*self.tape.inputs, *(step.name for step in self.tape.steps))}
        for step in self.tape.steps:
            for x in dict.fromkeys(x for x in step.operands if isinstance(x, str)):
                users[x].append(step.name)
        computes = dict.fromkeys(self.tape.inputs, "input")
        for name, rule, operands in self.tape.steps:
            shown_operands = (x if isinstance(x, str) else shown(x, 6) for x in operands)
            computes[name] = rule.text.format(*shown_operands)
        for name, formula in computes.items():
            label = self.tape.labels.get(name)
            title = f"{name} ({label})" if label else name
            texts = (title, formula, *self._numbers(name, 6), ", ".join(users[name]) or "nothing")
            yield tuple(map(printable, texts))

    def __str__(self):
        lines = [
            f"{title}{' (input)' if formula == 'input' else f' = {formula}'}: "
            f"data {data}, grad {grad}, feeds {users}"
            for title, formula, data, grad, users in self._words()
        ]
        return "\n".join(lines + [self.note] * bool(self.note))

    __repr__ = __str__

    def _repr_html_(self):
        inputs, steps = len(self.tape.inputs), len(self.tape.steps)
        table = html_table(
            ("node", "computes", "data", "grad", "feeds"), self._words(), "graph-words",
            "Inputs first, then each step in its order.",
        )  # fmt: skip
        note = f"<p>{escape(self.note)}</p>\n" if self.note else ""
        try:
            drawn = picture(self._parts()[0], self.dot)
        except ImportError as error:  # of pygraphviz, or of a library that it needs
            return (
                '<div class="course-graph">\n'
                f"<p>{MISSING} (Python says: {escape(str(error))}.)</p>\n"
                f"{note}{table}\n<details>\n<summary>The graph for Graphviz</summary>\n"
                f"<pre>{escape(self.dot)}</pre>\n</details>\n</div>"
            )
        # JupyterLab's shortcuts would keep the arrow keys from scrolling.
        return (
            '<div class="course-graph">\n'
            f'<div role="img" tabindex="0" aria-label="Computation graph, inputs: {inputs}, '
            f'operations: {steps}" style="overflow-x: auto" '
            'data-lm-suppress-shortcuts="true">\n'
            f"{as_images(drawn, name='course-graph-image')}\n</div>\n{note}"
            f"<details>\n<summary>The graph in words</summary>\n{table}\n</details>\n</div>"
        )


def draw(output):
    """The graph of a `Value`, with the numbers that it holds now, or of a `WengertList`.

    Takes numbers of a class of your own too, if they have `data`, `grad` and `operands`, as
    `helpers.wengert.graph_of` says. An operation that cannot be told is drawn as "?". Raises
    TypeError for anything else, ValueError for a graph of more than 300 steps.

    >>> from helpers.value import Value
    >>> w = Value(2.0, label="w")
    >>> loss = w * w
    >>> loss.backward()
    >>> draw(loss)
    w (input): data 2, grad 4, feeds t1
    t1 = w × w: data 4, grad 1, feeds nothing
    """
    if isinstance(output, WengertList):
        tape, (primals, adjoints, error) = output, output.both_sweeps()
        note = f"It stops: {error}." if error else ""
    elif is_node(output):
        tape, names = record_graph(graph_of(output))
        primals = {name: node.data for node, name in names.items()}
        adjoints = {name: node.grad for node, name in names.items()}
        untold = ", ".join(step.name for step in tape.steps if step.rule.name == "?")
        note = f"{UNTOLD}: {untold}." if untold else ""
    else:
        raise TypeError(
            f"draw takes a Value or a WengertList, got {output!r:.60} ({type(output).__name__}). "
            "A number of a class of your own needs data, grad and operands"
        )
    if len(tape.steps) > MOST_STEPS:
        raise ValueError(
            f"draw shows up to {MOST_STEPS} steps, got {len(tape.steps)}: nobody could read them. "
            "Draw a Value from within the graph, or the same program with fewer inputs"
        )
    return Graph(tape, primals, adjoints, note)
