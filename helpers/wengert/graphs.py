"""From a computation graph to a Wengert list, whoever wrote the class of its numbers."""

from collections import Counter
from dataclasses import dataclass

from helpers.rules import Rule
from helpers.rules.floating import as_float, is_real
from helpers.wengert.inputs import is_input_name
from helpers.wengert.recognition import what_made
from helpers.wengert.wengert_list import WengertList


@dataclass(eq=False)
class Node:
    """A number of a computation graph. Its rule is None for a leaf; `operands` are nodes or floats.

    >>> from helpers.value import Value
    >>> leaf, product = graph_of(Value(2.0, label="w") * 3.0)
    >>> leaf.label, product.rule.name, product.operands == [leaf, 3.0]
    ('w', 'mul', True)
    """

    data: float
    grad: float
    label: str
    rule: Rule | None
    operands: list


def is_node(x):
    """Has x what a number of a computation graph needs?

    >>> from helpers.value import Value
    >>> is_node(Value(2.0)), is_node(2.0)
    (True, False)
    """
    return all(hasattr(x, name) for name in ("data", "grad", "operands"))


def graph_of(output):
    """The graph that led to a number, a list of `Node`s, each after its operands, the output last.

    The number is a `Value`, or of any class, whatever its name, whose numbers have

    data        the number
    grad        its gradient
    operands    what it was computed from, in order, as a tuple or a list: numbers like itself, and
                plain numbers, which are constants; empty for a leaf
    label       a name, a text, if there is one
    slopes      the local derivatives, one for each operand, if they are kept
    operation   what made it, as "exp" or "*", if it is kept; else it is found, if data and slopes
                tell it

    Raises TypeError for what does not have these, ValueError for a number that was computed from
    itself. There is no recursion, so a chain may be of any length.

    >>> from helpers.value import Value
    >>> x = Value(3.0)
    >>> [node.data for node in graph_of(x * x + 1.0)]
    [3.0, 9.0, 10.0]
    """
    nodes = {}
    for key, operands in _in_order(Itself(output)).items():
        nodes[key] = _node(key.number, [nodes[x] if type(x) is Itself else x for x in operands])
    return list(nodes.values())


class Itself:
    """A number as a key that is equal to itself only, whatever its class makes of == and hash.

    >>> Itself(2.0) == Itself(3.0)
    False
    """

    __slots__ = ("number",)

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return object.__hash__(self.number)

    def __eq__(self, other):
        return isinstance(other, Itself) and self.number is other.number


def _in_order(output):
    """{number: its operands} for all that the output depends on, each after those that it needs.

    Numbers stand in an `Itself` here. It is the order of `helpers.value.users_first`, turned round.
    """
    ordered, operands, path = {}, {output: _operands(output.number)}, [output]
    while path:
        number = path[-1]
        x = next((x for x in operands[number] if type(x) is Itself and x not in ordered), None)
        if x is None:
            ordered[path.pop()] = operands[number]
        elif x in operands:  # it is on the path already
            raise ValueError("a number is among its own operands, or among theirs")
        else:
            operands[x] = _operands(x.number)
            path.append(x)
    return ordered


def _operands(number):
    if not is_node(number):
        raise TypeError(
            "a number of a computation graph has data, grad and operands, got "
            f"{number!r:.60} ({type(number).__name__})"
        )
    if not isinstance(number.operands, list | tuple):
        raise TypeError(
            f"operands come in their order, as a tuple or a list, got {number.operands!r:.60}"
        )
    return [as_float(x) if is_real(x) else Itself(x) for x in number.operands]


def _node(number, operands):
    for name in ("data", "grad"):
        if not is_real(x := getattr(number, name)):
            raise TypeError(f"{name} should be a real number, got {x!r:.60} ({type(x).__name__})")
    data, grad = as_float(number.data), as_float(number.grad)
    label = getattr(number, "label", "")
    label = label if isinstance(label, str) else ""
    if not operands:
        return Node(data, grad, label, None, [])
    rule, constants = what_made(number, [x.data if isinstance(x, Node) else x for x in operands])
    return Node(data, grad, label, rule, [*operands, *constants])


def record_graph(nodes):
    """Write down a computation graph: a list, and the name in it of each node, {node: name}.

    `nodes` come in an order in which they can be computed, the output last. Each has `data`,
    `label`, `rule` (None for a leaf) and `operands`, which are nodes or numbers. Labelled leaves
    become inputs under their label, others under x1, x2, …; so do those that share a label or are
    called like a step, and they keep their label in `labels`, as intermediate nodes do.

    >>> from helpers.value import Value, users_first
    >>> y = Value(2.0, label="w") * Value(3.0)
    >>> tape, names = record_graph(users_first(y)[::-1])
    >>> tape.inputs, names[y]
    ({'w': 2.0, 'x1': 3.0}, 't1')
    """
    leaves = [node for node in nodes if node.rule is None]
    count = Counter(leaf.label for leaf in leaves)
    fresh = (name for i in range(1, len(leaves) + 1) if (name := f"x{i}") not in count)
    names = {
        leaf: leaf.label if count[leaf.label] == 1 and is_input_name(leaf.label) else next(fresh)
        for leaf in leaves
    }
    tape = WengertList(**{names[leaf]: leaf.data for leaf in leaves})
    for node in nodes:
        if node.rule is not None:
            operands = [x if is_real(x) else names[x] for x in node.operands]
            names[node] = tape.record(node.rule, *operands)
        if node.label not in ("", names[node]):
            tape.labels[names[node]] = node.label
    tape.output = names[nodes[-1]]
    return tape, names
