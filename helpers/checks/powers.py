"""Wrong answers where a product of powers is asked for, such as -a / b**2.

Whatever product of powers stands there instead, it differs in its sign, in a factor, and in the
exponents, and each of these can be told.
"""

from itertools import product
from math import prod

EXPONENTS = range(-3, 4)
FACTORS = (1, -1, 2, -2, 0.5, -0.5)


def of_powers(what, text, factor, exponents):
    """Slips of factor · a**i · b**j …, as pairs of a function of the numbers and a cause.

    what is what the product is called, text how it is written; exponents is {letter: exponent}.
    """
    right = (factor, *exponents.values())
    for other in product(FACTORS, *[EXPONENTS] * len(exponents)):
        if other != right:
            told = [*_in_front(factor, other[0]), *_exponents(exponents, other[1:])]
            yield _computing(*other), f"{what} is {text}: {'; '.join(told)}."


def _computing(factor, *exponents):
    return lambda *numbers: factor * prod(x**n for x, n in zip(numbers, exponents, strict=True))


def _in_front(right, wrong):
    if right * wrong < 0:
        yield "a minus is missing" if right < 0 else "a minus is too much"
    if abs(right) != abs(wrong):
        yield f"a factor of {abs(wrong / right):g} is too much"


def _exponents(right, wrong):
    for (letter, n), other in zip(right.items(), wrong, strict=True):
        there, wanted = _power(letter, other), _power(letter, n)
        if n == other:
            continue
        if n == 0:
            yield f"the {there} {_side(other)} is too much"
        elif other == 0:
            yield f"{wanted} is missing {_side(n)}"
        elif n * other > 0:
            yield f"{_side(n)} stands {wanted}, not {there}"
        else:
            yield f"{wanted} stands {_side(n)}, not {there} {_side(other)}"


def _power(letter, n):
    return letter if abs(n) == 1 else f"{letter}**{abs(n)}"


def _side(n):
    return "below" if n < 0 else "above"
