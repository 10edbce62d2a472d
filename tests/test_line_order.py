"""Put the lines in order: the right lines are judged right, and each wrong one is told apart.

`test_order_page.py` does the same in a browser.
"""

import re
from dataclasses import replace

import pytest

from tools import notebooks
from tools.exercises import cells_of
from tools.line_order import line_order

EXERCISES = {
    f"{path.stem[:2]} {name}": exercise
    for path in sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))
    for name, exercise in cells_of(notebooks.read(path)).items()
}
each_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=list(EXERCISES))
# "my_f(2.0) gives 3, but it should be 4." says that it is wrong, and not why.
NO_CAUSE = re.compile(r".*\bgives .*, but it should be (\[.*\]|\S+)\.")


def feedback_on(exercise, program):
    return exercise.feedback_on(f"{exercise.given}\n{program}")


@each_exercise
def test_in_the_order_of_the_solution_they_are_right(exercise):
    order = line_order(exercise)
    assert feedback_on(exercise, order.program(order.pieces)).kind == "right"


@each_exercise
def test_a_wrong_line_is_told_with_its_cause(exercise):
    order = line_order(exercise)
    assert len(order.wrong) in (1, 2)
    for piece, slip in order.wrong:
        said = feedback_on(exercise, order.program(order.with_slip(piece, slip)))
        assert said.kind in ("wrong", "error"), slip
        assert not NO_CAUSE.fullmatch(said.message), (slip, said)


@each_exercise
def test_they_are_shuffled(exercise):
    order = line_order(exercise)
    shuffled = order.shuffled()
    slips = [slip for _, slip in order.wrong]
    assert sorted(shuffled) == sorted([*order.pieces, *slips])
    assert shuffled == order.shuffled()
    right = [piece for piece in shuffled if piece in order.pieces]
    assert right != order.pieces or len(order.pieces) == 1
    assert "#" not in order.program(shuffled)


def test_a_cause_is_told_from_numbers():
    assert NO_CAUSE.fullmatch("my_f(2.0) gives 3, but it should be 4.")
    assert not NO_CAUSE.fullmatch("my_f(2.0) gives 3, but it should be 4. You added.")


# ------------------------------------------------------------------ what the comments say

AREA = replace(
    EXERCISES["02 my_step"],
    untouched="def area(a, b):\n    ...",
    solution="def area(a, b):\n    # The sides are numbers.\n    both = a * b  # a product\n\n"
    "    return both\n",
)


def order_of(*comments):
    return line_order(replace(AREA, remarks="\n\n".join(f"<!-- {x}\n-->" for x in comments)))


def test_lines_come_without_comments_and_empty_lines_go_with_the_next():
    order = order_of("wrong lines\n-    return both\n+    return a")
    assert order.given == "def area(a, b):"
    assert order.pieces == ["\n    both = a * b", "\n    return both"]
    assert order.wrong == [("\n    return both", "\n    return a")]


def test_a_piece_is_cut_before_a_line_and_a_wrong_line_brings_the_rest_of_its_piece():
    order = order_of("wrong lines\n-    return both\n+    return a", "cut before\n    both = a * b")
    assert order.pieces == ["\n    both = a * b\n\n    return both"]
    assert [slip for _, slip in order.wrong] == ["\n    both = a * b\n\n    return a"]


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("wrong lines\n-    return a\n+    return b", "has the line 'return a' 0 times"),
        ("cut before\n    return a", "has the line 'return a' 0 times"),
        ("wrong lines\n+    return a", "'return a' stands under no line of the solution"),
    ],
)
def test_a_comment_that_does_not_fit_is_told(comment, words):
    with pytest.raises(ValueError, match=words):
        order_of(comment)
