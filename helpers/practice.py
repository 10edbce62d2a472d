"""Random Wengert lists to be swept by hand: short, and with numbers that need no calculator.

A level says what is in a list:

1  sums, differences and products; each name is used once
2  a power or a quotient, and a name that is used twice
3  a function, and a name that is used twice

Every input is a whole number. No value and no adjoint has more than 4 digits, and no adjoint is 0.
The same level and number deal the same list, so that a class can work on one.
"""

import random

from helpers.rules import RULES, UndefinedError
from helpers.wengert import WengertList

LEVELS = (1, 2, 3)
FEWEST, MOST = 3, 6  # steps
DIGITS = 4

SUMS = ("add", "sub", "mul")
POWERS = ("power", "div")
# Where a function has a value and a slope that can be worked out in the head.
FUNCTIONS = {
    "exp": (0,),
    "log": (1,),
    "sin": (0,),
    "tanh": (0,),
    "sqrt": (1, 4, 16, 25),
    "relu": range(1, 100),
}
OF_LEVEL = {1: SUMS, 2: (*SUMS, *POWERS, "neg"), 3: (*SUMS, "neg", *FUNCTIONS)}
NEW_IN_LEVEL = {1: SUMS, 2: POWERS, 3: tuple(FUNCTIONS)}


def practice_list(level=1, number=0):
    """A list of 3 to 6 steps as a `WengertList`: the one of this number in this level.

    Raises ValueError for a level other than 1, 2 and 3, and TypeError for a number that is none.

    >>> practice_list(level=1, number=7).steps == practice_list(level=1, number=7).steps
    True
    """
    if level not in LEVELS:
        raise ValueError(f"the levels are 1, 2 and 3, got {level!r:.60}")
    if not isinstance(number, int):
        raise TypeError(f"number is a whole number that says which list, got {number!r:.60}")
    rng = random.Random(f"{level} {number}")
    while True:
        tape = attempt(level, rng)
        if tape is not None and is_good(tape, level):
            return tape


def attempt(level, rng):
    """A list drawn step by step, each with a short value; None where the draw leads nowhere."""
    values = {name: whole(rng) for name in "xyz"[: rng.choice((2, 2, 3))]}
    tape, unused = WengertList(**values), [*values]
    for _ in range(rng.randint(FEWEST, MOST)):
        rule = rng.choice([rule for rule in OF_LEVEL[level] if fitting(rule, values)])
        operands = draw_operands(rule, values, unused, level, rng)
        try:
            value = RULES[rule](*(values.get(x, x) for x in operands))
        except UndefinedError:
            return None
        if not is_short(value):
            return None
        name = tape.record(rule, *operands)
        values[name] = value
        unused = [x for x in unused if x not in operands] + [name]
    return tape


def fitting(rule, values):
    """The names that a rule can be applied to: for a function, where it has easy numbers."""
    return [x for x in values if rule not in FUNCTIONS or values[x] in FUNCTIONS[rule]]


def draw_operands(rule, values, unused, level, rng):
    """Operands for a rule, among them a name that is not used yet, if one fits."""
    first = rng.choice([x for x in fitting(rule, values) if x in unused] or fitting(rule, values))
    if rule in FUNCTIONS or rule == "neg":
        return [first]
    if rule == "power":
        return [first, float(rng.choice((2, 3)))]
    others = [x for x in (unused if level == 1 else values) if x != first]
    second = rng.choice(others) if others and rng.random() < 0.7 else float(rng.randint(2, 5))
    return rng.sample([first, second], 2)


def whole(rng):
    return float(rng.choice((-4, -3, -2, -1, 0, 1, 2, 3, 4, 5)))


def is_good(tape, level):
    """Does the list keep what its level promises?"""
    used = [x for step in tape.steps for x in step.operands if isinstance(x, str)]
    names = [*tape.inputs, *(step.name for step in tape.steps[:-1])]
    most = max(used.count(name) for name in names)
    adjoints = tape.reverse_sweep(tape.forward_sweep()) if set(names) <= set(used) else {}
    return (
        bool(adjoints)
        and (most == 1 if level == 1 else most > 1)
        and any(step.rule.name in NEW_IN_LEVEL[level] for step in tape.steps)
        and all(is_short(x) and x != 0 for x in adjoints.values())
    )


def is_short(x):
    """Has x at most 4 digits, those behind the point included?

    >>> is_short(-12.25), is_short(1 / 3), is_short(12345.0)
    (True, False, False)
    """
    text = f"{abs(x):.{DIGITS}f}".rstrip("0").rstrip(".")
    return float(text) == abs(x) and len(text.replace(".", "").lstrip("0")) <= DIGITS
