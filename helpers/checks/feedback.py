"""The four kinds of answer that a check gives, and how a reader's function is compared."""

import dis
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from html import escape
from numbers import Real

from helpers.checks.results import agree, close, misfit, parts
from helpers.checks.words import at, called, explained, is_number, shown, told_apart

KINDS = {
    "not started": "○ Not started yet.",
    "error": "! There was an error.",
    "wrong": "✗ Not yet right.",
    "right": "✓ Right.",
    # A prediction is no exercise: a guess is not wrong, it is there to be compared.
    "close": "≈ Well guessed.",
    "compare": "→ Compare.",
}


@dataclass(frozen=True)
class Feedback:
    """What a check answers: one of the four kinds, and a message that helps."""

    kind: str
    message: str

    def __repr__(self):
        return f"{KINDS[self.kind]} {self.message}"

    def _repr_html_(self):
        heading, message = escape(KINDS[self.kind]), escape(self.message)
        message = re.sub("`([^`]+)`", r"<code>\1</code>", message)
        name = self.kind.replace(" ", "-")
        return f'<p class="course-feedback {name}"><strong>{heading}</strong> {message}</p>'


@dataclass(frozen=True)
class Mistake:
    """A mistake that many make: what it computes, and what to tell who made it.

    What it computes is recognised to 9 digits, or to the share `within`.
    """

    function: Callable
    cause: str
    within: float = 1e-9


@dataclass(frozen=True)
class Exercise:
    """An exercise whose answer is a function. It returns what the solution returns: a number, a
    list of numbers, or a dictionary of numbers.

    solution   the right function
    cases      what to try, a list of tuples: the arguments, unless `run` says otherwise
    mistakes   what often goes wrong, a list of `Mistake`; the first that fits is named
    praise     what to say when it is right
    entries    what the numbers of a list are called, if they have names
    backwards  True if a list is worked out from its end, where a mistake shows first
    hints      what to add to the report of an exception, {words of the report: advice}
    run        what a function does in a case, run(function, *case): result, or the `Feedback` that
               says why there is none. By default the function is called, and its result returned.
    """

    solution: Callable
    cases: list
    mistakes: list
    praise: str
    entries: tuple = ()
    backwards: bool = False
    hints: dict = field(default_factory=dict)
    run: Callable = lambda function, *case: call(function, *deepcopy(case), expected=None)

    def check(self, answer):
        """Compare the reader's function with the solution on every case, to 9 digits."""
        if not callable(answer):
            return not_expected(answer, "a function")
        received = []
        for case in self.cases:
            result = self.run(answer, *case)
            if isinstance(result, Feedback):
                return with_hint(result, self.hints)
            received.append(result)
        expected = [self.run(self.solution, *case) for case in self.cases]
        if all(map(agree, received, expected)):
            return Feedback("right", self.praise)
        for mistake in self.mistakes:
            computed = [self.run(mistake.function, *case) for case in self.cases]
            if all(agree(*pair, mistake.within) for pair in zip(received, computed, strict=True)):
                return Feedback("wrong", mistake.cause)
        first = next(i for i in range(len(expected)) if not agree(received[i], expected[i]))
        return self._difference(called(answer, self.cases[first]), received[first], expected[first])

    def _difference(self, call, received, expected):
        """How a result differs from the expected one: in its form, or in one of its numbers."""
        if problem := misfit(received, expected):
            return Feedback("error", f"{call} {problem}")
        received, expected = parts(received), parts(expected)
        places = [place for place in expected if not close(received[place], expected[place])]
        place = places[-1 if self.backwards else 0]
        gives, should_be = told_apart(received[place], expected[place])
        where = at(place, self.entries)
        return Feedback("wrong", f"{call} gives {gives}{where}, but it should be {should_be}.")


NOT_STARTED = Feedback("not started", "Replace the ... in the cell above, and run both cells.")


def not_expected(answer, expected):
    """What to say where a function, say, was expected: nothing is there yet, or something else."""
    if answer is ... or answer is None:
        return NOT_STARTED
    return Feedback("error", f"Expected {expected}, got {shown(answer)}.")


def with_hint(feedback, hints):
    """The report of an exception, with the first advice that is there for it."""
    for words, advice in hints.items():
        if words in feedback.message:
            return Feedback(feedback.kind, f"{feedback.message.rstrip('.')}. {advice}")
    return feedback


def call(answer, *arguments, expected=Real, expected_name="a number"):
    """What the reader's function returns, or the `Feedback` that says why it is of no use.

    With None for `expected`, whatever is returned will do.
    """
    try:
        result = answer(*arguments)
    except (Exception, SystemExit) as error:
        return Feedback("error", f"{called(answer, arguments)} stopped with {explained(error)}")
    if result is ... or (result is None and is_empty(answer)):
        return Feedback(
            "not started",
            f"{called(answer, arguments)} returns nothing yet. "
            "Replace the ... and end with `return`.",
        )
    if result is None:
        return Feedback(
            "error",
            f"{called(answer, arguments)} returned nothing. "
            "Does every way through the function end with `return`?",
        )
    if expected and not is_number(result, expected):
        return Feedback(
            "error",
            f"{called(answer, arguments)} returned {shown(result)}, expected {expected_name}.",
        )
    return result


def is_empty(function):
    """Is the function's body still the dots? Under a docstring, or behind lines of the exercise
    that only give names to what was passed in."""
    code = getattr(function, "__code__", None)
    return code is not None and all(
        step.opname.startswith(("RESUME", "NOP", "LOAD_FAST", "UNPACK", "STORE_FAST", "RETURN"))
        or (step.opname == "LOAD_CONST" and step.argval is None)
        for step in dis.get_instructions(code)
    )


def prediction(guess, answer, unit="", within=0.1):
    """Hold a guess that the reader wrote down against the answer, a number in the given unit.

    A guess is close when it is off by at most the share `within` of the larger of the two.

    >>> prediction(3, answer=90, unit="tries")
    → Compare. The answer is 90 tries. You guessed 3. Where does that come from?
    """
    truth = f"The answer is {shown(answer)}{f' {unit}' if unit else ''}."
    if guess is ... or guess is None:
        return Feedback("not started", f"{truth} A guess written down first teaches more.")
    if not is_number(guess):
        return Feedback("error", f"{truth} Your guess should be a number, not {shown(guess)}.")
    if close(guess, answer, within):
        return Feedback("close", f"{truth} You guessed {shown(guess)}.")
    return Feedback("compare", f"{truth} You guessed {shown(guess)}. Where does that come from?")


def if_right(answer, check, otherwise):
    """What the reader wrote, if its check says that it is right; else `otherwise`.

    So a notebook goes on with the reader's own code, and goes on without it too.

    >>> from helpers.checks import grid_trials
    >>> if_right(lambda weights, values_each: 0, grid_trials, otherwise="the course's")
    "the course's"
    """
    return answer if check(answer).kind == "right" else otherwise
