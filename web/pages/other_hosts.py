"""A page asks nothing of another host: take out what the renderers load, and look again."""

import re
from urllib.parse import urlsplit

# Scripts and styles that the renderers load from a CDN and that our pages do without: Quarto's for
# widgets (require.js, jQuery, html-manager) and either's for maths.
NOT_NEEDED = re.compile(r"require|jquery|html-manager|katex|mathjax|polyfill", re.IGNORECASE)
GOOGLE_FONTS = ("fonts.googleapis.com", "fonts.gstatic.com")
# What the lexical grammar of CSS calls comment, string and url token; all else is of no interest.
CSS_TOKEN = re.compile(
    r"""/\*.*?\*/
      | (?P<import>@import\s+)? (?: url\(\s*(?P<url>"[^"]*"|'[^']*'|[^)'"]*?)\s*\)
                                  | (?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*') )
        (?P<rest>(?(import)[^;}]*;?))""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
# `import x from "https://…"` and `import("https://…")` in a script on the page itself
SCRIPT_IMPORT = re.compile(r"""\b(?:from|import)\s*\(?\s*["']((?:https?:)?//[^"']+)""")
# Kinds of <link> that load nothing
QUIET_LINKS = {"canonical", "alternate", "license", "author", "prev", "next", "help", "me"}
LOADING_ATTRIBUTES = ("src", "srcset", "poster", "data", "background", "xlink:href")


# ------------------------------------------------------------------ taking out


def remove_foreign_libraries(page):
    """Take out CDN copies of libraries that our pages do without, and the lines that call them."""
    for piece in page.pieces:
        url = piece.attrs.get("src" if piece.tag == "script" else "href", "")
        loads = piece.tag in ("script", "link")
        if loads and is_foreign(url) and (NOT_NEEDED.search(url) or _is_google_font(url)):
            page.replace(piece)
        elif piece.tag == "script" and re.match(r"\s*define\('jquery'", piece.inner):
            page.replace(piece)  # Quarto's line that tells require.js about jQuery


def remove_google_fonts(sheet):
    """Take `@import` lines for Google Fonts out of a stylesheet."""
    text = sheet.read_text(encoding="utf-8")
    kept = CSS_TOKEN.sub(
        lambda m: "" if m["import"] and _is_google_font(_css_url(m)) else m[0], text
    )
    if kept != text:
        sheet.write_text(kept, encoding="utf-8")


def _is_google_font(url):
    return urlsplit(url).hostname in GOOGLE_FONTS


# ------------------------------------------------------------------ looking again


def is_foreign(url):
    """Whether a browser would ask another host for this address."""
    return bool(urlsplit(url.strip()).netloc)


def foreign_in_page(page):
    """What a page would ask of other hosts, one line each. Links to follow (`<a>`) are fine."""
    for piece in page.pieces:
        for url in _addresses(piece):
            if is_foreign(url):
                yield f"{page.name}: <{piece.tag}> asks another host for {url}"


def _addresses(piece):
    """Every address that a browser loads because of one piece of a page."""
    attrs = piece.attrs
    for name in LOADING_ATTRIBUTES:
        if name == "srcset":
            yield from (part.split()[0] for part in attrs.get(name, "").split(",") if part.strip())
        elif attrs.get(name):
            yield attrs[name]
    rel = set(attrs.get("rel", "").lower().split())
    if attrs.get("href") and (
        piece.tag in ("base", "image", "use") or (piece.tag == "link" and not rel & QUIET_LINKS)
    ):
        yield attrs["href"]
    yield from foreign_in_css(attrs.get("style", ""))
    if piece.tag == "style":
        yield from foreign_in_css(piece.inner)
    if piece.tag == "script":
        yield from SCRIPT_IMPORT.findall(piece.inner)


def foreign_in_css(text):
    """The addresses on other hosts in `url(…)` and `@import` of a stylesheet."""
    found = (_css_url(m) for m in CSS_TOKEN.finditer(text) if m["url"] is not None or m["import"])
    return [url for url in found if is_foreign(url)]


def _css_url(match):
    """The address in a CSS token, without its quotes."""
    return (match["url"] or match["string"] or "").strip("\"'")
