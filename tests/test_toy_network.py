"""The toy network: the numbers of the course, on every kind of number."""

import numpy as np
import pytest
import sympy

from helpers.dual import Dual
from helpers.finite_differences import check_gradient
from helpers.toy_network import Weights, forward, loss
from helpers.value import Value
from helpers.wengert import trace

HALF = Weights(0.5, 0.5, 0.5, 0.5)


def test_with_every_value_at_one_half():
    assert forward(0.5, HALF) == (0.25, 0.25, 0.25)
    assert loss(0.5, HALF, 0.5) == 0.0625


def test_its_parts_have_names():
    at = forward(2.0, Weights(w11=1.0, w12=-3.0, w21=5.0, w22=7.0))
    assert (at.hidden1, at.hidden2, at.output) == (2.0, 0.0, 10.0)
    assert at._fields == ("hidden1", "hidden2", "output")
    assert Weights._fields == ("w11", "w12", "w21", "w22")


def test_each_slope_is_minus_one_eighth():
    weights = Weights(*map(Value, HALF))
    loss(0.5, weights, 0.5).backward()
    assert [w.grad for w in weights] == [-0.125] * 4

    tape = trace(lambda **w: loss(0.5, Weights(**w), 0.5), **HALF._asdict())
    assert tape.gradient() == dict.fromkeys(Weights._fields, -0.125)

    for name in Weights._fields:
        direction = HALF._replace(**{name: Dual(0.5, 1.0)})
        assert loss(0.5, direction, 0.5).tangent == -0.125

    assert check_gradient(lambda *w: loss(0.5, Weights(*w), 0.5), HALF, [-0.125] * 4)


def test_each_weight_has_its_place():
    """With four different weights no two can be mistaken for each other."""
    weights = Weights(2.0, 3.0, 5.0, 7.0)
    assert forward(1.0, weights) == (2.0, 3.0, 2 * 5 + 3 * 7)
    values = Weights(*map(Value, weights))
    forward(1.0, values).output.backward()
    assert [w.grad for w in values] == [5.0, 7.0, 2.0, 3.0]


def test_a_dead_unit_passes_nothing_on():
    weights = Weights(*map(Value, (-1.0, 1.0, 1.0, 1.0)))
    loss(1.0, weights, 0.0).backward()
    assert weights.w11.grad == weights.w21.grad == 0.0
    assert weights.w12.grad == weights.w22.grad == 2.0


def test_on_an_array_of_inputs():
    xs = np.array([-1.0, 0.0, 0.5, 2.0])
    at = forward(xs, Weights(1.0, -2.0, 3.0, 0.5))
    assert at.hidden1.tolist() == [0.0, 0.0, 0.5, 2.0]
    assert at.hidden2.tolist() == [2.0, 0.0, 0.0, 0.0]
    assert loss(xs, HALF, xs).tolist() == [loss(x, HALF, x) for x in xs.tolist()]


def test_on_sympy_symbols():
    x, target, *w = sympy.symbols("x target w11 w12 w21 w22", positive=True)
    expression = loss(x, Weights(*w), target)
    assert sympy.expand(expression - (w[2] * w[0] * x + w[3] * w[1] * x - target) ** 2) == 0
    half = dict.fromkeys([x, target, *w], sympy.Rational(1, 2))
    assert expression.diff(w[0]).subs(half) == sympy.Rational(-1, 8)


def test_the_valley_of_best_settings():
    """With w12 = 1.2, w22 = 0.8, x = 0.8 and target 1.9 the loss is 0 where w11 · w21 = 1.415."""
    for w11 in (0.5, 1.0, 3.5):
        assert loss(0.8, Weights(w11, 1.2, 1.415 / w11, 0.8), 1.9) == pytest.approx(0, abs=1e-28)


def test_complex_numbers_are_refused():
    with pytest.raises(TypeError, match="'relu' takes a real number, since it compares"):
        forward(1j, HALF)
