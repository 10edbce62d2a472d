"""Give each page a content security policy: scripts come from the site's own files, and no others.

Both renderers write scripts into their pages, and code into attributes like `onclick`. Such code a
policy cannot tell from an intruder's; so it moves into files, named by what is in them.
"""

import hashlib
import html
import re

POLICY = "; ".join(
    [
        "default-src 'self'",
        "script-src 'self' blob:",  # a widget's front end is a module made of a blob; no eval
        "style-src 'self' 'unsafe-inline'",  # figures are styled by attributes
        "img-src 'self' data:",
        "font-src 'self' data:",
        "worker-src 'self'",  # the page's Python
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
)
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
JAVASCRIPT = re.compile(r"|module|(text|application)/(x-)?(java|ecma)script", re.IGNORECASE)
MARK = "data-course-handlers"
# Events of the window, which HTML lets a page write on its body
OF_WINDOW = {"beforeunload", "hashchange", "load", "popstate", "resize", "scroll", "unload"}


def secure(page, site, folder):
    """Put the policy first in a page, and its code into files in `folder`, a path in the site."""
    listening = []
    for piece in page.pieces:
        if is_inline_script(piece):
            # `defer` and `async` say nothing there, but would say something of a file
            attrs = {name: x for name, x in piece.attrs.items() if name not in ("defer", "async")}
            source = page.link_to(write_script(piece.inner, site, folder))
            page.replace(piece, start_tag("script", attrs | {"src": source}) + "</script>")
        elif handlers := handlers_of(piece):
            page.replace(piece, start_tag(piece.tag, without_handlers(piece, handlers)))
            listening.append(listeners(piece.tag, handlers))
    for script in dict.fromkeys(listening):
        page.add_script(write_script(script, site, folder))
    if META not in page.text:
        page.insert(_after_charset(page), META)


# ------------------------------------------------------------------ scripts


def is_inline_script(piece):
    """A script that stands on the page itself. JSON and other data are none."""
    runs = piece.tag == "script" and JAVASCRIPT.fullmatch(piece.attrs.get("type", ""))
    return bool(runs) and "src" not in piece.attrs


def write_script(text, site, folder):
    """Write a script to a file named by its text; return its address from the site's root."""
    name = f"{folder}/{_digest(text)}.js"
    (site / folder).mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, encoding="utf-8")
    return name


# ------------------------------------------------------------------ code in attributes


def handlers_of(piece):
    """The code in an element's attributes, by event: "click" also for a `javascript:` link."""
    found = {name[2:]: code for name, code in piece.attrs.items() if name.startswith("on")}
    link = piece.attrs.get("href", "").strip()
    if link.lower().startswith("javascript:"):
        found["click"] = f"{found.get('click', '')}\n{link[len('javascript:') :]}\nreturn false;"
    return found


def without_handlers(piece, handlers):
    """An element's attributes, with a mark in place of the code."""
    kept = {name: value for name, value in piece.attrs.items() if not name.startswith("on")}
    if kept.get("href", "").strip().lower().startswith("javascript:"):
        kept["href"] = "#"
    return kept | {MARK: _digest(repr(handlers))}


def listeners(tag, handlers):
    """The script that listens on the marked elements as their attributes did."""
    mark = _digest(repr(handlers))
    lines = [f"for (const element of document.querySelectorAll('[{MARK}=\"{mark}\"]')) {{"]
    for event, code in handlers.items():
        target = "window" if tag == "body" and event in OF_WINDOW else "element"
        lines += [
            f"  {target}.addEventListener({event!r}, (event) => {{",
            f"    const answer = (function (event) {{\n{code}\n    }}).call(element, event);",
            "    if (answer === false) event.preventDefault();",
            "  });",
        ]
    return "\n".join([*lines, "}", ""])


def start_tag(tag, attrs):
    written = (f' {name}="{html.escape(value)}"' for name, value in attrs.items())
    return f"<{tag}{''.join(written)}>"


def _digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _after_charset(page):
    """Behind the declaration of the page's letters, which comes first, or else behind <head>."""
    return [
        piece.end
        for piece in page.pieces
        if piece.tag == "head" or (piece.tag == "meta" and "charset" in piece.attrs)
    ][-1]
