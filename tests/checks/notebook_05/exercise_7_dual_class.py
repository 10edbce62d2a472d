"""Exercise 7 of notebook 05: a forward-mode class of the reader's own."""

import math

from helpers import checks
from helpers.checks.notebook_05.exercise_7_dual_class import DUAL_CLASS
from helpers.dual import Dual
from tests.checks.entry import Entry
from tests.checks.notebook_05.right_classes import (
    Arithmetic,
    FrozenDual,
    MatrixDual,
    RightDual,
    TupleDual,
)


def having(bases=(RightDual,), **attributes):
    """A class with attributes of its own."""
    return type("MyDual", bases, attributes)


def operation(computed):
    """A method, from the primal and tangent that it computes from those of its operands."""

    def method(self, *others):
        numbers = []
        for x in (self, *map(self.lifted, others)):
            numbers += [x.primal, x.tangent]
        return self.made(*computed(*numbers))

    return method


def but(**computed):
    """The right class with some operations that compute something else."""
    return having(**{name: operation(function) for name, function in computed.items()})


def power(tangent):
    """tangent(v, v̇, n) of a power."""
    return having(
        __pow__=lambda self, n: self.made(self.primal**n, tangent(self.primal, self.tangent, n))
    )


def without(*methods):
    """The right class as a student has it who has not written some of the methods yet."""
    written = vars(Arithmetic) | vars(RightDual)
    methods = (*methods, "__dict__", "__weakref__")
    return having((), **{name: item for name, item in written.items() if name not in methods})


def add_without_return(self, other):
    self.lifted(other)


def add_and_forget(self, other):
    return self.primal + self.lifted(other).primal


def add_in_place(self, other):
    self.primal += other.primal
    self.tangent += other.tangent
    return self


def scale_tangent_in_place(self, n):
    self.tangent *= n * self.primal ** (n - 1)
    return self.made(self.primal**n, self.tangent)


def add_unlifted(self, other):
    return self.made(self.primal + other.primal, self.tangent + other.tangent)


def kept_on_the_class(attribute):
    """A class whose numbers share one of the two that belong to each."""

    class KeptOnTheClass(RightDual):
        def __init__(self, primal, tangent=0.0):
            self.primal, self.tangent = primal, tangent

        def __setattr__(self, name, x):
            if name == attribute:
                setattr(KeptOnTheClass, name, x)
            else:
                super().__setattr__(name, x)

    return KeptOnTheClass


def kept_as(primal=lambda x: x, tangent=lambda x: x):
    """A class that changes what it is made with."""

    def __init__(self, given, along=0.0):
        self.primal, self.tangent = primal(given), tangent(along)

    return having(__init__=__init__)


def exp_of_itself(self):
    return self.made(math.exp(self), 0.0)


def add_as_tuple(self, other):
    return self.primal + other.primal, self.tangent + other.tangent


def lift_with_one(self, x):
    return x if hasattr(x, "tangent") else self.made(x, 1.0)


def subtract_in_a_circle(self, other):
    return other - self


def exp_of_the_primal(self):
    return self.made(self.primal.exp(), 0.0)


def sin_of_the_primal(self):
    return self.made(self.primal.sin(), 0.0)


def cos_of_the_primal(self):
    return self.made(self.primal.cos(), 0.0)


def exp_without_import(self):
    value = eval("math.exp(primal)", {"primal": self.primal})  # a cell where `math` is missing
    return self.made(value, value * self.tangent)


def random_dual(rng):
    """The right class with one part of one operation off by a factor."""
    names = ["__add__", "__mul__", "__pow__", "exp", "sin", "cos", "__truediv__", "__rsub__"]
    original = getattr(RightDual, names[rng.integers(len(names))])
    primal, tangent = (1, rng.uniform(1.1, 3)) if rng.random() < 0.5 else (rng.uniform(1.1, 3), 1)

    def method(self, *others):
        result = original(self, *others)
        return self.made(primal * result.primal, tangent * result.tangent)

    return having(**{original.__name__: method})


ENTRY = Entry(
    notebook="05-dual-numbers.ipynb",
    name="MyDual",
    check=checks.dual_class,
    exercise=DUAL_CLASS,
    attributes=("primal", "tangent"),
    methods=("__init__", "__add__", "__rsub__", "exp", "cos"),
    right=[RightDual, FrozenDual, TupleDual, MatrixDual, Dual],
    wrong=[
        # What is missing.
        (having((), x=1), "Begin with `__init__(self, primal, tangent)`"),
        (having((), __init__=lambda self, v, v_dot: None), "Keep it in `__init__`"),
        (having((), __init__=lambda self, v: None), "takes 2 positional arguments but 3 were"),
        (without("__sub__"), "cannot do a - b yet: it has no `__sub__`"),
        (without("cos"), "cannot do a.cos() yet: it has no `cos`."),
        (without("__radd__"), "it has no `__radd__`, which Python calls where a plain number"),
        (without("__rtruediv__"), "cannot do 3 / a yet"),
        # The form of a result, and of the operands after it.
        (having(__add__=add_and_forget), "a + b is a plain number, 0.7"),
        (having(__add__=add_without_return), "a + b returned nothing"),
        (having(__add__=add_in_place), "a + b changes a itself"),
        (having(__pow__=scale_tangent_in_place), "it was made with 1.7"),
        (having(__add__=add_unlifted), "one of yours first, with the tangent 0"),
        (having(__rsub__=subtract_in_a_circle), "Does an operation call itself"),
        (having(lifted=lambda self, x: type(self)(x)), "argument: 'tangent'. A plain number"),
        (having(exp=exp_of_the_primal), "use `math.exp`"),
        (having(sin=sin_of_the_primal), "use `math.sin`"),
        (having(cos=cos_of_the_primal), "use `math.cos`"),
        (having(exp=exp_without_import), "Import `math`"),
        # The tangent of one operation.
        (having(tangent=property(lambda self: 1, lambda self, x: None)), "it was made with 1.7"),
        (having(tangent=property(lambda self: 0, lambda self, x: None)), "it was made with 1.7"),
        (but(__add__=lambda v, dv, u, du: (v + u, 0)), "The tangent is lost"),
        (but(__add__=lambda v, dv, u, du: (v + u, dv)), "The tangent of b is missing"),
        (but(__add__=lambda v, dv, u, du: (v + u, dv * du)), "In a sum they are added"),
        (
            but(__add__=lambda v, dv, u, du: (v + u, v * du + dv * u)),
            "derivatives of a product",
        ),
        (but(__mul__=lambda v, dv, u, du: (v * u, dv * du)), "That term holds ε²"),
        (
            but(__mul__=lambda v, dv, u, du: (v * u, v * du + dv * u + dv * du)),
            "The product of the two tangents is too much",
        ),
        (but(__mul__=lambda v, dv, u, du: (v * u, v * du + du * v)), "has the same slip"),
        (but(__mul__=lambda v, dv, u, du: (v * u, v * du)), "A term is missing: the tangent"),
        (but(__mul__=lambda v, dv, u, du: (v * u, dv * u)), "A term is missing: the primal"),
        (but(__mul__=lambda v, dv, u, du: (v * u, v * du - dv * u)), "added, not subtracted"),
        (
            but(__mul__=lambda v, dv, u, du: (v * u, v * dv + u * du)),
            "by its own tangent",
        ),
        (but(__mul__=lambda v, dv, u, du: (v * u, dv + du)), "derivatives of a sum"),
        (having(__pow__=RightDual.__mul__), "That is a product. A power"),
        (power(lambda v, dv, n: n * v ** (n - 1)), "Multiply it by the tangent of a"),
        (power(lambda v, dv, n: v ** (n - 1) * dv), "The exponent is missing as a factor"),
        (power(lambda v, dv, n: n * v**n * dv), "The exponent goes down by one"),
        (power(lambda v, dv, n: 2 * v * dv), "rule for a square"),
        (power(lambda v, dv, n: n * dv), "Beside n the power is missing"),
        (power(lambda v, dv, n: n * v * dv), "The exponent n - 1 is missing"),
        (power(lambda v, dv, n: v**n * math.log(v) * dv), "derivative by the exponent"),
        (power(lambda v, dv, n: 3 * v**2 * dv if n == 3 else dv), "for every exponent"),
        (power(lambda v, dv, n: n * v ** int(n - 1) * dv), "for every exponent"),
        (but(__neg__=lambda v, dv: (-v, dv)), "-a shrinks"),
        (but(__neg__=lambda v, dv: (-v, v - dv)), "The -1 that a is multiplied by"),
        (but(__sub__=lambda v, dv, u, du: (u - v, du - dv)), "The difference is turned round"),
        (but(__sub__=lambda v, dv, u, du: (v + u, dv + du)), "That is the sum"),
        (but(__sub__=lambda v, dv, u, du: (v - u, dv + du)), "a - b shrinks"),
        (
            but(__sub__=lambda v, dv, u, du: (v - u, du - dv)),
            "The two derivatives have changed places",
        ),
        (but(__truediv__=lambda v, dv, u, du: (u / v, 0)), "The quotient is turned round"),
        (but(__truediv__=lambda v, dv, u, du: (v / u, dv / du)), "has both primals in it"),
        (
            but(__truediv__=lambda v, dv, u, du: (v / u, dv * u - v * du)),
            "What stands below is missing",
        ),
        (
            but(__truediv__=lambda v, dv, u, du: (v / u, (dv * u - v * du) / u)),
            "What stands below lacks a square",
        ),
        (
            but(__truediv__=lambda v, dv, u, du: (v / u, (v * du - dv * u) / u**2)),
            "The sign is wrong: the tangent of a",
        ),
        (
            but(__truediv__=lambda v, dv, u, du: (v / u, (dv * u + v * du) / u**2)),
            "When b grows, a / b shrinks",
        ),
        (
            but(__truediv__=lambda v, dv, u, du: (v / u, dv / u - du / u**2)),
            "The factor a is missing",
        ),
        (
            but(__truediv__=lambda v, dv, u, du: (v / u, dv / u - v * du / u)),
            "A square is missing: it is -a / b**2",
        ),
        (
            but(__truediv__=lambda v, dv, u, du: (v / u, du / u - v * dv / u**2)),
            "The two derivatives have changed places",
        ),
        (
            but(__truediv__=lambda v, dv, u, du: (v / u, v * du + dv * u)),
            "derivatives of a product",
        ),
        (but(exp=lambda v, dv: (math.exp(v), math.exp(v))), "Multiply it by the tangent of a"),
        (but(exp=lambda v, dv: (math.exp(v), math.exp(dv))), "The tangent went into"),
        (but(exp=lambda v, dv: (math.exp(v), v * math.exp(v) * dv)), "A factor a is too much"),
        (
            but(exp=lambda v, dv: (math.exp(v), v * math.exp(v - 1) * dv)),
            "That is the power rule",
        ),
        (but(exp=lambda v, dv: (math.exp(v), v * dv)), "the number in the exponent"),
        (
            but(exp=lambda v, dv: (math.exp(v), math.exp(math.exp(v)) * dv)),
            "exponential is taken twice",
        ),
        (but(sin=lambda v, dv: (math.sin(v), math.cos(v))), "Multiply it by the tangent of a"),
        (but(sin=lambda v, dv: (math.sin(v), math.cos(dv))), "The tangent went into"),
        (but(sin=lambda v, dv: (math.sin(v), -math.cos(v) * dv)), "of the sine is + cos"),
        (but(sin=lambda v, dv: (math.sin(v), math.sin(v) * dv)), "of the sine is the cosine"),
        (but(cos=lambda v, dv: (math.cos(v), math.cos(v) * dv)), "the sine's derivative"),
        (but(cos=lambda v, dv: (math.cos(v), -math.cos(v) * dv)), "The sine belongs here"),
        (but(cos=lambda v, dv: (math.cos(v), -math.sin(v))), "Multiply it by the tangent of a"),
        (but(cos=lambda v, dv: (math.cos(v), -math.sin(dv))), "The tangent went into"),
        (but(cos=lambda v, dv: (math.cos(v), math.sin(v) * dv)), "of cos is -sin"),
        (but(cos=lambda v, dv: (math.cos(v), math.sin(v))), "and the tangent of a as a factor"),
        # With plain numbers.
        (but(__add__=lambda v, dv, u, du: (v + u, dv + (du or u))), "it has the tangent 0"),
        (but(__sub__=lambda v, dv, u, du: (v - u, dv - (du or u))), "it has the tangent 0"),
        (having(lifted=lift_with_one), "was given the tangent 1"),
        (
            but(__mul__=lambda v, dv, u, du: (v * u, v * du + dv * u if du else dv)),
            "scales the tangent as well",
        ),
        (having(__rsub__=RightDual.__sub__), "The operands have changed places"),
        (having(__rtruediv__=RightDual.__truediv__), "The operands have changed places"),
        (but(__rsub__=lambda v, dv, u, du: (u - v, dv)), "When a grows, 3 - a shrinks"),
        (
            but(__rtruediv__=lambda v, dv, u, du: (u / v, u * dv / v**2)),
            "When a grows, 3 / a shrinks",
        ),
        (but(__rtruediv__=lambda v, dv, u, du: (u / v, -dv / v**2)), "The 3 is missing"),
        # What is kept, and where.
        (kept_on_the_class("primal"), "a was made with the primal 1.5, and holds -0.8"),
        (kept_on_the_class("tangent"), "a was made with the tangent 1.7, and holds 3"),
        (kept_as(int), "Keep what is passed in as it is"),
        (kept_as(tangent=int), "it was made with 1.7"),
        (kept_as(lambda x: round(x, 6)), "Is something rounded?"),
        (kept_as(tangent=lambda x: round(x, 6)), "Is something rounded?"),
        (
            having(__init__=lambda self, v, dv=0.0: vars(self).update(primal=dv, tangent=v)),
            "The first argument is the primal",
        ),
        (having(__add__=add_as_tuple), "a + b is a tuple"),
        (having(exp=exp_of_itself), "want a plain number: the primal"),
        # What comes from other rules, and from other numbers.
        (but(__add__=lambda v, dv, u, du: (v + u, du)), "The tangent of a is missing: tangents"),
        (but(__add__=lambda v, dv, u, du: (v + u, v * dv + u * du)), "A sum grows as they do"),
        (but(__add__=lambda v, dv, u, du: (v + u, (v + u) * (dv + du))), "the value of the sum"),
        (but(__mul__=lambda v, dv, u, du: (v * u - dv * du, 0)), "as for complex numbers"),
        (but(__mul__=lambda v, dv, u, du: (v * u + dv * du, 0)), "their product belongs to ε²"),
        (but(__neg__=lambda v, dv: (v, -dv)), "The value keeps its sign"),
        (but(__truediv__=lambda v, dv, u, du: (v * u, 0)), "That is the product"),
        (but(__truediv__=lambda v, dv, u, du: (v // u, 0)), "Two slashes round down"),
        (but(__sub__=lambda v, dv, u, du: (v - u, dv)), "What b brings is lost"),
        (but(__truediv__=lambda v, dv, u, du: (v / u, dv / u)), "where b is a constant"),
        (but(__truediv__=lambda v, dv, u, du: (v / u, dv - v * du / u**2)), "is 1 / b, not 1"),
        (
            but(__truediv__=lambda v, dv, u, du: (v / u, (dv * u - v * du) / v**2)),
            "the square of a's primal",
        ),
        (power(lambda v, dv, n: dv**n), "The tangent is raised to the power"),
        (power(lambda v, dv, n: n * v**n - 1 * dv), "A power binds tighter than a minus"),
        (power(lambda v, dv, n: n * dv ** (n - 1) * v), "n * primal**(n - 1) * tangent"),
        (power(lambda v, dv, n: n * v * (n - 1) * dv), "(n - 1) is a product"),
        (power(lambda v, dv, n: (n - 1) * v**n * dv), "n and n - 1 have changed"),
        (power(lambda v, dv, n: n * v ** (n + 1) * dv), "goes up by one"),
        (but(exp=lambda v, dv: (math.exp(v), dv)), "A factor is missing: the derivative of exp"),
        (but(sin=lambda v, dv: (math.sin(v), math.sin(dv))), "Take the cosine, and of the primal"),
        (but(sin=lambda v, dv: (math.sin(math.radians(v)), 0)), "Those are degrees"),
    ],
    random_wrong=random_dual,
)
