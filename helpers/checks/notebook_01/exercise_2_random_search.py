"""Exercise 2 of notebook 01: random search, watched while it guesses."""

from collections.abc import Sequence
from numbers import Real

import numpy as np

from helpers.checks.feedback import Feedback, call, not_expected
from helpers.checks.results import close
from helpers.checks.words import shown
from helpers.toy_network import Weights, loss

TRIES = 200
SEEDS = (1, 2)


def random_search(answer):
    """Check my_random_search(loss, tries, rng), which returns the best of its guesses.

    The loss passed in writes down every guess, so that the answer can be held against them. Two
    searches are watched, since one could be right by chance.

    >>> random_search(lambda loss, tries, rng: (0.0, 0.0))
    ! There was an error. Expected four weights, [w11, w12, w21, w22], got (0, 0).
    """
    if not callable(answer):
        return not_expected(answer, "a function")
    for seed in SEEDS:
        feedback = _watch_search(answer, np.random.default_rng(seed))
        if feedback.kind != "right":
            break
    return feedback


def _watch_search(answer, rng):
    guesses = []
    start = rng.bit_generator.state
    found = call(
        answer, _watched_loss(guesses), TRIES, rng,
        expected=(Sequence, np.ndarray, Real), expected_name="four weights",
    )  # fmt: skip
    if isinstance(found, Feedback):
        return found
    losses = [_toy_loss(*guess) for guess in guesses]
    weights = _numbers(found)
    if weights.shape == () and losses and close(float(weights), min(losses)):
        return Feedback("wrong", "You return the smallest loss. Return the weights that gave it.")
    if weights.shape != (4,):
        return Feedback(
            "error", f"Expected four weights, [w11, w12, w21, w22], got {shown(found)}."
        )
    problem = _calls_problem(len(guesses)) or _draw_problem(np.array(guesses))
    if problem is None and rng.bit_generator.state == start:
        problem = "Draw from the `rng` that is passed in, so that a seed repeats the search."
    problem = problem or _choice_problem(guesses, losses, weights)
    if problem:
        return Feedback("wrong", problem)
    return Feedback("right", f"Of {TRIES} guesses you return the one with the smallest loss.")


def _toy_loss(w11, w12, w21, w22):
    return loss(0.5, Weights(w11, w12, w21, w22), 0.5)


def _watched_loss(guesses):
    """The toy network's loss, on numbers or arrays, that adds each guess to a list."""

    def loss(w11, w12=None, w21=None, w22=None):
        weights = (w11, w12, w21, w22)
        if any(weight is None for weight in weights):
            raise TypeError(
                "loss takes four weights. If they are in one array, write loss(*guess): "
                "the star passes them one by one."
            )
        if len(guesses) > 100 * TRIES:
            raise RuntimeError(f"the loss was called {len(guesses):,} times. Does the loop end?")
        value = _toy_loss(*weights)
        columns = np.broadcast_arrays(*(np.asarray(weight, dtype=float) for weight in weights))
        guesses.extend(zip(*(column.ravel().tolist() for column in columns), strict=True))
        return value

    return loss


def _numbers(found):
    """What the reader's function returned as an array of floats; an empty one if it cannot be."""
    try:
        array = np.asarray(found)
    except ValueError:
        return np.array([])
    return array.astype(float) if array.dtype.kind in "iuf" else np.array([])


def _calls_problem(calls):
    if calls == TRIES:
        return None
    if calls == 0:
        return "You never called the loss that is passed in. It says how good a guess is."
    problem = f"You called the loss {calls} times for {TRIES} tries."
    if calls % TRIES == 0:
        problem += " Call it once for each guess, and keep the result in a variable."
    return problem


def _draw_problem(guesses):
    """What is wrong with how guesses (N, 4) were drawn, or None."""
    low, high = guesses.min(axis=0), guesses.max(axis=0)
    if len(np.unique(guesses, axis=0)) < len(guesses):
        return "Some guesses are the same. Draw new weights for each try."
    if any(np.array_equal(guesses[:, i], guesses[:, j]) for i in range(4) for j in range(i)):
        return "Two of the weights are always equal. Draw each of the four on its own."
    if np.any(low == high):
        return "One of the weights never changes. Draw all four."
    if low.min() < -1 or high.max() > 1:
        return f"Guesses reach from {low.min():.3g} to {high.max():.3g}, outside [-1, 1]."
    if low.min() >= 0:
        return "No weight is negative: draw from [-1, 1], not from [0, 1]."
    if low.max() > -0.5 or high.min() < 0.5:
        return "The guesses leave out a part of [-1, 1]. Draw every weight from the whole range."
    return None


def _choice_problem(guesses, losses, weights):
    """What is wrong with the choice of these weights among the guesses, or None."""
    place = [i for i, guess in enumerate(guesses) if np.allclose(guess, weights, rtol=0, atol=1e-9)]
    if not place:
        return "The weights you return are not among your guesses."
    chosen = place[0]
    if losses[chosen] == min(losses):
        return None
    if losses[chosen] == max(losses):
        return "You keep the guess with the largest loss. Turn the < round."
    if chosen == TRIES - 1:
        return "You return the last guess. Return the best one seen so far."
    return "You return one of your guesses, but another had a smaller loss."
