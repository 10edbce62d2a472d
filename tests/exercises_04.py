"""The exercises of notebook 04: ways to write each right, and the mistakes that students make."""

import math
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import chain

import numpy as np

from helpers import checks
from helpers.broken_engines import MUSEUM, SmallValue
from helpers.checks import notebook_04, reverse_mode, training
from helpers.rules import RULES
from helpers.value import Value
from tests.exercises import Entry

NOTEBOOK = "04-value-and-backpropagation.ipynb"

# ------------------------------------------------------------------ 1. a quotient


def quotient_by_its_reciprocal(a, b):
    reciprocal = b**-1
    return (a * reciprocal, reciprocal, -a * reciprocal * reciprocal)


def quotient_by_the_rule_book(a, b):
    rule = RULES["div"]
    return np.array([rule(a, b), *(partial(a, b, a / b) for partial in rule.partials)])


def random_quotient(rng):
    factor, place = rng.uniform(1.1, 3), rng.integers(3)

    def my_quotient(a, b):
        noted = [a / b, 1 / b, -a / b**2]
        noted[place] *= factor
        return noted

    return my_quotient


# ------------------------------------------------------------------ 2. the order


def order_with_a_list(output):
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
    nodes, path = [], [output]
    while path:
        node = path.pop()
        if node in nodes:
            continue
        if all(operand in nodes for operand in node.operands):
            nodes.append(node)
        else:
            path += [node, *node.operands]
    return nodes


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


# ------------------------------------------------------------------ 3. the museum

CAUSES = [2, 6, 3, 1, 5, 4]


def naming(*causes):
    return lambda: dict(zip(MUSEUM, causes, strict=True))


def named_one_by_one():
    found = {}
    for name, cause in zip("FEDCBA", [4.0, 5, 1, 3, 6, np.int64(2)], strict=True):
        found[f"Exhibit{name}"] = cause
    return found


def random_diagnosis(rng):
    return naming(*rng.permutation([2, 6, 3, 1, 5, 7]).tolist())


# ------------------------------------------------------------------ 4. a training step


def step_with_zero_grad(parameters, compute_loss, learning_rate):
    loss = compute_loss()
    loss.zero_grad()
    loss.backward()
    for i in range(len(parameters)):
        parameters[i].data = parameters[i].data - parameters[i].grad * learning_rate
    return loss.data


def step_that_cleans_twice(parameters, compute_loss, learning_rate):
    loss = compute_loss()
    before = loss.data
    for parameter in parameters:
        parameter.grad = 0
    loss.backward()
    for parameter in parameters:
        parameter.data += -learning_rate * parameter.grad
        parameter.grad = 0
    return before


def step_with_loss_computed_twice(parameters, compute_loss, learning_rate):
    before = compute_loss().data
    [setattr(parameter, "grad", 0.0) for parameter in parameters]
    compute_loss().backward()
    slopes = [parameter.grad for parameter in parameters]
    for parameter, slope in zip(parameters, slopes, strict=True):
        parameter.data -= slope * learning_rate
    return np.float64(before)


def stepping(
    zero="before", backward=True, move=lambda p, rate: p.data - rate * p.grad, result="before"
):
    """A training step as in the notebook, with one of its parts changed."""

    def my_training_step(parameters, compute_loss, learning_rate):
        loss = compute_loss()
        if zero == "before":
            for parameter in parameters:
                parameter.grad = 0.0
        before = loss.data
        if backward:
            loss.backward()
        if zero == "between":
            for parameter in parameters:
                parameter.grad = 0.0
        for parameter in parameters:
            parameter.data = move(parameter, learning_rate)
        if zero == "after":
            for parameter in parameters:
                parameter.grad = 0.0
        results = {"before": lambda: before, "value": lambda: loss}
        return results.get(result, lambda: compute_loss().data)()

    return my_training_step


def step_that_returns_in_the_loop(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    for parameter in parameters:
        parameter.data -= learning_rate * parameter.grad
        return loss.data


def step_start(parameters, compute_loss):
    for parameter in parameters:
        parameter.grad = 0.0
    loss = compute_loss()
    loss.backward()
    return loss


def step_with_new_values(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    for i, parameter in enumerate(parameters):
        parameters[i] = Value(parameter.data - learning_rate * parameter.grad)
    return loss.data


def step_with_a_new_variable(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    for parameter in parameters:
        parameter = parameter - learning_rate * parameter.grad
    return loss.data


def step_with_a_value_for_data(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    for parameter in parameters:
        parameter.data = parameter - learning_rate * parameter.grad
    return loss.data


def step_with_arrays(parameters, compute_loss, learning_rate):
    loss = step_start(parameters, compute_loss)
    slopes = np.array([parameter.grad for parameter in parameters])
    for parameter in parameters:
        parameter.data = parameter.data - learning_rate * slopes
    return loss.data


def step_with_backward_in_the_loop(parameters, compute_loss, learning_rate):
    for parameter in parameters:
        parameter.grad = 0.0
    loss = compute_loss()
    for parameter in parameters:
        loss.backward()
        parameter.data -= learning_rate * parameter.grad
    return loss.data


def step_all_in_the_loop(parameters, compute_loss, learning_rate):
    for parameter in parameters:
        for other in parameters:
            other.grad = 0.0
        loss = compute_loss()
        loss.backward()
        parameter.data -= learning_rate * parameter.grad
    return loss.data


def step_without_call(parameters, compute_loss, learning_rate):
    loss = compute_loss
    loss.backward()
    return loss.data


def step_with_parameters_passed(parameters, compute_loss, learning_rate):
    return compute_loss(parameters).data


def step_of_plain_number(parameters, compute_loss, learning_rate):
    loss = compute_loss().data
    loss.backward()
    return loss


def step_of_the_whole_list(parameters, compute_loss, learning_rate):
    parameters.grad = 0.0


def step_with_none(parameters, compute_loss, learning_rate):
    for parameter in parameters:
        parameter.grad = None
    compute_loss().backward()


def step_returning_parameters(parameters, compute_loss, learning_rate):
    step_start(parameters, compute_loss)
    return parameters


def random_step(rng):
    factor = rng.uniform(1.1, 3)
    return stepping(move=lambda p, rate: p.data - factor * rate * p.grad)


# ------------------------------------------------------------------ 5. a class: right ones


def tanh_of(self):
    result = math.tanh(self.data)
    return type(self)(result, (self,), (1 - result**2,))


class RightValue(SmallValue):
    """The right engine of the museum, with what the exercise wants beside: to be spoiled below."""

    tanh = tanh_of

    def order(self):
        nodes, seen = [], {self}
        path = [(self, iter(self.operands))]
        while path:
            _, waiting = path[-1]
            operand = next(waiting, None)
            if operand is None:
                nodes.append(path.pop()[0])
            elif operand not in seen:
                seen.add(operand)
                path.append((operand, iter(operand.operands)))
        return nodes

    def backward(self):
        nodes = self.order()
        for node in nodes:
            if node.operands:
                node.grad = 0.0
        self.grad += 1.0
        self.sweep(nodes)

    def sweep(self, nodes):
        for node in reversed(nodes):
            for operand, slope in zip(node.operands, node.local_derivatives, strict=True):
                operand.receive(node.grad * slope)


class Arithmetic:
    """All operations from `noted(data, operands, slopes)`: what the right classes below share."""

    def __add__(self, other):
        other = self.lifted(other)
        return self.noted(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        other = self.lifted(other)
        return self.noted(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return self.noted(self.data**n, (self,), (n * self.data ** (n - 1),))

    def exp(self):
        return self.noted(math.exp(self.data), (self,), (math.exp(self.data),))

    def tanh(self):
        return self.noted(math.tanh(self.data), (self,), (math.cosh(self.data) ** -2,))

    def relu(self):
        return self.noted(max(self.data, 0), (self,), (float(self.data > 0),))

    __radd__ = __add__
    __rmul__ = __mul__
    __neg__ = lambda self: self * -1  # noqa: E731
    __sub__ = lambda self, other: self + -1 * self.lifted(other)  # noqa: E731
    __rsub__ = lambda self, other: -self + other  # noqa: E731
    __truediv__ = lambda self, other: self * self.lifted(other) ** -1  # noqa: E731
    __rtruediv__ = lambda self, other: other * self**-1  # noqa: E731


class ClosureValue(Arithmetic):
    """Each result carries a function that hands its gradient on, as in micrograd."""

    def __init__(self, data, operands=(), label=None):
        self.data = data
        self.grad = 0
        self.operands = operands
        self.hand_on = lambda: None

    def lifted(self, x):
        return x if isinstance(x, ClosureValue) else ClosureValue(x)

    def noted(self, data, operands, slopes):
        out = ClosureValue(data, operands)

        def hand_on():
            for operand, slope in zip(operands, slopes, strict=True):
                operand.grad += slope * out.grad

        out.hand_on = hand_on
        return out

    def backward(self):
        nodes = RightValue.order(self)
        for node in nodes:
            if node.operands:
                node.grad = 0
        self.grad += 1
        for node in reversed(nodes):
            node.hand_on()


class TapeValue(Arithmetic):
    """All results stand in one list, in the order of their making; there are slots and no dict."""

    __slots__ = ("_data", "grad", "slopes")
    tape = []  # noqa: RUF012

    def __init__(self, data):
        self._data = data
        self.grad = 0.0
        self.slopes = {}

    @property
    def data(self):
        return self._data

    def lifted(self, x):
        return x if isinstance(x, TapeValue) else TapeValue(x)

    def noted(self, data, operands, slopes):
        out = TapeValue(data)
        for operand, slope in zip(operands, slopes, strict=True):
            out.slopes[operand] = out.slopes.get(operand, 0) + slope
        self.tape.append(out)
        return out

    def backward(self):
        for node in self.tape:
            node.grad = 0.0
        self.grad += 1.0
        for node in self.tape[::-1]:
            for operand, slope in node.slopes.items():
                operand.grad += slope * node.grad


@dataclass(eq=False)
class DataclassValue(Arithmetic):
    """Uses are counted, and a node has its turn when all have been (A. B. Kahn)."""

    data: float
    operands: tuple = ()
    slopes: tuple = ()
    name: str = "value"
    grad: float = 0.0

    def lifted(self, x):
        return x if isinstance(x, DataclassValue) else DataclassValue(x)

    def noted(self, data, operands, slopes):
        return DataclassValue(data, operands, slopes)

    def backward(self):
        uses, found = {self: 0}, [self]
        for node in found:
            for operand in node.operands:
                if operand not in uses:
                    found.append(operand)
                uses[operand] = uses.get(operand, 0) + 1
            if node.operands:
                node.grad = 0.0
        self.grad += 1.0
        ready = [self]
        while ready:
            node = ready.pop()
            for operand, slope in zip(node.operands, node.slopes, strict=True):
                operand.grad += slope * node.grad
                uses[operand] -= 1
                if uses[operand] == 0:
                    ready.append(operand)


class FloatValue(Arithmetic, float):
    """A number that is a plain one, too."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __new__(cls, data, operands=(), slopes=()):
        return float.__new__(cls, data)

    def __init__(self, data, operands=(), slopes=()):
        self.data = float(data)
        self.grad = 0.0
        self.operands = operands
        self.slopes = slopes

    def lifted(self, x):
        return x if isinstance(x, FloatValue) else FloatValue(x)

    def noted(self, data, operands, slopes):
        return FloatValue(data, operands, slopes)

    backward = DataclassValue.backward


class LeafMaker:
    """What it makes is of another class."""

    def __new__(cls, data):
        return RightValue(data)


# ------------------------------------------------------------------ 5. a class: wrong ones


def having(bases=(RightValue,), **attributes):
    """A class with attributes of its own."""
    return type("MyValue", bases, attributes)


def operation(noted):
    """A method, from what it computes: data and slopes as a function of the operands' data."""

    def method(self, *others):
        operands = (self, *map(self._lift, others))
        data, *slopes = noted(*[operand.data for operand in operands])
        return type(self)(data, operands, slopes)

    return method


def but(**noted):
    """The right class with some operations that compute or note something else."""
    return having(**{name: operation(function) for name, function in noted.items()})


def power(slope):
    return having(__pow__=lambda self, n: type(self)(self.data**n, (self,), (slope(self.data, n),)))


def exhibit(name):
    return having((MUSEUM[name],), tanh=tanh_of)


def without(*methods):
    """The right class as a student has it who has not written some of the methods yet."""
    written = {}
    for base in (SmallValue, RightValue):
        written |= {name: item for name, item in vars(base).items() if name not in methods}
    written.pop("__dict__", None)
    written.pop("__weakref__", None)
    written["_lift"] = lambda self, x: x if hasattr(x, "operands") else type(self)(x)
    return having((), **written)


def exp_of_the_data(self):
    return type(self)(self.data.exp(), (self,))


def exp_of_itself(self):
    return type(self)(math.exp(self), (self,))


def subtract_in_a_circle(self, other):
    return other - self


def add_in_place(self, other):
    self.data += other.data
    return self


def add_and_forget(self, other):
    return self.data + other.data


def add_without_return(self, other):
    self._lift(other)


def add_unlifted(self, other):
    return type(self)(self.data + other.data, (self, other), (1.0, 1.0))


def hand_on_recursively(self):
    """Each node hands on all that it has as soon as something arrives."""
    for operand, slope in zip(self.operands, self.local_derivatives, strict=True):
        operand.grad += self.grad * slope
        hand_on_recursively(operand)


def backward_recursively(self):
    self.grad = 1.0
    hand_on_recursively(self)


def order_of_all_paths(self):
    return order_without_seen(self)


def backward_without_zero(self):
    self.grad = 1.0
    self.sweep(self.order())


def backward_with_zero_everywhere(self):
    nodes = self.order()
    for node in nodes:
        node.grad = 0.0
    self.grad = 1.0
    self.sweep(nodes)


def backward_where_recursion_allows(self):
    try:
        nodes = SmallValue.order(self)
    except RecursionError:
        nodes = []
    for node in nodes:
        if node.operands:
            node.grad = 0.0
    self.grad += 1.0
    self.sweep(nodes)


def order_of_at_most_ten_thousand(self):
    nodes = RightValue.order(self)
    assert len(nodes) < 10_000, "did the loop never end?"
    return nodes


def random_class(rng):
    """The right class with an operation that is off by a factor."""
    names = ["__add__", "__mul__", "__sub__", "__truediv__", "__neg__", "exp", "tanh", "relu"]
    name, factor = names[rng.integers(len(names))], rng.uniform(1.1, 3)
    original = getattr(RightValue, name)

    def method(self, *others):
        result = original(self, *others)
        if rng_pick:
            result.data *= factor
        else:
            result.local_derivatives = tuple(factor * x for x in result.local_derivatives)
        return result

    rng_pick = rng.random() < 0.5
    return having(**{name: method})


def backward_of_not_61_nodes(self):
    assert len(self.order()) != 61, "too many"
    RightValue.backward(self)


def backward_that_loses_count(self):
    RightValue.backward(self)
    for node in self.order():
        node.grad = min(node.grad, 1e15)


def backward_along_all_paths(self):
    """Right, and without recursion, but a node has a turn for each path that leads to it."""
    waiting = [(self, 1.0)]
    while waiting:
        node, gradient = waiting.pop()
        node.grad += gradient
        for operand, slope in zip(node.operands, node.local_derivatives, strict=True):
            waiting.append((operand, gradient * slope))


def leaves_from_a_store():
    """A class that makes each number once only."""
    store = {}

    class OneLeafEach(RightValue):
        def __new__(cls, data, *noted):
            return super().__new__(cls) if noted else store.setdefault(data, super().__new__(cls))

    return OneLeafEach


class ByData:
    """Numbers that are the same number to Python if they hold the same data."""

    def __eq__(self, other):
        return self.data == other.data

    def __hash__(self):
        return hash(self.data)


@dataclass
class UnhashableValue(DataclassValue):
    """A dataclass as it comes, which compares by content."""


EXERCISES = [
    Entry(
        notebook=NOTEBOOK,
        name="my_quotient",
        check=checks.quotient,
        exercise=notebook_04.QUOTIENT,
        right=[quotient_by_its_reciprocal, quotient_by_the_rule_book],
        wrong=[
            (lambda a, b: [a / b, 1 / b, a / b**2], "lacks a minus"),
            (lambda a, b: [a / b, -a / b**2, 1 / b], "have changed places"),
            (lambda a, b: [a / b, 1 / b, -1 / b**2], "lacks the a:"),
            (lambda a, b: [a / b, 1 / b, -a / b], "lacks a square"),
            (lambda a, b: [a / b, 1 / b, -a / b * 2], "with two stars"),
            (lambda a, b: [a / b, 1 / b, a], "is that of a product"),
            (lambda a, b: [a / b, b, a], "Those are the derivatives of a product"),
            (lambda a, b: [a / b, b, -a / b**2], "The derivative by a is 1 / b"),
            (lambda a, b: [a / b, 1, -a / b**2], "The derivative by a is not 1"),
            (lambda a, b: [a / b, a / b, -a / b**2], "an a too much"),
            (lambda a, b: [b / a, 1 / a, -b / a**2], "The quotient is turned round"),
            (lambda a, b: [1 / b, -a / b**2], "The value is missing"),
            (lambda a, b: (1 / b, -a / b**2, a / b), "The value comes first, then"),
            (lambda a, b: a / b, "That is the value alone"),
            (
                lambda a, b: [a / b, 1 / b, -2 * a / b**2],
                "gives -1.5 for the derivative by b, but it should be -0.75",
            ),
            (lambda a, b: [a / b, [1 / b, -a / b**2]], "as its second number, expected a number"),
            (lambda a, b: {"value": a / b}, "expected a list of 3 numbers"),
        ],
        random_wrong=random_quotient,
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_order",
        check=checks.topological_order,
        right=[
            order_with_a_list,
            order_by_joined_lists,
            order_by_library,
            order_without_recursion,
        ],
        wrong=[
            (lambda output: order_with_a_list(output)[::-1], "The order is turned round"),
            (order_by_level, "your order is y, t, b, w, x: y stands before t, which it needs"),
            (lambda output: order_by_level(output)[::-1], "order is a, p, s, y: p stands before s"),
            (order_noted_before, "your order is y, t, w, x, b: y stands before t"),
            (lambda output: order_noted_before(output)[::-1], "p, a, s, y: p stands before s"),
            (order_without_seen, "returns a 5 times"),
            (order_never_visited, "an empty list"),
            (order_by_marks_on_nodes, "finds all nodes, and a second one does not"),
            (order_with_a_set_as_default, "finds all nodes, and a second one does not"),
            (order_with_a_list_as_default, "returns a too, a node of an earlier call"),
            (lambda output: order_with_a_list(output)[:-1] or [output], "leaves out the output"),
            (
                lambda output: [x for x in order_with_a_list(output) if x.operands] or [output],
                "leaves out the leaves",
            ),
            (lambda output: [output, *output.operands], "leaves out w, x. Go from"),
            (order_seen_by(lambda node: node.data), "leaves out w, x, t, b"),
            (order_seen_by(lambda node: node.label), "leaves out w, x, t. Go from"),
            (lambda output: [x.label for x in order_with_a_list(output)], "returns labels"),
            (lambda output: [x.data for x in order_with_a_list(output)], "returns the data"),
            (order_of_lists, "Join lists with +"),
            (order_as_set, "A set has no order"),
            (order_of_classes, "in the list, expected nodes only"),
            (order_by_endless_recursion, "stopped with RecursionError"),
            (lambda output: output, "returned a, expected a list of nodes"),
        ],
        random_wrong=random_order,
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_diagnosis",
        check=checks.diagnosis,
        right=[naming(*CAUSES), named_one_by_one],
        wrong=[
            (naming(6, 2, 3, 1, 5, 4), "ExhibitA is not number 6: with that bug only s + s*a"),
            (naming(2, 8, 3, 1, 5, 4), "ExhibitB is not number 8: with that bug products would"),
            (naming(2, 6, 1, 3, 5, 4), "ExhibitC is not number 1: with that bug a**3 would be"),
            (naming(2, 6, 3, 7, 5, 4), "ExhibitD is not number 7: with that bug every sum would"),
            (naming(2, 6, 3, 1, 4, 5), "ExhibitE is not number 4: with that bug 3 - a would be"),
            (naming(2, 6, 3, 1, 5, 8), "ExhibitF is not number 8: with that bug"),
            (naming(3, 6, 2, 1, 5, 4), "ExhibitA is not number 3: with that bug exp would be"),
            (naming(2, 5, 3, 1, 6, 4), "ExhibitB is not number 5: with that bug relu would be"),
            (naming(2, 2, 3, 1, 5, 4), "number 2 for ExhibitA and for ExhibitB. Each exhibit"),
            (naming(2, 6, 3, 1, 5, 9), "no suspect 9, named for ExhibitF"),
            (naming(2, 6, 3, 1, 5, 4.5), "no suspect 4.5"),
            (naming("2", 6, 3, 1, 5, 4), "returned '2' for 'ExhibitA', expected a number"),
            (naming([2, 6], 6, 3, 1, 5, 4), "returned [2, 6] for 'ExhibitA'"),
            (lambda: dict(zip("ABCDEF", CAUSES, strict=True)), "returned nothing for 'ExhibitA', "),
            (lambda: naming(*CAUSES)() | {"Right": 0}, "an entry for 'Right'"),
            (lambda: {"ExhibitA": 2}, "returned nothing for 'ExhibitB', 'ExhibitC'"),
            (lambda: dict(zip(CAUSES, MUSEUM, strict=True)), "The dictionary is turned round"),
            (lambda: CAUSES, "expected a dictionary"),
        ],
        random_wrong=random_diagnosis,
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_training_step",
        check=checks.training_step,
        exercise=training.TRAINING_STEP,
        right=[
            step_with_zero_grad,
            step_that_cleans_twice,
            step_with_loss_computed_twice,
            stepping(),
        ],
        wrong=[
            (stepping(zero="never"), "never set to zero"),
            (stepping(zero="after"), "Only the first step is wrong"),
            (stepping(zero="between"), "after `backward()`, before they are used"),
            (stepping(backward=False), "Call `backward()` of the loss"),
            (stepping(backward=False, zero="never"), "Call `backward()` of the loss"),
            (stepping(move=lambda p, rate: p.data + rate * p.grad), "points uphill"),
            (stepping(move=lambda p, rate: p.data - p.grad), "The learning rate is missing"),
            (stepping(move=lambda p, rate: p.data - rate), "The gradient is missing"),
            (stepping(move=lambda p, rate: p.data - rate * p.data), "a part of `data` itself"),
            (stepping(move=lambda p, rate: -rate * p.grad), "where you have = -"),
            (stepping(move=lambda p, rate: rate * p.grad), "where you have =."),
            (stepping(move=lambda p, rate: p.data - p.grad / rate), "divide by the learning rate"),
            (stepping(result="value"), "You return the loss as a Value"),
            (stepping(result="after"), "the loss after the step"),
            (step_that_returns_in_the_loop, "Only the first parameter moves"),
            (step_with_new_values, "holds other Values now"),
            (step_with_a_new_variable, "though they have gradients"),
            (step_with_a_value_for_data, "no number any more"),
            (step_with_arrays, "no number any more"),
            (step_with_backward_in_the_loop, "called once for each parameter"),
            (step_all_in_the_loop, "anew for each parameter"),
            (step_without_call, "Call it: compute_loss()"),
            (step_with_parameters_passed, "call it without"),
            (step_of_plain_number, "Take its `data` only at the end"),
            (step_of_the_whole_list, "Go through the list"),
            (step_with_none, "Set `grad` to 0.0"),
            (step_returning_parameters, "expected a number"),
            (
                stepping(move=lambda p, rate: p.data - 2 * rate * p.grad),
                "gives 1.1752 for 'a after step 1', but it should be 1.3376",
            ),
        ],
        random_wrong=random_step,
    ),
    Entry(
        notebook=NOTEBOOK,
        name="MyValue",
        check=checks.value_class,
        exercise=reverse_mode.VALUE_CLASS,
        attributes=("data", "grad"),
        methods=("__init__", "__new__", "__add__", "__rsub__", "exp", "backward"),
        right=[
            RightValue,
            ClosureValue,
            TapeValue,
            DataclassValue,
            FloatValue,
            LeafMaker,
            Value,
        ],
        wrong=[
            # What is missing.
            (having((), x=1), "MyValue(2) stopped with TypeError: MyValue() takes no arguments"),
            (having((), __init__=lambda self, data: None), "MyValue(2).data stopped with"),
            (without("backward"), "backward() of a at a = 2 stopped with AttributeError"),
            (without("__sub__"), "cannot do a - b yet: it has no `__sub__`"),
            (without("tanh"), "cannot do a.tanh() yet: it has no `tanh`."),
            (without("__radd__"), "it has no `__radd__`, which Python calls where a plain number"),
            (without("__rtruediv__"), "cannot do 3 / a yet"),
            # The form of a result.
            (having(__add__=add_and_forget), "a + b is a plain number, 0.7"),
            (having(__add__=add_without_return), "a + b returned nothing"),
            (having(__add__=add_in_place), "a + b changes a itself"),
            (having(__add__=add_unlifted), "A plain number is among the operands"),
            (having(exp=exp_of_the_data), "Its functions are in `math`"),
            (having(exp=exp_of_itself), "The functions of `math` want a plain number"),
            (having(__rsub__=subtract_in_a_circle), "Does an operation call itself?"),
            (having(backward=lambda self: None), "a.grad is 0, but it should be 1. Each number"),
            # The value or the derivatives of one operation.
            (but(__add__=lambda a, b: (a + b, 0, 0)), "Nothing arrives"),
            (but(__add__=lambda a, b: (a + b, b, a)), "a.grad is -0.8, but it should be 1. Those"),
            (but(__sub__=lambda a, b: (b - a, -1, 1)), "The difference is turned round"),
            (but(__sub__=lambda a, b: (a + b, 1, 1)), "That is the sum"),
            (but(__sub__=lambda a, b: (a - b, 1, 1)), "a - b shrinks"),
            (but(__sub__=lambda a, b: (a - b, -1, 1)), "a - b at a = 1.5, b = -0.8: a.grad is -1"),
            (but(__mul__=lambda a, b: (a * b, a, b)), "the derivative by a is b"),
            (but(__mul__=lambda a, b: (a * b, 1, 1)), "derivatives of a sum"),
            (but(__truediv__=lambda a, b: (b / a, 1, 1)), "The quotient is turned round"),
            (but(__truediv__=lambda a, b: (a / b, 1 / b, a / b**2)), "a / b shrinks"),
            (but(__truediv__=lambda a, b: (a / b, 1 / b, -1 / b**2)), "The factor a is missing"),
            (but(__truediv__=lambda a, b: (a / b, 1 / b, -a / b)), "A square is missing: it is"),
            (but(__truediv__=lambda a, b: (a / b, -a / b**2, 1 / b)), "a.grad is -2.34375"),
            (but(__truediv__=lambda a, b: (a / b, b, a)), "a.grad is -0.8, but it should be -1.25"),
            (having(__pow__=SmallValue.__mul__), "A power has two stars"),
            (exhibit("ExhibitD"), "The exponent is missing as a factor"),
            (power(lambda a, n: n * a**n), "The exponent goes down by one"),
            (power(lambda a, n: 2 * a), "rule for a square"),
            (power(lambda a, n: n), "Beside n the power is missing"),
            (power(lambda a, n: a**n * math.log(a)), "derivative by the exponent"),
            (power(lambda a, n: 3 * a**2 if n == 3 else 0), "holds for every exponent"),
            (but(__neg__=lambda a: (-a, 1)), "-a shrinks"),
            (exhibit("ExhibitC"), "A factor a is too much"),
            (but(exp=lambda a: (math.exp(a), a * math.exp(a - 1))), "That is the power rule"),
            (but(exp=lambda a: (math.exp(a), a)), "the number in the exponent"),
            (but(exp=lambda a: (math.exp(a), math.exp(math.exp(a)))), "exponential is taken twice"),
            (but(tanh=lambda a: (math.tanh(a), 1 - a**2)), "Square the result"),
            (but(tanh=lambda a: (math.tanh(a), 1 - math.tanh(a))), "A square is missing: 1"),
            (but(tanh=lambda a: (math.tanh(a), 1 + math.tanh(a) ** 2)), "The sign is wrong"),
            (
                but(tanh=lambda a: (math.tanh(a), 1 - math.tanh(math.tanh(a)) ** 2)),
                "The tanh is taken twice",
            ),
            (
                but(tanh=lambda a: (math.tanh(a), math.tanh(a) * (1 - math.tanh(a)))),
                "rule for the sigmoid",
            ),
            (exhibit("ExhibitE"), "The slope is on the wrong side"),
            (but(relu=lambda a: (min(a, 0), float(a < 0))), "Above 0 a ReLU lets"),
            (but(relu=lambda a: (max(a, 0), max(a, 0))), "That is the result"),
            (but(relu=lambda a: (a, 1)), "Below 0 a ReLU gives 0"),
            (but(relu=lambda a: (max(a, 0), 1)), "Below 0 the slope is 0"),
            (exhibit("ExhibitF"), "data is -2.6, but it should be 2.6. The operands have"),
            (having(__rtruediv__=SmallValue.__truediv__), "data is 0.133333, but it should be 7.5"),
            (but(__rsub__=lambda a, b: (b - a, 1, 1)), "When a grows, 3 - a shrinks"),
            (but(__rtruediv__=lambda a, b: (b / a, b / a**2, 0)), "3 / a shrinks: a minus"),
            (but(__rtruediv__=lambda a, b: (b / a, -1 / a**2, 0)), "The 3 is missing"),
            (but(exp=lambda a: (math.exp(a), 2)), "a.grad is 2, but it should be 2.01375."),
            # What shows only where numbers are used more than once.
            (exhibit("ExhibitA"), "Write += where you have ="),
            (exhibit("ExhibitB"), "s is used twice, and hands on its gradient before"),
            (
                having(order=lambda self: order_by_level(self)[::-1]),
                "s is used twice, and hands on its gradient before",
            ),
            (having(backward=backward_recursively), "b has more than one turn"),
            (having(order=order_of_all_paths), "b has more than one turn"),
            (having((ByData, RightValue)), "Two nodes with equal numbers"),
            (leaves_from_a_store(), "Two nodes with equal numbers"),
            (UnhashableValue, "cannot be put into a set"),
            # What shows only when everything else is right.
            (having(backward=backward_without_zero), "a.grad is 18, but it should be 12"),
            (having(backward=backward_with_zero_everywhere), "The second call forgets the first"),
            (having(backward=backward_where_recursion_allows), "20,000 operations, a.grad is not"),
            (having(order=order_of_at_most_ten_thousand), "stopped with AssertionError: did the"),
            (having(order=SmallValue.order), "too long for a function that calls itself"),
            (having(backward=backward_along_all_paths), "each of the 2**60 paths by itself"),
            (having(backward=backward_of_not_61_nodes), "and so on, stopped with AssertionError"),
            (having(backward=backward_that_loses_count), "a.grad is not 2**60"),
        ],
        random_wrong=random_class,
    ),
]
