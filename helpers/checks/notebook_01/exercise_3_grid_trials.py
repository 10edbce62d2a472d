"""Exercise 3 of notebook 01: the cost of a grid.

In the slips n is the number of weights, and v how many values each of them takes.
"""

from math import comb, factorial, log, perm

from helpers.checks.feedback import Exercise, Mistake
from helpers.checks.notebook_01.product import of_a_power

SLIPS = {
    "base": [
        (
            lambda n, v: v - 1,
            "Those are the gaps between the values. Each weight has values_each values.",
        ),
        (
            lambda n, v: v + 1,
            "That is one value too many for each weight. Or does a loop add what it multiplied "
            "to what it had?",
        ),
        (
            lambda n, v: n * v,
            "The number of weights is a factor of the base. It is the exponent alone.",
        ),
        (
            lambda n, v: n + v,
            "The number of weights is added to the base. It is the exponent alone.",
        ),
        (lambda n, v: 2 * v, "The base is twice too large. It is values_each."),
        (lambda n, v: v / 2, "The base is half of what it should be. It is values_each."),
        (
            lambda n, v: 2 / v,
            "The base is the distance of two values. It is how many values there are.",
        ),
        (lambda n, v: 100, "The base is always 100. It is values_each."),
        (lambda n, v: 10, "The base is always 10. It is values_each."),
        (lambda n, v: 2, "That is right for two values. Each weight has values_each of them."),
        (lambda n, v: n, "The base is the number of weights. It is values_each."),
    ],
    "exponent": [
        (
            lambda n, v: n - 1,
            "One weight is missing from the product. (`range(1, n)` has one number less than n.)",
        ),
        (
            lambda n, v: n + 1,
            "There is one factor too many. (A loop that starts with one factor goes once less.)",
        ),
        (lambda n, v: 2 * n, "There are twice as many factors as weights."),
        (lambda n, v: n**2, "The exponent is squared. There is one factor for each weight."),
        (lambda n, v: n / 2, "There are half as many factors as weights. Or is a root taken?"),
        (lambda n, v: 1 / n, "You take a root. The number of weights is the exponent itself."),
        (
            lambda n, v: 1,
            "One factor is right for one weight. There is one for each. Is a `return` inside the "
            "loop?",
        ),
        (
            lambda n, v: 2,
            "Two factors are right for two weights. There is one for each weight, however many "
            "there are.",
        ),
        (
            lambda n, v: 3,
            "Three factors are right for three weights. There is one for each weight, however "
            "many there are.",
        ),
        (
            lambda n, v: 4,
            "Four factors are right for four weights. There is one for each weight, however many "
            "there are.",
        ),
        (lambda n, v: v, "The exponent is values_each. It is the number of weights."),
        (
            lambda n, v: n * v,
            "The exponent is the product of both numbers. It is the number of weights alone, and "
            "values_each is the base.",
        ),
        (lambda n, v: n + v, "The exponent is the sum of both. It is the number of weights."),
    ],
    "joined": [
        (
            lambda base, exponent: base * exponent,
            "That is weights * values_each, as if the values were added up. Every value of one "
            "weight meets every value of the others, so the numbers multiply: 100 * 100 * 100 * "
            "100.",
        ),
        (
            lambda base, exponent: base + exponent,
            "You add the two numbers. Every value of one weight meets every value of the others: "
            "multiply.",
        ),
        (
            lambda base, exponent: exponent**base,
            "Base and exponent have changed places: there are 100 choices, made 4 times.",
        ),
        (
            lambda base, exponent: base / exponent,
            "You divide the two numbers. There is one factor, values_each, for each weight.",
        ),
    ],
    "after": [
        (
            lambda power, n, v: power - 1,
            "A 1 is subtracted. All combinations count, each is one trial.",
        ),
        (lambda power, n, v: power + 1, "A 1 is added. There are no trials but the combinations."),
        (
            lambda power, n, v: power // 2,
            "That is half of them. Every combination is a trial: weights have names, so none is "
            "there twice.",
        ),
        (lambda power, n, v: 2 * power, "That is twice too many."),
        (
            lambda power, n, v: n * power,
            "A trial sets all weights at once. Do not count it once for each weight.",
        ),
        (
            lambda power, n, v: power / n,
            "You divide by the number of weights. It is the exponent alone.",
        ),
        (
            lambda power, n, v: power // factorial(n),
            "You divide by the orders of the weights. But they are not interchangeable: every "
            "combination is a trial.",
        ),
        (lambda power, n, v: power * v, "There is a factor values_each too much."),
        (lambda power, n, v: power - n, "The number of weights is subtracted. Leave it out."),
        (lambda power, n, v: power - v, "values_each is subtracted. Leave it out."),
        (lambda power, n, v: power + n, "The number of weights is added. Leave it out."),
        (lambda power, n, v: power + v, "values_each is added. Leave it out."),
        (
            lambda power, n, v: 1 / power,
            "That is one part of the trials, the chance of one of them. Asked for is how many "
            "there are.",
        ),
        (
            lambda power, n, v: power * 1e-6,
            "That is a time in seconds. Asked for is the number of trials.",
        ),
    ],
}

GRID_TRIALS = Exercise(
    solution=lambda weights, values_each: values_each**weights,
    cases=[(4, 100), (2, 10), (3, 7), (10, 2)],
    mistakes=[
        Mistake(
            lambda n, v: v ^ n,
            "A power is written with two stars: a**b. In Python `^` is something else, and gives "
            "a number too.",
        ),
        Mistake(
            lambda n, v: 0,
            "Everything is 0. A product that starts with 0 stays there: start with 1.",
        ),
        Mistake(
            lambda n, v: n * (v - 1) + n + 1,
            "A loop that adds cannot do: each weight multiplies the number of trials.",
        ),
        Mistake(
            lambda n, v: n * v**2,
            "The number of weights is no factor, it is the exponent. There is one factor for each "
            "weight.",
        ),
        Mistake(
            lambda n, v: v * n**2,
            "The number of weights is squared. It belongs into the exponent: one factor for each "
            "weight.",
        ),
        Mistake(
            lambda n, v: (n * v) ** 2,
            "You square a product. There is one factor, values_each, for each weight.",
        ),
        Mistake(
            lambda n, v: n * log(v),
            "That is the logarithm of the number of trials. Asked for is the number itself.",
        ),
        Mistake(
            lambda n, v: 2 ** (n * v),
            "2 is the base there, and values_each stands in the exponent. It is the base: 100 "
            "choices, made 4 times.",
        ),
        Mistake(
            lambda n, v: comb(v, n),
            "Those are combinations. Here the order counts, and a value may come again: every "
            "weight is free to take any.",
        ),
        Mistake(
            lambda n, v: comb(v + n - 1, n),
            "Those are combinations with repetition. Here the order counts: weights are not "
            "interchangeable.",
        ),
        Mistake(
            lambda n, v: perm(v, n),
            "Those are permutations. Here two weights may have the same value.",
        ),
        *[
            Mistake(
                lambda n, v, first=first, more=more: sum(v**i for i in range(first, n + more)),
                "You add up the powers, as a loop does that adds something each time. The last "
                "power alone is the number of trials.",
            )
            for first, more in [(0, 1), (1, 1), (0, 0)]
        ],
    ],
    slips=tuple(of_a_power(lambda n, v: v, lambda n, v: n, SLIPS)),
    praise="The number of trials grows exponentially with the number of weights.",
)


def grid_trials(answer):
    """Check my_grid_trials(weights, values_each).

    >>> grid_trials(lambda weights, values_each: weights * values_each).kind
    'wrong'
    """
    return GRID_TRIALS.check(answer)
