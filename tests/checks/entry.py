"""What the tests of the checks know of an exercise."""

from collections.abc import Callable
from dataclasses import dataclass

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
