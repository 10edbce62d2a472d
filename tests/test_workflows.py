"""The workflows that a fork brings along run commands that exist, with few rights."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PATHS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def workflow(path):
    """A workflow as a dictionary; all values are text, for plain YAML takes `on` for true."""
    return yaml.load(path.read_text(), Loader=yaml.BaseLoader)


def steps(path):
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def test_there_is_one_to_test_and_one_to_publish():
    assert [path.stem for path in PATHS] == ["publish", "test"]
    commands = [{step["run"] for step in steps(path) if "run" in step} for path in PATHS]
    assert commands == [{"make site"}, {"make test"}]


each = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


@each
def test_commands_are_targets_of_make(path):
    for step in steps(path):
        if "run" in step:
            program, target = step["run"].split()
            assert program == "make" and target in TARGETS


@each
def test_actions_are_pinned_to_a_major_version(path):
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert used and all(re.fullmatch(r"[\w-]+/[\w/-]+@v\d+", action) for action in used)


@each
def test_rights_are_few(path):
    found = workflow(path)
    assert found["permissions"] == {"contents": "read"}
    for name, job in found["jobs"].items():
        wider = {"pages": "write", "id-token": "write"} if name == "deploy" else None
        assert job.get("permissions") == wider
        assert int(job["timeout-minutes"]) <= 30


def test_all_checks_run_on_every_python_and_with_the_lowest_versions():
    (job,) = workflow(ROOT / ".github/workflows/test.yml")["jobs"].values()
    matrix = job["strategy"]["matrix"]
    looked_for = re.findall(r"python(3\.\d+)", (ROOT / "tools/setup.sh").read_text())
    floor = PROJECT["requires-python"].removeprefix(">=")
    assert set(matrix["python"]) == set(looked_for) and floor in looked_for
    assert matrix["lowest"] == [""] and matrix["include"] == [{"python": floor, "lowest": "1"}]
    (python,) = [step["with"] for step in job["steps"] if "setup-python" in step.get("uses", "")]
    (command,) = [step for step in job["steps"] if "run" in step]
    assert python == {"python-version": "${{ matrix.python }}"}
    assert command["env"] == {"LOWEST": "${{ matrix.lowest }}", "REQUIRE_BROWSER": "1"}


def test_targets_of_make_that_teachers_use_are_there_and_explained():
    makefile = (ROOT / "Makefile").read_text()
    for target in ("student", "instructor", "check-fork"):
        assert re.search(rf"^{target}: .*## \w", makefile, re.MULTILINE), target
    phony = re.search(r"^\.PHONY: (.*)", makefile, re.MULTILINE).group(1).split()
    assert set(phony) == TARGETS
