"""Exercise 2 of notebook 04: slips in the search for an order, in the depth and in the breadth."""

from tests.checks.slips import written

DEEP = """
def my_order(output):
    nodes, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for operand in node.operands:
                visit(operand)
            nodes.append(node)

    visit(output)
    return nodes
"""
BROAD = """
def my_order(output):
    nodes, queue = [], [output]
    while queue:
        node = queue.pop(0)
        if node not in nodes:
            nodes.append(node)
            queue.extend(node.operands)
    return nodes
"""
JOINED = """
def my_order(output):
    nodes = []
    for operand in output.operands:
        nodes += my_order(operand)
    nodes.append(output)
    return nodes
"""
SORTED = """
def all_nodes(node):
    return {node}.union(*map(all_nodes, node.operands))


def to_a_leaf(node):
    return 1 + min(map(to_a_leaf, node.operands), default=0)


def my_order(output):
    return sorted(all_nodes(output), key=KEY)
"""


def deep(*changes):
    return written("my_order", DEEP, *changes)


def broad(*changes):
    return written("my_order", BROAD, *changes)


def sorted_by(key):
    return written("my_order", SORTED, ("KEY", key))


TWO_FOR_ONE = "two nodes are taken for one"
TOO_EARLY = "which it needs. Put a node into the list only when"
LOOP = "            for operand in node.operands:\n                visit(operand)\n"
NOTE = "            nodes.append(node)\n"
OPERAND = "            nodes.append(operand)\n"
MOVED = """        if node in nodes:
            nodes.remove(node)
            nodes.append(node)
        else:
            nodes.append(node)
            queue.extend(node.operands)
"""
MEET = """        if node not in nodes:
            nodes.append(node)
            queue.extend(node.operands)
"""
REVERSED = ("return nodes", "return nodes[::-1]")

SLIPS = [
    (deep(REVERSED), "The order is turned round"),
    (deep(("return nodes", "return reversed(nodes)")), "The order is turned round"),
    (deep(("nodes.append(node)", "nodes.insert(0, node)")), "The order is turned round"),
    (deep((LOOP + NOTE, NOTE + LOOP)), TOO_EARLY),
    (deep((LOOP + NOTE, NOTE + LOOP), REVERSED), TOO_EARLY),
    (deep(("if node not in seen", "if True")), "times. A node that is used"),
    (deep(("            seen.add(node)\n", "")), "times. A node that is used"),
    (deep(("node not in seen", "node.label not in seen"), ("add(node", "add(node.label")),
     TWO_FOR_ONE),
    (deep(("node not in seen", "node.data not in seen"), ("add(node", "add(node.data")),
     TWO_FOR_ONE),
    (deep(("node not in seen", "repr(node) not in seen"), ("add(node", "add(repr(node)")),
     TWO_FOR_ONE),
    (deep(("node not in seen", "not any(node == x for x in nodes)")), TWO_FOR_ONE),
    (deep(("nodes, seen = [], set()", "nodes, seen = [], []")), "A list has `append`, a set has"),
    (deep(("not in seen:", "not in seen and node.operands:")), "leaves out the leaves"),
    (deep((NOTE, "            if node.operands:\n    " + NOTE)), "leaves out the leaves"),
    (deep((NOTE, "    " + NOTE)), "leaves out the leaves"),
    (deep((NOTE, "            if not node.operands:\n    " + NOTE)), "leaves out t, y. Go from"),
    (deep((NOTE, ""), ("visit(operand)\n", "visit(operand)\n    " + OPERAND)),
     "leaves out the output"),
    (deep(("return nodes", "return nodes[:-1]")), "leaves out the output"),
    (deep(("    visit(output)", "    for operand in output.operands:\n        visit(operand)")),
     "leaves out the output"),
    (deep(("    visit(output)\n", "")), "an empty list"),
    (deep(("return nodes", "return seen")), "A set has no order"),
    (deep(("return nodes", "return list(seen)")), TOO_EARLY),
    (deep(("    return nodes", "    nodes")), "Does every way through the function end"),
    (deep(("in node.operands", "in output.operands")), "leaves out w, x. Go from"),
    (deep(("in node.operands", "in node.operands[:1]")), "leaves out x, b. Go from"),
    (deep(("visit(operand)", "visit(node)")), "returns the output alone"),
    (deep((LOOP, "            visit(node.operands[0])\n            visit(node.operands[1])\n")),
     "A leaf has no operands, and others"),
    (deep(("visit(operand)", "nodes.append(operand)")), "leaves out w, x. Go from"),
    (deep(("in node.operands", "in node._prev")), "Ask a node for its `operands`"),
    (deep(("in node.operands", "in node.children")), "Ask a node for its `operands`"),
    (deep(("    return nodes", "    output._backward()\n    return nodes")),
     "Return the order, and run nothing"),
    (deep(("append(node)", "append(node.data)")), "returns the data"),
    (deep(("append(node)", "append(node.label)")), "returns labels"),
    (broad(), TOO_EARLY),
    (broad(REVERSED), TOO_EARLY),
    (broad(("queue.pop(0)", "queue.pop()")), TOO_EARLY),
    (broad(("queue.pop(0)", "queue.pop()"), REVERSED), TOO_EARLY),
    (broad((MEET, MOVED), REVERSED), TOO_EARLY),
    (broad(("if node not in nodes", "if True"), REVERSED), "times. A node that is used"),
    (written("my_order", JOINED), "times. A node that is used"),
    (written("my_order", JOINED, ("+= my_order(operand)", ".append(my_order(operand))")),
     "Join lists with +"),
    (written("my_order", JOINED, ("nodes += ", "")), "returns the output alone"),
    (written("my_order", "nodes = []" + JOINED, ("    nodes = []\n", ""), ("nodes += ", "")),
     "is kept from call to call"),
    (sorted_by("lambda node: node.data"), TOO_EARLY),
    (sorted_by("lambda node: node.label"), TOO_EARLY),
    (sorted_by("id"), TOO_EARLY),
    (sorted_by("to_a_leaf"), TOO_EARLY),
]  # fmt: skip
