"""Formulas of differences that are wrong at random."""


def random_formula(rng):
    """A weighted sum of the function's values to the left, in the middle and to the right."""
    a, b, c = rng.uniform(-2, 2, size=3)
    return lambda f, x, h: (a * f(x - h) + b * f(x) + c * f(x + h)) / h
