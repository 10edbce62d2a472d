"""Each page gets a content security policy, and the code on it goes into files that it allows."""

import re

import pytest

from web.pages.page import Page, find_pieces
from web.pages.security_policy import META, secure

# As Quarto and smalldocs write them
QUARTO_SCHEME = (
    '<script id="quarto-html-before-body" type="application/javascript">\n'
    "const toggle = () => {};\nwindow.quartoToggleColorScheme = () => toggle();\n</script>"
)
QUARTO_SEARCH = (
    '<script id="quarto-search-options" type="application/json">{"location": "navbar"}</script>'
)
SMALLDOCS_SCHEME = (
    "<script>(function(){var d=document.documentElement;d.dataset.a='<b>'})();</script>"
)
TOGGLE = (
    '<a href="" class="quarto-color-scheme-toggle nav-link" '
    'onclick="window.quartoToggleColorScheme(); return false;" title="Toggle dark mode">'
    '<i class="bi"></i></a>'
)
MENU = (
    '<button type="button" data-bs-toggle="collapse" aria-label="Toggle &quot;all&quot;" '
    'onclick="if (window.quartoToggleHeadroom) { window.quartoToggleHeadroom(); }"></button>'
)
SHOW_CODE = '<a id="quarto-show-all-code" href="javascript:void(0)" role="button">Show All Code</a>'


@pytest.fixture
def secured(tmp_path):
    """secured(head, body): the page's text, and its scripts from files by their place in it."""

    def finish(head="", body=""):
        file = tmp_path / "notebooks/a.html"
        file.parent.mkdir(exist_ok=True)
        if head or body:
            text = '<!doctype html><html><head><meta charset="utf-8">'
            file.write_text(f"{text}{head}</head><body>{body}</body></html>", encoding="utf-8")
        page = Page(file, tmp_path)
        secure(page, tmp_path, "course/inline")
        page.write()
        return page.text

    return finish


def scripts(text, folder):
    """The text of each script that a page in notebooks/ loads, in order."""
    sources = [p.attrs.get("src") for p in find_pieces(text) if p.tag == "script"]
    return [(folder / "notebooks" / source).resolve().read_text() for source in sources if source]


def test_the_policy_stands_right_behind_the_charset(secured):
    assert f'<head><meta charset="utf-8">{META}<title>' in secured("<title>t</title>")


def test_the_policy_allows_the_site_and_blobs_and_no_code_from_text():
    rules = dict(rule.split(" ", 1) for rule in re.search('content="(.*)"', META)[1].split("; "))
    assert rules["script-src"] == "'self' blob:"
    assert rules["default-src"] == "'self'"
    assert "unsafe-eval" not in META
    assert "http:" not in META
    assert "*" not in META


@pytest.mark.parametrize("script", [QUARTO_SCHEME, SMALLDOCS_SCHEME])
def test_a_script_on_the_page_becomes_a_file_in_its_place(secured, tmp_path, script):
    before, after = '<script src="../x.js"></script>', '<script defer src="../y.js"></script>'
    (tmp_path / "x.js").write_text("x")
    (tmp_path / "y.js").write_text("y")
    text = secured(before + script + after)
    [piece] = find_pieces(script)
    assert scripts(text, tmp_path) == ["x", piece.inner, "y"]
    [moved] = [p for p in find_pieces(text) if "inline" in p.attrs.get("src", "")]
    assert moved.inner == ""
    assert {x: y for x, y in moved.attrs.items() if x != "src"} == piece.attrs


def test_a_moved_script_waits_for_nothing_that_it_did_not_wait_for(secured):
    text = secured('<script defer async type="text/javascript">1</script>')
    assert " defer" not in text
    assert " async" not in text


@pytest.mark.parametrize("kind", ["application/json", "application/ld+json", "importmap", "text/x"])
def test_data_stays_on_the_page(secured, kind):
    data = f'<script type="{kind}" class="c">{{"a": 1}}</script>'
    assert data in secured(body=data)
    assert QUARTO_SEARCH in secured(QUARTO_SEARCH)


def test_code_in_attributes_becomes_listeners(secured, tmp_path):
    text = secured(body=TOGGLE + MENU + SHOW_CODE + TOGGLE)
    assert "onclick" not in text
    assert "javascript:" not in text
    toggle, menu, show = scripts(text, tmp_path)
    assert "window.quartoToggleColorScheme(); return false;" in toggle
    assert "if (window.quartoToggleHeadroom) { window.quartoToggleHeadroom(); }" in menu
    assert "void(0)" in show
    assert 'aria-label="Toggle &quot;all&quot;"' in text, "the other attributes are as they were"
    assert text.count('title="Toggle dark mode"') == 2


def test_twice_changes_nothing(secured, tmp_path):
    once = secured(SMALLDOCS_SCHEME + QUARTO_SEARCH, TOGGLE + MENU + SHOW_CODE + QUARTO_SCHEME)
    written = sorted(tmp_path.rglob("*.js"))
    assert secured() == once
    assert sorted(tmp_path.rglob("*.js")) == written
