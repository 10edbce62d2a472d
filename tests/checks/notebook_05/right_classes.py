"""Exercise 7 of notebook 05: classes that are right, each written in its own way."""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np


class Arithmetic:
    """All operations from `made(primal, tangent)`: what the right classes below share."""

    def lifted(self, x):
        return x if hasattr(x, "tangent") else self.made(x, 0.0)

    def __add__(self, other):
        other = self.lifted(other)
        return self.made(self.primal + other.primal, self.tangent + other.tangent)

    def __sub__(self, other):
        other = self.lifted(other)
        return self.made(self.primal - other.primal, self.tangent - other.tangent)

    def __mul__(self, other):
        other = self.lifted(other)
        tangent = self.primal * other.tangent + self.tangent * other.primal
        return self.made(self.primal * other.primal, tangent)

    def __truediv__(self, other):
        other = self.lifted(other)
        quotient = self.primal / other.primal
        return self.made(quotient, (self.tangent - quotient * other.tangent) / other.primal)

    def __pow__(self, n):
        return self.made(self.primal**n, n * self.primal ** (n - 1) * self.tangent)

    def __neg__(self):
        return self.made(-self.primal, -self.tangent)

    def exp(self):
        return self.made(math.exp(self.primal), math.exp(self.primal) * self.tangent)

    def sin(self):
        return self.made(math.sin(self.primal), math.cos(self.primal) * self.tangent)

    def cos(self):
        return self.made(math.cos(self.primal), -math.sin(self.primal) * self.tangent)

    def __radd__(self, other):
        return self.lifted(other) + self

    def __rsub__(self, other):
        return self.lifted(other) - self

    def __rmul__(self, other):
        return self.lifted(other) * self

    def __rtruediv__(self, other):
        return self.lifted(other) / self


class RightDual(Arithmetic):
    """A plain class: to be spoiled below."""

    def __init__(self, primal, tangent):
        self.primal = primal
        self.tangent = tangent

    def made(self, primal, tangent):
        return type(self)(primal, tangent)


@dataclass(frozen=True)
class FrozenDual(Arithmetic):
    primal: float
    tangent: float = 1.0

    def made(self, primal, tangent):
        return FrozenDual(primal, tangent)


class PairOfNumbers(NamedTuple):
    primal: float
    tangent: float


class TupleDual(Arithmetic, PairOfNumbers):
    def made(self, primal, tangent):
        return TupleDual(primal, tangent)


class MatrixDual:
    """The notebook's matrix. A function of it is what its series says."""

    __slots__ = ("matrix",)

    def __init__(self, v, v_dot=0.0):
        self.matrix = np.array([[v, v_dot], [0.0, v]])

    primal = property(lambda self: self.matrix[0, 0])
    tangent = property(lambda self: self.matrix[0, 1])

    def on_matrices(self, operation, *others):
        lifted = [x if isinstance(x, MatrixDual) else MatrixDual(x) for x in others]
        return MatrixDual(*operation(self.matrix, *[x.matrix for x in lifted])[0])

    def mapped(self, value, slope):
        return MatrixDual(value(self.primal), slope(self.primal) * self.tangent)

    __add__ = __radd__ = lambda self, other: self.on_matrices(np.add, other)
    __sub__ = lambda self, other: self.on_matrices(np.subtract, other)  # noqa: E731
    __rsub__ = lambda self, other: MatrixDual(other) - self  # noqa: E731
    __mul__ = __rmul__ = lambda self, other: self.on_matrices(np.matmul, other)
    __truediv__ = lambda self, other: self * (MatrixDual(1.0) * other) ** -1  # noqa: E731
    __rtruediv__ = lambda self, other: other * self**-1  # noqa: E731
    __pow__ = lambda self, n: self.mapped(lambda v: v**n, lambda v: n * v ** (n - 1))  # noqa: E731
    __neg__ = lambda self: self.on_matrices(np.negative)  # noqa: E731
    exp = lambda self: self.mapped(math.exp, math.exp)  # noqa: E731
    sin = lambda self: self.mapped(math.sin, math.cos)  # noqa: E731
    cos = lambda self: self.mapped(math.cos, lambda v: -math.sin(v))  # noqa: E731
