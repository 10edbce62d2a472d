"""The page's Python is small, the same from the same files, and holds what the course needs."""

import gzip
import io
import sys
import zipfile

import pytest

from web.python import archive

MB = 1e6
MOST_MB = 5.5

needs_pyodide = pytest.mark.skipif(not archive.PYODIDE.exists(), reason="no web/node_modules")


def names_in(zipped):
    return set(zipfile.ZipFile(io.BytesIO(zipped)).namelist())


def test_same_files_same_bytes():
    assert archive.course() == archive.course()
    assert archive.zipped({"a": b"1"}) == archive.zipped({"a": b"1"})


def test_the_course_holds_what_a_session_imports():
    names = names_in(archive.course())
    assert {"helpers/__init__.py", "helpers/checks/__init__.py", *archive.OWN} <= names
    assert not [name for name in names if not name.endswith(".py")]
    rooms = {name.split("/")[1].removesuffix(".py") for name in names if name.startswith("helpers")}
    assert rooms == {*archive.ROOMS, "__init__"}


@needs_pyodide
def test_everything_together_is_light(tmp_path):
    archive.write_python(tmp_path)
    archive.write_course(tmp_path)
    sent = [
        len(gzip.compress(x.read_bytes(), 6)) if x.suffix in (".mjs", ".json") else x.stat().st_size
        for x in tmp_path.iterdir()
    ]
    assert sum(sent) < MOST_MB * MB


@needs_pyodide
def test_the_library_is_without_what_is_left_out():
    tops = {name.partition("/")[0].removesuffix(".py") for name in names_in(archive.library())}
    assert {"ast", "inspect", "dataclasses", "fractions", "random", "encodings"} <= tops
    assert not tops & archive.LEFT_OUT


def test_what_is_left_out_is_part_of_python():
    since_gone = {"imaplib", "lib2to3", "mailcap", "nntplib", "this", "_pyrepl", "turtledemo"}
    assert archive.LEFT_OUT - since_gone <= sys.stdlib_module_names | {"pydoc_data", "idlelib"}


@pytest.mark.parametrize(
    ("module", "there"),
    [
        ("math", True),
        ("collections.abc.Callable", True),
        ("helpers", True),
        ("helpers.checks", True),
        ("helpers.rules.exp", True),
        ("helpers.widgets.NetworkExplorer", False),
        ("helpers.graph", False),
        ("numpy", False),
        ("matplotlib.pyplot", False),
        ("email.message", False),
    ],
)
def test_what_is_on_a_page(module, there):
    assert archive.is_on_page(module) is there
