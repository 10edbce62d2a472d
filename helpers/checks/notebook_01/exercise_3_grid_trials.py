"""Exercise 3 of notebook 01: the cost of a grid."""

from math import comb, perm

from helpers.checks.feedback import Exercise, Mistake

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
        Mistake(
            lambda weights, values_each: values_each ^ weights,
            "A power is written with two stars: a**b. In Python `^` is something else, and gives "
            "a number too.",
        ),
        Mistake(
            lambda weights, values_each: values_each + weights,
            "You add the two numbers. Every value of one weight meets every value of the others: "
            "multiply.",
        ),
        Mistake(
            lambda weights, values_each: values_each ** (weights + 1),
            "There is one factor too many.",
        ),
        Mistake(
            lambda weights, values_each: (values_each - 1) ** weights,
            "Those are the gaps between the values. Each weight has values_each values.",
        ),
        Mistake(
            lambda weights, values_each: (values_each + 1) ** weights,
            "That is one value too many for each weight.",
        ),
        Mistake(
            lambda weights, values_each: weights * values_each**2,
            "The number of weights is no factor, it is the exponent. There is one factor for each "
            "weight.",
        ),
        Mistake(
            lambda weights, values_each: weights * values_each**weights,
            "A trial sets all weights at once. Do not count it once for each weight.",
        ),
        Mistake(
            lambda weights, values_each: values_each * weights**2,
            "The number of weights is squared. It belongs into the exponent: one factor for each "
            "weight.",
        ),
        Mistake(
            lambda weights, values_each: (weights * values_each) ** 2,
            "You square a product. There is one factor, values_each, for each weight.",
        ),
        Mistake(
            lambda weights, values_each: values_each**2,
            "Two factors are right for two weights. There is one for each weight, however many "
            "there are.",
        ),
        Mistake(
            lambda weights, values_each: values_each**4,
            "Four factors are right for four weights. There is one for each weight, however many "
            "there are.",
        ),
        Mistake(
            lambda weights, values_each: values_each,
            "One factor is right for one weight. There is one for each. (Is a `return` inside the "
            "loop?)",
        ),
        Mistake(
            lambda weights, values_each: weights * (values_each - 1) + weights + 1,
            "A loop that adds cannot do: each weight multiplies the number of trials.",
        ),
        Mistake(
            lambda weights, values_each: 0,
            "Everything is 0. A product that starts with 0 stays there: start with 1.",
        ),
        Mistake(
            lambda weights, values_each: 1 / values_each**weights,
            "That is one part of the trials, the chance of one of them. Asked for is how many "
            "there are.",
        ),
        Mistake(
            lambda weights, values_each: comb(values_each, weights),
            "Those are combinations. Here the order counts, and a value may come again: every "
            "weight is free to take any.",
        ),
        Mistake(
            lambda weights, values_each: comb(values_each + weights - 1, weights),
            "Those are combinations with repetition. Here the order counts: weights are not "
            "interchangeable.",
        ),
        Mistake(
            lambda weights, values_each: perm(values_each, weights),
            "Those are permutations. Here two weights may have the same value.",
        ),
        Mistake(
            lambda weights, values_each: sum(values_each**i for i in range(weights + 1)),
            "You add up the powers. The last one alone is the number of trials.",
        ),
        Mistake(
            lambda weights, values_each: values_each**weights * 1e-6,
            "That is a time in seconds. Asked for is the number of trials.",
        ),
        Mistake(
            lambda weights, values_each: 2**weights,
            "That is right for two values. Each weight has values_each of them.",
        ),
        Mistake(
            lambda weights, values_each: sum(values_each**i for i in range(weights)),
            "You add up powers, and the one that counts, values_each**weights, is not among them.",
        ),
        Mistake(
            lambda weights, values_each: sum(values_each**i for i in range(1, weights + 1)),
            "You add up the powers. The last one alone is the number of trials.",
        ),
        Mistake(
            lambda weights, values_each: values_each**weights // 2,
            "That is half of them. No trial is counted twice: halve nothing.",
        ),
        Mistake(
            lambda weights, values_each: values_each**weights - 1,
            "That is one trial less than there are. Where every weight has its first value is a "
            "trial too.",
        ),
        Mistake(
            lambda weights, values_each: 2 ** (values_each * weights),
            "Each value is taken as a yes or no. A weight takes one of its values: values_each "
            "choices.",
        ),
        Mistake(
            lambda weights, values_each: (values_each * weights) ** weights,
            "The base has the number of weights as a factor. Each weight has values_each values.",
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
