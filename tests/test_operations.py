"""The counter of operations, against counts made by hand."""

import pytest

from helpers.operations import count
from helpers.rules import absolute, cos, maximum, sigmoid, sin
from helpers.wengert import WengertList, trace

BY_HAND = [
    # A product at the seed: x̄ = y and ȳ = x are there already.
    (lambda x, y: x * y, 1, 0),
    # t1̄ = z, z̄ = t1, x̄ = ȳ = t1̄: nothing to compute.
    (lambda x, y, z: (x + y) * z, 2, 0),
    # 1/y; −v, (−v)/y. The seed saves both multiplications.
    (lambda x, y: x / y, 1, 3),
    # The same quotient, not at the seed: two multiplications more.
    (lambda x, y: sin(x / y), 2, 1 + 3 + 2),
    # x ** 1, 2 · that; at the difference x̄ = t1̄ and ȳ = −t1̄, one negation.
    (lambda x, y: (x - y) ** 2, 2, 3),
    # x̄ = t1, t1̄ = x; cos x, · t1̄, + to x̄.
    (lambda x: sin(x) * x, 2, 3),
    # x̄ = −1; t1̄ = 1; t1̄ · x twice, each added to x̄.
    (lambda x: x * x - x, 2, 4),
    # x̄ = 3 · t̄; cos, · t̄; then ȳ = t1̄ for nothing, and x̄ − t1̄ as one subtraction.
    (lambda x, y: sin(y - x) + x * 3, 4, 1 + 1 + 1 + 1 + 0),
    # At the sum nothing; cos x and a product for each sine; both reach x: one addition.
    (lambda x: sin(x) + sin(x), 3, 2 + 2 + 1),
    # [x > y] serves both partials; 1 − it; two products with t1̄ = z.
    (lambda x, y, z: maximum(x, y) * z, 2, 4),
    # [x > 0], [0 > x], their difference.
    (absolute, 1, 3),
    # sin x and its negative; times the adjoint v of exp.
    (lambda x: cos(x).exp(), 2, 3),
    # 1 − v, v · that.
    (sigmoid, 1, 2),
    # exp(y · log x) is three. |y|, [·>0], y − that, a power (three), y · it; log x, v · it.
    (lambda x, y: x**y, 3, 7 + 2),
    # The same, not at the seed: two multiplications; y's slope is a constant 1 in the sum.
    (lambda x, y: x**y * 2, 4, 7 + 2 + 2),
    # A constant slope other than ±1 is a multiplication like any other, but not at the seed.
    (lambda x: 3 * (2 * x), 2, 1),
    (lambda x: x, 0, 0),
]


@pytest.mark.parametrize(("function", "forward", "reverse"), BY_HAND)
def test_hand_counted(function, forward, reverse):
    names = getattr(function, "__code__", None)
    names = names.co_varnames[: names.co_argcount] if names else ("x",)
    # By position, since rules have no argument names.
    tape = trace(lambda **numbers: function(*numbers.values()), **dict.fromkeys(names, 0.5))
    assert count(tape) == (forward, reverse)


def test_steps_that_the_output_does_not_need_are_not_counted():
    tape = WengertList(x=1.0, y=2.0)
    product = tape.record("mul", "x", "y")
    tape.record("exp", product)
    tape.output = product
    assert count(tape) == (1, 0)


def test_ratio():
    assert count(trace(lambda x: sin(x) * x, x=1.0)).ratio == 1.5
    assert count(trace(lambda x: x, x=1.0)).ratio == 0
