"""How the package is built: imports go downward only, engines need Python only, nothing counts.

The order is the one that the docstring of the package gives. So the docstring cannot go stale.
"""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import helpers

HELPERS = Path(helpers.__file__).parent
ROOT = HELPERS.parent
LAST_ENGINE = "dual"


def reading_order():
    """The names of the modules, in the order of the package's docstring."""
    lines = re.findall(r"^([a-z_]+(?:, [a-z_]+)*) {2,}\S", helpers.__doc__, re.MULTILINE)
    return [name for line in lines for name in line.split(", ")]


ORDER = reading_order()
ENGINES = ORDER[: ORDER.index(LAST_ENGINE) + 1]


def module_of(path):
    """The module or subpackage directly under helpers that a file belongs to."""
    return path.relative_to(HELPERS).parts[0].removesuffix(".py")


FILES = sorted(path for path in HELPERS.rglob("*.py") if path != HELPERS / "__init__.py")
SYNTAX = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
ENGINE_FILES = [path for path in FILES if module_of(path) in ENGINES]
LIGHT = (*ENGINES, "fallbacks", "broken_engines", "operations", "checks")
NOTHING_BUT_PYTHON = [path for path in FILES if module_of(path) in LIGHT]
# An input of a list may be a list of numbers: who gives one asks for an array, and NumPy makes it.
MAKES_ARRAYS = HELPERS / "wengert" / "arrays.py"


def shown(path):
    return path.relative_to(ROOT).as_posix()


def imports(tree):
    """Every module that a file imports anywhere, in functions too: ["numpy", …]."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import hides what it imports"
            if node.module == "helpers":
                yield from (f"helpers.{alias.name}" for alias in node.names)
            else:
                yield node.module
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("__import__", "importlib.import_module"), "an import in disguise"


def wrong_imports(module, tree, order):
    """The imports from helpers that do not go downward."""
    return [
        name
        for name in imports(tree)
        if name.startswith("helpers.")
        and (used := name.split(".")[1]) != module
        and (used not in order or order.index(used) > order.index(module))
    ]


def test_the_docstring_names_every_module_once():
    assert len(set(ORDER)) == len(ORDER) > 15
    assert {module_of(path) for path in FILES} <= set(ORDER)
    missing = [name for name in ORDER if name not in map(module_of, FILES)]
    assert not missing, f"named in the docstring, and not there: {missing}"


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_imports_go_downward_only(path):
    assert wrong_imports(module_of(path), SYNTAX[path], ORDER) == []


def from_elsewhere(tree):
    """What a file imports that is neither Python's own nor the course's."""
    known = sys.stdlib_module_names | {"helpers"}
    return [name for name in imports(tree) if name.split(".")[0] not in known]


@pytest.mark.parametrize("path", NOTHING_BUT_PYTHON, ids=shown)
def test_engines_and_checks_import_nothing_but_python(path):
    """Not inside a function either: they run on a page, where there is nothing else."""
    assert from_elsewhere(SYNTAX[path]) == (["numpy"] if path == MAKES_ARRAYS else [])


def test_the_one_import_of_numpy_waits_until_it_is_needed():
    tree = SYNTAX[MAKES_ARRAYS]
    tree = ast.Module([x for x in tree.body if not isinstance(x, ast.FunctionDef)], [])
    assert from_elsewhere(tree) == []


def test_importing_the_engines_loads_nothing_else():
    """The same, from what Python really loads."""
    program = (
        "import sys\n"
        "before = set(sys.modules)\n"
        f"for name in {LIGHT!r}: __import__('helpers.' + name)\n"
        "loaded = {name.split('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(loaded - sys.stdlib_module_names - {'helpers'}))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# No hidden state.

MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKES_STATE = {"count", "Counter", "defaultdict", "deque", "default_rng", "OrderedDict"}
CHANGES = {"append", "add", "update", "pop", "clear", "setdefault", "extend", "insert", "remove"}


def top_level_names(tree):
    """The names that a module assigns at its top level, with what it assigns."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name):
                    yield target.id, node.value


def hidden_state(tree):
    """What in a module counts, caches or records at module level, or asks for an address."""
    holders = {name for name, value in top_level_names(tree) if isinstance(value, MUTABLE)}
    for name, value in top_level_names(tree):
        if isinstance(value, ast.Call):
            called = ast.unparse(value.func).split(".")[-1]
            if called in MAKES_STATE:
                yield f"{name} = {called}(…)"
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                yield f"global {', '.join(node.names)}"
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if (
                    isinstance(owner, ast.Name)
                    and owner.id in holders
                    and node.func.attr in CHANGES
                ):
                    yield ast.unparse(node)
            elif isinstance(node, ast.Assign | ast.AugAssign | ast.Delete):
                targets = [node.target] if isinstance(node, ast.AugAssign) else node.targets
                for target in targets:
                    if isinstance(target, ast.Subscript) and ast.unparse(target.value) in holders:
                        yield ast.unparse(node)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("id", "random.seed"):
            yield ast.unparse(node)
        if isinstance(node, ast.Call) and re.search(r"\.random\.(seed|rand)", ast.unparse(node)):
            yield ast.unparse(node)
        for decorator in getattr(node, "decorator_list", []):
            if re.match(r"(functools\.)?(lru_)?cache\b", ast.unparse(decorator)):
                yield f"@{ast.unparse(decorator)}"


@pytest.mark.parametrize("path", ENGINE_FILES, ids=shown)
def test_nothing_counts_records_or_depends_on_an_address(path):
    assert list(hidden_state(SYNTAX[path])) == []


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_nowhere_an_address(path):
    assert not [text for text in hidden_state(SYNTAX[path]) if text.startswith("id(")]


# The checks above are themselves able to fail.


@pytest.mark.parametrize(
    "source",
    [
        "from helpers.dual import Dual",
        "from helpers import graph",
        "import helpers.widgets.explorer",
        "def f():\n    from helpers.plots import style",
        "from helpers.unknown import x",
    ],
)
def test_an_upward_import_is_found(source):
    assert wrong_imports("value", ast.parse(source), ORDER)


@pytest.mark.parametrize(
    "source",
    ["from helpers import rules", "import numpy as np", "from helpers.rules import Rule"],
)
def test_a_downward_import_is_none(source):
    assert not wrong_imports("value", ast.parse(source), ORDER)


@pytest.mark.parametrize(
    "source", ["import numpy", "def f():\n    import numpy as np", "from numpy import array"]
)
def test_an_import_from_elsewhere_is_found(source):
    assert from_elsewhere(ast.parse(source)) == ["numpy"]
    assert not from_elsewhere(ast.parse("import sys\nfrom helpers import rules"))


@pytest.mark.parametrize("source", ["from . import rules", "x = __import__('sympy')"])
def test_an_import_in_disguise_is_found(source):
    with pytest.raises(AssertionError):
        list(imports(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        "nodes = []\ndef f(x): nodes.append(x)",
        "seen = {}\ndef f(x): seen[x] = 1",
        "seen = {}\ndef f(x): del seen[x]",
        "n = 0\ndef f():\n    global n\n    n += 1",
        "numbers = itertools.count()",
        "rng = np.random.default_rng(0)",
        "names = defaultdict(list)",
        "def f(x): return id(x)",
        "def f(): np.random.seed(1)",
        "@functools.lru_cache\ndef f(x): return x",
        "@cache\ndef f(x): return x",
    ],
)
def test_hidden_state_is_found(source):
    assert list(hidden_state(ast.parse(source)))


def test_a_table_that_is_only_read_is_no_state():
    source = "RULES = {'a': 1}\ndef f(x):\n    found = []\n    found.append(RULES[x])"
    assert not list(hidden_state(ast.parse(source)))
