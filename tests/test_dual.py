"""Dual: forward mode, nested, confused by nobody; over Value; comparisons and branches."""

import copy
import itertools
import math
import pickle

import numpy as np
import pytest
import sympy

from helpers.dual import Dual, derivative
from helpers.rules import cos, exp, log, relu, sigmoid, sin, sqrt, tanh
from helpers.value import Value
from tests.catalogue import rosenbrock
from tests.oracles import precise_derivative, relative_error


def test_the_numbers_of_the_course():
    """x² eˣ + 3x at 1."""
    y = (lambda x: x**2 * exp(x) + 3 * x)(Dual(1.0, 1.0))
    assert y.primal == pytest.approx(5.718281828, abs=5e-10)
    assert y.tangent == pytest.approx(11.154845485, abs=5e-10)
    assert derivative(lambda x: x**2 * exp(x) + 3 * x, 1.0) == y.tangent


def test_sum_and_product():
    a, b = Dual(2.0, 3.0), Dual(5.0, 7.0)
    assert ((a + b).primal, (a + b).tangent) == (7.0, 10.0)
    assert ((a * b).primal, (a * b).tangent) == (10.0, 2 * 7.0 + 3 * 5.0)


def test_epsilon_squared_is_zero():
    epsilon = Dual(0.0, 1.0)
    square = epsilon * epsilon
    assert (square.primal, square.tangent) == (0.0, 0.0)


def test_two_by_two_matrices_behave_the_same_way():
    def matrix(v):
        return sympy.Matrix([[v.primal, v.tangent], [0, v.primal]])

    a, b = Dual(2.0, 3.0), Dual(-5.0, 0.5)
    assert matrix(a * b) == matrix(a) * matrix(b)
    assert matrix(a + b) == matrix(a) + matrix(b)
    assert matrix(a - b) == matrix(a) - matrix(b)


def test_a_directional_derivative_in_one_pass():
    y = rosenbrock(Dual(-1.2, 2.0), Dual(1.0, -3.0))
    assert y.tangent == pytest.approx(2 * -215.6 + -3 * -88.0, rel=1e-14)


def test_what_it_looks_like():
    assert repr(Dual(1, 2)) == "Dual(1.0, 2.0)"
    assert repr(Dual(1.0, 2.0, "η")) == "Dual(1.0, 2.0, tag=η)"
    assert type(Dual(1, 2).primal) is float and type(Dual(1, 2).tangent) is float
    assert Dual(3.0).tangent == 0.0


# Nested.


def test_perturbations_are_not_confused():
    """D_x [x · D_y (x + y) at y = 1] at x = 1. Untagged duals say 2."""
    assert derivative(lambda x: x * derivative(lambda y: x + y, 1.0), 1.0) == 1.0


def test_perturbations_are_not_confused_where_the_inner_variable_is_the_outer_one():
    assert derivative(lambda x: derivative(lambda y: x * y, x), 3.0) == 1.0
    assert derivative(lambda x: x * derivative(lambda y: x * y * y, x), 3.0) == 6 * 9.0


FUNCTIONS = {
    "sin(x) exp(2x)": (lambda x: sin(x) * exp(2 * x), lambda x: sympy.sin(x) * sympy.exp(2 * x)),
    "x^5 / (1 + x^2)": (lambda x: x**5 / (1 + x**2), lambda x: x**5 / (1 + x**2)),
    "log(sqrt(x) + x)": (lambda x: log(sqrt(x) + x), lambda x: sympy.log(sympy.sqrt(x) + x)),
    "tanh(cos(x))": (lambda x: tanh(cos(x)), lambda x: sympy.tanh(sympy.cos(x))),
    "x^x": (lambda x: x**x, lambda x: x**x),
    "sigmoid(3x)": (lambda x: sigmoid(3 * x), lambda x: 1 / (1 + sympy.exp(-3 * x))),
}


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_nested_to_depth_four(name, depth):
    f, of_sympy = FUNCTIONS[name]
    for _ in range(depth):
        f = (lambda inner: lambda x: derivative(inner, x))(f)
    x = sympy.Symbol("x")
    expected = of_sympy(x).diff(x, depth).evalf(30, subs={x: sympy.Rational(0.7)})
    assert relative_error(f(0.7), float(expected)) < 1e-12


def test_whole_powers_at_zero_to_the_last_derivative():
    f = lambda x: x**3  # noqa: E731
    for expected in (0.0, 0.0, 6.0, 0.0):
        f = (lambda inner: lambda x: derivative(inner, x))(f)
        assert f(0.0) == expected


def mixed(f, point, order):
    """∂³f / ∂x∂y∂z, the derivatives nested in the given order, each a closure over the outer."""

    def at(values, left):
        if not left:
            return f(*values)
        i, *rest = left
        return derivative(lambda x: at([*values[:i], x, *values[i + 1 :]], rest), point[i])

    return at(list(point), order)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_closures_over_outer_duals_in_every_order(order):
    def f(x, y, z):
        return sin(x * y) * exp(z * x) / (1 + y * z) + x**z

    point = (0.7, 1.3, 0.4)
    expected = precise_derivative(f, point, (1, 1, 1))
    assert relative_error(mixed(f, point, order), expected) < 1e-12


def test_an_outer_dual_that_escapes_into_an_inner_derivative_several_times():
    def f(x):
        inner = derivative(lambda y: x * y**2 + derivative(lambda z: z**3 * x * y, 2.0), x)
        return inner * x

    # inner = 2x² + 12x, f = 2x³ + 12x², f' = 6x² + 24x.
    assert derivative(f, 1.5) == pytest.approx(6 * 1.5**2 + 24 * 1.5, rel=1e-15)


def test_the_derivative_of_a_derivative_with_respect_to_a_parameter():
    def slope(w):
        return derivative(lambda x: sin(w * x), 0.5)

    assert derivative(slope, 2.0) == pytest.approx(math.cos(1) - 2 * 0.5 * math.sin(1), rel=1e-15)


@pytest.mark.parametrize("tag", ["ε", "η"])
def test_a_dual_does_not_hold_its_own_epsilon_twice(tag):
    inner = Dual(1.0, 2.0, tag)
    for parts in ((inner, 1.0), (1.0, inner), (Dual(inner, 1.0, "other"), 0.0)):
        with pytest.raises(ValueError, match="and its square is 0"):
            Dual(*parts, tag)


def test_duals_of_different_tags_nest():
    x = Dual(Dual(3.0, 1.0, "inner"), 1.0, "outer")
    y = x**3
    assert y.primal.primal == 27.0 and y.tangent.primal == y.primal.tangent == 27.0
    assert y.tangent.tangent == 18.0


# Over Value.


def test_rosenbrocks_hessian_by_dual_over_value():
    hessian = []
    for direction in ((1.0, 0.0), (0.0, 1.0)):
        x, y = Value(-1.2), Value(1.0)
        f = rosenbrock(*(Dual(v, d) for v, d in zip((x, y), direction, strict=True)))
        assert f.primal == pytest.approx(24.2, rel=1e-14)
        f.tangent.backward()
        hessian.append([x.grad, y.grad])
    assert hessian[0] == pytest.approx([1330.0, 480.0], rel=1e-13)
    assert hessian[1] == pytest.approx([480.0, 200.0], rel=1e-13)


def test_rosenbrocks_gradient_by_dual():
    assert derivative(lambda x: rosenbrock(x, 1.0), -1.2) == pytest.approx(-215.6, rel=1e-14)
    assert derivative(lambda y: rosenbrock(-1.2, y), 1.0) == pytest.approx(-88.0, rel=1e-14)


def test_a_hessian_vector_product_in_one_pass():
    x, y = Value(-1.2), Value(1.0)
    rosenbrock(Dual(x, 2.0), Dual(y, -1.0)).tangent.backward()
    assert [x.grad, y.grad] == pytest.approx([2 * 1330 - 480, 2 * 480 - 200], rel=1e-13)


def test_a_value_and_a_dual_meet_in_one_operation():
    """The Dual carries it out, whichever stands on the left."""
    v = Value(3.0)
    for product in (v * Dual(2.0, 1.0), Dual(2.0, 1.0) * v):
        assert isinstance(product, Dual)
        assert product.primal == 6.0 and product.tangent == 3.0
    for y, primal in (
        (v - Dual(2.0), 1.0),
        (v / Dual(2.0), 1.5),
        (v ** Dual(2.0), 9.0),
        (v + Dual(2.0), 5.0),
        (Dual(2.0) - v, -1.0),
    ):
        assert isinstance(y, Dual) and y.primal == primal


def test_derivative_at_a_value_goes_on_into_its_graph():
    v = Value(2.0)
    slope = derivative(lambda x: x**3, v)
    slope.backward()
    assert (slope.data, v.grad) == (12.0, 12.0)


# Branches, loops, comparisons.


def test_a_program_takes_the_branch_of_the_primal():
    def f(x):
        if x < 1:
            return x**2
        while x > 3:
            x = x / 2
        return 5 * x

    assert derivative(f, 0.5) == 1.0
    assert derivative(f, 2.0) == 5.0
    assert derivative(f, 10.0) == 1.25


def test_duals_compare_by_their_primal():
    a, b = Dual(1.0, 5.0), Dual(2.0, -5.0)
    assert a < b and a <= b and b > a and b >= a and a != b
    assert a == 1 and np.float64(1) == a and a == Dual(1.0, 0.0) and 0 < a < 1.5
    assert Dual(1.0, 0.0, "other") < b and Dual(a, 0.0, "other") == 1.0
    assert Dual(Value(1.0), 0.0) < Value(2.0) and Value(0.0) < Dual(1.0)
    assert len({a, Dual(1.0, 5.0)}) == 2


@pytest.mark.parametrize("number", [0.0, 1.0])
def test_the_truth_of_a_dual_is_that_of_its_primal(number):
    assert bool(Dual(number, 1.0)) is bool(number)
    assert bool(Dual(Value(number), 1.0)) is bool(number)


def test_an_inner_tangent_that_is_zero_keeps_its_own_tangent():
    """d/dx [d/dy (x − 1) y] at x = 1: the inner derivative is 0 there, and it has the slope 1."""
    assert derivative(lambda x: derivative(lambda y: y * (x - 1), 2.0), 1.0) == 1.0
    assert mixed(lambda x, y, z: x * y * z, (0.0, 0.0, 0.0), (2, 0, 1)) == 1.0


def test_a_function_that_ignores_its_argument_has_slope_zero():
    assert derivative(lambda x: 3.0, 2.0) == 0.0
    assert derivative(lambda x: Value(3.0), 2.0) == 0.0
    assert derivative(lambda x: derivative(lambda y: x * x, 1.0), 2.0) == 0.0
    assert derivative(lambda x: derivative(lambda y: y, x), 2.0) == 0.0


def test_the_kink_of_relu():
    assert [derivative(relu, x) for x in (-1.0, 0.0, 1.0)] == [0.0, 0.0, 1.0]


# What is refused.


@pytest.mark.parametrize("wrong", ["1", None, 1j, [1.0]], ids=repr)
def test_what_a_dual_cannot_hold(wrong):
    for attempt in (lambda: Dual(wrong), lambda: Dual(1.0, wrong), lambda: derivative(sin, wrong)):
        with pytest.raises(TypeError, match="Dual takes real numbers, got "):
            attempt()


@pytest.mark.parametrize("wrong", ["1", None, 1j, [1.0]], ids=repr)
def test_a_function_has_to_return_a_number(wrong):
    with pytest.raises(TypeError, match="a function that returns a number, got"):
        derivative(lambda x: wrong, 1.0)


# Copies.


def pickled(x):
    return pickle.loads(pickle.dumps(x))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_copies(copied):
    x = Dual(Dual(1.0, 2.0, "inner"), 3.0, "outer")
    again = copied(x)
    assert again is not x and repr(again) == repr(x)
    assert repr(again * again) == repr(x * x)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_within_a_derivative_still_belongs_to_it(copied):
    assert derivative(lambda x: x * copied(x) * 5, 2.0) == 20.0
    assert derivative(lambda x: derivative(lambda y: copied(x) * copied(y) ** 2, x), 3.0) == 12.0


@pytest.mark.parametrize("copied", [copy.deepcopy, pickled])
def test_copies_of_the_same_derivative_share_their_epsilon(copied):
    kept = []
    derivative(lambda x: kept.append(x) or x, 3.0)
    a, b = copied((kept[0], kept[0]))
    assert (a * b).tangent == 6.0


def test_values_inside_of_copied_duals_go_on_into_their_graph():
    v = Value(3.0)
    x, v_again = copy.deepcopy((Dual(v * v, v), v))
    (x.primal + x.tangent).backward()
    assert (v_again.grad, v.grad) == (7.0, 0.0)
