"""What +, −, ×, /, ** and abs() mean on the course's own numbers: each is a call of its rule.

`Value`, `Dual` and the traced numbers of a Wengert list inherit from `Operators` and say in one
method, `apply_rule`, what calling a rule does. Nothing else about arithmetic is written twice.
"""

from helpers import rules


class Operators:
    """Python's operators, turned into calls of rules.

    A class that inherits provides the static method `apply_rule(rule, *operands)`, called when one
    of the operands is of that class, and `precedence`: where two classes meet in one operation, the
    one with the higher precedence carries it out. `number_alone` says, for errors, where the plain
    number is.
    """

    __slots__ = ()
    precedence = 1
    number_alone = "the number alone is its `data`"

    def __add__(self, other):
        return self.apply_rule(rules.add, self, other)

    def __radd__(self, other):
        return self.apply_rule(rules.add, other, self)

    def __sub__(self, other):
        return self.apply_rule(rules.sub, self, other)

    def __rsub__(self, other):
        return self.apply_rule(rules.sub, other, self)

    def __mul__(self, other):
        return self.apply_rule(rules.mul, self, other)

    def __rmul__(self, other):
        return self.apply_rule(rules.mul, other, self)

    def __truediv__(self, other):
        return self.apply_rule(rules.div, self, other)

    def __rtruediv__(self, other):
        return self.apply_rule(rules.div, other, self)

    def __pow__(self, other):
        return self.apply_rule(rules.power, self, other)

    def __rpow__(self, other):
        return self.apply_rule(rules.power, other, self)

    def __neg__(self):
        return self.apply_rule(rules.neg, self)

    def __pos__(self):
        return self

    def __abs__(self):
        return self.apply_rule(rules.absolute, self)

    # Functions from elsewhere would lose the derivative. They say what to use instead.

    def _is_no_plain_number(self, *arguments):
        raise TypeError(
            f"{self!r:.60} is more than a number, and float(), round() and the functions of math "
            f"would lose its derivative. Use {FUNCTIONS} of helpers.rules; {self.number_alone}"
        )

    __float__ = __int__ = __complex__ = __round__ = _is_no_plain_number
    __floor__ = __ceil__ = __trunc__ = _is_no_plain_number

    def __array_ufunc__(self, ufunc, method, *operands, **options):
        """NumPy's operators do what Python's do; its functions say which of ours to use."""
        name = ufunc.__name__
        if method == "__call__" and name in OPERATORS:
            return self.apply_rule(OPERATORS[name], *operands)
        if method == "__call__" and name in COMPARISONS:
            turned_round = operands[0] is not self
            other = operands[0] if turned_round else operands[1]
            if getattr(other, "ndim", None) == 0:  # a number of NumPy's, which comes as an array
                other = other.item()
            result = getattr(self, COMPARISONS[name][turned_round])(other)
            if result is not NotImplemented:
                return result
            raise TypeError(f"np.{name} is not supported between {self!r:.60} and {other!r:.60}")
        ours = name if name in rules.RULES else FUNCTIONS
        raise TypeError(
            f"np.{name} knows plain numbers only, got {self!r:.60}. Use {ours} of helpers.rules; "
            f"{self.number_alone}"
        )

    # The functions of the rule book are methods too: v.relu() is relu(v).

    def exp(self):
        return self.apply_rule(rules.exp, self)

    def log(self):
        return self.apply_rule(rules.log, self)

    def sin(self):
        return self.apply_rule(rules.sin, self)

    def cos(self):
        return self.apply_rule(rules.cos, self)

    def tanh(self):
        return self.apply_rule(rules.tanh, self)

    def sqrt(self):
        return self.apply_rule(rules.sqrt, self)

    def relu(self):
        return self.apply_rule(rules.relu, self)

    def sigmoid(self):
        return self.apply_rule(rules.sigmoid, self)


FUNCTIONS = "exp, log, sin, cos, tanh, sqrt, relu or sigmoid"

# What NumPy calls the operators: array * number, and np.float64(2) * number, come here.
OPERATORS = {
    "add": rules.add,
    "subtract": rules.sub,
    "multiply": rules.mul,
    "divide": rules.div,
    "power": rules.power,
    "negative": rules.neg,
    "absolute": rules.absolute,
    "maximum": rules.maximum,
}
COMPARISONS = {  # with the number on the left, and on the right
    "less": ("__lt__", "__gt__"),
    "less_equal": ("__le__", "__ge__"),
    "greater": ("__gt__", "__lt__"),
    "greater_equal": ("__ge__", "__le__"),
    "equal": ("__eq__", "__eq__"),
    "not_equal": ("__ne__", "__ne__"),
}
