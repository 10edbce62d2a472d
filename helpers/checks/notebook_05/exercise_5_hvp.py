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


def tangent_of_itself(f, point, direction):
    leaves = [Value(x) for x in point]
    f(*map(Dual, leaves, leaves)).tangent.backward()
    return [leaf.grad for leaf in leaves]


def diagonal_only(f, point, direction):
    def second_along(place):
        unit = [float(i == place) for i in range(len(point))]
        return hessian_times(f, point, unit)[place]

    return [v * second_along(place) for place, v in enumerate(direction)]


HVP = OneSweepExercise(
    solution=hessian_times,
    run=reading(
        {
            Dual: "You return dual numbers. Run backward from the tangent of the result, and "
            "return the gradients of the inputs.",
            Value: "You return Values: the tangent of the result, or the inputs. Call `backward()` "
            "of that tangent, then return the `grad` of each input.",
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
            "All gradients are 0. Did the sweep run, from the tangent of the result? Are these the "
            "Values that went into f?",
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
            "That agrees to a few digits only, as a difference of two gradients does, or a "
            "rounded number. Put the direction in as tangents, and no step is needed.",
            within=1e-3,
        ),
        Mistake(
            lambda f, point, direction: hessian_times(f, direction, point),
            "`point` and `direction` have changed places: the point goes into the Values, the "
            "entries of `direction` are their tangents.",
        ),
        Mistake(
            lambda f, point, direction: gradient(f, direction),
            "That is the gradient at v. Either primal and tangent have changed places, where it "
            "should be Dual(leaf, v), or the Values are made of `direction`.",
        ),
        Mistake(
            lambda f, point, direction: entry_by_entry(
                hessian_times(f, point, direction), direction
            ),
            "The direction is in twice: as tangents, and once more at the gradients.",
        ),
        Mistake(
            lambda f, point, direction: [2 * x for x in hessian_times(f, point, direction)],
            "Everything is there twice. Is `backward()` called twice? Gradients add up.",
        ),
        Mistake(
            lambda f, point, direction: [-x for x in hessian_times(f, point, direction)],
            "The sign is turned: the tangents are the entries of `direction` themselves.",
        ),
        Mistake(
            lambda f, point, direction: hessian_times(f, point, direction)[::-1],
            "The gradients are in the wrong order. Keep that of the inputs.",
        ),
        Mistake(
            lambda f, point, direction: hessian_times(
                f, point, [v / sum(x * x for x in direction) ** 0.5 for v in direction]
            ),
            "The direction is divided by its length. H v is larger for a longer v: put its "
            "entries in as they are.",
        ),
        Mistake(
            lambda f, point, direction: list(direction),
            "Those are the entries of `direction`, the tangents that went in. Asked for is what "
            "arrives at the primals, their `grad`.",
        ),
        Mistake(
            lambda f, point, direction: hessian_times(
                f, [x + v for x, v in zip(point, direction, strict=True)], direction
            ),
            "That is H v at point + direction. The primals are the entries of `point`.",
        ),
        Mistake(
            tangent_of_itself,
            "The tangent of each input is the input itself. Put in the entries of `direction`.",
        ),
        Mistake(
            diagonal_only,
            "Only the diagonal of H is in it. One sweep from the slope along v has all of H v.",
        ),
        Mistake(
            lambda f, point, direction: hessian_times(f, point, direction[::-1]),
            "The entries of `direction` go in the wrong way round.",
        ),
        Mistake(
            lambda f, point, direction: hessian_times(f, point, [direction[0]] * len(point)),
            "Every tangent that goes in is the first entry of `direction`. Take one after the "
            "other.",
        ),
        Mistake(
            lambda f, point, direction: [1e-5 * x for x in hessian_times(f, point, direction)],
            "A change of the gradient is not divided by its step. Put the direction in as "
            "tangents, and no step is needed.",
        ),
        Mistake(
            lambda f, point, direction: entry_by_entry(point, hessian_times(f, point, direction)),
            "The gradients are multiplied by the entries of `point`. Return them as they are.",
        ),
        Mistake(
            lambda f, point, direction: [x / 2 for x in hessian_times(f, point, direction)],
            "That is half of it. Return the gradients as they are.",
        ),
        Mistake(
            lambda f, point, direction: [abs(x) for x in hessian_times(f, point, direction)],
            "The signs are lost: leave `abs` out.",
        ),
    ],
    praise="Forward along v, then back: two sweeps, and no Hessian anywhere.",
    advice="Forward along v once, and back once, is enough.",
    hints={
        "'float' object has no attribute 'backward'": "A plain number, with nothing to go back to. "
        "Make each primal a Value, and give each Dual its entry of `direction`: then the tangent "
        "of the result is a Value too. (A `grad` is a plain number always.)",
        "'Value' object is not callable": "`tangent` is a number: no brackets.",
        "'float' object has no attribute 'grad'": "The primals are plain numbers. Make each a "
        "Value, and keep these to ask for `grad`.",
        "'Dual' object has no attribute 'backward'": "A Dual has no `backward`. Its tangent is a "
        "Value: begin there.",
        "holds ε already": "The inner numbers are to be Values: Dual(Value(x), v).",
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
