"""Pictures as images: what a notebook shows of an SVG before anybody has run it.

A notebook that comes from somewhere else is not trusted until its cells are run: JupyterLab then
drops inline SVG and leaves its texts, and GitHub and Colab do the same. An image stays. It takes
no colours from the page that it stands on, so it brings its own, for light and for dark, and a
ground that they can be read on. A site puts the SVG back inline, where it follows the page.
"""

import re
from base64 import b64decode, b64encode
from html import escape
from pathlib import Path

TOKENS = Path(__file__).parent / "widgets/shared/tokens.css"
SVG = re.compile(r"<svg\b|</svg>")
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
IMAGE = re.compile(
    r'<img class="course-image[^>]* src="data:image/svg\+xml;base64,([^"]+)"[^>]*>', re.DOTALL
)
RULE = re.compile(r"^(\.course-[^{@]*?) ?\{([^}]*)\}", re.MULTILINE)
SELECTORS = re.compile(r",(?![^(]*\))")
WORD = re.compile(r"[\w-]+")


def as_images(html, stylesheet="", name=""):
    """HTML with every SVG in it as an image, whose alternative text is the drawing's name.

    `stylesheet` is the CSS that the drawing has on a page: rules for classes of .course-drawing.
    `name` is one more class of the images.
    """
    pieces, end = [], 0
    for start, stop in _drawings(html):
        pieces += [html[end:start], _image(html[start:stop], stylesheet, name)]
        end = stop
    return "".join([*pieces, html[end:]])


def inline(html):
    """HTML with every such image as the SVG that it was."""

    def drawing(image):
        return STYLE.sub("", b64decode(image[1]).decode(), count=1)

    return IMAGE.sub(drawing, html)


def _drawings(html):
    """Where each SVG begins and ends; one inside of another belongs to it."""
    begun = []
    for tag in SVG.finditer(html):
        if tag[0] != "</svg>":
            begun.append(tag.start())
            continue
        start = begun.pop()
        if not begun:
            yield start, tag.end()


def _image(svg, stylesheet, name):
    head, body = re.match(r"(<svg[^>]*>)(.*)", svg, re.DOTALL).groups()
    data = b64encode(f"{head}<style>{_style(svg, stylesheet)}</style>{body}".encode()).decode()
    attributes = {
        "class": f"course-image {name}".strip(),
        "alt": _attribute(head, "aria-label"),
        **{key: _attribute(head, key) for key in ("width", "height", "style")},
        "src": f"data:image/svg+xml;base64,{data}",
    }
    written = "".join(f' {key}="{x}"' for key, x in attributes.items() if x or key == "alt")
    return f"<img{written}/>"


def _attribute(tag, name):
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return found[1] if found else ""


def _style(svg, stylesheet):
    """The rules that the drawing needs, and the colours that they name, light and dark."""
    classes = set(WORD.findall(" ".join(re.findall(r'class="([^"]*)"', svg))))
    tags = set(re.findall(r"<(\w+)", svg))
    rules = []
    for selectors, declarations in RULE.findall(stylesheet):
        wanted = [x for x in map(_within, SELECTORS.split(selectors)) if _meets(x, classes, tags)]
        if wanted:
            rules.append(f"{','.join(wanted)}{{{' '.join(declarations.split())}}}")
    rules.append("svg{color:var(--course-ink);background:var(--course-paper)}")
    light, dark = _palettes()
    used = set(re.findall(r"--course-[\w-]+", svg + "".join(rules)))

    def root(palette):
        return "svg{" + ";".join(f"{k}:{v}" for k, v in palette.items() if k in used) + "}"

    text = f"{root(light)}@media (prefers-color-scheme:dark){{{root(dark)}}}{''.join(rules)}"
    return escape(text, quote=False)


def _within(selector):
    """What a rule selects inside of a drawing: ".unit" for ".course-drawing .unit"."""
    return selector.strip().partition(" ")[2]


def _meets(selector, classes, tags):
    """May a selector meet a part of a drawing with these classes and tags?"""
    named = re.findall(r"\.([\w-]+)", selector)
    return bool(classes.intersection(named) if named else tags.intersection(WORD.findall(selector)))


def _palettes():
    """The colours of tokens.css, {name: colour}, light and dark."""
    blocks = re.findall(r"\{([^{}]*)\}", TOKENS.read_text("utf-8"))
    return [dict(re.findall(r"(--[\w-]+): ([^;]+);", block)) for block in blocks[:2]]
