"""Dual numbers v + v̇ε, with ε² = 0: forward mode in one class.

The primal v and the tangent v̇ go through a program together. If the input is a + 1ε, the tangent of
the output is f'(a), exact up to rounding.

Each derivative that is taken has an ε of its own, told apart by a tag. Without tags, nested
derivatives mix up their perturbations: J. M. Siskind and B. A. Pearlmutter, "Perturbation confusion
and referential transparency" (IFL 2005).
"""

from helpers.rules.floating import as_float, is_real, pythons_own
from helpers.rules.operators import Operators
from helpers.rules.rule import UndefinedError
from helpers.value import Value


class Dual(Operators):
    """The number primal + tangent · ε, where `tag` says which ε.

    Primal and tangent may be real numbers, `Value`s, or Duals of other tags. Duals made without a
    tag share one ε. Raises TypeError for other kinds of number, and ValueError if the primal or the
    tangent holds this ε already.

    >>> x = Dual(3.0, 1.0)
    >>> x * x + 1
    Dual(10.0, 6.0)
    """

    __slots__ = ("primal", "tag", "tangent")
    precedence = 2
    number_alone = "the number alone is its `primal`"

    def __init__(self, primal, tangent=0.0, tag="ε"):
        for x in (primal, tangent):
            if not _is_number(x):
                raise TypeError(f"Dual takes real numbers, got {x!r:.60} ({type(x).__name__})")
            if _holds(x, tag):
                raise ValueError(
                    f"{x!r} holds {tag} already, and its square is 0. For a second derivative call "
                    "derivative() twice, or give the inner Dual a tag of its own"
                )
        self.primal = as_float(primal) if is_real(primal) else primal
        self.tangent = as_float(tangent) if is_real(tangent) else tangent
        self.tag = tag

    @staticmethod
    def apply_rule(rule, *operands):
        """The rule on the primals, and the chain rule: Σ (local derivative) × (tangent)."""
        for x in operands:
            if not _is_number(x):
                raise rule.wrong_kind(x)
        operands = [as_float(x) if is_real(x) else x for x in operands]
        tag = next(x.tag for x in operands if isinstance(x, Dual))
        primals, tangents = zip(*[split(x, tag) for x in operands], strict=True)
        primal = rule(*primals)
        tangent = 0.0
        for partial, direction in zip(rule.partials, tangents, strict=True):
            if not _is_zero(direction):  # a slope that meets a 0 may not even exist
                try:
                    slope = partial(*primals, primal)
                except UndefinedError as error:
                    raise rule.no_slope(map(_real_part, primals), error) from None
                tangent = tangent + slope * direction
        return Dual(primal, tangent, tag)

    # Comparisons look at the primal: a program takes the branch that it takes without a tangent.

    def __eq__(self, other):
        return bool(self.primal == _primal(other)) if _is_number(other) else self.primal == other

    def __lt__(self, other):
        return bool(self.primal < _primal(other)) if _is_number(other) else NotImplemented

    def __le__(self, other):
        return bool(self.primal <= _primal(other)) if _is_number(other) else NotImplemented

    def __gt__(self, other):
        return bool(self.primal > _primal(other)) if _is_number(other) else NotImplemented

    def __ge__(self, other):
        return bool(self.primal >= _primal(other)) if _is_number(other) else NotImplemented

    def __bool__(self):
        return bool(self.primal)

    __hash__ = object.__hash__

    def __format__(self, spec):
        if not spec:
            return str(self)
        primal, tangent = (
            f"({x:{spec}})" if isinstance(x, Dual) else f"{x:{spec}}"
            for x in (self.primal, self.tangent)
        )
        sign = "-" if tangent.startswith("-") else "+"
        return f"{primal} {sign} {tangent.removeprefix('-')}{self.tag}"

    def __repr__(self):
        return (
            f"Dual({self.primal}, {self.tangent}{'' if self.tag == 'ε' else f', tag={self.tag}'})"
        )


class Epsilon:
    """A fresh ε: a tag that equals no other.

    >>> Dual(3.0, 1.0, tag=Epsilon())
    Dual(3.0, 1.0, tag=ε′)
    """

    def __repr__(self):
        return "ε′"

    # A copy of a number still belongs to the derivative that is being taken.

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def split(x, tag):
    """x as (primal, tangent) with respect to one ε. The tangent is None where x does not hold it.

    Where x is a Dual of another tag, that ε stays inside both parts: (a + bε) + (c + dε)η is
    (a + cη) + (b + dη)ε. So the order in which two derivatives were nested does not matter.

    >>> split(Dual(3.0, 1.0), "ε"), split(5.0, "ε")
    ((3.0, 1.0), (5.0, None))
    """
    if not _holds(x, tag):
        return x, None
    if x.tag == tag:
        return x.primal, x.tangent
    (a, b), (c, d) = split(x.primal, tag), split(x.tangent, tag)
    return Dual(a, c, x.tag), Dual(*(0.0 if t is None else t for t in (b, d)), x.tag)


def derivative(f, x):
    """f'(x) by forward mode, for f: R → R. Calls may be nested to any depth.

    f runs once, on x + 1ε. Raises TypeError if x is not a real number (or a Value or Dual) or if f
    returns something else.

    >>> derivative(lambda x: x**3, 2.0)
    12.0
    >>> derivative(lambda x: derivative(lambda y: y**3, x), 1.0)
    6.0
    """
    tag = Epsilon()
    y = f(Dual(x, 1.0, tag))
    if not _is_number(y):
        raise TypeError(f"derivative needs a function that returns a number, got {y!r:.60}")
    tangent = split(y, tag)[1]
    return 0.0 if tangent is None else tangent


def _holds(x, tag):
    """Does x hold the ε of this tag, at any depth?"""
    return isinstance(x, Dual) and (x.tag == tag or _holds(x.primal, tag) or _holds(x.tangent, tag))


def _is_zero(tangent):
    """Is a tangent 0, with all the tangents within it? A `Value` never is: it may vary."""
    if isinstance(tangent, Dual):
        return _is_zero(tangent.primal) and _is_zero(tangent.tangent)
    return tangent is None or (is_real(tangent) and tangent == 0)


def _is_number(x):
    return isinstance(x, Value | Dual) or is_real(x)


def _primal(x):
    return x.primal if isinstance(x, Dual) else pythons_own(x)


def _real_part(x):
    """The plain number inside a Dual or a Value, for an error message."""
    while isinstance(x, Dual):
        x = x.primal
    return x.data if isinstance(x, Value) else x
