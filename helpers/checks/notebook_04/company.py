"""Operations in company: what a reverse sweep makes of one shows only beside others.

An operation that writes = where it should be += is right by itself, and so is one that forgets
what arrives from above. Each is tried with its operand used a second time, with its result used
further, and with an operand that is a result itself. The output hands on first, whatever order the
rest has, so that nothing here depends on how a class searches its graph.
"""

from dataclasses import replace

from helpers.checks.classes import Probe
from helpers.checks.feedback import Mistake
from helpers.value import Value

C = 0.6


def slopes(function, point):
    leaves = [*map(Value, point)]
    function(*leaves).backward()
    return [leaf.grad for leaf in leaves]


def inside(probe):
    """The expression of a probe as a part of another."""
    return probe.text if probe.method.isalpha() else f"({probe.text})"


def with_losses(probe):
    """A probe that knows too when nothing arrives at an operand, or at none of them."""
    expected = slopes(probe.function, probe.point)
    if not any(expected):
        return probe
    losses = [
        Mistake(
            lambda *point: [0.0] * len(point),
            f"Nothing arrives from `{probe.text}`. Does its result note the operands, and how to "
            "hand on to them?",
        )
    ]
    if len(probe.names) == 2:
        losses += [lost(probe, place) for place in range(2)]
    known = [mistake.function(*probe.point) for mistake in probe.wrong_slopes]
    new = [loss for loss in losses if loss.function(*probe.point) not in known]
    return replace(probe, wrong_slopes=[*probe.wrong_slopes, *new])


def lost(probe, place):
    """The mistake that one of two operands gets nothing."""
    name = probe.names[place]

    def without(*point):
        arrived = slopes(probe.function, point)
        arrived[place] = 0.0
        return arrived

    return Mistake(
        without,
        f"Nothing arrives at {name}. Is what the result notes {name} itself, and no copy, and does "
        "the sweep go through all operands?",
    )


def used_twice(probe):
    """`a + f(a)` and `f(a) + a`, for each operand of the operation f."""
    return [
        twice
        for place in range(len(probe.names))
        for twice in (
            beside(probe, place, "{0} + {1}", lambda x, result: x + result),
            beside(probe, place, "{1} + {0}", lambda x, result: result + x),
        )
    ]


def beside(probe, place, pattern, add):
    """The sum of an operand and the result, written as in the pattern."""
    f, name = probe.function, probe.names[place]
    return Probe(
        pattern.format(name, inside(probe)),
        lambda *leaves: add(leaves[place], f(*leaves)),
        probe.point,
        named=probe.names,
        wrong_slopes=[
            Mistake(
                lambda *point: slopes(f, point),
                f"{name} is used twice, and keeps only what comes through `{probe.text}`. Write += "
                "there, where you have =: paths add up.",
            ),
        ],
    )


def used_further(probe):
    """`f(a) * c`: what arrives at the result is not 1 any more."""
    f = probe.function
    return Probe(
        f"{inside(probe)} * c",
        lambda *leaves: f(*leaves[:-1]) * leaves[-1],
        (*probe.point, C),
        named=(*probe.names, "c"),
        wrong_slopes=[
            Mistake(
                lambda *point: [*slopes(f, point[:-1]), f(*map(Value, point[:-1])).data],
                f"`{probe.text}` hands on its local derivative alone. Multiply it by the gradient "
                "that has arrived at the result.",
            )
        ],
    )


def of_results(probe):
    """`f(a * c)`, for each operand of f: behind the operand the sweep has to go on."""
    return [of_a_result(probe, place) for place in range(len(probe.names))]


def of_a_result(probe, place):
    f, name = probe.function, probe.names[place]

    def inner(leaves):
        *operands, c = leaves
        operands[place] = operands[place] * c
        return operands

    def stopped(*point):
        reached = slopes(f, inner(point))
        reached[place] = 0.0
        return [*reached, 0.0]

    return Probe(
        probe.text.replace(name, f"({name} * c)", 1),
        lambda *leaves: f(*inner(leaves)),
        (*probe.point, C),
        named=(*probe.names, "c"),
        wrong_slopes=[
            Mistake(
                stopped,
                f"The sweep stops before {name} * c: the result of `{probe.text}` does not know "
                f"that {name} is one of its operands.",
            )
        ],
    )
