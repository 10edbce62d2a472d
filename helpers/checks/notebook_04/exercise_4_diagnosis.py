"""Exercise 4 of notebook 04: the museum of broken engines."""

from collections.abc import Mapping

from helpers.checks.feedback import Feedback, call, not_expected, with_hint
from helpers.checks.results import close, misfit
from helpers.checks.words import called, shown

CAUSES = {
    "ExhibitA": 2,
    "ExhibitB": 6,
    "ExhibitC": 3,
    "ExhibitD": 1,
    "ExhibitE": 5,
    "ExhibitF": 4,
    "ExhibitG": 9,
}
# The programs of the notebook's table that would be wrong if a suspect were guilty.
WOULD_SHOW = {
    1: [3, 5],
    2: [1, 5, 6],
    3: [2, 4, 6],
    4: [2, 3],
    5: [1, 4],
    6: [5, 6],
    7: [1, 2, 3, 5, 6],
    8: [2, 3, 4, 5, 6],
    9: [],
    10: [],
}
POSITIVE_ONLY = (
    "The table is of no use here: all its powers and exponentials are of positive "
    "numbers. Give your gradient check a power and an exp, each at a negative number."
)
HINTS = {
    "expected a number": "Write the number of the suspect.",
    "expected a dictionary": 'Write the exhibit before each number, as in {"ExhibitA": 7, …}.',
    "required positional argument": "It is called with nothing in the brackets: my_diagnosis().",
    "name 'Exhibit": 'The names of exhibits are texts, and stand in quotes: "ExhibitA".',
}


def diagnosis(answer):
    """Check my_diagnosis(), which returns the number of the cause for each exhibit.

    >>> diagnosis(lambda: [7, 8]).kind
    'error'
    """
    if not callable(answer):
        return not_expected(answer, "a function")
    found = call(answer, expected=None)
    if isinstance(found, Feedback):
        return with_hint(found, HINTS)
    if _is_turned_round(found):
        return Feedback("wrong", "The dictionary is turned round: the exhibit comes first.")
    if isinstance(found, Mapping) and found and not any(name in found for name in CAUSES):
        return Feedback(
            "wrong", "The exhibits have other names in your dictionary: write 'ExhibitA' and so on."
        )
    if problem := misfit(found, CAUSES):
        return with_hint(Feedback("error", f"{called(answer, ())} {problem}"), HINTS)
    if all(close(found[exhibit], cause - 1) for exhibit, cause in CAUSES.items()):
        return Feedback("wrong", "You count the suspects from 0. The first has the number 1.")
    suspects = {
        exhibit: next((n for n in WOULD_SHOW if close(n, found[exhibit])), None)
        for exhibit in CAUSES
    }
    for exhibit, suspect in suspects.items():
        if suspect is None:
            return Feedback(
                "wrong",
                f"There is no suspect {shown(found[exhibit])}, named for {exhibit}: they are "
                f"counted from 1 to {len(WOULD_SHOW)}.",
            )
        if twins := [other for other in suspects if suspects[other] == suspect][1:]:
            return Feedback(
                "wrong",
                f"You name number {suspect} for {exhibit} and for {twins[0]}. Each exhibit has a "
                "bug of its own.",
            )
    for exhibit, suspect in suspects.items():
        if suspect != CAUSES[exhibit]:
            return Feedback("wrong", _ruled_out(exhibit, suspect))
    return Feedback("right", "Seven symptoms, seven causes. Numbers 7, 8 and 10 are innocent.")


def _ruled_out(exhibit, suspect):
    """Why an exhibit does not have this bug, by the table or beyond it."""
    if exhibit == "ExhibitG" and not WOULD_SHOW[suspect]:
        return f"ExhibitG is not number {suspect}. {POSITIVE_ONLY}"
    return (
        f"{exhibit} is not number {suspect}: with that bug {_wrong_in(WOULD_SHOW[suspect])} would "
        f"be wrong. What is wrong in {exhibit} is {_wrong_in(WOULD_SHOW[CAUSES[exhibit]])}."
    )


def _wrong_in(programs):
    if not programs:
        return "nothing in the table"
    *others, last = map(str, programs)
    return f"programs {', '.join(others)} and {last}"


def _is_turned_round(found):
    return (
        isinstance(found, Mapping)
        and len(found) > 0
        and all(isinstance(x, str) and x in CAUSES for x in found.values())
    )
