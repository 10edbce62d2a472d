"""The four kinds of answer that a check gives, and how a reader's function is compared."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from numbers import Real

KINDS = {
    "not started": "○ Not started yet.",
    "error": "! There was an error.",
    "wrong": "✗ Not yet right.",
    "right": "✓ Right.",
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
        name = self.kind.replace(" ", "-")
        return f'<p class="course-feedback {name}"><strong>{heading}</strong> {message}</p>'


@dataclass(frozen=True)
class Mistake:
    """A mistake that many make: what it computes, and what to tell who made it."""

    function: Callable
    cause: str


@dataclass(frozen=True)
class Exercise:
    """An exercise whose answer is a function from numbers to a number.

    solution   the right function
    cases      the arguments to try, a list of tuples
    mistakes   what often goes wrong, a list of `Mistake`; the first that fits is named
    praise     what to say when it is right
    """

    solution: Callable
    cases: list
    mistakes: list
    praise: str

    def check(self, answer):
        """Compare the reader's function with the solution on every case, to 9 digits."""
        if answer is ... or answer is None:
            return Feedback("not started", "Replace the ... in the cell above, and run both cells.")
        if not callable(answer):
            return Feedback("error", f"Expected a function, got {shown(answer)}.")
        received = []
        for case in self.cases:
            result = call(answer, *case)
            if isinstance(result, Feedback):
                return result
            received.append(result)
        expected = [self.solution(*case) for case in self.cases]
        if all(map(close, received, expected)):
            return Feedback("right", self.praise)
        for mistake in self.mistakes:
            if all(map(close, received, [mistake.function(*case) for case in self.cases])):
                return Feedback("wrong", mistake.cause)
        first = next(i for i in range(len(expected)) if not close(received[i], expected[i]))
        return Feedback(
            "wrong",
            f"{called(answer, self.cases[first])} gives {received[first]:.6g}, "
            f"but it should be {expected[first]:.6g}.",
        )


def call(answer, *arguments, expected=Real, expected_name="a number"):
    """What the reader's function returns, or the `Feedback` that says why it returns nothing."""
    try:
        result = answer(*arguments)
    except Exception as error:
        return Feedback(
            "error",
            f"{called(answer, arguments)} stopped with {type(error).__name__}: {error}",
        )
    if result is None or result is ...:
        return Feedback(
            "not started",
            f"{called(answer, arguments)} returns nothing yet. "
            "Replace the ... and end with `return`.",
        )
    if not isinstance(result, expected) or isinstance(result, bool):
        return Feedback(
            "error",
            f"{called(answer, arguments)} returned {shown(result)}, expected {expected_name}.",
        )
    return result


def prediction(guess, answer, unit=""):
    """Hold a guess that the reader wrote down against the answer, {answer:g} in the given unit."""
    truth = f"The answer is {answer:.6g}{f' {unit}' if unit else ''}."
    if guess is ... or guess is None:
        return Feedback("not started", f"{truth} A guess written down first teaches more.")
    if not isinstance(guess, Real):
        return Feedback("error", f"{truth} Your guess should be a number, not {shown(guess)}.")
    if math.isclose(guess, answer, rel_tol=0.1):
        return Feedback("right", f"{truth} You guessed {guess:g}.")
    return Feedback("wrong", f"{truth} You guessed {guess:g}. What did you expect, and why?")


def close(a, b):
    """Do two numbers agree to 9 digits? A whole number may be too large for a float."""
    try:
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)
    except OverflowError:
        return a == b


def called(function, arguments):
    """A call as text: name(0.5, 1)."""
    name = getattr(function, "__name__", "your function")
    return f"{name}({', '.join(map(shown, arguments))})"


def shown(x):
    """A value as short text, without addresses."""
    if callable(x):
        return getattr(x, "__name__", type(x).__name__)
    text = f"{x:.6g}" if isinstance(x, float) else repr(x)
    text = text if " at 0x" not in text else f"a {type(x).__name__}"
    return text if len(text) <= 60 else f"{text[:57]}..."
