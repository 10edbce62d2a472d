"""What goes wrong in a sweep by hand: wrong values, and wrong local derivatives, for each rule.

Each slip is a function of the operands x, y and of the right value v, written with rules as the
right derivatives are, and a text. In it {0} and {1} stand for the operands, {v} for the step, and
{d} for the local derivative. The text goes on after "It looks as if".
"""

from helpers.rules import cos, exp, sin
from helpers.widgets.shared.program import small_list

ROUND = "the operands were taken the wrong way round"
MULTIPLIED = "{0} and {1} were multiplied"

# fmt: off

VALUES = {
    "add": (
        (lambda x, y, v: x - y, "{1} was subtracted, not added"),
        (lambda x, y, v: y - x, "{0} was subtracted, not added"),
        (lambda x, y, v: x * y, MULTIPLIED + ", not added"),
    ),
    "sub": (
        (lambda x, y, v: y - x, ROUND),
        (lambda x, y, v: x + y, "{1} was added, not subtracted"),
        (lambda x, y, v: x * y, MULTIPLIED + ", not subtracted"),
    ),
    "mul": (
        (lambda x, y, v: x + y, "{0} and {1} were added, not multiplied"),
        (lambda x, y, v: -v, "a minus sign was lost, or is one too many"),
        (lambda x, y, v: x - y, "{1} was subtracted, where it is a factor"),
        (lambda x, y, v: x / y, "{0} was divided by {1}, not multiplied"),
    ),
    "div": (
        (lambda x, y, v: y / x, ROUND),
        (lambda x, y, v: x * y, MULTIPLIED + ", not divided"),
        (lambda x, y, v: -v, "a minus sign was lost, or is one too many"),
        (lambda x, y, v: x - y, "{1} was subtracted, where it is the divisor"),
    ),
    "neg": (
        (lambda x, v: x, "the minus sign was left out"),
    ),
    "power": (
        (lambda x, y, v: x * y, "{0} was multiplied by {1}, not by itself"),
        (lambda x, y, v: y ** x, "the base and the exponent were taken the wrong way round"),
        (lambda x, y, v: x ** (y - 1), "one factor {0} is missing"),
        (lambda x, y, v: x ** (y + 1), "there is one factor {0} too many"),
        (lambda x, y, v: -v, "a minus sign was lost, or is one too many"),
    ),
    "exp": (
        (lambda x, v: x, "{0} was taken as it is"),
        (lambda x, v: exp(x + 1.0), "there is one factor e too many"),
    ),
    "log": (
        (lambda x, v: x, "{0} was taken as it is"),
        (lambda x, v: exp(x), "exp was taken in place of log"),
    ),
    "sin": (
        (lambda x, v: cos(x), "cos was taken in place of sin"),
        (lambda x, v: x, "{0} was taken as it is"),
    ),
    "tanh": (
        (lambda x, v: 1.0 - v * v, "the local derivative was taken, not the value"),
        (lambda x, v: x, "{0} was taken as it is"),
    ),
    "sqrt": (
        (lambda x, v: x / 2.0, "{0} was halved"),
        (lambda x, v: x, "{0} was taken as it is"),
        (lambda x, v: x * x, "{0} was squared"),
        (lambda x, v: -v, "the negative root was taken"),
    ),
    "relu": (
        (lambda x, v: 0.0, "{0} was cut off, as a negative number is"),
        (lambda x, v: -x, "the sign was turned round"),
    ),
}

HANDED_ON = (lambda *at: 1.0, "the adjoint of {v} was handed on as it is, without {d}")
NO_MINUS = "the minus sign of {d} was left out"
AS_PRODUCT = "{d} was taken as {0}, as in a product", "{d} was taken as {1}, as in a product"
ITSELF = "{d} was taken as {v}, the value itself"

LOCAL = {
    "add": (
        ((lambda x, y, v: y, AS_PRODUCT[1]),),
        (
            (lambda x, y, v: x, AS_PRODUCT[0]),
            (lambda x, y, v: -1.0, "{d} was taken as −1, as in a difference"),
        ),
    ),
    "sub": (
        (
            (lambda x, y, v: -1.0, "{d} was taken as −1, which belongs to what is subtracted"),
            (lambda x, y, v: y, AS_PRODUCT[1]),
        ),
        (
            (lambda x, y, v: 1.0, NO_MINUS),
            (lambda x, y, v: x, AS_PRODUCT[0]),
        ),
    ),
    "mul": (
        (
            (lambda x, y, v: x, "{d} was taken as {0} itself, not as the other factor"),
            HANDED_ON,
            (lambda x, y, v: v, "{d} was taken as {v}, the whole product"),
            (lambda x, y, v: -y, "the sign of {d} was turned round"),
        ),
        (
            (lambda x, y, v: y, "{d} was taken as {1} itself, not as the other factor"),
            HANDED_ON,
            (lambda x, y, v: v, "{d} was taken as {v}, the whole product"),
            (lambda x, y, v: -x, "the sign of {d} was turned round"),
        ),
    ),
    "div": (
        (
            (lambda x, y, v: y, "{d} was taken as {1}, not as one over it"),
            HANDED_ON,
            (lambda x, y, v: v, "{d} was taken as {v}, the whole quotient"),
            (lambda x, y, v: 1.0 / y**2, "the divisor was squared in {d}"),
        ),
        (
            (lambda x, y, v: x / y**2, NO_MINUS),
            (lambda x, y, v: -x / y, "the divisor was not squared in {d}"),
            (lambda x, y, v: -1.0 / y**2, "the numerator {0} was left out of {d}"),
            (lambda x, y, v: 1.0 / y, "{d} was taken as one over {1}, as for the numerator"),
            HANDED_ON,
            (lambda x, y, v: v, "{d} was taken as {v}, the whole quotient"),
            (lambda x, y, v: x, AS_PRODUCT[0]),
        ),
    ),
    "neg": (
        (
            (lambda x, v: 1.0, NO_MINUS),
            (lambda x, v: v, ITSELF),
        ),
    ),
    "power": (
        (
            (lambda x, y, v: x ** (y - 1.0), "the exponent was not put in front in {d}"),
            (lambda x, y, v: y * x**y, "the exponent was not lowered by 1 in {d}"),
            (lambda x, y, v: v, ITSELF),
            (lambda x, y, v: y, "only the exponent was taken for {d}"),
            HANDED_ON,
        ),
        (),  # the exponents of the lists are constants
    ),
    "exp": (
        (
            (lambda x, v: v * x, "{d} has a factor {0} too many"),
            HANDED_ON,
            (lambda x, v: x * exp(x - 1.0), "{d} was taken by the rule for powers"),
        ),
    ),
    "log": (
        (
            (lambda x, v: v, ITSELF),
            (lambda x, v: x, "{d} was taken as {0}, not as one over it"),
            HANDED_ON,
        ),
    ),
    "sin": (
        (
            (lambda x, v: sin(x), ITSELF),
            (lambda x, v: -cos(x), "{d} has a minus sign, as the derivative of cos has"),
            HANDED_ON,
        ),
    ),
    "tanh": (
        (
            (lambda x, v: v, ITSELF),
            (lambda x, v: v * v, "{d} was taken as {v}², without the 1 − before it"),
            HANDED_ON,
        ),
    ),
    "sqrt": (
        (
            (lambda x, v: 1.0 / v, "the factor ½ was left out of {d}"),
            (lambda x, v: v, ITSELF),
            (lambda x, v: 0.5, "{d} was taken as ½, without the root"),
            (lambda x, v: 0.5 / x, "{d} was taken with {0}, where its root belongs"),
            (lambda x, v: 2.0 * v, "{d} was taken upside down"),
            (lambda x, v: 0.5 * v, "{d} was multiplied by the root, not divided"),
            HANDED_ON,
        ),
    ),
    "relu": (
        (
            (lambda x, v: v, ITSELF),
            (lambda x, v: 0.0, "{d} was taken as 0, as for a negative number"),
        ),
    ),
}

# fmt: on


def slips_of(rules):
    """The slips of these rules as plain data.

    {rule: {"value": [slip, …], "local": [[slip, …], …]}}, with slips of the local derivatives for
    each operand. A slip is a list, as a right local derivative is one in a program, and its words.
    """
    return {
        rule.name: {
            "value": [_slip(rule, *slip) for slip in VALUES[rule.name]],
            "local": [[_slip(rule, *slip) for slip in slips] for slips in LOCAL[rule.name]],
        }
        for rule in rules
    }


def _slip(rule, f, words):
    return small_list(f, rule.arity) | {"words": words}
