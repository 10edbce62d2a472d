"""The exercises of notebook 03: ways to write each right, and the mistakes that students make."""

import math
from collections import defaultdict

import numpy as np

from helpers import checks
from helpers.checks import notebook_03
from helpers.rules import RULES
from helpers.wengert import WengertList, trace
from tests.exercises import Entry

NOTEBOOK = "03-chain-rule-and-wengert-lists.ipynb"


def off_by(function, rng):
    """A function that is wrong in one of the numbers that it returns."""
    factor, pick = rng.uniform(1.1, 3), rng.random()

    def my_function(*arguments):
        result = function(*arguments)
        if isinstance(result, dict):
            name = list(result)[int(pick * len(result))]
            return result | {name: factor * result[name] + 0.1}
        place = int(pick * len(result))
        return [factor * x + 0.1 if i == place else x for i, x in enumerate(result)]

    return my_function


# ------------------------------------------------------------------ 1. the chain rule


def slope_in_steps(x):
    inner, inner_slope = x * x, x + x
    outer_slope = np.cos(inner)
    return inner_slope * outer_slope


def slope_by_list(x):
    return trace(lambda x: RULES["sin"](x**2), x=x).gradient()["x"]


# ------------------------------------------------------------------ 2. three slopes


def three_in_an_array(x, y, z):
    p = x - y
    return np.array([z, -z, p])


def three_multiplied_out(x, y, z):
    """f = xz − yz."""
    return z, 0 - z, x + -1 * y


# ------------------------------------------------------------------ 3. the forward sweep


def forward_in_a_loop(w, b, x, t):
    values = [w * x]
    steps = [
        lambda v: v + b,
        lambda v: -v,
        math.exp,
        lambda v: v + 1,
        lambda v: v**-1,
        lambda v: v - t,
        lambda v: v * v,
    ]
    for step in steps:
        values.append(step(values[-1]))
    return values


def forward_with_numpy(w, b, x, t):
    t2 = w * x + b
    t4 = np.exp(-t2)
    t7 = 1 / (1 + t4) - t
    return np.array([w * x, t2, -t2, t4, 1 + t4, 1 / (1 + t4), t7, t7**2])


def forward_by_list(w, b, x, t):
    tape = trace(
        lambda w, b, x, t: (1 / (1 + RULES["exp"](-(w * x + b))) - t) ** 2, w=w, b=b, x=x, t=t
    )
    return tuple(tape.values().values())


def forward_but(place, change):
    """The forward sweep with one step changed: change(t, b, w, x, target) for t[1] … so far."""

    def my_forward(w, b, x, target):
        t = [None]
        steps = [
            lambda: w * x,
            lambda: t[1] + b,
            lambda: -t[2],
            lambda: math.exp(t[3]),
            lambda: 1 + t[4],
            lambda: 1 / t[5],
            lambda: t[6] - target,
            lambda: t[7] * t[7],
        ]
        for i, step in enumerate(steps, start=1):
            t.append(change(t, b, w, x, target) if i == place else step())
        return t[1:]

    return my_forward


# ------------------------------------------------------------------ 4. the reverse sweep


def adjoints_in_a_loop(values):
    t = [None, *values]
    adjoints = [1.0]
    for local in [2 * t[7], 1, -1 / (t[5] * t[5]), 1, t[4], -1, 1]:
        adjoints.insert(0, adjoints[0] * local)
    return adjoints


def adjoints_by_known_formulas(values):
    """With the slope of the sigmoid, σ(1 − σ), instead of its parts."""
    t6, t7 = values[5:7]
    a7 = 2 * t7
    a2 = a7 * t6 * (1 - t6)
    return np.array([a2, a2, -a2, -a7 * t6 * t6, -a7 * t6 * t6, a7, a7, 1])


def adjoints_but(seed=None, **changed):
    """The reverse sweep with a line changed: changed(above, t3, t5, t6, t7, t8)."""
    lines = {
        "a7": lambda a, t: a * 2 * t[7],
        "a6": lambda a, t: a,
        "a5": lambda a, t: a * (-1 / t[5] ** 2),
        "a4": lambda a, t: a,
        "a3": lambda a, t: a * math.exp(t[3]),
        "a2": lambda a, t: -a,
        "a1": lambda a, t: a,
    } | changed

    def my_adjoints(values):
        t = [None, *values]
        adjoints = [1 if seed is None else seed(t)]
        for line in lines.values():
            adjoints.append(line(adjoints[-1], t))
        adjoints.reverse()
        return adjoints

    return my_adjoints


def adjoints_from_the_top(values):
    a1 = a2 * 1  # noqa: F821
    a2 = -1 * values[2]
    return [a1, a2]


def adjoints_in_order_of_work(values):
    a8 = 1
    a7 = a8 * 2 * values[6]
    a6 = a7
    a5 = -a6 / values[4] ** 2
    a4 = a5
    a3 = a4 * math.exp(values[2])
    a2 = -a3
    a1 = a2
    return [a8, a7, a6, a5, a4, a3, a2, a1]


def only_local_derivatives(values):
    return [1, -1, math.exp(values[2]), 1, -1 / values[4] ** 2, 1, 2 * values[6], 1]


# ------------------------------------------------------------------ 5. any list

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


def sweep_by_the_course(steps, values):
    tape = WengertList(**{name: x for name, x in values.items() if name not in step_names(steps)})
    for operation, *operands in steps:
        tape.record(operation, *operands)
    return tape.reverse_sweep(tape.forward_sweep())


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


EXERCISES = [
    Entry(
        notebook=NOTEBOOK,
        name="my_slope",
        check=checks.chain_rule,
        exercise=notebook_03.CHAIN_RULE,
        right=[slope_in_steps, slope_by_list, lambda x: 2 * x * math.cos(x * x)],
        wrong=[
            (lambda x: 2 * x * math.cos(x), "taken at x"),
            (lambda x: math.cos(x * x), "slope of the outer function. Multiply"),
            (lambda x: x + x, "slope of the inner function. Multiply"),
            (lambda x: math.cos(2 * x), "inner slope into the cosine"),
            (lambda x: 2 * x * math.sin(x**2), "is the cosine."),
            (lambda x: -2 * x * math.cos(x**2), "A minus comes with the cosine"),
            (lambda x: x * math.cos(x**2), "A factor 2 is missing"),
            (lambda x: math.cos(x**2) * x**2, "multiply by the inner value"),
            (lambda x: 2 * x + math.cos(x**2), "two slopes multiply"),
            (lambda x: math.sin(2 * x), "where the square is outside"),
            (lambda x: math.sin(x**2), "function itself"),
            (lambda x: cos(x**2) * 2 * x, "Run the cell above first"),  # noqa: F821
            (lambda x: 2 * x * sin(x**2), "Run the cell above first"),  # noqa: F821
        ],
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_three_slopes",
        check=checks.cached_gradient,
        exercise=notebook_03.CACHED_GRADIENT,
        right=[three_in_an_array, three_multiplied_out],
        wrong=[
            (lambda x, y, z: [z, z, x + y], "slopes of (x + y) z"),
            (lambda x, y, z: [z, z, x - y], "when y grows, p = x - y shrinks"),
            (lambda x, y, z: [z, -z, x + y], "df/dz is p, and"),
            (lambda x, y, z: [z, -z, y - x], "df/dz has the wrong sign"),
            (lambda x, y, z: [z, -z, z], "df/dz is not z"),
            (lambda x, y, z: [x - y, -(x - y), z], "have changed places"),
            (lambda x, y, z: [1, -1, x - y], "The first two are the slopes of p"),
            (lambda x, y, z: [1, -1, 1], "slopes of the sum only"),
            (lambda x, y, z: [x * z, -(y * z), x - y], "still there as factors"),
            (lambda x, y, z: (z, -z, z, x - y), "return df/dp as well"),
            (lambda x, y, z: (x - y) * z, "f itself"),
            (lambda x, y, z: [z, 3 * z, x - y], "gives -12 for df/dy, but it should be 4"),
            (lambda x, y, z: [z, -z], "returned 2 numbers, expected 3"),
            (lambda x, y, z: {"x": z, "y": -z, "z": x - y}, "expected a list of 3 numbers"),
        ],
        random_wrong=lambda rng: off_by(lambda x, y, z: [z, -z, x - y], rng),
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_forward",
        check=checks.neuron_forward,
        exercise=notebook_03.NEURON_FORWARD,
        right=[forward_in_a_loop, forward_with_numpy, forward_by_list],
        wrong=[
            (lambda *inputs: forward_in_a_loop(*inputs)[7], "the loss alone"),
            (lambda *inputs: forward_in_a_loop(*inputs)[:7], "t8 is missing"),
            (forward_but(1, lambda t, b, w, x, target: w + x), "t1 is the product"),
            (forward_but(2, lambda t, b, w, x, target: t[1]), "should add b"),
            (forward_but(3, lambda t, b, w, x, target: t[2]), "should be negated"),
            (forward_but(4, lambda t, b, w, x, target: math.exp(t[2])), "exponential of t2"),
            (forward_but(5, lambda t, b, w, x, target: t[4]), "should add 1"),
            (forward_but(5, lambda t, b, w, x, target: 1 - t[4]), "t5 has the wrong sign"),
            (forward_but(6, lambda t, b, w, x, target: t[5]), "should be its reciprocal"),
            (forward_but(7, lambda t, b, w, x, target: target - t[6]), "t7 is turned round"),
            (forward_but(7, lambda t, b, w, x, target: t[6] - x), "t7 subtracts x"),
            (forward_but(7, lambda t, b, w, x, target: t[6] + target), "t7 adds the target"),
            (forward_but(8, lambda t, b, w, x, target: t[7]), "should be squared"),
            (forward_but(8, lambda t, b, w, x, target: 2 * t[7]), "t8 is twice t7"),
            (forward_but(8, lambda t, b, w, x, target: t[6] ** 2), "leaves the target out"),
            (
                forward_but(6, lambda t, b, w, x, target: 2 / t[5]),
                "gives 1.76159 for t6, but it should be 0.880797",
            ),
            (lambda w, b, x, t: [w * x] * 9, "returned 9 numbers, expected 8"),
            (lambda w, b, x, t: [exp(-w * x)], "that imports `exp`"),  # noqa: F821
        ],
        random_wrong=lambda rng: off_by(forward_in_a_loop, rng),
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_adjoints",
        check=checks.neuron_adjoints,
        exercise=notebook_03.NEURON_ADJOINTS,
        right=[adjoints_in_a_loop, adjoints_by_known_formulas],
        wrong=[
            (adjoints_but(a3=lambda a, t: a * math.exp(t[3]) * t[3]), "factor t3 too much"),
            (adjoints_but(a3=lambda a, t: a * t[3]), "needs the derivative of exp"),
            (adjoints_but(a3=lambda a, t: a * math.exp(t[4])), "exponential of t4"),
            (adjoints_but(a3=lambda a, t: a), "lacks its local derivative"),
            (adjoints_but(a5=lambda a, t: a * -1 / t[5]), "lacks a square"),
            (adjoints_but(a5=lambda a, t: a / t[5] ** 2), "lacks a minus"),
            (adjoints_but(a5=lambda a, t: a / t[5]), "by the value of t6"),
            (adjoints_but(a7=lambda a, t: a * t[7]), "lacks a 2"),
            (adjoints_but(a7=lambda a, t: a * t[7] * t[7]), "by the value of t8"),
            (adjoints_but(a2=lambda a, t: a), "adjoint of t2 has the wrong sign"),
            (adjoints_but(a6=lambda a, t: -a), "adjoint of t6 has the wrong sign"),
            (adjoints_in_order_of_work, "order is turned round"),
            (adjoints_but(seed=lambda t: 0), "All adjoints are 0"),
            (adjoints_but(seed=lambda t: t[8]), "value of the output"),
            (only_local_derivatives, "Those are the local derivatives"),
            (lambda values: adjoints_in_a_loop(values)[:-1], "adjoint of t8 is missing"),
            (adjoints_from_the_top, "Start with a8"),
            (lambda values: [exp(values[2])], "that imports `exp`"),  # noqa: F821
            (
                adjoints_but(a4=lambda a, t: a * t[5]),
                "gives 16.0643 for the adjoint of t4, but it should be 14.1494",
            ),
        ],
        random_wrong=lambda rng: off_by(adjoints_in_a_loop, rng),
    ),
    Entry(
        notebook=NOTEBOOK,
        name="my_reverse_sweep",
        check=checks.reverse_sweep,
        exercise=notebook_03.REVERSE_SWEEP,
        right=[sweep_with_defaults, sweep_that_empties_the_list, sweep_but(), sweep_by_the_course],
        wrong=[
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
        ],
        random_wrong=lambda rng: off_by(sweep_but(), rng),
    ),
]
