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
AT_ONCE = "which it needs. You note a node when you meet it, before its operands"
AT_ONCE_TURNED = "which it needs. You note a node when you meet it, and turn the list round"
AT_ONCE_OR_MOVED = "which it needs. Either you note a node when you meet it, and turn"
BREADTH = "which it needs. That goes level by level"
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
    (deep((LOOP + NOTE, NOTE + LOOP)), AT_ONCE),
    (deep((LOOP + NOTE, NOTE + LOOP), REVERSED), AT_ONCE_TURNED),
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
    (deep(("return nodes", "return seen")), "A set has no order: return"),
    (deep(("return nodes", "return list(seen)")), "A set has no order of its own"),
    (deep(("    return nodes", "    nodes")), "Does every way through the function end"),
    (deep(("in node.operands", "in output.operands")), "leaves out w, x. Go from"),
    (deep(("in node.operands", "in node.operands[:1]")), "Only the first operand of each"),
    (deep(("visit(operand)", "visit(node)")), "holds the output alone"),
    (deep((LOOP, "            visit(node.operands[0])\n            visit(node.operands[1])\n")),
     "A leaf has no operands, and others"),
    (deep(("visit(operand)", "nodes.append(operand)")), "leaves out w, x. Go from"),
    (deep(("in node.operands", "in node._prev")), "Ask a node for its `operands`"),
    (deep(("in node.operands", "in node.children")), "Ask a node for its `operands`"),
    (deep(("    return nodes", "    output._backward()\n    return nodes")),
     "Return the order, and run nothing"),
    (deep(("append(node)", "append(node.data)")), "returns the data"),
    (deep(("append(node)", "append(node.label)")), "returns labels"),
    (broad(), BREADTH),
    (broad(REVERSED), BREADTH),
    (broad(("queue.pop(0)", "queue.pop()")), AT_ONCE),
    (broad(("queue.pop(0)", "queue.pop()"), REVERSED), AT_ONCE_OR_MOVED),
    (broad((MEET, MOVED)), "A node that is met again is moved"),
    (broad((MEET, MOVED), REVERSED), "A node that is met again is moved"),
    (broad(("if node not in nodes", "if True"), REVERSED), "times. A node that is used"),
    (written("my_order", JOINED), "times. A node that is used"),
    (written("my_order", JOINED, ("+= my_order(operand)", ".append(my_order(operand))")),
     "Join lists with +"),
    (written("my_order", JOINED, ("nodes += ", "")), "holds the output alone"),
    (written("my_order", "nodes = []" + JOINED, ("    nodes = []\n", ""), ("nodes += ", "")),
     "is kept from call to call"),
    (sorted_by("lambda node: node.data"), "off where nodes lie in memory"),
    (sorted_by("lambda node: node.label"), "No order can be read off the labels"),
    (sorted_by("id"), "off where nodes lie in memory"),
    (sorted_by("lambda node: len(node.operands)"), "read off the number of operands"),
    (sorted_by("to_a_leaf"), "That goes by the shortest way to a leaf"),
    (deep(("return nodes", "return sorted(nodes, key=lambda node: not node.operands)")),
     "The leaves come last"),
    (deep(("in node.operands", "in node.operands[-1:]")), "Only the last operand of each"),
    (deep(("                visit(operand)", "                return visit(operand)")),
     "Is there a `return` in the loop over the operands"),
    (deep(("                visit(operand)", "                if operand in seen:\n"
      "                    break\n                visit(operand)")),
     "At an operand that was seen already the loop ends"),
    (deep(("                visit(operand)", "                if operand in seen:\n"
      "                    return\n                visit(operand)")),
     "Where an operand was seen already, the visit ends"),
    (written("my_order", "\ndef my_order(output):\n    nodes = []\n"
             "    for operand in output.operands:\n        nodes += [*operand.operands, operand]\n"
             "    return list(dict.fromkeys([*nodes, output]))\n"), "two levels below the output"),
    (written("my_order", JOINED, ("return nodes", "return [*dict.fromkeys(nodes[::-1])][::-1]")),
     AT_ONCE_OR_MOVED),
    (deep((NOTE, "            node.operands = ()\n" + NOTE)), "the call changes `operands`"),
    (deep((NOTE, "            nodes.append((node, node.operands))\n")), "a list of tuples"),
    (deep((LOOP, "            left, right = node.operands\n            visit(left)\n"
      "            visit(right)\n")), "A leaf has no operands, and others"),
    (deep((LOOP, "            visit(node.operands)\n")), "`operands` are several nodes"),
    (deep((LOOP + NOTE, LOOP.replace("operands:", "operands[:1]:") + NOTE
           + LOOP.replace("operands:", "operands[1:]:"))), "A node stands between its operands"),
    (deep(("node not in seen", "True"),
          ("return nodes", "return [x for x in nodes if nodes.count(x) == 1]")),
     "Nodes that are used twice are thrown out"),
    (deep(("return nodes", "return [output, *nodes[:-1]]")), "The output comes first"),
    (deep(("return nodes", "return [*nodes, output]")), "the output, more than once"),
    (deep(("visit(operand)", "nodes.append(visit(operand))")), "None is what a function without"),
    (deep(("in node.operands", "in node.operands()")), "`operands` is no function"),
    (deep(("visit(operand)", "if not operand.operands:\n                    break\n"
           "                visit(operand)")), "leaves out the leaves"),
]  # fmt: skip
