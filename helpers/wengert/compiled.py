"""A list that is run again on arrays runs as a program: see `straight_line`.

The first time, with arrays of given shapes, it is swept; the second time it is written down and
compiled. NumPy is told to stop at what is not defined. Then, and wherever else a program cannot say
what a sweep would, there is no answer from here.
"""

from helpers.rules import RULES
from helpers.rules.arrays import numpy
from helpers.wengert.straight_line import Program

MOST_PROGRAMS = 8  # that a list keeps


def run(tape, wanted, values):
    """What the list's program `wanted` ("value" or "value_and_gradient") gives, or None.

    `values` holds all inputs, {name: number or array}.
    """
    shapes = tuple([None if type(x) is float else x.shape for x in values.values()])
    program = program_for(tape, wanted, shapes)
    if program is None:
        return None
    try:
        return program(*values.values())
    except (ArithmeticError, ValueError):
        return None


def program_for(tape, wanted, shapes):
    """The program as a function; None the first time that it is asked for, or if there is none.

    `shapes` are those of the inputs in their order, None for a number.
    """
    programs, key = tape.programs, (wanted, tape.output, len(tape.steps), shapes)
    found = programs.get(key)
    if found is NOT_YET:
        found = programs[key] = compiled(tape, wanted, shapes)
    elif key not in programs and any(shapes):
        while len(programs) >= MOST_PROGRAMS:
            del programs[next(iter(programs))]
        programs[key] = NOT_YET
    return found


NOT_YET = "not yet"


def compiled(tape, wanted, shapes):
    """The program as a function; None if it cannot be written."""
    if () in shapes:  # an array without dimensions, whose functions are not those of numbers
        return None
    if any(step.rule is not RULES.get(step.rule.name) for step in tape.steps):
        return None
    try:
        shapes = dict(zip(tape.inputs, (shape or () for shape in shapes), strict=True))
        text = getattr(Program(tape, shapes), wanted)()
    except ValueError:  # shapes that do not fit, or a constant with no slope there
        return None
    names = {}
    exec(compile(text, "<Wengert list>", "exec"), names)
    names |= {name: rule.on_floats for name, rule in RULES.items() if name in names}
    return numpy().errstate(all="ignore", divide="raise", invalid="raise")(names[wanted])
