"""Exercise 4 of notebook 05: the product of the transposed Jacobian with a vector."""

import numpy as np

from helpers import checks
from helpers.checks.notebook_05.exercise_4_vjp import VJP
from helpers.checks.notebook_05.jacobians import entry_by_entry
from helpers.dual import Dual
from helpers.value import Value
from tests.checks.entry import Entry
from tests.checks.notebook_05.exercise_3_jvp import columns
from tests.checks.notebook_05.wrong_at_random import off_by_a_factor, times


def vjp_in_a_loop(f, point, weights):
    leaves = list(map(Value, point))
    combined = 0
    for weight, output in zip(weights, f(*leaves), strict=True):
        combined += output * weight
    combined.backward()
    return [leaf.grad for leaf in leaves]


def vjp_by_numpy(f, point, weights):
    leaves = [Value(x) for x in point]
    np.dot(weights, f(*leaves)).backward()
    return np.array([leaf.grad for leaf in leaves])


def vjp_from(combined, read=lambda leaves, outputs: [leaf.grad for leaf in leaves]):
    """A VJP that goes back from combined(outputs, weights), or reads another end."""

    def my_vjp(f, point, weights):
        leaves = [Value(x) for x in point]
        outputs = f(*leaves)
        combined(outputs, weights).backward()
        return read(leaves, outputs)

    return my_vjp


def weighted(outputs, weights):
    return sum(u * y for u, y in zip(weights, outputs, strict=True))


def vjp_sweep_by_sweep(f, point, weights):
    """Right in numbers: gradients add up from sweep to sweep."""
    leaves = [Value(x) for x in point]
    for u, y in zip(weights, f(*leaves), strict=True):
        (u * y).backward()
    return [leaf.grad for leaf in leaves]


def vjp_call_by_call(f, point, weights):
    total = np.zeros(len(point))
    for i, u in enumerate(weights):
        leaves = [Value(x) for x in point]
        f(*leaves)[i].backward()
        total += u * np.array([leaf.grad for leaf in leaves])
    return total


def vjp_that_starts_anew(combined):
    """Each sweep sets the gradients to zero first, so that only the last one is left."""

    def my_vjp(f, point, weights):
        leaves = [Value(x) for x in point]
        for u, y in zip(weights, f(*leaves), strict=True):
            for leaf in leaves:
                leaf.grad = 0.0
            combined(u, y).backward()
        return [leaf.grad for leaf in leaves]

    return my_vjp


def vjp_with_weights_put_into_grad(f, point, weights):
    """`backward` sets the gradients of computed Values itself."""
    leaves = [Value(x) for x in point]
    for u, y in zip(weights, f(*leaves), strict=True):
        y.grad = u
        y.backward()
    return [leaf.grad for leaf in leaves]


def vjp_without_zero(f, point, weights):
    leaves, total = [Value(x) for x in point], np.zeros(len(point))
    for u, y in zip(weights, f(*leaves), strict=True):
        y.backward()
        total += u * np.array([leaf.grad for leaf in leaves])
    return total


def vjp_without_sweep(f, point, weights):
    leaves = [Value(x) for x in point]
    weighted(f(*leaves), weights)
    return [leaf.grad for leaf in leaves]


def vjp_too_late(f, point, weights):
    leaves = [Value(x) for x in point]
    sum(f(*leaves)).backward()
    return [leaf.grad * u for leaf, u in zip(leaves, weights)]  # noqa: B905


def vjp_of_the_list(f, point, weights):
    outputs = f(*[Value(x) for x in point])
    outputs.backward()


def vjp_of_plain_numbers(f, point, weights):
    weighted(f(*point), weights).backward()


def vjp_of_one_value(f, point, weights):
    leaves = Value(point)
    return f(leaves)


ENTRY = Entry(
    notebook="05-dual-numbers.ipynb",
    name="my_vjp",
    check=checks.vjp,
    exercise=VJP,
    right=[vjp_in_a_loop, vjp_by_numpy, vjp_from(weighted)],
    wrong=[
        (vjp_from(lambda outputs, weights: sum(outputs)), "The weights do nothing"),
        (vjp_with_weights_put_into_grad, "The weights do nothing"),
        (vjp_from(lambda y, u: y[0]), "the gradient of the first output"),
        (vjp_from(lambda y, u: u[0] * y[0]), "Only the first output is in the sum"),
        (vjp_from(lambda y, u: y[-1]), "the gradient of the last output"),
        (vjp_that_starts_anew(lambda u, y: y), "the gradient of the last output"),
        (vjp_that_starts_anew(lambda u, y: u * y), "Only the last output is in the sum"),
        (vjp_without_zero, "Gradients add up from sweep to sweep"),
        (vjp_without_sweep, "All gradients are 0"),
        (vjp_too_late, "The weights come too late"),
        (
            vjp_from(weighted, lambda leaves, outputs: [y.grad for y in outputs]),
            "which are the weights themselves",
        ),
        (
            vjp_from(weighted, lambda leaves, outputs: [y.data for y in outputs]),
            "Those are the values of the outputs. Go back",
        ),
        (lambda f, point, u: weighted(f(*point), u), "That is the weighted sum"),
        (vjp_from(weighted, lambda leaves, outputs: [x.data for x in leaves]), "their `data`"),
        (vjp_from(weighted, lambda leaves, outputs: leaves), "You return Values"),
        (
            lambda f, x, u: np.array(columns(f, x)).T.tolist(),
            "A VJP is one number for each input",
        ),
        (vjp_sweep_by_sweep, "`backward` is called 2 times. Combine"),
        (vjp_call_by_call, "`f` is called 2 times. Combine"),
        (vjp_of_the_list, "Combine the outputs into one Value first"),
        (vjp_of_plain_numbers, "`data` is taken of its outputs"),
        (vjp_of_one_value, "one Value for each entry"),
        (lambda f, x, u: f([Value(a) for a in x]), "The star passes them"),
        (lambda f, x, u: f(*map(eval("Value", {}), x)), "Run the cell further up that imports"),
        (times(vjp_in_a_loop, 2), "Is `backward()` called twice?"),
        (vjp_from(lambda y, u: -weighted(y, u)), "The sign is turned"),
        (vjp_from(lambda y, u: weighted(y, u) / len(u)), "the mean of the weighted outputs"),
        (vjp_from(lambda y, u: sum(a * b for a in u for b in y)), "multiplied by all weights"),
        (vjp_from(lambda y, u: sum(u) * sum(y)), "multiplied by all weights"),
        (vjp_from(lambda y, u: weighted(y, u[::-1])), "The weights are in the wrong order"),
        (lambda f, x, u: vjp_in_a_loop(f, x, u)[::-1], "The gradients are in the wrong order"),
        (lambda f, x, u: entry_by_entry(u, vjp_in_a_loop(f, x, u)), "The weights are in twice"),
        (vjp_from(lambda y, u: u[0] * y[0] + u[1] * y[1]), "Only the first two outputs"),
        (lambda f, x, u: [round(g, 4) for g in vjp_in_a_loop(f, x, u)], "or rounded?"),
        (vjp_from(lambda y, u: weighted([a.data for a in y], u)), "`data` is taken of its outputs"),
        (lambda f, x, u: [a.grad for a in x], "Keep the Values made of `point`"),
        (lambda f, x, u: f(*map(Dual, x, x))[0].backward(), "A Dual goes forward"),
        (vjp_from(lambda y, u: u * y), "use zip and sum"),
        (lambda f, x, u: f(*map(Value, x))[0].backward(u), "into the sum that you go back from"),
        (lambda f, x, u: [y.tangent for y in f(*map(Dual, x, u))], "not for each input"),
        (
            vjp_from(weighted, lambda leaves, outputs: sum(x.grad for x in leaves)),
            "returned -2.87312, expected a list of 2 numbers",
        ),
        (
            vjp_from(weighted, lambda leaves, outputs: leaves[0].grad),
            "returned -2.35312, expected a list of 2 numbers",
        ),
        (
            vjp_from(lambda y, u: sum(a * a * b for a, b in zip(u, y, strict=True))),
            "Each weight is in twice",
        ),
        (
            vjp_from(lambda y, u: sum(b / a for a, b in zip(u, y, strict=True))),
            "You divide by the weights",
        ),
        (
            vjp_from(
                lambda y, u: sum(a * b for a, b in zip(u[1:], y[1:], strict=True)) - u[0] * y[0]
            ),
            "The first output is subtracted",
        ),
    ],
    random_wrong=off_by_a_factor(vjp_in_a_loop),
)
