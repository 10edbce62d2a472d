"""Exercise 2 of notebook 01: random search, watched while it guesses."""

from collections.abc import Sequence
from numbers import Real

from helpers.checks.arrays import Array, generator, plain, rows
from helpers.checks.feedback import Feedback, call, hands_back, not_expected, with_hint
from helpers.checks.results import close
from helpers.checks.words import counted, is_number, shown
from helpers.toy_network import Weights, loss

TRIES = 200
SEARCHES = {1: 0.0, 2: 10.0}  # a seed, and what is added to the loss: losses may exceed 1
ONE_BY_ONE = (
    "Without NumPy, `rng` is Python's own generator: rng.uniform(-1, 1) draws one number at a time."
)
HINTS = {
    "Random.uniform()": ONE_BY_ONE,
    "randint": "`rng.uniform(-1, 1)` draws one number, with all that lies between.",
    "'Random' object": ONE_BY_ONE,
    "Generator' object is not callable": "`rng` is no function: rng.uniform(-1, 1) draws a number.",
    "'int' object is not iterable": "One number cannot be gone through: range(tries) counts so "
    "many times.",
}
NEVER_KEPT = (
    "No guess was ever kept. Does the smallest loss start large, as float('inf') does? Losses may "
    "be larger than 1. Does `<` point the right way, is `best` set where a loss is smaller, and is "
    "it returned below the loop?"
)


def random_search(answer):
    """Check my_random_search(loss, tries, rng), which returns the best of its guesses.

    The loss passed in writes down every guess, so that the answer can be held against them. Two
    searches are watched, since one could be right by chance.

    >>> random_search(lambda loss, tries, rng: (0.0, 0.0))
    ! There was an error. Expected four weights, [w11, w12, w21, w22], got (0, 0).
    """
    if not callable(answer):
        return not_expected(answer, "a function")
    for seed, more in SEARCHES.items():
        feedback = _watch_search(answer, seed, more)
        if feedback.kind != "right":
            break
    return with_hint(feedback, HINTS)


def _watch_search(answer, seed, more):
    rng, untouched, guesses = generator(seed), generator(seed), []
    found = call(
        answer, _watched_loss(guesses, more), TRIES, rng,
        expected=(Sequence, Array, Real), expected_name="four weights",
    )  # fmt: skip
    if isinstance(found, Feedback):
        kept_none = guesses and "returned nothing" in found.message and hands_back(answer)
        return Feedback("wrong", NEVER_KEPT) if kept_none else found
    losses = [_toy_loss(*guess) + more for guess in guesses]
    if losses and close(plain(found), min(losses)):
        return Feedback("wrong", "You return the smallest loss. Return the weights that gave it.")
    weights = _four_weights(plain(found))
    if weights is None and _holds_a_list(found):
        return Feedback("wrong", "You return two things. Return the weights alone, all four.")
    if weights is None:
        return Feedback(
            "error", f"Expected four weights, [w11, w12, w21, w22], got {shown(found)}."
        )
    if len(guesses) > 1 == len(set(guesses)):
        return Feedback(
            "wrong", "All guesses are the same. Draw new weights for each try, inside the loop."
        )
    problem = _calls_problem(len(guesses), answer) or _draw_problem(guesses)
    if problem is None and rng.random() == untouched.random():
        problem = "Draw from the `rng` that is passed in, so that a seed repeats the search."
    problem = problem or _choice_problem(guesses, losses, weights)
    if problem:
        return Feedback("wrong", problem)
    return Feedback("right", f"Of {TRIES} guesses you return the one with the smallest loss.")


def _holds_a_list(found):
    """Are there two things in it, the weights one of them?"""
    pair = isinstance(found, Sequence) and len(found) == 2
    return pair and any(isinstance(x, list | tuple | Array) for x in found)


def _toy_loss(w11, w12, w21, w22):
    return loss(0.5, Weights(w11, w12, w21, w22), 0.5)


def _watched_loss(guesses, more=0.0):
    """The toy network's loss and a bit more, on numbers or arrays, that adds each guess to a list.

    It has the name of the notebook's own, so that a reader can make the same call by hand.
    """

    def watched(w11=None, w12=None, w21=None, w22=None, *more_weights):
        weights = [w for w in (w11, w12, w21, w22, *more_weights) if w is not None]
        if problem := _passed_problem(weights):
            raise TypeError(problem)
        if len(guesses) > 100 * TRIES:
            raise RuntimeError(f"the loss was called {len(guesses):,} times. Does the loop end?")
        value = _toy_loss(*weights) + more
        guesses.extend(rows(*weights))
        return value

    watched.__module__ = "__main__"
    watched.__name__ = watched.__qualname__ = "loss"
    return watched


def _passed_problem(weights):
    """What is wrong with what was passed to the loss, or None."""
    if len(weights) == 4:
        return None
    said = f"loss takes four weights, and got {counted(len(weights), 'argument')}."
    if len(weights) == 1 and isinstance(weights[0], Sequence | Array):
        return f"{said} If they are in one list: loss(*guess), the star passes them one by one."
    if any(isinstance(x, Sequence) for x in weights):
        return f"{said} It knows x and target already: write loss(*guess)."
    return f"{said} Does each guess start empty, and have all four before the loss is called?"


def _four_weights(found):
    """What the reader's function returned as four floats; None if it cannot be."""
    numbers = [plain(x) for x in found] if isinstance(found, Sequence) else []
    if len(numbers) != 4 or not all(map(is_number, numbers)):
        return None
    try:
        return [float(x) for x in numbers]
    except OverflowError:
        return None


def _calls_problem(calls, answer):
    """What is wrong with how often the loss was called, or None."""
    if calls == TRIES:
        return None
    if calls == 0:
        return "You never called the loss that is passed in. It says how good a guess is."
    said = f"You called the loss {counted(calls, 'time')} for {TRIES} tries."
    fewer = []
    # No tries at all, since a search that stops by itself after a few is not the same as this.
    call(answer, _watched_loss(fewer), 0, generator(1), expected=None)
    if len(fewer) == calls != 1:
        return f"{said} For {TRIES // 2} it is the same: does `tries` say how often the loop runs?"
    if calls == 1:
        return f"{said} Is there a `return` or `break` inside the loop that always comes?"
    if calls < TRIES - 1:
        return f"{said} Go on to the last try, even where a guess is good enough or not better."
    if calls <= TRIES + 1:
        return f"{said} `range(tries)` counts them; a guess before the loop is one of them."
    return (
        f"{said} Call it once for each guess, and keep the result in a variable; the smallest so "
        "far stays in another."
    )


def _draw_problem(guesses):
    """What is wrong with how guesses, tuples of four, were drawn, or None."""
    columns = list(zip(*guesses, strict=True))
    lows, highs = [*map(min, columns)], [*map(max, columns)]
    if all(weight == round(weight) for guess in guesses for weight in guess):
        return "All weights are whole numbers. `rng.uniform(-1, 1)` draws from all between."
    if len(set(guesses)) < len(guesses):
        return "Some guesses are the same. Draw new weights for each try."
    if len(set(columns)) < len(columns):
        return "Two of the weights are always equal. Draw each of the four on its own."
    if any(low == high for low, high in zip(lows, highs, strict=True)):
        return "One of the weights never changes. Draw all four."
    if all(round(x, 6) == x for guess in guesses for x in guess):
        return "The guesses are rounded, which leaves out what lies between. Keep them as drawn."
    if any(len(set(column)) < len(column) for column in columns):
        return "Only some of the weights are drawn anew for a guess. Draw all four each time."
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
        return (
            "You return the last guess. Return the best one seen so far. (Is the smallest loss "
            "replaced along with it? Is `best` a list of its own, that no later guess changes? Do "
            "both get their first values once, above the loop?)"
        )
    return (
        "You return one of your guesses, but another had a smaller loss. (Is the smallest loss "
        "replaced where it gets smaller, and only there?)"
    )


def _same(guess, weights):
    return all(abs(a - b) <= 1e-9 for a, b in zip(guess, weights, strict=True))
