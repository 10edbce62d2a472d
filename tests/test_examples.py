"""The examples in the reference: each public name has one, and each gives what stands under it."""

import doctest
import importlib
import json
import re
from pathlib import Path

import griffe
import pytest

from web import ROOT
from web.render.reference import docstring, entries, markdown, module_names

PACKAGE = griffe.load("helpers", search_paths=[ROOT], resolve_aliases=True)
MODULES = {name: PACKAGE[name] for name in module_names()}
ENTRIES = {
    f"{name}.{entry.name}": entry for name, module in MODULES.items() for entry in entries(module)
}
DOCSTRINGS = {
    name: docstring(found)
    for name, found in (MODULES | {name: entry.object for name, entry in ENTRIES.items()}).items()
    if found.docstring
}
# A page would tell what is wrong with each engine of the museum in notebook 04, and what stands in
# for a reader's own answer is no part of what the package offers.
NOT_TOLD = {"broken_engines", "fallbacks"}


def code(found):
    """The examples in a docstring, without what they print."""
    return "".join(x.source for x in doctest.DocTestParser().get_examples(docstring(found)))


def missing(entry):
    """What an entry lacks. A method, and a rule, may be used in the examples of its owner."""
    if not docstring(entry.object) and entry.has_section:
        return "a docstring"
    by_owner = entry.owner.is_class or not entry.has_section
    used = by_owner and re.search(rf"\b{entry.object.name}\b", code(entry.owner))
    return None if code(entry.object) or used else "an example"


@pytest.mark.parametrize("name", ENTRIES)
def test_every_name_has_a_docstring_and_an_example(name):
    lack = missing(ENTRIES[name])
    assert lack is None, f"helpers.{name} is in the reference and lacks {lack}"


def run(source, names):
    """The report on the examples in a docstring that fail, with these names and no others."""
    test = doctest.DocTestParser().get_doctest(source, names, "example", None, None)
    report = []
    doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    return "".join(report)


@pytest.mark.parametrize("name", DOCSTRINGS)
def test_examples_give_what_is_printed(name):
    """A reader has the names that the page imports at its top, and what the example imports."""
    module = name.partition(".")[0]
    found = importlib.import_module(f"helpers.{module}")
    public = {x.name for x in entries(MODULES[module]) if x.owner.is_module}
    report = run(DOCSTRINGS[name], {x: getattr(found, x) for x in public})
    assert not report, report


@pytest.mark.parametrize("name", DOCSTRINGS)
def test_every_docstring_becomes_a_page(name):
    """Columns are told apart by two spaces: with one, there is no list to be made of them."""
    shown = markdown(DOCSTRINGS[name], {})
    assert shown.strip()


def test_what_notebooks_import_is_in_the_reference():
    imported = set()
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        source = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")
        for module, names in re.findall(r"from helpers\.(\w+) import ([\w, ]+)", source):
            imported |= {f"{module}.{name.split()[0]}" for name in names.split(",")}
        for names in re.findall(r"from helpers import ([\w, ]+)", source):
            imported |= set(names.split(", "))
    imported = {name for name in imported if name.partition(".")[0] not in NOT_TOLD}
    assert len(imported) > 10
    assert imported <= ENTRIES.keys() | MODULES.keys()


# The checks above are themselves able to fail.


def entry(source, name):
    """The entry with this name in a module of this source."""
    module = griffe.visit("made_up", Path("made_up.py"), source)
    return next(x for x in entries(module) if x.name == name)


@pytest.mark.parametrize(
    "source, lack",
    [
        ("def f(x):\n    return x", "a docstring"),
        ("def f(x):\n    '''Returns x.'''", "an example"),
        ("def f(x):\n    '''Returns x.\n\n    >>> f(1)\n    1\n    '''", None),
        ("'''>>> f(1)\n1\n'''\ndef f(x):\n    '''Returns x.'''", "an example"),
    ],
)
def test_a_missing_example_is_found(source, lack):
    assert missing(entry(source, "f")) == lack


@pytest.mark.parametrize("used, lack", [("x.go()", None), ("x.gone()", "an example")])
def test_a_method_may_be_used_in_the_example_of_its_class(used, lack):
    source = f"class A:\n    '''>>> {used}'''\n    def go(self):\n        '''Go.'''"
    assert missing(entry(source, "A.go")) == lack


def test_a_wrong_or_incomplete_example_is_found():
    assert not run(">>> 1 + 1\n2", {})
    assert "Got:\n    2" in run(">>> 1 + 1\n3", {})
    assert "NameError" in run(">>> np.pi", {})
