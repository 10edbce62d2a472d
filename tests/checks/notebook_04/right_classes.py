"""Exercise 6 of notebook 04: classes that are right, each written in its own way."""

import math
from dataclasses import dataclass

from helpers.broken_engines import SmallValue


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
        result = math.tanh(self.data)
        return self.noted(result, (self,), ((1 - result) * (1 + result),))

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
