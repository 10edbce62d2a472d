"""Each operation by itself, and what often goes wrong in it: for classes that know derivatives."""

from math import exp, log, tanh

from helpers.checks.classes import Probe
from helpers.checks.feedback import Mistake

SWAPPED = "The two derivatives have changed places."
OF_A_PRODUCT = "Those are the derivatives of a product."
TURNED_ROUND = "The operands have changed places: the plain number stands on the left."
EVERY_EXPONENT = "The rule n * a**(n - 1) holds for every exponent."

ITSELF = Probe("a", lambda a: a, (2.0,), hint="Each number changes by as much as itself.")

# What others are made of comes first: many write a - b as a + -1 * b, and a / b as a * b ** -1.
OPERATIONS = [
    Probe(
        "a + b", lambda a, b: a + b, (1.5, -0.8), "__add__",
        wrong_slopes=[
            Mistake(lambda a, b: [0, 0], "Nothing arrives at the operands."),
            Mistake(lambda a, b: [b, a], OF_A_PRODUCT),
            Mistake(lambda a, b: [a, b], "Those are a and b. A sum grows as they do: 1 and 1."),
            Mistake(
                lambda a, b: [a + b, a + b],
                "That is the value of the sum. What is handed on is a gradient, not `data`.",
            ),
        ],
    ),
    Probe(
        "a * b", lambda a, b: a * b, (1.5, -0.8), "__mul__",
        wrong_slopes=[
            Mistake(lambda a, b: [a, b], "They have changed places: the derivative by a is b."),
            Mistake(lambda a, b: [1, 1], "Those are the derivatives of a sum."),
        ],
    ),
    Probe(
        "a ** 3", lambda a: a**3, (1.3,), "__pow__",
        wrong_values=[Mistake(lambda a: 3 * a, "That is a product. A power has two stars.")],
        wrong_slopes=[
            Mistake(lambda a: [a**2], "The exponent is missing as a factor: n * a**(n - 1)."),
            Mistake(lambda a: [3 * a**3], "The exponent goes down by one: n * a**(n - 1)."),
            Mistake(
                lambda a: [2 * a],
                "That is the rule for a square. The general one is n * a**(n - 1).",
            ),
            Mistake(
                lambda a: [6 * a],
                "n * a * (n - 1) is a product. A power has two stars: n * a**(n - 1).",
            ),
            Mistake(
                lambda a: [2 * a**3],
                "n and n - 1 have changed places: n * a**(n - 1).",
            ),
            Mistake(
                lambda a: [3 * a**4],
                "The exponent goes up by one, as in an integral. It goes down: n * a**(n - 1).",
            ),
            Mistake(lambda a: [3], "Beside n the power is missing: n * a**(n - 1)."),
            Mistake(lambda a: [3 * a], "The exponent n - 1 is missing: n * a**(n - 1)."),
            Mistake(
                lambda a: [a**3 * log(a)],
                "That is the derivative by the exponent. The one by the base is n * a**(n - 1).",
            ),
        ],
    ),
    Probe("a ** -2", lambda a: a**-2, (1.3,), "__pow__", hint=EVERY_EXPONENT),
    Probe("a ** 0.5", lambda a: a**0.5, (1.3,), "__pow__", hint=EVERY_EXPONENT),
    Probe(
        "-a", lambda a: -a, (0.7,), "__neg__",
        wrong_values=[Mistake(lambda a: a, "The value keeps its sign: it is to become -a.")],
        wrong_slopes=[Mistake(lambda a: [1], "When a grows, -a shrinks: its derivative is -1.")],
    ),
    Probe(
        "a - b", lambda a, b: a - b, (1.5, -0.8), "__sub__",
        wrong_values=[
            Mistake(lambda a, b: b - a, "The difference is turned round."),
            Mistake(lambda a, b: a + b, "That is the sum."),
        ],
        wrong_slopes=[
            Mistake(lambda a, b: [1, 1], "When b grows, a - b shrinks: its derivative is -1."),
            Mistake(lambda a, b: [-1, 1], SWAPPED),
        ],
    ),
    Probe(
        "a / b", lambda a, b: a / b, (1.5, -0.8), "__truediv__",
        wrong_values=[
            Mistake(lambda a, b: b / a, "The quotient is turned round."),
            Mistake(lambda a, b: a * b, "That is the product."),
            Mistake(lambda a, b: a // b, "Two slashes round down. Divide with one."),
        ],
        wrong_slopes=[
            Mistake(
                lambda a, b: [1 / b, a / b**2],
                "When b grows, a / b shrinks: a minus is missing.",
            ),
            Mistake(lambda a, b: [1 / b, -1 / b**2], "The factor a is missing: it is -a / b**2."),
            Mistake(lambda a, b: [1 / b, -a / b], "A square is missing: it is -a / b**2."),
            Mistake(lambda a, b: [1, -a / b**2], "The derivative by a is 1 / b, not 1."),
            Mistake(lambda a, b: [-a / b**2, 1 / b], SWAPPED),
            Mistake(lambda a, b: [b, a], OF_A_PRODUCT),
        ],
    ),
    Probe(
        "a.exp()", lambda a: a.exp(), (0.7,), "exp",
        wrong_slopes=[
            Mistake(
                lambda a: [a * exp(a)],
                "A factor a is too much: the derivative of exp is exp itself.",
            ),
            Mistake(
                lambda a: [a * exp(a - 1)],
                "That is the power rule, but here the exponent varies. The derivative of exp is "
                "exp itself.",
            ),
            Mistake(lambda a: [1], "A factor is missing: the derivative of exp is exp itself."),
            Mistake(
                lambda a: [a],
                "That is the number in the exponent. The derivative of exp is exp itself.",
            ),
            Mistake(
                lambda a: [exp(exp(a))],
                "The exponential is taken twice: the result is the derivative already.",
            ),
        ],
    ),
    Probe(
        "a.tanh()", lambda a: a.tanh(), (0.7,), "tanh",
        wrong_values=[
            Mistake(lambda a: 1 / (1 + exp(-a)), "That is the sigmoid. `math.tanh` is there.")
        ],
        wrong_slopes=[
            Mistake(lambda a: [1 - a**2], "Square the result, not a: 1 - tanh(a)**2."),
            Mistake(lambda a: [1 - tanh(a)], "A square is missing: 1 - tanh(a)**2."),
            Mistake(lambda a: [1 + tanh(a) ** 2], "The sign is wrong: 1 - tanh(a)**2."),
            Mistake(
                lambda a: [1 - tanh(tanh(a)) ** 2],
                "The tanh is taken twice: the result is tanh(a) already.",
            ),
            Mistake(
                lambda a: [tanh(a) * (1 - tanh(a))],
                "That is the rule for the sigmoid. Here it is 1 - tanh(a)**2.",
            ),
        ],
    ),
    Probe(
        "a.relu()", lambda a: a.relu(), (1.2,), "relu",
        wrong_values=[Mistake(lambda a: 0, "Above 0 a ReLU lets a number through.")],
        wrong_slopes=[
            Mistake(
                lambda a: [0],
                "The slope above 0 is 1, below it 0. Either it is on the wrong side, or the result "
                "does not know its operand.",
            ),
            Mistake(lambda a: [a], "That is the result. The slope above 0 is 1."),
        ],
    ),
    Probe(
        "a.relu()", lambda a: a.relu(), (-0.8,), "relu",
        wrong_values=[
            Mistake(lambda a: a, "Below 0 a ReLU gives 0."),
            Mistake(lambda a: 0.01 * a, "That is a leaky ReLU. Below 0 this one gives 0."),
            Mistake(lambda a: -a, "That is the size of a. What is below 0 becomes 0."),
        ],
        wrong_slopes=[Mistake(lambda a: [1], "Below 0 the slope is 0 as well.")],
    ),
    Probe(
        "a.relu()", lambda a: a.relu(), (0.0,), "relu",
        wrong_slopes=[
            Mistake(lambda a: [1], "At 0 there is no slope. The course takes 0: compare with >."),
        ],
    ),
    Probe("a.tanh()", lambda a: a.tanh(), (1000.0,), "tanh"),
]  # fmt: skip

WITH_PLAIN_NUMBERS = [
    Probe("a + 3", lambda a: a + 3, (0.4,), "__add__"),
    Probe("a - 3", lambda a: a - 3, (0.4,), "__sub__"),
    Probe("a * 3", lambda a: a * 3, (0.4,), "__mul__"),
    Probe("a / 3", lambda a: a / 3, (0.4,), "__truediv__"),
    Probe("3 + a", lambda a: 3 + a, (0.4,), "__radd__"),
    Probe(
        "3 - a", lambda a: 3 - a, (0.4,), "__rsub__",
        wrong_values=[Mistake(lambda a: a - 3, TURNED_ROUND)],
        wrong_slopes=[Mistake(lambda a: [1], "When a grows, 3 - a shrinks.")],
    ),
    Probe("3 * a", lambda a: 3 * a, (0.4,), "__rmul__"),
    Probe(
        "3 / a", lambda a: 3 / a, (0.4,), "__rtruediv__",
        wrong_values=[Mistake(lambda a: a / 3, TURNED_ROUND)],
        wrong_slopes=[
            Mistake(lambda a: [3 / a**2], "When a grows, 3 / a shrinks: a minus is missing."),
            Mistake(lambda a: [-1 / a**2], "The 3 is missing: it is -3 / a**2."),
        ],
    ),
]  # fmt: skip
