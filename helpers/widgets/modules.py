"""Join JavaScript modules into one text.

anywidget takes a widget's JavaScript as a single module. Ours is kept in several, so that each can
be read and tested by itself; this joins a module with all that it imports, each once, dependencies
first. It knows one form of import, `import { a, b } from "./file.js";` on a line of its own, and
needs the names at the top level of the modules to be different, which a test sees to.
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+)\.js";\n', re.MULTILINE)


def with_imports(name):
    """The names of the modules that the module `name` needs, itself last."""
    needed = []

    def visit(module):
        for imported in IMPORT.findall(_source(module)):
            visit(imported)
        if module not in needed:
            needed.append(module)

    visit(name)
    return needed


@cache
def esm(name):
    """The module `name` and all that it imports, as the text of one ECMAScript module."""
    *imported, last = with_imports(name)
    texts = [re.sub(r"^export (?!default)", "", _source(m), flags=re.MULTILINE) for m in imported]
    return "\n".join(IMPORT.sub("", text) for text in [*texts, _source(last)])


@cache
def stylesheet():
    """The style of all widgets, with the colours of the course."""
    return "\n".join((FOLDER / f).read_text("utf-8") for f in ("tokens.css", "widgets.css"))


def _source(name):
    return (FOLDER / f"{name}.js").read_text("utf-8")
