"""Exercise 2 of notebook 04: a topological order."""

from collections import deque
from collections.abc import Iterator, KeysView, ValuesView
from itertools import islice

from helpers.checks.feedback import Feedback, call, not_expected, with_hint
from helpers.checks.notebook_04.searches import cause_of
from helpers.checks.words import called, explained, is_number, shown

# Small graphs, {what they compute: {node: its operands}}; the output stands last.
GRAPHS = {
    "t = w * x and y = t + b": {"w": "", "x": "", "t": "wx", "b": "", "y": "tb"},
    "a by itself": {"a": ""},
    "s = a * a, p = s * a and y = s + p": {"a": "", "s": "aa", "p": "sa", "y": "sp"},
    "s = a * a, p = s * b and y = s + p": {"a": "", "s": "aa", "b": "", "p": "sb", "y": "sp"},
    "s = a * a, p = s * a and y = p + s": {"a": "", "s": "aa", "p": "sa", "y": "ps"},
    "u = a + b, v = a + b and y = u * v": {"a": "", "b": "", "u": "ab", "v": "ab", "y": "uv"},
    "b = exp(a), c = b + b, d = tanh(c) and y = c * d": {
        "a": "", "b": "a", "c": "bb", "d": "c", "y": "cd",
    },
}  # fmt: skip
TWINS = {"a": "", "b": "", "p": "ab", "y": "pb"}
KEPT = (
    "What is made outside of the function, or as the default of an argument, is kept from call to "
    "call. Make it anew in each, and leave no marks on the nodes."
)
LEAVE_ALONE = "They belong to the graph: note in a set which nodes were seen."
SOME_HAVE_NONE = "A leaf has no operands, and others have one or two: go through them with a loop."
HINTS = {
    "no attribute '_backward'": "Return the order, and run nothing: the sweep comes later.",
    "no attribute 'add'": "A list has `append`, a set has `add`. For the nodes that have been seen "
    "take a set: set().",
    "'Node' object has no attribute": "Ask a node for its `operands`: nothing else is needed.",
    "returned None in the list": "None is what a function without `return` gives: call it for the "
    "operands, and append the node itself.",
    "'tuple' object is not callable": "`operands` is no function: leave out its brackets.",
    "'tuple' object has no attribute": "`operands` are several nodes: go through them with a loop.",
    "index out of range": SOME_HAVE_NONE,
    "values to unpack": SOME_HAVE_NONE,
    "RecursionError": "Does a call for a node call itself for the same node, or go on without end?",
}


class Node:
    """A number of the notebook, as far as its place in the graph goes."""

    name = ""
    place = 0
    operands = ()
    data = 1.0
    grad = 0.0
    label = ""

    def __hash__(self):
        return self.place ^ 1  # a set goes by this: it is to look as unlike `data` as possible

    def __repr__(self):
        return self.name


class Twin(Node):
    """A number equal to others in all but identity: like a `Value`, it is == to equal numbers."""

    def __eq__(self, other):
        return self.data == getattr(other, "data", other)

    __hash__ = Node.__hash__

    def __repr__(self):
        return f"{self.data:g}"


def topological_order(answer):
    """Check my_order(output): any order will do in which each node comes after its operands.

    >>> topological_order(lambda output: output).message
    'For t = w * x and y = t + b, your function(y) returned y, expected a list of nodes.'
    """
    if not callable(answer):
        return not_expected(answer, "a function")
    orders, outputs, faults = [], [], []
    for text, graph in GRAPHS.items():
        nodes = graph_of(graph)
        order = _order_given(answer, text, nodes)
        if isinstance(order, Feedback) and any(faults):
            break
        if isinstance(order, Feedback):
            return with_hint(order, HINTS)
        if any(graph[name] != "".join(x.name for x in nodes[name].operands) for name in graph):
            return Feedback("wrong", f"For {text}, the call changes `operands`. {LEAVE_ALONE}")
        fault = fault_of(order, graph, smallest=not faults)
        if not fault and not _found_again(answer, text, nodes, graph):
            return Feedback(
                "wrong",
                f"For {text}, the first call finds all nodes, and a second one does not. {KEPT}",
            )
        orders.append(order)
        outputs.append([*nodes.values()][-1])
        faults.append(fault and (f"For {text}, {fault[0]}", fault[1]))
    if any(faults):
        return Feedback("wrong", _explained(orders, outputs, faults))
    return _twins_told_apart(answer)


def _found_again(answer, text, nodes, graph):
    """Does a second call find an order, too?"""
    order = _order_given(answer, text, nodes)
    return not isinstance(order, Feedback) and not fault_of(order, graph)


def _explained(orders, outputs, faults):
    """What to say of orders of which some have a fault."""
    all_tried = len(orders) == len(GRAPHS)
    if all_tried and not any(map(fault_of, [order[::-1] for order in orders], GRAPHS.values())):
        return (
            "The order is turned round: each node stands before its operands. That is the way of "
            "the sweep. The list asked for goes the other way, with the output at its end."
        )
    fact, advice = next(filter(None, faults))
    cause = all_tried and cause_of(orders, outputs)
    return f"{fact} {cause or advice}"


def fault_of(order, graph, smallest=False):
    """What is wrong with the names in an order and what to do about it, two sentences; or None.

    Only of the smallest graph is it clear that leaves are missing because they are leaves.
    """
    if missing := [name for name in graph if name not in order]:
        return _missing_nodes(missing, graph, smallest)
    if order.count(output := [*graph][-1]) > 1:
        return f"your list holds {output}, the output, more than once.", "It comes last, and once."
    if repeated := [name for name in graph if order.count(name) > 1]:
        return (
            f"your list holds {repeated[0]} {order.count(repeated[0])} times.",
            "A node that is used twice is still one node: leave it alone if it is in the list "
            "already.",
        )
    if pair := too_early(order, graph):
        return (
            f"your order is {', '.join(order)}: {pair[0]} stands before {pair[1]}, which it needs.",
            "Put a node into the list only when all its operands are in.",
        )
    return None


def too_early(order, graph):
    """The first node of an order that stands before one of its operands, with it; or None."""
    pairs = ((node, operand) for node in order for operand in graph[node])
    return next((pair for pair in pairs if order.index(pair[0]) < order.index(pair[1])), None)


def graph_of(names, kind=Node):
    """The nodes of a graph, {name: node}.

    Neither their numbers nor their places in memory or in a set rise from operand to result: no
    order can be read off them.
    """
    places = [3 * i % len(names) for i in range(len(names))]
    blank = sorted((kind() for _ in names), key=id)
    nodes = {}
    for place, (name, operands) in zip(places, names.items(), strict=True):
        node = nodes[name] = blank[place]
        node.name, node.place = name, place
        node.operands = tuple(nodes[operand] for operand in operands)
        if kind is Node:
            node.data, node.label = place + 0.5, name
    return nodes


def _twins_told_apart(answer):
    """Whether two nodes are taken for two that are equal in all but identity."""
    nodes = graph_of(TWINS, kind=Twin)
    order = _order_given(answer, "a = 1, b = 1, p = a * b and y = p * b", nodes)
    if isinstance(order, Feedback) or fault_of(order, TWINS):
        return Feedback(
            "wrong",
            "All is right as long as the numbers differ. For a = 1, b = 1, p = a * b and y = p * b "
            "two nodes are taken for one: two Values with equal data are ==, and `in` compares the "
            "items of a list with ==. Look a node up in a set, which goes by identity, and not by "
            "its data, its label or its text.",
        )
    return Feedback("right", "Each node once, and each after all that it needs.")


def _order_given(answer, text, nodes):
    """The names of all nodes in the order that the reader's function gives, or a `Feedback`."""
    *_, output = nodes.values()
    found = call(answer, output, expected=None)
    if isinstance(found, Feedback):
        return found
    said = f"For {text}, {called(answer, [output])}"
    if isinstance(found, Iterator | KeysView | ValuesView | deque):
        try:
            found = list(islice(found, 1000))
        except Exception as error:
            return Feedback("error", f"{said} stopped with {explained(error)}")
    if isinstance(found, set | frozenset):
        return Feedback("wrong", f"{said} returns a set. A set has no order: return a list.")
    if not isinstance(found, list | tuple):
        return Feedback("error", f"{said} returned {shown(found)}, expected a list of nodes.")
    if not found:
        return Feedback("wrong", f"{said} returns an empty list. Does the search begin at output?")
    order = [next((name for name, node in nodes.items() if node is x), None) for x in found]
    if None in order:
        return _no_node(said, found[order.index(None)])
    return order


def _no_node(said, x):
    """What to say of something in the list that is none of the nodes."""
    if isinstance(x, str):
        return Feedback("wrong", f"{said} returns labels. Return the nodes themselves.")
    if is_number(x):
        return Feedback("wrong", f"{said} returns the data. Return the nodes themselves.")
    if isinstance(x, tuple):
        return Feedback("wrong", f"{said} returns a list of tuples. Put in the nodes alone.")
    if isinstance(x, list):
        return Feedback("wrong", f"{said} returns a list within the list. Join lists with +.")
    if isinstance(x, Node):
        return Feedback("wrong", f"{said} returns {x} too, a node of an earlier call. {KEPT}")
    return Feedback("error", f"{said} returned {shown(x)} in the list, expected nodes only.")


def _missing_nodes(missing, graph, smallest):
    if missing == [*graph][-1:]:
        return "your list leaves out the output itself.", "It comes last."
    if smallest and missing == [name for name, operands in graph.items() if not operands]:
        return (
            "your list leaves out the leaves.",
            "They are nodes too. Does `append` stand inside the loop over the operands, or does "
            "the search stop before nodes without any? Put it below the loop, for every node.",
        )
    if missing == [*graph][:-1]:
        return (
            "your list holds the output alone.",
            "Go on to its operands, and see that what a call for an operand finds gets into the "
            "same list.",
        )
    return (
        f"your list leaves out {', '.join(missing)}.",
        "Go from operand to operand, from each node to all of its own, until there are none.",
    )
