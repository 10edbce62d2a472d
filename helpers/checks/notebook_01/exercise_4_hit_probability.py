"""Exercise 4 of notebook 01: the chance of a lucky guess.

In the slips n is the number of weights, and h the half width of the box.
"""

from math import exp

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.notebook_01.product import of_a_power

SLIPS = {
    "base": [
        (
            lambda n, h: 2 * h,
            "The box is 2 * half_width wide, but so is the range: it reaches from -1 to 1, and its "
            "length is 2. Divide by it.",
        ),
        (
            lambda n, h: h / 2,
            "That is half of the right base. The box reaches half_width to both sides, so it is "
            "2 * half_width wide; the range is 2 wide, not 4.",
        ),
        (
            lambda n, h: h / 4,
            "You divide by 4, or by 2 twice. The box is 2 * half_width wide, the range 2: the "
            "quotient is half_width.",
        ),
        (lambda n, h: 4 * h, "The base is 4 times too large. The box is 2 * half_width wide."),
        (
            lambda n, h: 2 - 2 * h,
            "That is as much of the range as the box leaves free. The share of the box is asked "
            "for.",
        ),
        (lambda n, h: 1 - 2 * h, "That takes the box from 1. Its share of the range is asked for."),
        (
            lambda n, h: h + 1,
            "A 1 is added to box / range. Or does a loop add what it multiplied to what it had?",
        ),
        (
            lambda n, h: h / n,
            "The share is divided by the number of weights. That is the exponent.",
        ),
        (lambda n, h: 0.25, "The half width is always 0.25. Use half_width."),
        (lambda n, h: 0.5, "The base is always 0.5. Use half_width."),
    ],
    "exponent": [
        (
            lambda n, h: n - 1,
            "One factor is missing: for one weight the probability is not 1. (`range(1, n)` has "
            "one number less than n.)",
        ),
        (
            lambda n, h: n + 1,
            "There is one factor too many. (A loop that starts with one factor goes once less.)",
        ),
        (lambda n, h: 2 * n, "There are twice as many factors as weights."),
        (lambda n, h: n / 2, "There are half as many factors as weights. Or is a root taken?"),
        (lambda n, h: n**2, "The exponent is squared. There is one factor for each weight."),
        (
            lambda n, h: 1,
            "That is right for one weight. There is one factor for each. Is a `return` inside the "
            "loop?",
        ),
        (
            lambda n, h: 2,
            "That is right for two weights. There is one factor for each, however many there are.",
        ),
        (
            lambda n, h: 4,
            "That is right for four weights. There is one factor for each, however many there are.",
        ),
    ],
    "joined": [
        (
            lambda base, exponent: base * exponent,
            "You add up, or multiply by the number of weights. All weights have to hit at once, so "
            "the probabilities multiply.",
        ),
        (
            lambda base, exponent: base / exponent,
            "All weights have to hit at once: multiply the probabilities of the single weights.",
        ),
        (
            lambda base, exponent: exponent**base,
            "Base and exponent have changed places: the probability of one weight is multiplied "
            "once for each weight.",
        ),
        (
            lambda base, exponent: base + exponent,
            "You add the number of weights. It is the exponent: one factor for each weight.",
        ),
        (
            lambda base, exponent: 1 - (1 - base) ** exponent,
            "That is the chance that at least one weight hits. All of them have to.",
        ),
        (
            lambda base, exponent: (1 - base) ** exponent,
            "That is the chance that every weight misses. All of them have to hit.",
        ),
    ],
    "after": [
        (
            lambda chance, n, h: 1 - chance,
            "That is the chance to miss. Asked for is the chance to hit.",
        ),
        (
            lambda chance, n, h: 2 * chance,
            "The 2 stands outside the power. Divide the width of the box by that of the range, "
            "and then take the power of the quotient.",
        ),
        (
            lambda chance, n, h: chance / 2,
            "The division by 2 stands outside the power, or is too much. Every weight has its own "
            "range: (box / range) ** weights.",
        ),
        (
            lambda chance, n, h: chance / 4,
            "You divide by 4, or by 2 twice, outside the power. Only box / range is needed.",
        ),
        (
            lambda chance, n, h: 100 * chance,
            "That is in per cent. A probability is a number from 0 to 1.",
        ),
        (
            lambda chance, n, h: n * chance,
            "The number of weights is the exponent already; it is no factor beside it.",
        ),
        (
            lambda chance, n, h: chance / n,
            "You divide by the number of weights. It is the exponent alone.",
        ),
        (lambda chance, n, h: -chance, "There is a minus too much. No probability is negative."),
    ],
}

HIT_PROBABILITY = Exercise(
    solution=lambda weights, half_width: half_width**weights,
    cases=[(1, 0.25), (2, 0.25), (3, 0.1), (10, 0.5)],
    mistakes=[
        Mistake(
            lambda n, h: (2 * h) ** n / 2,
            "Only the box is in the power, and the range is divided by once. Every weight has its "
            "own range: (box / range) ** weights.",
        ),
        Mistake(
            lambda n, h: h / 2 * n,
            "Neither is right yet: the box is 2 * half_width wide, and probabilities that have to "
            "hold at once multiply.",
        ),
        Mistake(
            lambda n, h: 2 * h / 2**n,
            "** binds tighter than /, so that only the 2 below gets the power. Put the quotient "
            "in brackets.",
        ),
        Mistake(
            lambda n, h: 2 * h**n / 2**n,
            "** binds tighter than * and /, so that half_width and the 2 below get the power, but "
            "not the 2 in front. Put the whole quotient in brackets.",
        ),
        Mistake(
            lambda n, h: 0.0,
            "Everything is 0. A product that starts with 0 stays there: start with 1. (`//` "
            "and `int` round to 0 as well.)",
        ),
        Mistake(
            lambda n, h: h**-n,
            "That is how many guesses a hit takes on average. Asked for is its probability, 1 "
            "divided by it.",
        ),
        Mistake(
            lambda n, h: h ** (1 / n),
            "You take a root. Every weight more makes a hit rarer: the number of weights is the "
            "exponent.",
        ),
        Mistake(
            lambda n, h: h * n**0.5,
            "A root of the number of weights is no factor. All weights have to hit at once: there "
            "is one factor for each.",
        ),
        Mistake(
            lambda n, h: 1 - n * h,
            "You subtract the half width from 1 once for each weight. All weights have to hit at "
            "once: there is one factor for each.",
        ),
        Mistake(
            lambda n, h: exp(-h * n),
            "That falls exponentially, but with the wrong base: for one weight the probability is "
            "box / range.",
        ),
        Mistake(
            lambda n, h: 2 * h * n,
            "Two things are not right yet: the width of the box is to be divided by that of the "
            "range, which is 2, and probabilities that have to hold at once multiply.",
        ),
    ],
    slips=tuple(of_a_power(lambda n, h: h, lambda n, h: n, SLIPS)),
    praise="Each weight more makes a hit rarer by the same factor.",
)


def hit_probability(answer):
    """Check my_hit_probability(weights, half_width).

    >>> print(hit_probability(lambda weights, half_width: 1 - half_width**weights).message)
    That is the chance to miss. Asked for is the chance to hit.
    """
    return HIT_PROBABILITY.check(answer)
