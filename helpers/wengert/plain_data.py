"""A Wengert list as plain data, to be kept as JSON and run in a browser.

    {"inputs": {"w": 2.0, "x": 1.0},
     "steps": [["mul", "w", "x"], ["add", "t1", 1.0]],
     "output": "t2",
     "labels": {"t1": "product"}}

Step k is called tk. In a step stand the name of the rule and the operands: a text is the name of an
input or of an earlier step, a number is a constant.
"""

from collections.abc import Mapping

from helpers.rules.arrays import is_array


def to_dict(tape):
    """The list as a dictionary of dictionaries, lists, texts and numbers."""
    return {
        "inputs": {name: x.tolist() if is_array(x) else x for name, x in tape.inputs.items()},
        "steps": [[step.rule.name, *step.operands] for step in tape.steps],
        "output": tape.output,
        "labels": dict(tape.labels),
    }


def from_dict(list_class, data):
    """The list that `to_dict` wrote.

    Raises ValueError for a malformed one: keys that are missing, an unknown rule, too many or too
    few operands, or an operand that is neither an input nor an earlier step. Where a step is wrong
    the message gives its name.
    """
    if not isinstance(data, Mapping) or not {"inputs", "steps", "output"} <= data.keys():
        raise ValueError(f"a list has the keys inputs, steps and output; got {data!r:.80}")
    data = {"labels": {}} | dict(data)
    for key, kind in {"inputs": Mapping, "steps": list | tuple, "labels": Mapping}.items():
        if not isinstance(data[key], kind):
            expected = "{name: …}" if kind is Mapping else "a list of steps"
            raise ValueError(f"{key} should be {expected}, got {data[key]!r:.80}")
    try:
        tape = list_class(**data["inputs"])
    except (TypeError, OverflowError) as error:
        raise ValueError(str(error)) from None
    for number, step in enumerate(data["steps"], start=1):
        if not isinstance(step, list | tuple) or not step or not isinstance(step[0], str):
            raise ValueError(f"step t{number}: expected [rule, operand, …], got {step!r:.80}")
        tape.record(*step)
    tape.output = tape.operand(data["output"], "output")
    if unknown := data["labels"].keys() - tape.inputs.keys() - {step.name for step in tape.steps}:
        raise ValueError(f"a label for {min(map(str, unknown))}, which is no input and no step")
    if not all(isinstance(label, str) for label in data["labels"].values()):
        raise ValueError(f"labels should be texts, got {data['labels']!r:.80}")
    tape.labels = dict(data["labels"])
    return tape
