"""Exercise 8 of notebook 03: the reverse sweep of any list."""

from helpers.checks.feedback import Exercise, Mistake
from helpers.rules import RULES


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
