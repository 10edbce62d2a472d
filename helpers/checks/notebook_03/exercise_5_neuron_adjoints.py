"""Exercise 5 of notebook 03: the reverse sweep of the neuron."""

from math import exp
from types import SimpleNamespace

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.notebook_03.neuron import NEURON, POINTS, my_forward

# The local derivative of each step by the step before it; the neuron is a chain.
LOCAL = {
    "t2": lambda v: 1,
    "t3": lambda v: -1,
    "t4": lambda v: exp(v.t3),
    "t5": lambda v: 1,
    "t6": lambda v: -1 / v.t5**2,
    "t7": lambda v: 1,
    "t8": lambda v: 2 * v.t7,
}


def named(values):
    return SimpleNamespace(**dict(zip(NEURON, values, strict=True)))


def adjoints_with(seed=lambda v: 1, **changed):
    """A reverse sweep of the neuron, with some local derivatives or the first adjoint changed."""

    def reverse(values):
        v = named(values)
        adjoints = [seed(v)]
        for local in reversed((LOCAL | changed).values()):
            adjoints.append(adjoints[-1] * local(v))
        return adjoints[::-1]

    return reverse


def local_derivatives(values):
    """What comes out if nothing is multiplied along the chain."""
    return [*(local(named(values)) for local in LOCAL.values()), 1]


def shifted(values):
    """Each local derivative one line too low."""
    adjoints = [1]
    for local in [*local_derivatives(values)[-3::-1], 1]:
        adjoints.insert(0, adjoints[0] * local)
    return adjoints


def from_the_top(values):
    """A sweep in the order of the list: from t1, which gets the 1."""
    adjoints = [1]
    for local in local_derivatives(values)[:-1]:
        adjoints.append(adjoints[-1] * local)
    return adjoints


my_adjoints = adjoints_with()


def at_hand(place, found, values):
    """The adjoints of the lines below, as the reader has them, the nearest first, the values, and
    those local derivatives that are formulas.
    """
    below = {f"a{i + 1}": found[i] for i in range(place + 1, len(NEURON))}
    v = named(values)
    slopes = {"-1 / t5**2": -1 / v.t5**2, "exp(t3)": exp(v.t3), "2 * t7": 2 * v.t7}
    return below | vars(v) | slopes


def following(place, name):
    """A line that follows, rightly, from the adjoint below it, which may be wrong."""
    return [(lambda found, values: found[place + 1] * LOCAL[name](named(values)), "")]


NEURON_ADJOINTS = Exercise(
    solution=my_adjoints,
    cases=[(my_forward(*point),) for point in POINTS],
    entries=tuple(f"the adjoint of {name}" for name in NEURON),
    backwards=True,
    at_place={i: following(i, name) for i, name in enumerate(LOCAL)},
    at_hand=at_hand,
    at_entry=(
        "It is the adjoint of t2 times the slope of t2 = t1 + b by t1. (The x in t1 = w * x is for "
        "the adjoint of w, an input, which is not in this list.)",
        "It is the adjoint of t3 times the slope of t3 = -t2 by t2.",
        "It is the adjoint of t4 times the slope of t4 = exp(t3) by t3.",
        "It is the adjoint of t5 times the slope of t5 = 1 + t4 by t4.",
        "It is the adjoint of t6 times the slope of t6 = 1 / t5 by t5.",
        "It is the adjoint of t7 times the slope of t7 = t6 - target by t6.",
        "It is the adjoint of t8 times the slope of t8 = t7**2 by t7.",
        "The sweep starts here, with 1; 2 * t7 comes in the step to t7.",
    ),
    mistakes=[
        Mistake(
            adjoints_with(t4=lambda v: exp(v.t3) * v.t3),
            "The adjoint of t3 has a factor t3 too much: the derivative of exp(t3) is exp(t3), "
            "and nothing else. (The post from which this course grew has the same slip.)",
        ),
        Mistake(
            adjoints_with(t4=lambda v: v.t3),
            "The adjoint of t3 needs the derivative of exp, which is exp(t3).",
        ),
        Mistake(
            adjoints_with(t4=lambda v: exp(v.t4)),
            "The adjoint of t3 takes the exponential of t4. The derivative of exp(t3) is exp(t3), "
            "which is t4 itself.",
        ),
        Mistake(
            adjoints_with(t4=lambda v: 1),
            "The adjoint of t3 lacks its local derivative: t4 = exp(t3) has the slope exp(t3).",
        ),
        Mistake(
            adjoints_with(t6=lambda v: -1 / v.t5),
            "The adjoint of t5 lacks a square: the slope of 1 / t5 is -1 / t5**2.",
        ),
        Mistake(
            adjoints_with(t6=lambda v: 1 / v.t5**2),
            "The adjoint of t5 lacks a minus: 1 / t5 falls when t5 grows, so its slope is -1 / "
            "t5**2. (In (-1 / t5)**2 the square takes the minus away.)",
        ),
        Mistake(
            adjoints_with(t6=lambda v: 1 / v.t5),
            "The adjoint of t5 is multiplied by the value of t6. The slope of 1 / t5 is "
            "-1 / t5**2.",
        ),
        Mistake(
            adjoints_with(t8=lambda v: v.t7),
            "The adjoint of t7 lacks a 2: the slope of t7**2 is 2 * t7.",
        ),
        Mistake(
            adjoints_with(t8=lambda v: v.t7**2),
            "The adjoint of t7 is multiplied by the value of t8. The slope of t7**2 is 2 * t7.",
        ),
        Mistake(
            adjoints_with(t3=lambda v: 1),
            "The adjoint of t2 has the wrong sign: t3 = -t2 has the slope -1.",
        ),
        Mistake(
            adjoints_with(t7=lambda v: -1),
            "The adjoint of t6 has the wrong sign: t7 grows with t6, the slope is 1.",
        ),
        Mistake(
            lambda values: my_adjoints(values)[::-1],
            "The order is turned round. You compute them from t8 to t1, but return them from t1 "
            "to t8.",
        ),
        Mistake(
            lambda values: [0] * len(values),
            "All adjoints are 0. The sweep starts with 1: the output changes by as much as itself.",
        ),
        Mistake(
            adjoints_with(seed=lambda v: v.t8),
            "The sweep starts with the value of the output. Start with its adjoint, which is 1.",
        ),
        Mistake(
            local_derivatives,
            "Those are the local derivatives. Multiply each by the adjoint of the step below.",
        ),
        Mistake(
            lambda values: my_adjoints(values)[:-1],
            "The adjoint of t8 is missing. It is 1, and belongs at the end of the list.",
        ),
        Mistake(
            shifted,
            "Each local derivative stands one line too low. The first one, 2 * t7, belongs to a7, "
            "since t8 = t7**2; then comes a6 = a7 * 1, and so on.",
        ),
        Mistake(
            adjoints_with(t8=lambda v: 2 * v.t8),
            "The adjoint of t7 takes t8, which is t7**2. The slope of t7**2 is 2 * t7.",
        ),
        Mistake(
            adjoints_with(t8=lambda v: 2 * v.t7 * v.t8),
            "The adjoint of t7 has a factor t8 too much. a8 is the adjoint 1, not the value.",
        ),
        Mistake(
            adjoints_with(seed=lambda v: 2 * v.t7, t8=lambda v: 1),
            "The sweep starts with 2 * t7. It starts with 1, for t8 itself; 2 * t7 comes in the "
            "step to t7.",
        ),
        Mistake(
            adjoints_with(t6=lambda v: -(v.t5**2)),
            "The adjoint of t5 is multiplied by t5**2. The slope of 1 / t5 is -1 / t5**2, with t5 "
            "below. (Dividing by t6**2 is the same slip.)",
        ),
        Mistake(
            adjoints_with(t6=lambda v: -1 / v.t5 * 2),
            "The adjoint of t5 has * 2 where ** 2 should stand: -1 / t5**2.",
        ),
        Mistake(
            adjoints_with(t4=lambda v: v.t3 * exp(v.t3 - 1)),
            "The adjoint of t3 uses the power rule. In exp(t3) the exponent varies: its slope is "
            "exp(t3).",
        ),
        Mistake(
            from_the_top,
            "You go from t1 to t8, and start there with 1. The sweep goes the other way: it "
            "starts with a8 = 1.",
        ),
        Mistake(
            lambda values: values,
            "Those are the values. Return the adjoints.",
        ),
        Mistake(
            lambda values: [a * x for a, x in zip(my_adjoints(values), values, strict=True)],
            "Each adjoint is multiplied by the value of its step. Return the adjoints alone.",
        ),
        Mistake(
            lambda values: my_adjoints(values)[0],
            "That is the adjoint of t1 alone. Return all eight, as a list.",
        ),
    ],
    praise="One line for each line of the list, in the opposite order.",
    hints={
        "referenced before assignment": "Start with a8, and go up from there.",
        "not associated with a value": "Start with a8, and go up from there.",
        "name 't'": "The target is not passed in, and not needed: t7 = t6 - target is in `values`.",
        "name 'exp'": "Run the cell further up that imports `exp`.",
    },
)


def neuron_adjoints(answer):
    """Check my_adjoints(values), for the eight values of the neuron.

    >>> neuron_adjoints(lambda values: [0.0 for value in values]).kind
    'wrong'
    """
    return NEURON_ADJOINTS.check(answer)
