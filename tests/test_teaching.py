"""What is handed out is what it should be, and nbgrader gives it the marks that it deserves."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator

from helpers import checks
from tools import handouts, notebooks, teaching_notes
from tools.exercises import cells_of, defined_with_dots

PATHS = sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem[:2])


def is_mark(cell):
    return cell.metadata.get("nbgrader", {}).get("grade", False)


def tagged(cells, tag):
    return [cell for cell in cells if tag in cell.metadata.get("tags", [])]


def hashes(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(str(p.relative_to(folder)), hashlib.sha256(p.read_bytes()).digest()) for p in files]


# ------------------------------------------------------------------ the notebooks


@each_notebook
def test_student_gets_no_solution_no_output_and_every_mark(path):
    handed_out = handouts.convert(path, "student")
    assert tagged(nbformat.read(path, 4).cells, "solution")
    assert not tagged(handed_out.cells, "solution")
    text = nbformat.writes(handed_out)
    assert "A worked solution" not in text
    assert "wrong lines" not in text
    hints = path.read_text(encoding="utf-8").count("<summary>Hint ")
    assert text.count("<summary>Hint ") == hints > 0
    code = [cell for cell in handed_out.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)
    exercises = cells_of(notebooks.read(path))
    assert [cell.id for cell in code if is_mark(cell)] == [f"mark-{name}" for name in exercises]
    nbformat.validate(handed_out)
    MetadataValidator().validate_nb(handed_out)


@each_notebook
def test_marks_follow_the_checks(path):
    handed_out = handouts.convert(path, "student")
    marks = {cell.id: cell.source for cell in handed_out.cells if is_mark(cell)}
    for name, exercise in cells_of(notebooks.read(path)).items():
        names = {"checks": checks}
        exec(exercise.untouched, names)
        assert eval(marks[f"mark-{name}"], names) == 0
        exec(exercise.solved, names)
        assert eval(marks[f"mark-{name}"], names) == 1


@each_notebook
def test_instructor_gets_the_note_open_solutions_and_outputs(path):
    source, handed_out = nbformat.read(path, 4), handouts.convert(path, "instructor")
    note = handed_out.cells.pop(1)
    assert note.metadata.tags == ["teaching-note"]
    assert "What students get wrong" in note.source
    for before, after in zip(source.cells, handed_out.cells, strict=True):
        assert before.get("outputs") == after.get("outputs")
        is_solution = "solution" in before.metadata.get("tags", [])
        assert ("<details open>" in after.source) == is_solution
    nbformat.validate(handed_out)


# ------------------------------------------------------------------ the notes


def test_note_has_the_words_of_the_checks():
    note = teaching_notes.teaching_note(
        notebooks.NOTEBOOKS / "03-chain-rule-and-wengert-lists.ipynb"
    )
    assert "Exercise 1, my_slope: 33 of the mistakes" in note
    assert "- The slope of the sine is the cosine.\n" in note
    assert "is -1 / t5\\*\\*2." in note


def test_a_missing_note_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(teaching_notes, "NOTES", tmp_path)
    monkeypatch.setattr(handouts, "BUILD", handouts.ROOT / tmp_path)
    assert handouts.main(["instructor"]) == 1
    assert f"teaching/notes/{PATHS[0].stem}.md is missing" in capsys.readouterr().out


# ------------------------------------------------------------------ the folder and the zip


@pytest.fixture(scope="module")
def student(tmp_path_factory):
    """The student's folder."""
    folder = tmp_path_factory.mktemp("build") / "student"
    handouts.make_folder("student", folder)
    return folder


def test_two_runs_give_the_same_bytes(student, tmp_path):
    handouts.make_folder("student", tmp_path / "again")
    assert hashes(tmp_path / "again") == hashes(student)
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        handouts.make_zip(student, tmp_path / name / "course.zip")
        for path in student.rglob("*"):
            os.utime(path)
    assert hashes(tmp_path / "first") == hashes(tmp_path / "second")


def test_folder_brings_its_own_helpers(student):
    command = "import helpers.checks, helpers.widgets; print(helpers.__file__)"
    found = subprocess.check_output([sys.executable, "-c", command], cwd=student, text=True)
    assert Path(found.strip()) == student / "helpers/__init__.py"
    assert "numpy" in (student / "requirements.txt").read_text()


# ------------------------------------------------------------------ nbgrader

GRADED = "03-chain-rule-and-wengert-lists"
EXERCISES = cells_of(notebooks.read(notebooks.NOTEBOOKS / f"{GRADED}.ipynb"))
SOLUTIONS = {name: exercise.solution for name, exercise in EXERCISES.items()}
WRONG = {"my_slope": "def my_slope(x):\n    return 2 * x"}
SUBMISSIONS = {"solved": SOLUTIONS, "unsolved": {}, "wrong": SOLUTIONS | WRONG}


def hand_in(release, target, answers):
    """Write the answers, sources by name, into a released notebook."""
    notebook = nbformat.read(release, 4)
    for cell in notebook.cells:
        name = defined_with_dots(cell.source) if cell.cell_type == "code" else None
        cell.source = answers.get(name, cell.source)
    target.parent.mkdir(parents=True)
    nbformat.write(notebook, target)


@pytest.fixture(scope="module")
def marks(student, tmp_path_factory):
    """The marks that nbgrader gives to three students for one notebook, by student and cell."""
    course = tmp_path_factory.mktemp("course")
    shutil.copy(handouts.TEACHING / "nbgrader_config.py", course)
    source = course / "source/week1"
    shutil.copytree(student / "helpers", source / "helpers")
    shutil.copy(student / f"{GRADED}.ipynb", source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        patch.chdir(course)
        nbgrader("generate_assignment")
        for student_name, answers in SUBMISSIONS.items():
            target = course / "submitted" / student_name / f"week1/{GRADED}.ipynb"
            hand_in(course / f"release/week1/{GRADED}.ipynb", target, answers)
        nbgrader("autograde")
        with Gradebook("sqlite:///gradebook.db") as gradebook:
            return {name: marks_in(gradebook, name) for name in SUBMISSIONS}


def nbgrader(command):
    """Run a command of nbgrader for the assignment."""
    subprocess.run([sys.executable, "-m", "nbgrader", command, "week1"], check=True)


def marks_in(gradebook, student_name):
    submission = gradebook.find_submission_notebook(GRADED, "week1", student_name)
    return {grade.name: grade.score for grade in submission.grades}


def test_solved_gets_every_mark(marks):
    assert marks["solved"] == {f"mark-{name}": 1 for name in SOLUTIONS}


def test_unsolved_gets_none(marks):
    assert marks["unsolved"] == {f"mark-{name}": 0 for name in SOLUTIONS}


def test_a_mistake_costs_its_own_mark_and_no_other(marks):
    assert marks["wrong"] == marks["solved"] | {"mark-my_slope": 0}


# ------------------------------------------------------------------ the links of plans and notes

LINK = re.compile(r"\.\./notebooks/([\w-]+)\.html(?:\?([\w-]+)=([^#)]*))?#([\w-]+)\)")
LINKS = [
    pytest.param(*match.groups(), id=f"{file.stem}-{number}")
    for file in [handouts.TEACHING / "plan.md", *sorted(teaching_notes.NOTES.glob("*.md"))]
    for number, match in enumerate(LINK.finditer(file.read_text(encoding="utf-8")))
]


def places_in(stem):
    """What can be linked in a notebook: {heading as an address: None, figure: its state}."""
    places = {}
    for cell in notebooks.read(notebooks.NOTEBOOKS / f"{stem}.ipynb")["cells"]:
        for heading in re.findall(r"^#+ (.*)", notebooks.text(cell["source"]), re.MULTILINE):
            places[re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")] = None
        for output in cell.get("outputs", []):
            block = notebooks.text(output.get("data", {}).get("text/html", ""))
            if state := re.search(r'class="course-widget-state">(.*)</script>', block):
                figure = re.search(r'id="([\w-]+)"', block)[1]
                models = json.loads(state[1])["state"].values()
                places[figure] = next(m["state"] for m in models if "ranges" in m["state"])
    return places


def test_there_are_links():
    assert len(LINKS) > 20


@pytest.mark.parametrize(("stem", "figure", "setting", "anchor"), LINKS)
def test_a_link_leads_to_a_place_and_asks_for_what_a_figure_can_show(stem, figure, setting, anchor):
    places = places_in(stem)
    assert anchor in places
    if figure:
        assert anchor == figure
        for name, value in (part.split(":") for part in setting.split(",")):
            if name in places[figure]["choices"]:
                assert unquote(value) in places[figure]["choices"][name]
            else:
                low, high = places[figure]["ranges"][name]
                assert low <= float(value) <= high
