"""Exercise 2 of notebook 05: the derivative of a function of one number."""

from helpers import checks, finite_differences
from helpers.checks.notebook_05.exercise_2_dual_derivative import DUAL_DERIVATIVE
from helpers.dual import Dual, derivative
from helpers.value import Value
from tests.checks.entry import Entry
from tests.checks.notebook_05.wrong_at_random import off_by_a_factor


def derivative_by_a_sum(f, x):
    y = f(x + Dual(0, 1))
    return y.tangent


def derivative_by_finite_difference(f, x):
    return (f(x + 1e-6) - f(x)) / 1e-6


def derivative_by_central_difference(f, x):
    return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5


def derivative_with_value_beside(f, x):
    value, slope = f(x), f(Dual(x, 1.0)).tangent
    return slope + 0 * value


def derivative_by_value(f, x):
    """Reverse mode. It is not what the notebook asks for, but no mistake."""
    leaf = Value(x)
    f(leaf).backward()
    return leaf.grad


ENTRY = Entry(
    notebook="05-dual-numbers.ipynb",
    name="my_derivative",
    check=checks.dual_derivative,
    exercise=DUAL_DERIVATIVE,
    right=[derivative_by_a_sum, derivative, derivative_by_value],
    wrong=[
        (lambda f, x: f(Dual(x)).tangent, "All tangents are 0"),
        (lambda f, x: f(Dual(x, x)).tangent, "That is x * f'(x)"),
        (lambda f, x: f(Dual(1.0, x)).tangent, "have changed places"),
        (lambda f, x: f(Dual(x, 1.0)).primal, "That is the value of f"),
        (lambda f, x: f(x), "That is the value of f"),
        (lambda f, x: f(Dual(x, 1.0).tangent), "That is f(1)"),
        (lambda f, x: Dual(f(x), 1.0).tangent, "has to go through f"),
        (lambda f, x: f(Dual(x, 1.0)), "the whole dual number"),
        (derivative_by_finite_difference, "agrees to a few digits only"),
        (derivative_by_central_difference, "`f` is called 2 times"),
        (finite_differences.derivative, "`f` is called 2 times"),
        (derivative_with_value_beside, "`f` is called 2 times"),
        (lambda f, x: f(x + 1e-20j).imag / 1e-20, "A complex number cannot be compared"),
        (lambda f, x: f(x).tangent, "f was given a plain number"),
        (lambda f, x: f(eval("Dual", {})), "Run the cell further up that imports `Dual`"),
        (
            lambda f, x: f(Dual(x, 1.0)).tangent / 3,
            "(cubic, 2) gives 3.33333, but it should be 10.",
        ),
        (lambda f, x: [f(Dual(x, 1.0)).tangent], "expected a number"),
        (lambda f, x: f(Dual(x, 2.0)).tangent, "the tangent that goes in is 2"),
        (lambda f, x: -f(Dual(x, 1.0)).tangent, "or the result has a minus"),
        (lambda f, x: x * f(Dual(x, 1.0)).tangent, "or the result is multiplied by x"),
        (lambda f, x: f(Dual(x, -1.0)).tangent, "the tangent that goes in is -1"),
        (lambda f, x: f(Dual(x, 1e-6)).tangent, "went in as the tangent. It"),
        (lambda f, x: f(Dual(x, 1e-6)).tangent * 1e-6, "has no step"),
        (lambda f, x: f(Dual(x, f(x))).tangent, "The tangent that goes in is f(x)"),
        (lambda f, x: f(Dual(f(x), 1.0)).tangent, "is the derivative at f(x)"),
        (lambda f, x: f(Dual(x, 1.0)).tangent / f(x), "divided by the value"),
        (lambda f, x: f(Dual(x, 1.0)).tangent / 2, "That is half of it"),
        (lambda f, x: abs(f(Dual(x, 1.0)).tangent), "The sign is lost"),
        (lambda f, x: f(Dual(x, 1.0)).tangent - f(x), "The value is subtracted"),
        (lambda f, x: f(Dual(x, 1.0)).grad, "A Dual has a `primal` and a `tangent`"),
        (lambda f, x: f(Dual(x, 1.0)).data, "A Dual has a `primal` and a `tangent`"),
        (lambda f, x: f(Dual(x, 1.0))[1], "A Dual has a `primal` and a `tangent`"),
        (lambda f, x: f(Dual(x, 1.0)).tangent(), "`tangent` is a number: no brackets"),
        (lambda f, x: [f(Dual(x, 1.0)).tangent], "expected a number"),
        (lambda f, x: [x, f(Dual(x, 1.0)).tangent], "expected a number"),
        (lambda f, x: str(f(Dual(x, 1.0)).tangent), "expected a number"),
        (lambda f, x: f, "expected a number"),
        (lambda f, x: f(Dual(primal=x, derivative=1.0)).tangent, "are told by their places"),
        (lambda f, x: f.tangent, "Call f first"),
        (lambda f, x: Dual(f, 1.0)(x), "made of x, and then goes into f"),
        (lambda f, x: f(Dual).tangent, "`Dual` is the class"),
        (lambda f, x: f((x, 1.0))[1], "f takes one number: Dual(x, 1.0)"),
        (lambda f, x: f([Dual(x, 1.0)]).tangent, "f takes one number: Dual(x, 1.0)"),
        (lambda f, x: f(Dual(x, 1.0), 1.0).tangent, "f takes one number: Dual(x, 1.0)"),
        (lambda f, x: f(Value(x)).grad, "All tangents are 0"),
        (lambda f, x: round(f(Dual(x, 1.0)).tangent, 4), "agrees to a few digits only"),
        (lambda f, x: f(Dual(x + 1, 1.0)).tangent, "derivative at x + 1"),
        (lambda f, x: f(Dual(1.0, 1.0)).tangent, "derivative at 1."),
        (lambda f, x: f(Dual(x, 1.0)).tangent / x, "divided by x"),
        (lambda f, x: f(Dual(x, 1e-5)).tangent, "A small step went"),
        (lambda f, x: f(Dual(x, 1.0)).tangent ** 2, "is squared"),
        (lambda f, x: f(x) + f(Dual(x, 1.0)).tangent, "are added up"),
        (lambda f, x: f(x) * f(Dual(x, 1.0)).tangent, "result is multiplied by it"),
    ],
    random_wrong=off_by_a_factor(derivative),
)
