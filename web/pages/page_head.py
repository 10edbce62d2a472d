"""What the head of each page lacks: a description, and scripts that wait until the page is read."""

import html
import re

LONGEST = 160  # of a description, as search engines show it


def complete_head(page):
    """Describe the page by its first paragraph, and let the renderers' scripts hold nothing up."""
    if not any(piece.attrs.get("name") == "description" for piece in page.pieces):
        words = html.escape(first_paragraph(page))
        page.add_to_head(f'<meta name="description" content="{words}">')
    for piece in page.pieces:
        if piece.tag == "/head":
            break
        if piece.tag == "script" and can_wait(piece):
            tag = page.text[piece.start : piece.end]
            page.replace(piece, tag.replace("<script", "<script defer", 1))


def can_wait(script):
    """The renderers' libraries, all of which are used when the page is there. Order is kept."""
    source = script.attrs.get("src", "")
    return "site_libs/" in source and not {"defer", "async"} & set(script.attrs)


def first_paragraph(page):
    """The text of the first paragraph in the page's main part, or its title, shortened."""
    main = page.text.partition("<main")[2]
    found = re.search(r"<p\b[^>]*>(.*?)</p>", main, re.DOTALL) or re.search(
        r"<title>(.*?)</title>", page.text, re.DOTALL
    )
    words = html.unescape(re.sub(r"<[^>]*>", "", found[1])).split()
    text = " ".join(words)
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
