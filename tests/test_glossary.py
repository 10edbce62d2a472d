"""The course's terms: each is explained where it is first used, and the glossary says where."""

import re
from pathlib import Path

import pytest

from tools import glossary, notebooks
from tools.glossary import Place
from web.render import glossary as page

CELLS = list(glossary.markdown_cells())
NAMES = list(glossary.meanings())


def test_there_are_terms_of_every_notebook():
    assert len(NAMES) > 40
    assert {term.path for term in glossary.terms()} == {*notebooks.NOTEBOOKS.glob("*.ipynb")}


@pytest.mark.parametrize("name", NAMES)
def test_a_term_is_explained_where_it_is_first_used(name):
    assert glossary.introduction(name, CELLS), f"no notebook has **{name}** where it is explained"
    early = [f"{c.path.stem} [{c.number}]" for c in glossary.uses_before(name, CELLS)]
    assert not early, f"{name!r} is used before it is explained: {', '.join(early)}"


@pytest.mark.parametrize("name", NAMES)
def test_a_meaning_is_a_short_sentence_of_its_own(name):
    meaning = glossary.meanings()[name]
    assert meaning[0].isupper() and len(meaning) < 200 and not re.search(r"\s\s|\n", meaning)


def test_terms_stand_in_the_order_of_the_course():
    places = [CELLS.index(glossary.introduction(name, CELLS)) for name in NAMES]
    assert places == sorted(places)


def test_the_page_has_every_term_with_a_link_to_a_heading_that_is_there():
    text = page.page()
    for term in glossary.terms():
        assert f"**{term.name[0].upper()}{term.name[1:]}**. {term.meaning}" in text
        headings = [
            re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")
            for cell in CELLS
            if cell.path == term.path
            for heading in re.findall(r"^#+ (.*)", cell.text, re.MULTILINE)
        ]
        assert not term.heading or term.anchor in headings


# The checks above are themselves able to fail.


def cells(*texts):
    path = Path("01-a-notebook.ipynb")
    return [Place(path, number, text) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("texts", "early"),
    [
        (["The slope.", "A **slope** is …"], [1]),
        (["Slopes differ.", "A **slope** is …"], [1]),
        (["Learning\nrates matter.", "The **learning rate** …"], [1]),
        (["`slope` in code, [a slope](a-slope)", "A **slope** is …"], []),
        (["A slopestyle, and a down-slope", "**Slopes** are …", "a slope"], []),
    ],
)
def test_an_early_use_is_found(texts, early):
    name = "learning rate" if "rate" in texts[1] else "slope"
    assert [c.number for c in glossary.uses_before(name, cells(*texts))] == early


def test_a_term_that_nobody_introduces_is_found():
    assert glossary.introduction("slope", cells("a slope", "*slope*")) is None


def test_the_section_is_the_one_that_the_term_stands_in(monkeypatch):
    """Not one that begins later in the same cell."""
    monkeypatch.setattr(
        glossary, "markdown_cells", lambda: cells("## One", "A **slope** …\n\n## Two\n\nmore")
    )
    monkeypatch.setattr(glossary, "meanings", lambda: {"slope": "How steep it is."})
    assert [(term.heading, term.anchor) for term in glossary.terms()] == [("One", "one")]
