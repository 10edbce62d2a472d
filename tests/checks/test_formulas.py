"""Slips that nobody wrote down: one or two parts of a formula, terms of a sum, a line by itself."""

from itertools import chain

import pytest

from helpers.checks.feedback import Exercise, Feedback
from helpers.checks.formulas import TWO_SLIPS, of_a_sum, one_or_two
from helpers.checks.lists import of_a_list
from helpers.checks.notebook_01.product import of_a_product
from tests.checks.exercises import EXERCISES

WITH_SLIPS = [
    pytest.param(entry, id=entry.name)
    for entry in EXERCISES
    if isinstance(entry.exercise, Exercise) and (entry.exercise.slips or entry.exercise.at_place)
]


def area(width=lambda a, b: a, height=lambda a, b: b):
    return lambda a, b: width(a, b) * height(a, b)


SLIPS = {
    "width": [(lambda a, b: 2 * a, "Twice as wide.")],
    "height": [(lambda a, b: b + 1, "Too high by 1."), (lambda a, b: b / 2, "Half as high.")],
}
TERMS = {"a²": lambda a, b: a * a, "ab": lambda a, b: a * b}
OTHERS = {"b²": (lambda a, b: b * b, "it is 0.")}
CASES = [(2.0, 3.0), (-1.5, 0.7), (0.4, 5.0)]


def check(answer, solution, **slips):
    return Exercise(solution, CASES, [], "Yes.", **slips).check(answer)


def area_by(answer):
    return check(answer, area(), slips=tuple(one_or_two(area, SLIPS)))


def test_one_part_and_two_parts_are_named():
    assert area_by(lambda a, b: 2 * a * b) == Feedback("wrong", "Twice as wide.")
    both = area_by(lambda a, b: 2 * a * (b + 1)).message
    assert both == "There are two slips. Twice as wide. Too high by 1."


def test_other_two_slips_with_the_same_numbers_are_named_too_and_one_alone_comes_first():
    sides = {
        "width": [(lambda a, b: 2 * a, "Wide."), (lambda a, b: 3 * a, "Wider.")],
        "height": [(lambda a, b: 2 * b, "High."), (lambda a, b: 3 * b, "Higher.")],
    }
    slips = tuple(one_or_two(area, sides))
    said = check(lambda a, b: 6 * a * b, area(), slips=slips).message
    assert said == "There are two slips. Wide. Higher. Or else: Wider. High."
    with_one = (*slips, (lambda a, b: 6 * a * b, "Six."))
    assert check(lambda a, b: 6 * a * b, area(), slips=with_one).message == "Six."


def test_two_slips_that_cancel_are_none():
    assert area_by(lambda a, b: a * b).kind == "right"
    assert "two slips" not in area_by(lambda a, b: complex(a * b)).message


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (lambda a, b: a * a, "In f the term ab is missing."),
        (lambda a, b: a * a - a * b, "In f the term ab has the wrong sign."),
        (lambda a, b: a * a + 2 * a * b, "In f the term ab is there twice."),
        (lambda a, b: a * a + a * b + b * b, "In f the term b² is too much: it is 0."),
        (
            lambda a, b: a * b + b * b,
            "In f the term a² is missing. In f the term b² is too much: it is 0.",
        ),
    ],
)
def test_terms_of_a_sum_are_named(answer, cause):
    slips = tuple(of_a_sum(TERMS, OTHERS, before="In f "))
    assert check(answer, lambda a, b: a * a + a * b, slips=slips) == Feedback("wrong", cause)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda x: x[:1], "ends after the first sum"),
        (lambda x: x[2:], "holds the last sum alone"),
        (lambda x: x[0], "the first sum, a single number"),
        (lambda x: x[2], "the last sum, a single number"),
        (lambda x: x[1:], "The first sum is missing"),
        (lambda x: x[:2], "The last sum is missing"),
        (lambda x: [x[2], x[1], x[0]], "The order is turned round"),
        (lambda x: [x[1], x[2], x[0]], "one place too early"),
        (lambda x: [x[2], x[0], x[1]], "one place too late"),
        (lambda x: [x[0]] * 3, "Every sum is the first one"),
        (lambda x: [x[2]] * 3, "Every sum is the last one"),
        (lambda x: [0, x[1], x[2]], "The first sum is 0"),
        (lambda x: [x[0], x[1], 0], "The last sum is 0"),
        (lambda x: [x[0] + x[1] + x[2], 0, 0], "in the first place"),
        (lambda x: x[0] + x[1] + x[2], "the sum of the sums"),
        (lambda x: [x[0], x[0] + x[1], x[0] + x[1] + x[2]], "contains those before it"),
        (lambda x: [*x, *x], "in the list twice"),
        (lambda x: [*x, *x, *x], "One loop is enough"),
    ],
)
def test_slips_of_a_list_are_named(change, words):
    def sums(a, b):
        return [a + b, a + 2 * b, a - b]

    slips = tuple(of_a_list(sums, "sum", "numbers"))
    assert words in check(lambda a, b: change(sums(a, b)), sums, slips=slips).message


@pytest.mark.parametrize(
    ("start", "rounds", "change", "words"),
    [
        (2, lambda n: range(n), lambda total, i, v: total * v, "starts with 2"),
        (1, lambda n: range(1, n), lambda total, i, v: total * v, "once too little"),
        (1, lambda n: range(n + 1), lambda total, i, v: total * v, "starts with one factor"),
        (1, lambda n: range(n), lambda total, i, v: total + v, "The loop adds. Each"),
        (1, lambda n: range(n), lambda total, i, v: total + total * v, "It takes its place"),
        (1, lambda n: range(n), lambda total, i, v: total * (i + 1), "a factorial"),
        (1, lambda n: range(n), lambda total, i, v: total * (v - i), "shrinks each time"),
        (1, lambda n: range(n), lambda total, i, v: total * v ** (i + 1), "multiplies powers"),
        (1, lambda n: range(n), lambda total, i, v: total * v * v, "squares the factor"),
        (1, lambda n: range(n), lambda total, i, v: total / v, "The loop divides"),
        (1, lambda n: range(1, n), lambda total, i, v: total + v, "There are two slips."),
    ],
)
def test_slips_of_a_product_are_named(start, rounds, change, words):
    def product(n, v):
        total = start
        for i in rounds(n):
            total = change(total, i, v)
        return total

    slips = tuple(of_a_product(lambda n, v: v, lambda n, v: n))
    exercise = Exercise(lambda n, v: v**n, [(3, 7), (4, 1.3), (5, 2)], [], "Yes.", slips=slips)
    assert words in exercise.check(product).message


def two_lines(a, b):
    return {"s": a + b, "p": (a + b) * b}


LINES = {
    "s": [(lambda found, a, b: a - b, "The sum is a difference.")],
    "p": [
        (lambda found, a, b: found["s"] * b, ""),
        (lambda found, a, b: found["s"] + b, "The product is a sum."),
    ],
}


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (lambda a, b: {"s": a - b, "p": (a - b) * b}, "The sum is a difference."),
        (lambda a, b: {"s": a + b, "p": a + b + b}, "The product is a sum."),
        (
            lambda a, b: {"s": a - b, "p": a - b + b},
            "The sum is a difference. The product is a sum.",
        ),
    ],
)
def test_a_line_is_judged_by_what_the_reader_has_above_it(answer, cause):
    assert check(answer, two_lines, at_place=LINES) == Feedback("wrong", cause)


def test_a_line_that_nobody_knows_ends_it():
    answer = {"s": 7.0, "p": 1.0}
    assert "gives 7 for 's'" in check(lambda a, b: answer, two_lines, at_place=LINES).message


def test_a_list_in_the_head_of_a_function_is_noticed():
    def collecting(a, b, numbers=[]):  # noqa: B006
        numbers.append(a + b)
        numbers.append(a * b)
        return numbers

    feedback = check(collecting, lambda a, b: [a + b, a * b])
    assert "as in `new=[]`" in feedback.message


def test_numbers_that_are_elsewhere_or_cut_off_are_noticed():
    def three(a, b):
        return [a + b, a * b, a - b]

    said = check(lambda a, b: [a * b, a + b, a - b], three).message
    assert said.endswith("and stand in each other's places.")
    middle = check(lambda a, b: three(a, b)[::2], three).message
    assert middle.endswith("expected 3. The second is missing.")
    signs = check(lambda a, b: [abs(a), -abs(a)], lambda a, b: [a, -a]).message
    assert "each other's places" not in signs  # they have changed places in some cases only
    assert check(lambda a, b: three(a, b)[1:], three).message.endswith(
        "expected 3. The first is missing. Does the loop go through all of them?"
    )


@pytest.mark.parametrize("entry", WITH_SLIPS)
def test_every_slip_of_an_exercise_is_told_from_a_right_answer(entry):
    exercise = entry.exercise
    known = {mistake.cause for mistake in exercise.mistakes} | {c for _, c in exercise.slips}
    right = exercise._results(exercise.solution)
    for function, cause in exercise.slips:
        results = exercise._results(function)
        if any(isinstance(x, Feedback) for x in results) or results == right:
            continue  # it stops, or two slips cancel
        feedback = entry.check(function)
        said = feedback.message.replace("Or else:", f"Or else: {TWO_SLIPS}").split(" Or else: ")
        assert feedback.kind == "error" or known.issuperset(said), cause


@pytest.mark.parametrize("entry", WITH_SLIPS)
def test_slips_are_sentences(entry):
    slips = [*entry.exercise.slips, *chain(*entry.exercise.at_place.values())]
    assert all(cause == "" or cause.endswith((".", ".)", "?")) for _, cause in slips)
