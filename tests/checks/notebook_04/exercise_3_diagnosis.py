"""Exercise 3 of notebook 04: the museum of broken engines."""

import numpy as np

from helpers import checks
from helpers.broken_engines import MUSEUM
from tests.checks.entry import Entry

CAUSES = [2, 6, 3, 1, 5, 4]


def naming(*causes):
    return lambda: dict(zip(MUSEUM, causes, strict=True))


def named_one_by_one():
    found = {}
    for name, cause in zip("FEDCBA", [4.0, 5, 1, 3, 6, np.int64(2)], strict=True):
        found[f"Exhibit{name}"] = cause
    return found


def random_diagnosis(rng):
    return naming(*rng.permutation([2, 6, 3, 1, 5, 7]).tolist())


ENTRY = Entry(
    notebook="04-value-and-backpropagation.ipynb",
    name="my_diagnosis",
    check=checks.diagnosis,
    right=[naming(*CAUSES), named_one_by_one],
    wrong=[
        (naming(6, 2, 3, 1, 5, 4), "ExhibitA is not number 6: with that bug only s + s*a"),
        (naming(2, 8, 3, 1, 5, 4), "ExhibitB is not number 8: with that bug products would"),
        (naming(2, 6, 1, 3, 5, 4), "ExhibitC is not number 1: with that bug a**3 would be"),
        (naming(2, 6, 3, 7, 5, 4), "ExhibitD is not number 7: with that bug every sum would"),
        (naming(2, 6, 3, 1, 4, 5), "ExhibitE is not number 4: with that bug 3 - a would be"),
        (naming(2, 6, 3, 1, 5, 8), "ExhibitF is not number 8: with that bug"),
        (naming(3, 6, 2, 1, 5, 4), "ExhibitA is not number 3: with that bug exp would be"),
        (naming(2, 5, 3, 1, 6, 4), "ExhibitB is not number 5: with that bug relu would be"),
        (naming(2, 2, 3, 1, 5, 4), "number 2 for ExhibitA and for ExhibitB. Each exhibit"),
        (naming(2, 6, 3, 1, 5, 9), "no suspect 9, named for ExhibitF"),
        (naming(2, 6, 3, 1, 5, 4.5), "no suspect 4.5"),
        (naming("2", 6, 3, 1, 5, 4), "returned '2' for 'ExhibitA', expected a number"),
        (naming([2, 6], 6, 3, 1, 5, 4), "returned [2, 6] for 'ExhibitA'"),
        (lambda: dict(zip("ABCDEF", CAUSES, strict=True)), "have other names in your dictionary"),
        (lambda: naming(*CAUSES)() | {"Right": 0}, "an entry for 'Right'"),
        (lambda: {"ExhibitA": 2}, "returned nothing for 'ExhibitB', 'ExhibitC'"),
        (lambda: dict(zip(CAUSES, MUSEUM, strict=True)), "The dictionary is turned round"),
        (lambda: CAUSES, "expected a dictionary"),
        (lambda: str(naming(*CAUSES)()), "expected a dictionary"),
        (lambda: set(CAUSES), "expected a dictionary"),
        (lambda: [*naming(*CAUSES)().items()], "expected a dictionary"),
        (
            lambda: {k.lower(): n for k, n in naming(*CAUSES)().items()},
            "have other names in your dictionary",
        ),
        (
            lambda: {f"Exhibit {k}": n for k, n in zip("ABCDEF", CAUSES, strict=True)},
            "have other names in your dictionary",
        ),
        (naming(1, 5, 2, 0, 4, 3), "no suspect 0, named for ExhibitD: they are counted from 1"),
        (naming("assigned", 6, 3, 1, 5, 4), "returned 'assigned' for 'ExhibitA'"),
        (naming(..., 6, 3, 1, 5, 4), "returned Ellipsis for 'ExhibitA'"),
        (naming(True, 6, 3, 1, 5, 4), "returned True for 'ExhibitA'"),
        (naming(7, 6, 3, 1, 5, 4), "ExhibitA is not number 7"),
        (naming(8, 7, 3, 1, 5, 4), "ExhibitA is not number 8"),
        (naming(2, 7, 3, 1, 5, 4), "ExhibitB is not number 7"),
        (naming(2, 6, 8, 1, 5, 4), "ExhibitC is not number 8"),
        (naming(2, 6, 7, 8, 5, 4), "ExhibitC is not number 7"),
        (naming(2, 6, 3, 8, 5, 4), "ExhibitD is not number 8"),
        (naming(2, 6, 3, 1, 8, 4), "ExhibitE is not number 8"),
        (naming(2, 6, 3, 1, 7, 4), "ExhibitE is not number 7"),
        (naming(2, 6, 3, 1, 5, 7), "ExhibitF is not number 7"),
        (naming(2, 6, 1, 1, 5, 4), "number 1 for ExhibitC and for ExhibitD"),
        (naming(2, 6, 3, 4, 5, 4), "number 4 for ExhibitD and for ExhibitF"),
        (naming(1, 2, 3, 4, 5, 6), "ExhibitA is not number 1"),
        (naming(5, 6, 3, 1, 2, 4), "ExhibitA is not number 5"),
        (naming(2, 6, 5, 1, 3, 4), "ExhibitC is not number 5"),
    ],
    random_wrong=random_diagnosis,
)
