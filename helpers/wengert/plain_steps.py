"""The reverse sweep of a list that is nothing but its steps, as a reader writes it in notebook 03."""

from helpers.wengert.wengert_list import WengertList


def reverse_sweep(steps, values):
    """The adjoints of all names in `values`, {name: number}, which has the value of every name.

    Raises ValueError for a step that no `WengertList` takes.

    >>> reverse_sweep([("mul", "x", "x")], {"x": 3.0, "t1": 9.0})
    {'x': 6.0, 't1': 1.0}
    """
    names = {f"t{i}" for i in range(1, len(steps) + 1)}
    tape = WengertList(**{name: x for name, x in values.items() if name not in names})
    for operation, *operands in steps:
        tape.record(operation, *operands)
    adjoints = tape.reverse_sweep(tape.forward_sweep())
    return {name: adjoints[name] for name in values}
