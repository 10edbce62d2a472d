"""What a reverse-mode class is tried on in exercise 6, from the simple to the tangled.

Sums and products come first, alone and together: they show whether the sweep itself is right,
before another operation is blamed for it.
"""

from dataclasses import replace

from helpers.checks.arithmetic import OPERATIONS, WITH_PLAIN_NUMBERS
from helpers.checks.classes import Probe
from helpers.checks.feedback import Mistake
from helpers.checks.notebook_04.company import (
    of_a_result,
    of_results,
    used_further,
    used_twice,
    with_losses,
)

OVERWRITES = (
    "A number that is used twice keeps only one of its contributions. Write += where you have =: "
    "paths add up."
)
WRONG_WAY = (
    "Only the output hands on what it has. Go through the nodes from the output to the leaves: an "
    "order with the leaves first is to be `reversed`. And a sum has to note its operands."
)
NOT_NOTED = (
    "Nothing comes back through the product to its first operand. Its result has to note both."
)
SHARED_NOTES = (
    "The product hands on what the sum has noted. Keep that on the number itself, as in "
    "`self.slopes = …`: what is kept on the class is there only once."
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


ITSELF = Probe(
    "a", lambda a: a, (3.0,),
    wrong_slopes=[
        Mistake(
            lambda a: [0],
            "Each number changes by as much as itself: `backward()` gives the result the gradient "
            "1.0, before it goes back.",
        ),
        Mistake(
            lambda a: [2],
            "One 1.0 is too much. A number is made with `grad` 0.0, and `backward()` adds 1.0 to "
            "that of the result, once.",
        ),
        Mistake(
            lambda a: [a],
            "`backward()` begins with the `data` of the result. It begins with the gradient 1.0.",
        ),
    ],
)  # fmt: skip

# What the sweep itself makes of an operation, and slips that a class without a sweep does not have.
MORE_SLOPES = {
    "a + b": [
        Mistake(
            lambda a, b: [2, 2],
            "Each gets 1: the gradient that has arrived, times the local derivative, once. Is one "
            "added to the other, or handed on twice, or does each node begin with 1.0?",
        ),
        Mistake(
            lambda a, b: [-1, -1],
            "Contributions are added, with +=. Is there a -=, or are both noted with a minus?",
        ),
        Mistake(lambda a, b: [1, -1], "Those are the derivatives of a difference."),
        Mistake(
            lambda a, b: [a, b],
            "Those are a and b. A sum grows as they do: 1 and 1. Or is what arrives multiplied by "
            "`data` in the sweep?",
        ),
    ],
    "a * b": [
        Mistake(
            lambda a, b: [1, 1],
            "Those are the derivatives of a sum. Or is the local derivative left out of the sweep? "
            "What arrives is multiplied by it.",
        ),
        Mistake(lambda a, b: [a, a], "Both are a. The derivative by a is b."),
        Mistake(lambda a, b: [b, b], "Both are b. The derivative by b is a."),
        Mistake(
            lambda a, b: [1 / b, 1 / a],
            "What arrives is divided by the local derivative. Multiply.",
        ),
        Mistake(
            lambda a, b: [a * b, a * b],
            "That is the value of the product. The derivative by a is b, and by b it is a.",
        ),
    ],
    "a ** 3": [
        Mistake(lambda a: [2 * a**2], "The factor is n, not n - 1: n * a**(n - 1)."),
    ],
}  # fmt: skip


def knowing_more(probe):
    """The probe with these mistakes before those that it knows, or in their place."""
    more = MORE_SLOPES.get(probe.text, [])
    new = [mistake.function(*probe.point) for mistake in more]
    known = [m for m in probe.wrong_slopes if m.function(*probe.point) not in new]
    return replace(probe, wrong_slopes=[*more, *known])


ADDED, MULTIPLIED, *OTHERS = map(knowing_more, OPERATIONS)
PATHS = [
    Probe("a * a", lambda a: a * a, (3.0,), wrong_slopes=[Mistake(lambda a: [a], OVERWRITES)]),
    Probe(
        "b + b, with b = a + a,", doubled_twice, (3.0,),
        wrong_slopes=[Mistake(lambda a: [6], TOO_OFTEN), Mistake(lambda a: [8], TOO_OFTEN)],
    ),
    Probe("s + s * a, with s = a * a,", squared_plus_cubed, (1.5,), hint=TOO_EARLY),
    Probe("s * a + s, with s = a * a,", cubed_plus_squared, (1.5,), hint=TOO_EARLY),
    Probe("(a + b) * (a + b)", lambda a, b: (a + b) * (a + b), (1.5, 1.5), hint=CONFUSED),
]  # fmt: skip


def with_company(probes):
    """Each operation by itself; the first time that its method is used, also beside others."""
    met = {ADDED.method, MULTIPLIED.method}
    for probe in probes:
        if probe.method in met:
            yield probe
        else:
            met.add(probe.method)
            yield with_losses(probe)
            yield from [*used_twice(probe), used_further(probe), *of_results(probe)]


def knowing(probe, slopes, cause):
    """The probe with one more mistake in its derivatives."""
    return replace(probe, wrong_slopes=[*probe.wrong_slopes, Mistake(slopes, cause)])


TWICE_IN_A_PRODUCT, *TWICE_IN_OTHERS = used_twice(MULTIPLIED)
SUM_AND_PRODUCT = [
    with_losses(ADDED),
    Probe("a + a", lambda a: a + a, (3.0,), wrong_slopes=[Mistake(lambda a: [1], OVERWRITES)]),
    Probe(
        "(a + b) + c", lambda a, b, c: (a + b) + c, (1.5, -0.8, 0.6),
        wrong_slopes=[Mistake(lambda a, b, c: [0, 0, 1], WRONG_WAY)],
    ),
    Probe(
        "a + (b + c)", lambda a, b, c: a + (b + c), (1.5, -0.8, 0.6),
        wrong_slopes=[Mistake(lambda a, b, c: [1, 0, 0], WRONG_WAY)],
    ),
    *used_twice(ADDED)[:2],
    with_losses(MULTIPLIED),
    knowing(TWICE_IN_A_PRODUCT, lambda a, b: [2, 1], SHARED_NOTES),
    *TWICE_IN_OTHERS,
    knowing(used_further(ADDED), lambda a, b, c: [0, 0, a + b], NOT_NOTED),
    used_further(MULTIPLIED),
    of_a_result(MULTIPLIED, 1),
]  # fmt: skip
TANGLED = [
    Probe("the neuron", neuron, (2.0, 0.3)),
    Probe("a tangle of all operations", tangle, (1.3, 0.8)),
]

EXPRESSIONS = [
    ITSELF,
    *SUM_AND_PRODUCT,
    *PATHS,
    *with_company([*OTHERS, *WITH_PLAIN_NUMBERS]),
    *TANGLED,
]
