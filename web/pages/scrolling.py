"""Boxes that may be wider than the page are stops for the Tab key, so that keys can scroll them.

The stop stands in the page itself: a reader without scripts has it, and one whose machine is busy.
The page's script then takes it away from every box that has nothing to scroll.
"""

MAY_SCROLL = {"cell-output-display", "sd-table"}


def open_to_keyboard(page):
    """Give code, results, tables and the parts of still figures a stop.

    Formulas get theirs where they are set.
    """
    for piece in page.pieces:
        if may_scroll(piece) and "tabindex" not in piece.attrs:
            page.insert(piece.end - 1, ' tabindex="0"')


def may_scroll(piece):
    return (
        piece.tag == "pre"
        or MAY_SCROLL.intersection(piece.classes)
        or "overflow-x: auto" in piece.attrs.get("style", "")
    )
