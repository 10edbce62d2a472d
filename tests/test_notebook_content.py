"""Every notebook is built as the course's notebooks are; and each rule can find what breaks it."""

from pathlib import Path

import pytest

from tools import notebooks
from tools.notebook_rules import RULES

PATHS = sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
@pytest.mark.parametrize("name", RULES)
def test_notebook_follows_rule(path, name):
    assert list(RULES[name](notebooks.read(path)["cells"], path.parent)) == []


def test_there_are_notebooks():
    assert PATHS


# ------------------------------------------------------------------ each rule can fail

OPTIONS = [
    '#| fig-cap: "A curve that falls in steps."',
    '#| fig-alt: "Line chart with one curve that falls from left to right."',
]
START = (
    "# Title\n\n**Question.** How?\n\nAt the end you will be able to do it. It takes 45 minutes."
)
FOLDED = "<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>"
END = (
    f"## Recap\n\n- It is so.\n\n## Check yourself\n\n{FOLDED}\n\n{FOLDED}\n\n{FOLDED}\n\n"
    "## Next\n\nMore.\n\n## Where to go on\n\n- A book."
)


def markdown(source):
    return {"cell_type": "markdown", "source": source}


def code(source, image=False, tags=()):
    outputs = [{"data": {"image/png": "…"}}] if image else []
    metadata = {"tags": [*tags]}
    return {"cell_type": "code", "source": source, "outputs": outputs, "metadata": metadata}


def printing(text, kind):
    output = {"text": [text]} if kind == "text" else {"data": {kind: [text]}}
    return code("print()") | {"outputs": [output]}


def figure(*lines):
    return code("\n".join([*lines, "draw()"]), image=True)


def predicting():
    return [markdown("> **Predict.** How many? (Is it odd?)"), code("guess_this = ...")]


HINTS = "\n\n".join(
    f"<details>\n<summary>Hint {number}</summary>\n\nThink.\n\n</details>" for number in (1, 2)
)


def exercise(number, name, head, solution):
    worked = f"```python\n{head}:\n    {solution}\n```"
    wrong = f"<!-- wrong lines\n-    {solution}\n+    y = 2\n-->"
    return [
        markdown(f"### Exercise {number}: do it\n\nReturn it."),
        code(f"{head}:\n    ..."),
        code(f"checks.identity({name})"),
        markdown(HINTS),
        markdown(f"<details>\n<summary>A solution</summary>\n\n{worked}\n\n</details>\n\n{wrong}"),
    ]


def small_notebook():
    """The cells of a notebook that breaks no rule."""
    cells = [markdown(START)]
    for _ in range(3):
        cells += predicting()
    for number in range(1, 4):
        cells += exercise(number, f"my_{number}", f"def my_{number}(x)", "return x")
    cells += exercise(4, "MyNumber", "class MyNumber", "data = 0.0")
    return [*cells, figure(*OPTIONS), markdown(END)]


def adding(cell):
    return lambda cells: [*cells[:-1], cell, cells[-1]]


def ringing(caption, label):
    call = "plots.loss_landscape(w, u, losses, valley, dots, ringed)"
    return code(f'#| fig-cap: "{caption}"\nringed = {{"{label}": dots}}\n{call}')


def naming(source, text):
    return lambda cells: adding(markdown(text))(adding(code(source))(cells))


def without(word, times=1):
    """Leave out the first cells that hold a word."""

    def change(cells):
        places = [i for i, cell in enumerate(cells) if word in cell["source"]][:times]
        return [cell for i, cell in enumerate(cells) if i not in places]

    return change


def replacing(old, new):
    return lambda cells: [cell | {"source": cell["source"].replace(old, new)} for cell in cells]


# What breaks a rule, and words of the sentence that should say so.
BROKEN = {
    "figures_have_caption_and_alternative_text": [
        (adding(figure()), "no fig-cap"),
        (adding(figure(OPTIONS[0])), "no fig-cap and fig-alt"),
        (adding(figure(*OPTIONS[::-1])), "no fig-cap and fig-alt"),
        (adding(figure("import x", *OPTIONS)), "no fig-cap"),
        (adding(figure('#| fig-cap: ""', OPTIONS[1])), "caption without text"),
        (adding(figure(OPTIONS[0], '#| fig-alt: "A chart."')), "less than 40"),
        (adding(figure(OPTIONS[0], f'#| fig-alt: "{"x" * 50}"')), "less than 40"),
        (adding(figure(OPTIONS[1].replace("alt", "cap"), OPTIONS[1])), "repeats the caption"),
    ],
    "guesses_that_are_near_are_ringed": [
        (adding(code("plots.loss_landscape(w, u, losses, valley, dots)")), "no guess has a ring"),
        (adding(ringing("Two are near.", "loss below 0.05")), "does not say what the ring means"),
    ],
    "opens_with_heading_and_question": [
        (without("# Title"), "no heading"),
        (lambda cells: [code("1"), *cells], "no heading"),
        (replacing("**Question.**", ""), "no question"),
        (replacing("you will be able to", ""), "no goals"),
        (replacing("45 minutes", "long"), "how long"),
        (adding(markdown("# Another")), "second heading"),
        (lambda cells: [], "no heading"),
    ],
    "has_predictions_with_a_guess": [
        (without("**Predict.**"), "2 predictions"),
        (without("guess_this"), "no cell for a guess"),
        (replacing("guess_this = ...", "guess_this = 3"), "no cell for a guess"),
        (adding(markdown("> **Predict.** At the end?")), "no cell for a guess"),
    ],
    "has_exercises_with_check_and_solution": [
        (without("my_1(", 3), "3 exercises"),
        (without("checks.identity(my_2)"), "no check follows the exercise my_2"),
        (replacing("checks.identity(my_2)", "print(my_2)"), "no check follows"),
        (without("<summary>A solution"), "no folded worked solution"),
        (replacing("<details>", "<div>"), "no folded worked solution"),
        (replacing("```python", "```"), "no folded worked solution"),
        (replacing("    ...", "    return 3"), "0 exercises"),
        (without("### Exercise 1"), "3 headings for 4"),
        (lambda cells: [*cells, code("def my_5(x):\n    ...")], "no check follows"),
        (without("checks.identity(MyNumber)"), "no check follows the exercise MyNumber"),
        (replacing("checks.identity(MyNumber)", "checks.identity(MyNumbers)"), "no check follows"),
        (without("data = 0.0"), "no folded worked solution follows the check of MyNumber"),
        (replacing("class MyNumber:\n    ...", "class MyNumber:\n    x = ..."), "3 exercises"),
    ],
    "exercises_have_hints": [
        (without("Hint 1"), "0 hints for my_1, expected two or three"),
        (replacing("<summary>Hint 2", "<summary>Hint"), "1 hints for my_1"),
        (replacing("Think.", "```python\nreturn x\n```"), "a hint for my_1 holds a block of code"),
    ],
    "solutions_have_one_or_two_wrong_lines": [
        (
            replacing("+    y = 2\n", ""),
            "0 wrong lines under the solution of my_1, expected one or",
        ),
        (replacing("+    y = 2", "+    y = 2\n" * 3), "3 wrong lines under the solution of my_1"),
        (
            replacing("-    return x", "-    return y"),
            "solution of my_1 does not fit it: the solution",
        ),
        (replacing("wrong lines\n-    return x\n", "wrong lines\n"), "'y = 2' stands under no"),
        (replacing("-->", "-->\n<!-- cut before\n    y = 3\n-->"), "has the line 'y = 3' 0 times"),
    ],
    "exercises_say_what_to_return": [
        (replacing("Return it.", "Write it."), "what my_1 returns"),
        (replacing("Return it.", FOLDED.replace("So.", "Return it.")), "what my_3 returns"),
    ],
    "predictions_ask_for_one_thing": [
        (replacing("How many?", "How many? Is it above 0?"), "several questions"),
    ],
    "there_is_something_to_do_every_eight_cells": [
        (lambda cells: [*cells[:5], *[code("1")] * 9, *cells[5:]], "nothing to do"),
        (lambda cells: [*cells[:5], *[markdown("So.")] * 9, *cells[5:]], "the cells from 5 on"),
    ],
    "code_that_the_text_names_is_open": [
        (adding(code("class A:\n    x = 1")), "points at A,"),
        (naming("def double(x):\n    return 2 * x", "Call `double(2)`."), "points at double,"),
        (naming("TABLE = [\n    1\n]", "Look it up in `TABLE`."), "points at TABLE,"),
    ],
    "lists_are_numbered_from_one": [
        (adding(markdown("It is\n\n2. In words.")), "numbered [2]"),
        (adding(markdown("1. One\n3. Three")), "numbered [1, 3]"),
    ],
    "ends_with_recap_and_questions": [
        (without("## Recap"), "no recap"),
        (replacing("- It is so.", ""), "no recap"),
        (replacing(f"{FOLDED}\n\n{FOLDED}", FOLDED), "fewer than three"),
        (replacing("## Check yourself", "## Questions"), "fewer than three"),
        (replacing("## Next", ""), "what comes next"),
        (replacing("## Where to go on", "## Books"), "no readings"),
        (lambda cells: [*cells, markdown("## Next\n\nMore.")], "no readings"),
    ],
    "has_no_colon_fences": [
        (adding(markdown("::: {.callout-note}\nText\n:::")), "::: {.callout-note}"),
        (adding(markdown("> ::: tip")), "shows as text"),
    ],
    "folds_have_summary_and_empty_lines": [
        (adding(markdown(FOLDED.replace("\n\n", "\n"))), "empty lines"),
        (adding(markdown(FOLDED.replace("So.\n\n", "So.\n"))), "empty lines"),
        (adding(markdown("<details>\n\nSo.\n\n</details>")), "without summary"),
        (adding(markdown(FOLDED.replace("Why?", " "))), "without summary"),
        (adding(markdown(FOLDED.replace("So.", ""))), "empty lines"),
        (adding(markdown(FOLDED.replace("</details>", ""))), "opened and closed"),
    ],
    "has_no_exclamation_marks": [
        (adding(markdown("It works!")), "It works!"),
        (adding(markdown("`a` works! `b`")), "exclamation mark"),
        (adding(markdown("<summary>Try it!</summary>")), "Try it!"),
    ],
    "relative_links_resolve": [
        (adding(markdown("[next](no-such-notebook.ipynb)")), "no-such-notebook.ipynb"),
        (adding(markdown("![figure](figures/none.png)")), "figures/none.png"),
        (adding(markdown('<img src="none.png">')), "none.png"),
        (adding(markdown("[part](none.ipynb#part)")), "none.ipynb"),
    ],
    "code_lines_are_short": [
        (adding(code("x = 1  # " + "y" * 80)), "a line of 89 characters"),
    ],
    "printed_lines_can_be_read": [
        (adding(printing("x" * 87, "text")), "a printed line of 87 characters"),
        (adding(printing("x" * 87, "text/plain")), "a printed line of 87 characters"),
        (adding(printing("1.0 + -1.0ε", "text")), "two signs for one number: '1.0 + -1.0ε'"),
        (adding(printing("1.0 − −1.0ε", "text/plain")), "two signs for one number"),
    ],
}
ALLOWED = [
    "1. One\n2. Two, as in `Two` and `x`",
    "One `a != b` and $n! = 6$ and $$\nn!\n$$ and x != y",
    "```python\nassert not x, 'no!'\nf[0](*[x])\n```\nand `f[1](x)`",
    "[site](https://example.org/a) [part](#part) [other](other.ipynb#part) ![figure](other.ipynb)",
]


def problems(cells, name, folder=Path()):
    return list(RULES[name](cells, folder))


def test_every_rule_is_shown_to_fail():
    assert set(BROKEN) == set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_small_notebook_breaks_no_rule(name, tmp_path):
    (tmp_path / "other.ipynb").touch()
    cells = small_notebook()
    for source in ALLOWED:
        cells = adding(markdown(source))(cells)
    ringed = ringing("Two have a loss below 0.05.", "loss below 0.05")
    cells = adding(ringed | {"outputs": [{"text": ["1 − 2 = -1"]}]})(cells)
    cells = adding(code("class Two:\n    x = 2", tags=["open"]))(cells)
    assert problems(adding(code("x" * 88))(cells), name, tmp_path) == []


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        pytest.param(name, change, words, id=f"{name}-{number}")
        for name, cases in BROKEN.items()
        for number, (change, words) in enumerate(cases)
    ],
)
def test_what_breaks_a_rule_is_found(name, change, words, tmp_path):
    found = problems(change(small_notebook()), name, tmp_path)
    assert any(words in problem for problem in found), found
