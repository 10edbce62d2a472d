"""Exercise 7 of notebook 05: a forward-mode class of the reader's own."""

from dataclasses import replace
from math import cos, exp, radians, sin

from helpers.checks.arithmetic import OPERATIONS, WITH_PLAIN_NUMBERS
from helpers.checks.classes import (
    ClassExercise,
    Finding,
    Probe,
    compute,
    each_keeps_its_own,
    make,
    number_in,
)
from helpers.checks.feedback import Mistake
from helpers.checks.results import agree, close
from helpers.checks.words import shown
from helpers.dual import Dual

# Every number of a probe has a tangent, and none is 1: so a factor that is missing shows.
DA, DB = 1.7, 3.0
TANGENTS = {"a": DA, "b": DB}


def primal_and_tangent(cls, probe):
    """The primal and the tangent of a probe's expression."""
    leaves = {
        name: make(cls, "primal", x, TANGENTS[name])
        for name, x in zip(probe.names, probe.point, strict=True)
    }
    each_keeps_its_own(leaves.values(), leaves, map(TANGENTS.get, leaves), "tangent")
    result = compute(cls, probe, leaves.values(), "primal")
    for name, leaf in leaves.items():
        tangent = number_in(leaf, "tangent", name)
        if not close(tangent, TANGENTS[name]):
            raise Finding(
                "wrong",
                f"{probe.where}: the tangent of {name} is {shown(tangent)}, but it was made with "
                f"{shown(TANGENTS[name])}. Keep what is passed in, and let an operation make a new "
                "number.",
            )
    tangents = " and ".join(f"{TANGENTS[name]:g}ε in {name}" for name in leaves)
    return {
        "the primal": number_in(result, "primal", f"({probe.text})"),
        f"with {tangents}, the tangent": number_in(result, "tangent", f"({probe.text})"),
    }


LOST = Mistake(lambda *point: [0], "The tangent is lost. Compute it as well, and pass it on.")
SCALED = "A constant factor scales the tangent as well."
CONSTANT = "A plain number is a constant: it has the tangent 0."
NO_FACTOR = "The derivative is there. Multiply it by the tangent of a."
TOO_DEEP = (
    "The tangent went into the function. It stays outside, as a factor: f'(primal) * tangent."
)

# What often goes wrong with a tangent, by expression.
SLIPS = {
    "a + b": [
        Mistake(lambda a, b: [DA], "The tangent of b is missing: tangents are added."),
        Mistake(lambda a, b: [DB], "The tangent of a is missing: tangents are added."),
        Mistake(lambda a, b: [DA * DB], "The tangents are multiplied. In a sum they are added."),
    ],
    "a * b": [
        Mistake(
            lambda a, b: [DA * DB],
            "The tangents are multiplied by each other. That term holds ε², and is 0; what stays "
            "is each primal times the other tangent.",
        ),
        Mistake(
            lambda a, b: [a * DB + DA * b + DA * DB],
            "The product of the two tangents is too much: it belongs to ε², and is 0.",
        ),
        Mistake(
            lambda a, b: [a * DB + DB * a],
            "Both terms hold the tangent of b. The second one is the tangent of a, times the "
            "primal of b. (The post from which this course grew has the same slip.)",
        ),
        Mistake(
            lambda a, b: [a * DB],
            "A term is missing: the tangent of a, times the primal of b.",
        ),
        Mistake(
            lambda a, b: [DA * b],
            "A term is missing: the primal of a, times the tangent of b.",
        ),
        Mistake(lambda a, b: [a * DB - DA * b], "The two terms are added, not subtracted."),
        Mistake(
            lambda a, b: [a * DA + b * DB],
            "Each primal is multiplied by its own tangent. Multiply it by the other one's.",
        ),
    ],
    "a ** 3": [
        Mistake(lambda a: [3 * a**2], NO_FACTOR),
        Mistake(
            lambda a: [DA**3],
            "The tangent is raised to the power as well. It is a factor: n * a**(n - 1) * tangent.",
        ),
        Mistake(
            lambda a: [3 * a**3 - DA],
            "A power binds tighter than a minus. Put n - 1 in brackets: n * a**(n - 1) * tangent.",
        ),
        Mistake(
            lambda a: [3 * DA**2 * a],
            "Primal and tangent have changed places: n * primal**(n - 1) * tangent.",
        ),
    ],
    "a / b": [
        Mistake(
            lambda a, b: [DA / b],
            "That holds where b is a constant. Its tangent is missing: - a * tangent of b / b**2.",
        ),
        Mistake(
            lambda a, b: [(DA * b - a * DB) / a**2],
            "It is divided by the square of a's primal. Below stands b.",
        ),
        Mistake(
            lambda a, b: [DA / DB],
            "The tangents are divided by each other. The quotient rule has both primals in it.",
        ),
        Mistake(
            lambda a, b: [DA * b - a * DB],
            "What stands below is missing: divide by the square of b's primal.",
        ),
        Mistake(
            lambda a, b: [(DA * b - a * DB) / b],
            "What stands below lacks a square: it is the square of b's primal.",
        ),
        Mistake(
            lambda a, b: [(a * DB - DA * b) / b**2],
            "The sign is wrong: the tangent of a, times the primal of b, comes first.",
        ),
    ],
    "a.exp()": [
        Mistake(lambda a: [exp(a)], NO_FACTOR),
        Mistake(lambda a: [exp(DA)], TOO_DEEP),
    ],
    "a + 3": [
        Mistake(lambda a: [DA + 3], CONSTANT),
        Mistake(
            lambda a: [DA + 1],
            "The plain number was given the tangent 1. It is a constant: give it 0.",
        ),
    ],
    "-a": [
        Mistake(
            lambda a: [a - DA],
            "The -1 that a is multiplied by is a constant: give it the tangent 0, not 1.",
        ),
    ],
    "a - b": [Mistake(lambda a, b: [DA], "What b brings is lost: its tangent is subtracted.")],
    "a - 3": [Mistake(lambda a: [DA - 3], CONSTANT)],
    "a * 3": [Mistake(lambda a: [DA], SCALED)],
    "a / 3": [Mistake(lambda a: [DA], SCALED)],
}


# What often goes wrong with a value, by expression.
WRONG_VALUES = {
    "a * b": [
        Mistake(
            lambda a, b: a * b - DA * DB,
            "The tangents do not get into the primal: ε² is 0, and not -1 as for complex numbers.",
        ),
        Mistake(
            lambda a, b: a * b + DA * DB,
            "The tangents do not get into the primal: their product belongs to ε², and is 0.",
        ),
    ],
}


def on_duals(probe):
    """A probe of `arithmetic` for dual numbers: its mistakes as tangents, after the slips above.

    Where both know a mistake, the slip is named: it speaks of tangents.
    """

    def along(mistake):
        def tangent(*point):
            pairs = zip(mistake.function(*point), TANGENTS.values(), strict=False)
            return [sum(slope * direction for slope, direction in pairs)]

        return Mistake(tangent, mistake.cause)

    slips = [LOST, *SLIPS.get(probe.text, [])]
    taken = [slip.function(*probe.point) for slip in slips]
    others = [
        mistake
        for mistake in map(along, probe.wrong_slopes)
        if not any(agree(mistake.function(*probe.point), tangent) for tangent in taken)
    ]
    values = [*probe.wrong_values, *WRONG_VALUES.get(probe.text, [])]
    return replace(probe, wrong_values=values, wrong_slopes=[*slips, *others])


WAVES = [
    Probe(
        "a.sin()", lambda a: a.sin(), (0.7,), "sin",
        wrong_values=[Mistake(lambda a: sin(radians(a)), "Those are degrees: take `math.sin`.")],
        wrong_slopes=[
            LOST,
            Mistake(lambda a: [cos(a)], NO_FACTOR),
            Mistake(lambda a: [cos(DA)], TOO_DEEP),
            Mistake(lambda a: [-cos(a) * DA], "The derivative of the sine is + cos."),
            Mistake(lambda a: [sin(a) * DA], "The derivative of the sine is the cosine."),
            Mistake(
                lambda a: [sin(DA)],
                "Take the cosine, and of the primal: cos(primal) * tangent.",
            ),
        ],
    ),
    Probe(
        "a.cos()", lambda a: a.cos(), (0.7,), "cos",
        wrong_slopes=[
            LOST,
            Mistake(lambda a: [-sin(a)], NO_FACTOR),
            Mistake(lambda a: [-sin(DA)], TOO_DEEP),
            Mistake(lambda a: [sin(a) * DA], "A minus is missing: the derivative of cos is -sin."),
            Mistake(lambda a: [cos(a) * DA], "That is the sine's derivative. Here it is -sin."),
            Mistake(lambda a: [-cos(a) * DA], "The sine belongs here: the derivative is -sin(a)."),
            Mistake(lambda a: [sin(a)], "A minus is missing, and the tangent of a as a factor."),
        ],
    ),
]  # fmt: skip


def example(a):
    return a**2 * a.exp() + 3 * a


def tangle(a, b):
    c = (a * b).sin() - b.cos() / a
    d = 2 - c * c
    return (d**3 / (1 + c.exp()) - a) * c + d


DUAL_CLASS = ClassExercise(
    reference=Dual,
    derivatives=primal_and_tangent,
    probes=[
        Probe("a", lambda a: a, (1.5,)),
        *[on_duals(probe) for probe in OPERATIONS if probe.method not in ("tanh", "relu")],
        *WAVES,
        *map(on_duals, WITH_PLAIN_NUMBERS),
        Probe("a**2 * a.exp() + 3 * a", example, (1.0,)),
        Probe("a tangle of all operations", tangle, (1.3, 0.8)),
    ],
    praise="Your class agrees with the package's: all of forward mode, from one empty cell.",
    hints={
        "must be real number": "The functions of `math` want a plain number: the primal.",
        "attribute 'exp'": "Inside, the primal is a plain number: use `math.exp`.",
        "attribute 'sin'": "Inside, the primal is a plain number: use `math.sin`.",
        "attribute 'cos'": "Inside, the primal is a plain number: use `math.cos`.",
        "'int' object has no attribute": "A plain number is among the operands: turn it into one "
        "of yours first, with the tangent 0.",
        "'float' object has no attribute": "A plain number is among the operands: turn it into one "
        "of yours first, with the tangent 0.",
        "object has no attribute 'primal'": "Keep it in `__init__`: self.primal = primal.",
        "takes no arguments": "Begin with `__init__(self, primal, tangent)`.",
        "argument: 'tangent'": "A plain number has the tangent 0.",
        "name 'math'": "Import `math`.",
    },
)


def dual_class(answer):
    """Check MyDual, the reader's own forward-mode class, against `helpers.dual.Dual`.

    >>> class MyDual:
    ...     def __init__(self, primal, tangent):
    ...         self.primal, self.tangent = primal, tangent
    >>> dual_class(MyDual)
    ✗ Not yet right. MyDual cannot do a + b yet: it has no `__add__`.
    """
    return DUAL_CLASS.check(answer)
