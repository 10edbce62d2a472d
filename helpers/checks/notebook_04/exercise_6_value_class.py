"""Exercise 6 of notebook 04: a reverse-mode class of the reader's own."""

import sys
from contextlib import contextmanager
from itertools import count

from helpers.checks.arithmetic import ITSELF, OPERATIONS, WITH_PLAIN_NUMBERS
from helpers.checks.classes import ClassExercise, Finding, Probe, attempt, compute, make, number_in
from helpers.checks.feedback import Mistake
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


OVERWRITES = (
    "A number that is used twice keeps only one of its contributions. Write += where you have =: "
    "paths add up."
)
TOO_EARLY = (
    "s is used twice, and hands on its gradient before both contributions are there. Each node has "
    "its turn after all its users: reverse a topological order."
)
TOO_OFTEN = (
    "b has more than one turn, one for each use, and hands on what it handed on before. Each node "
    "has one turn: note which ones you have seen."
)
CONFUSED = (
    "Two nodes with equal numbers are taken for one. Tell nodes apart by identity: look up none by "
    "its number, and write no `__eq__`, or `@dataclass(eq=False)`."
)


def squared_plus_cubed(a):
    s = a * a
    return s + s * a


def cubed_plus_squared(a):
    s = a * a
    return s * a + s


def doubled_twice(a):
    b = a + a
    return b + b


def neuron(w, b):
    return (1 / (1 + (-(w * 1.5 + b)).exp()) - 10) ** 2


def tangle(a, b):
    c = (a * b).tanh() - b.relu() / a
    d = 2 - c * c
    return (d**3 / (1 + c.exp()) - a) * c + d


TANGLED = [
    Probe("a + a", lambda a: a + a, (3.0,), wrong_slopes=[Mistake(lambda a: [1], OVERWRITES)]),
    Probe("a * a", lambda a: a * a, (3.0,), wrong_slopes=[Mistake(lambda a: [a], OVERWRITES)]),
    Probe(
        "b + b, with b = a + a,", doubled_twice, (3.0,),
        wrong_slopes=[Mistake(lambda a: [6], TOO_OFTEN), Mistake(lambda a: [8], TOO_OFTEN)],
    ),
    Probe("s + s * a, with s = a * a,", squared_plus_cubed, (1.5,), hint=TOO_EARLY),
    Probe("s * a + s, with s = a * a,", cubed_plus_squared, (1.5,), hint=TOO_EARLY),
    Probe("(a + b) * (a + b)", lambda a, b: (a + b) * (a + b), (1.5, 1.5), hint=CONFUSED),
    Probe("the neuron", neuron, (2.0, 0.3)),
    Probe("a tangle of all operations", tangle, (1.3, 0.8)),
]  # fmt: skip


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
        18: "The product in between still holds its gradient of the first call: intermediate "
        "gradients start from zero in each call.",
        6: "The second call forgets the first: leaves keep their gradients, so that those of "
        "several losses add up.",
    }
    cause = next((text for known, text in causes.items() if close(slope, known)), "")
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
    leaf = result = make(cls, "data", 1.0)
    try:
        for _ in range(times):
            result = operation(result)
        result.backward()
    except (Finding, RecursionError):
        raise
    except (Exception, SystemExit) as error:
        raise Finding("error", f"{said} stopped with {explained(error)}") from None
    return number_in(leaf, "grad", "a")


VALUE_CLASS = ClassExercise(
    reference=Value,
    derivatives=gradients,
    probes=[ITSELF, *OPERATIONS, *WITH_PLAIN_NUMBERS, *TANGLED],
    further=[backward_twice, many_paths, long_chain],
    praise="Your class agrees with the package's: all of reverse mode, from one empty cell.",
    hints={
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
