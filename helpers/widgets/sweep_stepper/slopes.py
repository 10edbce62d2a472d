"""The local derivatives of a list's steps as text, as −1/t5² for the step t6 = 1 / t5.

What they are as numbers, the rule book says; a test holds these texts against it.
"""

from helpers.widgets.shared.template import significant

# For each operand {0}, {1} of a rule, whose value is {v}.
TEXTS = {
    "add": ("1", "1"),
    "sub": ("1", "−1"),
    "mul": ("{1}", "{0}"),
    "div": ("1/{1}", "−{0}/{1}²"),
    "neg": ("−1",),
    "power": ("{1} × {0} ** ({1} − 1)", "{v} × log({0})"),
    "exp": ("exp({0})",),
    "log": ("1/{0}",),
    "sin": ("cos({0})",),
    "cos": ("−sin({0})",),
    "tanh": ("1 − {v}²",),
    "sqrt": ("1/(2 × {v})",),
    "sigmoid": ("{v} × (1 − {v})",),
    "xlogy": ("log({1})", "{0}/{1}"),
    "relu": ("1 if {0} > 0, else 0",),
    "maximum": ("1 if {0} > {1}, else 0", "0 if {0} > {1}, else 1"),
    "absolute": ("1 if {0} > 0, −1 if {0} < 0, else 0",),
    "greater": ("0", "0"),
}


def slope_texts(tape):
    """{step: its local derivatives as texts, one for each operand}."""
    return {
        name: [_text(rule, i, operands, name) for i in range(rule.arity)]
        for name, rule, operands in tape.steps
    }


def _text(rule, i, operands, name):
    x, *exponent = operands
    if rule.name == "power" and i == 0 and type(exponent[0]) is float:
        factor, rest = _operand(exponent[0]), exponent[0] - 1
        return f"{factor} × {_operand(x)}" + ("" if rest == 1 else f" ** {_operand(rest)}")
    return TEXTS[rule.name][i].format(*map(_operand, operands), v=name)


def _operand(x):
    text = x if type(x) is str else significant(x)
    return f"({text})" if text.startswith("−") else text
