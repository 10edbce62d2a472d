"""Exercise 8 of notebook 03: the reverse sweep of any list."""

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import one_or_two
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


def subtract(adjoints, name, contribution):
    adjoints[name] -= contribution


def sweep_with(
    put=add,
    start=0.0,
    seed=lambda steps, values: 1.0,
    seeded=len,
    order=reversed,
    pairs=lambda operands, slopes: [*zip(operands, slopes, strict=True)],
    source=lambda adjoints, values, i, n: adjoints[f"t{i}"],
    local=lambda slopes, numbers: slopes,
    contribution=lambda adjoint, slope: adjoint * slope,
    keep=lambda adjoints, steps: adjoints,
):
    """A reverse sweep with some of its parts changed; it starts with the values for None."""

    def reverse(steps, values):
        adjoints = {name: values[name] if start is None else start for name in [*values][::-1]}
        adjoints[f"t{seeded(steps)}"] = seed(steps, values)
        for i in order(range(1, len(steps) + 1)):
            operation, *operands = steps[i - 1]
            numbers = [number(x, values) for x in operands]
            slopes = local(local_slopes(operation, operands, values), numbers)
            for operand, slope in pairs(operands, slopes):
                if isinstance(operand, str):
                    above = source(adjoints, values, i, len(steps))
                    put(adjoints, operand, contribution(above, slope))
        return keep(adjoints, steps)

    return reverse


def of_the_first(operands, slopes):
    """The place of each operand looked up by its name, which finds the first of that name."""
    return [(operand, slopes[operands.index(operand)]) for operand in operands]


looked_up = sweep_with(pairs=of_the_first)
once_each = sweep_with(
    pairs=lambda operands, slopes: [*dict(zip(operands, slopes, strict=True)).items()]
)
nothing_passed_on = sweep_with(pairs=lambda operands, slopes: [])
first_operand_only = sweep_with(
    order=lambda numbers: [numbers[-1]],
    pairs=lambda operands, slopes: [(operands[0], slopes[0])],
)


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


CONSTANT = (
    "An operand may also be a constant. Only names have an adjoint: ask `isinstance(operand, str)`."
)

SLIPS = {
    "put": [
        (
            assign,
            "A name that is used twice keeps only one of its contributions. Write += where you "
            "have =: paths add up.",
        ),
        (
            subtract,
            "The contributions are subtracted. Paths add up: +=.",
        ),
    ],
    "start": [
        (
            1.0,
            "Every name starts with 1. Only the last step does, all others start with 0.",
        ),
        (
            None,
            "The adjoints start with the values. Start with 0 for every name but the last step.",
        ),
    ],
    "seed": [
        (
            lambda steps, values: 0.0,
            "All adjoints are 0. Give the last step the adjoint 1 before you start.",
        ),
        (
            lambda steps, values: values[f"t{len(steps)}"],
            "The sweep starts with the value of the last step. Start with its adjoint, which is 1.",
        ),
        (
            lambda steps, values: -1.0,
            "The last step starts with -1. It starts with 1.",
        ),
    ],
    "seeded": [
        (lambda steps: 1, "The sweep starts at t1. It starts at the last step, t{len(steps)}."),
    ],
    "order": [
        (
            iter,
            "Only the last step passes something on. Is `return` inside the loop, or do you go "
            "from the first step to the last? Then the adjoint of a step is not known when it is "
            "needed.",
        ),
        (
            lambda numbers: [*numbers][:0:-1],
            "The first step is left out: range(n, 0, -1) ends at 1, range(n, 1, -1) ends at 2.",
        ),
    ],
    "pairs": [
        (
            lambda operands, slopes: [*zip(operands, slopes, strict=True)][:1],
            "Only the first operand of a step gets something. Go through all of them.",
        ),
        (
            lambda operands, slopes: [*zip(operands, slopes, strict=True)][-1:],
            "Only the last operand of a step gets something. Go through all of them.",
        ),
        (
            lambda operands, slopes: [
                (x, slope)
                for x, slope in zip(operands, slopes, strict=True)
                if str(x).startswith("t")
            ],
            "Only steps get something. The inputs are names too, and get their contributions.",
        ),
    ],
    "local": [
        (
            lambda slopes, numbers: slopes[::-1],
            "The local derivatives of the two operands have changed places: the first one belongs "
            "to the first operand.",
        ),
        (
            lambda slopes, numbers: slopes[:1] * len(slopes),
            "Every operand gets the local derivative of the first. Each has its own: go through "
            "both with `zip`.",
        ),
        (
            lambda slopes, numbers: slopes[-1:] * len(slopes),
            "Every operand gets the local derivative of the last. Each has its own: go through "
            "both with `zip`.",
        ),
        (
            lambda slopes, numbers: [sum(slopes)] * len(slopes),
            "The local derivatives of a step are added up. Each operand has its own.",
        ),
        (
            lambda slopes, numbers: [abs(x) for x in slopes],
            "The local derivatives lose their sign: is there an `abs`?",
        ),
        (
            lambda slopes, numbers: numbers,
            "The value of the operand stands where its local derivative should, from LOCAL.",
        ),
        (
            lambda slopes, numbers: [s * x for s, x in zip(slopes, numbers, strict=True)],
            "There is a factor too much, the value of the operand.",
        ),
    ],
    "source": [
        (
            lambda adjoints, values, i, n: values[f"t{i}"],
            "You multiply by the value of the step. Multiply by its adjoint.",
        ),
        (
            lambda adjoints, values, i, n: adjoints[f"t{n + 1 - i}"],
            "Steps and their names run against each other. Step t{i} stands at steps[i - 1]; "
            "steps[-i] counts from the end.",
        ),
    ],
    "contribution": [
        (
            lambda adjoint, slope: adjoint,
            "The local derivative is missing: a contribution is the adjoint of the step times the "
            "local derivative.",
        ),
        (
            lambda adjoint, slope: slope,
            "You add the local derivatives alone. Multiply each by the adjoint of its step.",
        ),
        (
            lambda adjoint, slope: adjoint + slope,
            "Adjoint and local derivative are added. Along a path they multiply.",
        ),
        (
            lambda adjoint, slope: -adjoint * slope,
            "The contributions are subtracted. Paths add up: +=.",
        ),
        (
            lambda adjoint, slope: 2 * adjoint * slope,
            "Each contribution is added twice. Every use of a name counts once.",
        ),
        (
            lambda adjoint, slope: adjoint * adjoint * slope,
            "The adjoint is there twice as a factor.",
        ),
        (
            lambda adjoint, slope: adjoint / slope if slope else 0.0,
            "You divide by the local derivative. Multiply by it.",
        ),
    ],
    "keep": [
        (
            reached,
            "A step that nothing uses has no entry. Start with 0 for every name in `values`.",
        ),
        (
            lambda adjoints, steps: {
                name: x for name, x in adjoints.items() if name[0] != "t" or name == "t"
            },
            "You return the adjoints of the inputs. Return those of all names, steps included.",
        ),
        (
            lambda adjoints, steps: list(adjoints.values())[::-1],
            "That is a list. Return a dictionary, so that each adjoint has its name.",
        ),
    ],
}

REVERSE_SWEEP = Exercise(
    solution=sweep_with(),
    cases=[
        swept([("mul", "x", "y")], x=3.0, y=5.0),
        swept([("mul", "x", "x")], x=3.0),
        swept([("sub", "x", "x")], x=3.0),
        swept([("exp", "x"), ("div", "t1", 2.0)], x=0.5),
        swept([("neg", "x"), ("div", "t1", "t1")], x=3.0),
        swept([("neg", "x"), ("mul", "x", 4.0), ("sub", "t1", 1.0)], x=2.0),  # t2 is not used
        swept([("mul", "a", "b"), ("exp", "t1"), ("sub", "t1", "t2"), ("mul", "t2", "t3")],
              a=0.5, b=-2.0),
        swept([("mul", "w", "x"), ("add", "t1", "b"), ("neg", "t2"), ("exp", "t3"),
               ("add", 1.0, "t4"), ("div", 1.0, "t5"), ("sub", "t6", "t"), ("mul", "t7", "t7")],
              w=2.0, b=0.0, x=1.0, t=10.0),
    ],
    mistakes=[
        Mistake(
            with_constants,
            "The constants of the steps have entries of their own. Only names have adjoints: "
            "leave out what is no text.",
        ),
        Mistake(
            lambda steps, values: values,
            "Those are the values. Return the adjoints.",
        ),
        Mistake(
            looked_up,
            "The place of an operand is looked up by its name. Where a step uses one name twice, "
            "as `sub x x`, that finds the first both times: go through operands and slopes in "
            "pairs, with `zip`.",
        ),
        Mistake(
            once_each,
            "A step may use one name twice, as `mul x x`. In a dictionary or set it is there only "
            "once: go through operands and slopes in pairs, with `zip`.",
        ),
        Mistake(
            nothing_passed_on,
            "Nothing gets from the last step to its operands. Does the loop run (down it needs a "
            "third number, range(n, 0, -1)), from the last step on? Does it add (+=), to operands "
            "that are names?",
        ),
        Mistake(
            first_operand_only,
            "Only the first operand of the last step gets something. Is `return` inside the loop? "
            "It should stand below it.",
        ),
    ],
    slips=tuple(one_or_two(sweep_with, SLIPS)),
    praise="Your sweep differentiates any list of these operations, the neuron included.",
    hints={
        "nothing for 't": "All names in `values` have an adjoint, the steps included.",
        "nothing for '": "All names in `values` have an adjoint, the inputs included.",
        "KeyError: 't0'": "The steps are called t1, t2, …, and the list counts from 0.",
        "'t{": "Put an f in front of the text, f\"t{i}\": then {i} becomes the number.",
        "an entry for 't8'": "The last step is called t{len(steps)}; lists may have any length.",
        "KeyError: '": "The dictionary has no such name. Does every name in `values` start with 0? "
        "Step i is called t{i}, and stands at steps[i - 1]. Other lists have other names.",
        "KeyError: 1": "A step has a name: f\"t{i}\", not its number.",
        "KeyError: 0": "A step has a name: f\"t{i}\", not its number.",
        "KeyError: (": "`LOCAL` is asked with the name of an operation, the first entry of a step.",
        "KeyError: ": CONSTANT,
        "list indices must be": "Each adjoint has a name: keep them in a dictionary, not a list.",
        "required positional argument": "`LOCAL[operation]` takes a number for each operand of the "
        "step, all of them passed one by one, with a star.",
        "requires string": CONSTANT,
        "'float' object has no attribute": CONSTANT,
        "can't multiply sequence": "A name stands where a number should. Local derivatives are "
        "taken at number(x, values), and operands and slopes go in pairs, with `zip`.",
        "'float' object is not iterable": "`VALUE` gives one number, `LOCAL` a list of slopes.",
        "division by zero": "Local derivatives are taken at the values, not at the adjoints.",
        "list index out of range": "The list counts from 0, so that step t{i} stands at "
        "steps[i - 1], and a list may have any length.",
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
