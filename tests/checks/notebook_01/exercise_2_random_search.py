"""Exercise 2 of notebook 01: random search, watched while it guesses."""

import numpy as np

from helpers import checks
from tests.checks.entry import Entry, typed


def search_with_min(loss, tries, rng):
    guesses = [rng.uniform(-1, 1, size=4) for _ in range(tries)]
    return min(guesses, key=lambda guess: loss(*guess))


def search_one_weight_at_a_time(loss, tries, rng):
    best = None
    while tries > 0:
        w11, w12 = rng.uniform(-1, 1), rng.uniform(-1, 1)
        w21, w22 = 2 * rng.random() - 1, 2 * rng.random() - 1
        value = loss(w11=w11, w12=w12, w21=w21, w22=w22)
        if best is None or value < best[0]:
            best = value, [w11, w12, w21, w22]
        tries -= 1
    return best[1]


def search_on_arrays(loss, tries, rng):
    guesses = rng.uniform(-1, 1, size=(tries, 4))
    return guesses[np.argmin(loss(*guesses.T))]


def search_with_tuple(loss, tries, rng):
    found = [(loss(*guess), tuple(guess)) for guess in rng.uniform(-1, 1, size=(tries, 4))]
    return min(found)[1]


def searching(draw=None, choose=None, calls=1, skip=0):
    """A search with one thing replaced: how it draws, which one it keeps, how often it calls."""

    def my_random_search(loss, tries, rng):
        guesses = [draw(rng) if draw else rng.uniform(-1, 1, size=4) for _ in range(tries - skip)]
        losses = [min(loss(*guess) for _ in range(calls)) for guess in guesses]
        best = int(np.argmin(losses))
        return choose(guesses, losses, best) if choose else guesses[best]

    return my_random_search


def search_without_star(loss, tries, rng):
    return min((rng.uniform(-1, 1, size=4) for _ in range(tries)), key=loss)


def search_without_end(loss, tries, rng):
    while tries > 0:
        loss(*rng.uniform(-1, 1, size=4))


def search_with_loss_of_its_own(loss, tries, rng):
    guesses = rng.uniform(-1, 1, size=(tries, 4))
    return min(guesses, key=lambda guess: (guess.sum() - 0.5) ** 2)


def search_that_draws_once(loss, tries, rng):
    guess = rng.uniform(-1, 1, size=4)
    for _ in range(tries):
        loss(*guess)
    return guess


def search_with_generator_of_its_own(loss, tries, rng):
    return search_with_min(loss, tries, np.random.default_rng(5))


def random_choice(rng):
    """A search that returns any of its guesses but the best, or weights that it never tried."""
    rank = rng.integers(1, 200)
    if rng.random() < 0.2:
        return searching(choose=lambda guesses, losses, best: guesses[best] * rng.uniform(0.1, 0.9))
    return searching(choose=lambda guesses, losses, best: guesses[np.argsort(losses)[rank]])


ENTRY = Entry(
    notebook="01-random-search.ipynb",
    name="my_random_search",
    check=checks.random_search,
    right=[search_with_min, search_one_weight_at_a_time, search_on_arrays, search_with_tuple],
    wrong=[
        (searching(choose=lambda guesses, losses, best: losses[best]), "return the smallest loss."),
        (searching(choose=lambda guesses, losses, best: best), "Expected four weights"),
        (
            searching(choose=lambda guesses, losses, best: (guesses[best], losses[best])),
            "You return two things",
        ),
        (searching(choose=lambda guesses, losses, best: None), "No guess was ever kept"),
        (searching(choose=lambda guesses, losses, best: {1: 2}), "expected four weights"),
        (searching(calls=2), "400 times for 200 tries. Call it once"),
        (searching(skip=1), "199 times for 200 tries"),
        (search_with_loss_of_its_own, "never called the loss"),
        (search_without_star, "the star passes them one by one"),
        (search_without_end, "Does the loop end?"),
        (search_that_draws_once, "Draw new weights for each try"),
        (searching(draw=lambda rng: [rng.uniform(-1, 1)] * 4), "always equal"),
        (searching(draw=lambda rng: [*rng.uniform(-1, 1, 3), 0.5]), "never changes"),
        (searching(draw=lambda rng: rng.uniform(-2, 2, size=4)), "outside [-1, 1]"),
        (searching(draw=lambda rng: rng.uniform(size=4)), "No weight is negative"),
        (searching(draw=lambda rng: rng.uniform(-1, 0.3, size=4)), "leave out a part"),
        (search_with_generator_of_its_own, "Draw from the `rng`"),
        (
            searching(choose=lambda guesses, losses, best: [0.7, 0.7, 0.7, 0.7]),
            "not among your guesses",
        ),
        (
            searching(choose=lambda guesses, losses, best: guesses[np.argmax(losses)]),
            "largest loss",
        ),
        (searching(choose=lambda guesses, losses, best: guesses[-1]), "the last guess"),
        (searching(choose=lambda guesses, losses, best: guesses[0]), "smaller loss"),
        *typed(__file__, "loss, tries, rng"),
    ],
    random_wrong=random_choice,
)
