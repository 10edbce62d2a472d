"""Exercise 6 of notebook 03: a function written down as a list, and its adjoints: f = x exp(xy)."""

from math import exp

from helpers.checks.feedback import Exercise, Mistake


def adjoints_with(**changed):
    """The adjoints of t1 = x·y, t2 = exp(t1), t3 = t2·x, with some of them computed otherwise.

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
        found, t1 = {}, x * y
        for name, formula in (right | changed).items():
            found[name] = formula(x, y, t1, exp(t1), found)
        return found

    return adjoints


def only(*names):
    """The right adjoints, and no others than those of these names."""
    return lambda x, y: {name: adjoints_with()(x, y)[name] for name in names}


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
            only("x", "y"),
            "Those are the adjoints of the inputs. Return those of the steps t1, t2, t3 as well.",
        ),
        Mistake(
            lambda x, y: [*adjoints_with()(x, y).values()],
            "That is a list. Return a dictionary, so that each adjoint has its name.",
        ),
    ],
    praise="A list of your own, with a contribution for each use.",
    hints={
        "referenced before assignment": "Compute the values first, then the adjoints from the "
        "last step up.",
        "not associated with a value": "Compute the values first, then the adjoints from the last "
        "step up.",
        "name 'exp'": "Run the cell further up that imports `exp`.",
    },
)


def own_list(answer):
    """Check my_adjoints_of_a_list(x, y), the adjoints of f = x exp(xy) by name.

    >>> own_list(lambda x, y: {"x": 1.0, "y": 1.0})
    ! There was an error. your function(0.7, 1.3) returned nothing for 't3', 't2', 't1'.
    """
    return OWN_LIST.check(answer)
