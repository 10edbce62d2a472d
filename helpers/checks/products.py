"""Exercises 3 to 5 of notebook 05: products of a vector with a Jacobian or a Hessian."""

from helpers.checks.feedback import Mistake
from helpers.checks.programs import (
    IMPORTS,
    LISTS,
    PASS_ONE_BY_ONE,
    OneSweepExercise,
    entry_by_entry,
    reading,
)
from helpers.dual import Dual
from helpers.rules import exp, sin
from helpers.value import Value

# 3. The product of the Jacobian with a vector.


def bowl(x, y):
    """As many outputs as inputs."""
    return [x * x * y, exp(x) - 3 * y]


def spiral(x, y, z):
    """More inputs than outputs."""
    return [x * y + sin(z), exp(x) * z - y / z]


def fan(x, y):
    """More outputs than inputs."""
    return [sin(x * y), x - y**3, x / y]


def slopes_along(f, point, direction):
    return [y.tangent for y in f(*map(Dual, point, direction))]


def pulled_back(f, point, weights):
    """The gradient of the weighted sum of the outputs, as far as there are weights."""
    leaves = [Value(x) for x in point]
    sum(u * y for u, y in zip(weights, f(*leaves), strict=False)).backward()
    return [leaf.grad for leaf in leaves]


def finite_difference(f, point, direction, h):
    """How much each number that f returns changes along a direction."""
    moved = f(*[x + h * v for x, v in zip(point, direction, strict=True)])
    return [(after - before) / h for after, before in zip(moved, f(*point), strict=True)]


WHOLE_JACOBIAN = "You return a list of lists, as for the whole Jacobian. "
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
            "That agrees to a few digits only, as a finite difference does. Put the direction in "
            "as tangents.",
            within=1e-3,
        ),
    ],
    praise="One pass, whatever the number of inputs and outputs.",
    hints={
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


# 4. The product of the transposed Jacobian with a vector.

VJP = OneSweepExercise(
    solution=pulled_back,
    run=reading(
        {
            Value: "You return Values. Their derivatives are in `grad`.",
            LISTS: WHOLE_JACOBIAN + "A VJP is one number for each input.",
        }
    ),
    cases=[
        (bowl, [0.7, -1.2], [2.0, 0.5]),
        (spiral, [0.5, -1.0, 2.0], [1.5, -0.3]),
        (fan, [1.3, 0.6], [-0.4, 2.5, 0.8]),
    ],
    mistakes=[
        Mistake(
            lambda f, point, weights: pulled_back(f, point, [1.0] * len(weights)),
            "The weights do nothing: that is the gradient of the plain sum. Multiply each output "
            "by its weight before you go back.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, [1.0]),
            "That is the gradient of the first output. Go back from the weighted sum of all.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, weights[:1]),
            "Only the first output is in the sum. Go back from the weighted sum of all.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(f, point, [0.0] * (len(weights) - 1) + [1.0]),
            "That is the gradient of the last output. Go back from the weighted sum of all.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(
                f, point, [0.0] * (len(weights) - 1) + weights[-1:]
            ),
            "Only the last output is in the sum. Go back from the weighted sum of all.",
        ),
        Mistake(
            lambda f, point, weights: pulled_back(
                f, point, [sum(weights[place:]) for place in range(len(weights))]
            ),
            "Gradients add up from sweep to sweep, so those of the first output count more than "
            "once. One sweep is enough, from the weighted sum.",
        ),
        Mistake(
            lambda f, point, weights: [0.0] * len(point),
            "All gradients are 0. Did the sweep run, from the weighted sum?",
        ),
        Mistake(
            lambda f, point, weights: entry_by_entry(
                weights, pulled_back(f, point, [1.0] * len(weights))
            ),
            "The weights come too late. They belong to the outputs: multiply these before you go "
            "back, not the gradients of the inputs.",
        ),
        Mistake(
            lambda f, point, weights: list(weights),
            "Those are the gradients of the outputs, which are the weights themselves. Return "
            "those of the inputs.",
        ),
        Mistake(
            lambda f, point, weights: f(*point),
            "Those are the values of the outputs. Go back from their weighted sum, and return the "
            "gradients of the inputs.",
        ),
        Mistake(
            lambda f, point, weights: sum(entry_by_entry(weights, f(*point))),
            "That is the weighted sum. Go back from it, and return the gradients of the inputs.",
        ),
        Mistake(
            lambda f, point, weights: list(point),
            "Those are the inputs themselves, their `data`. Their derivatives are in `grad`.",
        ),
    ],
    praise="One sweep, whatever the number of inputs and outputs.",
    hints={
        "'list' object has no attribute 'backward'": "Combine the outputs into one Value first.",
        "'float' object has no attribute 'backward'": "f was given plain numbers. Give it a Value "
        "for each.",
        "Value takes a real number, got [": "Make one Value for each entry.",
        **PASS_ONE_BY_ONE,
        **IMPORTS,
    },
    advice="Combine the outputs before you go back: then one call and one sweep are enough.",
)


def vjp(answer):
    """Check my_vjp(f, point, weights), the product Jᵀ u.

    >>> vjp(lambda f, point, weights: weights).kind
    'wrong'
    """
    return VJP.check(answer)


# 5. The product of the Hessian with a vector.


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
