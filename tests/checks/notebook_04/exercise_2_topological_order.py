"""Exercise 2 of notebook 04: a topological order."""

from graphlib import TopologicalSorter
from itertools import chain

from helpers import checks
from tests.checks.entry import Entry
from tests.checks.notebook_04.orders_of_students import (
    AT_ONCE,
    AT_ONCE_TURNED,
    BREADTH,
    SLIPS,
    TWO_FOR_ONE,
)


def order_with_a_dictionary(output):
    nodes = {}

    def visit(node):
        if node in nodes:
            return
        for operand in node.operands:
            visit(operand)
        nodes[node] = True

    visit(output)
    return nodes.keys()


def order_by_identity(output):
    nodes = []
    for operand in output.operands:
        for node in order_by_identity(operand):
            if not any(node is other for other in nodes):
                nodes.append(node)
    return [*nodes, output]


def order_with_a_list(output):
    """Wrong only where two nodes are equal."""
    nodes = []

    def visit(node):
        if node in nodes:
            return
        for operand in node.operands:
            visit(operand)
        nodes.append(node)

    visit(output)
    return nodes


def order_by_joined_lists(output):
    def leading_to(node):
        before = [x for operand in node.operands for x in leading_to(operand)]
        return [*dict.fromkeys([*before, node])]

    return leading_to(output)


def order_by_library(output):
    graph, waiting = {}, [output]
    for node in waiting:
        graph[node] = node.operands
        waiting.extend(node.operands)
    return tuple(TopologicalSorter(graph).static_order())


def order_without_recursion(output):
    """A node is taken up again when its operands are done."""
    nodes, path = {}, [output]
    while path:
        node = path.pop()
        if node in nodes:
            continue
        if all(operand in nodes for operand in node.operands):
            nodes[node] = len(nodes)
        else:
            path += [node, *node.operands]
    return iter(nodes)


def order_by_marks_on_nodes(output):
    """Wrong only in the next call, which finds the marks there."""
    nodes = []

    def visit(node):
        if not hasattr(node, "done"):
            node.done = True
            for operand in node.operands:
                visit(operand)
            nodes.append(node)

    visit(output)
    return nodes


def order_with_a_list_as_default(output, nodes=[]):  # noqa: B006
    """Wrong only in the next call, which goes on with the same list."""
    for operand in output.operands:
        order_with_a_list_as_default(operand, nodes)
    if output not in nodes:
        nodes.append(output)
    return nodes


def order_with_a_set_as_default(output, seen=set()):  # noqa: B006
    if output in seen:
        return []
    seen.add(output)
    lists = [order_with_a_set_as_default(operand, seen) for operand in output.operands]
    return [*chain(*lists), output]


def order_by_level(output):
    nodes = [output]
    for node in nodes:
        nodes += [x for x in dict.fromkeys(node.operands) if x not in nodes]
    return nodes


def order_noted_before(output):
    nodes = []

    def visit(node):
        if node not in nodes:
            nodes.append(node)
            for operand in node.operands:
                visit(operand)

    visit(output)
    return nodes


def order_without_seen(output):
    nodes = []

    def visit(node):
        for operand in node.operands:
            visit(operand)
        nodes.append(node)

    visit(output)
    return nodes


def order_never_visited(output):
    nodes = []

    def visit(node):
        nodes.append(node)

    return nodes


def order_seen_by(key):
    def my_order(output):
        nodes, seen = [], set()

        def visit(node):
            if key(node) not in seen:
                seen.add(key(node))
                for operand in node.operands:
                    visit(operand)
                nodes.append(node)

        visit(output)
        return nodes

    return my_order


def order_of_lists(output):
    return [*[order_of_lists(operand) for operand in output.operands], output]


def order_by_endless_recursion(output):
    return [*order_by_endless_recursion(output), output]


def order_as_set(output):
    seen = set()

    def visit(node):
        seen.add(node)
        for operand in node.operands:
            visit(operand)

    visit(output)
    return seen


def order_of_classes(output):
    return [type(node) for node in order_with_a_list(output)]


def random_order(rng):
    """All nodes, but the output is never the last where there are others."""

    def my_order(output):
        nodes = order_with_a_list(output)
        place = int(rng.integers(max(1, len(nodes) - 1)))
        return [*nodes[:place], nodes[-1], *nodes[place:-1]]

    return my_order


ENTRY = Entry(
    notebook="04-value-and-backpropagation.ipynb",
    name="my_order",
    check=checks.topological_order,
    right=[
        order_with_a_dictionary,
        order_by_identity,
        order_by_joined_lists,
        order_by_library,
        order_without_recursion,
    ],
    wrong=[
        (lambda output: order_with_a_list(output)[::-1], "The order is turned round"),
        (order_by_level, BREADTH),
        (lambda output: order_by_level(output)[::-1], BREADTH),
        (order_noted_before, AT_ONCE),
        (lambda output: order_noted_before(output)[::-1], AT_ONCE_TURNED),
        (order_without_seen, "times. A node that is used"),
        (order_never_visited, "an empty list"),
        (order_by_marks_on_nodes, "is kept from call to call"),
        (order_with_a_set_as_default, "is kept from call to call"),
        (order_with_a_list_as_default, "is kept from call to call"),
        (lambda output: order_with_a_list(output)[:-1] or [output], "leaves out the output"),
        (
            lambda output: [x for x in order_with_a_list(output) if x.operands] or [output],
            "leaves out the leaves",
        ),
        (lambda output: [output, *output.operands], "leaves out w, x. Go from"),
        (order_seen_by(lambda node: node.data), TWO_FOR_ONE),
        (order_seen_by(lambda node: node.label), TWO_FOR_ONE),
        (order_seen_by(str), TWO_FOR_ONE),
        (order_with_a_list, TWO_FOR_ONE),
        (lambda output: [x.label for x in order_with_a_list(output)], "returns labels"),
        (lambda output: [x.data for x in order_with_a_list(output)], "returns the data"),
        (order_of_lists, "Join lists with +"),
        (order_as_set, "A set has no order: return"),
        (order_of_classes, "the class Node in the list, expected nodes"),
        (order_by_endless_recursion, "Does a call for a node call itself"),
        (lambda output: output, "returned y, expected a list of nodes"),
        *SLIPS,
    ],
    random_wrong=random_order,
)
