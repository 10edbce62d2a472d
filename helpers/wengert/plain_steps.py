"""The reverse sweep of steps alone, as a reader writes them down in notebook 03."""

from helpers.wengert.wengert_list import WengertList


def adjoints_of(steps, values):
    """The adjoints {name: number} for steps that are plain data; `values` has every name's value.

    Raises ValueError for a step that no `WengertList` takes.

    >>> adjoints_of([("mul", "x", "x")], {"x": 3.0, "t1": 9.0})
    {'x': 6.0, 't1': 1.0}
    """
    names = {f"t{i}" for i in range(1, len(steps) + 1)}
    tape = WengertList(**{name: x for name, x in values.items() if name not in names})
    for operation, *operands in steps:
        tape.record(operation, *operands)
    adjoints = tape.reverse_sweep(tape.forward_sweep())
    return {name: adjoints[name] for name in values}
