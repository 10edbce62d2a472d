"""Exercise 4 of notebook 04: the museum of broken engines."""

import numpy as np

from helpers import checks
from helpers.broken_engines import MUSEUM
from tests.checks.entry import Entry

CAUSES = [2, 6, 3, 1, 5, 4, 9]


def naming(*causes):
    return lambda: dict(zip(MUSEUM, causes, strict=True))


def named_one_by_one():
    found = {}
    for name, cause in zip("GFEDCBA", [9, 4.0, 5, 1, 3, 6, np.int64(2)], strict=True):
        found[f"Exhibit{name}"] = cause
    return found


def random_diagnosis(rng):
    return naming(*rng.permutation([2, 6, 3, 1, 5, 7, 9]).tolist())


ENTRY = Entry(
    notebook="04-value-and-backpropagation.ipynb",
    name="my_diagnosis",
    check=checks.diagnosis,
    right=[naming(*CAUSES), named_one_by_one],
    wrong=[
        (naming(6, 2, 3, 1, 5, 4, 9), "ExhibitA is not number 6: with that bug programs 5 and 6"),
        (naming(2, 8, 3, 1, 5, 4, 9), "ExhibitB is not number 8: with that bug programs 2, 3, 4,"),
        (naming(2, 6, 1, 3, 5, 4, 9), "ExhibitC is not number 1: with that bug programs 3 and 5"),
        (naming(2, 6, 3, 7, 5, 4, 9), "ExhibitD is not number 7: with that bug programs 1, 2, 3,"),
        (naming(2, 6, 3, 1, 4, 5, 9), "What is wrong in ExhibitE is programs 1 and 4"),
        (naming(2, 6, 3, 1, 5, 8, 9), "What is wrong in ExhibitF is programs 2 and 3"),
        (naming(3, 6, 2, 1, 5, 4, 9), "ExhibitA is not number 3: with that bug programs 2, 4 and"),
        (naming(2, 5, 3, 1, 6, 4, 9), "ExhibitB is not number 5: with that bug programs 1 and 4"),
        (naming(2, 6, 3, 9, 5, 4, 1), "ExhibitD is not number 9: with that bug nothing in the"),
        (naming(2, 6, 3, 1, 5, 4, 10), "ExhibitG is not number 10. The table is of no use here"),
        (naming(2, 6, 3, 1, 5, 4, 7), "What is wrong in ExhibitG is nothing in the table"),
        (naming(2, 2, 3, 1, 5, 4, 9), "number 2 for ExhibitA and for ExhibitB. Each exhibit"),
        (
            naming(2, 6, 3, 1, 5, 11, 9),
            "no suspect 11, named for ExhibitF: they are counted from 1 to 10",
        ),
        (naming(2, 6, 3, 1, 5, 4.5, 9), "no suspect 4.5"),
        (naming("2", 6, 3, 1, 5, 4, 9), "returned '2' for 'ExhibitA', expected a number"),
        (naming([2, 6], 6, 3, 1, 5, 4, 9), "returned [2, 6] for 'ExhibitA'"),
        (lambda: dict(zip("ABCDEFG", CAUSES, strict=True)), "have other names in your dictionary"),
        (lambda: naming(*CAUSES)() | {"Right": 0}, "an entry for 'Right'"),
        (lambda: {"ExhibitA": 2}, "returned nothing for 'ExhibitB', 'ExhibitC'"),
        (lambda: dict(zip(CAUSES, MUSEUM, strict=True)), "The dictionary is turned round"),
        (lambda: CAUSES, "expected a dictionary. Write the exhibit before"),
        (lambda: str(naming(*CAUSES)()), "expected a dictionary. Write the exhibit before"),
        (lambda: set(CAUSES), "expected a dictionary. Write the exhibit before"),
        (lambda: [*naming(*CAUSES)().items()], "expected a dictionary. Write the exhibit before"),
        (
            lambda: {k.lower(): n for k, n in naming(*CAUSES)().items()},
            "have other names in your dictionary",
        ),
        (
            lambda: {f"Exhibit {k}": n for k, n in zip("ABCDEFG", CAUSES, strict=True)},
            "have other names in your dictionary",
        ),
        (naming(1, 5, 2, 0, 4, 3, 8), "You count the suspects from 0"),
        (naming("assigned", 6, 3, 1, 5, 4, 9), "returned 'assigned' for 'ExhibitA'"),
        (naming(..., 6, 3, 1, 5, 4, 9), "returned Ellipsis for 'ExhibitA'"),
        (naming(True, 6, 3, 1, 5, 4, 9), "returned True for 'ExhibitA'"),
        (naming(2, 6, 3, 0, 5, 4, 9), "no suspect 0, named for ExhibitD"),
        (lambda: {ExhibitA: 2}, "stand in quotes"),  # noqa: F821
        (lambda museum: {"ExhibitA": 2}, "called with nothing in the brackets"),
        (naming({2}, 6, 3, 1, 5, 4, 9), "returned a set for 'ExhibitA'"),
        (lambda: MUSEUM, "returned the class ExhibitA"),
    ],
    random_wrong=random_diagnosis,
)
