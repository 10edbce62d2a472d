"""The front page's explorer and cards, and the fold "Run this notebook": what post-render adds."""

import json
import re

import pytest

from web import ROOT
from web.browser import bundle
from web.pages import card_pictures, front_page, run_box
from web.pages.finish import finish_site

PAGE = "<!doctype html><html><head></head><body><nav><h2>Menu</h2></nav>{body}</body></html>\n"
FIRST_CELL = [
    "# Which & why\n",
    "\n",
    "**Question.** Is 1 < 2, and which way is up?\n",
    "\n",
    "It takes about two hours. You need notebook 03, and some Python.",
]
NOTEBOOK = '<main><p>opening</p><section id="a" class="level2"><h2>A</h2></section></main>'
FRONT = "<main><div class='course-explorer-goes-here'></div>{cards}</main>".format(
    cards='<div class="course-cards-go-here">\n</div>'
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with one notebook, whose site has its page and a front page; no bundle is built."""
    (tmp_path / "dist").mkdir()
    monkeypatch.setattr(bundle, "DIST", tmp_path / "dist")
    (tmp_path / "helpers").symlink_to(ROOT / "helpers")
    (tmp_path / "_quarto.yml").write_text("website:\n  title: T\n")
    for name, body in (("index", FRONT), ("notebooks/07-which", NOTEBOOK)):
        page = tmp_path / f"_site/{name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGE.format(body=body))
    (tmp_path / "notebooks").mkdir()
    cells = [{"cell_type": "markdown", "source": FIRST_CELL}]
    (tmp_path / "notebooks/07-which.ipynb").write_text(json.dumps({"cells": cells}))
    (tmp_path / "notebooks/08-draft.ipynb").write_text(json.dumps({"cells": cells}))
    return tmp_path


def finish(project, page):
    """Finish the site and return the text of one page."""
    assert finish_site(project / "_site", project) == []
    return (project / f"_site/{page}.html").read_text(encoding="utf-8")


# ------------------------------------------------------------------ the front page


def test_the_front_page_gets_the_explorer_live_and_a_card_for_each_page(project):
    front = finish(project, "index")
    assert 'data-widget="NetworkExplorer"' in front
    assert "widgets.js" in front
    assert "<svg" in front and "base64" not in front, "it follows the colours of the page"
    [card] = re.findall(r'<li class="course-card".*?</li>', front, re.DOTALL)
    assert '<a href="notebooks/07-which.html"><span>07</span> Which &amp; why</a>' in card
    assert "<p>Is 1 &lt; 2, and which way is up?</p>" in card
    assert ">About two hours. You need notebook 03, and some Python.</p>" in card
    assert finish(project, "index") == front, "a second run changes nothing"


@pytest.mark.parametrize("file", ["README.md", "index.qmd"])
def test_only_figures_with_sliders_are_said_to_move(file):
    text = " ".join((ROOT / file).read_text(encoding="utf-8").split())
    assert not re.search(
        r"\b(every|each|all) (figure|picture)s? (can be )?move", text, re.IGNORECASE
    )


def test_what_is_there_is_not_to_come(project):
    front = finish(project, "index")
    assert "Choosing a mode" in front
    assert "Differentiating programs" not in front


def test_a_notebook_that_says_little_has_a_card_all_the_same(project):
    file = project / "notebooks/07-which.ipynb"
    file.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": ["Text"]}]}))
    assert front_page.opening(file) == ("07-which", "07-which", "", "", "")
    assert "You need" not in finish(project, "index")


@pytest.mark.parametrize("file", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda f: f.stem)
def test_every_notebook_says_what_its_card_needs_and_has_a_picture(file):
    opening = front_page.opening(file)
    assert all(opening)
    assert opening.number in card_pictures.PICTURES
    assert len(card_pictures.picture(opening.number)) < 4000


# ------------------------------------------------------------------ "Run this notebook"


def test_the_fold_stands_before_the_first_section_with_the_notebook_beside_the_page(project):
    page = finish(project, "notebooks/07-which")
    assert re.search(
        r'opening</p><details class="course-run" id="course-run">.*</details>\s*<section id="a"',
        page,
        re.S,
    )
    assert '<a href="07-which.ipynb" download>' in page
    assert (project / "_site/notebooks/07-which.ipynb").is_file()
    assert finish(project, "notebooks/07-which") == page, "a second run changes nothing"


@pytest.mark.parametrize("setting", ["", "  repo-url:\n", '  repo-url: ""\n'])
def test_without_an_address_nothing_needs_one(project, setting):
    (project / "_quarto.yml").write_text("website:\n  title: T\n" + setting)
    page = finish(project, "notebooks/07-which")
    assert "make lab" in page
    assert not re.search("binder|colab|pip install", page, re.IGNORECASE)


@pytest.mark.parametrize("ending", ["", "/", ".git", ".git/"])
def test_github_has_binder_and_colab(project, ending):
    setting = f"  repo-url: https://github.com/owner/course{ending}\n"
    (project / "_quarto.yml").write_text("website:\n  title: T\n" + setting)
    links = re.findall(r'<a href="(https[^"]*)"', finish(project, "notebooks/07-which"))
    assert links == [
        "https://mybinder.org/v2/gh/owner/course/HEAD?labpath=notebooks%2F07-which.ipynb",
        "https://colab.research.google.com/github/owner/course/blob/main/notebooks/07-which.ipynb",
    ]


def test_another_branch_is_named_where_it_must_be(project):
    setting = "  repo-url: https://github.com/owner/course\n  repo-branch: spring term\n"
    (project / "_quarto.yml").write_text("website:\n  title: T\n" + setting)
    assert "/blob/spring%20term/notebooks/" in finish(project, "notebooks/07-which")


def test_another_host_has_binder_only():
    box = run_box.run_box("07-which.ipynb", "https://git.example.edu/group/course", "main")
    address = (
        "https://mybinder.org/v2/git/https%3A%2F%2Fgit.example.edu%2Fgroup%2Fcourse/HEAD?labpath="
    )
    assert address in box
    assert "colab" not in box
    assert "<code>%pip install git+https://git.example.edu/group/course</code>" in box
