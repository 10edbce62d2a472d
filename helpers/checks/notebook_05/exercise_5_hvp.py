"""Exercise 5 of notebook 05: the product of the Hessian with a vector."""

from helpers.checks.feedback import Mistake
from helpers.checks.notebook_05.jacobians import (
    entry_by_entry,
    finite_difference,
)
from helpers.checks.notebook_05.programs import (
    IMPORTS,
    LISTS,
    PASS_ONE_BY_ONE,
    OneSweepExercise,
    reading,
)
from helpers.dual import Dual
from helpers.rules import exp, sin
from helpers.value import Value


def rosenbrock(x, y):
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2


def ripples(x, y, z):
    """So wavy that no finite difference is exact to 9 digits."""
    return sin(30 * x * y) + exp(x) * z**3 + y / z


def gradient(f, point):
    leaves = [Value(x) for x in point]
    f(*leaves).backward()
    return [leaf.grad for leaf in leaves]


def dual_over_value(f, point, direction):
    """The inputs as Values, and the Dual that comes out."""
    leaves = [Value(x) for x in point]
    return leaves, f(*map(Dual, leaves, direction))


def hessian_times(f, point, direction):
    leaves, result = dual_over_value(f, point, direction)
    result.tangent.backward()
    return [leaf.grad for leaf in leaves]


def both_swept(f, point, direction):
    leaves, result = dual_over_value(f, point, direction)
    result.primal.backward()
    result.tangent.backward()
    return [leaf.grad for leaf in leaves]


def gradient_changes(f, point, direction):
    """A finite difference of gradients."""
    return finite_difference(lambda *x: gradient(f, x), point, direction, 1e-6)


HVP = OneSweepExercise(
    solution=hessian_times,
    run=reading(
        {
            Dual: "You return dual numbers. Run backward from the tangent of the result, and "
            "return the gradients of the inputs.",
            Value: "You return Values. Asked for are the gradients of the inputs: the `grad` of "
            "each.",
            LISTS: "You return a list of lists, as for the whole Hessian. H v is one number for "
            "each input.",
        }
    ),
    cases=[
        (rosenbrock, [-1.2, 1.0], [1.0, 0.5]),
        (ripples, [0.4, 0.9, 1.5], [0.7, -2.0, 0.3]),
    ],
    mistakes=[
        Mistake(
            lambda f, point, direction: gradient(f, point),
            "That is the gradient. Begin the sweep at the tangent of the result, and return what "
            "arrives at the primals that went in.",
        ),
        Mistake(
            lambda f, point, direction: entry_by_entry(gradient(f, point), direction),
            "That is the gradient times v, entry by entry. H is the derivative of the gradient: "
            "begin the sweep at the tangent of the result.",
        ),
        Mistake(
            lambda f, point, direction: dual_over_value(f, point, direction)[1].tangent.data,
            "That is the slope along v, a single number. Go back from it, and return the gradients "
            "of the inputs.",
        ),
        Mistake(
            lambda f, point, direction: dual_over_value(f, point, direction)[1].primal.data,
            "That is the value of f. Go back from the tangent, and return the gradients of the "
            "inputs.",
        ),
        Mistake(
            lambda f, point, direction: sum(
                entry_by_entry(direction, hessian_times(f, point, direction))
            ),
            "That is a single number, the second derivative along v. H v is one number for each "
            "input.",
        ),
        Mistake(
            lambda f, point, direction: hessian_times(f, point, [1.0] * len(point)),
            "Every tangent that goes in is 1. Put in the entries of `direction`.",
        ),
        Mistake(
            lambda f, point, direction: entry_by_entry(
                hessian_times(f, point, [1.0] * len(point)), direction
            ),
            "The direction comes too late. Put its entries in as tangents, and leave the gradients "
            "as they are.",
        ),
        Mistake(
            lambda f, point, direction: [0.0] * len(point),
            "All gradients are 0. Did the sweep run, from the tangent of the result?",
        ),
        Mistake(
            both_swept,
            "That is H v plus the gradient: two sweeps ran, and gradients add up. One is enough, "
            "from the tangent.",
        ),
        Mistake(
            lambda f, point, direction: list(point),
            "Those are the inputs themselves, their `data`. Their derivatives are in `grad`.",
        ),
        Mistake(
            gradient_changes,
            "That agrees to a few digits only, as a difference of two gradients does. Put the "
            "direction in as tangents, and no step is needed.",
            within=1e-3,
        ),
    ],
    praise="Forward along v, then back: two sweeps, and no Hessian anywhere.",
    advice="Forward along v once, and back once, is enough.",
    hints={
        "'float' object has no attribute 'backward'": "The primals are plain numbers, so there is "
        "nothing to go back to. Make each a Value.",
        "'float' object has no attribute 'grad'": "The primals are plain numbers. Make each a "
        "Value, and keep these to ask for `grad`.",
        "'Dual' object has no attribute 'backward'": "A Dual has no `backward`. Its tangent is a "
        "Value: begin there.",
        "'Dual' object has no attribute 'grad'": "A Dual has no `grad`. Keep the Values that you "
        "put into it, and ask them.",
        "'Value' object has no attribute 'tangent'": "f was given Values. Put each into a Dual, "
        "with an entry of `direction` as its tangent.",
        "Value takes a real number, got Dual": "The other way round: the Value goes into the Dual.",
        "Dual takes real numbers, got [": "Make one dual number for each entry.",
        "Dual takes real numbers, got array": "Make one dual number for each entry.",
        **PASS_ONE_BY_ONE,
        **IMPORTS,
    },
)


def hvp(answer):
    """Check my_hvp(f, point, direction), the product H v.

    >>> hvp(lambda f, point, direction: direction).kind
    'wrong'
    """
    return HVP.check(answer)
