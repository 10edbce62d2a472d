"""Exercise 4 of notebook 01: the chance of a lucky guess."""

from math import exp

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
            "That is half of the right base. The box reaches half_width to both sides, so it is "
            "2 * half_width wide; the range is 2 wide, not 4.",
        ),
        Mistake(
            lambda weights, half_width: half_width * weights,
            "You add up. All weights have to hit at once, so the probabilities multiply.",
        ),
        Mistake(
            lambda weights, half_width: half_width / weights,
            "All weights have to hit at once: multiply the probabilities of the single weights.",
        ),
        Mistake(
            lambda weights, half_width: 1 - (1 - half_width) ** weights,
            "That is the chance that at least one weight hits. All of them have to.",
        ),
        Mistake(
            lambda weights, half_width: (half_width / 4) ** weights,
            "You divide by 4, or by 2 twice. The box is 2 * half_width wide, the range 2: the "
            "quotient is half_width.",
        ),
        Mistake(
            lambda weights, half_width: 2 * half_width**weights,
            "The 2 stands outside the power. Divide the width of the box by that of the range, "
            "and then take the power of the quotient.",
        ),
        Mistake(
            lambda weights, half_width: half_width / 2 * weights,
            "Neither is right yet: the box is 2 * half_width wide, and probabilities that have to "
            "hold at once multiply.",
        ),
        Mistake(
            lambda weights, half_width: weights**half_width,
            "Base and exponent have changed places: the probability of one weight is multiplied "
            "once for each weight.",
        ),
        Mistake(
            lambda weights, half_width: half_width,
            "That is right for one weight. There is one factor for each. (Is a `return` inside "
            "the loop?)",
        ),
        Mistake(
            lambda weights, half_width: half_width**2,
            "That is right for two weights. There is one factor for each, however many there are.",
        ),
        Mistake(
            lambda weights, half_width: half_width**4,
            "That is right for four weights. There is one factor for each, however many there are.",
        ),
        Mistake(
            lambda weights, half_width: 1 - half_width**weights,
            "That is the chance to miss. Asked for is the chance to hit.",
        ),
        Mistake(
            lambda weights, half_width: (1 - half_width) ** weights,
            "That is the chance that every weight misses. All of them have to hit.",
        ),
        Mistake(
            lambda weights, half_width: half_width ** (1 / weights),
            "You take a root. Every weight more makes a hit rarer: the number of weights is the "
            "exponent.",
        ),
        Mistake(
            lambda weights, half_width: 2 * half_width / 2**weights,
            "** binds tighter than /, so that only the 2 below gets the power. Put the quotient "
            "in brackets.",
        ),
        Mistake(
            lambda weights, half_width: (2 * half_width) ** weights / 2,
            "The division by 2 stands outside the power. Every weight has its own range: (box / "
            "range) ** weights.",
        ),
        Mistake(
            lambda weights, half_width: half_width ** (weights - 1),
            "One factor is missing: for one weight the probability is not 1.",
        ),
        Mistake(
            lambda weights, half_width: half_width ** (2 * weights),
            "There are twice as many factors as weights.",
        ),
        Mistake(
            lambda weights, half_width: 100 * half_width**weights,
            "That is in per cent. A probability is a number from 0 to 1.",
        ),
        Mistake(
            lambda weights, half_width: 0.0,
            "Everything is 0. A product that starts with 0 stays there: start with 1. (`//` "
            "rounds to 0 as well.)",
        ),
        Mistake(
            lambda weights, half_width: weights * half_width**weights,
            "The number of weights is the exponent already; it is no factor beside it.",
        ),
        Mistake(
            lambda weights, half_width: half_width**-weights,
            "That is how many guesses a hit takes on average. Asked for is its probability, 1 "
            "divided by it.",
        ),
        Mistake(
            lambda weights, half_width: exp(-half_width * weights),
            "That falls exponentially, but with the wrong base: for one weight the probability is "
            "box / range.",
        ),
        Mistake(
            lambda weights, half_width: 2 * half_width * weights,
            "Two things are not right yet: the width of the box is to be divided by that of the "
            "range, which is 2, and probabilities that have to hold at once multiply.",
        ),
        Mistake(
            lambda weights, half_width: half_width**weights / 2,
            "That is half of it: a division by 2 stands outside the power, where nothing is to "
            "be divided.",
        ),
        Mistake(
            lambda weights, half_width: (half_width / 2) ** (weights - 1),
            "One factor is missing, and the base is half_width, without a half.",
        ),
        Mistake(
            lambda weights, half_width: half_width ** (weights + 1),
            "There is one factor too many: for one weight the probability is half_width itself.",
        ),
        Mistake(
            lambda weights, half_width: 2**weights * half_width / 2,
            "Only the 2 gets the power. The whole quotient does: (box / range) ** weights.",
        ),
    ],
    praise="Each weight more makes a hit rarer by the same factor.",
)


def hit_probability(answer):
    """Check my_hit_probability(weights, half_width).

    >>> print(hit_probability(lambda weights, half_width: 1 - half_width**weights).message)
    That is the chance to miss. Asked for is the chance to hit.
    """
    return HIT_PROBABILITY.check(answer)
