"""The table of rules, one entry for each primitive. The package's docstring says what it is for."""

import copyreg
import math

from helpers.rules import arrays, floating
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
        lambda x, y, v: xlogy(v, x),
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
    on_arrays=lambda np, x: np.exp(x), on_symbols=lambda sympy, x: sympy.exp(x),
)

log = Rule(
    "log", "log({0})", r"\log({0})", math.log,
    partials=(lambda x, v: 1.0 / x,),
    on_arrays=lambda np, x: np.log(x), on_symbols=lambda sympy, x: sympy.log(x),
    domain=Domain(lambda x: x > 0, "a positive number"),
)

sin = Rule(
    "sin", "sin({0})", r"\sin({0})", math.sin,
    partials=(lambda x, v: cos(x),),
    on_arrays=lambda np, x: np.sin(x), on_symbols=lambda sympy, x: sympy.sin(x),
    domain=Domain(lambda x: abs(x) != math.inf, "a finite number"),
)

cos = Rule(
    "cos", "cos({0})", r"\cos({0})", math.cos,
    partials=(lambda x, v: -sin(x),),
    on_arrays=lambda np, x: np.cos(x), on_symbols=lambda sympy, x: sympy.cos(x),
    domain=Domain(lambda x: abs(x) != math.inf, "a finite number"),
)

tanh = Rule(
    "tanh", "tanh({0})", r"\tanh({0})", math.tanh,
    partials=(lambda x, v: 1.0 - v * v,),
    on_arrays=lambda np, x: np.tanh(x), on_symbols=lambda sympy, x: sympy.tanh(x),
)

# The slope of sqrt at 0 is infinite: there the value is defined and the derivative is not.
sqrt = Rule(
    "sqrt", "sqrt({0})", r"\sqrt{{{0}}}", math.sqrt,
    partials=(lambda x, v: div(0.5, v),),
    on_arrays=lambda np, x: np.sqrt(x), on_symbols=lambda sympy, x: sympy.sqrt(x),
    from_others=lambda x: x**0.5,
    domain=Domain(lambda x: x >= 0, "a number that is not negative"),
)

sigmoid = Rule(
    "sigmoid", "sigmoid({0})", r"\sigma({0})", floating.sigmoid,
    partials=(lambda x, v: v * (1.0 - v),),
    on_arrays=arrays.sigmoid, on_symbols=lambda sympy, x: 1 / (1 + sympy.exp(-x)),
    from_others=lambda x: 1 / (1 + exp(-x)),
)

# The slope of a power in its exponent: 0 · log(0) is 0 there, since 0 ** y is 0 for every y > 0.
# Its own slope in y is x / y, and 0 for x = 0 whatever y is: there x is divided by 1, or by more.
xlogy = Rule(
    "xlogy", "{0} · log({1})", r"{0} \cdot \log({1})", floating.xlogy,
    partials=(
        lambda x, y, v: log(y),
        lambda x, y, v: x / maximum(y, 1.0 - greater(absolute(x), 0.0)),
    ),
    on_arrays=arrays.xlogy, on_symbols=lambda sympy, x, y: x * sympy.log(y),
    from_others=lambda x, y: x * log(y),
    domain=Domain(lambda x, y: (x == 0) | (y > 0), "a positive y in x · log(y), unless x is 0"),
    only_real=True,
)

# Functions with a kink. `greater` is the step that their derivatives need: 1 where the maximum of x
# and y is x, and else 0. It is flat on both sides of its jump, so its own derivatives are 0.

relu = Rule(
    "relu", "relu({0})", r"\mathrm{{relu}}({0})", lambda x: 0.0 if x <= 0 else x,
    partials=(lambda x, v: greater(x, 0.0),),
    on_arrays=lambda np, x: np.maximum(x, 0.0), on_symbols=lambda sympy, x: sympy.Max(x, 0),
    only_real=True,
)

maximum = Rule(
    "maximum", "maximum({0}, {1})", r"\max({0}, {1})", floating.maximum,
    partials=(lambda x, y, v: greater(x, y), lambda x, y, v: 1.0 - greater(x, y)),
    on_arrays=lambda np, x, y: np.maximum(x, y),
    on_symbols=lambda sympy, x, y: sympy.Max(x, y),
    from_others=lambda x, y: y + relu(x - y),
    only_real=True,
)

absolute = Rule(
    "absolute", "|{0}|", r"\left|{0}\right|", abs,
    partials=(lambda x, v: greater(x, 0.0) - greater(0.0, x),),
    on_symbols=lambda sympy, x: sympy.Abs(x),
    from_others=lambda x: relu(x) + relu(-x),
    only_real=True,
)

greater = Rule(
    "greater", "[{0} > {1}]", "[{0} > {1}]", floating.greater,
    partials=(lambda x, y, v: 0.0, lambda x, y, v: 0.0),
    on_arrays=arrays.greater,
    on_symbols=lambda sympy, x, y: sympy.Heaviside(x - y, 0),
    only_real=True,
)

# fmt: on

RULES = {rule.name: rule for rule in list(globals().values()) if isinstance(rule, Rule)}


def rule_named(name):
    """The rule of this name. Raises ValueError if there is none."""
    if name not in RULES:
        raise ValueError(f"no rule {name!r}; the rules are {', '.join(RULES)}")
    return RULES[name]


# Rules hold functions, which cannot be pickled; a rule of the book is found by its name.
copyreg.pickle(Rule, lambda rule: (rule_named, (rule.name,)))
