"""What the tests of the checks know of an exercise."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

from helpers.checks.classes import ClassExercise
from helpers.checks.feedback import Exercise


@dataclass(frozen=True)
class Entry:
    """One exercise of a notebook.

    notebook      the name of its file
    name          the function or class that the reader writes
    check         the check that its notebook calls
    right         ways to write it other than the notebook's own
    wrong         what a student may write, and words of the cause that the check should give
    exercise      the table behind the check, where it has one
    random_wrong  makes a wrong answer from a random generator, where linear functions do not do
    attributes    what the check may read of the numbers of a class
    methods       some of the methods that it calls
    """

    notebook: str
    name: str
    check: Callable
    right: list
    wrong: list
    exercise: Exercise | ClassExercise | None = None
    random_wrong: Callable | None = None
    attributes: tuple = ()
    methods: tuple = ()

    def answer_in(self, source):
        """The reader's function or class after a cell with this source ran."""
        names = {}
        exec(source, names)
        return names[self.name]


def typed(test_file, parameters, given=""):
    """What students type, from the text that stands beside the file of an exercise's tests.

    There each answer follows a line `# words`, which the verdict should hold, and ends with an
    empty line. It is the body of a function; an expression stands for what it returns. `given` runs
    before it, as the cells further up do. The result is a list of pairs for an `Entry`.
    """
    blocks = Path(test_file).with_suffix(".txt").read_text(encoding="utf-8").split("\n\n")
    return [_answer_and_words(block.strip(), parameters, given) for block in blocks]


def _answer_and_words(block, parameters, given):
    words, _, body = block.partition("\n")
    names = {}
    exec(given, names)
    exec(f"def my_answer({parameters}):\n{indent(_with_return(body), '    ')}", names)
    return names["my_answer"], words.removeprefix("# ")


def _with_return(body):
    try:
        compile(body, "", "eval")
    except SyntaxError:
        return body
    return f"return {body}"
