"""Exercise 4 of notebook 03: the forward sweep of the neuron."""

from math import exp
from types import SimpleNamespace

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.notebook_03.neuron import NEURON, POINTS, my_forward, values_with


def at_hand(place, found, w, b, x, target):
    """The values above a line, as the reader has them, the nearest first, and the inputs."""
    above = {f"t{i + 1}": found[i] for i in range(place)[::-1]}
    return above | {"w": w, "b": b, "x": x, "target": target}


def following(place, step):
    """A line that follows, rightly, from the values above it, which may be wrong."""

    def line(found, w, b, x, target):
        return step(SimpleNamespace(**at_hand(place, found, w, b, x, target), t=target))

    return [(line, "")]


NEURON_FORWARD = Exercise(
    solution=my_forward,
    cases=POINTS,
    at_place={i: following(i, step) for i, step in enumerate(NEURON.values())},
    at_hand=at_hand,
    entries=tuple(NEURON),
    at_entry=(
        "The line is t1 = w * x.",
        "The line is t2 = t1 + b.",
        "The line is t3 = -t2.",
        "The line is t4 = exp(t3).",
        "The line is t5 = 1 + t4.",
        "The line is t6 = 1 / t5.",
        "The line is t7 = t6 - target.",
        "The line is t8 = t7**2.",
    ),
    mistakes=[
        Mistake(
            lambda *inputs: my_forward(*inputs)[-1],
            "That is the loss alone. Return all eight values, as a list: the reverse sweep needs "
            "them.",
        ),
        Mistake(
            lambda *inputs: my_forward(*inputs)[:-1],
            "t8 is missing: the list has only seven values.",
        ),
        Mistake(
            values_with(t4=lambda v: exp(v.t2)),
            "t4 is exp(t2): does it take t2, or -t3? It takes the step just "
            "before as it is, exp(t3).",
        ),
        Mistake(
            values_with(t7=lambda v: v.t - v.t6),
            "t7 is turned round: prediction minus target. (The loss would be the same, "
            "but not the list.)",
        ),
        Mistake(
            values_with(t7=lambda v: v.t6 + v.t),
            "t7 adds the target. Subtract it: the loss is small where both are equal.",
        ),
        Mistake(
            values_with(t6=lambda v: 1 // v.t5),
            "t6 is rounded down: `//` leaves out what comes after the point. Divide with /.",
        ),
        Mistake(
            values_with(t8=lambda v: v.t7),
            "t8 is t7 once more, which should be squared: t7**2. (Or does t7 stand in the list "
            "twice?)",
        ),
        Mistake(
            values_with(t8=lambda v: 2 * v.t7),
            "t8 is twice t7, or its slope. It should be its square: t7**2, with two stars.",
        ),
        Mistake(
            values_with(t6=lambda v: 1 / 1 + v.t4),
            "t6 is 1 + t4 again: / binds tighter than +, so that 1 / 1 + t4 divides 1 by 1. Put "
            "t5 in brackets, or write 1 / t5. (Without any division it is the same.)",
        ),
        Mistake(
            values_with(t8=lambda v: v.t7**2 / 2),
            "t8 has a half too much. The half of the loss further up is left out here, with its "
            "second part: t8 is t7**2.",
        ),
        Mistake(
            values_with(t5=lambda v: 1 / (1 + v.t4), t6=lambda v: v.t5),
            "t5 does two steps at once. It is 1 + t4, and the division comes in t6.",
        ),
        Mistake(
            values_with(t2=lambda v: -(v.t1 + v.b), t3=lambda v: v.t2),
            "t2 does two steps at once. It is t1 + b, and the minus comes in t3.",
        ),
        Mistake(
            values_with(t7=lambda v: v.t6 - v.w * v.x),
            "t7 subtracts w * x. It should subtract the target. Has its name got another value?",
        ),
        Mistake(
            values_with(t7=lambda v: v.t6 - 10),
            "t7 subtracts 10, which is the target of one point only. Use `target`.",
        ),
        Mistake(
            lambda *inputs: my_forward(*inputs)[::-1],
            "The order is turned round: t1 comes first.",
        ),
        Mistake(
            lambda *inputs: [*inputs, *my_forward(*inputs)],
            "The inputs are in the list too. Return the eight values t1 to t8.",
        ),
    ],
    praise="Eight small steps, and every value is kept.",
    hints={
        "name 'e'": "The power of e is exp(t3).",
        "name 'wx'": "A product needs its sign: w * x.",
        "name 'exp'": "Run the cell further up that imports `exp`.",
    },
)


def neuron_forward(answer):
    """Check my_forward(w, b, x, t).

    >>> neuron_forward(lambda w, b, x, t: w * x + b)
    ! There was an error. your function(2, 0, 1, 10) returned 2, expected a list of 8 numbers.
    """
    return NEURON_FORWARD.check(answer)
