"""Exercise 6 of notebook 04: a reverse-mode class of the reader's own."""

import sys
from contextlib import contextmanager
from itertools import count

from helpers.checks.classes import ClassExercise, Finding, Probe, attempt, compute, make, number_in
from helpers.checks.notebook_04.expressions import EXPRESSIONS
from helpers.checks.results import close
from helpers.checks.words import counted, explained, shown
from helpers.value import Value


def gradients(cls, probe):
    """The value of a probe's expression and, after `backward()`, the gradient of each leaf."""
    leaves = [make(cls, "data", x) for x in probe.point]
    result = compute(cls, probe, leaves, "data")
    value = number_in(result, "data", f"({probe.text})")
    attempt(f"backward() of {probe.where}", lambda: result.backward())
    slopes = {
        f"{name}.grad": number_in(leaf, "grad", name)
        for leaf, name in zip(leaves, probe.names, strict=True)
    }
    return {"data": value} | slopes


def leaf_twice(cls):
    """A number that is the output itself is a leaf like others: its gradient adds up too."""
    leaf = make(cls, "data", 2.0)
    for _ in range(2):
        attempt("backward() of a leaf, called twice,", lambda: leaf.backward())
    slope = number_in(leaf, "grad", "a")
    if not close(slope, 2):
        raise Finding(
            "wrong",
            f"A leaf a, and a.backward() twice: a.grad is {shown(slope)}, but it should be 2. A "
            "leaf keeps its gradient: add 1.0 to it, as in `self.grad += 1.0`, where intermediate "
            "gradients have been set to zero.",
        )


def backward_twice(cls):
    """Leaves keep their gradients from call to call, intermediate nodes start from zero."""
    probe = Probe("3 * (a * a)", lambda a: 3 * (a * a), (1.0,))
    leaf = make(cls, "data", 1.0)
    result = compute(cls, probe, [leaf], "data")
    for _ in range(2):
        attempt(f"backward() of {probe.where}, called twice,", lambda: result.backward())
    slope = number_in(leaf, "grad", "a")
    if close(slope, 12):
        return
    causes = {
        24: "Neither the product in between nor the result starts from zero in the second call: "
        "set the gradients of all that have operands to zero first.",
        18: "The product in between still holds its gradient of the first call: intermediate "
        "gradients start from zero in each call.",
        6: "The second call forgets the first: leaves keep their gradients, so that those of "
        "several losses add up.",
    }
    cause = next((text for known, text in causes.items() if close(slope, known)), "")
    if close(slope, 18) and close(number_in(result, "grad", "the result"), 2):
        cause = (
            "The result still holds its gradient of the first call: it starts from zero in each "
            "call, as all that were computed do."
        )
    raise Finding(
        "wrong",
        f"{probe.where}: after backward() twice, a.grad is {shown(slope)}, but it should be 12, "
        f"twice 6. {cause}".strip(),
    )


DOUBLINGS = 60
CALLS = 1_000_000  # of functions: a sweep over so few nodes takes some hundreds


def many_paths(cls):
    """A graph of few nodes, with more paths from end to end than anyone could walk."""
    said = f"{DOUBLINGS} doublings, b = a + a, c = b + b and so on,"
    lost = Finding(
        "wrong",
        f"All operations and all gradients are right. But after {said} the sweep does not come to "
        f"its end: it walks each of the 2**{DOUBLINGS} paths by itself. Add up what arrives at a "
        "node, then hand it on once.",
    )
    with at_most(CALLS, lost):
        slope = slope_after(cls, DOUBLINGS, lambda b: b + b, said)
    if not close(slope, 2**DOUBLINGS):
        raise Finding("wrong", f"After {said} a.grad is not 2**{DOUBLINGS}.")


@contextmanager
def at_most(calls, error):
    """Raise the error inside the block as soon as it has made so many calls."""
    made = count()

    def watch(frame, event, argument):
        if event in ("call", "c_call") and next(made) == calls:
            raise error

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(before)


LINKS = 20_000


def long_chain(cls):
    """A chain that is longer than Python lets functions call each other."""
    said = f"a chain of {counted(LINKS, 'operation')}"
    try:
        # A ReLU is the one operation that nobody makes from two others.
        slope = slope_after(cls, LINKS, lambda b: b.relu(), said)
    except RecursionError:
        raise Finding(
            "wrong",
            f"All operations and all gradients are right. One thing is left: {said} is too long "
            "for a function that calls itself. Keep a list of where the search stands, as `order` "
            "does.",
        ) from None
    if not close(slope, 1):
        raise Finding("wrong", f"At the end of {said}, a.grad is not 1.")


def slope_after(cls, times, operation, said):
    """The gradient of a leaf behind many operations in a row."""
    leaf = make(cls, "data", 1.0)
    made = [leaf]
    try:
        for _ in range(times):
            made.append(operation(made[-1]))
        made[-1].backward()
    except (Exception, SystemExit) as error:
        error.__traceback__ = error.__context__ = None  # their frames hold nodes of the chain, too
        if isinstance(error, Finding | RecursionError):
            raise
        raise Finding("error", f"{said} stopped with {explained(error)}") from None
    finally:
        made.clear()  # from its end: to free the last node first would free each inside the other,
        # and the small stack of a browser's Python has no room for that
    return number_in(leaf, "grad", "a")


VALUE_CLASS = ClassExercise(
    reference=Value,
    derivatives=gradients,
    probes=EXPRESSIONS,
    further=[backward_twice, leaf_twice, many_paths, long_chain],
    praise="Your class agrees with the package's: all of reverse mode, from one empty cell.",
    hints={
        "a ** 3 at a = 1.3 stopped with AttributeError: 'int'": "The exponent is a plain number: "
        "take n as it is.",
        "(3).data stopped with AttributeError": "Keep it in `__init__`: self.data = data.",
        "'MyValue' object has no attribute 'grad'": "Give each number its gradient in `__init__`: "
        "self.grad = 0.0.",
        "+=: 'NoneType'": "Let `grad` begin with 0.0, so that something can be added to it.",
        "'NoneType' object is not callable": "What is kept to be called later must not be called "
        "yet: out._backward = _backward, without ().",
        "name 'math'": "Import `math`.",
        "NameError": "A method knows its own arguments only, `self` among them.",
        "'>' not supported": "Compare the number inside: self.data > 0.",
        "object has no attribute 'backward'": "Write a method `backward(self)`.",
        "OverflowError": "For large numbers an exponential is larger than any float. The tanh "
        "itself is never above 1, and `math.tanh` computes it without.",
        "'float' object has no attribute '_backward'": "The result is a plain number. Make a "
        "MyValue of it first.",
        "float() argument must be": "A MyValue is wrapped once more. Turn into one of yours what "
        "is none yet: `isinstance` tells.",
        **{
            f"'{kind}' object has no attribute '{name}'": "A plain number is among the operands: "
            "turn it into one of yours first."
            for kind in ("int", "float")
            for name in ("data", "grad")
        },
        "'float' object has no attribute": "`data` is a plain number. Its functions are in `math`.",
        "must be real number, not": "The functions of `math` want a plain number: its `data`.",
        "takes no arguments": "Begin with `__init__(self, data)`.",
        "unhashable": "A class with an `__eq__` of its own cannot be put into a set. Write none, "
        "or `@dataclass(eq=False)`.",
    },
)


def value_class(answer):
    """Check MyValue, the reader's own reverse-mode class, against `helpers.value.Value`.

    >>> class MyValue:
    ...     def __init__(self, data):
    ...         self.data = data
    ...         self.grad = 0.0
    ...
    ...     def backward(self):
    ...         self.grad += 1.0
    >>> value_class(MyValue)
    ✗ Not yet right. MyValue cannot do a + b yet: it has no `__add__`.
    """
    return VALUE_CLASS.check(answer)
