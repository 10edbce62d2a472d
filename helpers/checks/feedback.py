"""The four kinds of answer that a check gives, and how a reader's function is compared."""

import dis
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from itertools import chain, pairwise
from math import isfinite
from numbers import Real

from helpers.checks.expressions import comes_out_as
from helpers.checks.formulas import TWO_SLIPS
from helpers.checks.patterns import cut_short, pattern, wrapped
from helpers.checks.results import agree, close, fitted, misfit, parts, taken
from helpers.checks.slips import SLIPS
from helpers.checks.words import (
    at,
    called,
    explained,
    is_number,
    parameters,
    shown,
    told_apart,
)

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
    slips      what else may go wrong, pairs of a function and a cause: see `formulas`
    at_place   {place: slips} for the numbers of a list or dictionary, each looked at by itself: a
               function of what the reader returned, as {place: number}, and of the case. A slip
               without a cause is a number that follows, rightly, from earlier ones
    at_hand    what has a name where a number is worked out, to say what a wrong one comes out as: a
               function of the place, of what the reader returned, as {place: number}, and of the
               case; it returns {name: number}
    entries    what the numbers of a list are called, if they have names
    at_entry   for each number of a list, what to say where it is the first that is wrong and the
               mistake is not known
    backwards  True if a list is worked out from its end, where a mistake shows first
    hints      what to add to the report of an exception, or of a result that has another form,
               {words of the report: advice}
    within     the share by which a right number may be off
    run        what a function does in a case, run(function, *case): result, or the `Feedback` that
               says why there is none. By default the function is called, and its result returned.
    """

    solution: Callable
    cases: list
    mistakes: list
    praise: str
    slips: tuple = ()
    at_place: dict = field(default_factory=dict)
    at_hand: Callable | None = None
    entries: tuple = ()
    at_entry: tuple = ()
    backwards: bool = False
    hints: dict = field(default_factory=dict)
    within: float = 1e-9
    run: Callable = lambda function, *case: call(function, *case, expected=None)

    def check(self, answer):
        """Compare the reader's function with the solution on every case."""
        if not callable(answer):
            return not_expected(answer, "a function")
        received, changed = [], ""
        defaults = deepcopy(kept_from_call_to_call(answer))
        for case in self.cases:
            arguments = deepcopy(case)
            result = self.run(answer, *arguments)
            if isinstance(result, Feedback):
                return with_hint(result, self.hints)
            received.append(result)
            changed = changed or changed_argument(answer, case, arguments)
        expected = self._results(self.solution)
        received = list(map(fitted, received, expected))
        if all(map(self._agree, received, expected)) and not any(map(misfit, received, expected)):
            if changed:
                return Feedback("wrong", f"All numbers are right. But {changed}")
            return Feedback("right", self.praise)
        if differ(defaults, kept_from_call_to_call(answer)):
            return Feedback("wrong", KEPT_DEFAULT)
        cause = self._mistake(received, expected) or self._slip_at_a_place(received, expected)
        if cause:
            return Feedback("wrong", cause)
        first = next(
            i for i, pair in enumerate(zip(received, expected, strict=True))
            if misfit(*pair) or not self._agree(*pair)
        )  # fmt: skip
        call = called(answer, self.cases[first])
        if problem := misfit(received[first], expected[first]):
            report = f"{call} {problem}{cut_short(received, expected)}"
            report += wrapped(received[first], expected[first])
            return with_hint(Feedback("error", report), self.hints)
        difference, advice = self._difference(call, received[first], expected[first])
        remark = changed or self._remark(answer, received, expected)
        return Feedback("wrong", " ".join(filter(None, (difference, advice, remark))))

    def _agree(self, received, expected):
        return agree(received, expected, self.within)

    def _mistake(self, received, expected):
        """The cause of the first mistake, or else slip, that gives these results; or "".

        One slip explains them better than two do. Where only two slips do, and not these two
        alone, the first two pairs are named.
        """
        known, pairs = self._known, {}
        if all(map(self._agree, received, expected)):  # two slips may cancel
            known = known[: len(self.mistakes)]
        for function, cause, within, first in known:
            if not agree(received[0], first, within):
                continue
            others = (self._result(function, case) for case in self.cases[1:])
            if all(agree(*pair, within) for pair in zip(received[1:], others, strict=True)):
                if not cause.startswith(TWO_SLIPS):
                    return cause
                pairs[cause.removeprefix(TWO_SLIPS)] = None
        return TWO_SLIPS + " Or else:".join([*pairs][:2]) if pairs else ""

    @cached_property
    def _known(self):
        """All mistakes and slips, with their results in the first case, which tells most apart."""
        known = [(mistake.function, mistake.cause, mistake.within) for mistake in self.mistakes]
        known += [(function, cause, 1e-9) for function, cause in self.slips]
        return [(*one, self._result(one[0], self.cases[0])) for one in known]

    def _slip_at_a_place(self, received, expected):
        """The causes of the first two numbers that are wrong, as far as they are known; or ""."""
        if not (self.at_place or self.at_hand) or any(map(misfit, received, expected)):
            return ""
        causes, found = {}, list(map(parts, received))
        told = bool(pattern(received, expected))
        for place in [*parts(expected[0])][:: -1 if self.backwards else 1]:
            numbers = [result[place] for result in found]
            if all(close(a, parts(b)[place]) for a, b in zip(numbers, expected, strict=True)):
                continue
            for function, cause in self.at_place.get(place, ()):
                if self._gives(function, found, numbers):
                    causes[cause] = place
                    break
            else:
                if told or not (cause := self._expression(place, numbers, found)):
                    break
                causes[cause] = place
        return " ".join([*filter(None, causes)][:2])

    def _gives(self, function, found, numbers):
        """Does a slip at a place give the numbers there, with what the reader has elsewhere?"""
        results = zip(found, self.cases, strict=True)
        try:
            computed = [function(result, *case) for result, case in results]
        except ArithmeticError:
            return False
        return all(map(close, numbers, computed))

    def _expression(self, place, numbers, found):
        """A sentence on what the numbers at a place come out as, whatever went wrong; or ""."""
        if not self.at_hand:
            return ""
        results = zip(found, self.cases, strict=True)
        names = [self.at_hand(place, result, *case) for result, case in results]
        expression = comes_out_as(numbers, names)
        advice = f" {self.at_entry[place]}" if self.at_entry else ""
        return expression and f"You have {expression}{at(place, self.entries)}.{advice}"

    def _results(self, function):
        return [self._result(function, case) for case in self.cases]

    def _result(self, function, case):
        return self.run(function, *deepcopy(case))

    def _difference(self, call, received, expected):
        """The first number that differs from the expected one, and the advice for it."""
        received, expected = parts(received), parts(expected)
        places = [x for x in expected if not close(received[x], expected[x], self.within)]
        place = places[-1 if self.backwards else 0]
        gives, should_be = told_apart(received[place], expected[place])
        said = f"{call} gives {gives}{at(place, self.entries)}, but it should be {should_be}."
        return said, self.at_entry[place] if self.at_entry else ""

    def _remark(self, answer, received, expected):
        """What else can be said of wrong numbers, though the mistake is not known."""
        names = parameters(answer, len(self.cases[0]))
        for name, *arguments in zip(names, *self.cases, strict=True):
            if all(map(agree, received, arguments)):
                return f"You return {name} as it came in."
        if any(map(misfit, received, expected)):
            return ""
        return pattern(received, expected) or self._unused(answer, received)

    def _unused(self, answer, received):
        """A sentence on an argument that changes the right result, but not this one; or ""."""
        expected = self._results(self.solution)
        for i, name in enumerate(parameters(answer, len(self.cases[0]))):
            trials = []
            for case, came, right in zip(self.cases, received, expected, strict=True):
                for other in self.cases:
                    trial = (*case[:i], other[i], *case[i + 1 :])
                    should_be = self.run(self.solution, *deepcopy(trial))
                    if not isinstance(should_be, Feedback) and not agree(should_be, right):
                        trials.append(agree(self.run(answer, *deepcopy(trial)), came))
            if trials and all(trials):
                return f"{name.capitalize()} changes nothing in what you return. Use it."
        return ""


KEPT_DEFAULT = (
    "A list that stands in the head of the function, as in `new=[]`, is made once and kept from "
    "call to call. Make it in the first line of the function."
)
NOT_STARTED = Feedback("not started", "Replace the ... in the cell above, run it, and check again.")


def changed_argument(answer, before, after):
    """A sentence on the first list or dictionary that a call changed, or ""."""
    for name, x, y in zip(parameters(answer, len(before)), before, after, strict=True):
        if isinstance(x, list | dict) and differ(x, y):
            return (
                f"your function changes {name}, which belongs to the one who calls it. Work on a "
                f"copy, {type(x).__name__}(…), or put the results into a new one."
            )
    return ""


def kept_from_call_to_call(function):
    """What stands in the head of a function and can be changed: the lists, say, of `new=[]`."""
    defaults = getattr(function, "__defaults__", None) or ()
    return [x for x in defaults if isinstance(x, list | dict | set)]


def differ(before, after):
    """Has it changed? What cannot be compared has."""
    try:
        return bool(before != after)
    except Exception:
        return True


def not_expected(answer, expected):
    """What to say where a function, say, was expected: nothing is there yet, or something else."""
    if answer is ... or answer is None:
        return NOT_STARTED
    return Feedback("error", f"Expected {expected}, got {shown(answer)}.")


def with_hint(feedback, hints):
    """The report of an exception, with the first advice that is there for it.

    First come the hints of the exercise, then what is known of Python's own words.
    """
    raised = " stopped with " in feedback.message
    for words, advice in chain(hints.items(), SLIPS.items() if raised else ()):
        if words in feedback.message:
            end = "" if feedback.message.endswith(".)") else "."
            return Feedback(feedback.kind, f"{feedback.message.rstrip('.')}{end} {advice}")
    return feedback


def call(answer, *arguments, expected=Real, expected_name="a number"):
    """What the reader's function returns, or the `Feedback` that says why it is of no use.

    With None for `expected`, whatever is returned will do.
    """
    what = called(answer, arguments)  # before the call, which may change them
    try:
        result = taken(answer(*arguments))
    except (Exception, SystemExit) as error:
        return Feedback("error", f"{what} stopped with {explained(error)}")
    if result is ... or (result is None and is_empty(answer)):
        return Feedback(
            "not started",
            f"{what} returns nothing yet. Replace the ... and end with `return`.",
        )
    if result is None:
        return Feedback(
            "error",
            f"{what} returned nothing. "
            "Does every way through the function end with `return`? (`print` shows a number, and "
            "hands back nothing.)",
        )
    if expected and not is_number(result, expected):
        return Feedback(
            "error",
            f"{what} returned {shown(result)}, expected {expected_name}.",
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


def hands_back(function):
    """Does a `return` of the function's code come with a value?"""
    code = getattr(function, "__code__", None)
    steps = list(dis.get_instructions(code)) if code else []
    return any(
        step.opname == "RETURN_VALUE" and (before.opname, before.argval) != ("LOAD_CONST", None)
        for before, step in pairwise(steps)
    )


# What is said of a guess. A page of the site says the same, and takes the words from here.
GUESSED = {
    "not started": "{truth} A guess written down first teaches more.",
    "error": "{truth} Your guess should be a number, not {guess}.",
    "close": "{truth} You guessed {guess}.",
    "compare": "{truth} You guessed {guess}. Where does the answer come from?",
}


@dataclass(frozen=True, repr=False)
class Prediction(Feedback):
    """What is said of a guess, with all that a page needs to say it of another one."""

    answer: Real
    within: float
    truth: str

    def _repr_html_(self):
        said = {"answer": float(self.answer), "within": self.within, "truth": self.truth}
        written = "".join(f' data-{name}="{escape(str(x))}"' for name, x in said.items())
        return super()._repr_html_().replace("<p ", f"<p{written} ", 1)


def prediction(guess, answer, unit="", within=0.1):
    """Hold a guess that the reader wrote down against the answer, a number in the given unit.

    A guess is close when it is off by at most the share `within` of the larger of the two. Raises
    ValueError for an answer that nobody could guess: one that is not finite.

    >>> prediction(3, answer=90, unit="tries")
    → Compare. The answer is 90 tries. You guessed 3. Where does the answer come from?
    """
    if not isfinite(answer):
        raise ValueError(f"the answer is {answer}: ask for a number that is finite")
    truth = f"The answer is {shown(answer)}{f' {unit}' if unit else ''}."
    if guess is ... or guess is None:
        kind = "not started"
    elif not is_number(guess):
        kind = "error"
    else:
        kind = "close" if close(guess, answer, within) else "compare"
    message = GUESSED[kind].format(truth=truth, guess=shown(guess))
    return Prediction(kind, message, answer, within, truth)


def if_right(answer, check, otherwise):
    """What the reader wrote, if its check says that it is right; else `otherwise`.

    So a notebook goes on with the reader's own code, and goes on without it too.

    >>> from helpers.checks import grid_trials
    >>> if_right(lambda weights, values_each: 0, grid_trials, otherwise="the course's")
    "the course's"
    """
    return answer if check(answer).kind == "right" else otherwise
