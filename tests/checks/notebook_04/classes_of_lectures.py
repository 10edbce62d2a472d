"""Exercise 5 of notebook 04: what those write who know micrograd, each with a slip.

A result carries a function that hands its gradient on, and its operands stand in a set.
"""

from tests.checks.slips import written

LECTURE = """
import math


class MyValue:
    def __init__(self, data, _children=()):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None
        self._prev = set(_children)

    def __add__(self, other):
        other = other if isinstance(other, MyValue) else MyValue(other)
        out = MyValue(self.data + other.data, (self, other))
        def _backward():
            self.grad += 1.0 * out.grad
            other.grad += 1.0 * out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, MyValue) else MyValue(other)
        out = MyValue(self.data * other.data, (self, other))
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, n):
        out = MyValue(self.data**n, (self,))
        def _backward():
            self.grad += n * self.data ** (n - 1) * out.grad
        out._backward = _backward
        return out

    def exp(self):
        out = MyValue(math.exp(self.data), (self,))
        def _backward():
            self.grad += out.data * out.grad
        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = MyValue(t, (self,))
        def _backward():
            self.grad += (1 - t**2) * out.grad
        out._backward = _backward
        return out

    def relu(self):
        out = MyValue(self.data if self.data > 0 else 0.0, (self,))
        def _backward():
            self.grad += (self.data > 0) * out.grad
        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        other = other if isinstance(other, MyValue) else MyValue(other)
        out = MyValue(self.data - other.data, (self, other))
        def _backward():
            self.grad += out.grad
            other.grad += -out.grad
        out._backward = _backward
        return out

    def __truediv__(self, other):
        other = other if isinstance(other, MyValue) else MyValue(other)
        out = MyValue(self.data / other.data, (self, other))
        def _backward():
            self.grad += 1 / other.data * out.grad
            other.grad += -self.data / other.data**2 * out.grad
        out._backward = _backward
        return out

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return other * self**-1

    def backward(self):
        topo, visited = [], {self}
        stack = [(self, iter(self._prev))]
        while stack:
            v, children = stack[-1]
            child = next(children, None)
            if child is None:
                topo.append(v)
                stack.pop()
            elif child not in visited:
                visited.add(child)
                stack.append((child, iter(child._prev)))
        for v in topo:
            if v._prev:
                v.grad = 0.0
        self.grad += 1.0
        for v in reversed(topo):
            v._backward()
"""


def lecture(*changes):
    return written("MyValue", LECTURE, *changes)


def lecture_with(backward):
    """The class with a `backward` of its own."""
    head, _ = LECTURE.split("    def backward(self):\n")
    return written("MyValue", head + backward)


AS_IN_THE_LECTURE = """
    def backward(self):
        topo, visited = [], set()
        def build_topo(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build_topo(child)
                topo.append(v)
        build_topo(self)
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()
"""
PLUS = """            self.grad += 1.0 * out.grad
            other.grad += 1.0 * out.grad
"""
TIMES = """            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
"""
ZERO = """        for v in topo:
            if v._prev:
                v.grad = 0.0
"""
SLOW_TANH = "(math.exp(2 * self.data) - 1) / (math.exp(2 * self.data) + 1)"
TANH_OF_PARTS = (
    "(math.exp(self.data) - math.exp(-self.data)) / (math.exp(self.data) + math.exp(-self.data))"
)
OVERFLOWS = "an exponential is larger than any float"
ALONE = "hands on its local derivative alone"
REPLACES = "keeps only what comes through"
LONG = "out._backward = _backward\n        return out\n\n    def "

OF_LECTURES = [
    (lecture_with(AS_IN_THE_LECTURE), "The product in between still holds"),
    # = for +=, in one operation only.
    (lecture((PLUS, PLUS.replace("+=", "="))), "Write += where you have ="),
    (lecture((PLUS, PLUS.replace("other.grad +=", "other.grad ="))), "Write += where you have ="),
    (lecture((PLUS, PLUS.replace("self.grad +=", "self.grad ="))), f"{REPLACES} `a + b`"),
    (lecture((TIMES, TIMES.replace("+=", "="))), f"{REPLACES} `a * b`"),
    (lecture((TIMES, TIMES.replace("other.grad +=", "other.grad ="))), f"{REPLACES} `a * b`"),
    (lecture(("self.grad += n *", "self.grad = n *")), f"{REPLACES} `a ** 3`"),
    (lecture(("self.grad += out.data", "self.grad = out.data")), f"{REPLACES} `a.exp()`"),
    (lecture(("self.grad += (1 - t", "self.grad = (1 - t")), f"{REPLACES} `a.tanh()`"),
    (lecture(("self.grad += (self", "self.grad = (self")), f"{REPLACES} `a.relu()`"),
    (lecture(("self.grad += out.grad", "self.grad = out.grad")), f"{REPLACES} `a - b`"),
    (lecture(("other.grad += -out.grad", "other.grad = -out.grad")), f"{REPLACES} `a - b`"),
    (lecture(("self.grad += 1 /", "self.grad = 1 /")), f"{REPLACES} `a / b`"),
    (lecture(("other.grad += -self", "other.grad = -self")), f"{REPLACES} `a / b`"),
    # Without out.grad, in one operation only.
    (lecture((PLUS, PLUS.replace(" * out.grad", ""))), f"`a + b` {ALONE}"),
    (lecture((TIMES, TIMES.replace(" * out.grad", ""))), f"`a * b` {ALONE}"),
    (lecture(("(n - 1) * out.grad", "(n - 1)")), f"`a ** 3` {ALONE}"),
    (lecture(("out.data * out.grad", "out.data")), f"`a.exp()` {ALONE}"),
    (lecture(("(1 - t**2) * out.grad", "(1 - t**2)")), f"`a.tanh()` {ALONE}"),
    (lecture(("(self.data > 0) * out.grad", "(self.data > 0)")), f"`a.relu()` {ALONE}"),
    # The way of the sweep, its seed, and what is left from before.
    (lecture(("reversed(topo)", "topo")), "an order with the leaves first"),
    (lecture(("reversed(topo)", "topo[1:]")), "an order with the leaves first"),
    (lecture(("reversed(topo)", "topo[-2::-1]")), "Nothing arrives at the operands"),
    (lecture(("        self.grad += 1.0\n", "")), "gives the result the gradient 1.0, before"),
    (lecture(("self.grad += 1.0\n", "self.grad = 1.0\n")), "A leaf a, and a.backward() twice"),
    (lecture((ZERO, "")), "a.grad is 24, but it should be 12"),
    (lecture((ZERO, ""), ("+= 1.0\n", "= 1.0\n")), "The product in between still holds"),
    (lecture(("            if v._prev:\n    ", "")), "The second call forgets the first"),
    (lecture(("self.grad = 0.0", "self.grad = 1.0")), "One 1.0 is too much"),
    (lecture(("self.grad = 0.0", "self.grad = None")), "Let `grad` begin with 0.0"),
    (lecture(("self.grad = 0.0", "pass")), "Give each number its gradient in `__init__`"),
    (lecture(("self.data = data", "self.value = data")), "Keep it in `__init__`: self.data"),
    # What a result knows of its operands.
    (
        lecture((f"{LONG}__mul__", "return out\n\n    def __mul__")),
        "Nothing arrives at the operands",
    ),
    (
        lecture((f"{LONG}tanh", "return out\n\n    def tanh")),
        "Nothing arrives from `a.exp()`",
    ),
    (
        lecture((f"{LONG}__mul__", LONG.replace("_backward\n", "_backward()\n") + "__mul__")),
        "out._backward = _backward, without ()",
    ),
    (
        lecture(("MyValue(t, (self,))", "MyValue(t)")),
        "The sweep stops before a * c: the result of `a.tanh()`",
    ),
    (
        lecture(("self.data * other.data, (self, other)", "self.data * other.data, (self,)")),
        "The sweep stops before b * c: the result of `a * b`",
    ),
    (
        lecture(("MyValue(math.exp(self.data), (self,))", "math.exp(self.data)")),
        "Make a MyValue of it first",
    ),
    # What Python stops at.
    (lecture(("import math", "")), "Import `math`"),
    (
        lecture(("self.grad += out.data *", "other.grad += out.data *")),
        "knows its own arguments only",
    ),
    (lecture(("MyValue(self.data if self.data > 0", "MyValue(self if self > 0")), "self.data > 0"),
    (lecture(("def backward(self)", "def Backward(self)")), "object has no attribute 'backward'"),
    # Values and slopes.
    (lecture((" = math.tanh(self.data)", " = 1 / (1 + math.exp(-self.data))")), "the sigmoid. `"),
    (lecture(("self.data / other.data,", "self.data // other.data,")), "Two slashes round down"),
    (lecture((" = math.tanh(self.data)", f" = {SLOW_TANH}")), OVERFLOWS),
    (lecture((" = math.tanh(self.data)", f" = {TANH_OF_PARTS}")), OVERFLOWS),
    (lecture(("(1 - t**2)", "math.cosh(self.data) ** -2")), OVERFLOWS),
    (lecture(("(self.data > 0) *", "(self.data >= 0) *")), "The course takes 0"),
    (lecture(("self.data if self.data > 0 else 0.0", "abs(self.data)")), "the size of a"),
    (
        lecture(("self.grad += out.data *", "self.grad +=")),
        "A factor is missing: the derivative of exp",
    ),
    (lecture(("n * self.data ** (n - 1)", "(n - 1) * self.data**n")), "n and n - 1 have"),
    (lecture(("n * self.data ** (n - 1)", "n * self.data ** (n + 1)")), "goes up by one"),
    (
        lecture(("n * self.data ** (n - 1)", "n * self.data * (n - 1)")),
        "n * a * (n - 1) is a product",
    ),
    (lecture(("self.data**n,", "self.data**n.data,")), "take n as it is"),
    (lecture(("self.data / other.data,", "self.data * other.data,")), "That is the product"),
    (lecture((" 1 / other.data * out", " out")), "The derivative by a is 1 / b, not 1"),
    (
        lecture(
            (PLUS, PLUS.replace("self.grad += 1.0", "self.grad += self.data")),
            ("other.grad += 1.0 *", "other.grad += other.data *"),
        ),
        "A sum grows as they do",
    ),
    (lecture(("1.0 * out.grad", "out.data")), "not `data`"),
    (lecture(("self.data = data", "self.data = round(data, 6)")), "Is something rounded?"),
    (lecture(("math.exp(self.data)", "2.718281828**self.data")), "Is something rounded?"),
]
