"""Where the nodes of a Wengert list stand in a drawing, from left to right.

Each step stands in the column of its depth, what it uses to the left of it. An input stands next
to its first user; a line to a later user runs through the columns between them in a lane of its
own. Within a column the nodes stand as near to what uses them as there is room.

A plain form of layered drawing: K. Sugiyama, S. Tagawa and M. Toda, IEEE Trans. SMC 11 (1981) 109.
"""

from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

# For each kind of node: the room it takes above and below its centre, and how much it resists being
# moved away from what uses it. Steps keep their line, and the others give way.
ABOVE = {"step": 34, "input": 26, "constant": 13, "lane": 12}
BELOW = {"step": 52, "input": 52, "constant": 13, "lane": 12}
WEIGHT = {"step": 1000.0, "input": 2.0, "constant": 1.0, "lane": 1.0}


class Node(NamedTuple):
    """A node in its place. Columns are counted from 0, `y` is in units of the drawing."""

    kind: str
    column: int
    y: float


class Edge(NamedTuple):
    """The line to a step from its operand of this number; `via` are the lanes it runs through."""

    source: str | tuple
    step: str
    operand: int
    via: tuple


def layout(tape):
    """The nodes {name: Node} and the edges [Edge, …] of a list.

    A constant is a node for each use, and its name is a pair: the step and the operand's number.
    """
    uses = [
        (x if type(x) is str else (step.name, i), step.name, i)
        for step in tape.steps
        for i, x in enumerate(step.operands)
    ]
    columns = _columns(tape, uses)
    kinds = dict.fromkeys(columns, "constant") | dict.fromkeys(tape.inputs, "input")
    kinds |= {step.name: "step" for step in tape.steps}
    users = {name: [] for name in columns}  # [(node in the next column, operand's number), …]
    routes = []
    for source, step, i in uses:
        lanes = [("lane", source, c) for c in range(columns[source] + 1, columns[step])]
        for lane in lanes:
            columns[lane], kinds[lane] = lane[2], "lane"
        for here, there in pairwise([source, *lanes, step]):
            users.setdefault(here, []).append((there, i))
        routes.append(lanes)
    places = _places(columns, kinds, users)
    edges = [
        Edge(*use, tuple(places[lane] for lane in lanes))
        for use, lanes in zip(uses, routes, strict=True)
    ]
    return {name: node for name, node in places.items() if node.kind != "lane"}, edges


def _columns(tape, uses):
    """The column of each node, {name: int}."""
    columns = dict.fromkeys(tape.inputs, 0)
    for step in tape.steps:
        before = [columns[x] for x in step.operands if type(x) is str]
        columns[step.name] = 1 + max(before, default=0)
    by_hand = {step.name for step in tape.steps}
    for source in {name: None for name, _, _ in uses if name not in by_hand}:
        columns[source] = min(columns[step] for name, step, _ in uses if name == source) - 1
    return columns


def _places(columns, kinds, users):
    """Every node in its place, {name: Node}: column by column, from the last to the first."""
    ys = {}
    for column in range(max(columns.values()), -1, -1):
        wishes = {}  # a height, then the operand's number where two heights are the same
        for name in (name for name in columns if columns[name] == column):
            near = [(ys[user], i) for user, i in users.get(name, [])] or [(0.0, 0)]
            wishes[name] = tuple(map(fmean, zip(*near, strict=True)))
        names = sorted(wishes, key=wishes.get)
        gaps = [0, *(BELOW[kinds[a]] + ABOVE[kinds[b]] for a, b in pairwise(names))]
        wanted, weights = [wishes[n][0] for n in names], [WEIGHT[kinds[n]] for n in names]
        ys |= zip(names, spread(wanted, weights, gaps), strict=True)
    top = min(y - ABOVE[kinds[name]] for name, y in ys.items())
    return {name: Node(kinds[name], columns[name], round(ys[name] - top, 1)) for name in columns}


def spread(wishes, weights, gaps):
    """Positions near to the wishes, each at least its gap behind the one before.

    The sum of the weighted squares of the distances is least: neighbours that would come too close
    form a block, and a block stands where its members wish to be on the average.
    """
    offset, blocks = 0.0, []  # a block: its weight, its mean wish, the offsets of its members
    for wish, weight, gap in zip(wishes, weights, gaps, strict=True):
        offset += gap
        mean, members = wish - offset, [offset]
        while blocks and blocks[-1][1] >= mean:
            weight_before, mean_before, members_before = blocks.pop()
            mean = weight_before * mean_before + weight * mean
            weight += weight_before
            mean /= weight
            members = members_before + members
        blocks.append((weight, mean, members))
    return [mean + offset for _, mean, members in blocks for offset in members]
