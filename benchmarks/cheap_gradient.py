"""The cheap-gradient bound, counted for every function of the tests' catalogue."""

from benchmarks.table import Row, number
from helpers.operations import Operations, count
from helpers.value import Value
from helpers.wengert import trace
from tests.catalogue import CATALOGUE

BOUND = 5


def lists(entry):
    """The Wengert lists of a catalogue entry: one, or one for each point if it branches."""
    if not entry.branches:
        return [trace(entry.function, **entry.at(entry.points[0]))]
    outputs = [
        entry.function(**{name: Value(x, name) for name, x in entry.at(point).items()})
        for point in entry.points
    ]
    return [output.wengert_list() for output in outputs if isinstance(output, Value)]


def counts():
    """[(name of the function, its Operations)], the worst ratio first."""
    found = []
    for entry in CATALOGUE:
        each = map(count, lists(entry))
        worst = max(each, key=lambda o: o.ratio, default=Operations(0, 0))
        found.append((entry.name, worst))
    return sorted(found, key=lambda pair: -pair[1].ratio)


def rows(names, runs):
    """One row: the worst function of the catalogue."""
    found = counts()
    name, worst = found[0]
    what, against = "operations of the reverse sweep", f"forward; worst of {len(found)}: {name}"
    met = worst.ratio < BOUND
    return [Row("operations", what, against, worst.ratio, None, f"below {BOUND}", met)]


def listing():
    """Every function with its counts, as text."""
    found = counts()
    width = max(len(name) for name, _ in found)
    lines = [
        f"{name:{width}}  {number(o.ratio):>5}  reverse {o.reverse:5}, forward {o.forward:5}"
        for name, o in found
    ]
    return "\n".join(["Operations of the reverse sweep over those of the forward sweep:", *lines])
