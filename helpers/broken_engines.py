"""The museum of broken engines. DO NOT USE: every engine in here but the first is wrong on purpose.

`SmallValue` is a right engine, as small as can be. Each class after it repeats one of its methods
with one line changed, and has a bug that real engines have had. Notebook 04 lets the reader find
each one with a gradient check, and name the cause; `MUSEUM` lists them without telling.
"""

import math


class SmallValue:
    """A right reverse-mode engine: + − × /, powers with a number, exp and relu."""

    def __init__(self, data, operands=(), local_derivatives=()):
        self.data = data
        self.grad = 0.0
        self.operands = operands
        self.local_derivatives = local_derivatives

    def _lift(self, x):
        return x if isinstance(x, SmallValue) else type(self)(x)

    def __add__(self, other):
        other = self._lift(other)
        return type(self)(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = self._lift(other)
        return type(self)(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, n):
        return type(self)(self.data**n, (self,), (n * self.data ** (n - 1),))

    def exp(self):
        result = math.exp(self.data)
        return type(self)(result, (self,), (result,))

    def relu(self):
        slope = 1.0 if self.data > 0 else 0.0
        return type(self)(slope * self.data, (self,), (slope,))

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -self._lift(other)

    def __rsub__(self, other):
        return self._lift(other) - self

    def __truediv__(self, other):
        return self * self._lift(other) ** -1

    def __rtruediv__(self, other):
        return self._lift(other) * self**-1

    __radd__ = __add__
    __rmul__ = __mul__

    def receive(self, contribution):
        """Take what one path contributes to this node's gradient."""
        self.grad += contribution

    def order(self):
        """This node and all it depends on, each after everything it needs."""
        done, nodes = set(), []

        def visit(node):
            if node not in done:
                done.add(node)
                for operand in node.operands:
                    visit(operand)
                nodes.append(node)

        visit(self)
        return nodes

    def backward(self):
        """The reverse sweep: from this node to the leaves."""
        self.grad = 1.0
        for node in reversed(self.order()):
            for operand, slope in zip(node.operands, node.local_derivatives, strict=True):
                operand.receive(node.grad * slope)


# From here on: one wrong line each. What is wrong stands in comments, which `help` does not show:
# a reader who looks at an exhibit in the notebook is still to find it.


class ExhibitA(SmallValue):
    # Assigns a gradient where it should add to it: paths do not add up.

    def receive(self, contribution):
        """Take what one path contributes to this node's gradient."""
        self.grad = contribution


class ExhibitB(SmallValue):
    # Notes a node before what it needs: a node can hand on its gradient before it is complete.

    def order(self):
        """This node and all it depends on, each after everything it needs."""
        done, nodes = set(), []

        def visit(node):
            if node not in done:
                done.add(node)
                nodes.insert(0, node)
                for operand in node.operands:
                    visit(operand)

        visit(self)
        return nodes


class ExhibitC(SmallValue):
    # Takes x · exp(x) for the derivative of exp, as if exp were a power.

    def exp(self):
        result = math.exp(self.data)
        return type(self)(result, (self,), (self.data * result,))


class ExhibitD(SmallValue):
    # Forgets the exponent in the power rule.

    def __pow__(self, n):
        return type(self)(self.data**n, (self,), (self.data ** (n - 1),))


class ExhibitE(SmallValue):
    # Takes the slope of ReLU from the wrong side of 0.

    def relu(self):
        slope = 1.0 if self.data > 0 else 0.0
        return type(self)(slope * self.data, (self,), (1.0 - slope,))


class ExhibitF(SmallValue):
    # Turns a constant on the left round: 3 − x becomes x − 3.

    def __rsub__(self, other):
        return self - self._lift(other)


class ExhibitG(SmallValue):
    # Takes the base of a power without its sign, as if by way of a logarithm.

    def __pow__(self, n):
        return type(self)(self.data**n, (self,), (n * abs(self.data) ** (n - 1),))


MUSEUM = {
    engine.__name__: engine
    for engine in (ExhibitA, ExhibitB, ExhibitC, ExhibitD, ExhibitE, ExhibitF, ExhibitG)
}
