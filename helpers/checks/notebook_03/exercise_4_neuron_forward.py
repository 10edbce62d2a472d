"""Exercise 4 of notebook 03: the forward sweep of the neuron."""

from math import exp
from types import SimpleNamespace

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.notebook_03.neuron import NEURON, POINTS, my_forward, named, values_with


def line(formula):
    """A line of the list, with the steps above as the reader has them."""
    return lambda found, w, b, x, t: formula(named(found, w=w, b=b, x=x, t=t))


# What else goes wrong in one line. A line that follows, rightly, from a wrong one is no slip.
LINES = {
    "t1": [
        (lambda v: v.b * v.x, "t1 takes b. It is w * x: w is the weight, b is added to it."),
        (lambda v: v.w * v.b, "t1 takes b for x. It is w * x."),
        (lambda v: v.w, "In t1 the x is missing: it is w * x."),
        (lambda v: v.x, "In t1 the w is missing: it is w * x."),
        (lambda v: v.w * v.t, "t1 takes the target for x. It is w * x."),
        (lambda v: v.w * v.x + v.b, "t1 does two steps at once. It is w * x, and b comes in t2."),
    ],
    "t2": [
        (lambda v: v.t1 - v.b, "t2 subtracts b. It adds it: t1 + b."),
        (lambda v: v.t1 * v.b, "t2 multiplies by b. It adds it: t1 + b."),
        (lambda v: v.t1 + v.x, "t2 adds x. It adds b."),
        (lambda v: v.t1 + v.w, "t2 adds w. It adds b."),
        (lambda v: v.w + v.b, "t2 takes w for t1. It is t1 + b."),
    ],
    "t3": [
        (lambda v: -v.t1, "t3 takes t1. It is -t2, of the step just before."),
        (lambda v: 1 / v.t2, "t3 is one divided by t2. It is -t2: a minus, not a power of -1."),
        (lambda v: abs(v.t2), "t3 is -t2, which need not be positive."),
    ],
    "t4": [
        (lambda v: exp(-v.t3), "In t4 there is a minus too much: t3 has it already."),
        (lambda v: -exp(v.t3), "In t4 the minus is outside. It is in t3 already: exp(t3)."),
        (lambda v: exp(v.t1), "t4 takes t1. It is exp(t3)."),
        (lambda v: v.t3, "In t4 the exponential is missing: exp(t3)."),
        (lambda v: v.t3 * exp(v.t3), "In t4 there is a factor t3 too much: it is exp(t3)."),
        (lambda v: v.t3**2, "t4 is a square. It is exp(t3)."),
    ],
    "t5": [
        (lambda v: v.t4 - 1, "t5 subtracts 1. It is 1 + t4."),
        (lambda v: 1 + v.t3, "t5 takes t3. It is 1 + t4."),
        (lambda v: v.t4 + v.b, "t5 adds b. It adds 1."),
        (lambda v: 2 * v.t4, "t5 doubles t4. It adds 1 to it."),
    ],
    "t6": [
        (lambda v: 1 / v.t4, "t6 takes t4. It is 1 / t5."),
        (lambda v: -1 / v.t5, "In t6 there is a minus too much: it is 1 / t5."),
        (lambda v: 1 / v.t5**2, "t6 divides by a square. It is 1 / t5."),
        (lambda v: -1 / v.t5**2, "That is the slope of 1 / t5. t6 is 1 / t5 itself."),
        (lambda v: 1 / (1 + v.t5), "t6 adds 1 once more. That was t5: here it is 1 / t5."),
        (lambda v: v.t4 / v.t5, "t6 has t4 above. It is 1 / t5."),
        (lambda v: tanh(v.t2), "t6 is the tanh. This neuron has the sigmoid: 1 / t5."),
        (lambda v: v.t5**0.5, "t6 is a root. It is 1 / t5."),
    ],
    "t7": [
        (lambda v: v.t6, "t7 leaves the target out: it is t6 minus target."),
        (lambda v: v.t5 - v.t, "t7 takes t5. It is t6 minus target."),
        (lambda v: v.t6 - v.b, "t7 subtracts b. It subtracts the target."),
        (lambda v: v.t6 - v.w, "t7 subtracts w. It subtracts the target."),
        (lambda v: (v.t6 - v.t) ** 2, "t7 squares already. The square comes in t8."),
        (lambda v: abs(v.t6 - v.t), "t7 loses its sign. The square comes in t8: leave abs out."),
        (lambda v: v.t6 * v.t, "t7 multiplies by the target. It subtracts it."),
    ],
    "t8": [
        (lambda v: v.t7**3, "t8 is a cube. It is the square t7**2."),
        (lambda v: -(v.t7**2), "In t8 there is a minus too much: it is t7**2."),
        (lambda v: abs(v.t7), "t8 is the size of t7. It is its square, t7**2."),
        (lambda v: v.t7 + 2, "t8 adds 2. It is the square: t7**2, with two stars."),
        (lambda v: v.t7 * v.t6, "t8 multiplies t7 by t6. It is t7 times itself."),
    ],
}


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
    at_place={
        place: [(line(step), ""), *((line(formula), cause) for formula, cause in LINES[name])]
        for place, (name, step) in enumerate(NEURON.items())
    },
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
