"""Plans for checkpointing, against counting by another program and against the closed forms."""

from functools import cache
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.checkpointing import binomial, cost, even, gradient, keep_all, longest_chain
from helpers.rules import sin
from helpers.value import Value


@cache
def fewest_runs(length, checkpoints):
    """The fewest steps forward that reverse a chain, by trying every place for a checkpoint."""
    if length == 1:
        return 0
    if checkpoints == 1:
        return length * (length - 1) // 2
    return min(
        first + fewest_runs(length - first, checkpoints - 1) + fewest_runs(first, checkpoints)
        for first in range(1, length)
    )


@pytest.mark.parametrize("checkpoints", range(1, 9))
@pytest.mark.parametrize("repeats", range(1, 9))
def test_the_binomial_plan_reaches_as_far_as_the_closed_form_says(checkpoints, repeats):
    length = comb(checkpoints + repeats, checkpoints)
    assert longest_chain(checkpoints, repeats) == length
    taken = cost(binomial(length, checkpoints))
    assert taken.kept <= checkpoints
    assert taken.repeats == repeats
    if length < 4000:  # one step more needs one repeat more
        assert cost(binomial(length + 1, checkpoints)).repeats == repeats + 1


@pytest.mark.parametrize("checkpoints", range(1, 7))
def test_no_plan_runs_fewer_steps_than_the_binomial_one(checkpoints):
    for length in range(1, 90):
        assert cost(binomial(length, checkpoints)).runs == fewest_runs(length, checkpoints)


def test_numbers_of_the_course():
    assert [comb(13, 10), comb(14, 10), comb(47, 45)] == [286, 1001, 1081]
    assert cost(keep_all(1000)).kept == 1000
    taken = cost(even(1000, every=36))
    assert taken.kept <= 64
    assert taken.runs <= 2 * 1000  # one forward sweep more
    assert cost(binomial(286, 10)).repeats == 3
    assert cost(binomial(1001, 10)).repeats == 4
    assert cost(binomial(1081, 45)).repeats == 2


plans = st.integers(1, 60).flatmap(
    lambda length: st.one_of(
        st.just(keep_all(length)),
        st.integers(1, 70).map(lambda every: even(length, every)),
        st.integers(1, 70).map(lambda checkpoints: binomial(length, checkpoints)),
    )
)


@settings(deadline=None)  # a busy machine is no fault of the numbers
@given(plans)
def test_each_step_is_reversed_once_from_the_last_to_the_first(plan):
    reversed_steps = [i for move, i in plan if move == "reverse"]
    assert reversed_steps == [*range(len(reversed_steps))][::-1]
    kept = [i for move, i in plan if move == "keep"]
    assert sorted(kept) == sorted(i for move, i in plan if move == "drop")


@settings(deadline=None)  # a busy machine is no fault of the numbers
@given(plans)
def test_the_gradient_is_the_plain_one_to_the_last_digit(plan):
    length = sum(move == "reverse" for move, _ in plan)

    def step(x):
        return sin(x) * 1.5 + 0.1 * x

    leaf = end = Value(0.7)
    for _ in range(length):
        end = step(end)
    end.backward()
    assert gradient(step, 0.7, plan) == leaf.grad


def test_a_state_may_be_several_numbers():
    def turn(state):
        x, v = state
        return [x + 0.1 * v, v - 0.1 * sin(x)]

    start = [Value(0.3), Value(1.0)]
    state = start
    for _ in range(25):
        state = turn(state)
    state[0].backward()
    expected = [leaf.grad for leaf in start]
    for plan in (keep_all(25), even(25, every=4), binomial(25, 3)):
        assert gradient(turn, [0.3, 1.0], plan) == pytest.approx(expected, rel=1e-13)


def test_known_derivatives():
    assert gradient(lambda x: x * x, 3.0, keep_all(3)) == 8 * 3.0**7
    assert gradient(lambda x: x * x, 1.1, binomial(5, 2)) == pytest.approx(32 * 1.1**31, rel=1e-14)
    assert gradient(lambda x: 0.5 * x, 1.0, even(40, every=6)) == 0.5**40


@pytest.mark.parametrize("plan", [keep_all, lambda n: even(n, 3), lambda n: even(3, n)])
@pytest.mark.parametrize("wrong", [0, -1])
def test_a_chain_has_steps(plan, wrong):
    with pytest.raises(ValueError, match="at least 1, got"):
        plan(wrong)


@pytest.mark.parametrize("wrong", [2.0, "3", None, True])
def test_lengths_are_whole_numbers(wrong):
    for make in (
        keep_all,
        lambda n: even(n, 3),
        lambda n: binomial(n, 3),
        lambda n: binomial(3, n),
    ):
        with pytest.raises(TypeError, match="is a whole number, got"):
            make(wrong)


def test_a_plan_that_cannot_be_carried_out_is_told():
    with pytest.raises(ValueError, match="loads state 2, which is not kept"):
        gradient(lambda x: x, 1.0, [("keep", 0), ("load", 2)])
    with pytest.raises(ValueError, match="'reverse' for state 1, while the present one is 0"):
        gradient(lambda x: x, 1.0, [("reverse", 1)])
