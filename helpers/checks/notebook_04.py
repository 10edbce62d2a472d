"""Exercises 1 and 3 of notebook 04, Value and backpropagation.

The others stand in `graph_order`, `training` and `reverse_mode`.
"""

from collections.abc import Mapping

from helpers.checks.feedback import Exercise, Feedback, Mistake, call, not_expected
from helpers.checks.results import close, misfit
from helpers.checks.words import called, shown

# 1. What a quotient has to note.

QUOTIENT = Exercise(
    solution=lambda a, b: [a / b, 1 / b, -a / b**2],
    cases=[(3.0, 2.0), (-1.5, 0.4), (0.7, -5.0)],
    entries=("the value", "the derivative by a", "the derivative by b"),
    mistakes=[
        Mistake(
            lambda a, b: [a / b, 1 / b, a / b**2],
            "The derivative by b lacks a minus: when b grows, a / b shrinks.",
        ),
        Mistake(
            lambda a, b: [a / b, -a / b**2, 1 / b],
            "The two derivatives have changed places: first the one by a, then the one by b.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, -1 / b**2],
            "The derivative by b lacks the a: it is the one of 1 / b, times a.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, -a / b],
            "The derivative by b lacks a square: that of 1 / b is -1 / b**2.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, -a / b * 2],
            "`-a / b * 2` multiplies by 2. A square is written with two stars: b**2.",
        ),
        Mistake(
            lambda a, b: [a / b, 1 / b, a],
            "The derivative by b is that of a product. Write a / b as a * b**-1: by b, it is a "
            "times the derivative of b**-1.",
        ),
        Mistake(
            lambda a, b: [a / b, b, a],
            "Those are the derivatives of a product, a * b.",
        ),
        Mistake(
            lambda a, b: [a / b, b, -a / b**2],
            "The derivative by a is 1 / b: a / b is a, times 1 / b.",
        ),
        Mistake(
            lambda a, b: [a / b, 1, -a / b**2],
            "The derivative by a is not 1: when a grows by a little, a / b grows by 1 / b of it.",
        ),
        Mistake(
            lambda a, b: [a / b, a / b, -a / b**2],
            "The derivative by a has an a too much: a / b is a, times 1 / b.",
        ),
        Mistake(
            lambda a, b: [b / a, 1 / a, -b / a**2],
            "The quotient is turned round: that is b / a.",
        ),
        Mistake(
            lambda a, b: [1 / b, -a / b**2],
            "The value is missing. It comes first.",
        ),
        Mistake(
            lambda a, b: [1 / b, -a / b**2, a / b],
            "The value comes first, then the two derivatives.",
        ),
        Mistake(
            lambda a, b: a / b,
            "That is the value alone. Return it with the two derivatives, as a list of three.",
        ),
    ],
    praise="Both derivatives are made of numbers that are at hand when the quotient is computed.",
)


def quotient(answer):
    """Check my_quotient(a, b), which returns a / b and its two derivatives.

    >>> quotient(lambda a, b: [a / b, 1 / b, a / b**2])
    ✗ Not yet right. The derivative by b lacks a minus: when b grows, a / b shrinks.
    """
    return QUOTIENT.check(answer)


# 3. The museum.

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
    if problem := misfit(found, CAUSES):
        return Feedback("error", f"{called(answer, ())} {problem}")
    suspects = {
        exhibit: next((n for n in WOULD_SHOW if close(n, found[exhibit])), None)
        for exhibit in CAUSES
    }
    for exhibit, suspect in suspects.items():
        if suspect is None:
            return Feedback(
                "wrong", f"There is no suspect {shown(found[exhibit])}, named for {exhibit}."
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
