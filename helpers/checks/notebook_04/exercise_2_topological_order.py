"""Exercise 2 of notebook 04: a topological order."""

from helpers.checks.feedback import Feedback, call, not_expected
from helpers.checks.words import called, is_number, shown

# Small graphs, {what they compute: {node: its operands}}; the output stands last.
GRAPHS = {
    "a by itself": {"a": ()},
    "t = w * x and y = t + b": {"w": (), "x": (), "t": "wx", "b": (), "y": "tb"},
    "s = a * a, p = s * a and y = s + p": {"a": (), "s": "aa", "p": "sa", "y": "sp"},
    "s = a * a, p = s * a and y = p + s": {"a": (), "s": "aa", "p": "sa", "y": "ps"},
    "u = a + b, v = a + b and y = u * v": {"a": (), "b": (), "u": "ab", "v": "ab", "y": "uv"},
}
KEPT = (
    "What is made outside of the function, or as the default of an argument, is kept from call to "
    "call. Make it anew in each, and leave no marks on the nodes."
)


class Node:
    """A number of the notebook, as far as its place in the graph goes.

    As in the notebook, neither data nor labels tell nodes apart.
    """

    def __init__(self, name, operands):
        self.name = name
        self.operands = operands
        self.data = 1.0
        self.grad = 0.0
        self.label = "" if operands else name

    def __repr__(self):
        return self.name


def topological_order(answer):
    """Check my_order(output): any order will do in which each node comes after its operands.

    >>> topological_order(lambda output: output)
    ! There was an error. For a by itself, your function(a) returned a, expected a list of nodes.
    """
    if not callable(answer):
        return not_expected(answer, "a function")
    orders = []
    for text, graph in GRAPHS.items():
        nodes = graph_of(graph)
        order, again = (_order_given(answer, text, nodes) for _ in range(2))
        if isinstance(order, Feedback):
            return order
        if isinstance(again, Feedback):
            return Feedback(
                "wrong",
                f"For {text}, the first call finds all nodes, and a second one does not. {KEPT}",
            )
        orders.append(order)
    early = list(map(too_early, orders, GRAPHS.values()))
    if not any(early):
        return Feedback("right", "Each node once, and each after all that it needs.")
    if not any(map(too_early, [order[::-1] for order in orders], GRAPHS.values())):
        return Feedback(
            "wrong",
            "The order is turned round: each node stands before its operands. That is the way of "
            "the sweep. The list asked for goes the other way, with the output at its end.",
        )
    first = next(i for i, pair in enumerate(early) if pair)
    node, operand = early[first]
    return Feedback(
        "wrong",
        f"For {[*GRAPHS][first]}, your order is {', '.join(orders[first])}: {node} stands before "
        f"{operand}, which it needs. Put a node into the list only when all its operands are in.",
    )


def too_early(order, graph):
    """The first node of an order that stands before one of its operands, with it; or None."""
    pairs = ((node, operand) for node in order for operand in graph[node])
    return next((pair for pair in pairs if order.index(pair[0]) < order.index(pair[1])), None)


def graph_of(names):
    """The nodes of a graph, {name: node}."""
    nodes = {}
    for name, operands in names.items():
        nodes[name] = Node(name, tuple(nodes[operand] for operand in operands))
    return nodes


def _order_given(answer, text, nodes):
    """The names of all nodes in the order that the reader's function gives, or a `Feedback`."""
    *_, output = nodes.values()
    found = call(answer, output, expected=None)
    if isinstance(found, Feedback):
        return found
    said = f"For {text}, {called(answer, [output])}"
    if isinstance(found, set | frozenset):
        return Feedback("wrong", f"{said} returns a set. A set has no order: return a list.")
    if not isinstance(found, list | tuple):
        return Feedback("error", f"{said} returned {shown(found)}, expected a list of nodes.")
    if not found:
        return Feedback("wrong", f"{said} returns an empty list. Does the search begin at output?")
    order = [next((name for name, node in nodes.items() if node is x), None) for x in found]
    if None in order:
        return _no_node(said, found[order.index(None)])
    if missing := [name for name in nodes if name not in order]:
        return Feedback("wrong", _missing_nodes(missing, said, nodes))
    if repeated := [name for name in nodes if order.count(name) > 1]:
        return Feedback(
            "wrong",
            f"{said} returns {repeated[0]} {order.count(repeated[0])} times. A node that is used "
            "twice is still one node: leave it alone if it is in the list already.",
        )
    return order


def _no_node(said, x):
    """What to say of something in the list that is none of the nodes."""
    if isinstance(x, str):
        return Feedback("wrong", f"{said} returns labels. Return the nodes themselves.")
    if is_number(x):
        return Feedback("wrong", f"{said} returns the data. Return the nodes themselves.")
    if isinstance(x, list | tuple):
        return Feedback("wrong", f"{said} returns a list within the list. Join lists with +.")
    if isinstance(x, Node):
        return Feedback("wrong", f"{said} returns {x} too, a node of an earlier call. {KEPT}")
    return Feedback("error", f"{said} returned {shown(x)} in the list, expected nodes only.")


def _missing_nodes(missing, said, nodes):
    if missing == [*nodes][-1:]:
        return f"{said} leaves out the output itself. It comes last."
    if missing == [name for name in nodes if not nodes[name].operands]:
        return f"{said} leaves out the leaves. They are nodes too, and come before all others."
    return (
        f"{said} leaves out {', '.join(missing)}. Go from operand to operand until there are none, "
        "and take two nodes for two, even if their data or their labels are the same."
    )
