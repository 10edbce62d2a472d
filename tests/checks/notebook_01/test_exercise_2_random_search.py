"""The check of random search where nobody has imported NumPy: what it says is the same."""

import random
import sys

import numpy as np
import pytest

from helpers import checks
from helpers.checks.arrays import generator, plain, rows
from tests.checks.notebook_01.exercise_2_random_search import (
    search_one_weight_at_a_time,
    search_with_min,
)
from tests.checks.odd_answers import HOSTILE


@pytest.fixture(params=["with NumPy", "without NumPy"])
def world(request, monkeypatch):
    if request.param == "without NumPy":
        monkeypatch.setitem(sys.modules, "numpy", None)
    return request.param


@pytest.fixture
def without_numpy(monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", None)


def four(rng, low=-1, high=1):
    return [rng.uniform(low, high) for _ in range(4)]


def best_of(losses):
    return losses.index(min(losses))


def searching(draw=four, choose=lambda guesses, losses: guesses[best_of(losses)], calls=1):
    """A search in nothing but Python, with one thing replaced."""

    def my_random_search(loss, tries, rng):
        guesses = [draw(rng) for _ in range(tries)]
        losses = [min(loss(*guess) for _ in range(calls)) for guess in guesses]
        return choose(guesses, losses)

    return my_random_search


def search_that_draws_once(loss, tries, rng):
    guess = four(rng)
    for _ in range(tries):
        loss(*guess)
    return guess


def search_with_generator_of_its_own(loss, tries, rng):
    return searching()(loss, tries, random.Random(5))


@pytest.mark.parametrize(
    "answer",
    [
        searching(),
        searching(draw=lambda rng: tuple(four(rng))),
        searching(draw=lambda rng: [2 * rng.random() - 1 for _ in range(4)]),
        search_one_weight_at_a_time,
    ],
)
def test_what_is_right_is_right_in_both_worlds(world, answer):
    feedback = checks.random_search(answer)
    assert feedback.kind == "right", feedback


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (searching(choose=lambda guesses, losses: min(losses)), "the smallest loss"),
        (searching(choose=lambda guesses, losses: best_of(losses)), "Expected four weights"),
        (searching(choose=lambda guesses, losses: guesses[:4]), "Expected four weights"),
        (searching(choose=lambda guesses, losses: "four"), "Expected four weights"),
        (searching(choose=lambda guesses, losses: [10**400] * 4), "Expected four weights"),
        (searching(choose=lambda guesses, losses: {1: 2}), "expected four weights"),
        (searching(calls=2), "400 times for 200 tries. Call it once"),
        (lambda loss, tries, rng: four(rng), "never called the loss"),
        (searching(choose=lambda guesses, losses: None), "No guess was ever kept"),
        (search_that_draws_once, "Draw new weights for each try"),
        (searching(draw=lambda rng: [rng.uniform(-1, 1)] * 4), "always equal"),
        (searching(draw=lambda rng: [*four(rng)[1:], 0.5]), "never changes"),
        (searching(draw=lambda rng: four(rng, -2, 2)), "outside [-1, 1]"),
        (searching(draw=lambda rng: four(rng, 0, 1)), "No weight is negative"),
        (searching(draw=lambda rng: four(rng, -1, 0.3)), "leave out a part"),
        (search_with_generator_of_its_own, "Draw from the `rng`"),
        (searching(choose=lambda guesses, losses: [0.7] * 4), "not among your guesses"),
        (
            searching(choose=lambda guesses, losses: guesses[losses.index(max(losses))]),
            "largest loss",
        ),
        (searching(choose=lambda guesses, losses: guesses[-1]), "the last guess"),
        (searching(choose=lambda guesses, losses: guesses[0]), "smaller loss"),
    ],
)
def test_what_is_wrong_has_the_same_cause_in_both_worlds(world, answer, words):
    feedback = checks.random_search(answer)
    assert feedback.kind in ("wrong", "error")
    assert words in feedback.message


@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_their_code_does_comes_back_as_help(without_numpy, kind):
    assert checks.random_search(HOSTILE[kind]).kind in ("error", "wrong")


@pytest.mark.parametrize(
    "answer", [search_with_min, searching(draw=lambda rng: rng.standard_normal(4))]
)
def test_who_draws_as_numpy_does_is_told_how_python_does(without_numpy, answer):
    feedback = checks.random_search(answer)
    assert feedback.kind == "error"
    assert "(loss, 200, rng) stopped with" in feedback.message
    assert feedback.message.endswith("rng.uniform(-1, 1) draws one number at a time.")


# ------------------------------------------------------------------ the arrays behind it


def test_the_generator_is_numpys_where_numpy_is(monkeypatch):
    assert generator(3).random() == np.random.default_rng(3).random()
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert generator(3).random() == random.Random(3).random()


def test_rows_of_numbers_and_of_arrays():
    assert rows(1, 0.5) == [(1.0, 0.5)]
    assert rows(np.array([1, 2]), 0.5) == [(1.0, 0.5), (2.0, 0.5)]
    assert rows(np.array(1.0), np.array([[2.0]])) == [(1.0, 2.0)]
    assert all(type(x) is float for x in rows(np.float32(1), np.int64(2))[0])


def test_plain_is_pythons_own():
    assert plain(np.array([1.0, 2.0])) == [1.0, 2.0]
    assert type(plain(np.array(2.0))) is float
    assert plain("text") == "text"
