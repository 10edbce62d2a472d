"""Exercise 6 of notebook 03: a function written down as a list, and its adjoints: f = x exp(xy)."""

from math import exp

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.formulas import of_a_sum


def adjoints_with(first=lambda x, y: x * y, **changed):
    """The adjoints of t1 = x·y, t2 = exp(t1), t3 = t2·x, with some of them computed otherwise, or
    the `first` step.

    An adjoint is a function of x, y, the values t1 and t2, and the adjoints so far.
    """
    right = {
        "t3": lambda x, y, t1, t2, a: 1.0,
        "t2": lambda x, y, t1, t2, a: a["t3"] * x,
        "t1": lambda x, y, t1, t2, a: a["t2"] * t2,
        "x": lambda x, y, t1, t2, a: a["t3"] * t2 + a["t1"] * y,
        "y": lambda x, y, t1, t2, a: a["t1"] * x,
    }

    def adjoints(x, y):
        found, t1 = {}, first(x, y)
        for name, formula in (right | changed).items():
            found[name] = formula(x, y, t1, exp(t1), found)
        return found

    return adjoints


def only(*names):
    """The right adjoints, and no others than those of these names."""
    return lambda x, y: {name: adjoints_with()(x, y)[name] for name in names}


def line(formula):
    """A line of the sweep, with the adjoints further down as the reader has them."""
    return lambda a, x, y: formula(x, y, x * y, exp(x * y), a)


def at_hand(place, found, x, y):
    """The inputs, the adjoints further down in the list, as the reader has them, the nearest
    first, and the values.
    """
    below = [name for name in ("t1", "t2", "t3") if place in "xy" or name > place]
    adjoints = {name.replace("t", "a"): found[name] for name in below}
    return {"x": x, "y": y} | adjoints | {"t1": x * y, "t2": exp(x * y)}


# What else goes wrong in one line. A line that follows, rightly, from a wrong one is no slip.
LINES = {
    "t3": [
        (lambda x, y, t1, t2, a: 0.0, "The sweep starts with 0. The adjoint of the output is 1."),
        (lambda x, y, t1, t2, a: -1.0, "The adjoint of t3, the output, is 1, without a minus."),
        (lambda x, y, t1, t2, a: t2, "The adjoint of t3, the output, is 1: it changes as itself."),
        (lambda x, y, t1, t2, a: x, "The adjoint of t3, the output, is 1: it changes as itself."),
    ],
    "t2": [
        (lambda x, y, t1, t2, a: a["t3"] * x, ""),
        (lambda x, y, t1, t2, a: a["t3"], "The adjoint of t2 lacks its local derivative, x."),
        (
            lambda x, y, t1, t2, a: a["t3"] * t2,
            "t3 = t2 * x: the local derivative is x, not t2. (That may also be the value of t2.)",
        ),
    ],
    "t1": [
        (lambda x, y, t1, t2, a: a["t2"] * t2, ""),
        (
            lambda x, y, t1, t2, a: t2,
            "The adjoint of t1 is a local derivative alone. Multiply it by the adjoint of t2.",
        ),
        (lambda x, y, t1, t2, a: a["t3"] * t2, "The adjoint of t1 takes that of t3. t2 uses t1."),
        (
            lambda x, y, t1, t2, a: a["t2"] * exp(x),
            "The slope of exp(t1) is taken at t1, not x.",
        ),
        (
            lambda x, y, t1, t2, a: a["t2"] * exp(y),
            "The slope of exp(t1) is taken at t1, not y.",
        ),
        (
            lambda x, y, t1, t2, a: a["t2"] * exp(t2),
            "t2 = exp(t1): the slope is exp(t1), which is t2 already, and not exp(t2).",
        ),
        (lambda x, y, t1, t2, a: t1, "That is the value of t1. Asked for is its adjoint."),
        (
            lambda x, y, t1, t2, a: a["t2"] * t1 * exp(t1 - 1),
            "exp is no power, and is its own slope: exp(t1).",
        ),
        (
            lambda x, y, t1, t2, a: a["t2"] / t1,
            "1 / t1 is the slope of the logarithm. That of exp(t1) is exp(t1).",
        ),
    ],
    "x": [
        (lambda x, y, t1, t2, a: a["t3"] * t2 + a["t1"] * y, ""),
        *of_a_sum(
            {
                "of t3, its adjoint times t2,": lambda x, y, t1, t2, a: a["t3"] * t2,
                "of t1, its adjoint times y,": lambda x, y, t1, t2, a: a["t1"] * y,
            },
            before="In the adjoint of x ",
        ),
        (
            lambda x, y, t1, t2, a: a["t3"] * t2 + a["t1"] * x,
            "t1 = x * y has the slope y with respect to x.",
        ),
        (lambda x, y, t1, t2, a: a["t3"] * t2 + a["t1"] * y + a["t2"] * t2, "t2 does not use x."),
        (
            lambda x, y, t1, t2, a: (a["t3"] * t2 + a["t1"] * y) / 2,
            "In the adjoint of x you take the mean of the two contributions. They add up.",
        ),
        (
            lambda x, y, t1, t2, a: a["t3"] * t2 + a["t2"] * y,
            "The adjoint of x takes that of t2. t1 uses x, and hands on its own.",
        ),
        (
            lambda x, y, t1, t2, a: a["t3"] * x + a["t1"] * y,
            "t3 = t2 * x has the slope t2 with respect to x.",
        ),
        (
            lambda x, y, t1, t2, a: a["t2"] * t2 + a["t1"] * y,
            "t3 uses x, so its contribution takes the adjoint of t3, not that of t2.",
        ),
        (
            lambda x, y, t1, t2, a: a["t3"] + a["t1"],
            "The contributions to x lack the local derivatives.",
        ),
    ],
    "y": [
        (lambda x, y, t1, t2, a: a["t1"] * x, ""),
        (lambda x, y, t1, t2, a: a["t1"] * y, "t1 = x * y has the slope x with respect to y."),
        (
            lambda x, y, t1, t2, a: a["t3"] * t2 + a["t1"] * x,
            "t3 does not use y: there is one contribution only.",
        ),
        (lambda x, y, t1, t2, a: a["t2"] * x, "The adjoint of y takes that of t2. t1 uses y."),
        (lambda x, y, t1, t2, a: 0.0, "The adjoint of y is not 0: t1 uses it."),
    ],
}

OWN_LIST = Exercise(
    solution=adjoints_with(),
    cases=[(0.7, 1.3), (2.0, -0.4), (-1.1, 0.5)],
    mistakes=[
        Mistake(
            adjoints_with(x=lambda x, y, t1, t2, a: a["t3"] * t2),
            "The adjoint of x has one contribution only, that of t3. t1 uses x as well: add it.",
        ),
        Mistake(
            adjoints_with(x=lambda x, y, t1, t2, a: a["t1"] * y),
            "The adjoint of x has one contribution only, that of t1. t3 uses x as well: add it.",
        ),
        Mistake(
            adjoints_with(x=lambda x, y, t1, t2, a: a["t3"] * t2 * a["t1"] * y),
            "The two contributions to x are multiplied. Multiply along a path, add over paths.",
        ),
        Mistake(
            adjoints_with(x=lambda x, y, t1, t2, a: a["t3"] * t2 + a["t1"] * x),
            "The contribution of t1 to x is the adjoint of t1 times y: t1 = x * y has the slope y "
            "with respect to x.",
        ),
        Mistake(
            adjoints_with(y=lambda x, y, t1, t2, a: a["t1"] * y),
            "The adjoint of y takes the factor y. t1 = x * y has the slope x with respect to y.",
        ),
        Mistake(
            adjoints_with(t1=lambda x, y, t1, t2, a: a["t2"]),
            "The adjoint of t1 lacks its local derivative: t2 = exp(t1) has the slope exp(t1).",
        ),
        Mistake(
            adjoints_with(t1=lambda x, y, t1, t2, a: a["t2"] * t2 * t1),
            "The adjoint of t1 has a factor t1 too much: the slope of exp(t1) is exp(t1).",
        ),
        Mistake(
            adjoints_with(t1=lambda x, y, t1, t2, a: a["t2"] * t1),
            "The adjoint of t1 is multiplied by t1. The slope of exp(t1) is exp(t1).",
        ),
        Mistake(
            adjoints_with(t2=lambda x, y, t1, t2, a: a["t3"] * t2),
            "The adjoint of t2 takes t2. t3 = t2 * x has the slope x with respect to t2.",
        ),
        Mistake(
            adjoints_with(t3=lambda x, y, t1, t2, a: x * t2),
            "The sweep starts with the value of t3. Start with its adjoint, which is 1.",
        ),
        Mistake(
            lambda x, y: {"t3": x * exp(x * y), "t2": exp(x * y), "t1": x * y, "x": x, "y": y},
            "Those are the values. Return the adjoints.",
        ),
        Mistake(
            lambda x, y: {"t3": 1, "t2": x, "t1": exp(x * y), "x": exp(x * y) + y, "y": x},
            "Those are the local derivatives. Multiply each by the adjoint of the step that it "
            "belongs to.",
        ),
        Mistake(
            adjoints_with(first=lambda x, y: x + y),
            "The first step is the product in the exponent, t1 = x * y, and no sum.",
        ),
        Mistake(
            only("x", "y"),
            "Those are the adjoints of the inputs. Return those of the steps t1, t2, t3 as well.",
        ),
        Mistake(
            lambda x, y: [*adjoints_with()(x, y).values()],
            "That is a list. Return a dictionary, so that each adjoint has its name.",
        ),
    ],
    at_place={
        name: [(line(formula), cause) for formula, cause in slips] for name, slips in LINES.items()
    },
    at_hand=at_hand,
    at_entry={
        "t3": "The sweep starts there, with 1.",
        "t2": "It is the adjoint of t3 times the slope of t3 = t2 * x by t2.",
        "t1": "It is the adjoint of t2 times the slope of t2 = exp(t1) by t1.",
        "x": "Both t3 = t2 * x and t1 = x * y use x: there is a contribution from each.",
        "y": "It is the adjoint of t1 times the slope of t1 = x * y by y.",
    },
    praise="A list of your own, with a contribution for each use.",
    hints={
        "referenced before assignment": "Compute the values first, then the adjoints from the "
        "last step up.",
        "not associated with a value": "Compute the values first, then the adjoints from the last "
        "step up.",
        "name 'e'": "e to the power of z is `exp(z)`.",
        "name 'exp'": "Run the cell further up that imports `exp`.",
    },
)


def own_list(answer):
    """Check my_adjoints_of_a_list(x, y), the adjoints of f = x exp(xy) by name.

    >>> own_list(lambda x, y: {"x": 1.0, "y": 1.0})
    ! There was an error. your function(0.7, 1.3) returned nothing for 't3', 't2', 't1'.
    """
    return OWN_LIST.check(answer)
