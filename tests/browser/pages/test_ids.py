"""Each id of a page names one place: a link into a page leads where it says."""

from collections import Counter

from conftest import ROOT

from web.pages.page import find_pieces


def test_no_page_has_an_id_twice():
    site = ROOT / "_site"
    twice = {}
    for file in sorted(site.rglob("*.html")):
        if "site_libs" not in file.parts:
            ids = Counter(x.attrs.get("id") for x in find_pieces(file.read_text(encoding="utf-8")))
            if found := [name for name, times in ids.items() if name and times > 1]:
                twice[file.relative_to(site).as_posix()] = found
    assert twice == {}
