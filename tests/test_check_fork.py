"""`make check-fork` finds each kind of fault and says where; the course itself has none."""

import json
import shutil
import subprocess
import sys

import pytest

from tools import check_fork, notebooks
from tools.prose_numbers import unprinted

NAME = "03-chain-rule-and-wengert-lists.ipynb"


@pytest.fixture
def fork(tmp_path):
    """A copy of the course's notebooks; `change` a piece of one, and `say` what is found."""
    shutil.copytree(notebooks.NOTEBOOKS, tmp_path / "notebooks")
    return Fork(tmp_path / "notebooks" / NAME)


class Fork:
    """The copy of a notebook, as its owner works on it."""

    def __init__(self, path):
        self.path = path

    def change(self, old, new):
        """Replace a piece of the one cell that holds it, and return the number of that cell."""
        notebook = notebooks.read(self.path)
        cells = enumerate(notebook["cells"], 1)
        ((place, cell),) = [(i, c) for i, c in cells if old in notebooks.text(c["source"])]
        changed = notebooks.text(cell["source"]).replace(old, new)
        cell["source"] = changed.splitlines(keepends=True)
        self.path.write_text(notebooks.serialise(notebook), encoding="utf-8", newline="\n")
        return place

    def say(self, capsys):
        """The exit code and the lines of `make check-fork` for this notebook."""
        code = check_fork.main([str(self.path)])
        return code, capsys.readouterr().out.splitlines()


def test_the_course_has_no_fault(capsys):
    assert check_fork.main([]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out.startswith("All is well in ")


def test_it_needs_nothing_of_the_tests():
    command = "import sys, tools.check_fork; print({'pytest', 'tests'} & sys.modules.keys())"
    said = subprocess.check_output(
        [sys.executable, "-c", command], cwd=notebooks.NOTEBOOKS.parent, text=True
    )
    assert said.strip() == "set()"


# A piece of the notebook, what a fork makes of it, and words of what should be said.
FAULTS = {
    "a solution that fails its check": (
        "    return cos(inner) * 2 * x",
        "    return cos(inner)",
        "the worked solution of my_slope does not pass its check: ✗ Not yet right. That is the",
    ),
    "a solution that does not run": (
        "    return cos(inner) * 2 * x",
        "    return cosine(inner)",
        "stopped with NameError: name 'cosine' is not defined",
    ),
    "a wrong line that is right": (
        "+    return cos(x) * 2 * x",
        "+    return 2 * x * cos(inner)",
        "of the wrong line 'return 2 * x * cos(inner)' the check of my_slope says: ✓ Right.",
    ),
    "a wrong line that is no Python": (
        "+    return cos(x) * 2 * x",
        "+    return cos(x",
        "of the wrong line 'return cos(x' the check of my_slope says: SyntaxError(",
    ),
    "a broken link": (
        "(04-value-and-backpropagation.ipynb)",
        "(04-values.ipynb)",
        "a link to a file that is not there: 04-values.ipynb",
    ),
    "a figure without alternative text": (
        '#| fig-alt: "Line chart',
        '# fig-alt: "Line chart',
        "no fig-cap and fig-alt in the first two lines",
    ),
    "a number that no cell prints": (
        "$\\bar x = -3.829831243$",
        "$\\bar x = -3.829831253$",
        "says -3.829831253, which no cell prints",
    ),
    "a number with the wrong sign": (
        "$\\bar w = -1.914915622$, $\\bar b",
        "$\\bar w = -83.159861933$, $\\bar b",
        "says -83.159861933, which no cell prints",
    ),
    "a rule of the course": ("# Chain rule", "# Wow! Chain rule", "an exclamation mark"),
    "no plain Python": ("import numpy as np", "%matplotlib inline", "is not plain Python"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_where_it_is(fault, fork, capsys):
    old, new, words = FAULTS[fault]
    place = fork.change(old, new)
    code, (*said, count) = fork.say(capsys)
    assert code == 1
    assert [f"cell {place}" in line for line in said if words in line] == [True]
    assert count == f"To mend: {len(said)}."


def test_unclean_outputs_are_found(fork, capsys):
    notebook = notebooks.read(fork.path)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] += 1
    fork.path.write_text(notebooks.serialise(notebook), encoding="utf-8")
    code, (said, _) = fork.say(capsys)
    assert code == 1
    assert "has execution count 2, expected 1 (and" in said and "run make notebooks" in said


def test_another_form_of_the_file_is_found(fork, capsys):
    fork.path.write_text(json.dumps(notebooks.read(fork.path)))
    code, (said, _) = fork.say(capsys)
    assert code == 1 and "not stored as Jupyter stores it: run make notebooks" in said


def test_an_exercise_without_solution_is_said_once(fork, capsys):
    fork.change("<summary>A worked solution</summary>\n\n```python\ndef my_slope", "def my_slope")
    _, lines = fork.say(capsys)
    assert any("no folded worked solution follows the check of my_slope" in line for line in lines)


# ------------------------------------------------------------------ numbers of the prose


def cells(prose, source="", printed=""):
    return [
        {"cell_type": "markdown", "metadata": {}, "source": prose},
        {
            "cell_type": "code",
            "metadata": {},
            "source": source,
            "outputs": [{"output_type": "stream", "text": printed}],
        },
    ]


SAME = [
    ("0.0625", "0.06250"),
    ("−0.125", "-0.125000"),
    ("$-0.125$", "−0.125"),
    ("falls by 0.125", "-0.125"),
    ("5.718281828", "5.71828182845905"),
    ("about 5.72", "5.71828182845905"),
    ("1,479 steps", "1479"),
    ("1479 steps", "1,479"),
    ("$40{,}401$", "40,401"),
    ("$1.5 \\cdot 10^{-8}$", "1.49e-08"),
    ("$4.5 \\times 10^4$", "45000.0"),
    ("175 billion weights", "175_000_000_000"),
    ("from 0.2 to 0.3", "[0.2, 0.3]"),
]
DIFFERENT = [
    ("0.0635", "0.06250"),
    ("-0.125", "0.125"),
    ("5.718281829", "5.71828182845905"),
    ("0.06254", "0.0625"),
    ("1,480 steps", "1479"),
    ("$1.6 \\cdot 10^{-8}$", "1.49e-08"),
    ("$1.5 \\cdot 10^{-8}$", "1.49e-07"),
    ("176 billion weights", "175_000_000_000"),
    ("$x = 0.35$.", "w0.35 1.0.35"),
]
NO_CLAIM = [
    "12 weights, 100 values, 2000 steps, notebook 07",
    "(Griewank, 1989), in 2024",
    "pp. 107–115, p. 1063",
    "`x = 0.123`, and ```\n0.123\n```",
    "[a link](https://example.org/10.1137/080743627), https://example.org/3.141",
    "$10^{194}$, $x^{0.123}$, $w_{123}$, $10^8$",
    '<img width="12.5">',
    "only 0.123, say\n\n<!-- not computed: 0.123 -->",
]


@pytest.mark.parametrize(("prose", "computed"), SAME)
def test_number_is_found_in_output_and_in_source(prose, computed):
    assert unprinted(cells(prose, printed=computed)) == []
    assert unprinted(cells(prose, source=f"x = {computed}")) == []


@pytest.mark.parametrize(("prose", "computed"), DIFFERENT)
def test_number_that_nobody_printed_is_found(prose, computed):
    ((place, written),) = unprinted(cells(prose, printed=computed))
    assert place == 1 and written


@pytest.mark.parametrize("prose", NO_CLAIM)
def test_what_is_no_claim_is_left_alone(prose):
    assert unprinted(cells(prose)) == []


def test_a_caption_is_no_source_of_numbers():
    assert unprinted(cells("It falls to 0.83.", source='#| fig-cap: "Down to 0.83."'))


def test_only_the_number_that_is_named_is_excused():
    found = unprinted(cells("0.5 and 0.7\n\n<!-- not computed: 0.5 -->"))
    assert found == [(1, "0.7")]
