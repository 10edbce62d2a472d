"""Exercise 3 of notebook 05: the product of the Jacobian with a vector."""

from helpers.checks.feedback import Mistake
from helpers.checks.notebook_05.jacobians import (
    WHOLE_JACOBIAN,
    bowl,
    entry_by_entry,
    fan,
    finite_difference,
    pulled_back,
    spiral,
)
from helpers.checks.notebook_05.programs import (
    IMPORTS,
    LISTS,
    PASS_ONE_BY_ONE,
    OneSweepExercise,
    reading,
)
from helpers.dual import Dual


def slopes_along(f, point, direction):
    return [y.tangent for y in f(*map(Dual, point, direction))]


JVP = OneSweepExercise(
    solution=slopes_along,
    run=reading(
        {
            Dual: "You return dual numbers. The slope of each is its `tangent`.",
            LISTS: WHOLE_JACOBIAN + "A JVP is one number for each output.",
        }
    ),
    cases=[
        (bowl, [0.7, -1.2], [2.0, 0.5]),
        (spiral, [0.5, -1.0, 2.0], [1.5, -0.3, 0.8]),
        (fan, [1.3, 0.6], [-0.4, 2.5]),
    ],
    mistakes=[
        Mistake(
            lambda f, point, direction: slopes_along(f, point, [1.0] * len(point)),
            "Every tangent that goes in is 1. Those are the slopes along (1, 1, …): put in the "
            "entries of `direction`.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, [1.0, *[0.0] * len(point[1:])]),
            "That is the first column of the Jacobian: only the first input has a tangent. Put in "
            "the entries of `direction`.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, [0.0] * len(point)),
            "All tangents are 0. Put the entries of `direction` in, as tangents of the inputs.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, direction, point),
            "`point` and `direction` have changed places: the point holds the primals, the "
            "direction the tangents.",
        ),
        Mistake(
            lambda f, point, direction: f(*point),
            "Those are the values of the outputs. The slopes are their tangents.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, direction)[0],
            "That is the slope of the first output, a single number. Return one for each output.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, direction)[:1],
            "The list ends after the first output. Go through all that f returns.",
        ),
        Mistake(
            lambda f, point, direction: sum(slopes_along(f, point, direction)),
            "That is one number, the sum of all slopes. Return one for each output, as a list.",
        ),
        Mistake(
            pulled_back,
            "That is a reverse sweep, with `direction` as weights of the outputs. A direction "
            "belongs to the inputs: it goes in as their tangents.",
        ),
        Mistake(
            lambda f, point, direction: finite_difference(f, point, direction, 1e-6),
            "That agrees to a few digits only: is it a difference, or rounded? Put the direction "
            "in as tangents.",
            within=1e-3,
        ),
        Mistake(
            lambda f, point, direction: entry_by_entry(
                direction, slopes_along(f, point, [1.0] * len(point))
            ),
            "The direction comes too late. It belongs to the inputs: put its entries in as their "
            "tangents, and leave those of the outputs as they are.",
        ),
        Mistake(
            lambda f, point, direction: entry_by_entry(
                direction, slopes_along(f, point, direction)
            ),
            "The direction is in twice: as tangents of the inputs, and once more at the outputs.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, entry_by_entry(point, direction)),
            "The tangents that go in are x * v: the entries of `direction`, times the point. Put "
            "them in as they are: Dual(x, v).",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(
                f, [x + v for x, v in zip(point, direction, strict=True)], direction
            ),
            "The slopes are those at point + direction. The primals are the entries of `point`.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, direction[:1] * len(point)),
            "Every input has the first entry of `direction` as its tangent. Take one after the "
            "other.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, direction[::-1]),
            "The entries of `direction` go in the wrong way round.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, direction)[::-1],
            "The outputs come in the wrong order. Keep that of f.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, [-v for v in direction]),
            "The sign is turned: the tangents are the entries of `direction` themselves.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(
                f, point, [v / sum(x * x for x in direction) ** 0.5 for v in direction]
            ),
            "The direction is divided by its length. J v is larger for a longer v: put its "
            "entries in as they are.",
        ),
        Mistake(
            lambda f, point, direction: [
                a + b for a, b in zip(f(*point), slopes_along(f, point, direction), strict=True)
            ],
            "The values of the outputs are added. Asked for are the tangents alone.",
        ),
        Mistake(
            lambda f, point, direction: list(direction),
            "That is the direction itself. It has to go through f, as tangents of the inputs.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(f, point, [2 * v for v in direction]),
            "The slopes are doubled, or the direction is. Put in its entries as they are.",
        ),
        Mistake(
            lambda f, point, direction: slopes_along(
                f, point, [direction[0]] + [0.0] * (len(point) - 1)
            ),
            "Only the first input moves, by its entry of `direction`. Each has its own tangent.",
        ),
        Mistake(
            lambda f, point, direction: [abs(y) for y in slopes_along(f, point, direction)],
            "The signs are lost. A slope may be negative: leave `abs` out.",
        ),
    ],
    praise="One pass, whatever the number of inputs and outputs.",
    hints={
        "'Dual' object has no attribute": "A Dual has a `primal` and a `tangent`.",
        "'Value' object has no attribute 'tangent'": "Forward mode goes with dual numbers: give f "
        "a Dual for each input.",
        "argument: 'z'": "f takes as many numbers as `point` has entries, not always two.",
        "positional arguments but": "f takes one number for each input. Pair `point` with "
        "`direction` by zip: a loop within a loop makes all pairs.",
        "'float' object has no attribute 'tangent'": "f was given plain numbers, and gives some "
        "back. Give it dual numbers.",
        "'list' object has no attribute 'tangent'": "f returns a list: take the tangent of each.",
        "Dual takes real numbers, got [": "Make one dual number for each entry.",
        "Dual takes real numbers, got array": "Make one dual number for each entry.",
        **PASS_ONE_BY_ONE,
        **IMPORTS,
    },
    advice="Put the whole direction in at once: then one call is enough.",
)


def jvp(answer):
    """Check my_jvp(f, point, direction), the product J v.

    >>> jvp(lambda f, point, direction: direction).kind
    'wrong'
    """
    return JVP.check(answer)
