"""A notebook's page as a place to work, made from what Quarto and smalldocs write."""

import html
import json
import re

import pytest

from web.pages.code_folds import fold_code
from web.pages.page import Page
from web.pages.workbench import add_workbench

OUTPUT = '<div class="cell-output cell-output-display"><p class="{kind}">{text}</p></div>'
STILL = '<div class="course-widget" id="w"></div>'
SOLUTION_CELL = """<details>
<summary>A worked solution</summary>

```python
def my_half(x):
    return x / 2
```

</details>

<!-- wrong lines
-    return x / 2
+    return x * 2
-->"""
SOLUTION = "<details>\n<summary>A worked solution</summary>\n<p>x</p>\n</details>"


def by_quarto(cell, output):
    """A cell as Quarto writes it: with its own id, and a link in each line of its code."""
    lines = "\n".join(
        f'<span id="cb-{i}"><a href="#cb-{i}" aria-hidden="true" tabindex="-1"></a>'
        f'<span class="op">{html.escape(line)}</span></span>'
        for i, line in enumerate(cell["source"].splitlines())
        if not line.startswith("#|")
    )
    return (
        f'<div id="{cell["id"]}" class="cell" data-execution_count="1">\n'
        '<div class="code-copy-outer-scaffold"><div class="sourceCode cell-code" id="cb1"><pre '
        f'class="sourceCode python code-with-copy"><code class="sourceCode python">{lines}</code>'
        '</pre></div><button class="code-copy-button"><i class="bi"></i></button></div>\n'
        f"{output}\n</div>"
    )


def by_smalldocs(cell, output):
    """The same as smalldocs writes it: with a number of its own."""
    return (
        f'<div id="cell-7" class="cell">\n<div class="code-copy-outer-scaffold"><div '
        'class="sourceCode" id="cb1"><pre class="sourceCode python code-with-copy cell-code"><code '
        f'class="sourceCode python">{html.escape(cell["source"])}</code></pre></div><button '
        f'class="code-copy-button"><i class="bi"></i></button></div>\n{output}\n</div>'
    )


def code(name, source, tags=()):
    return {"cell_type": "code", "id": name, "metadata": {"tags": [*tags]}, "source": source}


def markdown(text):
    return {"cell_type": "markdown", "id": "m", "metadata": {}, "source": text}


NOTEBOOK = [
    (code("a", "from helpers import checks\nfrom helpers.widgets import Thing\nThing()"), STILL),
    (code("b", "guess_two = ..."), ""),
    (code("c", "import math\nshown = math.sqrt(4)"), ""),
    (
        code("d", "checks.prediction(guess_two, shown)"),
        OUTPUT.format(kind="course-feedback", text="The answer is 2."),
    ),
    (markdown("### Exercise 3: half"), "<h3>Exercise 3: half</h3>"),
    (code("e", "def my_half(x):\n    ..."), ""),
    (
        code("f", "checks.half(my_half)"),
        OUTPUT.format(kind="course-feedback", text="Not started yet."),
    ),
    (markdown(SOLUTION_CELL), SOLUTION),
    (code("g", "import numpy as np\nnp.zeros(3)"), OUTPUT.format(kind="", text="0")),
    (code("h", "#| fig-cap: x\nprint(my_half(shown))\nprint(1)"), ""),
    (code("i", "print(2)\nprint(3)", ["jupyterlab"]), ""),
]


@pytest.fixture(params=[by_quarto, by_smalldocs])
def render(request, tmp_path):
    """render(cells): the page of a notebook, with its workbench and its folds; and its project."""

    def make(cells=NOTEBOOK, times=1):
        (tmp_path / "notebooks").mkdir(exist_ok=True)
        site = tmp_path / "_site"
        (site / "notebooks").mkdir(parents=True, exist_ok=True)
        sources = json.dumps({"cells": [cell for cell, _ in cells]})
        (tmp_path / "notebooks/01-a.ipynb").write_text(sources, encoding="utf-8")
        parts = [
            output if cell["cell_type"] == "markdown" else request.param(cell, output)
            for cell, output in cells
        ]
        body = "\n".join(parts)
        file = site / "notebooks/01-a.html"
        file.write_text(
            "<html><head></head><body><main><header id='title-block-header'></header>"
            f"<section>{body}</section></main></body></html>",
            encoding="utf-8",
        )
        for _ in range(times):
            page = Page(file, site)
            add_workbench(page, site, tmp_path)
            fold_code(page)
            page.write()
        return page, tmp_path

    return make


def between(text, start, end):
    return text.split(start, 1)[1].split(end, 1)[0]


def balanced(page):
    """Does each element of the page end where it should?"""
    open_tags = []
    for piece in page.pieces:
        if piece.tag in ("meta", "link", "input", "br", "script", "style"):
            continue
        if piece.tag.startswith("/"):
            assert open_tags.pop() == piece.tag[1:]
        else:
            open_tags.append(piece.tag)
    return not open_tags


def test_a_guess_gets_a_field_and_covers_all_up_to_the_answers_feedback(render):
    page, _ = render()
    assert balanced(page)
    covered = between(page.text, '<div class="course-answer">', "<h3>")
    assert "sqrt(" in covered
    assert "The answer is 2." in covered
    assert covered.rstrip().endswith("</div>")
    before, _, after = page.text.partition('<form class="course-guess')
    assert re.search(r'<div id="[^"]*" class="cell"[^>]* data-guess="b">', before)
    assert after.index("</form>") < after.index('<div class="course-answer">')
    assert '<label for="guess-b">' in after
    assert 'id="guess-b"' in after


def test_what_is_said_of_a_guess_comes_from_the_checks_themselves(render):
    page, _ = render()
    [words] = [x for x in page.pieces if x.attrs.get("id") == "course-guessed"]
    said = json.loads(words.inner)
    assert said["close"]["message"] == "{truth} You guessed {guess}."
    assert said["compare"]["heading"] == "→ Compare."


def test_a_heading_between_a_guess_and_its_answer_is_refused(render):
    cells = [*NOTEBOOK[:2], (markdown("## More"), "<h2>More</h2>"), *NOTEBOOK[2:]]
    with pytest.raises(RuntimeError, match=r"a heading stands between guess_two = \.\.\. and its"):
        render(cells)


def test_an_exercise_stands_in_a_box_with_its_check_and_its_solution(render):
    page, _ = render()
    box = between(page.text, '<div class="course-exercise"', "<h9>")
    assert box.startswith(' data-cell="e" data-check="f" data-name="Exercise 3">')
    assert 'aria-label="Check Exercise 3"' in box
    assert box.index("my_half") < box.index('data-do="check"') < box.index("Not started yet.")
    assert box.index("Not started yet.") < box.index("A worked solution")


def test_a_cell_that_a_page_can_run_has_a_button_and_another_says_what_it_needs(render):
    page, _ = render()
    cells = re.split(r'(?=<div id="[^"]*" class="cell")', page.text)
    runs = ["Edit and run" in cell for cell in cells]
    lab = ["This cell needs" in cell for cell in cells]
    #           head   a      b      c     d     e      f      g      h     i
    assert runs == [False, False, False, True, True, False, False, False, True, False]
    assert lab == [False] * 7 + [True, False, True]
    # In the fold of the code, where there is one
    assert re.search(r"Edit and run.*?</details>", cells[3], re.DOTALL)


def test_all_code_is_written_for_the_pages_python(render):
    _, project = render()
    file = project / "_site/course/cells/01-a.json"
    written = {name: found for name, *found in json.loads(file.read_text(encoding="utf-8"))}
    code = {c["id"]: c["source"] for c, _ in NOTEBOOK if c["cell_type"] == "code"}
    assert {name: source for name, (source, *_) in written.items()} == code
    assert [name for name, (_, *more) in written.items() if more] == ["e"]
    given, pieces = written["e"][1].values()
    assert given == "def my_half(x):"
    assert sorted(pieces) == ["    return x * 2", "    return x / 2"]


def test_twice_changes_nothing(render):
    once, _ = render()
    text = once.text
    twice, _ = render(times=2)
    assert twice.text == text


def test_a_page_of_another_notebook_is_refused(render, tmp_path):
    page, project = render()
    changed = json.dumps({"cells": [code("a", "print(1)")]})
    (project / "notebooks/01-a.ipynb").write_text(changed, encoding="utf-8")
    page.file.write_text(page.text.replace("course-live", ""), encoding="utf-8")
    with pytest.raises(RuntimeError, match="9 cells of code, and its notebook 1"):
        add_workbench(Page(page.file, project / "_site"), project / "_site", project)


def test_a_cell_whose_needs_cannot_be_found_stops_the_build_with_its_number(render):
    cells = [*NOTEBOOK, (code("z", "print(nowhere, also_not)"), "")]
    with pytest.raises(RuntimeError, match="cell 11 uses also_not, nowhere, and no cell above"):
        render(cells)


def test_a_page_that_is_no_notebook_is_left_alone(tmp_path):
    site = tmp_path / "_site"
    site.mkdir()
    (site / "index.html").write_text("<html><head></head><body>a</body></html>", encoding="utf-8")
    page = Page(site / "index.html", site)
    assert not add_workbench(page, site, tmp_path)
    assert page.edits == []
