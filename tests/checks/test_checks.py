"""Every check knows right from wrong, names the mistakes it knows, and never raises."""

import inspect
import itertools
import math
from collections import defaultdict
from fractions import Fraction
from functools import cache

import numpy as np
import pytest

from helpers import checks
from helpers.checks.classes import ClassExercise
from helpers.checks.feedback import KINDS, Exercise, Feedback, Mistake, is_empty
from helpers.checks.results import agree
from tests.checks.exercises import EXERCISES
from tools import notebooks
from tools.exercises import cells_of, given_in

TABLED = [entry for entry in EXERCISES if isinstance(entry.exercise, Exercise)]
FOR_A_CLASS = [entry for entry in EXERCISES if isinstance(entry.exercise, ClassExercise)]
FOR_A_FUNCTION = [entry for entry in EXERCISES if entry not in FOR_A_CLASS]


def by_name(entry):
    return entry.name


def pairs(attribute):
    """One test parameter for each exercise and each item of one of its lists."""
    return [
        pytest.param(entry, item, id=f"{entry.name}-{number}")
        for entry in EXERCISES
        for number, item in enumerate(getattr(entry, attribute))
    ]


@cache
def exercises_in(name):
    return cells_of(notebooks.read(notebooks.NOTEBOOKS / name))


def cells(entry):
    return exercises_in(entry.notebook)[entry.name]


each = pytest.mark.parametrize("entry", EXERCISES, ids=by_name)
each_tabled = pytest.mark.parametrize("entry", TABLED, ids=by_name)
each_for_a_class = pytest.mark.parametrize("entry", FOR_A_CLASS, ids=by_name)
each_for_a_function = pytest.mark.parametrize("entry", FOR_A_FUNCTION, ids=by_name)

# ------------------------------------------------------------------ the table is complete


def test_every_exercise_of_every_notebook_is_in_the_table():
    written = {
        (path.name, name)
        for path in notebooks.NOTEBOOKS.glob("*.ipynb")
        for name in exercises_in(path.name)
    }
    assert written == {(entry.notebook, entry.name) for entry in EXERCISES}


def test_every_check_is_in_the_table():
    assert {entry.check.__name__ for entry in EXERCISES} == set(checks.__all__) - {"prediction"}


def test_solution_comes_with_what_it_uses_from_cells_above():
    used = [
        "from math import cos, exp",
        "FACTOR = exp(0)",
        "def twice(x):\n    return FACTOR * x",
    ]
    unused = ["import no_such_module", "FACTORS = undefined", "open('no such file')"]
    above = [f"{a}\n{b}" for a, b in zip(unused, used, strict=True)]
    assert given_in(above, "def f(x):\n    return [twice(y) for y in x]") == "\n".join(used)
    assert given_in(above, "def f(x):\n    return x") == ""


@each
def test_table_has_enough_of_each(entry):
    assert len(entry.right) >= 2
    assert len(entry.wrong) >= 2


# ------------------------------------------------------------------ not started, right


@each
def test_untouched_cell_is_not_started(entry):
    feedback = cells(entry).feedback_on(cells(entry).untouched)
    assert feedback.kind == "not started"
    assert "..." in feedback.message


def check_of_body(entry, body):
    """What the check says when nothing but this stands in the function or class."""
    lines = cells(entry).untouched.splitlines()
    (head,) = [line for line in lines if line.startswith(("def ", "class "))]
    return entry.check(entry.answer_in(f"{head}\n    {body}\n"))


@each
@pytest.mark.parametrize("body", ["...", '"""Later."""', "pass"])
def test_answer_without_content_is_not_started(entry, body):
    assert check_of_body(entry, body).kind == "not started"


@each_for_a_function
@pytest.mark.parametrize("body", ["return ...", "return None"])
def test_function_that_returns_nothing_is_not_started(entry, body):
    assert check_of_body(entry, body).kind == "not started"


@each_for_a_class
@pytest.mark.parametrize("body", ["data = 0.0", "def backward(self): ..."])
def test_class_with_anything_in_it_is_started(entry, body):
    assert check_of_body(entry, body).kind == "error"


@each
@pytest.mark.parametrize("nothing", [..., None])
def test_nothing_is_not_started(entry, nothing):
    assert entry.check(nothing).kind == "not started"


@each
def test_worked_solution_is_right(entry):
    feedback = entry.check(entry.answer_in(cells(entry).solved))
    assert feedback.kind == "right", feedback


@pytest.mark.parametrize(("entry", "answer"), pairs("right"))
def test_other_right_ways_are_right(entry, answer):
    feedback = entry.check(answer)
    assert feedback.kind == "right", feedback


# ------------------------------------------------------------------ wrong


@pytest.mark.parametrize(("entry", "mistake"), pairs("wrong"))
def test_students_mistake_is_called_by_its_name(entry, mistake):
    answer, words = mistake
    feedback = entry.check(answer)
    assert feedback.kind in ("wrong", "error")
    assert words in feedback.message


@each
def test_words_looked_for_belong_to_one_cause(entry):
    said = [(words, entry.check(answer).message) for answer, words in entry.wrong]
    for (words, _), (others_words, message) in itertools.permutations(said, 2):
        assert words == others_words or words not in message


@each_tabled
def test_each_mistake_of_the_table_gets_its_cause(entry):
    for mistake in entry.exercise.mistakes:
        assert entry.check(mistake.function) == Feedback("wrong", mistake.cause)


@each_tabled
def test_students_make_each_mistake_of_the_table(entry):
    causes = {entry.check(answer).message for answer, _ in entry.wrong}
    assert causes >= {mistake.cause for mistake in entry.exercise.mistakes}


@each_tabled
def test_no_two_mistakes_give_the_same_results(entry):
    exercise = entry.exercise
    functions = [exercise.solution, *(mistake.function for mistake in exercise.mistakes)]
    results = [[exercise.run(f, *case) for case in exercise.cases] for f in functions]
    for a, b in itertools.combinations(results, 2):
        assert not all(map(agree, a, b))


@each_for_a_class
def test_students_make_each_mistake_with_a_class(entry):
    said = " ".join(entry.check(answer).message for answer, _ in entry.wrong)
    for probe in entry.exercise.probes:
        for mistake in [*probe.wrong_values, *probe.wrong_slopes]:
            assert mistake.cause in said
        assert probe.hint in said


@each_for_a_class
def test_no_two_mistakes_with_a_class_look_the_same(entry):
    exercise = entry.exercise
    for probe in exercise.probes:
        value, *slopes = exercise.derivatives(exercise.reference, probe).values()
        values = [value, *(m.function(*probe.point) for m in probe.wrong_values)]
        all_slopes = [slopes, *(m.function(*probe.point) for m in probe.wrong_slopes)]
        for a, b in [*itertools.combinations(values, 2), *itertools.combinations(all_slopes, 2)]:
            assert not agree(a, b), probe.text


def linear(rng):
    """A random linear function of its arguments."""
    factors = rng.uniform(-2, 2, size=8)

    def my_function(*arguments):
        return float(factors[0] + sum(map(lambda a, b: a * b, factors[1:], arguments)))

    return my_function


def smooth(rng):
    """A random function that is not linear."""
    inner, factor = linear(rng), rng.uniform(0.5, 2)
    return lambda *arguments: factor * math.exp(-abs(inner(*arguments)))


@each
@pytest.mark.parametrize("seed", range(10))
def test_random_wrong_answer_is_not_right(entry, seed):
    rng = np.random.default_rng(seed)
    make = entry.random_wrong or (linear if seed % 2 else smooth)
    feedback = entry.check(make(rng))
    assert feedback.kind == "wrong", feedback


# ------------------------------------------------------------------ what goes wrong in their code


class Unprintable:
    """An object whose text cannot be had."""

    def __repr__(self):
        raise RuntimeError("no text")


class SilentError(Exception):
    """An exception whose text cannot be had."""

    def __str__(self):
        raise RuntimeError("no text")


def raising(error):
    def my_function(*arguments):
        raise error

    return my_function


def endless(*arguments):
    return endless(*arguments)


def returning(value):
    return lambda *arguments: value


RETURNED = {
    "text": "0.0625",
    "list": [1.0],
    "empty list": [],
    "dictionary": {"loss": 1},
    "complex": 1j,
    "complex array": np.array([1j] * 4),
    "bool": True,
    "NumPy bool": np.True_,
    "NaN": math.nan,
    "infinity": -math.inf,
    "array": np.array([1.0, 2.0]),
    "array of four": np.array([0.1, 0.2, 0.3, 0.4]),
    "array of text": np.array(["a"] * 4),
    "ragged": [[1], [2, 3]],
    "huge whole number": -(10**400),
    "too long to print": 10**5000,
    "fraction": Fraction(1, 3),
    "generator": (x for x in range(4)),
    "class": float,
    "function": endless,
    "module": math,
    "unprintable": Unprintable(),
}
RAISED = {
    "division": ZeroDivisionError("division by zero"),
    "no text": ValueError(),
    "text in lines": ValueError("one\n  two"),
    "unprintable": SilentError(),
    "exit": SystemExit(),
    "exit with a code": SystemExit(3),
    "address": TypeError("<function f at 0x7f00c0de> is wrong"),
    "long": ValueError("x" * 5000),
}
HOSTILE = {
    **{f"returns {name}": returning(value) for name, value in RETURNED.items()},
    **{f"raises {name}": raising(error) for name, error in RAISED.items()},
    "recursion": endless,
    "no arguments": lambda: 1.0,
    "too many arguments": lambda a, b, c, d, e, f, g, h: 1.0,
    "class": type("MyLoss", (), {"weights": 4}),
    "unprintable callable": type("Odd", (Unprintable,), {"__call__": lambda self, *a: 7.0})(),
    "nothing in the end": lambda *arguments: print(end=""),
}
NO_FUNCTIONS = [0.0625, "text", [1], np.array([1.0]), math.nan, 1j, True, Unprintable(), 10**5000]


def assert_helps(feedback):
    assert isinstance(feedback, Feedback)
    assert feedback.kind in ("error", "wrong")
    for text in (repr(feedback), feedback._repr_html_()):
        assert " at 0x" not in text
        assert "\n" not in text
        assert len(text) < 500


@each
@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_their_code_does_comes_back_as_help(entry, kind):
    assert_helps(entry.check(HOSTILE[kind]))


@each
@pytest.mark.parametrize("answer", NO_FUNCTIONS, ids=lambda a: type(a).__name__)
def test_what_is_no_function_comes_back_as_help(entry, answer):
    feedback = entry.check(answer)
    assert_helps(feedback)
    expected = "a class" if entry in FOR_A_CLASS else "a function"
    assert f"Expected {expected}, got" in feedback.message


@each_for_a_function
def test_interrupt_goes_through(entry):
    with pytest.raises(KeyboardInterrupt):
        entry.check(raising(KeyboardInterrupt()))


def parts(attribute):
    """One test parameter for each exercise that asks for a class and each of these parts of it."""
    return [
        pytest.param(entry, name, id=f"{entry.name}-{name}")
        for entry in FOR_A_CLASS
        for name in getattr(entry, attribute)
    ]


each_method = pytest.mark.parametrize(("entry", "name"), parts("methods"))
each_attribute = pytest.mark.parametrize(("entry", "name"), parts("attributes"))


def with_part(entry, name, part):
    """A right class with one of its methods or attributes replaced."""
    return type(entry.name, (entry.right[0],), {name: part})


def reading(function):
    """An attribute that is computed by this function, and cannot be changed."""
    return property(function, lambda self, x: None)


@each_method
@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_the_method_of_a_class_does_comes_back_as_help(entry, name, kind):
    assert_helps(entry.check(with_part(entry, name, HOSTILE[kind])))


@each_attribute
@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if "arguments" not in kind])
def test_whatever_is_in_an_attribute_of_a_class_comes_back_as_help(entry, name, kind):
    assert_helps(entry.check(with_part(entry, name, reading(HOSTILE[kind]))))


@each_method
def test_interrupt_of_a_method_goes_through(entry, name):
    with pytest.raises(KeyboardInterrupt):
        entry.check(with_part(entry, name, raising(KeyboardInterrupt())))


@each_attribute
def test_interrupt_of_an_attribute_goes_through(entry, name):
    with pytest.raises(KeyboardInterrupt):
        entry.check(with_part(entry, name, reading(raising(KeyboardInterrupt()))))


@each_for_a_class
@pytest.mark.parametrize("name", ["__repr__", "__bool__", "__len__", "__iter__", "__float__"])
def test_check_of_a_class_asks_for_nothing_but_what_the_exercise_says(entry, name):
    feedback = entry.check(with_part(entry, name, raising(RuntimeError("not asked for"))))
    assert feedback.kind == "right", feedback


@each_for_a_class
def test_check_of_a_class_says_what_it_tried(entry):
    answer = with_part(entry, "exp", raising(ValueError("x" * 5000)))
    assert entry.check(answer).message.startswith("a.exp() at a = 0.7 stopped with ValueError: xxx")


def test_table_of_an_exercise_stays_as_it_is_when_checked():
    for entry in TABLED:
        before = list(entry.exercise.cases)
        entry.check(entry.exercise.solution)
        assert entry.exercise.cases == before


# ------------------------------------------------------------------ the words of a message

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
        (lambda x: 3 * x, "wrong", "your function(1.5) gives 4.5, but it should be 3."),
        (nearly, "wrong", "nearly(1.5) gives 3.00000003, but it should be 3."),
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
            "Does every way through the function end with `return`?",
        ),
        (
            branch_without_return,
            "error",
            "branch_without_return(100,000,000) returned nothing. "
            "Does every way through the function end with `return`?",
        ),
        (
            typing,
            "error",
            "typing(1.5) stopped with NameError: name 'undefined' is not defined",
        ),
        (
            of_two,
            "error",
            "of_two(1.5) stopped with TypeError: "
            "of_two() missing 1 required positional argument: 'y'",
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
        (PAIR, lambda x: [x], "error", "your function(1.5) returned 1 number, expected 2."),
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
            "your function(1.5) returned {0: 1.5, 1: 3.0}, expected a list of 2 numbers.",
        ),
        (
            PAIR,
            lambda x: map(float, [x, x]),
            "error",
            "your function(1.5) returned a map, expected a list of 2 numbers.",
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
            "your function(2) gives 0 for thrice, but it should be 6.",
        ),
        (BY_NAME, emptying, "right", "Each name."),
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
            "your function(1.5) returned [3.0], expected a number.",
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


def test_every_check_has_a_signature_of_one_answer():
    for entry in EXERCISES:
        assert list(inspect.signature(entry.check).parameters) == ["answer"]


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
        (0.3, "compare", "You guessed 0.3. Where does that come from?"),
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


def test_prediction_without_unit_and_of_zero():
    assert checks.prediction(0, 0).message == "The answer is 0. You guessed 0."
    assert checks.prediction(0.1, 0).kind == "compare"
