"""What +, −, ×, /, ** and abs() mean on the course's own numbers: each is a call of its rule.

`Value`, `Dual` and the traced numbers of a Wengert list inherit from `Operators` and say in one
method, `apply_rule`, what calling a rule does. Nothing else about arithmetic is written twice.
"""

from helpers import rules


class Operators:
    """Python's operators, turned into calls of rules.

    A class that inherits provides the static method `apply_rule(rule, *operands)`, called when one
    of the operands is of that class, and `precedence`: where two classes meet in one operation, the
    one with the higher precedence carries it out.
    """

    __slots__ = ()
    __array_ufunc__ = None  # so that array * number comes here, not to NumPy's loop over elements
    precedence = 1

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
