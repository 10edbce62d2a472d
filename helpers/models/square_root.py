"""Newton's iteration for a square root: a program with a loop, and the derivative of what it finds.

The root y of a is where y² − a = 0. Each round replaces y by (y + a/y) / 2.
"""


def newton_rounds(a, start=1.0, rounds=5):
    """The estimates of √a from the start on, a list of rounds + 1. `a` is a number of any kind.

    >>> [f"{y:.6f}" for y in newton_rounds(2.0, rounds=3)]
    ['1.000000', '1.500000', '1.416667', '1.414216']
    """
    estimates = [start]
    for _ in range(rounds):
        y = estimates[-1]
        estimates.append(0.5 * (y + a / y))
    return estimates


def newton_until(a, start=1.0, tolerance=1e-6):
    """The estimate of √a, and after how many rounds y² was within the tolerance of a.

    The number of rounds depends on a, and a derivative sees nothing of that.

    >>> y, rounds = newton_until(2.0, tolerance=0.01)
    >>> f"{y:.6f} after {rounds}"
    '1.416667 after 2'
    """
    y, rounds = start, 0
    while abs(y * y - a) > tolerance:
        y, rounds = 0.5 * (y + a / y), rounds + 1
    return y, rounds


def implicit_derivative(y):
    """The slope of √a in a, from y = √a alone: 1 / (2y), by the implicit function theorem.

    From y² − a = 0 follows 2y · dy − da = 0. No round of the iteration is needed for it.

    >>> implicit_derivative(2.0)
    0.25
    """
    return 1 / (2 * y)
