"""What a wrong value or derivative of an operation is instead, where no known mistake gives it.

Such a sentence says what the number is, and not how the reader came to it.
"""

import math

from helpers.checks.results import close

# By the number of operands; the first that fits is told.
INSTEAD = {
    1: {
        "{0} itself": lambda a: a,
        "-{0}": lambda a: -a,
        "the size of {0}": abs,
        "{0}**2": lambda a: a * a,
        "2 * {0}": lambda a: 2 * a,
        "{0}**3": lambda a: a**3,
        "1 / {0}": lambda a: 1 / a,
        "the root of {0}": math.sqrt,
        "exp({0})": math.exp,
        "exp(-{0})": lambda a: math.exp(-a),
        "log({0})": math.log,
        "sin({0})": math.sin,
        "cos({0})": math.cos,
        "tan({0})": math.tan,
        "tanh({0})": math.tanh,
        "sinh({0})": math.sinh,
        "cosh({0})": math.cosh,
        "1 / cosh({0})": lambda a: 1 / math.cosh(a),
        "the sigmoid of {0}": lambda a: 1 / (1 + math.exp(-a)),
        "tanh({0})**2": lambda a: math.tanh(a) ** 2,
    },
    2: {
        "the sum": lambda a, b: a + b,
        "the difference": lambda a, b: a - b,
        "the difference turned round": lambda a, b: b - a,
        "the product": lambda a, b: a * b,
        "the quotient": lambda a, b: a / b,
        "the quotient turned round": lambda a, b: b / a,
        "{0} alone": lambda a, b: a,
        "{1} alone": lambda a, b: b,
    },
}
DIFFERENCES = {
    "The sign is wrong.": lambda x, right: close(x, -right),
    "It is there twice.": lambda x, right: close(x, 2 * right),
    "Only half of it is there.": lambda x, right: close(2 * x, right),
    "It is upside down.": lambda x, right: close(x * right, 1),
    "It is squared.": lambda x, right: close(x, right * right),
}


def value_instead(value, expected, names, point):
    """A sentence on what the value of an operation is instead; or ""."""
    return _all_differ([(value, expected)]) or _named(value, names, point)


def slopes_instead(slopes, expected, names, point):
    """A sentence on the derivatives of an operation that are wrong, all in the same way; or ""."""
    pairs = zip(slopes, expected, strict=True)
    told = _all_differ([(x, right) for x, right in pairs if not close(x, right)])
    return told or (_named(*slopes, names, point) if len(slopes) == 1 else "")


def _all_differ(wrong):
    """How all of these pairs differ, if it is in the same way."""
    for text, holds in DIFFERENCES.items():
        if any(right for _, right in wrong) and all(holds(*pair) for pair in wrong):
            return text
    return ""


def _named(x, names, point):
    """What the number is of those at the point, if it is anything of that."""
    for text, function in INSTEAD.get(len(point), {}).items():
        if close(x, _attempted(function, point)):
            return f"That is {text.format(*names)}."
    return ""


def _attempted(function, point):
    """The function's value, or None where it has none."""
    try:
        return function(*point)
    except (ArithmeticError, ValueError):
        return None
