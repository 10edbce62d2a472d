"""Finite differences: the course's numbers, convergence, the gradient check, bad input."""

import math

import numpy as np
import pytest

from helpers import finite_differences
from helpers.finite_differences import check_gradient, derivative, gradient
from helpers.rules import cos, exp, relu, sin, sqrt
from helpers.value import Value
from tests.catalogue import rosenbrock, squire_trapp


def cube(x):
    return x**3


def slope_error(f, x, exact, h, method):
    return abs(derivative(f, x, h, method) - exact)


# The numbers of notebook 02.


def test_errors_at_a_step_of_one_ten_thousandth():
    assert slope_error(cube, 1.0, 3.0, 1e-4, "forward") == pytest.approx(3.0e-4, rel=1e-3)
    assert slope_error(cube, 1.0, 3.0, 1e-4, "central") == pytest.approx(1.0e-8, rel=1e-3)


def test_a_step_that_is_lost_in_rounding_gives_the_slope_zero():
    assert derivative(cube, 1.0, 1e-16, "forward") == 0.0
    assert derivative(cube, 1.0, 1e-17, "central") == 0.0
    assert slope_error(cube, 1.0, 3.0, 1e-16, "forward") == 3.0


def test_the_complex_step():
    assert derivative(squire_trapp, 1.5, method="complex") == pytest.approx(
        4.0534278938986, abs=5e-14
    )
    for h in (1e-20, 1e-100, 1e-300):
        assert derivative(squire_trapp, 1.5, h, "complex") == pytest.approx(
            4.0534278938986, abs=5e-14
        )


def test_the_formulas():
    """On x² they can be worked out: 2x + h, 2x, 2x."""
    square = lambda x: x * x  # noqa: E731
    assert derivative(square, 3.0, 0.5, "forward") == 6.5
    assert derivative(square, 3.0, 0.5, "central") == 6.0
    assert derivative(square, 3.0, 0.5, "complex") == 6.0
    assert derivative(cube, 2.0, 0.5, "complex") == 12.0 - 0.25


# Convergence.


@pytest.mark.parametrize(("method", "order"), [("forward", 1), ("central", 2), ("complex", 2)])
def test_orders_of_convergence(method, order):
    """The slope of the error against the step, both logarithmic."""
    f, exact = (lambda x: exp(x) * sin(x)), math.exp(0.7) * (math.sin(0.7) + math.cos(0.7))
    steps = np.logspace(-3.5, -1, 10)
    errors = [slope_error(f, 0.7, exact, h, method) for h in steps]
    measured = np.polyfit(np.log(steps), np.log(errors), 1)[0]
    assert measured == pytest.approx(order, abs=0.05)


@pytest.mark.parametrize(("method", "digits"), [("forward", 7), ("central", 10), ("complex", 15)])
@pytest.mark.parametrize("x", [-3.0, 0.0, 0.4, 50.0])
def test_how_good_the_default_steps_are(method, digits, x):
    received = derivative(lambda x: sin(x) + 2 * x, x, method=method)
    assert received == pytest.approx(math.cos(x) + 2, rel=10**-digits * max(1.0, abs(x)))


@pytest.mark.parametrize("method", ["forward", "central"])
def test_a_much_larger_or_smaller_step_than_the_default_is_worse(method):
    def median_error(factor):
        h = factor * finite_differences.STEPS[method]
        points = np.linspace(0.5, 1.5, 51)
        return np.median([slope_error(cube, x, 3 * x * x, h, method) for x in points])

    assert median_error(1) < median_error(100) / 10
    assert median_error(1) < median_error(1 / 100) / 10


def test_the_default_step_grows_with_the_point():
    """A fixed step would be lost in rounding at 1e9."""
    assert derivative(lambda x: x * x, 1e9) == pytest.approx(2e9, rel=1e-9)
    assert derivative(lambda x: x * x, 1e9, method="forward") == pytest.approx(2e9, rel=1e-6)


# Gradients.


@pytest.mark.parametrize("method", ["forward", "central", "complex"])
def test_the_gradient_of_rosenbrock(method):
    expected = (-215.6, -88.0)
    received = gradient(rosenbrock, (-1.2, 1.0), method=method)
    assert received == pytest.approx(expected, rel=1e-5)
    named = gradient(rosenbrock, {"x": -1.2, "y": 1.0}, method=method)
    assert list(named) == ["x", "y"] and list(named.values()) == received
    assert gradient(lambda y, x: rosenbrock(x, y), {"x": -1.2, "y": 1.0}, method=method) == named


@pytest.mark.parametrize(("method", "expected"), [("forward", 5), ("central", 8), ("complex", 4)])
def test_the_number_of_evaluations(method, expected):
    """n + 1, 2n and n for n = 4 inputs, as the module's table says."""
    calls = []

    def f(a, b, c, d):
        calls.append((a, b, c, d))
        return a * b + c * d

    assert gradient(f, (1.0, 2.0, 3.0, 4.0), method=method) == pytest.approx([2, 1, 4, 3])
    assert len(calls) == expected


def test_a_function_of_nothing_has_an_empty_gradient():
    assert gradient(lambda: 1.0, []) == [] and gradient(lambda: 1.0, {}) == {}


# The gradient check.


def test_a_right_gradient_passes():
    check = check_gradient(rosenbrock, (-1.2, 1.0), (-215.6, -88.0))
    assert check and "WRONG" not in str(check)
    assert len(check.comparisons) == 2


def test_a_wrong_gradient_is_reported_with_point_argument_received_and_expected():
    check = check_gradient(rosenbrock, {"x": -1.2, "y": 1.0}, {"x": -215.6, "y": 88.0})
    assert not check
    right, wrong = check.comparisons
    assert (right.argument, right.agrees) == ("x", True)
    assert (wrong.argument, wrong.received, wrong.agrees) == ("y", 88.0, False)
    assert wrong.expected == pytest.approx(-88.0) and wrong.error == pytest.approx(2.0)
    lines = repr(check).splitlines()
    assert lines[0] == "gradient at {'x': -1.2, 'y': 1.0}, tolerance 1e-06"
    assert lines[1].startswith("agrees  argument x: received -215.6, expected -215.6")
    assert lines[2].startswith("WRONG   argument y: received 88, expected -8")
    assert lines[2].endswith("relative error 2.0e+00")


@pytest.mark.parametrize("wrong", [0.0, -3.0, 3.01, 3.00001, math.nan, math.inf])
def test_every_kind_of_wrong_slope_is_seen(wrong):
    """Zero too: a check with a loose tolerance lets a backward pass that does nothing through."""
    assert not check_gradient(cube, (1.0,), (wrong,))


def test_the_error_is_relative_above_one_and_absolute_below():
    big = check_gradient(lambda x: 1e6 * x, (1.0,), (1e6 + 0.5,))
    assert big and big.comparisons[0].error == pytest.approx(5e-7, rel=1e-3)
    small = check_gradient(lambda x: 1e-3 * x, (1.0,), (1e-3 + 5e-7,))
    assert small and small.comparisons[0].error == pytest.approx(5e-7, rel=1e-3)
    assert not check_gradient(lambda x: 1e-3 * x, (1.0,), (1e-3 + 5e-6,))


def test_a_kink_breaks_it():
    """A difference sees both sides of relu's kink and says 1/2."""
    check = check_gradient(relu, (0.0,), (0.0,))
    assert not check and check.comparisons[0].expected == pytest.approx(0.5)
    assert check_gradient(relu, (1e-3,), (1.0,)) and check_gradient(relu, (-1e-3,), (0.0,))


def test_other_methods_and_tolerances():
    received = (math.exp(0.5) - 1e-9,)
    assert check_gradient(exp, (0.5,), received, method="complex")
    assert not check_gradient(exp, (0.5,), received, method="complex", tolerance=1e-12)
    assert check_gradient(exp, (0.5,), received, method="forward")


def test_it_checks_what_value_found():
    w, b = Value(0.3), Value(-0.7)
    f = lambda w, b: sin(w * b) + sqrt(w) * cos(b)  # noqa: E731
    f(w, b).backward()
    assert check_gradient(f, (0.3, -0.7), (w.grad, b.grad))
    assert not check_gradient(f, (0.3, -0.7), (b.grad, w.grad))


@pytest.mark.parametrize(
    ("point", "received", "message"),
    [
        ((1.0, 2.0), (1.0,), "the point has 2 arguments, received 1 slopes"),
        ({"x": 1.0, "y": 2.0}, {"x": 1.0}, r"should have the keys \['x', 'y'\]"),
        ({"x": 1.0, "y": 2.0}, (1.0, 2.0), r"should have the keys \['x', 'y'\]"),
    ],
)
def test_a_gradient_that_does_not_fit_its_point(point, received, message):
    with pytest.raises(ValueError, match=message):
        check_gradient(lambda x, y: x * y, point, received)


# Bad input.


@pytest.mark.parametrize("wrong", ["1", None, 1j, [1.0], np.ones(2)], ids=str)
def test_a_point_is_made_of_real_numbers(wrong):
    with pytest.raises(TypeError, match="the point should be a real number, got "):
        derivative(cube, wrong)
    with pytest.raises(TypeError, match="argument 1 should be a real number, got "):
        gradient(rosenbrock, (1.0, wrong))


@pytest.mark.parametrize("h", [0.0, -1e-3, math.nan])
def test_a_step_is_above_zero(h):
    with pytest.raises(ValueError, match="the step h should be above 0, got"):
        derivative(cube, 1.0, h)


def test_a_step_is_a_number():
    with pytest.raises(TypeError, match="the step h should be a real number, got '1'"):
        derivative(cube, 1.0, "1")


def test_an_unknown_method():
    with pytest.raises(ValueError, match="no method 'backward'; the methods are forward, central,"):
        derivative(cube, 1.0, method="backward")


@pytest.mark.parametrize("wrong", ["1", None, [1.0], np.ones(2), Value(1.0)], ids=str)
@pytest.mark.parametrize("method", finite_differences.STEPS)
def test_a_function_returns_numbers(wrong, method):
    with pytest.raises(TypeError, match=r"f should return a .*number, got "):
        derivative(lambda x: wrong, 1.0, method=method)


def test_a_function_that_turns_complex_is_refused():
    """Python's own (−1) ** 0.5 is a complex number, and no slope comes of it."""
    with pytest.raises(TypeError, match=r"f should return a real number, got .*complex"):
        derivative(lambda x: x**0.5, -1.0)


def test_the_complex_step_needs_a_function_that_does_not_compare():
    with pytest.raises(TypeError, match="'relu' takes a real number, since it compares numbers"):
        derivative(relu, 1.0, method="complex")


# The complex step, where a function makes real numbers of complex ones.

MADE_REAL = {
    "abs": (lambda x: abs(x), 3.0),
    "abs, squared": (lambda x: abs(x) ** 2, 3.0),
    "np.abs": (lambda x: np.abs(x), -3.0),
    ".real": (lambda x: x.real, 3.0),
    "the distance of two": (lambda x: abs(x - 1.0) + abs(x - 2.0), 5.0),
    "abs at its kink": (lambda x: abs(x), 0.0),
    "flat on the right": (lambda x: abs(x) - x.real, 0.0),
    "flat on the left": (lambda x: abs(x) + x.real, 0.0),
}


@pytest.mark.parametrize(("f", "x"), MADE_REAL.values(), ids=list(MADE_REAL))
def test_the_complex_step_says_so_where_it_sees_no_slope(f, x):
    with pytest.raises(TypeError, match=r"f returned the real number .* Use method='central'"):
        derivative(f, x, method="complex")


@pytest.mark.parametrize(
    ("f", "x"),
    [
        (lambda x: 2.0, 3.0),
        (lambda x: 2, 3.0),
        (lambda x: x.imag * 0.0 + 1.0, 3.0),
        (lambda x: abs(x - 1.0) - abs(x - 2.0) > 0, 5.0),
    ],
)
def test_a_real_number_is_right_where_the_function_does_not_vary(f, x):
    assert derivative(f, x, method="complex") == 0.0


def test_an_argument_that_a_real_function_does_not_use_has_slope_zero():
    assert gradient(lambda x, y: y**2 + 1, (2.0, 3.0), method="complex") == [0.0, 6.0]
    with pytest.raises(TypeError, match="f returned the real number 2 "):
        gradient(lambda x, y: abs(x), (2.0, 3.0), method="complex")


def test_real_steps_are_taken_only_where_a_real_number_came():
    calls = []
    derivative(lambda x: calls.append(x) or x * x, 3.0, method="complex")
    assert len(calls) == 1
