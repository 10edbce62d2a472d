"""The reference: a page for each module that a reader calls, from docstrings.

The sidebar in `_quarto.yml` says which modules have a page, and in which order. Griffe reads the
package without running it. `tests/test_examples.py` runs the examples, and demands one for each
name on the pages.
"""

import re
import textwrap
from doctest import DocTestParser, Example
from html import escape
from typing import NamedTuple

import griffe

from web import ROOT

# Quotation marks and primes stay as they are written.
FRONT = "---\ntitle: {title}\nfrom: markdown-smart\n---"
# What engines, and SymPy, call on each other's objects, and no reader.
INNER = {"apply_rule", "fdiff", "no_slope", "on_any_array", "operand", "undefined", "wrong_kind"}
LONGEST = 36  # what fits on a phone: a longer signature gets a line for each parameter


def pages():
    """All pages, {name: text}."""
    package = griffe.load("helpers", search_paths=[ROOT], resolve_aliases=True)
    modules = {name: list(entries(package[name])) for name in module_names()}
    # Only classes are linked from everywhere: `count` may be a parameter on another page.
    classes = {
        entry.name: f"{name}.qmd#{entry.name}"
        for name, found in modules.items()
        for entry in found
        if entry.object.is_class
    }
    pages = {name: module_page(package[name], found, classes) for name, found in modules.items()}
    return pages | {"index": index_page(package, modules)}


def module_names():
    """The modules with a page of their own, as the sidebar lists them."""
    sidebar = (ROOT / "_quarto.yml").read_text(encoding="utf-8")
    return [x for x in re.findall(r"\breference/(\w+)\.qmd", sidebar) if x != "index"]


# ------------------------------------------------------------------ what is in the reference


class Entry(NamedTuple):
    """A name of the reference, `exp` or `Value.backward`: what Griffe knows of it, and of its
    owner, a module or a class."""

    name: str
    object: griffe.Object
    owner: griffe.Object

    @property
    def has_section(self):
        """Is it described by itself? A rule is not: the page of the rules tells of all of them."""
        return not self.object.is_attribute or "property" in self.object.labels


def entries(module):
    """The public names of a module: functions, classes with their methods, and what it exports."""
    exported = module.exports or ()
    # What is written in the module itself comes before what it takes from another.
    for name, found in sorted(module.members.items(), key=lambda member: member[1].is_alias):
        if (found.is_public and (found.is_function or found.is_class)) or name in exported:
            yield Entry(name, found, module)
            if found.is_class:
                yield from methods(name, found)


def methods(class_name, found):
    """The public methods and properties of a class."""
    for name, method in found.members.items():
        called = method.is_function or "property" in method.labels
        if called and method.is_public and not method.is_special and name not in INNER:
            yield Entry(f"{class_name}.{name}", method, found)


def docstring(found):
    return found.docstring.value if found.docstring else ""


# ------------------------------------------------------------------ the pages


def module_page(module, found, links):
    """A module: how to import its names, its docstring, and a section for each name.

    A name in backticks is linked with its section: of the same class, of the module, or in `links`.
    """
    names = [entry.name for entry in found if entry.owner is module]
    sections = [entry for entry in found if entry.has_section]

    def inside(owner):
        return {x.object.name: f"#{x.name}" for x in sections if x.owner is owner}

    links = links | inside(module)
    parts = [
        FRONT.format(title=module.name),
        code(import_line(module.path, names)),
        markdown(docstring(module), links),
    ]
    for entry in sections:
        name, is_class = entry.object.name, entry.object.is_class
        level = "##" if entry.owner is module else "###"
        near = inside(entry.object if is_class else entry.owner)
        parts += [
            f"{level} {name}{'()' * entry.object.is_function} {{#{entry.name}}}",
            signature(entry.object),
            markdown(docstring(entry.object), links | near | {name: None}),
        ]
    return "\n\n".join(filter(None, parts)) + "\n"


def index_page(package, modules):
    """All modules, what each is for, and its names."""
    parts = [
        FRONT.format(title="Reference"),
        "What notebooks and students call in the package `helpers`, in the order in which its "
        "files are read. Every example on these pages is run by the course's tests.",
    ]
    for name, found in modules.items():
        summary = docstring(package[name]).partition("\n\n")[0]
        names = [
            f"[`{entry.name}`]({name}.qmd{f'#{entry.name}' * entry.has_section})"
            for entry in found
            if entry.owner is package[name]
        ]
        parts += [f"## [{name}]({name}.qmd)", summary, ", ".join(names)]
    return "\n\n".join(parts) + "\n"


def import_line(path, names):
    line = f"from {path} import {', '.join(names)}"
    if len(line) <= LONGEST:
        return line
    indent = {"initial_indent": "    ", "subsequent_indent": "    "}
    return f"from {path} import (\n{textwrap.fill(', '.join(names), LONGEST, **indent)},\n)"


def signature(found):
    """How a function or class is called, as a block of code; nothing if the name says it all."""
    line = "" if found.is_attribute else found.signature(return_type=False).replace("'", '"')
    if found.is_class and not line:  # a NamedTuple has its fields
        line = f"{found.name}({', '.join(x for x, y in found.attributes.items() if y.annotation)})"
    if not line or line.endswith("()"):
        return ""
    if len(line) > LONGEST:
        opening, parameters = line.removesuffix(")").split("(", 1)
        parameters = re.sub(r", (?=[*/]|\w+(?:[:=,]|$))", ",\n    ", parameters)
        line = f"{opening}(\n    {parameters},\n)"
    return code(line)


# ------------------------------------------------------------------ docstrings


def markdown(text, links):
    """A docstring as Markdown: texts with links, columns as lists, examples as code and result."""
    parts, source = [], ""
    for piece in DocTestParser().parse(text):
        if isinstance(piece, Example):
            source += piece.source
            if piece.want:
                parts += [code(source.rstrip()), printed(piece.want.rstrip())]
                source = ""
        else:
            parts += [paragraph(x, links) for x in piece.strip("\n").split("\n\n") if x.strip()]
    return "\n\n".join([*parts, code(source.rstrip())] if source else parts)


def paragraph(text, links):
    """One paragraph. Columns become a list of terms: a phone has no room for a table."""
    if text.startswith("    "):
        return text
    if not re.match(r"\S.*?\S {2,}\S", text):
        return re.sub(
            r"`(\w+)(\(\))?`",
            lambda name: f"[{name[0]}]({links[name[1]]})" if links.get(name[1]) else name[0],
            text,
        )
    rows = [re.split(r" {2,}", row) for row in re.sub(r"\n +", " ", text).split("\n")]
    if len(rows[0]) == 2:
        return "\n".join(f"- `{term}`: {meaning}" for term, meaning in rows)
    (_, *heads), *rows = rows
    lines = []
    for term, *meanings in rows:
        lines += [f"- `{term}`", *map("    - {}: {}".format, heads, meanings)]
    return "\n".join(lines)


def code(text):
    return f"```python\n{text}\n```"


def printed(text):
    """What an example prints, as the pages of the notebooks show it."""
    return f'<div class="cell-output">\n\n<pre><code>{escape(text)}</code></pre>\n\n</div>'
