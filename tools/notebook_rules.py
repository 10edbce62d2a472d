"""The rules for what a notebook of the course contains, and in what form."""

import ast
import re

from tools import notebooks
from tools.exercises import cells_of, defined_with_dots, names_defined
from tools.line_order import line_order

FIGURE_OPTION = re.compile(r'^#\| fig-(cap|alt): "(.*)"$')
DETAILS = re.compile(r"<details>(.*?)</details>", re.DOTALL)
FOLD = re.compile(r"\n<summary>([^\n]*\S[^\n]*)</summary>\n\n\S.*\S\n\n", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`\n]*`|<!--.*?-->", re.DOTALL)  # comments hold code too
LINK = re.compile(r"\]\(([^)\s]+)[^)]*\)|(?:src|href)=\"([^\"]+)\"")
NOT_PROSE = re.compile(
    r"```.*?```|\$\$.*?\$\$|`[^`\n]*`|\$[^$\n]+\$|<!--.*?-->|\]\([^)]*\)|!(?=\[)", re.DOTALL
)

FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
NAMED = re.compile(r"`([^`\n]+)`")
PREDICTION = re.compile(r"^> \*\*Predict\.\*\* (.*)$", re.MULTILINE)
TO_DO = re.compile(r"\*\*(Predict|Task)\.\*\*|^#+ (Exercise|Check yourself)", re.MULTILINE)
TWO_SIGNS = re.compile(r"[+−-] [−-]\d")
LANDSCAPE = re.compile(r"loss_landscape\(([^()]*)\)")
RINGED = re.compile(r'^ringed = \{"([^"]+)":', re.MULTILINE)
NUMBERED = re.compile(r"^(\d+)\. ", re.MULTILINE)
IMPORTS = ast.Import | ast.ImportFrom
MOST_IDLE = 8  # cells in a row with nothing to do

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


def is_code(cell):
    return cell["cell_type"] == "code"


def is_guess(cell):
    source = notebooks.text(cell["source"]).strip()
    a_guess = re.fullmatch(r"(my|guess)_\w+ = \.\.\.", source)
    return is_code(cell) and a_guess is not None


def left_to_reader(cell):
    """The function or class that the reader is to write in a cell, or None."""
    return defined_with_dots(notebooks.text(cell["source"])) if is_code(cell) else None


def parameters(source):
    """The names of what the functions of a cell are given."""
    return {node.arg for node in ast.walk(ast.parse(source)) if isinstance(node, ast.arg)}


def defined(source):
    """The names that a cell gives a meaning to, other than by an import."""
    body = [node for node in ast.parse(source).body if not isinstance(node, IMPORTS)]
    return set().union(*map(names_defined, body))


def classes(source):
    return {node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}


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
def guesses_that_are_near_are_ringed(cells, folder):
    """Dots in a valley look like dots beside it: they have a ring, which the caption explains."""
    for source in sources(cells, "code"):
        call = LANDSCAPE.search(source)
        if not call or call[1].count(",") < 4:  # a landscape without guesses
            continue
        caption = source.partition('fig-cap: "')[2].partition("\n")[0]
        label = RINGED.search(source)
        if label is None:
            yield f"no guess has a ring: {call[0]}"
        elif label[1] not in caption:
            yield f"the caption does not say what the ring means: {label[1]}"


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


def whole_exercises(cells):
    """The exercises, or none where one lacks something: the rule above says so."""
    try:
        return cells_of({"cells": cells})
    except ValueError:
        return {}


@rule
def exercises_have_hints(cells, folder):
    for name, exercise in whole_exercises(cells).items():
        if not 2 <= len(exercise.hints) <= 3:
            yield (
                f"{len(exercise.hints)} hints for {name}, expected two or three: a cell of folds "
                "(Hint 1, Hint 2) between its check and its solution"
            )
        if any("```" in hint for hint in exercise.hints):
            yield f"a hint for {name} holds a block of code, which the solution is for"


@rule
def solutions_have_one_or_two_wrong_lines(cells, folder):
    """How they are written stands in `tools/line_order.py`."""
    for name, exercise in whole_exercises(cells).items():
        try:
            wrong = line_order(exercise).wrong
        except ValueError as error:
            yield f"a comment under the solution of {name} does not fit it: {error}"
        else:
            if len(wrong) not in (1, 2):
                yield f"{len(wrong)} wrong lines under the solution of {name}, expected one or two"


@rule
def exercises_say_what_to_return(cells, folder):
    """A class is not returned; what it can do is said instead."""
    for place, cell in enumerate(cells):
        name = left_to_reader(cell)
        task = re.split(r"^### Exercise ", prose(cells[:place]), flags=re.MULTILINE)[-1]
        says = re.search(r"\breturn", FOLDED.sub("", task), re.IGNORECASE)
        if name and name[0].islower() and not says:
            yield f"no word in the exercise on what {name} returns"


@rule
def predictions_ask_for_one_thing(cells, folder):
    """A question in brackets is a hint."""
    for prediction in PREDICTION.findall(prose(cells)):
        if re.sub(r"\([^()]*\)", "", prediction).count("?") > 1:
            yield f"a prediction with several questions: {prediction[:60]!r}"


@rule
def there_is_something_to_do_every_eight_cells(cells, folder):
    """An exercise is done with its check and its solution, so these belong to it."""
    idle = 0
    for place, cell in enumerate(cells):
        source = notebooks.text(cell["source"])
        belongs = re.match(r"checks\.\w+\(|<details>", source) or is_guess(cell)
        idle = 0 if belongs or TO_DO.search(source) or left_to_reader(cell) else idle + 1
        if idle == MOST_IDLE + 1:
            yield f"nothing to do in the cells from {place - MOST_IDLE} on"


@rule
def code_that_the_text_names_is_open(cells, folder):
    """A page folds code. Classes, and what the text has in backticks, are there to be read."""
    text = FOLDED.sub("", re.sub(r"```.*?```", "", prose(cells), flags=re.DOTALL))
    named = set(re.findall(r"\w{2,}", " ".join(NAMED.findall(text))))
    exercises = [cell for cell in cells if left_to_reader(cell)]
    named -= set().union(*map(parameters, sources(exercises)))
    for cell in cells:
        source = notebooks.text(cell["source"])
        is_open = "open" in cell.get("metadata", {}).get("tags", []) or "\n" not in source
        if is_code(cell) and not is_open and not left_to_reader(cell):
            for name in sorted(classes(source) | named & defined(source)):
                yield f"the text points at {name}, and its cell is folded"


@rule
def lists_are_numbered_from_one(cells, folder):
    """A line of prose that begins "2. In …" would become a list."""
    for source in sources(cells, "markdown"):
        for paragraph in re.split(r"\n{2,}", CODE.sub("", source)):
            numbers = [int(number) for number in NUMBERED.findall(paragraph)]
            if numbers != [*range(1, len(numbers) + 1)]:
                yield f"a list that is numbered {numbers}: {paragraph[:60]!r}"


@rule
def ends_with_recap_and_questions(cells, folder):
    text = prose(cells)
    recap, questions = section(text, "Recap"), section(text, "Check yourself")
    if not (recap or "").strip():
        yield "no recap"
    if len(re.findall("<details>", questions or "")) < 3:
        yield "fewer than three folded answers under Check yourself"
    if section(text, "Next") is None:
        yield "no word on what comes next"
    if not re.search(r"^## Where to go on\n(?!.*^## )", text, re.MULTILINE | re.DOTALL):
        yield "no readings in a last section, Where to go on"


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


@rule
def printed_lines_can_be_read(cells, folder):
    """A page of the site shows 86 characters in a line, where a window is 768 pixels wide.

    And 1 + −2ε is 1 − 2ε.
    """
    for output in (output for cell in cells for output in cell.get("outputs", [])):
        data = output.get("data", {})
        if data.keys() <= {"text/plain"}:  # of several forms the text is not the one that is shown
            for line in notebooks.text(output.get("text", data.get("text/plain", ""))).splitlines():
                if len(line) > 86:
                    yield f"a printed line of {len(line)} characters: {line!r}"
                if TWO_SIGNS.search(line):
                    yield f"two signs for one number: {line!r}"
