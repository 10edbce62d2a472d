"""Exercise 6 of notebook 04: a reverse-mode class of the reader's own."""

import math
from dataclasses import dataclass

from helpers import checks
from helpers.broken_engines import MUSEUM, SmallValue
from helpers.checks.notebook_04.exercise_6_value_class import VALUE_CLASS
from helpers.value import Value
from tests.checks.entry import Entry
from tests.checks.notebook_04.classes_of_lectures import LECTURE, OF_LECTURES
from tests.checks.notebook_04.exercise_2_topological_order import order_by_level, order_without_seen
from tests.checks.notebook_04.right_classes import (
    ClosureValue,
    DataclassValue,
    FloatValue,
    LeafMaker,
    RightValue,
    TapeValue,
    tanh_of,
)
from tests.checks.slips import written


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


def backward_from_data(self):
    self.grad += self.data
    self.sweep(self.order())


def backward_that_keeps_its_own(self):
    nodes = self.order()
    for node in nodes:
        if node.operands and node is not self:
            node.grad = 0.0
    self.grad += 1.0
    self.sweep(nodes)


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


class Slipping(RightValue):
    """Each result hands on by itself, so that one operation can do it in a wrong way."""

    def sweep(self, nodes):
        for node in reversed(nodes):
            node.hand_on()

    def hand_on(self):
        for operand, slope in zip(self.operands, self.local_derivatives, strict=True):
            operand.receive(self.grad * slope)


def slipping(name, slip, places):
    """The right class, but for what one operation hands on to the operands in these places."""
    right = operation(NOTED[name])

    def method(self, *others):
        result = right(self, *others)
        operands, slopes = result.operands, result.local_derivatives

        def hand_on():
            for place, (operand, slope) in enumerate(zip(operands, slopes, strict=True)):
                if place not in places:
                    operand.receive(result.grad * slope)
                elif slip == "assigns":
                    operand.grad = result.grad * slope
                elif slip == "forgets":
                    operand.receive(slope)
                elif slip == "does not know":
                    operand.receive(result.grad * slope)

        result.hand_on = hand_on
        if slip == "does not know":
            result.operands = tuple(x for i, x in enumerate(operands) if i not in places)
        return result

    return type("MyValue", (Slipping,), {name: method})


# What each operation computes and notes, and how the check calls it.
NOTED = {
    "__add__": lambda a, b: (a + b, 1, 1),
    "__mul__": lambda a, b: (a * b, b, a),
    "__pow__": lambda a, n: (a**n, n * a ** (n - 1), 0),
    "__neg__": lambda a: (-a, -1),
    "__sub__": lambda a, b: (a - b, 1, -1),
    "__truediv__": lambda a, b: (a / b, 1 / b, -a / b**2),
    "exp": lambda a: (math.exp(a), math.exp(a)),
    "tanh": lambda a: (math.tanh(a), 1 - math.tanh(a) ** 2),
    "relu": lambda a: (max(a, 0.0), float(a > 0)),
    "__radd__": lambda a, b: (a + b, 1, 1),
    "__rsub__": lambda a, b: (b - a, -1, 1),
    "__rmul__": lambda a, b: (a * b, b, a),
    "__rtruediv__": lambda a, b: (b / a, -b / a**2, 1 / a),
}
TEXTS = {
    "__add__": "a + b", "__mul__": "a * b", "__pow__": "a ** 3", "__neg__": "-a",
    "__sub__": "a - b", "__truediv__": "a / b", "exp": "a.exp()", "tanh": "a.tanh()",
    "relu": "a.relu()", "__radd__": "3 + a", "__rsub__": "3 - a", "__rmul__": "3 * a",
    "__rtruediv__": "3 / a",
}  # fmt: skip


# Where it shows before the operation is tried on a result.
UNKNOWN = {
    ("__add__", "a"): "an order with the leaves first",
    ("__add__", "b"): "an order with the leaves first",
    ("__mul__", "a"): "through the product to its first operand",
}


def slips_in(name, text):
    """Every way in which one operation can hand on wrongly, with words of its cause."""
    yield slipping(name, "forgets", (0, 1)), f"`{text}` hands on its local derivative alone"
    if name not in ("__add__", "relu"):  # their checks say so in other words
        yield slipping(name, "gives nothing", (0, 1)), f"Nothing arrives from `{text}`"
    operands = [letter for letter in "ab" if letter in text.replace("tanh", "").replace("relu", "")]
    for place, letter in enumerate(operands):
        yield (
            slipping(name, "assigns", (place,)),
            "Write += where you have ="
            if (name, letter) == ("__add__", "b")
            else f"keeps only what comes through `{text}`",
        )
        yield (
            slipping(name, "does not know", (place,)),
            UNKNOWN.get(
                (name, letter), f"The sweep stops before {letter} * c: the result of `{text}`"
            ),
        )
        if len(operands) == 2:
            yield (
                slipping(name, "gives nothing", (place,)),
                f"Nothing arrives at {letter}. Is what the result notes {letter} itself",
            )


IN_COMPANY = [slip for name, text in TEXTS.items() for slip in slips_in(name, text)]


class NotesOnTheClass(RightValue):
    """All results share what the last one noted."""

    def __init__(self, data, operands=(), slopes=()):
        self.data, self.grad, self.operands = data, 0.0, operands
        NotesOnTheClass.local_derivatives = slopes

    def sweep(self, nodes):
        for node in reversed(nodes):
            for operand, slope in zip(node.operands, node.local_derivatives, strict=False):
                operand.receive(node.grad * slope)


class ByData:
    """Numbers that are the same number to Python if they hold the same data."""

    def __eq__(self, other):
        return self.data == other.data

    def __hash__(self):
        return hash(self.data)


@dataclass
class UnhashableValue(DataclassValue):
    """A dataclass as it comes, which compares by content."""


ENTRY = Entry(
    notebook="04-value-and-backpropagation.ipynb",
    name="MyValue",
    check=checks.value_class,
    exercise=VALUE_CLASS,
    attributes=("data", "grad"),
    methods=("__init__", "__new__", "__add__", "__rsub__", "exp", "backward"),
    right=[
        RightValue,
        ClosureValue,
        TapeValue,
        DataclassValue,
        FloatValue,
        LeafMaker,
        written("MyValue", LECTURE),
        Value,
    ],
    wrong=[
        # What is missing.
        (having((), x=1), "MyValue(3) stopped with TypeError: MyValue() takes no arguments"),
        (having((), __init__=lambda self, data: None), "Keep it in `__init__`: self.data"),
        (without("backward"), "object has no attribute 'backward'"),
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
        (having(__rsub__=subtract_in_a_circle), "Does an operation call itself"),
        (having(backward=lambda self: None), "gives the result the gradient 1.0, before"),
        # The value or the derivatives of one operation.
        (but(__add__=lambda a, b: (a + b, 0, 0)), "Nothing arrives at the operands"),
        (but(__add__=lambda a, b: (a + b, b, a)), "a.grad is -0.8, but it should be 1. Those"),
        (but(__sub__=lambda a, b: (b - a, -1, 1)), "The difference is turned round"),
        (but(__sub__=lambda a, b: (a + b, 1, 1)), "That is the sum"),
        (but(__sub__=lambda a, b: (a - b, 1, 1)), "a - b shrinks"),
        (but(__sub__=lambda a, b: (a - b, -1, 1)), "a - b at a = 1.5, b = -0.8: a.grad is -1"),
        (but(__add__=lambda a, b: (a + b, 2, 2)), "Is one added to the other, or handed on twice"),
        (but(__add__=lambda a, b: (a + b, -1, -1)), "Is there a -=, or are both noted"),
        (but(__add__=lambda a, b: (a + b, 1, -1)), "derivatives of a difference"),
        (
            but(__add__=lambda a, b: (a * b, 1, 1)),
            "That is the product",
        ),
        (but(__mul__=lambda a, b: (a * b, a, b)), "the derivative by a is b"),
        (but(__mul__=lambda a, b: (a * b, a, a)), "Both are a"),
        (but(__mul__=lambda a, b: (a * b, b, b)), "Both are b"),
        (but(__mul__=lambda a, b: (a * b, 1 / b, 1 / a)), "divided by the local derivative"),
        (but(__mul__=lambda a, b: (a * b, a * b, a * b)), "That is the value of the product"),
        (
            but(__mul__=lambda a, b: (a * b, -b, -a)),
            "a.grad is 0.8, but it should be -0.8. The sign",
        ),
        (power(lambda a, n: (n - 1) * a ** (n - 1)), "The factor is n, not n - 1"),
        (
            but(tanh=lambda a: (math.tanh(a), 1 / math.cosh(a))),
            "but it should be 0.63474. That is 1 / cosh(a)",
        ),
        (but(tanh=lambda a: (math.tan(a), 1.0)), "That is tan(a)"),
        (having(backward=backward_from_data), "begins with the `data` of the result"),
        (having(backward=backward_that_keeps_its_own), "The result still holds its gradient"),
        (but(__mul__=lambda a, b: (a * b, 1, 1)), "derivatives of a sum"),
        (but(__truediv__=lambda a, b: (b / a, 1, 1)), "The quotient is turned round"),
        (but(__truediv__=lambda a, b: (a / b, 1 / b, a / b**2)), "a / b shrinks"),
        (but(__truediv__=lambda a, b: (a / b, 1 / b, -1 / b**2)), "The factor a is missing"),
        (but(__truediv__=lambda a, b: (a / b, 1 / b, -a / b)), "A square is missing: it is"),
        (but(__truediv__=lambda a, b: (a / b, -a / b**2, 1 / b)), "a.grad is -2.34375"),
        (but(__truediv__=lambda a, b: (a / b, b, a)), "a.grad is -0.8, but it should be -1.25"),
        (having(__pow__=SmallValue.__mul__), "That is a product. A power"),
        (exhibit("ExhibitD"), "The exponent is missing as a factor"),
        (power(lambda a, n: n * a**n), "The exponent goes down by one"),
        (power(lambda a, n: 2 * a), "rule for a square"),
        (power(lambda a, n: n), "Beside n the power is missing"),
        (power(lambda a, n: n * a), "The exponent n - 1 is missing"),
        (power(lambda a, n: a**n * math.log(a)), "derivative by the exponent"),
        (power(lambda a, n: 3 * a**2 if n == 3 else 0), "holds for every exponent"),
        (but(__neg__=lambda a: (a, -1)), "The value keeps its sign"),
        (but(__neg__=lambda a: (-a, 1)), "-a shrinks"),
        (exhibit("ExhibitC"), "A factor a is too much"),
        (but(exp=lambda a: (math.exp(a), a * math.exp(a - 1))), "That is the power rule"),
        (but(exp=lambda a: (math.exp(a), a)), "the number in the exponent"),
        (but(exp=lambda a: (math.exp(a), math.exp(math.exp(a)))), "exponential is taken twice"),
        (but(tanh=lambda a: (math.tanh(a), 1 - a**2)), "Square the result"),
        (but(tanh=lambda a: (math.tanh(a), 1 - math.tanh(a))), "A square is missing: 1"),
        (but(tanh=lambda a: (math.tanh(a), 1 + math.tanh(a) ** 2)), "The sign is wrong: 1 - tanh"),
        (
            but(tanh=lambda a: (math.tanh(a), 1 - math.tanh(math.tanh(a)) ** 2)),
            "The tanh is taken twice",
        ),
        (
            but(tanh=lambda a: (math.tanh(a), math.tanh(a) * (1 - math.tanh(a)))),
            "rule for the sigmoid",
        ),
        (exhibit("ExhibitE"), "Either it is on the wrong side"),
        (but(relu=lambda a: (min(a, 0), float(a < 0))), "Above 0 a ReLU lets"),
        (but(relu=lambda a: (max(a, 0), max(a, 0))), "That is the result"),
        (but(relu=lambda a: (a, 1)), "Below 0 a ReLU gives 0"),
        (but(relu=lambda a: (max(a, 0.01 * a), 1)), "That is a leaky ReLU"),
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
        (NotesOnTheClass, "what is kept on the class is there only once"),
        *IN_COMPANY,
        # What shows only when everything else is right.
        (having(backward=backward_without_zero), "The product in between still holds"),
        (having(backward=backward_with_zero_everywhere), "The second call forgets the first"),
        (having(backward=backward_where_recursion_allows), "20,000 operations, a.grad is not"),
        (having(order=order_of_at_most_ten_thousand), "stopped with AssertionError: did the"),
        (having(order=SmallValue.order), "too long for a function that calls itself"),
        (having(backward=backward_along_all_paths), "each of the 2**60 paths by itself"),
        (having(backward=backward_of_not_61_nodes), "and so on, stopped with AssertionError"),
        (having(backward=backward_that_loses_count), "a.grad is not 2**60"),
        *OF_LECTURES,
    ],
    random_wrong=random_class,
)
