"""Every check knows right from wrong, and names the mistakes it knows."""

import inspect
import itertools
import math
from functools import cache

import numpy as np
import pytest

from helpers import checks
from helpers.checks.feedback import Feedback
from helpers.checks.formulas import TWO_SLIPS
from helpers.checks.results import agree
from tests.checks.exercises import (
    EXERCISES,
    TABLED,
    each,
    each_for_a_class,
    each_for_a_function,
    each_tabled,
)
from tools import notebooks
from tools.exercises import cells_of, given_in


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


# ------------------------------------------------------------------ the table is complete


def test_every_exercise_of_every_notebook_is_in_the_table():
    written = {
        (path.name, name)
        for path in notebooks.NOTEBOOKS.glob("*.ipynb")
        for name in exercises_in(path.name)
    }
    assert written == {(entry.notebook, entry.name) for entry in EXERCISES}


def test_every_check_is_in_the_table():
    assert {entry.check.__name__ for entry in EXERCISES} == set(checks.__all__) - {
        "if_right",
        "prediction",
    }


@each
def test_check_stands_in_the_file_that_is_named_after_its_exercise(entry):
    place = list(exercises_in(entry.notebook)).index(entry.name) + 1
    folder, file = f"notebook_{entry.notebook[:2]}", f"exercise_{place}_{entry.check.__name__}"
    assert entry.check.__module__ == f"helpers.checks.{folder}.{file}"


def test_every_check_has_a_signature_of_one_answer():
    for entry in EXERCISES:
        assert list(inspect.signature(entry.check).parameters) == ["answer"]


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
    assert words.startswith(TWO_SLIPS) == feedback.message.startswith(TWO_SLIPS)


@each
def test_words_looked_for_belong_to_one_cause(entry):
    said = [(words, entry.check(answer).message) for answer, words in entry.wrong]
    for (words, own), (others_words, message) in itertools.permutations(said, 2):
        # Two slips are never taken for one of them: see the test before.
        if own.startswith(TWO_SLIPS) == message.startswith(TWO_SLIPS):
            assert words == others_words or words not in message or message == own


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
        assert not all(agree(x, y, exercise.within) for x, y in zip(a, b, strict=True))


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


def test_table_of_an_exercise_stays_as_it_is_when_checked():
    for entry in TABLED:
        before = list(entry.exercise.cases)
        entry.check(entry.exercise.solution)
        assert entry.exercise.cases == before
