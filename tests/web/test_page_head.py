"""What is put right in the head of each page."""

import pytest

from web.pages.page import Page, find_pieces
from web.pages.page_head import LONGEST, complete_head


@pytest.fixture
def completed(tmp_path):
    """completed(head, main): the pieces of the page, its head completed."""

    def complete(head="", main=""):
        file = tmp_path / "a.html"
        text = f"<html><head><title>A title</title>{head}</head><body><nav><p>no</p></nav><main>"
        file.write_text(f"{text}{main}</main></body></html>", encoding="utf-8")
        for _ in range(2):  # twice changes nothing
            page = Page(file, tmp_path)
            complete_head(page)
            page.write()
        return find_pieces(page.text)

    return complete


def description(pieces):
    [found] = [p.attrs["content"] for p in pieces if p.attrs.get("name") == "description"]
    return found


def test_a_page_is_described_by_its_first_paragraph(completed):
    pieces = completed(main='<p class="lead"><strong>Is</strong> a\n&lt; "b"?</p><p>More.</p>')
    assert description(pieces) == 'Is a < "b"?'


def test_a_long_description_ends_with_a_whole_word(completed):
    found = description(completed(main=f"<p>{'words ' * 50}</p>"))
    assert found.endswith("words…")
    assert LONGEST - 6 <= len(found) <= LONGEST


def test_a_description_of_ones_own_stays_and_a_page_without_text_has_its_title(completed):
    assert description(completed('<meta name="description" content="own">', "<p>x</p>")) == "own"
    assert description(completed()) == "A title"


def test_the_renderers_scripts_wait_and_the_others_are_as_they_were(completed):
    scripts = [
        '<script src="../site_libs/quarto-nav/quarto-nav.js"></script>',
        '<script src="../site_libs/quarto-html/quarto.js" type="module"></script>',
        '<script async src="site_libs/a.js"></script>',
        '<script src="course/inline/early.js"></script>',
        "<script>early()</script>",
    ]
    pieces = completed("".join(scripts), "<script src='site_libs/in-the-text.js'></script>")
    waiting = ["defer" in piece.attrs for piece in pieces if piece.tag == "script"]
    assert waiting == [True, True, False, False, False, False]
