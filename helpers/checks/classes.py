"""A class of numbers that a reader wrote, held against a right one: by what it does, never by how.

Such a number is made from a plain one, takes part in arithmetic, and knows derivatives. The check
tries expressions on it, from the simple to the tangled, and stops at the first that goes wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from helpers.checks.feedback import NOT_STARTED, Feedback, not_expected, with_hint
from helpers.checks.likeness import slopes_instead, value_instead
from helpers.checks.results import agree, close
from helpers.checks.words import called, explained, is_number, name_of, number, shown, told_apart


@dataclass(frozen=True)
class Probe:
    """An expression to try a class on.

    text          the expression, as the reader would write it
    function      the same as a function of the numbers in it; its parameters are their names
    point         a plain number for each
    method        the method that Python looks for, if the expression is a single operation
    wrong_values  what often goes wrong with the value, each a `Mistake` as a function of the point
    wrong_slopes  the same for the derivatives: a list, one for each parameter
    hint          what to say of derivatives that are wrong in no known way
    named         the names of the numbers, where the function's parameters do not tell
    """

    text: str
    function: Callable
    point: tuple
    method: str = ""
    wrong_values: list = field(default_factory=list)
    wrong_slopes: list = field(default_factory=list)
    hint: str = ""
    named: tuple = ()

    @property
    def names(self):
        if self.named:
            return self.named
        code = self.function.__code__
        return code.co_varnames[: code.co_argcount]

    @property
    def where(self):
        """The expression with its point: "a + b at a = 1, b = 2"."""
        pairs = zip(self.names, self.point, strict=True)
        return f"{self.text} at {', '.join(f'{name} = {number(x)}' for name, x in pairs)}"


class Finding(Exception):
    """Why a class is not right yet: ends a check with this feedback."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.feedback = Feedback(kind, message)


@dataclass(frozen=True)
class ClassExercise:
    """An exercise whose answer is a class.

    reference    the right class
    derivatives  derivatives(cls, probe): what a class makes of a probe, as {words: number}; first
                 the value of the expression, then its derivative by each parameter
    probes       what to try, a list of `Probe` from the simple to the tangled
    praise       what to say when it is right
    further      more to try, a list of functions of the class that raise a `Finding`
    hints        what to add to the report of an exception, {words of the report: advice}
    """

    reference: type
    derivatives: Callable
    probes: list
    praise: str
    further: list = field(default_factory=list)
    hints: dict = field(default_factory=dict)

    def check(self, answer):
        """Compare the reader's class with the right one on every probe, to 12 digits."""
        if not isinstance(answer, type):
            return not_expected(answer, "a class")
        if is_blank(answer):
            return NOT_STARTED
        try:
            for probe in self.probes:
                self._try(answer, probe)
            for trial in self.further:
                trial(answer)
        except Finding as finding:
            return with_hint(finding.feedback, self.hints)
        return Feedback("right", self.praise)

    def _try(self, answer, probe):
        received = self.derivatives(answer, probe)
        expected = self.derivatives(self.reference, probe)
        for place, words in enumerate(expected):
            if not close(received[words], expected[words], within=1e-12):
                gives, should_be = told_apart(received[words], expected[words])
                said = f"{probe.where}: {words} is {gives}, but it should be {should_be}."
                numbers = [*received.values()], [*expected.values()]
                cause = cause_of(probe, *numbers, value_is_wrong=place == 0)
                raise Finding("wrong", f"{said} {cause}".strip())


ROUNDED = "That agrees to a few digits only. Is something rounded?"


def cause_of(probe, received, expected, value_is_wrong):
    """A sentence on what is wrong with the value and derivatives of a probe, or ""."""
    if all(close(*pair, within=1e-4) for pair in zip(received, expected, strict=True)):
        return ROUNDED
    value, *slopes = received
    if value_is_wrong:
        known = [m.cause for m in probe.wrong_values if agree(value, m.function(*probe.point))]
        return known[0] if known else value_instead(value, expected[0], probe.names, probe.point)
    known = [m.cause for m in probe.wrong_slopes if agree(slopes, m.function(*probe.point))]
    known += [probe.hint] if probe.hint else []
    return known[0] if known else slopes_instead(slopes, expected[1:], probe.names, probe.point)


class Blank:
    """What there is in every class."""


def is_blank(cls):
    """Is there nothing in the body of a class yet, but the dots or a docstring?"""
    return cls.__bases__ == (object,) and vars(cls).keys() <= vars(Blank).keys()


# What is done with the reader's class. Each step says what it tried, if it goes wrong.


def attempt(what, function, *arguments):
    """What a function returns; if it raises, a `Finding` that says in words what was tried."""
    try:
        return function(*arguments)
    except (Exception, SystemExit) as error:
        raise Finding("error", f"{what} stopped with {explained(error)}") from None


def number_in(x, attribute, name):
    """The number that an attribute of the reader's object holds; `name` is what x is called."""
    found = attempt(f"{name}.{attribute}", getattr, x, attribute)
    if not is_number(found):
        raise Finding("error", f"{name}.{attribute} is {shown(found)}, expected a number.")
    return found


def make(cls, attribute, x, *more):
    """A number of the reader's class, made from x (and more), which the attribute should hold."""
    name = called(cls, (x, *more))
    made = attempt(name, cls, x, *more)
    held = number_in(made, attribute, name)
    if not close(held, x):
        said = f"{name}.{attribute} is {shown(held)}, but it should be {shown(x)}."
        if more and close(held, *more):
            raise Finding("wrong", f"{said} The first argument is the {attribute}.")
        raise Finding("wrong", f"{said} Keep what is passed in as it is.")
    return made


def compute(cls, probe, leaves, attribute):
    """What the expression of a probe is for these leaves, whose numbers the attribute holds."""
    name = name_of(cls)
    each_keeps_its_own(leaves, probe.names, probe.point, attribute)
    try:
        result = probe.function(*leaves)
    except (Exception, SystemExit) as error:
        if probe.method and not hasattr(cls, probe.method):
            said = f"{name} cannot do {probe.text} yet: it has no `{probe.method}`"
            if probe.method.startswith("__r"):
                said += ", which Python calls where a plain number stands on the left"
            raise Finding("wrong", f"{said}.") from None
        said = f"{probe.where} stopped with {explained(error)}"
        if isinstance(error, RecursionError):
            said += (
                ". Does an operation call itself, as `self - other` in `__sub__` does? Or is a "
                "plain number on the left never turned into yours?"
            )
        raise Finding("error", said) from None
    if isinstance(result, tuple | list) and not isinstance(result, cls):
        raise Finding("wrong", f"{probe.text} is a {type(result).__name__}. Return a {name}.")
    if result is None:
        raise Finding("error", f"{probe.text} returned nothing. Does its method end with `return`?")
    if is_number(result) and not isinstance(result, cls):  # a class may itself be a kind of float
        raise Finding(
            "wrong",
            f"{probe.text} is a plain number, {shown(result)}. Return a {name}, or all that came "
            "before is forgotten.",
        )
    for leaf, leaf_name, x in zip(leaves, probe.names, probe.point, strict=True):
        if not close(number_in(leaf, attribute, leaf_name), x):
            raise Finding(
                "wrong",
                f"{probe.text} changes {leaf_name} itself. An operation makes a new {name}, and "
                "leaves its operands as they are.",
            )
    return result


def each_keeps_its_own(leaves, names, made_with, attribute):
    """A `Finding` if all numbers hold what the last one was made with."""
    *others, last = zip(leaves, names, made_with, strict=True)
    for leaf, name, x in others:
        held = number_in(leaf, attribute, name)
        if not close(held, x) and close(held, last[2]):
            raise Finding(
                "wrong",
                f"{name} was made with the {attribute} {shown(x)}, and holds {shown(held)} as soon "
                f"as {last[1]} is made. Keep it on the number itself, as self.{attribute}: what is "
                "kept on the class is there only once.",
            )
