"""Names for the navigations of a page, and a way past them."""

NAVIGATION = {
    "navbar": "Site",
    "quarto-secondary-nav": "Place in the course",
    "sidebar-navigation": "Notebooks",
    "page-navigation": "Previous and next",
}
SKIP = '<a class="course-skip" href="#quarto-document-content">Skip to the text</a>'


def name_navigation(page):
    """Tell the page's navigations apart by name, and offer keyboard readers a way past them."""
    for piece in page.pieces:
        tag = page.text[piece.start : piece.end]
        if piece.tag == "nav" and "aria-label" not in piece.attrs:
            for name in piece.classes:
                if name in NAVIGATION:
                    page.replace(piece, f'{tag[:-1]} aria-label="{NAVIGATION[name]}">')
        elif piece.tag == "body" and SKIP not in page.text:
            page.replace(piece, tag + SKIP)
