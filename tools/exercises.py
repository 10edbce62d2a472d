"""The exercises of a notebook: taken from its cells, and run as a reader runs them."""

import ast
import inspect
import re
from dataclasses import dataclass

from helpers import checks
from tools import notebooks

SOLUTION = re.compile(r"<details>.*?```python\n(.*?)```.*?</details>", re.DOTALL)
HINT = re.compile(r"<details>\n<summary>Hint (\d)</summary>\n\n(.*?)\n\n</details>", re.DOTALL)


@dataclass(frozen=True)
class Cells:
    """The sources of an exercise: the cell to fill in, the check under it, the solution.

    `given` defines what the solution uses from cells further up, `hints` are the texts of the
    folds between check and solution, and `remarks` is what follows the solution in its cell.
    """

    untouched: str
    check: str
    solution: str
    given: str
    hints: list
    remarks: str

    @property
    def solved(self):
        """The solution as a source that runs by itself."""
        return f"{self.given}\n{self.solution}"

    def feedback_on(self, source):
        """What the check's cell shows, run right under a cell with this source."""
        names = {"checks": checks}
        exec(source, names)
        return eval(last_expression(self.check), names)


def last_expression(source):
    """The source of the expression that a cell shows."""
    return ast.get_source_segment(source, ast.parse(source).body[-1])


def cells_of(notebook):
    """The exercises of a notebook as {name: Cells}; raises ValueError for what they lack."""
    found = {}
    cells = [(cell["cell_type"], notebooks.text(cell["source"])) for cell in notebook["cells"]]
    for place, (kind, source) in enumerate(cells):
        name = defined_with_dots(source) if kind == "code" else None
        if name is None:
            continue
        after = iter([*cells[place + 1 : place + 4], ("", ""), ("", ""), ("", "")])
        (check_kind, check), (solution_kind, solution) = next(after), next(after)
        if hints := solution_kind == "markdown" and HINT.findall(solution):
            solution_kind, solution = next(after)
        if check_kind != "code" or not re.search(rf"checks\.\w+\(.*\b{name}\b", check):
            raise ValueError(f"no check follows the exercise {name}")
        worked = SOLUTION.search(solution) if solution_kind == "markdown" else None
        if worked is None:
            raise ValueError(f"no folded worked solution follows the check of {name}")
        above = [source for kind, source in cells[:place] if kind == "code"]
        given, remarks = given_in(above, worked.group(1)), solution[worked.end() :]
        hints = [text for _, text in hints or []]
        found[name] = Cells(source, check, worked.group(1), given, hints, remarks)
    return found


def defined_with_dots(source):
    """The name of the function or class that a cell leaves to the reader, or None."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and _is_dots(node.body[-1]):
            return node.name
    return None


def _is_dots(node):
    return isinstance(node, ast.Expr) and getattr(node.value, "value", None) is ...


def given_in(cells, source):
    """The imports, functions, classes and variables of cells that a source uses, as one source."""
    statements = [node for cell in cells for node in ast.parse(cell).body]
    used, found = global_names(compile(source, "solution", "exec")), []
    for node in reversed(statements):
        if used & names_defined(node):
            text = ast.unparse(node)
            used |= global_names(compile(text, "given", "exec"))
            found.append(text)
    return "\n".join(reversed(found))


def global_names(code):
    """The names that compiled code looks up outside of its functions, attributes among them."""
    inner = [constant for constant in code.co_consts if inspect.iscode(constant)]
    return set(code.co_names).union(*map(global_names, inner))


def names_defined(node):
    """The names that a statement gives a meaning to."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name for alias in node.names}
    if isinstance(node, ast.Assign):
        return {target.id for target in node.targets if isinstance(target, ast.Name)}
    return {node.name} if isinstance(node, ast.FunctionDef | ast.ClassDef) else set()
