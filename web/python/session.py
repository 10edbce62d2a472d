"""Run one cell of a notebook as a page shows it: what it needs first, then the reader's code.

Nothing is kept between two runs: each begins with no names at all. The reader's earlier answers
come with the request, and stand where their cells left a gap.
"""

import ast
import builtins
import contextlib
import gc
import io
import json
import linecache
import sys
import traceback

from helpers.checks.slips import SLIPS
from web.python.needs import needed, statements

MOST_CHARACTERS = 10_000  # of what a cell prints
MOST_SHOWN = 2_000  # of a result, or of an exception's words
MOST_CALLS = 1_000  # inside each other
CHECK = "check"

ADVICE = {
    "No module named 'numpy'": "NumPy is not there on the page, nor anything else that is not part "
    "of Python or of the course. JupyterLab has it: see “Run this notebook”.",
    "No module named": "The page has Python itself and the course, and nothing else.",
    "No such file or directory": "There are no files on the page: write the numbers into the code.",
    "RecursionError": "A function calls itself again and again: does every way "
    "through it come to an end?",
    "can't start new thread": "The page's Python does one thing after the other.",
    "does not support processes": "A page starts no other programs.",
    "'await' outside function": "A page runs a cell from top to bottom and waits for nothing: do "
    "without `await`.",
    "Cannot stack switch": "A page runs a cell from top to bottom and waits for nothing: do "
    "without asyncio.",
    "SystemExit": "The cell has ended itself, which leaves nothing to look at.",
    "invalid character": "Did it come along when you copied? Python writes quotes as \" or ' and "
    "minus as -.",
    "invalid non-printable character": "It came along when you copied: type the spaces of this "
    "line anew.",
    "TabError": "Some lines begin with tabs and some with spaces: take spaces.",
    "MemoryError": "That takes more memory than the page has. Is a list growing without end?",
}


class NotOnThisPage(RuntimeError):
    """Something that a page cannot do; its words say all."""


class Session:
    """The code cells of one notebook, [(id, source), …] in order."""

    def __init__(self, cells):
        self.cells = dict(cells)
        self.names = {}

    def run(self, cell, source, mine=None, check=""):
        """Run a cell with the reader's source; then, for an exercise, its check.

        `mine` is {cell: source} for what the reader has answered further up. Returns a dictionary
        of texts:

        printed   what the cell printed, cut where it is too long
        error     what stopped it, as the reader should hear of it
        html      what it shows, as HTML, or
        text      as text
        verdict   the kind of a check's answer, whose HTML is in `html`
        """
        printed = Printed()
        with modules_as_they_were(), contextlib.redirect_stdout(printed):
            try:
                answer = self._answer(cell, source, mine or {}, check, printed)
            except BaseException as error:  # exit() too: nothing may end the page's Python
                answer = {"error": told(error, cell, self.cells)}
        return {"printed": printed.getvalue(), **answer}

    def run_as_json(self, request):
        """`run`, with the request and what came of it as JSON."""
        return json.dumps(self.run(**json.loads(request)))

    def let_go(self):
        """Free what the last run has made, when its answer has been handed over. A chain of
        thousands of objects, each inside the other, would be freed from its end on, each object
        while the one before it waits, which is more than the page's small stack can take. So all
        are held for a moment, and let go one by one, the newest first.
        """
        # The garbage collector's old generations come first.
        held = [x for generation in (2, 1, 0) for x in gc.get_objects(generation)]
        self.names = {}
        while held:
            held.pop()

    def _answer(self, cell, source, mine, check, printed):
        names = {"__name__": "__main__", "__builtins__": {**vars(builtins), "input": no_input}}
        self.names = names
        compile(source, filename(cell), "exec")  # a slip of syntax comes before all else
        above, _ = needed(self._above(cell, mine), f"{source}\n{check}")
        with printed.silent():
            for statement in above:
                execute(statement.text, statement.cell, names)
        shown = execute(source, cell, names)
        if not check:
            return result(shown)
        feedback = execute(check, CHECK, names)
        return {"verdict": feedback.kind, **result(feedback)}

    def _above(self, cell, mine):
        """The statements of all cells above one, with the reader's answers in their places."""
        found = []
        for name, source in self.cells.items():
            if name == cell:
                return found
            found += statements(name, mine.get(name, source))
        raise KeyError(f"no cell {cell!r} in this notebook")


def of_page(cells):
    """The session of a page's cells, which come as JSON."""
    return Session(json.loads(cells))


def execute(source, cell, names):
    """Run a source as a cell does: return what its last line shows."""
    tree = ast.parse(source)
    remember_lines(cell, source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, filename(cell), "exec"), names)
    if last is not None:
        return eval(compile(ast.Expression(last.value), filename(cell), "eval"), names)
    return None


def result(shown):
    """What a cell shows: HTML where an object has some, else its text; nothing for None."""
    if shown is None:
        return {}
    if hasattr(shown, "_repr_html_"):
        return {"html": shown._repr_html_()}
    return {"text": cut(repr(shown))}


def cut(text):
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


class Printed(io.StringIO):
    """What is printed, up to a limit; what comes after it is counted, not kept."""

    def __init__(self):
        super().__init__()
        self.left, self.quiet = MOST_CHARACTERS, False

    def write(self, text):
        if text and not self.quiet and self.left >= 0:
            super().write(text[: self.left])
            if len(text) > self.left:
                super().write(f"\n… cut here, after {MOST_CHARACTERS:,} characters")
            self.left -= len(text)
        return len(text)

    @contextlib.contextmanager
    def silent(self):
        """Keep nothing of what the cells above print: the reader has seen it there."""
        self.quiet = True
        try:
            yield
        finally:
            self.quiet = False


def no_input(prompt=""):
    """Stands for `input`, which a page cannot wait for."""
    raise NotOnThisPage(
        "input() is not there on the page, since nobody can be asked while the code runs: write "
        "the number into the code."
    )


# ------------------------------------------------------------------ nothing is kept


OPEN_TO_CHANGE = ("builtins", "math", "cmath", "random", "helpers")


@contextlib.contextmanager
def modules_as_they_were():
    """Undo what a run changes in modules and in their classes, as `math.pi = 3` does."""
    before = [(owner, dict(vars(owner))) for owner in owners()]
    try:
        yield
    finally:
        sys.setrecursionlimit(MOST_CALLS)
        for owner, names in before:
            for name, value in names.items():
                if vars(owner).get(name) is not value:
                    setattr(owner, name, value)
            if isinstance(owner, type):  # a module has more names as soon as more is imported
                for name in vars(owner).keys() - names.keys():
                    delattr(owner, name)


def owners():
    """The modules that a reader may change, and the course's classes."""
    for name, module in list(sys.modules.items()):
        top = name.partition(".")[0]
        if top in OPEN_TO_CHANGE:
            yield module
            inside = vars(module).values() if top == "helpers" else ()
            yield from (
                x for x in inside if getattr(x, "__module__", "") == name and type(x) is type
            )


# ------------------------------------------------------------------ errors


def filename(cell):
    return f"<{cell}>"


def remember_lines(cell, source):
    """Let tracebacks quote the lines of a cell."""
    lines = source.splitlines(keepends=True)
    linecache.cache[filename(cell)] = (len(source), None, lines, filename(cell))


def told(error, cell, cells):
    """An exception as the reader should hear of it: the reader's own lines, what Python says, and
    advice where the slip is known."""
    words = cut("".join(traceback.format_exception_only(error)).strip())
    if isinstance(error, NotOnThisPage):
        words = str(error)
    places = {filename(other): "in a cell above" for other in cells}
    places[filename(CHECK)] = "in the check"
    lines = []
    if not isinstance(error, SyntaxError):
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename == filename(cell):
                lines.append(f"line {frame.lineno}: {frame.line}")
            elif frame.filename in places:
                lines.append(f"{places[frame.filename]}: {frame.line}")
    else:
        words = words.replace(f'File "{filename(cell)}", ', "")
        if (error.text or "").lstrip().startswith(("%", "!")):
            words += "\nA line that begins with % or ! is for JupyterLab: Python has no such lines."
    if len(lines) > 6:  # a recursion
        lines = [*lines[:3], f"… {len(lines) - 6} more …", *lines[-3:]]
    known = [*ADVICE.items(), *SLIPS.items()]
    advice = next((text for key, text in known if key in words), "")
    return "\n".join(filter(None, [*lines, words, advice]))
