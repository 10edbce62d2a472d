"""The exercises of notebook 03, chain rule and Wengert lists."""

from math import cos, exp, sin
from types import SimpleNamespace

from helpers.checks.feedback import Exercise, Mistake
from helpers.rules import RULES

# 1. A chain of two: the derivative of sin(x²).

CHAIN_RULE = Exercise(
    solution=lambda x: cos(x**2) * 2 * x,
    cases=[(0.7,), (1.3,), (-0.4,), (2.0,)],
    mistakes=[
        Mistake(
            lambda x: cos(x) * 2 * x,
            "The slope of the sine is taken at x. Take it where the sine stands, at x**2.",
        ),
        Mistake(
            lambda x: cos(x**2),
            "That is the slope of the outer function. Multiply by the slope of the inner one.",
        ),
        Mistake(
            lambda x: 2 * x,
            "That is the slope of the inner function. Multiply by the slope of the outer one.",
        ),
        Mistake(
            lambda x: cos(2 * x),
            "You put the inner slope into the cosine. The cosine takes the inner value, x**2, and "
            "the inner slope is a factor.",
        ),
        Mistake(
            lambda x: sin(x**2) * 2 * x,
            "The slope of the sine is the cosine.",
        ),
        Mistake(
            lambda x: -cos(x**2) * 2 * x,
            "The sign is wrong: the slope of the sine is + cos. (A minus comes with the cosine, "
            "whose slope is -sin.)",
        ),
        Mistake(
            lambda x: cos(x**2) * x,
            "A factor 2 is missing: the slope of x**2 is 2 * x.",
        ),
        Mistake(
            lambda x: cos(x**2) * x**2,
            "You multiply by the inner value. Multiply by its slope.",
        ),
        Mistake(
            lambda x: cos(x**2) + 2 * x,
            "The two slopes multiply. They would add up if there were two paths.",
        ),
        Mistake(
            lambda x: 2 * sin(x) * cos(x),
            "That is the slope of sin(x)**2, where the square is outside. Here it is inside.",
        ),
        Mistake(
            lambda x: sin(x**2),
            "That is the function itself. Asked for is its derivative.",
        ),
    ],
    praise="The outer slope at the inner value, times the inner slope.",
    hints={
        "name 'cos'": "Run the cell above first: it imports `cos` and `sin`.",
        "name 'sin'": "Run the cell above first: it imports `cos` and `sin`.",
    },
)


def chain_rule(answer):
    """Check my_slope(x), the derivative of sin(x²).

    >>> from helpers.rules import cos
    >>> chain_rule(lambda x: cos(x))
    ✗ Not yet right. your function(0.7) gives 0.764842, but it should be 1.23527.
    """
    return CHAIN_RULE.check(answer)


# 2. Three slopes of (x − y) z.

CACHED_GRADIENT = Exercise(
    solution=lambda x, y, z: [z, -z, x - y],
    cases=[(-2, 5, -4), (3.0, 0.5, 2.0), (0.7, -1.5, 0.3)],
    mistakes=[
        Mistake(
            lambda x, y, z: [z, z, x + y],
            "Those are the slopes of (x + y) z. Here it is x - y.",
        ),
        Mistake(
            lambda x, y, z: [z, z, x - y],
            "df/dy has the wrong sign: when y grows, p = x - y shrinks, so its local derivative "
            "is -1.",
        ),
        Mistake(
            lambda x, y, z: [z, -z, x + y],
            "df/dz is p, and p = x - y.",
        ),
        Mistake(
            lambda x, y, z: [z, -z, y - x],
            "df/dz has the wrong sign: it is p = x - y.",
        ),
        Mistake(
            lambda x, y, z: [z, -z, z],
            "df/dz is not z. The slope of a product p z by one factor is the other one: df/dz = p.",
        ),
        Mistake(
            lambda x, y, z: [x - y, y - x, z],
            "The slopes of the product have changed places: df/dp is z, and df/dz is p.",
        ),
        Mistake(
            lambda x, y, z: [1, -1, x - y],
            "The first two are the slopes of p. Multiply them by df/dp = z: rates along a chain "
            "multiply.",
        ),
        Mistake(
            lambda x, y, z: [1, -1, 1],
            "Those are slopes of the sum only. f is p times z: multiply along the chain.",
        ),
        Mistake(
            lambda x, y, z: [x * z, -y * z, x - y],
            "x and y are still there as factors. The slope of p by x is 1, and by y it is -1.",
        ),
        Mistake(
            lambda x, y, z: [z, -z, z, x - y],
            "You return df/dp as well. Leave it out: three slopes, by x, y and z.",
        ),
        Mistake(
            lambda x, y, z: (x - y) * z,
            "That is f itself. Return its three derivatives, as a list.",
        ),
    ],
    praise="df/dp is computed once, and serves both x and y.",
    entries=("df/dx", "df/dy", "df/dz"),
)


def cached_gradient(answer):
    """Check my_three_slopes(x, y, z) of f = (x − y) z.

    >>> cached_gradient(lambda x, y, z: [1.0, 1.0, 1.0])
    ✗ Not yet right. your function(-2, 5, -4) gives 1 for df/dx, but it should be -4.
    """
    return CACHED_GRADIENT.check(answer)


# 3. The forward sweep of the neuron.

NEURON = {
    "t1": lambda v: v.w * v.x,
    "t2": lambda v: v.t1 + v.b,
    "t3": lambda v: -v.t2,
    "t4": lambda v: exp(v.t3),
    "t5": lambda v: 1 + v.t4,
    "t6": lambda v: 1 / v.t5,
    "t7": lambda v: v.t6 - v.t,
    "t8": lambda v: v.t7**2,
}
POINTS = [(2.0, 0.0, 1.0, 10.0), (0.5, -1.0, 2.5, 0.3), (-1.5, 0.7, 0.4, 1.0)]  # w, b, x, t


def values_with(**changed):
    """A forward sweep of the neuron, with some steps changed: the values t1 to t8 as a list."""

    def forward(w, b, x, t):
        v = SimpleNamespace(w=w, b=b, x=x, t=t)
        for name, step in (NEURON | changed).items():
            setattr(v, name, step(v))
        return [getattr(v, name) for name in NEURON]

    return forward


my_forward = values_with()

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
            "t7 is turned round: prediction minus target, t6 - t. (The loss would be the same, "
            "but not the list.)",
        ),
        Mistake(
            values_with(t7=lambda v: v.t6 - v.x),
            "t7 subtracts x. The target is t.",
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


# 4. The reverse sweep of the neuron.

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


my_adjoints = adjoints_with()

NEURON_ADJOINTS = Exercise(
    solution=my_adjoints,
    cases=[(my_forward(*point),) for point in POINTS],
    entries=tuple(f"the adjoint of {name}" for name in NEURON),
    backwards=True,
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
            "The adjoint of t5 lacks a minus: 1 / t5 falls when t5 grows, so its slope is "
            "-1 / t5**2.",
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
            "The adjoint of t6 has the wrong sign: t7 = t6 - t grows with t6, the slope is 1.",
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
    ],
    praise="One line for each line of the list, in the opposite order.",
    hints={
        "referenced before assignment": "Start with a8, and go up from there.",
        "not associated with a value": "Start with a8, and go up from there.",
        "name 'exp'": "Run the cell further up that imports `exp`.",
    },
)


def neuron_adjoints(answer):
    """Check my_adjoints(values), for the eight values of the neuron.

    >>> neuron_adjoints(lambda values: [0.0 for value in values]).kind
    'wrong'
    """
    return NEURON_ADJOINTS.check(answer)


# 5. The reverse sweep of any list.


def number(operand, values):
    return values[operand] if isinstance(operand, str) else operand


def local_slopes(operation, operands, values):
    """The local derivative of a step by each of its operands, from the rule book."""
    rule, at = RULES[operation], [number(x, values) for x in operands]
    return [partial(*at, rule(*at)) for partial in rule.partials]


def swept(steps, **inputs):
    """A case: the steps, and the value of every name."""
    values = dict(inputs)
    for i, (operation, *operands) in enumerate(steps, start=1):
        values[f"t{i}"] = RULES[operation](*[number(x, values) for x in operands])
    return steps, values


def add(adjoints, name, contribution):
    adjoints[name] += contribution


def assign(adjoints, name, contribution):
    adjoints[name] = contribution


def sweep_with(
    put=add,
    start=0.0,
    seed=lambda steps, values: 1.0,
    order=reversed,
    local=lambda slopes: slopes,
    contribution=lambda adjoint, slope: adjoint * slope,
    keep=lambda adjoints, steps: adjoints,
):
    """A reverse sweep with one of its parts changed."""

    def reverse(steps, values):
        adjoints = dict.fromkeys([*values][::-1], start)  # from the last step up
        adjoints[f"t{len(steps)}"] = seed(steps, values)
        for i in order(range(1, len(steps) + 1)):
            operation, *operands = steps[i - 1]
            slopes = local(local_slopes(operation, operands, values))
            for operand, slope in zip(operands, slopes, strict=True):
                if isinstance(operand, str):
                    put(adjoints, operand, contribution(adjoints[f"t{i}"], slope))
        return keep(adjoints, steps)

    return reverse


def with_constants(steps, values):
    """Constants get an adjoint as well, under themselves."""
    adjoints = sweep_with()(steps, values)
    for i, (operation, *operands) in enumerate(steps, start=1):
        slopes = local_slopes(operation, operands, values)
        for operand, slope in zip(operands, slopes, strict=True):
            if not isinstance(operand, str):
                adjoints[operand] = adjoints.get(operand, 0.0) + adjoints[f"t{i}"] * slope
    return adjoints


def reached(adjoints, steps):
    """The names that something flows to."""
    used = {x for _, *operands in steps for x in operands} | {f"t{len(steps)}"}
    return {name: x for name, x in adjoints.items() if name in used}


REVERSE_SWEEP = Exercise(
    solution=sweep_with(),
    cases=[
        swept([("mul", "x", "y")], x=3.0, y=5.0),
        swept([("mul", "x", "x")], x=3.0),
        swept([("exp", "x"), ("div", "t1", 2.0)], x=0.5),
        swept([("neg", "x"), ("mul", "x", 4.0), ("sub", "t1", 1.0)], x=2.0),  # t2 is not used
        swept([("mul", "a", "b"), ("exp", "t1"), ("sub", "t1", "t2"), ("mul", "t2", "t3")],
              a=0.5, b=-2.0),
        swept([("mul", "w", "x"), ("add", "t1", "b"), ("neg", "t2"), ("exp", "t3"),
               ("add", 1.0, "t4"), ("div", 1.0, "t5"), ("sub", "t6", "t"), ("mul", "t7", "t7")],
              w=2.0, b=0.0, x=1.0, t=10.0),
    ],
    mistakes=[
        Mistake(
            sweep_with(put=assign),
            "A name that is used twice keeps only one of its contributions. Write += where you "
            "have =: paths add up.",
        ),
        Mistake(
            sweep_with(order=iter),
            "You go from the first step to the last. Then the adjoint of a step is not known yet "
            "when it is needed: go from the last to the first.",
        ),
        Mistake(
            sweep_with(seed=lambda steps, values: 0.0),
            "All adjoints are 0. Give the last step the adjoint 1 before you start.",
        ),
        Mistake(
            sweep_with(seed=lambda steps, values: values[f"t{len(steps)}"]),
            "The sweep starts with the value of the last step. Start with its adjoint, which is 1.",
        ),
        Mistake(
            sweep_with(start=1.0),
            "Every name starts with 1. Only the last step does, all others start with 0.",
        ),
        Mistake(
            sweep_with(local=lambda slopes: slopes[::-1]),
            "The local derivatives of the two operands have changed places: the first one belongs "
            "to the first operand.",
        ),
        Mistake(
            sweep_with(contribution=lambda adjoint, slope: adjoint),
            "The local derivative is missing: a contribution is the adjoint of the step times the "
            "local derivative.",
        ),
        Mistake(
            sweep_with(contribution=lambda adjoint, slope: slope),
            "You add the local derivatives alone. Multiply each by the adjoint of its step.",
        ),
        Mistake(
            with_constants,
            "The constants of the steps have entries of their own. Only names have adjoints: "
            "leave out what is no text.",
        ),
        Mistake(
            sweep_with(keep=reached),
            "A step that nothing uses has no entry. Start with 0 for every name in `values`.",
        ),
        Mistake(
            sweep_with(keep=lambda adjoints, steps: {
                name: x for name, x in adjoints.items() if name[0] != "t" or name == "t"
            }),
            "You return the adjoints of the inputs. Return those of all names, steps included.",
        ),
        Mistake(
            sweep_with(keep=lambda adjoints, steps: list(adjoints.values())[::-1]),
            "That is a list. Return a dictionary, so that each adjoint has its name.",
        ),
        Mistake(
            lambda steps, values: values,
            "Those are the values. Return the adjoints.",
        ),
    ],
    praise="Your sweep differentiates any list of these operations, the neuron included.",
    hints={
        "KeyError: 't0'": "The steps are called t1, t2, …, and the list counts from 0.",
        "KeyError: '": "Does every name in `values` start with 0? Step i is called t{i}, and "
        "stands at steps[i - 1].",
        "KeyError: ": "An operand may also be a constant. Only names have an adjoint: ask "
        "`isinstance(operand, str)`.",
        "name 'LOCAL'": "Run the cell above first: it defines LOCAL and number.",
        "name 'number'": "Run the cell above first: it defines LOCAL and number.",
    },
)  # fmt: skip


def reverse_sweep(answer):
    """Check my_reverse_sweep(steps, values).

    >>> reverse_sweep(lambda steps, values: {name: 0.0 for name in values}).kind
    'wrong'
    """
    return REVERSE_SWEEP.check(answer)
