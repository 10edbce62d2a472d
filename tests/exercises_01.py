"""The exercises of notebook 01: ways to write each right, and the mistakes that students make."""

import numpy as np

from helpers import checks
from helpers.checks import notebook_01
from helpers.toy_network import Weights, loss
from tests.exercises import Entry

# ------------------------------------------------------------------ 1. the loss


def loss_with_branches(x, w11, w12, w21, w22, target):
    output = 0
    if w11 * x > 0:
        output += w21 * w11 * x
    if w12 * x > 0:
        output += w22 * w12 * x
    error = output - target
    return error * error


def loss_with_numpy(x, w11, w12, w21, w22, target):
    hidden = np.maximum(np.array([w11, w12]) * x, 0)
    return (target - np.array([w21, w22]) @ hidden) ** 2


def loss_of_the_course(*arguments):
    x, *weights, target = arguments
    return loss(x, Weights(*weights), target)


def loss_without_relu(x, w11, w12, w21, w22, target):
    hidden1 = w11 * x
    hidden2 = w12 * x
    return (w21 * hidden1 + w22 * hidden2 - target) ** 2


def loss_without_input(x, w11, w12, w21, w22, target):
    hidden1 = max(0, w11)
    hidden2 = max(0, w12)
    return (w21 * hidden1 + w22 * hidden2 - target) ** 2


def loss_not_squared(x, w11, w12, w21, w22, target):
    hidden1 = max(0, w11 * x)
    hidden2 = max(0, w12 * x)
    return w21 * hidden1 + w22 * hidden2 - target


def loss_as_distance(x, w11, w12, w21, w22, target):
    return abs(target - w21 * max(0, w11 * x) - w22 * max(0, w12 * x))


def loss_is_output(x, w11, w12, w21, w22, target):
    return w21 * max(0, w11 * x) + w22 * max(0, w12 * x)


def loss_without_target(x, w11, w12, w21, w22, target):
    return (w21 * max(0, w11 * x) + w22 * max(0, w12 * x)) ** 2


def loss_with_crossed_weights(x, w11, w12, w21, w22, target):
    hidden1 = max(0, w11 * x)
    hidden2 = max(0, w21 * x)
    return (w12 * hidden1 + w22 * hidden2 - target) ** 2


def loss_with_relu_output(x, w11, w12, w21, w22, target):
    output = w21 * max(0, w11 * x) + w22 * max(0, w12 * x)
    return (max(0, output) - target) ** 2


# ------------------------------------------------------------------ 2. random search


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


# ------------------------------------------------------------------ 3. the cost of a grid


def trials_by_loop(weights, values_each):
    trials = 1
    for _ in range(weights):
        trials *= values_each
    return trials


def trials_by_recursion(weights, values_each):
    return 1 if weights == 0 else values_each * trials_by_recursion(weights - 1, values_each)


def trials_added(weights, values_each):
    return sum(values_each for _ in range(weights))


def trials_one_weight_short(weights, values_each):
    trials = values_each
    for _ in range(weights - 2):
        trials *= values_each
    return trials


# ------------------------------------------------------------------ 4. the chance of a hit


def chance_by_loop(weights, half_width):
    chance = 1
    for _ in range(weights):
        chance *= 2 * half_width / 2
    return chance


def chance_not_divided(weights, half_width):
    box = 2 * half_width
    return box**weights


def chance_of_half_a_box(weights, half_width):
    chance = half_width / 2
    return chance**weights


def chance_of_any(weights, half_width):
    miss = 1 - half_width
    return 1 - miss**weights


# ------------------------------------------------------------------ 5. the valley


def valley_step_by_step(w11):
    x, target, w12, w22 = 0.8, 1.9, 1.2, 0.8
    rest = target - w22 * max(w12 * x, 0)
    return rest / max(w11 * x, 0)


EXERCISES = [
    Entry(
        notebook="01-random-search.ipynb",
        name="my_loss",
        check=checks.toy_loss,
        exercise=notebook_01.TOY_LOSS,
        right=[loss_with_branches, loss_with_numpy, loss_of_the_course],
        wrong=[
            (loss_without_relu, "no ReLU"),
            (loss_without_input, "should see the input"),
            (loss_not_squared, "difference of output and target. The loss is its square"),
            (loss_as_distance, "size of the difference"),
            (loss_is_output, "output of the network. Compare it with the target"),
            (loss_without_target, "target is missing"),
            (loss_with_crossed_weights, "changed places"),
            (loss_with_relu_output, "output unit has a ReLU"),
        ],
    ),
    Entry(
        notebook="01-random-search.ipynb",
        name="my_random_search",
        check=checks.random_search,
        right=[search_with_min, search_one_weight_at_a_time, search_on_arrays, search_with_tuple],
        wrong=[
            (searching(choose=lambda guesses, losses, best: losses[best]), "the smallest loss"),
            (searching(choose=lambda guesses, losses, best: best), "Expected four weights"),
            (
                searching(choose=lambda guesses, losses, best: (guesses[best], losses[best])),
                "Expected four weights",
            ),
            (searching(choose=lambda guesses, losses, best: None), "returned nothing"),
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
        ],
        random_wrong=random_choice,
    ),
    Entry(
        notebook="01-random-search.ipynb",
        name="my_grid_trials",
        check=checks.grid_trials,
        exercise=notebook_01.GRID_TRIALS,
        right=[trials_by_loop, trials_by_recursion, lambda n, values: float(values) ** n],
        wrong=[
            (trials_added, "numbers multiply"),
            (lambda weights, values_each: pow(weights, values_each), "changed places"),
            (trials_one_weight_short, "One weight is missing"),
        ],
    ),
    Entry(
        notebook="01-random-search.ipynb",
        name="my_hit_probability",
        check=checks.hit_probability,
        exercise=notebook_01.HIT_PROBABILITY,
        right=[chance_by_loop, lambda n, half: half**n, lambda n, half: np.prod([half] * n)],
        wrong=[
            (chance_not_divided, "Divide by it"),
            (chance_of_half_a_box, "its width is 2 * half_width"),
            (lambda weights, half_width: 2 * half_width / 2 * weights, "probabilities multiply"),
            (lambda weights, half_width: 1 / weights * half_width, "multiply the probabilities"),
            (chance_of_any, "at least one weight"),
        ],
    ),
    Entry(
        notebook="01-random-search.ipynb",
        name="my_valley",
        check=checks.valley,
        exercise=notebook_01.VALLEY,
        right=[valley_step_by_step, lambda w11: 1.415 / w11, lambda w11: 1.132 / 0.8 / w11],
        wrong=[
            (lambda w11: 1.9 / 0.8 / w11, "forget the second path"),
            (lambda w11: 1.132 / w11, "input is missing"),
            (lambda w11: 1.415 * w11, "should divide"),
            (lambda w11: (1.9 - 0.96) / 0.8 / w11, "all three factors"),
        ],
    ),
]
