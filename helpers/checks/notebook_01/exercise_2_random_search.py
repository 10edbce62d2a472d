"""Exercise 2 of notebook 01: random search, watched while it guesses."""

from collections.abc import Sequence
from numbers import Real

from helpers.checks.arrays import Array, generator, plain, rows
from helpers.checks.feedback import Feedback, call, not_expected, with_hint
from helpers.checks.results import close
from helpers.checks.words import is_number, shown
from helpers.toy_network import Weights, loss

TRIES = 200
SEEDS = (1, 2)
ONE_BY_ONE = (
    "Without NumPy, `rng` is Python's own generator: rng.uniform(-1, 1) draws one number at a time."
)
HINTS = {"Random.uniform()": ONE_BY_ONE, "'Random' object": ONE_BY_ONE}


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
        feedback = _watch_search(answer, seed)
        if feedback.kind != "right":
            break
    return with_hint(feedback, HINTS)


def _watch_search(answer, seed):
    rng, untouched, guesses = generator(seed), generator(seed), []
    found = call(
        answer, _watched_loss(guesses), TRIES, rng,
        expected=(Sequence, Array, Real), expected_name="four weights",
    )  # fmt: skip
    if isinstance(found, Feedback):
        return found
    losses = [_toy_loss(*guess) for guess in guesses]
    if losses and close(plain(found), min(losses)):
        return Feedback("wrong", "You return the smallest loss. Return the weights that gave it.")
    weights = _four_weights(plain(found))
    if weights is None:
        return Feedback(
            "error", f"Expected four weights, [w11, w12, w21, w22], got {shown(found)}."
        )
    problem = _calls_problem(len(guesses)) or _draw_problem(guesses)
    if problem is None and rng.random() == untouched.random():
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
        guesses.extend(rows(*weights))
        return value

    return loss


def _four_weights(found):
    """What the reader's function returned as four floats; None if it cannot be."""
    numbers = [plain(x) for x in found] if isinstance(found, Sequence) else []
    if len(numbers) != 4 or not all(map(is_number, numbers)):
        return None
    try:
        return [float(x) for x in numbers]
    except OverflowError:
        return None


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
    """What is wrong with how guesses, tuples of four, were drawn, or None."""
    columns = list(zip(*guesses, strict=True))
    lows, highs = [*map(min, columns)], [*map(max, columns)]
    if len(set(guesses)) < len(guesses):
        return "Some guesses are the same. Draw new weights for each try."
    if len(set(columns)) < len(columns):
        return "Two of the weights are always equal. Draw each of the four on its own."
    if any(low == high for low, high in zip(lows, highs, strict=True)):
        return "One of the weights never changes. Draw all four."
    if min(lows) < -1 or max(highs) > 1:
        return f"Guesses reach from {min(lows):.3g} to {max(highs):.3g}, outside [-1, 1]."
    if min(lows) >= 0:
        return "No weight is negative: draw from [-1, 1], not from [0, 1]."
    if max(lows) > -0.5 or min(highs) < 0.5:
        return "The guesses leave out a part of [-1, 1]. Draw every weight from the whole range."
    return None


def _choice_problem(guesses, losses, weights):
    """What is wrong with the choice of these weights among the guesses, or None."""
    place = [i for i, guess in enumerate(guesses) if _same(guess, weights)]
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


def _same(guess, weights):
    return all(abs(a - b) <= 1e-9 for a, b in zip(guess, weights, strict=True))
