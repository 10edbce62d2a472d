"""What exercises 2 to 5 of notebook 05 have in common: they differentiate programs passed in."""

from copy import deepcopy
from dataclasses import dataclass

from helpers.checks.arrays import Array
from helpers.checks.feedback import Exercise, Feedback, call
from helpers.checks.results import parts
from helpers.rules.rule import Rule
from helpers.value import Value


def reading(forms):
    """How an answer is run that may return other kinds of number by mistake, {kind: advice}."""

    def run(answer, *case):
        result = call(answer, *case, expected=None)
        numbers = parts(result)
        found = [result] if numbers is None else numbers.values()
        advice = (forms[kind] for x in found for kind in forms if isinstance(x, kind))
        return Feedback("wrong", first) if (first := next(advice, None)) else result

    return run


@dataclass(frozen=True)
class OneSweepExercise(Exercise):
    """An exercise whose answer takes a program first, and should run it once.

    advice  what to say to numbers that are right, but cost more sweeps
    """

    advice: str = ""

    def check(self, answer):
        """As for every exercise; what is right is run once more, and watched."""
        feedback = super().check(answer)
        if feedback.kind != "right":
            return feedback
        for program, *numbers in self.cases:
            watched = Watched(program)
            call(answer, watched, *deepcopy(numbers), expected=None)
            if watched.calls > 1:
                return self._too_often(f"`f` is called {watched.calls} times")
            if watched.sweeps > 1:
                return self._too_often(f"`backward` is called {watched.sweeps} times")
        return feedback

    def _too_often(self, what):
        return Feedback("wrong", f"All numbers are right, but {what}. {self.advice}")


class Watched:
    """A program that counts its calls, and the reverse sweeps that come back to its first input.

    A sweep is seen by a rule that changes nothing: each one asks it for its derivative once.
    """

    def __init__(self, program):
        self.program = program
        self.calls = 0
        self.sweeps = 0
        self.same = Rule("same", "{0}", "{0}", lambda x: x, partials=(self._count_sweep,))

    def __call__(self, *inputs):
        self.calls += 1
        if inputs and isinstance(inputs[0], Value):
            inputs = (self.same(inputs[0]), *inputs[1:])
        return self.program(*inputs)

    def _count_sweep(self, x, value):
        self.sweeps += 1
        return 1.0


LISTS = list | tuple | Array
PASS_ONE_BY_ONE = {
    "required positional argument": "f takes as many numbers as `point` has entries. The star "
    "passes them one by one: f(*numbers).",
}
IMPORTS = {
    "name 'Dual'": "Run the cell further up that imports `Dual`.",
    "name 'Value'": "Run the cell further up that imports `Value`.",
}
