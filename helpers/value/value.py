"""Reverse mode in one class, and the order in which its numbers take their turns."""

from helpers.rules.floating import as_float, is_real, pythons_own
from helpers.rules.operators import Operators
from helpers.rules.rule import UndefinedError, engine_of
from helpers.value.copies import flat, rebuilt
from helpers.wengert import record_graph


class Value(Operators):
    """A real number that takes part in a computation graph.

    data   the number, a float
    grad   after `output.backward()`: the derivative of the output with respect to this number
    label  a name for drawings, tables and error messages
    rule   the primitive that computed it; None for a leaf

    Raises TypeError for what is not a real number.

    >>> w = Value(2.0, label="w")
    >>> loss = (w * 3.0 - 1.0) ** 2
    >>> loss.backward()
    >>> loss.data, w.grad
    (25.0, 30.0)
    """

    # No rule has more than two operands. Two slots instead of a tuple halve the objects that
    # Python's garbage collector has to look at, and most of the time of a large graph goes there.
    __slots__ = ("_x", "_y", "data", "grad", "label", "rule")

    def __init__(self, data, label=""):
        if not is_real(data):
            raise TypeError(f"Value takes a real number, got {data!r:.60} ({type(data).__name__})")
        if not isinstance(label, str):
            raise TypeError(f"a label is a text, got {label!r:.60} ({type(label).__name__})")
        self._set(as_float(data), label, None, None, None)

    def _set(self, data, label, rule, x, y):
        self.data = data
        self.grad = 0.0
        self.label = label
        self.rule = rule
        self._x = x
        self._y = y

    @staticmethod
    def apply_rule(rule, x, y=None):
        """A new Value: the rule applied to x, or to x and y; each a Value or a plain number.

        Raises TypeError for what is not a real number, UndefinedError outside the domain.
        """
        try:
            if y is None:
                data = rule.on_floats(x.data)
            else:
                a = x.data if isinstance(x, Value) else (x := pythons_own(x))
                b = y.data if isinstance(y, Value) else (y := pythons_own(y))
                data = rule.on_floats(a, b)
        except (TypeError, ValueError, OverflowError):
            data = None
        # Seldom: an operand of another kind, or outside the domain. A rule that compares may give a
        # float whatever it was given.
        if type(data) is not float or (rule.only_real and y is not None):
            operands = (x, y)[: rule.arity]
            if engine := engine_of(operands, above=Value.precedence):
                return engine.apply_rule(rule, *operands)
            data = _carefully(rule, operands)
            x, y = (as_float(z) if is_real(z) else z for z in (x, y))
        node = Value.__new__(Value)
        node._set(data, "", rule, x, y)
        return node

    @property
    def operands(self):
        """The Values and plain numbers that this Value was computed from; () for a leaf.

        >>> (Value(2.0) * 3.0).operands
        (Value(data=2.0, grad=0.0), 3.0)
        """
        return (self._x, self._y)[: self.rule.arity] if self.rule else ()

    def backward(self):
        """Find the derivative of this Value by every Value that it depends on.

        The gradients of leaves add up from call to call, until `zero_grad`. Those of
        intermediate nodes start from zero in each call, so nothing is counted twice.
        """
        order = users_first(self)
        for node in order:
            if node.rule:
                node.grad = 0.0
        self.grad += 1.0
        for node in order:
            node._backward()

    def _backward(self):
        """One step of the reverse sweep: hand this node's gradient on to its operands."""
        if not self.rule or self.grad == 0.0:  # a slope that meets a 0 may not even exist
            return
        x, y, partials = self._x, self._y, self.rule.partials
        try:
            if y is None:
                x.grad += self.grad * partials[0](x.data, self.data)
                return
            a = x.data if isinstance(x, Value) else x
            b = y.data if isinstance(y, Value) else y
            if isinstance(x, Value):
                x.grad += self.grad * partials[0](a, b, self.data)
            if isinstance(y, Value):
                y.grad += self.grad * partials[1](a, b, self.data)
        except UndefinedError as error:
            raise self.rule.no_slope(map(_primal, self.operands), error) from None

    def zero_grad(self):
        """Set the gradient of this Value, and of all that it depends on, to zero.

        >>> x = Value(3.0)
        >>> y = x * x
        >>> y.backward()
        >>> y.zero_grad()
        >>> x.grad
        0.0
        """
        for node in users_first(self):
            node.grad = 0.0

    def wengert_list(self):
        """The graph that led to this Value, written down as a `WengertList`.

        Labelled leaves become inputs under their label, other leaves under x1, x2, …; labels of
        intermediate nodes become labels of steps. Raises ValueError if two leaves share a label.

        >>> x = Value(3.0, label="x")
        >>> for step in (x * x + 1.0).wengert_list().steps:
        ...     print(step)
        t1 = x × x
        t2 = t1 + 1
        """
        tape, _ = record_graph(users_first(self)[::-1])
        if clashes := set(tape.labels) & set(tape.inputs):
            label = tape.labels[min(clashes)]
            raise ValueError(f"{label!r} cannot name an input: give each leaf a label of its own")
        return tape

    # Copied together, graphs share their leaves, the parameters; what was computed from them each
    # has for itself.

    def __reduce__(self):
        return rebuilt, (type(self), *flat(users_first(self)[::-1]))

    def __copy__(self):
        node = Value.__new__(type(self))
        node._set(self.data, self.label, self.rule, self._x, self._y)
        node.grad = self.grad
        return node

    # Values compare by their data, but each is a node of its own: two Values that are equal are
    # still two keys of a dictionary.

    def __eq__(self, other):
        return bool(self.data == _primal(other)) if _is_number(other) else self.data == other

    def __lt__(self, other):
        return bool(self.data < _primal(other)) if _is_number(other) else NotImplemented

    def __le__(self, other):
        return bool(self.data <= _primal(other)) if _is_number(other) else NotImplemented

    def __gt__(self, other):
        return bool(self.data > _primal(other)) if _is_number(other) else NotImplemented

    def __ge__(self, other):
        return bool(self.data >= _primal(other)) if _is_number(other) else NotImplemented

    def __bool__(self):
        return self.data != 0.0

    __hash__ = object.__hash__

    def __format__(self, spec):
        return format(self.data, spec) if spec else str(self)

    def __repr__(self):
        label = f", label={self.label!r}" if self.label else ""
        return f"Value(data={self.data}, grad={self.grad}{label})"


def users_first(output):
    """All Values that `output` depends on, itself first, each after every node that uses it.

    Depth-first search notes a node when all that it needs has been noted; the order is that, turned
    round. There is no recursion, so a chain may be of any length. Read backwards, it is an order in
    which the Values can be computed. (R. E. Tarjan, Acta Informatica 6 (1976) 171.)

    >>> x = Value(3.0)
    >>> [node.data for node in users_first(x * x + 1.0)]
    [10.0, 9.0, 3.0]
    """
    order, seen, path = [], {output}, [output]
    while path:
        node = path[-1]
        x, y = node._x, node._y
        if isinstance(x, Value) and x not in seen:
            seen.add(x)
            path.append(x)
        elif isinstance(y, Value) and y not in seen:
            seen.add(y)
            path.append(y)
        else:
            order.append(path.pop())
    return order[::-1]


def _is_number(x):
    return isinstance(x, Value) or is_real(x)


def _primal(x):
    return x.data if isinstance(x, Value) else pythons_own(x)


def _carefully(rule, operands):
    """The rule's value for operands that are not all floats, or an error that says why."""
    for x in operands:
        if not _is_number(x):
            raise rule.wrong_kind(x)
    primals = [as_float(_primal(x)) for x in operands]
    try:
        return float(rule.on_floats(*primals))
    except UndefinedError:
        labels = [getattr(x, "label", "") for x in operands]
        raise rule.undefined(primals, names=labels) from None
