"""The exercises of notebook 01, random search."""

import math
from collections.abc import Sequence

import numpy as np

from helpers.checks.feedback import Exercise, Feedback, Mistake, call
from helpers.rules import relu
from helpers.toy_network import Weights, loss

# 1. The loss of the toy network.

TOY_LOSS = Exercise(
    solution=lambda x, w11, w12, w21, w22, target: loss(x, Weights(w11, w12, w21, w22), target),
    cases=[
        (0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
        (0.8, 0.4, 0.9, 0.3, -0.7, 0.2),
        (0.6, -0.5, 0.7, 0.9, 0.4, 0.1),
        (1.0, -0.3, -0.8, 0.5, 0.6, 0.7),
    ],
    mistakes=[
        Mistake(
            lambda x, a, b, c, d, t: (c * a * x + d * b * x - t) ** 2,
            "There is no ReLU. A hidden unit puts out relu(w * x): 0 where w * x is negative.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a) + d * relu(b) - t) ** 2,
            "The hidden units take relu(w). They should see the input too: relu(w * x).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: c * relu(a * x) + d * relu(b * x) - t,
            "That is the difference of output and target. The loss is its square.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: abs(c * relu(a * x) + d * relu(b * x) - t),
            "That is the size of the difference. The loss is its square.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: c * relu(a * x) + d * relu(b * x),
            "That is the output of the network. Compare it with the target, and square.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: relu(c * relu(a * x) + d * relu(b * x)) ** 2,
            "The target is missing, and the output unit has a ReLU that it should not have.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (relu(c * relu(a * x) + d * relu(b * x)) - t) ** 2,
            "The output unit has a ReLU. It is linear: w21 * hidden1 + w22 * hidden2.",
        ),
    ],
    praise="Your loss agrees with the course's on positive and on negative weights.",
)


def toy_loss(answer):
    """Check my_loss(x, w11, w12, w21, w22, target)."""
    return TOY_LOSS.check(answer)


# 2. Random search.


def random_search(answer):
    """Check my_random_search(loss, tries, rng), which returns the best of its guesses.

    The loss passed in writes down every guess, so that the answer can be held against them.
    """
    if answer is ... or answer is None:
        return Feedback("not started", "Replace the ... in the cell above, and run both cells.")
    if not callable(answer):
        return Feedback("error", "Expected a function my_random_search(loss, tries, rng).")
    guesses = []

    def watched_loss(w11, w12, w21, w22):
        guesses.append((w11, w12, w21, w22))
        return loss(0.5, Weights(w11, w12, w21, w22), 0.5)

    tries = 200
    found = call(
        answer, watched_loss, tries, np.random.default_rng(1),
        expected=(Sequence, np.ndarray, float), expected_name="four weights",
    )  # fmt: skip
    if isinstance(found, Feedback):
        return found
    losses = [loss(0.5, Weights(*guess), 0.5) for guess in guesses]
    try:
        found = np.asarray(found, dtype=float)
    except (TypeError, ValueError):
        found = np.array([])
    if found.shape == () and guesses and math.isclose(found, min(losses)):
        return Feedback("wrong", "You return the smallest loss. Return the weights that gave it.")
    if found.shape != (4,):
        return Feedback("error", "Expected four weights, [w11, w12, w21, w22], as the answer.")
    if len(guesses) != tries:
        return Feedback("wrong", f"You called the loss {len(guesses)} times for {tries} tries.")
    low, high = np.min(guesses), np.max(guesses)
    if low == high or len(set(guesses)) < tries:
        return Feedback("wrong", "Some guesses are the same. Draw new weights for each try.")
    if low < -1 or high > 1:
        return Feedback("wrong", f"Guesses reach from {low:.3g} to {high:.3g}, outside [-1, 1].")
    if low > -0.5:
        return Feedback("wrong", "No weight is negative: draw from [-1, 1], not from [0, 1].")
    place = [i for i, guess in enumerate(guesses) if np.allclose(guess, found, rtol=0, atol=1e-12)]
    if not place:
        return Feedback("wrong", "The weights you return are not among your guesses.")
    if losses[place[0]] == min(losses):
        return Feedback("right", f"Of {tries} guesses you return the one with the smallest loss.")
    if losses[place[0]] == max(losses):
        return Feedback("wrong", "You keep the guess with the largest loss. Turn the < round.")
    if place[0] == tries - 1:
        return Feedback("wrong", "You return the last guess. Return the best one seen so far.")
    return Feedback("wrong", "You return one of your guesses, but another had a smaller loss.")


# 3. The cost of a grid.

GRID_TRIALS = Exercise(
    solution=lambda weights, values_each: values_each**weights,
    cases=[(4, 100), (2, 10), (3, 7), (10, 2)],
    mistakes=[
        Mistake(
            lambda weights, values_each: values_each * weights,
            "You add up the values. Every value of one weight meets every value of the others, "
            "so the numbers multiply: 100 * 100 * 100 * 100.",
        ),
        Mistake(
            lambda weights, values_each: weights**values_each,
            "Base and exponent have changed places: there are 100 choices, made 4 times.",
        ),
        Mistake(
            lambda weights, values_each: values_each ** (weights - 1),
            "One weight is missing from the product.",
        ),
    ],
    praise="The number of trials grows exponentially with the number of weights.",
)


def grid_trials(answer):
    """Check my_grid_trials(weights, values_each)."""
    return GRID_TRIALS.check(answer)


# 4. The chance of a lucky guess.

HIT_PROBABILITY = Exercise(
    solution=lambda weights, half_width: half_width**weights,
    cases=[(1, 0.25), (2, 0.25), (3, 0.1), (10, 0.5)],
    mistakes=[
        Mistake(
            lambda weights, half_width: (2 * half_width) ** weights,
            "The box is 2 * half_width wide, but so is the range: it reaches from -1 to 1, and its "
            "length is 2. Divide by it.",
        ),
        Mistake(
            lambda weights, half_width: (half_width / 2) ** weights,
            "The box reaches half_width to both sides, so its width is 2 * half_width.",
        ),
        Mistake(
            lambda weights, half_width: half_width * weights,
            "All weights have to hit at once, so the probabilities multiply.",
        ),
        Mistake(
            lambda weights, half_width: half_width / weights,
            "All weights have to hit at once: multiply the probabilities of the single weights.",
        ),
        Mistake(
            lambda weights, half_width: 1 - (1 - half_width) ** weights,
            "That is the chance that at least one weight hits. All of them have to.",
        ),
    ],
    praise="Each weight more makes a hit rarer by the same factor.",
)


def hit_probability(answer):
    """Check my_hit_probability(weights, half_width)."""
    return HIT_PROBABILITY.check(answer)


# 5. The valley of the landscape.

VALLEY = Exercise(
    solution=lambda w11: (1.9 - 0.8 * 1.2 * 0.8) / (0.8 * w11),
    cases=[(0.5,), (1.0,), (2.0,), (3.3,)],
    mistakes=[
        Mistake(
            lambda w11: 1.9 / (0.8 * w11),
            "You forget the second path: w22 * relu(w12 * x) adds 0.768 to the output already.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * 1.2 * 0.8) / w11,
            "The input is missing: the first hidden unit is w11 * x, and x is 0.8.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * 1.2 * 0.8) / 0.8 * w11,
            "w11 should divide: the larger w11 is, the smaller w21 has to be.",
        ),
        Mistake(
            lambda w11: (1.9 - 0.8 * 1.2) / (0.8 * w11),
            "The second path is w22 * w12 * x with all three factors: 0.8 * 1.2 * 0.8.",
        ),
    ],
    praise="The best settings form a hyperbola, w11 * w21 = 1.415: there are infinitely many.",
)


def valley(answer):
    """Check my_valley(w11), the w21 for which the loss is 0."""
    return VALLEY.check(answer)
