"""Code is folded on the pages of Quarto and of smalldocs; a fold's line says what is in it."""

import json
import re

import pytest

from web.pages.code_folds import fold_code, summary, tagged_open
from web.pages.page import Page

CODE = '<span class="kw">def</span> f(x):\n    <span class="cf">return</span> x &lt; 1'
OUTPUT = '<div class="cell-output cell-output-stdout"><pre><code>a\nb</code></pre></div>'
BUTTON = '<button title="Copy to Clipboard" class="code-copy-button"><i class="bi"></i></button>'
# What the renderers write for a cell's code: Quarto 1.4, Quarto 1.8, smalldocs.
BLOCKS = {
    "quarto": '<div class="sourceCode cell-code" id="cb1"><pre class="sourceCode python '
    'code-with-copy"><code class="sourceCode python"><span id="cb1-1"><a href="#cb1-1" '
    f'aria-hidden="true" tabindex="-1"></a>{{code}}</span></code>{BUTTON}</pre></div>',
    "newer quarto": '<div class="code-copy-outer-scaffold"><div class="sourceCode cell-code" '
    'id="cb1"><pre class="sourceCode python code-with-copy"><code class="sourceCode python">'
    f'<span id="cb1-1">{{code}}</span></code></pre></div>{BUTTON}</div>',
    "smalldocs": '<div class="code-copy-outer-scaffold"><div class="sourceCode" id="cb1"><pre '
    'class="sourceCode python code-with-copy cell-code"><code class="sourceCode python">{code}'
    f"</code></pre></div>{BUTTON}</div>",
}
CELL = '<div id="cell-2" class="cell" data-execution_count="2">\n{block}\n{output}\n</div>'
PAGE = (
    "<html><head></head><body><main><header id='title-block-header'><h1>t</h1></header>"
    "{body}</main></body></html>"
)


@pytest.fixture
def folded(tmp_path):
    """folded(body): the page with this body, its code folded."""

    def fold(body):
        page = page_with(tmp_path, body)
        fold_code(page)
        page.write()
        return page.text

    return fold


def page_with(folder, body):
    file = folder / "a.html"
    file.write_text(PAGE.format(body=body), encoding="utf-8")
    return Page(file, folder)


def cell(kind, code=CODE, output=OUTPUT):
    return CELL.format(block=BLOCKS[kind].format(code=code), output=output)


@pytest.mark.parametrize("kind", BLOCKS)
@pytest.mark.parametrize("output", [OUTPUT, ""])
def test_the_code_of_a_cell_is_folded_with_its_button_and_its_output_is_not(folded, kind, output):
    text = folded(cell(kind, output=output))
    [(line, inside)] = re.findall(
        r'<details class="course-code"><summary>(.*?)</summary>(.*?)</details>', text, re.DOTALL
    )
    assert line == "Code: <code>def f</code>"
    assert inside == BLOCKS[kind].format(code=CODE)
    assert text.count("<button") == 2, "the button that copies, and the switch"
    assert text.index("</header>") < text.index("course-code-switch") < text.index("<details")


@pytest.mark.parametrize("kind", BLOCKS)
def test_twice_changes_nothing(folded, tmp_path, kind):
    once = folded(cell(kind) * 2)
    page = Page(tmp_path / "a.html", tmp_path)
    fold_code(page)
    assert page.edits == []
    assert once.count("course-code-switch") == 1


@pytest.mark.parametrize(
    "body",
    [
        cell("quarto", code="my_guess = ..."),
        cell("smalldocs", code="def my_slope(x):\n    ..."),
        cell("newer quarto", code="checks.toy_loss(my_loss)"),
        '<div class="cell">\n' + OUTPUT + "</div>",
        BLOCKS["quarto"].format(code=CODE),
        '<div class="cell"><details class="code-fold"><summary>Code</summary>'
        + BLOCKS["quarto"].format(code=CODE)
        + "</details></div>",
    ],
    ids=["guess", "exercise", "one line", "output alone", "no cell", "folded by Quarto"],
)
def test_what_stays_as_it_is(folded, body):
    assert folded(body) == PAGE.format(body=body)


def test_a_cell_that_is_tagged_open_is_not_folded(tmp_path):
    shown, folded = "def f(x):\n    return  x < 1\n", "def g(x):\n    return 2"
    cells = [
        {"cell_type": "code", "metadata": {"tags": ["open"]}, "source": [shown]},
        {"cell_type": "code", "metadata": {}, "source": [folded]},
    ]
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    page = page_with(tmp_path, cell("quarto") + cell("smalldocs", code=folded))
    fold_code(page, tagged_open(page, tmp_path))
    page.write()
    assert re.findall("<summary>(.*?)</summary>", page.text) == ["Code: <code>def g</code>"]


def test_a_page_without_a_notebook_has_nothing_open(tmp_path):
    assert tagged_open(page_with(tmp_path, cell("quarto")), tmp_path / "elsewhere") == []


@pytest.mark.parametrize(
    "code, line",
    [
        ("import a\n\nclass Value2(Value1):\n    def __init__(self):", "<code>class Value2</code>"),
        ("def a():\n    def inner():\n\nclass B:", "<code>def a, class B</code>"),
        ("# Is a < b?\nfrom a import b", "Is a &lt; b?"),
        ("from a import b\n\nfor x in [1]:\n    y", "<code>for x in [1]: …</code>"),
        ("import a\nimport b", "<code>import a</code>"),
        ("x = 1\nprint(x)", "<code>x = 1</code>"),
        (f"x = {'1' * 100}\nx", f"<code>x = {'1' * 66} …</code>"),
    ],
)
def test_the_line_of_a_fold_says_what_is_in_it(code, line):
    assert summary(code) == line
