"""Searches for an order that go wrong in a known way, for exercise 2, and what to tell who wrote
one. Each takes the output and gives a list of nodes."""

from itertools import takewhile

DEPTH = "append a node when all its operands are in the list, below the loop that visits them."


def deep(before=False, among=lambda node, seen: node.operands):
    """A depth-first search: a node is put into the list after its operands, or else before."""

    def search(output):
        nodes, seen = [], set()

        def visit(node):
            if node in seen:
                return
            seen.add(node)
            if before:
                nodes.append(node)
            for operand in among(node, seen):
                visit(operand)
            if not before:
                nodes.append(node)

        visit(output)
        return nodes

    return search


def every_visit(output):
    """A node as often as it is met, on all ways."""
    return [x for operand in output.operands for x in every_visit(operand)] + [output]


def at_their_last_visit(output):
    return [*dict.fromkeys(every_visit(output)[::-1])][::-1]


def moved_as_met(output):
    """Breadth first: a node that is met again goes to the end, and those behind it stay."""
    nodes, waiting = [], [output]
    for node in waiting:
        if node in nodes:
            nodes.remove(node)
        else:
            waiting += node.operands
        nodes.append(node)
    return nodes


def left_at_a_seen_one(output):
    """A depth-first search in which a node with an operand that was seen is forgotten."""
    nodes, seen = [], set()

    def visit(node):
        seen.add(node)
        for operand in node.operands:
            if operand in seen:
                return
            visit(operand)
        nodes.append(node)

    visit(output)
    return nodes


def in_between(output):
    """A node stands between its operands, as in a search of a sorted tree."""
    nodes, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        first, *others = node.operands or [None]
        if first:
            visit(first)
        nodes.append(node)
        for operand in others:
            visit(operand)

    visit(output)
    return nodes


def met_once(output):
    nodes = every_visit(output)
    return [node for node in nodes if nodes.count(node) == 1]


def first_leaf(output):
    while output.operands:
        output = output.operands[0]
    return [output]


def two_levels(output):
    above = [x for operand in output.operands for x in operand.operands]
    return [*dict.fromkeys([*above, *output.operands, output])]


def turned(search):
    return lambda output: search(output)[::-1]


def level(node, output):
    """How many steps lead from the output to this node, on the shortest way."""
    row, steps = [output], 0
    while row and node not in row:
        row, steps = [x for above in row for x in above.operands], steps + 1
    return steps


def to_a_leaf(node):
    return 1 + min(map(to_a_leaf, node.operands), default=0)


def backwards(node, seen):
    return reversed(node.operands)


BREADTH = (
    "That goes level by level. But a node that is used on two levels belongs behind all that it "
    f"needs, on whatever level that is. Go into the depth instead: {DEPTH}"
)
AT_ONCE = f"You note a node when you meet it, before its operands. Instead, {DEPTH}"
AT_ONCE_TURNED = (
    "You note a node when you meet it, and turn the list round in the end. That does not do where "
    f"a node is used twice. Instead, {DEPTH}"
)
SOME_OPERANDS = "Only the {} operand of each node is visited. Go through all of them."
LAST_MEETING = (
    "A node that is met again is moved, and what it needs is not moved with it. Leave a node alone "
    f"that is in the list, and {DEPTH}"
)
AT_ONCE_OR_MOVED = (
    "Either you note a node when you meet it, and turn the list round in the end, or you keep the "
    "last of several visits. Where a node is used twice it then stands behind one that needs it. "
    f"Leave a node alone that was seen, and {DEPTH}"
)
NO_ORDER = "No order can be read off {}: a node's operands are known by `operands` alone."
DATA_OR_MEMORY = "the data, or off where nodes lie in memory"
IN_THE_LOOP = (
    "Is there a `return` in the loop over the operands? It ends the visit at the first of them. "
    "Put it below the loop, or leave it out."
)

SEARCHES = [
    (deep(before=True), AT_ONCE),
    (deep(before=True, among=backwards), AT_ONCE),
    (turned(deep(before=True)), AT_ONCE_TURNED),
    (turned(deep(before=True, among=backwards)), AT_ONCE_OR_MOVED),
    (at_their_last_visit, AT_ONCE_OR_MOVED),
    (moved_as_met, LAST_MEETING),
    (turned(moved_as_met), LAST_MEETING),
    (deep(among=lambda node, seen: node.operands[:1]), SOME_OPERANDS.format("first")),
    (deep(among=lambda node, seen: node.operands[-1:]), SOME_OPERANDS.format("last")),
    (
        deep(among=lambda node, seen: takewhile(lambda x: x not in seen, node.operands)),
        "At an operand that was seen already the loop ends, and those behind it are left out. "
        "Skip that operand, and go on with the next.",
    ),
    (
        left_at_a_seen_one,
        "Where an operand was seen already, the visit ends, and the node itself is left out. Skip "
        "that operand only: the node is appended below the loop, in any case.",
    ),
    (first_leaf, IN_THE_LOOP),
    (two_levels, "The search ends two levels below the output. Go on until there are no operands."),
    (
        in_between,
        "A node stands between its operands. It comes after all of them: append it below the loop.",
    ),
    (
        met_once,
        "Nodes that are used twice are thrown out. Keep each of them, once, where it comes first.",
    ),
    (
        lambda output: [output, *deep()(output)[:-1]],
        "The output comes first. It needs all others, and comes last.",
    ),
    (
        lambda output: sorted(deep()(output), key=lambda node: not node.operands),
        "The leaves come last. They are needed by others, and come before.",
    ),
]
# What all nodes may be sorted by: a function of a node and the output.
KEYS = [
    (level, BREADTH),
    (lambda node, output: -level(node, output), BREADTH),
    (lambda node, output: node.data, NO_ORDER.format(DATA_OR_MEMORY)),
    (lambda node, output: node.label, NO_ORDER.format("the labels")),
    (lambda node, output: len(node.operands), NO_ORDER.format("the number of operands")),
    (
        lambda node, output: hash(node),
        "A set has no order of its own. Keep a list beside it, and return that.",
    ),
    (
        lambda node, output: to_a_leaf(node),
        f"That goes by the shortest way to a leaf. What counts is the longest: {DEPTH}",
    ),
]


def cause_of(orders, outputs):
    """What to tell who found these orders, lists of names, for these outputs; or ""."""
    for search, cause in SEARCHES:
        if orders == [[node.name for node in search(output)] for output in outputs]:
            return cause
    for key, cause in KEYS:
        if all(in_order_of(key, *pair) for pair in zip(orders, outputs, strict=True)):
            return cause
    return ""


def in_order_of(key, order, output):
    """Does the order hold all nodes, sorted by this key?"""
    nodes = {node.name: node for node in deep()(output)}
    keys = [key(nodes[name], output) for name in order if name in nodes]
    return sorted(order) == sorted(nodes) and keys == sorted(keys)
