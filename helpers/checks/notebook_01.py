"""The exercises of notebook 01, random search."""

from collections.abc import Sequence
from numbers import Real

import numpy as np

from helpers.checks.feedback import Exercise, Feedback, Mistake, call, not_expected
from helpers.checks.results import close
from helpers.checks.words import shown
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
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * relu(b * x)) ** 2,
            "The target is missing. The loss is the square of the output minus the target.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (b * relu(a * x) + d * relu(c * x) - t) ** 2,
            "w12 and w21 have changed places: w11 and w12 lead into the hidden units, w21 and w22 "
            "out of them.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (relu(c * relu(a * x) + d * relu(b * x)) - t) ** 2,
            "The output unit has a ReLU. It is linear: w21 * hidden1 + w22 * hidden2.",
        ),
    ],
    praise="Your loss agrees with the course's on positive and on negative weights.",
)


def toy_loss(answer):
    """Check my_loss(x, w11, w12, w21, w22, target).

    >>> toy_loss(lambda x, w11, w12, w21, w22, target: 0.0)
    ✗ Not yet right. your function(0.5, 0.5, 0.5, 0.5, 0.5, 0.5) gives 0, but it should be 0.0625.
    """
    return TOY_LOSS.check(answer)


# 2. Random search.

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
    """Check my_grid_trials(weights, values_each).

    >>> grid_trials(lambda weights, values_each: weights * values_each).kind
    'wrong'
    """
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
    """Check my_hit_probability(weights, half_width).

    >>> hit_probability(lambda weights, half_width: half_width)
    ✗ Not yet right. your function(2, 0.25) gives 0.25, but it should be 0.0625.
    """
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
    """Check my_valley(w11), the w21 for which the loss is 0.

    >>> valley(...)
    ○ Not started yet. Replace the ... in the cell above, and run both cells.
    """
    return VALLEY.check(answer)
