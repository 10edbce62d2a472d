"""Exercise 8 of notebook 03: the reverse sweep of any list."""

import math
from collections import defaultdict

from helpers import checks
from helpers.checks.notebook_03.exercise_8_reverse_sweep import REVERSE_SWEEP
from helpers.wengert import adjoints_of
from tests.checks.entry import Entry, typed
from tests.checks.notebook_03.wrong_at_random import off_by

VALUE_AND_LOCAL = {
    "add": lambda x, y: [1, 1],
    "sub": lambda x, y: [1, -1],
    "mul": lambda x, y: [y, x],
    "div": lambda x, y: [1 / y, -x / y**2],
    "neg": lambda x: [-1],
    "exp": lambda x: [math.exp(x)],
}


def sweep_with_defaults(steps, values):
    adjoints = defaultdict(float)
    adjoints[f"t{len(steps)}"] += 1
    for i, (operation, *operands) in reversed(list(enumerate(steps, start=1))):
        numbers = [values.get(x, x) for x in operands]
        for x, slope in zip(operands, VALUE_AND_LOCAL[operation](*numbers), strict=True):
            if x in values:
                adjoints[x] += slope * adjoints[f"t{i}"]
    return {name: adjoints[name] for name in values}


def sweep_that_empties_the_list(steps, values):
    adjoints = dict.fromkeys(values, 0)
    adjoints[f"t{len(steps)}"] = 1
    while steps:
        adjoint = adjoints[f"t{len(steps)}"]
        operation, *operands = steps.pop()
        numbers = [values[x] if type(x) is str else x for x in operands]
        slopes = VALUE_AND_LOCAL[operation](*numbers)
        for k in range(len(operands)):
            if type(operands[k]) is str:
                adjoints[operands[k]] = adjoints[operands[k]] + adjoint * slopes[k]
    return adjoints


def step_names(steps):
    return [f"t{i + 1}" for i in range(len(steps))]


def sweep_but(
    assigns=False, seed=1, rest=0, ascending=False, swapped=False, slope=True, adjoint=True,
    constants=False, keep=None,
):  # fmt: skip
    """The reverse sweep as in the notebook, with one of its parts changed."""

    def my_reverse_sweep(steps, values):
        adjoints = dict.fromkeys(values, rest)
        last = f"t{len(steps)}"
        adjoints[last] = values[last] if seed == "value" else seed
        for i in range(1, len(steps) + 1) if ascending else range(len(steps), 0, -1):
            operation, *operands = steps[i - 1]
            numbers = [values[x] if isinstance(x, str) else x for x in operands]
            slopes = VALUE_AND_LOCAL[operation](*numbers)
            for x, local in zip(operands, slopes[::-1] if swapped else slopes, strict=True):
                if constants and not isinstance(x, str):
                    adjoints.setdefault(x, 0)
                if constants or isinstance(x, str):
                    change = (local if slope else 1) * (adjoints[f"t{i}"] if adjoint else 1)
                    adjoints[x] = change if assigns else adjoints[x] + change
        return keep(adjoints, steps) if keep else adjoints

    return my_reverse_sweep


def only_inputs(adjoints, steps):
    return {name: x for name, x in adjoints.items() if name not in step_names(steps)}


def only_what_is_used(adjoints, steps):
    used = {x for step in steps for x in step[1:]}
    return {n: x for n, x in adjoints.items() if n in used or n == step_names(steps)[-1]}


def sweep_without_asking_for_names(steps, values):
    adjoints = dict.fromkeys(values, 0.0)
    adjoints[f"t{len(steps)}"] = 1.0
    for i in range(len(steps), 0, -1):
        for operand in steps[i - 1][1:]:
            adjoints[operand] += adjoints[f"t{i}"]
    return adjoints


def sweep_that_counts_from_zero(steps, values):
    return {f"t{i}": values[f"t{i}"] for i in range(len(steps))}


def sweep_without_zeros(steps, values):
    adjoints = {f"t{len(steps)}": 1.0}
    for operand in steps[0][1:]:
        adjoints[operand] += 1.0
    return adjoints


# What the cell above the exercise defines.
LISTS = """
from math import exp

VALUE = {
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "mul": lambda x, y: x * y,
    "div": lambda x, y: x / y,
    "neg": lambda x: -x,
    "exp": exp,
}
LOCAL = {
    "add": lambda x, y: [1, 1],
    "sub": lambda x, y: [1, -1],
    "mul": lambda x, y: [y, x],
    "div": lambda x, y: [1 / y, -x / y**2],
    "neg": lambda x: [-1],
    "exp": lambda x: [exp(x)],
}


def number(operand, values):
    return values[operand] if isinstance(operand, str) else operand
"""

ENTRY = Entry(
    notebook="03-chain-rule-and-wengert-lists.ipynb",
    name="my_reverse_sweep",
    check=checks.reverse_sweep,
    exercise=REVERSE_SWEEP,
    right=[sweep_with_defaults, sweep_but(), adjoints_of],
    wrong=[
        (sweep_that_empties_the_list, "your function changes `steps`"),
        (sweep_but(assigns=True), "Write += where you have ="),
        (sweep_but(ascending=True), "from the first step to the last"),
        (sweep_but(seed=0), "All adjoints are 0"),
        (sweep_but(seed="value"), "value of the last step"),
        (sweep_but(rest=1), "Every name starts with 1"),
        (sweep_but(swapped=True), "have changed places"),
        (sweep_but(slope=False), "local derivative is missing"),
        (sweep_but(adjoint=False), "You add the local derivatives alone"),
        (sweep_but(constants=True), "entries of their own"),
        (sweep_but(keep=only_what_is_used), "A step that nothing uses"),
        (sweep_but(keep=only_inputs), "adjoints of the inputs"),
        (sweep_but(keep=lambda adjoints, steps: list(adjoints.values())), "Return a dict"),
        (lambda steps, values: dict(values), "Those are the values"),
        (sweep_without_asking_for_names, "An operand may also be a constant"),
        (sweep_that_counts_from_zero, "and the list counts from 0"),
        (sweep_without_zeros, "Does every name in `values` start with 0?"),
        (lambda steps, values: LOCAL["mul"], "it defines LOCAL"),  # noqa: F821
        (lambda steps, values: number("x", values), "it defines LOCAL"),  # noqa: F821
        (lambda steps, values: {"t1": 1.0}, "returned nothing for 'y', 'x'"),
        (
            lambda steps, values: sweep_but()(steps, values) | {"w0": 0.0},
            "returned an entry for 'w0', which was not asked for",
        ),
        (
            lambda steps, values: dict.fromkeys(values, 7.0),
            "gives 7 for 't1', but it should be 1.",
        ),
        (
            lambda steps, values: dict.fromkeys(values, "1"),
            "returned '1' for 'x', expected a number",
        ),
        *typed(__file__, "steps, values", LISTS),
    ],
    random_wrong=lambda rng: off_by(sweep_but(), rng),
)
