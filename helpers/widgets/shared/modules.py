"""Join JavaScript modules into one text.

anywidget takes a widget's JavaScript as a single module. Ours is kept in several, so that each can
be read and tested by itself. This joins a module with all that it imports: each once, dependencies
first, and each in a scope of its own, as in any JavaScript, so that two may use the same names.

It knows one form of import, `import { a, b } from "../shared/file.js";` on a line of its own, and
one of export: the word before a function, a class or a constant.
"""

import re
from functools import cache
from pathlib import Path

WIDGETS = Path(__file__).resolve().parent.parent
IMPORT = re.compile(r'^import (\{[^}]*\}) from "(\.[^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|class|const) (\w+))", re.MULTILINE)
COMMENT = re.compile(r"^/\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)


@cache
def esm(name):
    """The JavaScript of the widget `name` and all that it imports, as one ECMAScript module."""
    *imported, last = with_imports(WIDGETS / name / "explorer.js")
    return "\n".join([*map(scoped, imported), linked(last)])


def with_imports(file):
    """The files that a module needs, itself last."""
    needed = []

    def visit(module):
        for _, path in IMPORT.findall(module.read_text("utf-8")):
            visit((module.parent / path).resolve())
        if module not in needed:
            needed.append(module)

    visit(file)
    return needed


def scoped(file):
    """A module as a constant with all that it exports."""
    text = linked(file)
    exports = ", ".join(name for _, name in EXPORT.findall(text))
    body = EXPORT.sub(r"\1", text)
    return f"const {constant(file)} = (() => {{\n{body}\nreturn {{ {exports} }};\n}})();"


def linked(file):
    """The text of a module without its comments; what it imports, it takes from those constants."""
    return IMPORT.sub(
        lambda line: f"const {line[1]} = {constant(file.parent / line[2])};",
        COMMENT.sub("", file.read_text("utf-8")),
    )


def constant(file):
    """The name of a module in the joined text: "shared_figure"."""
    return f"{file.resolve().parent.name}_{file.stem}"


@cache
def stylesheet(name):
    """The style of the widget `name`: the colours of the course, what widgets share, its own."""
    files = ("shared/tokens.css", "shared/style.css", f"{name}/style.css")
    return "\n".join((WIDGETS / file).read_text("utf-8") for file in files)
