"""Finish the site that Quarto or smalldocs has rendered: nothing on it is asked of another host.

Both call this script when the pages are written (`post-render` in `_quarto.yml`). It takes out the
scripts and fonts that they load from elsewhere, writes inline pictures to files, folds code, sets
the formulas, adds the widgets' script to pages that hold widgets, and then reads every page and
stylesheet again: whatever would still be asked of another host stops the build. Running it twice
changes nothing.
"""

import base64
import hashlib
import html
import json
import re
import shutil
import struct
import sys
from urllib.parse import urlsplit

from web import ROOT, node
from web.browser import bundle
from web.pages.code_folds import fold_code
from web.pages.front_page import fill_front_page
from web.pages.page import Page, is_formula
from web.pages.page_head import complete_head
from web.pages.run_box import add_run_boxes
from web.pages.security_policy import secure

COURSE = "course"  # the folder of our own files inside the site

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


def finish(site, project):
    """Do all the steps on the pages under `site`; return what is still wrong, one line each."""
    pages = [
        Page(file, site)
        for file in sorted(site.rglob("*.html"))
        if "site_libs" not in file.relative_to(site).parts
    ]
    fill_front_page(pages, project)
    add_run_boxes(pages, site, project)
    for page in pages:
        remove_foreign_libraries(page)
        remove_icon_font(page)
        complete_head(page)
        name_navigation(page)
        fold_code(page)
        take_pictures_out(page, site)
        page.add_script(f"{COURSE}/page.js")
    set_maths(pages)
    add_widget_files(pages, site, project)
    problems = []
    for page in pages:
        page.write()
        problems += foreign_in_page(page)  # while its scripts still stand on it
        secure(page, site, f"{COURSE}/inline")
        page.write()
    shutil.copytree(
        bundle.DIST, site / COURSE, dirs_exist_ok=True, ignore=shutil.ignore_patterns("stamp")
    )
    for sheet in sorted(site.rglob("*.css")):
        remove_google_fonts(sheet)
    return problems + [
        f"{sheet.relative_to(site).as_posix()} asks another host for {url}"
        for sheet in sorted(site.rglob("*.css"))
        for url in foreign_in_css(sheet.read_text(encoding="utf-8"))
    ]


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


def remove_icon_font(page):
    """Take out Bootstrap's icon font (145 KB for a handful of icons): styles.css has stand-ins."""
    for piece in page.pieces:
        if piece.tag == "link" and "bootstrap-icons" in piece.attrs.get("href", ""):
            page.replace(piece)


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


def take_pictures_out(page, site):
    """Write a page's inline PNG pictures to files, so that they come when the reader gets there."""
    for piece in page.pieces:
        kind, _, data = piece.attrs.get("src", "").partition(",")
        if piece.tag != "img" or kind != "data:image/png;base64":
            continue
        png = base64.b64decode(data)
        name = f"{COURSE}/pictures/{hashlib.sha256(png).hexdigest()[:16]}.png"
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(png)
        width, height = struct.unpack(">II", png[16:24])  # a PNG begins so; the room is kept free
        size = {"width": str(width), "height": str(height), "loading": "lazy"}
        attrs = size | piece.attrs | {"src": page.link_to(name)}
        written = "".join(f' {key}="{html.escape(value)}"' for key, value in attrs.items())
        page.replace(piece, f"<img{written}>")


# ------------------------------------------------------------------ putting in


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
        answers = json.loads(node.run([*node_command, "maths.mjs"], ROOT / "web/pages", asked))
        for (page, piece, tex, display), answer in zip(found, answers, strict=True):
            if "error" in answer:
                raise RuntimeError(f"{page.name}: KaTeX cannot set {tex!r}: {answer['error']}")
            kind = "display" if display else "inline"
            page.replace(piece, f'<span class="math {kind}">{answer["html"]}</span>')
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


def add_widget_files(pages, site, project):
    """Write the figures' front ends into the site; load them and our script where they are used."""
    used = [page for page in pages if any("course-widget" in p.classes for p in page.pieces)]
    if not used:
        return
    modules = json.loads(node.run([sys.executable, "-m", "helpers.widgets"], project))
    for page in used:
        named = sorted(modules_named(page))
        for name in set(named) - set(modules):
            raise RuntimeError(
                f"{page.name}: its widget needs {name!r}, which is not among "
                f"{', '.join(modules)} of `python -m helpers.widgets`"
            )
        parts = ["widgets.css", *(f"modules/{name}.js" for name in named), "widgets.js"]
        page.add_script(f"{COURSE}/live.js", f' data-parts="{" ".join(parts)}"')
    (site / COURSE / "modules").mkdir(parents=True, exist_ok=True)
    for name, module in modules.items():
        (site / COURSE / f"modules/{name}.js").write_text(
            f"(globalThis.courseModules ??= {{}}).{name} = "
            f"{json.dumps(module, ensure_ascii=False)};\n",
            encoding="utf-8",
        )


def modules_named(page):
    """The front ends that the widgets' state on a page asks for."""
    states = [
        json.loads(piece.inner)["state"]
        for piece in page.pieces
        if piece.tag == "script" and "course-widget-state" in piece.classes
    ]
    return {
        model["state"]["module"]
        for state in states
        for model in state.values()
        if model["model_module"] == "anywidget" and "module" in model["state"]
    }


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
