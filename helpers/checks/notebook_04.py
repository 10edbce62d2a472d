"""The exercises of notebook 04, Value and backpropagation. The last one is in `reverse_mode`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from helpers.checks.feedback import Exercise, Feedback, Mistake, call, not_expected
from helpers.checks.results import close, misfit
from helpers.checks.words import called, is_number, shown
from helpers.value import Value

# 1. What a quotient has to note.

QUOTIENT = Exercise(
    solution=lambda a, b: [a / b, 1 / b, -a / b**2],
    cases=[(3.0, 2.0), (-1.5, 0.4), (0.7, -5.0)],
    entries=("the value", "the derivative by a", "the derivative by b"),
    mistakes=[
        Mistake(
            lambda a, b: [a / b, 1 / b, a / b**2],
            "The derivative by b lacks a minus: when b grows, a / b shrinks.",
        ),
        Mistake(
            lambda a, b: [a / b, -a / b**2, 1 / b],
            "The two derivatives have changed places: first the one by a, then the one by b.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, -1 / b**2],
            "The derivative by b lacks the a: it is the one of 1 / b, times a.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, -a / b],
            "The derivative by b lacks a square: that of 1 / b is -1 / b**2.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, -a / b * 2],
            "`-a / b * 2` multiplies by 2. A square is written with two stars: b**2.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, a],
            "The derivative by b is that of a product. Write a / b as a * b**-1: by b, it is a "
            "times the derivative of b**-1.",
        ),
        Mistake(
            lambda a, b: [a / b, b, a],
            "Those are the derivatives of a product, a * b.",
        ),
        Mistake(
            lambda a, b: [a / b, b, -a / b**2],
            "The derivative by a is 1 / b: a / b is a, times 1 / b.",
        ),
        Mistake(
            lambda a, b: [a / b, 1, -a / b**2],
            "The derivative by a is not 1: when a grows by a little, a / b grows by 1 / b of it.",
        ),
        Mistake(
            lambda a, b: [a / b, a / b, -a / b**2],
            "The derivative by a has an a too much: a / b is a, times 1 / b.",
        ),
        Mistake(
            lambda a, b: [b / a, 1 / a, -b / a**2],
            "The quotient is turned round: that is b / a.",
        ),
        Mistake(
            lambda a, b: [1 / b, -a / b**2],
            "The value is missing. It comes first.",
        ),
        Mistake(
            lambda a, b: [1 / b, -a / b**2, a / b],
            "The value comes first, then the two derivatives.",
        ),
        Mistake(
            lambda a, b: a / b,
            "That is the value alone. Return it with the two derivatives, as a list of three.",
        ),
    ],
    praise="Both derivatives are made of numbers that are at hand when the quotient is computed.",
)


def quotient(answer):
    """Check my_quotient(a, b), which returns a / b and its two derivatives.

    >>> quotient(lambda a, b: [a / b, 1 / b, a / b**2])
    ✗ Not yet right. The derivative by b lacks a minus: when b grows, a / b shrinks.
    """
    return QUOTIENT.check(answer)


# 2. The order.

# Small graphs, {what they compute: {node: its operands}}; the output stands last.
GRAPHS = {
    "a by itself": {"a": ()},
    "t = w * x and y = t + b": {"w": (), "x": (), "t": "wx", "b": (), "y": "tb"},
    "s = a * a, p = s * a and y = s + p": {"a": (), "s": "aa", "p": "sa", "y": "sp"},
    "s = a * a, p = s * a and y = p + s": {"a": (), "s": "aa", "p": "sa", "y": "ps"},
    "u = a + b, v = a + b and y = u * v": {"a": (), "b": (), "u": "ab", "v": "ab", "y": "uv"},
}


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
        order = _order_given(answer, text, graph)
        if isinstance(order, Feedback):
            return order
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


def _order_given(answer, text, graph):
    """The names of all nodes in the order that the reader's function gives, or a `Feedback`."""
    nodes = {}
    for name, operands in graph.items():
        nodes[name] = Node(name, tuple(nodes[operand] for operand in operands))
    *_, output = nodes
    found = call(answer, nodes[output], expected=None)
    if isinstance(found, Feedback):
        return found
    said = f"For {text}, {called(answer, [nodes[output]])}"
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
        return Feedback("wrong", _missing_nodes(missing, said, graph))
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
    return Feedback("error", f"{said} returned {shown(x)} in the list, expected nodes only.")


def _missing_nodes(missing, said, graph):
    if missing == [*graph][-1:]:
        return f"{said} leaves out the output itself. It comes last."
    if missing == [name for name in graph if not graph[name]]:
        return f"{said} leaves out the leaves. They are nodes too, and come before all others."
    return (
        f"{said} leaves out {', '.join(missing)}. Go from operand to operand until there are none, "
        "and take two nodes for two, even if their data or their labels are the same."
    )


# 3. The museum.

CAUSES = {
    "ExhibitA": 2,
    "ExhibitB": 6,
    "ExhibitC": 3,
    "ExhibitD": 1,
    "ExhibitE": 5,
    "ExhibitF": 4,
}
# What would be seen if a suspect were guilty, and what is seen in an exhibit.
WOULD_SHOW = {
    1: "a**3 would be wrong, and nothing else in the table",
    2: "everything that uses a number twice would be wrong, a + a as well as s + s*a",
    3: "exp would be wrong, and nothing else in the table",
    4: "3 - a would be wrong, and nothing else in the table",
    5: "relu would be wrong, and nothing else in the table",
    6: "only s + s*a would be wrong, where s is used early and late",
    7: "every sum would be wrong: a + a, s + s*a, that under relu, and 3 - a, which is 3 + -a",
    8: "products would be wrong: s + s*a, those under relu, and 3 - a, where -a is a * -1",
}
SHOWS = {
    "ExhibitA": "is wrong for a + a already, and right wherever each number is used once.",
    "ExhibitB": "is right for a + a, and wrong for s + s*a. What is s there, that a is not?",
    "ExhibitC": "is wrong in one place only. Print the check there: by what factor?",
    "ExhibitD": "is wrong in one place only. Print the check there: by what factor?",
    "ExhibitE": "is wrong in one place only. Print the check there, for a and for b.",
    "ExhibitF": "is wrong in one place only. Try a - 3 as well.",
}


def diagnosis(answer):
    """Check my_diagnosis(), which returns the number of the cause for each exhibit.

    >>> diagnosis(lambda: [7, 8])
    ! There was an error. your function() returned [7, 8], expected a dictionary.
    """
    if not callable(answer):
        return not_expected(answer, "a function")
    found = call(answer, expected=None)
    if isinstance(found, Feedback):
        return found
    if _is_turned_round(found):
        return Feedback("wrong", "The dictionary is turned round: the exhibit comes first.")
    if problem := misfit(found, CAUSES):
        return Feedback("error", f"{called(answer, ())} {problem}")
    suspects = {
        exhibit: next((n for n in WOULD_SHOW if close(n, found[exhibit])), None)
        for exhibit in CAUSES
    }
    for exhibit, suspect in suspects.items():
        if suspect is None:
            return Feedback(
                "wrong", f"There is no suspect {shown(found[exhibit])}, named for {exhibit}."
            )
        if twins := [other for other in suspects if suspects[other] == suspect][1:]:
            return Feedback(
                "wrong",
                f"You name number {suspect} for {exhibit} and for {twins[0]}. Each exhibit has a "
                "bug of its own.",
            )
    for exhibit, suspect in suspects.items():
        if suspect != CAUSES[exhibit]:
            return Feedback(
                "wrong",
                f"{exhibit} is not number {suspect}: with that bug {WOULD_SHOW[suspect]}. "
                f"{exhibit} {SHOWS[exhibit]}",
            )
    return Feedback("right", "Six symptoms, six causes. Numbers 7 and 8 are innocent.")


def _is_turned_round(found):
    return (
        isinstance(found, Mapping)
        and len(found) > 0
        and all(isinstance(x, str) and x in CAUSES for x in found.values())
    )


# 4. A training step.

STEPS = 3


@dataclass(frozen=True)
class Descent:
    """Something to train: a loss of the numbers in `start`, by name.

    `old` holds what is left in the gradients from before. As text it is the arguments of a step.
    """

    loss: Callable
    start: dict
    old: dict
    learning_rate: float

    def __repr__(self):
        return f"parameters, compute_loss, {self.learning_rate:g}"


class Parameters(list):
    """The list that a step is called with. In the report of an exception it is just named."""

    __slots__ = ()

    def __repr__(self):
        return "parameters"


def train(step, descent):
    """Call a training step several times: {words: loss or data}, or a `Feedback`.

    A second list of the parameters is kept, since a step may put something else into the first.
    """
    kept = [Value(x, label=name) for name, x in descent.start.items()]
    for parameter in kept:
        parameter.grad = descent.old.get(parameter.label, 0.0)
    parameters, computed, numbers = Parameters(kept), [], {}

    def compute_loss():
        computed.append(descent.loss(*kept))
        return computed[-1]

    for i in range(1, STEPS + 1):
        before = [parameter.data for parameter in kept]
        returned = _step_taken(step, descent, parameters, compute_loss)
        if isinstance(returned, Feedback):
            return returned
        if problem := _step_problem(parameters, kept, before, computed):
            return Feedback("wrong", problem)
        numbers[f"the loss of step {i}"] = returned
        numbers |= {f"{parameter.label} after step {i}": parameter.data for parameter in kept}
    return numbers


def _step_taken(step, descent, parameters, compute_loss):
    """The loss that a step returns, or a `Feedback`."""
    returned = call(step, parameters, compute_loss, descent.learning_rate, expected=None)
    if isinstance(returned, Feedback):
        return returned
    if isinstance(returned, Value):
        return Feedback("wrong", "You return the loss as a Value. The plain number is its `data`.")
    if not is_number(returned):
        said = called(step, [descent])
        return Feedback("error", f"{said} returned {shown(returned)}, expected a number.")
    return returned


def _step_problem(parameters, kept, before, computed):
    """What the Values themselves show after a step, or None; `before` is the data they had."""
    if len(parameters) != len(kept) or any(map(lambda a, b: a is not b, parameters, kept)):
        return (
            "The list holds other Values now, and the loss still uses the old ones. Leave the list "
            "as it is, and change the `data` of each parameter."
        )
    if not all(is_number(parameter.data) for parameter in kept):
        return "The `data` of a parameter is no number any more. Compute it from numbers only."
    if [parameter.data for parameter in kept] != before:
        return None
    if not any(loss.grad for loss in computed):
        return "No parameter moves. Call `backward()` of the loss: it computes the gradients."
    if not any(parameter.grad for parameter in kept):
        return (
            "No parameter moves: their gradients are set to zero after `backward()`, before they "
            "are used. Do it before `backward()`."
        )
    return (
        "No parameter moves, though they have gradients. Change the `data` of each: a new value "
        "for the loop's variable changes nothing outside of the loop."
    )


def zero(parameters):
    for parameter in parameters:
        parameter.grad = 0.0


def step_with(
    first=zero,
    change=lambda x, slope, rate: x - rate * slope,
    moved=lambda parameters: parameters,
    last=lambda parameters: None,
    returned=lambda loss, compute_loss: loss,
):
    """A training step with one of its parts changed."""

    def step(parameters, compute_loss, rate):
        first(parameters)
        loss = compute_loss()
        loss.backward()
        for parameter in moved(parameters):
            parameter.data = change(parameter.data, parameter.grad, rate)
        last(parameters)
        return returned(loss, compute_loss).data

    return step


def backward_for_each(parameters, compute_loss, rate):
    """The gradients add up from parameter to parameter."""
    zero(parameters)
    loss = compute_loss()
    for parameter in parameters:
        loss.backward()
        parameter.data -= rate * parameter.grad
    return loss.data


def one_after_another(parameters, compute_loss, rate):
    """Each parameter sees those before it moved already."""
    for parameter in parameters:
        zero(parameters)
        loss = compute_loss()
        loss.backward()
        parameter.data -= rate * parameter.grad
    return loss.data


TRAINING_STEP = Exercise(
    solution=step_with(),
    run=train,
    cases=[
        (
            Descent(
                lambda a, b: (a * b - 2) ** 2 + a * a,
                {"a": 1.5, "b": -0.8}, {"a": 0.7, "b": -1.3}, 0.02,
            ),
        ),
        (
            Descent(
                lambda u, v, w: (u * 0.8 + v * w - 1.9) ** 2 + v * v,
                {"u": 0.5, "v": 1.2, "w": -0.4}, {}, 0.1,
            ),
        ),
    ],
    mistakes=[
        Mistake(
            step_with(first=lambda parameters: None),
            "Gradients add up, and these are never set to zero: each step also goes along those "
            "of the steps before. Set them to zero before `backward()`.",
        ),
        Mistake(
            step_with(first=lambda parameters: None, last=zero),
            "Only the first step is wrong: the parameters may come with old gradients. Set them "
            "to zero before `backward()`, not only at the end.",
        ),
        Mistake(
            step_with(change=lambda x, slope, rate: x + rate * slope),
            "The loss grows: the gradient points uphill. Subtract it.",
        ),
        Mistake(
            step_with(change=lambda x, slope, rate: x - slope),
            "The learning rate is missing. Subtract learning_rate * parameter.grad.",
        ),
        Mistake(
            step_with(change=lambda x, slope, rate: x - rate),
            "The gradient is missing. Subtract learning_rate * parameter.grad.",
        ),
        Mistake(
            step_with(change=lambda x, slope, rate: x - rate * x),
            "You subtract a part of `data` itself. Take `grad`: learning_rate * parameter.grad.",
        ),
        Mistake(
            step_with(change=lambda x, slope, rate: -rate * slope),
            "The old `data` is lost: write -= where you have = -.",
        ),
        Mistake(
            step_with(change=lambda x, slope, rate: rate * slope),
            "The old `data` is lost: write -= where you have =.",
        ),
        Mistake(
            step_with(change=lambda x, slope, rate: x - slope / rate),
            "You divide by the learning rate. Multiply by it: a small rate is a small step.",
        ),
        Mistake(
            step_with(returned=lambda loss, compute_loss: compute_loss()),
            "You return the loss after the step. Asked for is the one before: keep the first.",
        ),
        Mistake(
            step_with(moved=lambda parameters: parameters[:1]),
            "Only the first parameter moves. Is `return` inside the loop? It stands below it.",
        ),
        Mistake(
            backward_for_each,
            "`backward()` is called once for each parameter, and the gradients add up. One call "
            "finds them all: put it before the loop.",
        ),
        Mistake(
            one_after_another,
            "The loss is computed anew for each parameter, when others have moved already. Compute "
            "it once, before the loop.",
        ),
    ],
    praise="Zero, loss, backward, move: so every network is trained.",
    hints={
        "'function' object has no attribute": "Call it: compute_loss().",
        "compute_loss() takes 0": "compute_loss() knows its parameters: call it without.",
        "'float' object has no attribute 'backward'": "`backward` belongs to the loss as a Value. "
        "Take its `data` only at the end.",
        "'Parameters' object has no attribute": "Go through the list: for parameter in parameters.",
        "NoneType": "Set `grad` to 0.0, so that something can be added to it.",
    },
)  # fmt: skip


def training_step(answer):
    """Check my_training_step(parameters, compute_loss, learning_rate).

    >>> training_step(lambda parameters, compute_loss, learning_rate: compute_loss())
    ✗ Not yet right. You return the loss as a Value. The plain number is its `data`.
    """
    return TRAINING_STEP.check(answer)
