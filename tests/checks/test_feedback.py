"""The words of a check: what was called, what came back, and how a guess is answered."""

import math
from collections import defaultdict
from fractions import Fraction

import numpy as np
import pytest

from helpers import checks
from helpers.checks.feedback import KINDS, Exercise, Feedback, Mistake, is_empty
from tests.checks.odd_answers import Unprintable, raising

TWICE = Exercise(
    solution=lambda x: 2 * x,
    cases=[(1.5,), (100_000_000,)],
    mistakes=[Mistake(lambda x: x * x, "That is the square.")],
    praise="Twice as much.",
)


def half_written(x):
    return ("one", "two") if x > 2 else 2 * x


def no_return(x):
    2 * x


def branch_without_return(x):
    if x < 2:
        return 2 * x
    return None


def nearly(x):
    return 2 * x * (1 + 1e-8)


def typing(x):
    return x + undefined  # noqa: F821


def of_two(x, y):
    return x + y


def wants_class(x):
    return float


@pytest.mark.parametrize(
    ("answer", "kind", "message"),
    [
        (lambda x: 2 * x, "right", "Twice as much."),
        (lambda x: x**2, "wrong", "That is the square."),
        (
            lambda x: 3 * x,
            "wrong",
            "your function(1.5) gives 4.5, but it should be 3. "
            "Every number is 1.5 times what it should be.",
        ),
        (
            nearly,
            "wrong",
            "nearly(1.5) gives 3.00000003, but it should be 3. It agrees to a few digits only.",
        ),
        (
            lambda x: 3.0 if x < 2 else 1,
            "wrong",
            "your function(100,000,000) gives 1, but it should be 200,000,000.",
        ),
        (
            lambda x: int(x) * 10**5000,
            "wrong",
            "your function(1.5) gives a number with about 5,000 digits, but it should be 3.",
        ),
        (
            half_written,
            "error",
            "half_written(100,000,000) returned ('one', 'two'), expected a number.",
        ),
        (
            no_return,
            "error",
            "no_return(1.5) returned nothing. "
            "Does every way through the function end with `return`? "
            "(`print` shows a number, and hands back nothing.)",
        ),
        (
            branch_without_return,
            "error",
            "branch_without_return(100,000,000) returned nothing. "
            "Does every way through the function end with `return`? "
            "(`print` shows a number, and hands back nothing.)",
        ),
        (
            typing,
            "error",
            "typing(1.5) stopped with NameError: name 'undefined' is not defined. Is it spelled as "
            "where it got its value? It may also come from a cell further up, which has to run "
            "first.",
        ),
        (
            of_two,
            "error",
            "of_two(1.5) stopped with TypeError: "
            "of_two() missing 1 required positional argument: 'y'. That is another number of "
            "arguments than it takes. A star passes the entries of a list one by one: f(*numbers).",
        ),
        (wants_class, "error", "wants_class(1.5) returned the class float, expected a number."),
        (raising(ValueError()), "error", "my_function(1.5) stopped with ValueError."),
        (
            raising(ValueError("one\n  two <f at 0x12ab>")),
            "error",
            "my_function(1.5) stopped with ValueError: one two <f>",
        ),
        (3, "error", "Expected a function, got 3."),
    ],
)
def test_message_says_what_was_called_and_what_came_back(answer, kind, message):
    assert TWICE.check(answer) == Feedback(kind, message)


PAIR = Exercise(
    solution=lambda x: [x, 2 * x],
    cases=[(1.5,), (4.0,)],
    mistakes=[
        Mistake(lambda x: [2 * x, x], "The order is turned round."),
        Mistake(lambda x: x, "That is one of the two."),
        Mistake(lambda x: [x, 2 * x + 0.01], "That is a little more.", within=1e-2),
    ],
    praise="Both.",
    hints={"NameError": "Is it spelt right?", "'str'": "A text is no number."},
)
NAMED = Exercise(
    solution=lambda x: [x, 2 * x, 3 * x], cases=[(2.0,)], mistakes=[], praise="All.",
    entries=("once", "twice", "thrice"), backwards=True,
)  # fmt: skip
BY_NAME = Exercise(
    solution=lambda names: {name: len(name) for name in names},
    cases=[(["a", "bc"],)],
    mistakes=[Mistake(lambda names: {}, "Nothing is in it.")],
    praise="Each name.",
)


def emptying(names):
    return {names[-1]: len(names.pop()), names[-1]: len(names.pop())}


@pytest.mark.parametrize(
    ("exercise", "answer", "kind", "message"),
    [
        (PAIR, lambda x: [x, 2 * x], "right", "Both."),
        (PAIR, lambda x: (x, x + x), "right", "Both."),
        (PAIR, lambda x: np.array([1, 2]) * x, "right", "Both."),
        (PAIR, lambda x: [Fraction(x), np.float32(2 * x)], "right", "Both."),
        (PAIR, lambda x: (2 * x, x), "wrong", "The order is turned round."),
        (PAIR, lambda x: x, "wrong", "That is one of the two."),
        (PAIR, lambda x: [x, 2 * x + 0.02], "wrong", "That is a little more."),
        (
            PAIR,
            lambda x: [x, 3 * x],
            "wrong",
            "your function(1.5) gives 4.5 as its second number, but it should be 3.",
        ),
        (
            PAIR,
            lambda x: [x, 2 * x] if x < 2 else [x, x, x],
            "error",
            "your function(4) returned 3 numbers, expected 2.",
        ),
        (
            PAIR,
            lambda x: [x],
            "error",
            "your function(1.5) returned 1 number, expected 2. The last is missing. Does the loop "
            "go through all of them?",
        ),
        (PAIR, lambda x: [], "error", "your function(1.5) returned 0 numbers, expected 2."),
        (
            PAIR,
            lambda x: 7,
            "error",
            "your function(1.5) returned 7, expected a list of 2 numbers.",
        ),
        (
            PAIR,
            lambda x: True,
            "error",
            "your function(1.5) returned True, expected a list of 2 numbers.",
        ),
        (
            PAIR,
            lambda x: {0: x, 1: 2 * x},
            "error",
            "your function(1.5) returned {0: 1.5, 1: 3.0}, expected a list of 2 numbers. That is a "
            "dictionary: collect the numbers in a list, with square brackets.",
        ),
        (
            PAIR,
            lambda x: map(float, [x, x]),
            "wrong",
            "your function(1.5) gives 1.5 as its second number, but it should be 3.",
        ),
        (
            PAIR,
            lambda x: [x, "3"],
            "error",
            "your function(1.5) returned '3' as its second number, expected a number.",
        ),
        (
            PAIR,
            lambda x: [x, 1j],
            "error",
            "your function(1.5) returned 1j as its second number, expected a number.",
        ),
        (
            PAIR,
            typing,
            "error",
            "typing(1.5) stopped with NameError: name 'undefined' is not defined. "
            "Is it spelt right?",
        ),
        (NAMED, lambda x: [x, 2 * x, 3 * x], "right", "All."),
        (
            NAMED,
            lambda x: [0, 0, 0],
            "wrong",
            "your function(2) gives 0 for thrice, but it should be 6. Every number comes out as 0.",
        ),
        (
            BY_NAME,
            emptying,
            "wrong",
            "All numbers are right. But your function changes `names`, which belongs to the one "
            "who calls it. Work on a copy, list(…), or put the results into a new one.",
        ),
        (BY_NAME, lambda names: defaultdict(int, a=1, bc=2), "right", "Each name."),
        (BY_NAME, lambda names: {}, "wrong", "Nothing is in it."),
        (
            BY_NAME,
            lambda names: {"a": 1, "bc": 3},
            "wrong",
            "your function(['a', 'bc']) gives 3 for 'bc', but it should be 2.",
        ),
        (
            BY_NAME,
            lambda names: {"a": 1},
            "error",
            "your function(['a', 'bc']) returned nothing for 'bc'.",
        ),
        (
            BY_NAME,
            lambda names: {"a": 1, "bc": 2, "d": 3, 1.0: 0},
            "error",
            "your function(['a', 'bc']) returned an entry for 'd', 1, which was not asked for.",
        ),
        (
            BY_NAME,
            lambda names: [1, 2],
            "error",
            "your function(['a', 'bc']) returned [1, 2], expected a dictionary.",
        ),
        (
            TWICE,
            lambda x: 2 * x + 1j,
            "error",
            "your function(1.5) returned (3+1j), expected a real number.",
        ),
        (
            TWICE,
            lambda x: [2 * x],
            "error",
            "your function(1.5) returned [3.0], expected a number. The right number is in it. "
            "Return that alone, without brackets and commas.",
        ),
    ],
)
def test_answer_may_be_a_list_or_a_dictionary(exercise, answer, kind, message):
    assert exercise.check(answer) == Feedback(kind, message)


def test_what_an_answer_does_to_its_arguments_changes_no_case():
    def popping(names):
        return {names.pop(): 0}

    assert BY_NAME.check(popping).message.startswith("popping(['a', 'bc']) returned nothing for")
    assert BY_NAME.cases == [(["a", "bc"],)]


def only_named(values):
    first, second = values  # noqa: RUF059


def named_and_used(values):
    first, second = values
    first + second


@pytest.mark.parametrize(
    ("function", "empty"),
    [(only_named, True), (named_and_used, False), (no_return, False), (math.exp, False)],
)
def test_lines_of_the_exercise_that_name_things_do_not_count_as_begun(function, empty):
    assert is_empty(function) == empty


def test_feedback_is_shown_as_text_and_as_html():
    feedback = Feedback("not started", "a < b: end with `return`")
    assert repr(feedback) == "○ Not started yet. a < b: end with `return`"
    assert feedback._repr_html_() == (
        '<p class="course-feedback not-started"><strong>○ Not started yet.</strong> '
        "a &lt; b: end with <code>return</code></p>"
    )
    assert len({heading[0] for heading in KINDS.values()}) == len(KINDS), "a sign for each kind"


# ------------------------------------------------------------------ predictions


@pytest.mark.parametrize(
    ("guess", "kind", "words"),
    [
        (..., "not started", "The answer is 0.25 m. A guess written down first teaches more."),
        (None, "not started", "The answer is 0.25 m."),
        (0.25, "close", "The answer is 0.25 m. You guessed 0.25."),
        (0.23, "close", "You guessed 0.23."),
        (Fraction(1, 4), "close", "You guessed 0.25."),
        (np.float64(0.26), "close", "You guessed 0.26."),
        (0.3, "compare", "You guessed 0.3. Where does the answer come from?"),
        (-0.25, "compare", "You guessed -0.25."),
        (1_000_000, "compare", "You guessed 1,000,000."),
        (10**400, "compare", "You guessed a number with about 400 digits."),
        (math.nan, "compare", "You guessed nan."),
        (math.inf, "compare", "You guessed inf."),
        ("0.25", "error", "Your guess should be a number, not '0.25'."),
        (True, "error", "not True."),
        (1j, "error", "not 1j."),
        ([0.25], "error", "not [0.25]."),
        (np.array([1.0, 2.0]), "error", "not array([1., 2.])."),
        (float, "error", "not the class float."),
        (Unprintable(), "error", "not an Unprintable."),
    ],
)
def test_prediction(guess, kind, words):
    feedback = checks.prediction(guess, 0.25, "m")
    assert feedback.kind == kind
    assert feedback.message.startswith("The answer is 0.25 m.")
    assert words in feedback.message


@pytest.mark.parametrize(("guess", "kind"), [(200, "close"), (130, "close"), (100, "compare")])
def test_prediction_of_something_random_may_be_farther_off(guess, kind):
    assert checks.prediction(guess, 237.0, "tries", within=0.5).kind == kind


@pytest.mark.parametrize("answer", [math.inf, -math.inf, math.nan])
def test_nobody_is_asked_to_predict_what_is_not_finite(answer):
    with pytest.raises(ValueError, match="ask for a number that is finite"):
        checks.prediction(1, answer, "points")


def test_prediction_without_unit_and_of_zero():
    assert checks.prediction(0, 0).message == "The answer is 0. You guessed 0."
    assert checks.prediction(0.1, 0).kind == "compare"


# ------------------------------------------------------------------ the reader's own code, if right


def test_the_story_goes_on_with_what_is_right():
    def right(weights, values_each):
        return values_each**weights

    assert checks.if_right(right, checks.grid_trials, otherwise="ours") is right
    for wrong in (..., None, 3, lambda weights, values_each: 1, lambda: 1 / 0):
        assert checks.if_right(wrong, checks.grid_trials, otherwise="ours") == "ours"
