"""Exercise 3 of notebook 04: a gradient check of an engine."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from helpers.broken_engines import MUSEUM, SmallValue
from helpers.checks.feedback import Feedback, Mistake, call, not_expected, with_hint
from helpers.checks.results import close, parts
from helpers.checks.words import called, is_number, shown
from helpers.fallbacks import agrees
from helpers.finite_differences import GradientCheck
from helpers.rules import exp, relu


@dataclass(frozen=True, eq=False)
class Case:
    """A function on which an engine is to be judged, and what there is to say of it."""

    engine: type
    function: Callable
    point: list
    text: str


# Right engines and broken ones, so that each mistake below meets a verdict that it gets wrong.
CASES = [
    Case(SmallValue, lambda a, b: a * b + b, [1.3, -0.7], "a right engine, a * b + b"),
    Case(SmallValue, lambda a, b: 3 * a - 2 * b, [0.5, 0.8], "a right engine, 3 * a - 2 * b"),
    Case(SmallValue, lambda a: 1e6 * a**3, [1.3], "a right engine, 1000000 * a**3"),
    Case(SmallValue, lambda a: relu(a), [-0.8], "a right engine, relu(a) where it is flat"),
    Case(SmallValue, lambda a: a * a, [2.3], "a right engine, a * a"),
    Case(SmallValue, lambda a, b: a + b, [0.5, 0.8], "a right engine, a + b"),
    Case(SmallValue, lambda a, b: 3 * a + relu(b), [0.5, -0.8], "a right engine, 3 * a + relu(b)"),
    Case(MUSEUM["ExhibitA"], lambda a: a + a, [3.0], "an engine that says 1 for a + a"),
    Case(MUSEUM["ExhibitC"], lambda a: exp(a), [2.0], "an engine that says too much for exp(a)"),
    Case(
        MUSEUM["ExhibitE"],
        lambda a, b: a + relu(b),
        [1.0, 0.5],
        "an engine that is wrong in the second of two derivatives",
    ),
    Case(
        MUSEUM["ExhibitE"],
        lambda a, b: relu(a) + b,
        [0.5, 1.0],
        "an engine that is wrong in the first of two derivatives",
    ),
    Case(
        MUSEUM["ExhibitE"],
        lambda a, b: relu(a) + relu(b),
        [1.0, -1.0],
        "an engine that says 0 and 1 for slopes of 1 and 0",
    ),
    Case(
        MUSEUM["ExhibitE"],
        lambda a, b: relu(a) + (relu(b) + b),
        [1.0, -1.0],
        "an engine that says 0 and 2 for slopes of 1 and 1",
    ),
    Case(MUSEUM["ExhibitD"], lambda a: a**0.5, [4.0], "an engine that says twice the slope"),
    Case(SmallValue, lambda a: a**3, [0.7], "a right engine, a**3"),
    Case(SmallValue, lambda a: a**3, [0.0], "a right engine, a**3 where its slope is 0"),
    Case(MUSEUM["ExhibitF"], lambda a: 3 - a, [0.5], "an engine that says 1 for a slope of -1"),
    Case(SmallValue, lambda a: 2 * a, [0.0], "a right engine, 2 * a"),  # its difference is exact
    Case(
        MUSEUM["ExhibitA"],
        lambda a, b: a + 0.0005 * (b * b),
        [1.0, 0.5],
        "an engine that says 0.00025 for a slope of 0.0005",
    ),
    Case(
        MUSEUM["ExhibitA"],
        lambda a, b, *others: a + 0.00024 * (b * b),
        [1.0, 0.5] + [0.0] * 130,
        "an engine that says 0.00012 for one slope of 0.00024, and is right in 131 others",
    ),
    Case(SmallValue, lambda a: a + 500 * a**3, [0.0], "a right engine, a + 500 * a**3"),
    Case(SmallValue, lambda a: -1e6 * a**3, [1.3], "a right engine, -1000000 * a**3"),
    Case(SmallValue, lambda a, b: 3 * a - 2 * b, [0.5, 0.5], "a right engine, 3 * a - 2 * b"),
]
STEP, TOLERANCE = 1e-5, 1e-6


@cache
def claimed(case):
    leaves = [case.engine(x) for x in case.point]
    case.function(*leaves).backward()
    return [leaf.grad for leaf in leaves]


def claimed_in_many_sweeps(case):
    """What stands in each leaf after a sweep for each, if nothing is set to zero in between."""
    leaves = [case.engine(x) for x in case.point]
    output, found = case.function(*leaves), []
    for leaf in leaves:
        output.backward()
        found.append(leaf.grad)
    return found


@cache
def differences(case, ahead=STEP, behind=STEP, over=2 * STEP, together=False, left_at=0.0):
    """The slopes by each input. Those before it may be left where they were moved to."""

    def moved(i, by):
        return [x + by * (together or i == j) + left_at * (j < i) for j, x in enumerate(case.point)]

    return [
        (case.function(*moved(i, ahead)) - case.function(*moved(i, -behind))) / over
        for i in range(len(case.point))
    ]


def small(error, slope):
    return abs(error) <= TOLERANCE * max(1.0, abs(slope))


def judged(claims=claimed, slopes=differences, every=all, near=small):
    """A gradient check with one of its parts changed: a function of a `Case`."""

    def verdict(case):
        pairs = zip(claims(case), slopes(case), strict=True)
        return every([near(a - b, b) for a, b in pairs])

    return verdict


def by_first_of_equals(case):
    """Each input moves the first that has the same number."""
    slopes = differences(case)
    return [slopes[case.point.index(x)] for x in case.point]


def of_values(case):
    """Whether f is the same for numbers of the engine as for plain ones."""
    return close(case.function(*map(case.engine, case.point)).data, case.function(*case.point))


def of_sums(case):
    errors = [a - b for a, b in zip(claimed(case), differences(case), strict=True)]
    return small(sum(errors), 1.0 + abs(sum(differences(case))))


def of_the_mean(case):
    pairs = zip(claimed(case), differences(case), strict=True)
    return sum(abs(a - b) / max(1.0, abs(b)) for a, b in pairs) <= TOLERANCE * len(case.point)


MISTAKES = [
    Mistake(
        lambda case: not judged()(case),
        "Each verdict is turned round: True is for an engine whose slopes agree.",
    ),
    Mistake(
        lambda case: True,
        "You call every engine right, also those that are not. Are the slopes those of `engine`, "
        "and are they held against differences of f on plain numbers?",
    ),
    Mistake(
        lambda case: False,
        "You call every engine wrong, also the right one. Are the slopes of the engine read after "
        "`backward`, and is the difference divided by what lies between its two points?",
    ),
    Mistake(
        judged(claims=lambda case: [0.0] * len(case.point)),
        "The gradients are 0, or else the differences are. Call `backward` of what f returns, "
        "once, and read the gradients then. And divide by (2 * h), in brackets: `/ 2 * h` "
        "multiplies by h.",
    ),
    Mistake(
        judged(near=lambda error, slope: abs(error) <= TOLERANCE * abs(slope)),
        "A right engine fails where the slope is 0: a tolerance in proportion to the slope is 0 "
        "there. Take max(1, abs(slope)).",
    ),
    Mistake(
        judged(near=lambda error, slope: abs(error) <= 0.01 * max(1.0, abs(slope))),
        "Small errors pass, such as 0.00025. Is the tolerance really 0.000001? (1e-6 has five "
        "zeros behind the point.)",
    ),
    Mistake(
        judged(every=lambda verdicts: verdicts[0]),
        "Only the first input decides. An engine is right if it is right for all of them: a "
        "`return` inside the loop ends it too early.",
    ),
    Mistake(
        judged(every=lambda verdicts: verdicts[-1]),
        "Only the last input decides. An engine is right if it is right for all of them.",
    ),
    Mistake(
        judged(every=lambda verdicts: all(verdicts[:-1])),
        "The last input is left out, and that of a function of one number too. Go through all.",
    ),
    Mistake(
        judged(every=lambda verdicts: all(verdicts[1:])),
        "The first input is left out, and that of a function of one number too. Places are counted "
        "from 0.",
    ),
    Mistake(
        judged(every=lambda verdicts: verdicts.count(False) <= 1),
        "One wrong slope is let pass. An engine is right if it is right for all inputs.",
    ),
    Mistake(
        judged(every=lambda verdicts: not any(verdicts)),
        "The comparison is turned round: it is a slope off by more than the tolerance that makes "
        "an engine wrong.",
    ),
    Mistake(
        judged(every=any),
        "One slope that agrees is enough for you. All have to: use `all`, not `any`.",
    ),
    Mistake(
        judged(near=lambda error, slope: error <= TOLERANCE * max(1.0, abs(slope))),
        "A slope that is too small passes: its error is negative, and less than any tolerance. "
        "Take the size of the error, with `abs`.",
    ),
    Mistake(
        judged(near=lambda error, slope: -error <= TOLERANCE * max(1.0, abs(slope))),
        "A slope that is too large passes: its error is negative, and less than any tolerance. "
        "Take the size of the error, with `abs`.",
    ),
    Mistake(
        of_sums,
        "The errors are added up, and two that are opposite cancel. Judge each by itself.",
    ),
    Mistake(
        judged(near=lambda error, slope: abs(error) <= TOLERANCE),
        "A slope of five million cannot agree to 0.000001: measure the error against the size of "
        "the slope, where that is above 1.",
    ),
    *(
        Mistake(
            judged(near=lambda error, slope, within=within: small(error / within, slope)),
            "Right engines fail: where f is curved, a central difference with this h is not as "
            "exact as you ask. The tolerance is 0.000001.",
        )
        for within in (1e-2, 1e-4, 1e-5)
    ),
    Mistake(
        judged(near=lambda error, slope: error == 0),
        "You ask for the same number to the last digit, and a finite difference never gives that. "
        "Allow for a tolerance. (Or is the step so small that rounding takes over?)",
    ),
    Mistake(
        judged(slopes=lambda case: differences(case, ahead=0.1, behind=0.1, over=0.2)),
        "Where f is curved a right engine fails. The step is too large for this tolerance: take "
        "h = 0.00001.",
    ),
    Mistake(
        judged(slopes=lambda case: differences(case, ahead=1e-13, behind=1e-13, over=2e-13)),
        "The step is so small that rounding takes over, and right engines fail: take h = 0.00001.",
    ),
    Mistake(
        judged(slopes=lambda case: differences(case, over=-2 * STEP)),
        "The difference is turned round: the value behind is subtracted from the one ahead.",
    ),
    Mistake(
        judged(slopes=lambda case: differences(case, over=STEP)),
        "The two points of a central difference lie 2h apart: divide by 2 * h. (If you write "
        "/ 2 * h, Python divides by 2 and multiplies by h.)",
    ),
    Mistake(
        judged(slopes=lambda case: differences(case, behind=0.0, over=STEP)),
        "Where f is curved a right engine fails. A forward difference with this h is too rough for "
        "this tolerance, and so is one to the left: take the central one.",
    ),
    Mistake(
        judged(slopes=lambda case: differences(case, together=True)),
        "With two inputs a right engine fails, or a wrong one passes. Do both inputs move at once? "
        "Move one at a time, and put it back.",
    ),
    Mistake(
        judged(slopes=lambda case: differences(case)[:1] * len(case.point)),
        "With two inputs a right engine fails. Does the first one move each time? For the slope by "
        "input i it is number i that moves.",
    ),
    Mistake(
        judged(slopes=lambda case: differences(case, left_at=-STEP)),
        "With two inputs a right engine fails. Is the first one put back before the second moves? "
        "Take a new copy of the point for each.",
    ),
    Mistake(
        judged(slopes=by_first_of_equals),
        "Where two inputs are the same number they are taken for one, as by `point.index(x)`. Go "
        "by their places: for i in range(len(point)).",
    ),
    Mistake(
        of_values,
        "You compare what f is, not its slopes: those of the engine are in the `grad` of the "
        "leaves, and the others are differences.",
    ),
    Mistake(
        judged(near=lambda error, slope: small(abs(error + slope) - abs(slope), slope)),
        "A slope of the wrong sign passes: the sizes are compared. Subtract first, then take "
        "`abs`: abs(leaf.grad - slope).",
    ),
    Mistake(
        judged(near=lambda error, slope: abs(error) <= TOLERANCE * min(1.0, abs(slope))),
        "The tolerance shrinks where a slope is below 1, and does not grow where it is above. Take "
        "the larger of the two: max(1, abs(slope)).",
    ),
    Mistake(
        judged(near=lambda error, slope: abs(error) <= TOLERANCE * max(1.0, slope)),
        "A slope of minus five million cannot agree to 0.000001: its size counts, in "
        "max(1, abs(slope)).",
    ),
    Mistake(
        judged(claims=lambda case: [1.0] * len(case.point)),
        "You take 1 for each slope of the engine. A number's `grad` is 1 after its own `backward`: "
        "call it of what f returns, and read the leaves.",
    ),
    Mistake(
        judged(claims=lambda case: case.point),
        "You compare the `data` of the leaves. Their slopes are in `grad`.",
    ),
    Mistake(
        of_the_mean,
        "The errors are averaged, and one among many is too small to be seen. Judge each by "
        "itself.",
    ),
    Mistake(
        judged(claims=claimed_in_many_sweeps),
        "With two inputs a right engine fails. Is `backward` called once for each input? Gradients "
        "add up: call it once, before the loop.",
    ),
]
HINTS = {
    "returned nothing": "This engine is right: `return True` stands below the loop.",
    "bad operand type for abs()": "A number of the engine stands there. Take the difference with "
    "plain numbers: with copies of the point, not of the leaves.",
    "ZeroDivisionError": "A slope may be 0: divide by max(1, abs(slope)), not by the slope. An "
    "input may be 0, too: the step is 0.00001, whatever the input.",
    "required positional argument": "f takes its inputs one by one: f(*numbers).",
    "has no attribute 'backward'": "`backward` belongs to what f returns when it is given numbers "
    "of the engine: engine(x) makes one of x.",
    "has no attribute 'grad'": "Plain numbers have no `grad`. Make one number of the engine for "
    "each entry of the point, and keep them in a list.",
}
PRAISE = "It knows right engines from broken ones, and needs to know nothing of what is inside."


def gradient_check(answer):
    """Check my_gradient_check(engine, f, point), which says whether an engine is right there.

    >>> gradient_check(lambda engine, f, point: True).kind
    'wrong'
    """
    if not callable(answer):
        return not_expected(answer, "a function")
    verdicts = []
    for case in CASES:
        verdict = _verdict(answer, case)
        if isinstance(verdict, Feedback):
            return with_hint(verdict, HINTS)
        verdicts.append(verdict)
    expected = [agrees(case.engine, case.function, case.point) for case in CASES]
    if verdicts == expected:
        return Feedback("right", PRAISE)
    for mistake in MISTAKES:
        said = zip(CASES, verdicts, strict=True)
        if all(bool(mistake.function(case)) == verdict for case, verdict in said):
            return Feedback("wrong", mistake.cause)
    first = next(
        i for i, pair in enumerate(zip(verdicts, expected, strict=True)) if len({*pair}) > 1
    )
    case = CASES[first]
    return Feedback(
        "wrong",
        f"For {case.text}, at {shown(case.point)}, your function says {verdicts[first]}, but it "
        f"should say {expected[first]}: the engine's slopes are {shown(claimed(case))}.",
    )


def _verdict(answer, case):
    """What the reader's function says of a case, True or False, or a `Feedback`."""
    point = deepcopy(case.point)
    said = call(answer, case.engine, case.function, point, expected=None)
    if isinstance(said, Feedback):
        return said
    if point != case.point:
        return Feedback(
            "wrong",
            f"The point {shown(case.point)} is another one after the call. It is the caller's: "
            "change a copy, point.copy().",
        )
    if isinstance(said, bool | GradientCheck) or type(said).__name__ in ("bool", "bool_"):
        return bool(said)
    call_text = called(answer, [case.engine.__name__, "f", case.point])
    if is_number(said):
        return Feedback(
            "wrong", f"{call_text} returned {shown(said)}. Compare it with the tolerance."
        )
    if parts(said) is not None:
        return Feedback(
            "wrong", f"{call_text} returned {shown(said)}. One verdict is asked for: True or False."
        )
    return Feedback("error", f"{call_text} returned {shown(said)}, expected True or False.")
