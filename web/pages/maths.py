"""Set formulas with KaTeX, when the site is built; maths.mjs does it."""

import html
import json
import re
from pathlib import Path

from web import node
from web.pages.page import COURSE, is_formula


def set_maths(pages):
    """Set every formula with KaTeX, here and now: readers need no script, and see the same maths
    whichever program rendered the page."""
    found = [
        (page, piece, *formula)
        for page in pages
        for piece in page.pieces
        if (formula := read_formula(piece))
    ]
    if found:
        asked = json.dumps([{"tex": tex, "display": display} for *_, tex, display in found])
        node.install()
        node_command, _ = node.find()
        answers = json.loads(node.run([*node_command, "maths.mjs"], Path(__file__).parent, asked))
        for (page, piece, tex, display), answer in zip(found, answers, strict=True):
            if "error" in answer:
                raise RuntimeError(f"{page.name}: KaTeX cannot set {tex!r}: {answer['error']}")
            attributes = 'class="math display" tabindex="0"' if display else 'class="math inline"'
            page.replace(piece, f"<span {attributes}>{answer['html']}</span>")
    for page in pages:
        if any(is_formula(piece) for piece in page.pieces):
            page.add_style(f"{COURSE}/katex/katex.css")


def read_formula(piece):
    """The TeX of a formula, set or not, and whether it is displayed; None for all else."""
    if not is_formula(piece):
        return None
    display = piece.attrs.get("display") == "block" or "display" in piece.classes
    noted = re.search(
        r'<annotation encoding="application/x-tex">(.*?)</annotation>', piece.inner, re.DOTALL
    )
    tex = html.unescape(noted[1] if noted else piece.inner).strip()
    for opening, closing in (("\\(", "\\)"), ("\\[", "\\]")):
        if tex.startswith(opening) and tex.endswith(closing):
            tex = tex[2:-2].strip()
    return tex, display
