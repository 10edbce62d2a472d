"""The table of rules, one entry for each primitive. The package's docstring says what it is for."""

import math

import numpy as np

from helpers.rules import floating
from helpers.rules.rule import Domain, Rule


def _counts(y):
    """Is y one of 0, 1, 2, …? The usual exponent, for which there is nothing to check in x."""
    return type(y) is float and y >= 0 and y % 1 == 0


# fmt: off

# Arithmetic. Python's own operators do the work, on every kind of number.

add = Rule(
    "add", "{0} + {1}", "{0} + {1}", lambda x, y: x + y,
    partials=(lambda x, y, v: 1.0, lambda x, y, v: 1.0),
)

sub = Rule(
    "sub", "{0} − {1}", "{0} - {1}", lambda x, y: x - y,
    partials=(lambda x, y, v: 1.0, lambda x, y, v: -1.0),
)

mul = Rule(
    "mul", "{0} × {1}", r"{0} \cdot {1}", lambda x, y: x * y,
    partials=(lambda x, y, v: y, lambda x, y, v: x),
)

div = Rule(
    "div", "{0} / {1}", r"{0} / {1}", lambda x, y: x / y,
    partials=(lambda x, y, v: 1.0 / y, lambda x, y, v: -v / y),
    domain=Domain(lambda x, y: y != 0, "a divisor that is not 0"),
)

neg = Rule(
    "neg", "−{0}", "-{0}", lambda x: -x,
    partials=(lambda x, v: -1.0,),
)

# x ** y has the slope y x^(y-1) in x. For y = 0 that is 0 whatever x is: there 0, not 1, is taken
# from the exponent, which keeps 0 · 0^(-1) out of it.
power = Rule(
    "power", "{0} ** {1}", "{{{0}}}^{{{1}}}", floating.power,
    partials=(
        lambda x, y, v: y * power(x, y - greater(absolute(y), 0.0)),
        lambda x, y, v: v * log(x),
    ),
    domain=Domain(
        lambda x, y: _counts(y) or (x > 0) | ((x == 0) & (y >= 0)) | ((x < 0) & (y % 1 == 0)),
        "a positive base, or 0 with an exponent that is not negative, or a whole exponent",
    ),
)

# Elementary functions.

exp = Rule(
    "exp", "exp({0})", r"\exp({0})", floating.exp,
    partials=(lambda x, v: v,),
    on_arrays=np.exp, on_symbols=lambda sympy, x: sympy.exp(x),
)

log = Rule(
    "log", "log({0})", r"\log({0})", math.log,
    partials=(lambda x, v: 1.0 / x,),
    on_arrays=np.log, on_symbols=lambda sympy, x: sympy.log(x),
    domain=Domain(lambda x: x > 0, "a positive number"),
)

sin = Rule(
    "sin", "sin({0})", r"\sin({0})", math.sin,
    partials=(lambda x, v: cos(x),),
    on_arrays=np.sin, on_symbols=lambda sympy, x: sympy.sin(x),
    domain=Domain(lambda x: abs(x) != math.inf, "a finite number"),
)

cos = Rule(
    "cos", "cos({0})", r"\cos({0})", math.cos,
    partials=(lambda x, v: -sin(x),),
    on_arrays=np.cos, on_symbols=lambda sympy, x: sympy.cos(x),
    domain=Domain(lambda x: abs(x) != math.inf, "a finite number"),
)

tanh = Rule(
    "tanh", "tanh({0})", r"\tanh({0})", math.tanh,
    partials=(lambda x, v: 1.0 - v * v,),
    on_arrays=np.tanh, on_symbols=lambda sympy, x: sympy.tanh(x),
)

# The slope of sqrt at 0 is infinite: there the value is defined and the derivative is not.
sqrt = Rule(
    "sqrt", "sqrt({0})", r"\sqrt{{{0}}}", math.sqrt,
    partials=(lambda x, v: div(0.5, v),),
    on_arrays=np.sqrt, on_symbols=lambda sympy, x: sympy.sqrt(x),
    domain=Domain(lambda x: x >= 0, "a number that is not negative"),
)

sigmoid = Rule(
    "sigmoid", "sigmoid({0})", r"\sigma({0})", floating.sigmoid,
    partials=(lambda x, v: v * (1.0 - v),),
    on_arrays=floating.sigmoid_of_array, on_symbols=lambda sympy, x: 1 / (1 + sympy.exp(-x)),
)

# Functions with a kink. `greater`, 1 if x > y and else 0, is the step that their derivatives need.
# It is flat on both sides of its jump, so its own derivatives are 0.

relu = Rule(
    "relu", "relu({0})", r"\mathrm{{relu}}({0})", lambda x: 0.0 if x <= 0 else x,
    partials=(lambda x, v: greater(x, 0.0),),
    on_arrays=lambda x: np.maximum(x, 0.0), on_symbols=lambda sympy, x: sympy.Max(x, 0),
    only_real=True,
)

maximum = Rule(
    "maximum", "maximum({0}, {1})", r"\max({0}, {1})", lambda x, y: y if y >= x or y != y else x,
    partials=(lambda x, y, v: greater(x, y), lambda x, y, v: 1.0 - greater(x, y)),
    on_arrays=np.maximum, on_symbols=lambda sympy, x, y: sympy.Max(x, y),
    only_real=True,
)

absolute = Rule(
    "absolute", "|{0}|", r"\left|{0}\right|", abs,
    partials=(lambda x, v: greater(x, 0.0) - greater(0.0, x),),
    on_symbols=lambda sympy, x: sympy.Abs(x),
    only_real=True,
)

greater = Rule(
    "greater", "[{0} > {1}]", "[{0} > {1}]", lambda x, y: 1.0 if x > y else 0.0,
    partials=(lambda x, y, v: 0.0, lambda x, y, v: 0.0),
    on_arrays=lambda x, y: np.greater(x, y).astype(float),
    on_symbols=lambda sympy, x, y: sympy.Heaviside(x - y, 0),
    only_real=True,
)

# fmt: on

RULES = {rule.name: rule for rule in list(globals().values()) if isinstance(rule, Rule)}
