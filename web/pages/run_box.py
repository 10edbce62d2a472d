"""The fold "Run this notebook" on each notebook's page: on one's computer, on Binder, on Colab.

The one setting is `repo-url` under `website` in `_quarto.yml`, Quarto's own key for where the
project is published. Where it is empty, what needs it is left out.
"""

import itertools
import shutil
from html import escape
from urllib.parse import quote, urlsplit

import yaml

HERE = (
    "The exercises run right here on the page, and so does each cell with a button “Edit and run”. "
    "Cells that draw or compute with NumPy need JupyterLab:"
)
OWN = (
    '<div class="course-work course-own course-live"><button type="button">Download my notebook'
    '</button><span role="status">It has your guesses and your code in it.</span></div>'
)


def add_run_boxes(pages, site, project):
    """Put the fold before the first section of each notebook's page, and the notebook beside it."""
    for page in pages:
        file = project / page.name.replace(".html", ".ipynb")
        if page.name.startswith("notebooks/") and file.exists():
            shutil.copy(file, site / "notebooks")
            there = any("course-run" in piece.classes for piece in page.pieces)
            if not there and (first := first_section(page)):
                page.insert(first.start, run_box(file.name, *published_at(project)))


def first_section(page):
    """Where the first section of a page's text begins, None if it has no section."""
    text = itertools.dropwhile(lambda piece: piece.tag != "main", page.pieces)
    return next((p for p in text if p.tag == "h2" or "level2" in p.classes), None)


def published_at(project):
    """Where the project is published: the repository's address, "" for nowhere, and its branch."""
    settings = yaml.safe_load((project / "_quarto.yml").read_text(encoding="utf-8"))["website"]
    url = (settings.get("repo-url") or "").rstrip("/").removesuffix(".git")
    return url, settings.get("repo-branch") or "main"


def run_box(name, repository, branch):
    """The fold for the notebook called `name`, a file in notebooks/."""
    path = f"notebooks/{name}"
    install = f"<code>%pip install git+{escape(repository)}</code>"
    ways = [
        "On your computer: <code>make lab</code> in the course’s folder opens JupyterLab. Choose "
        f"<code>{escape(path)}</code> there."
    ]
    if repository:
        ways.append(f"{link('Binder', binder(repository, path))} installs it in a few minutes.")
    if on_github(repository):
        ways.append(f"{link('Colab', colab(repository, branch, path))}: run {install} first.")
    ways.append(
        f'<a href="{escape(name)}" download>Download the notebook</a>: '
        + (f"run {install} first." if repository else "keep it in the folder, which it needs.")
    )
    items = "\n".join(f"<li>{way}</li>" for way in ways)
    return (
        '<details class="course-run" id="course-run">\n<summary>Run this notebook</summary>\n'
        f"<p>{HERE}</p>\n<ul>\n{items}\n</ul>\n{OWN}\n</details>\n"
    )


def link(text, url):
    return f'<a href="{escape(url)}">{text}</a>'


def on_github(repository):
    return urlsplit(repository).hostname == "github.com"


def binder(repository, path):
    """Binder's address for the notebook: it takes a repository from any host."""
    if on_github(repository):
        place = "gh" + urlsplit(repository).path
    else:
        place = "git/" + quote(repository, safe="")
    return f"https://mybinder.org/v2/{place}/HEAD?labpath={quote(path, safe='')}"


def colab(repository, branch, path):
    """Colab's address for the notebook: it takes repositories from GitHub."""
    place = urlsplit(repository).path
    return f"https://colab.research.google.com/github{place}/blob/{quote(branch)}/{quote(path)}"
