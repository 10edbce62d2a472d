"""Numbers as pieces of a program's text, so that rules and local derivatives can be written out.

With v = Text("v"), the text of 1.0 - v * v is "1.0 - v * v". A `Text` knows the shape of what it
stands for: arrays are written with NumPy's functions, numbers with those of `helpers.rules`.
"""

from math import isfinite

from helpers.rules import absolute, add, div, greater, mul, neg, power, relu, sigmoid, sub, xlogy
from helpers.rules.arrays import numpy
from helpers.rules.operators import Operators

# How tightly an operation binds. What binds less tightly than it stands in brackets.
SUM, PRODUCT, SIGN, POWER, NAME = range(5)

SIGNS = {add: ("+", SUM), sub: ("-", SUM), mul: ("*", PRODUCT), div: ("/", PRODUCT)}

# How a rule is called on arrays, where that is not NumPy's function of the same name.
ON_ARRAYS = {
    relu: "np.maximum({0}, zero_)",
    absolute: "abs({0})",
    sigmoid: "arrays.sigmoid(np, {0})",
    greater: "arrays.greater(np, {0}, {1})",
    xlogy: "arrays.xlogy(np, {0}, {1})",
}


class Text(Operators):
    """A number in a program: its text, how tightly that binds, and the shape of the number.

    `beside` is called on the texts that meet this one in an operation, if this one is an array.
    """

    __slots__ = ("beside", "binding", "shape", "text")

    def __init__(self, text, binding=NAME, shape=(), beside=None):
        self.text, self.binding, self.shape, self.beside = text, binding, shape, beside

    def within(self, binding):
        """The text as an operand of something that binds so tightly."""
        return self.text if self.binding >= binding else f"({self.text})"

    @staticmethod
    def apply_rule(rule, *operands):
        if rule is power and operands[1] in (0.0, 1.0):  # in the slope of x ** 1 and of x ** 2
            return operands[0] if operands[1] else 1.0
        return written(rule, *operands)

    __eq__ = object.__eq__
    __hash__ = object.__hash__


def as_text(x):
    """A Text as it is, a plain number as its text."""
    if isinstance(x, Text):
        return x
    return Text(repr(x) if isfinite(x) else f"float('{x}')", SIGN if x < 0 else NAME)


def written(rule, *operands):
    """The rule on these operands, texts and numbers, as a Text."""
    texts = [*map(as_text, operands)]
    shape = broadcast(*(x.shape for x in texts))
    beside = next((x.beside for x in texts if x.shape), None)
    if beside and rule is not power:
        texts = [*map(beside, texts)]
    if rule is mul and len(texts[0].shape) < len(texts[1].shape):
        texts.reverse()  # the same product, in the order in which NumPy is faster
    if rule in SIGNS:
        sign, binding = SIGNS[rule]
        text = f"{texts[0].within(binding)} {sign} {texts[1].within(binding + 1)}"
    elif rule is neg:
        text, binding = f"-{texts[0].within(POWER)}", SIGN
    elif rule is power and shape and operands[1] == 2.0:
        text, binding = f"np.square({texts[0].text})", NAME
    elif rule is power and (shape or counts(operands[1])):
        text, binding = f"{texts[0].within(NAME)} ** {texts[1].within(NAME)}", POWER
    else:
        text, binding = call(rule, shape).format(*(x.text for x in texts)), NAME
    return Text(text, binding, shape, beside)


def call(rule, shape):
    """How a function is called, with {0} and {1} for its operands."""
    operands = ", ".join(["{0}", "{1}"][: rule.arity])
    if shape:
        return ON_ARRAYS.get(rule, f"np.{rule.name}({operands})")
    return f"{rule.name}({operands})"


def counts(exponent):
    """Is it one of 0, 1, 2, …? To other powers Python raises numbers that have none."""
    return type(exponent) is float and exponent >= 0 and exponent % 1 == 0


def broadcast(*shapes):
    """The shape of what is computed from numbers and arrays of these shapes."""
    return numpy().broadcast_shapes(*shapes) if any(shapes) else ()
