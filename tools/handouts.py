"""Make what an instructor hands out, from the one source, the notebooks:

    python -m tools.handouts student       no solutions, no outputs, and nbgrader can mark it
    python -m tools.handouts instructor    solutions shown, outputs kept, with teaching notes

Each becomes a folder in _build/ that runs wherever it is copied, and a zip of it. Two runs give the
same bytes.
"""

import argparse
import re
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

import nbformat
from nbconvert.preprocessors import ClearOutputPreprocessor, Preprocessor, TagRemovePreprocessor

from tools.exercises import defined_with_dots, last_expression
from tools.notebooks import NOTEBOOKS
from tools.teaching_notes import teaching_note

ROOT = NOTEBOOKS.parent
BUILD = ROOT / "_build"
PAGE_LINK = re.compile(r"\]\(\.\./notebooks/([\w-]+)\.html[^)]*\)")
TEACHING = ROOT / "teaching"
README = {"student": TEACHING / "for-students.md", "instructor": TEACHING / "README.md"}


class AddMarks(Preprocessor):
    """Make nbgrader's cells: the exercise is an answer, and a cell under its check is its mark.

    A check never raises, and nbgrader takes a number that a cell shows for its marks. So the mark
    is shown, 1 or 0, and a notebook with open exercises still runs from top to bottom.
    """

    def preprocess(self, nb, resources):
        """Return the notebook with the metadata, and a cell more for each exercise."""
        cells = iter(nb.cells)
        nb.cells = []
        for cell in cells:
            nb.cells.append(cell)
            name = defined_with_dots(cell.source) if cell.cell_type == "code" else None
            if name:
                cell.metadata.nbgrader = nbgrader_metadata(name, solution=True)
                check = next(cells)
                nb.cells += [check, mark_cell(name, last_expression(check.source))]
        return nb, resources


def mark_cell(name, check):
    """The cell that shows the mark of an exercise."""
    return nbformat.v4.new_code_cell(
        f'int({check}.kind == "right")  # your mark',
        id=f"mark-{name}",
        metadata={"nbgrader": nbgrader_metadata(f"mark-{name}", grade=True, locked=True, points=1)},
    )


def nbgrader_metadata(grade_id, **changed):
    """A cell's entry for nbgrader, in version 3 of its schema."""
    roles = {"grade": False, "locked": False, "solution": False, "task": False}
    return roles | {"grade_id": grade_id, "schema_version": 3} | changed


class OpenSolutions(Preprocessor):
    """Show the worked solutions unfolded."""

    def preprocess_cell(self, cell, resources, index):
        """Open the folds of a solution's cell; leave other cells as they are."""
        if "solution" in cell.metadata.get("tags", []):
            cell.source = cell.source.replace("<details>", "<details open>")
        return cell, resources


class AddTeachingNote(Preprocessor):
    """Put the teaching note under the opening cell."""

    def preprocess(self, nb, resources):
        """Return the notebook with a cell more; its path is in the resources."""
        # On the site, where a note is shown as well, a notebook is a page.
        source = PAGE_LINK.sub(r"](\1.ipynb)", teaching_note(resources["path"]))
        note = nbformat.v4.new_markdown_cell(
            source,
            id="teaching-note",
            metadata={"tags": ["teaching-note"]},
        )
        nb.cells.insert(1, note)
        return nb, resources


STEPS = {
    "student": [
        TagRemovePreprocessor(remove_cell_tags={"solution"}),
        ClearOutputPreprocessor(),
        AddMarks(),
    ],
    "instructor": [OpenSolutions(), AddTeachingNote()],
}


def convert(path, kind):
    """Return the notebook in a file as the student or the instructor gets it."""
    notebook = nbformat.read(path, as_version=4)
    for step in STEPS[kind]:
        notebook, _ = step.preprocess(notebook, {"path": path})
    return notebook


def make_folder(kind, folder):
    """Write the notebooks, and what they need to run, into a new folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        nbformat.write(convert(path, kind), folder / path.name)
    shutil.copy(README[kind], folder / "README.md")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    (folder / "requirements.txt").write_text("\n".join(project["dependencies"]) + "\n")
    shutil.copy(ROOT / "LICENSE", folder)
    # Beside the notebooks, the package is found without being installed.
    leave_out = shutil.ignore_patterns("__pycache__", ".*")
    shutil.copytree(ROOT / "helpers", folder / "helpers", ignore=leave_out)


def make_zip(folder, target):
    """Pack a folder. Every file gets the same time and rights, so that the bytes stay the same."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = Path(target.stem, path.relative_to(folder)).as_posix()
            entry = zipfile.ZipInfo(name)  # dated 1980, as zip's own time begins
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def main(arguments=None):
    """Make the folder and the zip of one kind; return 1 if something is missing."""
    parser = argparse.ArgumentParser(description="Make the notebooks to hand out.")
    parser.add_argument("kind", choices=STEPS)
    kind = parser.parse_args(arguments).kind
    folder, target = BUILD / kind, BUILD / f"backpropagation-{kind}.zip"
    try:
        make_folder(kind, folder)
    except FileNotFoundError as error:
        print(f"make {kind}: {error}")
        return 1
    make_zip(folder, target)
    print(f"{folder.relative_to(ROOT)}/ and {target.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
