"""Exercise 4 of notebook 01: the chance of a lucky guess."""

from helpers.checks.feedback import Exercise, Mistake

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
