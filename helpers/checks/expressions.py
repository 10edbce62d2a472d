"""What a wrong number comes out as: the simplest expression in names at hand that gives it.

Nobody has to foresee a slip for this. And it is no guess at a cause: the reader's numbers are those
of the expression, in all cases.
"""

import math
import re
from itertools import permutations, product

from helpers.checks.results import close
from helpers.checks.words import number

# How names are put together, the simplest first: for each number of names, {text: function}.
# What brings a sign or a constant in comes before what needs one more name.
FORMS = {
    1: {
        "{}": lambda a: a,
        "-{}": lambda a: -a,
        "2 * {}": lambda a: 2 * a,
        "-2 * {}": lambda a: -2 * a,
        "3 * {}": lambda a: 3 * a,
        "{} / 2": lambda a: a / 2,
        "1 / {}": lambda a: 1 / a,
        "-1 / {}": lambda a: -1 / a,
        "2 / {}": lambda a: 2 / a,
        "1 + {}": lambda a: 1 + a,
        "1 - {}": lambda a: 1 - a,
        "{} - 1": lambda a: a - 1,
        "{}**2": lambda a: a**2,
        "-{}**2": lambda a: -(a**2),
        "2**{}": lambda a: 2**a,
        "{}**3": lambda a: a**3,
        "abs({})": abs,
        "exp({})": math.exp,
        "-exp({})": lambda a: -math.exp(a),
        "exp(-{})": lambda a: math.exp(-a),
        "1 / {}**2": lambda a: 1 / a**2,
        "-1 / {}**2": lambda a: -1 / a**2,
        "2 * {}**2": lambda a: 2 * a**2,
        "{}**2 / 2": lambda a: a**2 / 2,
    },
    2: {
        "{} * {}": lambda a, b: a * b,
        "{} + {}": lambda a, b: a + b,
        "{} - {}": lambda a, b: a - b,
        "{} / {}": lambda a, b: a / b,
        "{}**{}": lambda a, b: a**b,
        "-{} * {}": lambda a, b: -a * b,
        "-{} / {}": lambda a, b: -a / b,
        "-{} - {}": lambda a, b: -a - b,
        "2 * {} * {}": lambda a, b: 2 * a * b,
        "2 * {} + {}": lambda a, b: 2 * a + b,
        "2 * {} - {}": lambda a, b: 2 * a - b,
        "{} - 2 * {}": lambda a, b: a - 2 * b,
        "({} + {}) / 2": lambda a, b: (a + b) / 2,
        "({} + {})**2": lambda a, b: (a + b) ** 2,
        "({} - {})**2": lambda a, b: (a - b) ** 2,
        "{}**2 * {}": lambda a, b: a**2 * b,
        "{}**2 + {}": lambda a, b: a**2 + b,
        "{}**2 - {}": lambda a, b: a**2 - b,
        "{} - {}**2": lambda a, b: a - b**2,
        "{} / {}**2": lambda a, b: a / b**2,
        "-{} / {}**2": lambda a, b: -a / b**2,
        "{} * exp({})": lambda a, b: a * math.exp(b),
        "exp({} * {})": lambda a, b: math.exp(a * b),
    },
    3: {
        "{} * {} * {}": lambda a, b, c: a * b * c,
        "{} * {} + {}": lambda a, b, c: a * b + c,
        "{} * {} - {}": lambda a, b, c: a * b - c,
        "{} - {} * {}": lambda a, b, c: a - b * c,
        "({} + {}) * {}": lambda a, b, c: (a + b) * c,
        "({} - {}) * {}": lambda a, b, c: (a - b) * c,
        "{} * {} / {}": lambda a, b, c: a * b / c,
    },
    4: {
        "{} * {} + {} * {}": lambda a, b, c, d: a * b + c * d,
        "{} * {} - {} * {}": lambda a, b, c, d: a * b - c * d,
    },
}


def comes_out_as(numbers, at_hand):
    """The simplest expression that gives these numbers, as text; or "".

    numbers has one for each case, and at_hand is for each case what has a name, {name: number}.

    >>> comes_out_as([6, 20], [{"t1": 2, "b": 3}, {"t1": 4, "b": 5}])
    't1 * b'
    """
    known = [x for values in at_hand for x in values.values()]
    if len(numbers) < 2 or not all(-1e100 < x < 1e100 for x in [*numbers, *known]):
        return ""
    at_hand = [{name: float(x) for name, x in values.items()} for values in at_hand]
    if all(close(x, numbers[0]) for x in numbers):
        return f"{number(numbers[0])} in every case"
    names = told_apart(at_hand)
    last, cases = at_hand[-1], list(zip(numbers, at_hand, strict=True))
    for count, forms in FORMS.items():
        for text, function in forms.items():
            for chosen in permutations(names, 2) if count == 2 else product(names, repeat=count):
                if gives(function, chosen, last, numbers[-1]) and all(
                    gives(function, chosen, values, wanted) for wanted, values in cases
                ):
                    return text.format(*map(bracketed, chosen) if text != "{}" else chosen)
    return ""


def told_apart(at_hand):
    """The names, without those that always are the same number, or the same as an earlier one."""
    columns = {}
    for name in at_hand[0]:
        column = [values[name] for values in at_hand]
        if not all(close(x, column[0]) for x in column) and not any(
            all(map(close, column, other)) for other in columns.values()
        ):
            columns[name] = column
    return list(columns)


def gives(function, chosen, values, wanted):
    try:
        found = function(*[values[name] for name in chosen])
        return abs(found - wanted) <= 1e-9 * abs(wanted) + 1e-12
    except ArithmeticError:
        return False


def bracketed(name):
    """A name that is a formula itself goes into brackets, unless it is only a call: cos(2 * x)."""
    return name if re.fullmatch(r"\w+(\([^()]*\))?", name) else f"({name})"
