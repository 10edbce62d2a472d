"""A graph of numbers as flat data, so that it can be copied and pickled however long it is.

A number that named its operands would be copied by calls within calls, one for each step of the
longest chain. Here every number is a row, and names its operands by their place.
"""

from helpers.rules.floating import as_float, is_real


def flat(nodes):
    """(leaves, rows) of a graph's nodes, each after its operands, the output last.

    Leaves stay the numbers that they are: graphs that are copied together then share their copies.
    Each other node, and the output in any case, is a row (data, grad, label, rule, operand, …),
    where an operand is a float or the place of a node, counted from 0, leaves first.
    """
    leaves = [node for node in nodes[:-1] if node.rule is None]
    others = [node for node in nodes if node.rule or node is nodes[-1]]
    place = {node: i for i, node in enumerate([*leaves, *others])}
    rows = []
    for node in others:
        operands = (as_float(x) if is_real(x) else place[x] for x in node.operands)
        rows.append((node.data, node.grad, node.label, node.rule, *operands))
    return leaves, rows


def rebuilt(kind, leaves, rows):
    """The output of the graph that `flat` wrote, with numbers of this class."""
    nodes = list(leaves)
    for data, grad, label, rule, *operands in rows:
        node = kind.__new__(kind)
        x, y = (*(nodes[x] if type(x) is int else x for x in operands), None, None)[:2]
        node._set(data, label, rule, x, y)
        node.grad = grad
        nodes.append(node)
    return nodes[-1]
