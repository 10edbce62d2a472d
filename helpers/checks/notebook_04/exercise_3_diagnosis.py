"""Exercise 3 of notebook 04: the museum of broken engines."""

from collections.abc import Mapping

from helpers.checks.feedback import Feedback, call, not_expected
from helpers.checks.results import close, misfit
from helpers.checks.words import called, shown

CAUSES = {
    "ExhibitA": 2,
    "ExhibitB": 6,
    "ExhibitC": 3,
    "ExhibitD": 1,
    "ExhibitE": 5,
    "ExhibitF": 4,
}
# What would be seen if a suspect were guilty, and what is seen in an exhibit.
WOULD_SHOW = {
    1: "a**3 would be wrong, and nothing else in the table",
    2: "everything that uses a number twice would be wrong, a + a as well as s + s*a",
    3: "exp would be wrong, and nothing else in the table",
    4: "3 - a would be wrong, and nothing else in the table",
    5: "relu would be wrong, and nothing else in the table",
    6: "only s + s*a would be wrong, where s is used early and late",
    7: "every sum would be wrong: a + a, s + s*a, that under relu, and 3 - a, which is 3 + -a",
    8: "products would be wrong: s + s*a, those under relu, and 3 - a, where -a is a * -1",
}
SHOWS = {
    "ExhibitA": "is wrong for a + a already, and right wherever each number is used once.",
    "ExhibitB": "is right for a + a, and wrong for s + s*a. What is s there, that a is not?",
    "ExhibitC": "is wrong in one place only. Print the check there: by what factor?",
    "ExhibitD": "is wrong in one place only. Print the check there: by what factor?",
    "ExhibitE": "is wrong in one place only. Print the check there, for a and for b.",
    "ExhibitF": "is wrong in one place only. Try a - 3 as well.",
}


def diagnosis(answer):
    """Check my_diagnosis(), which returns the number of the cause for each exhibit.

    >>> diagnosis(lambda: [7, 8])
    ! There was an error. your function() returned [7, 8], expected a dictionary.
    """
    if not callable(answer):
        return not_expected(answer, "a function")
    found = call(answer, expected=None)
    if isinstance(found, Feedback):
        return found
    if _is_turned_round(found):
        return Feedback("wrong", "The dictionary is turned round: the exhibit comes first.")
    if isinstance(found, Mapping) and found and not any(name in found for name in CAUSES):
        return Feedback(
            "wrong", "The exhibits have other names in your dictionary: write 'ExhibitA' and so on."
        )
    if problem := misfit(found, CAUSES):
        advice = " Write the number of the suspect." if "expected a number" in problem else ""
        return Feedback("error", f"{called(answer, ())} {problem}{advice}")
    suspects = {
        exhibit: next((n for n in WOULD_SHOW if close(n, found[exhibit])), None)
        for exhibit in CAUSES
    }
    for exhibit, suspect in suspects.items():
        if suspect is None:
            return Feedback(
                "wrong",
                f"There is no suspect {shown(found[exhibit])}, named for {exhibit}: they are "
                "counted from 1 to 8.",
            )
        if twins := [other for other in suspects if suspects[other] == suspect][1:]:
            return Feedback(
                "wrong",
                f"You name number {suspect} for {exhibit} and for {twins[0]}. Each exhibit has a "
                "bug of its own.",
            )
    for exhibit, suspect in suspects.items():
        if suspect != CAUSES[exhibit]:
            return Feedback(
                "wrong",
                f"{exhibit} is not number {suspect}: with that bug {WOULD_SHOW[suspect]}. "
                f"{exhibit} {SHOWS[exhibit]}",
            )
    return Feedback("right", "Six symptoms, six causes. Numbers 7 and 8 are innocent.")


def _is_turned_round(found):
    return (
        isinstance(found, Mapping)
        and len(found) > 0
        and all(isinstance(x, str) and x in CAUSES for x in found.values())
    )
