"""Hints on a page: folds in the box of their exercise, to be shown one after the other."""

import re

from test_workbench import NOTEBOOK, markdown, render  # noqa: F401  (a fixture)

HINTS = "\n\n".join(
    f"<details>\n<summary>Hint {number}</summary>\n\nThink.\n\n</details>" for number in (1, 2)
)


def test_hints_stand_in_the_box_between_check_and_solution_and_are_marked(render):  # noqa: F811
    cells = [*NOTEBOOK[:7], (markdown(HINTS), HINTS), *NOTEBOOK[7:]]
    page, _ = render(cells)
    box = page.text.split('<div class="course-exercise"', 1)[1]
    places = [box.index(x) for x in ("Not started yet.", "Hint 1", "Hint 2", "A worked solution")]
    assert places == sorted(places)
    assert re.findall(r"<details([^>]*)>\s*<summary>(Hint \d|A worked)", box) == [
        (' data-hint="1"', "Hint 1"),
        (' data-hint="2"', "Hint 2"),
        ("", "A worked"),
    ]
    inside = box[: box.index("A worked solution")]
    assert inside.count("<div") == inside.count("</div>"), "the box is still open"
