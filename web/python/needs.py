"""What a cell of a notebook needs from the cells above it.

A page runs a single cell, not the whole notebook. Names tell what has to run before it: the
statements further up that give a meaning to the names it uses, those that these use, and so on. An
import is taken apart, one name at a time, so that a cell that imports a check and a figure together
does not make every exercise need the figure.

The same file runs when the site is built, to say which cells a page can run, and on the page.
"""

import ast
import builtins
import symtable
from dataclasses import dataclass

ALWAYS = frozenset(dir(builtins)) | {"__name__"}


@dataclass(frozen=True)
class Statement:
    """A statement of a cell, with the names that it uses and those that it gives a meaning.

    `module` is what an import needs to be there.
    """

    cell: str
    line: int
    text: str
    uses: frozenset
    gives: frozenset
    module: str = ""


def statements(cell, source):
    """The statements of a cell in order. Raises SyntaxError."""
    nodes, found = ast.parse(source).body, []
    for node in nodes:
        for module, part in _one_name_each(node):
            text = ast.unparse(part) if module else ast.get_source_segment(source, part)
            if decorated := getattr(part, "decorator_list", None):  # the segment begins at `def`
                start = decorated[0].lineno - 1
                text = "\n".join(source.splitlines()[start : part.end_lineno])
            is_shown = part is nodes[-1] and isinstance(part, ast.Expr)
            uses, gives = frozenset(_reads([part])), _bound(part)
            if not is_shown:
                gives |= _changed(part)
            found.append(Statement(cell, part.lineno, text, uses, gives, module))
    return found


def names_wanted(source):
    """The names that a source takes from elsewhere, and those that it gives a meaning itself."""
    nodes = ast.parse(source).body
    return _reads(nodes), frozenset().union(*map(_bound, nodes))


def needed(above, source):
    """Which of the statements above a source needs, in order, and the names that nobody gives."""
    wanted, own = names_wanted(source)
    kept = set()
    imported = frozenset().union(*(each.gives for each in above if each.module))
    while more := {
        i
        for i, each in enumerate(above)
        # What is called on something imported (checks.valley(…)) does not change it.
        if i not in kept and (each.gives if each.module else each.gives - imported) & wanted
    }:
        kept |= more
        wanted |= frozenset().union(*(above[i].uses for i in more))
    given = frozenset().union(*(each.gives for each in above))
    return [above[i] for i in sorted(kept)], sorted(wanted - given - own - ALWAYS)


def _one_name_each(node):
    """(module, statement) for each name that an import brings; other statements as they are."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield alias.name, ast.copy_location(ast.Import([alias]), node)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            one = ast.ImportFrom(node.module, [alias], node.level)
            yield f"{node.module}.{alias.name}", ast.copy_location(one, node)
    else:
        yield "", node


# ------------------------------------------------------------------ names


def _reads(nodes):
    """The names that statements look up before they have given them a meaning themselves."""
    read, bound = set(), set()

    def look(node):
        read.update(_used(node) - bound)

    def visit(node):
        match node:
            case ast.For():
                look(node.iter)
                bound.update(_bound(node.target))
            case ast.If() | ast.While():
                look(node.test)
            case ast.With():
                for item in node.items:
                    look(item.context_expr)
                    bound.update(_bound(item.optional_vars))
            case ast.Try():
                pass
            case ast.ExceptHandler():
                if node.type:
                    look(node.type)
                bound.update({node.name} - {None})
            case _:
                look(node)
                bound.update(_bound(node))
                return
        for part in ("body", "handlers", "orelse", "finalbody"):
            for inner in getattr(node, part, ()):
                visit(inner)

    for node in nodes:
        visit(node)
    return frozenset(read)


def _used(node):
    """The names that a statement or an expression looks up, also later, in functions."""
    table = symtable.symtable(ast.unparse(node), "cell", "exec")
    used = {name.get_name() for name in table.get_symbols() if name.is_referenced()}
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        used.add(node.target.id)
    tables = list(table.get_children())
    for inner in tables:
        used |= {x.get_name() for x in inner.get_symbols() if x.is_global()}
        tables += inner.get_children()
    return used


def _bound(node):
    """The names that a statement, or the target of one, gives a meaning."""
    if node is None:
        return frozenset()
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return frozenset({node.name})
    if isinstance(node, ast.Import | ast.ImportFrom):
        return frozenset(alias.asname or alias.name.partition(".")[0] for alias in node.names)
    found = set()
    for inner in _outside_functions(node):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
            found.add(inner.id)
        elif inner is not node and isinstance(inner, ast.FunctionDef | ast.ClassDef):
            found.add(inner.name)
    return frozenset(found)


def _changed(node):
    """The names whose objects a statement changes: x[0] = …, x.a = …, x.append(…), f(x). What is
    done to each entry of a list in a loop is done to the list.
    """
    found = set()
    for inner in _outside_functions(node):
        if isinstance(inner, ast.Attribute | ast.Subscript) and isinstance(inner.ctx, ast.Store):
            found.add(_owner(inner))
        elif isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Call):
            call = inner.value
            if isinstance(call.func, ast.Name) and call.func.id == "print":
                continue
            found.update({_owner(call.func)} if isinstance(call.func, ast.Attribute) else ())
            found.update(x.id for x in call.args if isinstance(x, ast.Name))
    for inner in _outside_functions(node):
        if isinstance(inner, ast.For) and found & _bound(inner.target):
            found |= _used(inner.iter)
    return frozenset(found - {None})


def _owner(node):
    """The name at the beginning of x.a[0].b; None where there is none."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def _outside_functions(node):
    """A node and what is in it, but not what runs only when something is called."""
    later = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp)
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        yield inner
        if not isinstance(inner, (*later, ast.GeneratorExp)):
            waiting.extend(ast.iter_child_nodes(inner))
