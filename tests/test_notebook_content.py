"""Every notebook is built as the course's notebooks are; and each rule can find what breaks it."""

import re
from pathlib import Path

import pytest

from tests.exercises import cells_of
from tools import notebooks

PATHS = sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))

FIGURE_OPTION = re.compile(r'^#\| fig-(cap|alt): "(.*)"$')
DETAILS = re.compile(r"<details>(.*?)</details>", re.DOTALL)
FOLD = re.compile(r"\n<summary>([^\n]*\S[^\n]*)</summary>\n\n\S.*\S\n\n", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)[^)]*\)|(?:src|href)=\"([^\"]+)\"")
NOT_PROSE = re.compile(
    r"```.*?```|\$\$.*?\$\$|`[^`\n]*`|\$[^$\n]+\$|<!--.*?-->|\]\([^)]*\)|!(?=\[)", re.DOTALL
)

# ------------------------------------------------------------------ the rules

RULES = {}


def rule(check):
    """Add a rule: a function of the cells and the notebook's folder that says what breaks it."""
    RULES[check.__name__] = check
    return check


def sources(cells, kind=None):
    """The sources of the cells of a kind, or of all."""
    return [notebooks.text(cell["source"]) for cell in cells if kind in (None, cell["cell_type"])]


def prose(cells):
    return "\n\n".join(sources(cells, "markdown"))


def has_image(cell):
    return any("image/png" in output.get("data", {}) for output in cell.get("outputs", []))


def is_guess(cell):
    source = notebooks.text(cell["source"]).strip()
    return cell["cell_type"] == "code" and re.fullmatch(r"my_\w+ = \.\.\.", source) is not None


def section(text, heading):
    """What stands under a heading of the second level, or None."""
    match = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    return match.group(1) if match else None


@rule
def figures_have_caption_and_alternative_text(cells, folder):
    for source in (notebooks.text(cell["source"]) for cell in cells if has_image(cell)):
        matches = [FIGURE_OPTION.match(line) for line in (source + "\n\n").splitlines()[:2]]
        options = {match.group(1): match.group(2).strip() for match in matches if match}
        start = source[:60]
        if list(options) != ["cap", "alt"]:
            yield f"no fig-cap and fig-alt in the first two lines of {start!r}"
        elif len(options["cap"]) < 20 or " " not in options["cap"]:
            yield f"a caption without text: {start!r}"
        elif len(options["alt"]) < 40 or " " not in options["alt"]:
            yield f"an alternative text of less than 40 characters: {start!r}"
        elif options["cap"] == options["alt"]:
            yield f"an alternative text that repeats the caption: {start!r}"


@rule
def opens_with_heading_and_question(cells, folder):
    first = sources(cells)[0] if cells else ""
    if not cells or cells[0]["cell_type"] != "markdown" or not first.startswith("# "):
        yield "no heading in the first cell"
    if not re.search(r"^\*\*Question\.\*\* .*\?", first, re.MULTILINE):
        yield "no question in the first cell"
    if "you will be able to" not in first:
        yield "no goals in the first cell"
    if not re.search(r"\b(minutes|hours?)\b", first):
        yield "no word in the first cell of how long it takes"
    if len(re.findall(r"^# ", prose(cells), re.MULTILINE)) > len(re.findall(r"^# ", first)):
        yield "a second heading of the first level"


@rule
def has_predictions_with_a_guess(cells, folder):
    places = [i for i, cell in enumerate(cells) if "> **Predict.**" in sources([cell])[0]]
    if len(places) < 3:
        yield f"{len(places)} predictions, expected three"
    for place in places:
        if not any(map(is_guess, cells[place + 1 : place + 2])):
            yield f"no cell for a guess after {sources(cells)[place][-60:]!r}"


@rule
def has_exercises_with_check_and_solution(cells, folder):
    try:
        exercises = cells_of({"cells": cells})
    except ValueError as error:
        yield str(error)
        return
    if len(exercises) < 4:
        yield f"{len(exercises)} exercises, expected four"
    headings = len(re.findall(r"^### Exercise \d+: ", prose(cells), re.MULTILINE))
    if headings != len(exercises):
        yield f"{headings} headings for {len(exercises)} exercises"


@rule
def ends_with_recap_and_questions(cells, folder):
    text = prose(cells)
    recap, questions = section(text, "Recap"), section(text, "Check yourself")
    if not (recap or "").strip():
        yield "no recap"
    if len(re.findall("<details>", questions or "")) < 3:
        yield "fewer than three folded answers under Check yourself"
    if section(text, "Next") is None and section(text, "Further reading") is None:
        yield "no word on what comes next"


@rule
def has_no_colon_fences(cells, folder):
    for line in prose(cells).splitlines():
        if line.lstrip("> ").startswith(":::"):
            yield f"a fence that JupyterLab shows as text: {line!r}"


@rule
def folds_have_summary_and_empty_lines(cells, folder):
    for source in sources(cells, "markdown"):
        if source.count("<details") != len(DETAILS.findall(source)):
            yield f"a fold that is not opened and closed: {source[:60]!r}"
        for content in DETAILS.findall(source):
            if not FOLD.fullmatch(content):
                yield f"a fold without summary or empty lines: {content[:60]!r}"


@rule
def has_no_exclamation_marks(cells, folder):
    for source in sources(cells, "markdown"):
        for line in NOT_PROSE.sub("", source).splitlines():
            if "!" in line.replace("!=", ""):
                yield f"an exclamation mark: {line!r}"


@rule
def relative_links_resolve(cells, folder):
    for groups in LINK.findall(CODE.sub("", prose(cells))):
        target = "".join(groups).split("#")[0]
        if not target or re.match(r"[a-z]+:", target):
            continue
        if not (folder / target).exists():
            yield f"a link to a file that is not there: {target}"


@rule
def code_lines_are_short(cells, folder):
    """Captions and alternative texts have to be one line, however long."""
    for line in "\n".join(sources(cells, "code")).splitlines():
        if len(line) > 88 and not FIGURE_OPTION.match(line):
            yield f"a line of {len(line)} characters: {line!r}"


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
    f"## Recap\n\n- It is so.\n\n## Check yourself\n\n{FOLDED}\n\n{FOLDED}\n\n{FOLDED}\n\n## Next\n"
)


def markdown(source):
    return {"cell_type": "markdown", "source": source}


def code(source, image=False):
    outputs = [{"data": {"image/png": "…"}}] if image else []
    return {"cell_type": "code", "source": source, "outputs": outputs}


def figure(*lines):
    return code("\n".join([*lines, "draw()"]), image=True)


def predicting():
    return [markdown("> **Predict.** How many?"), code("my_guess = ...")]


def exercise(number, name, head, solution):
    solution = f"```python\n{head}:\n    {solution}\n```"
    return [
        markdown(f"### Exercise {number}: do it"),
        code(f"{head}:\n    ..."),
        code(f"checks.identity({name})"),
        markdown(f"<details>\n<summary>A solution</summary>\n\n{solution}\n\n</details>"),
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
        (without("my_guess"), "no cell for a guess"),
        (replacing("my_guess = ...", "my_guess = 3"), "no cell for a guess"),
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
    "ends_with_recap_and_questions": [
        (without("## Recap"), "no recap"),
        (replacing("- It is so.", ""), "no recap"),
        (replacing(f"{FOLDED}\n\n{FOLDED}", FOLDED), "fewer than three"),
        (replacing("## Check yourself", "## Questions"), "fewer than three"),
        (replacing("## Next", ""), "what comes next"),
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
}
ALLOWED = [
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
