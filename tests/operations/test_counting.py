"""The counter of operations, against counts made by hand."""

import pytest

from helpers.operations import count, count_jacobian, count_reverse, count_tangent, count_values
from helpers.rules import absolute, cos, exp, maximum, sigmoid, sin, tanh
from helpers.wengert import WengertList, trace
from tests.catalogue import CATALOGUE

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
    assert count(traced(function)) == (forward, reverse)


def traced(function):
    """The list of a function; its inputs have the names of its arguments, or x, for a rule."""
    names = getattr(function, "__code__", None)
    names = names.co_varnames[: names.co_argcount] if names else ("x",)
    # By position, since rules have no argument names.
    return trace(lambda **numbers: function(*numbers.values()), **dict.fromkeys(names, 0.5))


def test_steps_that_the_output_does_not_need_are_not_counted():
    tape = WengertList(x=1.0, y=2.0)
    product = tape.record("mul", "x", "y")
    tape.record("exp", product)
    tape.output = product
    assert count(tape) == (1, 0)


def test_ratio():
    assert count(trace(lambda x: sin(x) * x, x=1.0)).ratio == 1.5
    assert count(trace(lambda x: x, x=1.0)).ratio == 0


# Forward mode.


def neuron(w, b, x, t):
    return (1 / (1 + exp(-(w * x + b))) - t) ** 2


TANGENTS_BY_HAND = [
    # The slope is y, and the seed saves the multiplication.
    (lambda x, y: x * y, "x", 0),
    # Both: y + x.
    (lambda x, y: x * y, "x y", 1),
    # The same operand twice is two contributions: x + x.
    (lambda x: x * x, "x", 1),
    # t1's tangent is 1, t2's is z times that. It comes from a step, so it is multiplied.
    (lambda x, y, z: (x + y) * z, "x", 1),
    # 1 + 1, and z · that.
    (lambda x, y, z: (x + y) * z, "x y", 2),
    # z reaches the product only, where the tangent is t1.
    (lambda x, y, z: (x + y) * z, "z", 0),
    # 1/y only: −v/y is y's. For y: −v, (−v)/y.
    (lambda x, y: x / y, "x", 1),
    (lambda x, y: x / y, "y", 2),
    # Both: 1/y, −v, (−v)/y, and their sum.
    (lambda x, y: x / y, "x y", 4),
    # −1 at the seed is there already; then x ** 1, 2 · that, · tangent.
    (lambda x, y: (x - y) ** 2, "y", 3),
    # From a step: cos x, and its negation in the difference.
    (lambda x, y: y - sin(x), "x", 2),
    # 1 − cos x: a subtraction, no negation.
    (lambda x: x - sin(x), "x", 2),
    # cos x; then x · that, and + sin x, which the seed leaves as it is.
    (lambda x: sin(x) * x, "x", 1 + 2),
    # Constant slopes: 2 at the seed is there; 3 · 2 is a multiplication.
    (lambda x: 3 * (2 * x), "x", 1),
    # What does not depend on x costs nothing in its sweep.
    (lambda x, y: sin(y) * x, "x", 0),
    # [x > y] for x; for y also 1 − it. Then z · tangent.
    (lambda x, y, z: maximum(x, y) * z, "x", 2),
    (lambda x, y, z: maximum(x, y) * z, "y", 3),
    # x · w: w is there (0). t2: 1. −t2: a negation. exp: · t4. 1 + t4: nothing.
    # 1/t5: −v, /t5, · tangent. t6 − t: nothing. t7²: t7 ** 1, · 2, · tangent.
    (neuron, "w", 1 + 1 + 3 + 3),
    # b's tangent 1 reaches t2 and −t2 alike: negation of a step's tangent.
    (neuron, "b", 1 + 1 + 3 + 3),
    # −1 at the seed, for nothing.
    (neuron, "t", 3),
    (lambda x: x, "x", 0),
    (lambda x, y: x * y, "", 0),
]


@pytest.mark.parametrize(("function", "seeded", "operations"), TANGENTS_BY_HAND)
def test_tangent_sweeps_counted_by_hand(function, seeded, operations):
    assert count_tangent(traced(function), *seeded.split()) == operations


def test_a_tangent_sweep_goes_as_far_as_the_outputs_need():
    tape = traced(lambda x: exp(sin(x)))
    assert count_tangent(tape, "x") == 2
    assert count_tangent(tape, "x", outputs=["t1"]) == 1
    assert count_tangent(tape, "x", outputs=[]) == 0


JACOBIANS_BY_HAND = [
    # One product; y and x are there.
    (lambda x, y: {"": x * y}, 1, 1),
    # Values 2. Forward: 1 + 1 + 0. Reverse: nothing.
    (lambda x, y, z: {"": (x + y) * z}, 2 + 2, 2),
    # Values 8. Reverse: t7 ** 1, · 2; −t̄; −v, /t5, · t̄; · t̄; −t̄; b for nothing; · x, · w.
    (lambda w, b, x, t: {"": neuron(w, b, x, t)}, 8 + 8 + 8 + 8 + 3, 8 + 2 + 1 + 3 + 1 + 1 + 2),
    # Values 4. Both modes: cos, · by exp, and exp · 3; the seed is on the other side of it.
    (lambda x: {"a": sin(exp(x)), "b": exp(x) * 3}, 4 + 2 + 1, 4 + 2 + 1),
]


@pytest.mark.parametrize(("function", "forward_mode", "reverse_mode"), JACOBIANS_BY_HAND)
def test_jacobians_counted_by_hand(function, forward_mode, reverse_mode):
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    tape = trace(function, **dict.fromkeys(names, 0.5))
    outputs = [*tape.labels] or [tape.output]
    assert count_jacobian(tape, outputs) == (forward_mode, reverse_mode)


@pytest.mark.parametrize("n", [1, 2, 5, 20])
def test_a_sum_of_squares_of_n_inputs(n):
    """Forward mode sweeps n times along the sum, reverse mode once."""
    tape = trace(lambda **x: sum_of(i * i for i in x.values()), **{f"x{i}": 1.0 for i in range(n)})
    values = n + (n - 1)
    # Each sweep: x + x; the sum hands it on.  Reverse: each x̄ = x + x, times t̄ unless it is 1.
    multiplications = 0 if n == 1 else 2 * n
    assert count_jacobian(tape, [tape.output]) == (values + n, values + multiplications + n)


def sum_of(numbers):
    first, *others = numbers
    for x in others:
        first = first + x
    return first


@pytest.mark.parametrize("length", [1, 2, 3, 10])
@pytest.mark.parametrize("function", [sin, tanh, sigmoid, cos, absolute, lambda x: -x])
def test_along_a_chain_both_modes_cost_the_same(function, length):
    """One input, one output, one path: the same product, multiplied from one end or the other."""

    def chain(x):
        for _ in range(length):
            x = function(x)
        return x

    tape = trace(chain, x=0.5)
    forward_mode, reverse_mode = count_jacobian(tape, [tape.output])
    assert forward_mode == reverse_mode == sum(count(tape))


@pytest.mark.parametrize("entry", [e for e in CATALOGUE if not e.branches], ids=lambda e: e.name)
def test_a_jacobian_is_the_values_and_its_sweeps(entry):
    tape = trace(entry.function, **entry.at(entry.points[0]))
    names = [step.name for step in tape.steps]
    outputs = names[-3:]
    values = count_values(tape, outputs)
    tangents = [count_tangent(tape, x, outputs=outputs) for x in tape.inputs]
    reverse = [count_reverse(tape, x) for x in outputs]
    assert count_jacobian(tape, outputs) == (values + sum(tangents), values + sum(reverse))
    assert count_jacobian(tape, [tape.output]).reverse_mode == sum(count(tape))
    together = count_tangent(tape, *tape.inputs, outputs=outputs)
    assert together <= sum(tangents) + 2 * len(names), "one sweep along a direction is no Jacobian"
    assert all(count_tangent(tape, x) <= count_tangent(tape, x, outputs=names) for x in tape.inputs)


def test_unknown_names_are_refused():
    tape = traced(lambda x, y: x * y)
    with pytest.raises(ValueError, match="no input 'z'; the inputs are x, y"):
        count_tangent(tape, "x", "z")
    with pytest.raises(ValueError, match="'t2' is neither an input"):
        count_jacobian(tape, ["t1", "t2"])
