"""The four kinds of answer that a check gives, and how a reader's function is compared."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from numbers import Integral, Real

import numpy as np

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
        if not callable(answer):
            return no_function(answer)
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
        gives, should_be = told_apart(received[first], expected[first])
        return Feedback(
            "wrong",
            f"{called(answer, self.cases[first])} gives {gives}, but it should be {should_be}.",
        )


def no_function(answer):
    """What to say where a function was expected: nothing is there yet, or something else is."""
    if answer is ... or answer is None:
        return Feedback("not started", "Replace the ... in the cell above, and run both cells.")
    return Feedback("error", f"Expected a function, got {shown(answer)}.")


def call(answer, *arguments, expected=Real, expected_name="a number"):
    """What the reader's function returns, or the `Feedback` that says why it returns nothing."""
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
    if not isinstance(result, expected) or isinstance(result, bool):
        return Feedback(
            "error",
            f"{called(answer, arguments)} returned {shown(result)}, expected {expected_name}.",
        )
    return result


def is_empty(function):
    """Is the function's body still the dots, perhaps under a docstring?"""

    def dots(): ...

    def documented_dots():
        """Dots."""

    code = getattr(getattr(function, "__code__", None), "co_code", None)
    return code in (dots.__code__.co_code, documented_dots.__code__.co_code)


def prediction(guess, answer, unit="", within=0.1):
    """Hold a guess that the reader wrote down against the answer, a number in the given unit.

    A guess is close when it is off by at most the share `within` of the larger of the two.
    """
    truth = f"The answer is {shown(answer)}{f' {unit}' if unit else ''}."
    if guess is ... or guess is None:
        return Feedback("not started", f"{truth} A guess written down first teaches more.")
    if not isinstance(guess, Real) or isinstance(guess, bool):
        return Feedback("error", f"{truth} Your guess should be a number, not {shown(guess)}.")
    if close(guess, answer, within):
        return Feedback("close", f"{truth} You guessed {shown(guess)}.")
    return Feedback("compare", f"{truth} You guessed {shown(guess)}. Where does that come from?")


def close(a, b, within=1e-9):
    """Do two numbers agree, to 9 digits? A whole number may be too large for a float."""
    try:
        return math.isclose(a, b, rel_tol=within, abs_tol=1e-12)
    except OverflowError:
        return a == b


def called(function, arguments):
    """A call as text: name(0.5, 1)."""
    return f"{name_of(function)}({', '.join(map(argument, arguments))})"


def name_of(function):
    """The name that the reader gave to a function, if any."""
    name = str(getattr(function, "__name__", "<none>"))
    return name if name.isidentifier() else "your function"


def argument(x):
    """An argument of a call as text."""
    if isinstance(x, np.random.Generator):
        return "rng"
    return name_of(x) if callable(x) else shown(x)


def explained(error):
    """An exception as text, in one line and without addresses."""
    try:
        message = " ".join(re.sub(r" at 0x[0-9a-fA-F]+", "", str(error)).split())
    except Exception:
        message = ""
    name = type(error).__name__
    return f"{name}: {shortened(message, 200)}" if message else f"{name}."


def shown(x):
    """A value as short text, without addresses."""
    if isinstance(x, type):
        return f"the class {x.__name__}"
    if callable(x):
        return f"the function {name_of(x)}"
    if isinstance(x, Real) and not isinstance(x, bool):
        return number(x)
    try:
        text = repr(x)
    except Exception:
        text = " at 0x"
    if " at 0x" in text:
        name = type(x).__name__
        text = f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"
    return shortened(text, 60)


def number(x, digits=6):
    """A number as text: whole numbers in full, unless they are long."""
    if isinstance(x, Integral) and abs(x) < 10**15:
        return f"{int(x):,}"
    try:
        return f"{float(x):.{digits}g}"
    except OverflowError:
        return f"a number with about {round(int(x).bit_length() * math.log10(2)):,} digits"


def told_apart(a, b):
    """Two different numbers as text, with as many digits as it takes to see the difference."""
    texts = number(a), number(b)
    return texts if texts[0] != texts[1] else (number(a, 15), number(b, 15))


def shortened(text, length):
    return text if len(text) <= length else f"{text[: length - 3]}..."
