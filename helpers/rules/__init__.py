"""The rule book: every primitive of the course, with its value and its local derivatives.

`Value`, `Dual`, the Wengert list and the JavaScript in the browser all follow this one table. A
local derivative is a function of the operands x, y and of the value v that was just computed, so
that exp needs no second exponential. Derivatives are themselves written with rules. So they can be
differentiated again, run on arrays, and sent to a browser as data.

At a kink the table has to choose. It takes relu'(0) = 0 and |x|' = 0 at 0, and where maximum(x, y)
ties the second operand has slope 1, which agrees with relu(x) = maximum(x, 0).

floating      functions on floats that overflow gently
arrays        on NumPy's arrays, if somebody imported NumPy
own_numbers   on numbers of a class that a reader wrote
rule          what a rule is
rule_book     the table of rules
operators     what + and × mean on the course's own numbers

Source of the derivatives: any calculus book; Griewank and Walther, *Evaluating Derivatives*, ch. 2.

>>> add(3, 2), sub(3, 2), mul(3, 2), div(3, 2), neg(3), power(3, 2)
(5.0, 1.0, 6.0, 1.5, -3.0, 9.0)
>>> exp(0), log(1), sin(0), cos(0), tanh(0), sqrt(9), sigmoid(0)
(1.0, 0.0, 0.0, 1.0, 0.0, 3.0, 0.5)
>>> relu(-3), maximum(3, 2), absolute(-3), greater(3, 2)
(0.0, 3.0, 3.0, 1.0)
>>> xlogy(2, 1), xlogy(0, 0)
(0.0, 0.0)
>>> list(RULES)[:6]
['add', 'sub', 'mul', 'div', 'neg', 'power']
"""

from helpers.rules.rule import Rule, UndefinedError
from helpers.rules.rule_book import (
    RULES,
    absolute,
    add,
    cos,
    div,
    exp,
    greater,
    log,
    maximum,
    mul,
    neg,
    power,
    relu,
    sigmoid,
    sin,
    sqrt,
    sub,
    tanh,
    xlogy,
)

__all__ = ["RULES", "Rule", "UndefinedError"]
__all__ += ["absolute", "add", "cos", "div", "exp", "greater", "log", "maximum", "mul", "neg"]
__all__ += ["power", "relu", "sigmoid", "sin", "sqrt", "sub", "tanh", "xlogy"]
