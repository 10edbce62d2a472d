"""A Wengert list as the browser gets it.

The browser knows what each primitive computes, and nothing about derivatives. Those travel with the
list: the local derivatives in the rule book are written with rules, so each can be traced into a
small list of its own. So there is one table of derivatives, and it stands in `helpers.rules`.
"""

from helpers.wengert import trace


def program(tape):
    """The list as plain data, as `tape.to_dict()` with one more key, "rules".

    rules[name] is a list with one entry for each operand: the local derivative as a Wengert list
    over the inputs x, y (if there are two operands) and v, the value of the step.
    """
    rules = {step.rule.name: step.rule for step in tape.steps}
    return tape.to_dict() | {"rules": partials_of(rules.values())}


def partials_of(rules):
    """{rule: its local derivatives, each as a small list}."""
    return {rule.name: [small_list(f, rule.arity) for f in rule.partials] for rule in rules}


def small_list(f, arity):
    """A function of a step's operands and of its value as a list: its steps and its output."""

    def on_traced(**numbers):
        return f(*numbers.values())

    operands = ("x", "y")[:arity]
    tape = trace(on_traced, **dict.fromkeys((*operands, "v"), 1.0))
    return {"steps": tape.to_dict()["steps"], "output": tape.output}
