"""From a function to a Wengert list: `trace` runs it once on numbers that record what is done."""

from collections.abc import Mapping

from helpers.rules.floating import is_real
from helpers.rules.operators import Operators
from helpers.rules.rule import engine_of
from helpers.wengert.calling import call
from helpers.wengert.wengert_list import WengertList


class Traced(Operators):
    """A number that writes down what is done to it, as a step of a Wengert list.

    >>> tape = WengertList(x=3.0)
    >>> Traced(tape, "x") ** 2 + 1
    traced t2
    >>> for step in tape.steps:
    ...     print(step)
    t1 = x ** 2
    t2 = t1 + 1
    """

    __slots__ = ("name", "tape")
    number_alone = "a traced number has no value yet"

    def __init__(self, tape, name):
        self.tape, self.name = tape, name

    @staticmethod
    def apply_rule(rule, *operands):
        if engine := engine_of(operands, above=Traced.precedence):
            return engine.apply_rule(rule, *operands)
        tape = next(x.tape for x in operands if isinstance(x, Traced))
        for x in operands:
            if not (is_real(x) or (isinstance(x, Traced) and x.tape is tape)):
                raise rule.wrong_kind(x, "real numbers and numbers traced on the same list")
        names = [x.name if isinstance(x, Traced) else x for x in operands]
        return Traced(tape, tape.record(rule, *names))

    def _refuse(self, *others):
        raise TypeError(
            f"{self!r} has no value yet, so it cannot be compared or turned into a float. A "
            "Wengert list holds only the branch that was taken: with `if` or `while` it would be "
            "wrong for other inputs. Use relu, maximum or abs, and the functions of helpers.rules "
            "instead of math and NumPy, or differentiate the program with Value or Dual"
        )

    # A copy still stands for the same step of the same list.

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    __lt__ = __le__ = __gt__ = __ge__ = __eq__ = __ne__ = __bool__ = __float__ = __int__ = _refuse
    __hash__ = object.__hash__

    def __repr__(self):
        return f"traced {self.name}"


def trace(f, /, **inputs):
    """Run f once on traced numbers and return the Wengert list of what it did.

    `trace(f, w=2.0, b=0.0)` calls f(w=…, b=…); where f takes its arguments by position only, as
    rules do, they come in the order given. If f returns a dictionary or a named tuple of numbers,
    its keys become the labels of those steps and its last entry the output; a step that has a label
    already is multiplied by 1 for each further one. Raises TypeError if f is no function of these
    inputs, returns no numbers, or compares a traced number: a list holds only the branch that was
    taken.

    >>> tape = trace(lambda w, x: (w * x - 1) ** 2, w=2.0, x=3.0)
    >>> tape.evaluate(), tape.gradient()
    (25.0, {'w': 30.0, 'x': 20.0})
    """
    tape = WengertList(**inputs)
    result = call(f, {name: Traced(tape, name) for name in tape.inputs})
    if hasattr(result, "_asdict"):
        result = result._asdict()
    if not isinstance(result, Mapping):
        result = {"": result}
    elif not result:
        raise TypeError("a traced function returns numbers, got a dictionary without entries")
    for label, x in result.items():
        if not isinstance(label, str):
            raise TypeError(f"a label is a text, got {label!r:.60} ({type(label).__name__})")
        if isinstance(x, Traced) and x.tape is tape:
            if label and x.name in tape.labels:
                x = x * 1.0
            tape.output = x.name
            if label:
                tape.labels[x.name] = label
        elif is_real(x):
            tape.output = tape.operand(x, "output")
        else:
            raise TypeError(
                f"a traced function returns numbers, got {x!r:.60} ({type(x).__name__}). For "
                "several numbers return a dictionary, {name: number, …}"
            )
    return tape
