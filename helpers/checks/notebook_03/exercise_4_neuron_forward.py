"""Exercise 4 of notebook 03: the forward sweep of the neuron."""

from math import exp

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.notebook_03.neuron import NEURON, POINTS, my_forward, values_with

NEURON_FORWARD = Exercise(
    solution=my_forward,
    cases=POINTS,
    entries=tuple(NEURON),
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
        Mistake(values_with(t1=lambda v: v.w + v.x), "t1 is the product of w and x."),
        Mistake(values_with(t2=lambda v: v.t1), "t2 should add b to t1."),
        Mistake(values_with(t3=lambda v: v.t2), "t3 should be negated: it is -t2."),
        Mistake(
            values_with(t4=lambda v: exp(v.t2)),
            "t4 takes the exponential of t2. It belongs to the step just before, t3.",
        ),
        Mistake(values_with(t5=lambda v: v.t4), "t5 should add 1 to t4."),
        Mistake(values_with(t5=lambda v: 1 - v.t4), "t5 has the wrong sign: it is 1 + t4."),
        Mistake(
            values_with(t6=lambda v: v.t5),
            "t6 is the same as t5. It should be its reciprocal, 1 / t5.",
        ),
        Mistake(
            values_with(t7=lambda v: v.t - v.t6),
            "t7 is turned round: prediction minus target. (The loss would be the same, "
            "but not the list.)",
        ),
        Mistake(
            values_with(t7=lambda v: v.t6 - v.x),
            "t7 subtracts x. It should subtract the target.",
        ),
        Mistake(
            values_with(t7=lambda v: v.t6 + v.t),
            "t7 adds the target. Subtract it: the loss is small where both are equal.",
        ),
        Mistake(values_with(t8=lambda v: v.t7), "t8 should be squared: it is t7**2."),
        Mistake(values_with(t8=lambda v: 2 * v.t7), "t8 is twice t7. It should be its square."),
        Mistake(values_with(t8=lambda v: v.t6**2), "t8 squares t6, and leaves the target out."),
    ],
    praise="Eight small steps, and every value is kept.",
    hints={"name 'exp'": "Run the cell further up that imports `exp`."},
)


def neuron_forward(answer):
    """Check my_forward(w, b, x, t).

    >>> neuron_forward(lambda w, b, x, t: w * x + b)
    ! There was an error. your function(2, 0, 1, 10) returned 2, expected a list of 8 numbers.
    """
    return NEURON_FORWARD.check(answer)
