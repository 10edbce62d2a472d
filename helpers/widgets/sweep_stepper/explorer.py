"""SweepStepper: a Wengert list's forward sweep, then its reverse sweep, one line at a time."""

import math
from collections.abc import Mapping

import numpy as np
import traitlets

from helpers.rules import RULES
from helpers.value import Value
from helpers.wengert import WengertList, graph_of, is_node, record_graph
from helpers.widgets.shared import Explorer, ListFigure, Slider, moved, slider_over
from helpers.widgets.shared.template import short, significant
from helpers.widgets.sweep_stepper.drawing import drawing
from helpers.widgets.sweep_stepper.slopes import slope_texts

MOST_STEPS = 40  # as many as a reader can follow one by one


class SweepFigure(ListFigure):
    """The graph and the table of a list, at one line of its sweeps."""

    module_name = "sweep_stepper"
    moves = traitlets.List().tag(sync=True)  # what each position does, as `moves` gives it
    rule_texts = traitlets.Dict().tag(sync=True)  # {rule: its text, with {0} and {1}}
    slope_texts = traitlets.Dict().tag(sync=True)  # {step: its local derivatives, as texts}
    predict = traitlets.Bool(False).tag(sync=True)


class SweepStepper(Explorer):
    """Step through the sweeps of a `WengertList`, or of the one that led to a `Value`, or to a
    number of a class of your own: `helpers.wengert.graph_of` says what that must have.

    A slider "step" goes from 0, where nothing is computed, through the forward sweep and on through
    the reverse sweep, where each contribution to an adjoint is a line of its own. `ranges` gives
    inputs sliders too, as in ranges={"w": (-3, 3)}. With `predict` each new number is hidden until
    the reader asks for it. `position` is where the slider starts.

    Two steppers on one page need different names. Raises TypeError for anything but a list or a
    number of a graph; ValueError for a list without steps or with more than 40, for one whose
    sweeps stop or whose operations cannot be told, for an input without a finite value, and for a
    range or a position that no slider can have.

    >>> from helpers.wengert import trace
    >>> stepper = SweepStepper(trace(lambda w, x: w * x, w=2.0, x=3.0), predict=True)
    >>> stepper.values, stepper.predict
    ({'step': 0.0}, True)
    """

    Figure = SweepFigure

    def __init__(self, program, ranges=None, predict=False, position=0, name="sweep-stepper"):
        tape = _followable(program)
        lines = moves(tape)
        sliders = {"step": Slider("step", 0.0, len(lines) - 1.0, 0.0, 1.0, ".0f")}
        sliders = moved(sliders | _input_sliders(tape, ranges or {}), {"step": position})
        if position % 1:
            raise ValueError(f"position is a whole number of lines, got {position}")
        figure = SweepFigure(
            tape,
            sliders,
            name=name,
            drawing=drawing(tape, {}),
            moves=lines,
            rule_texts={step.rule.name: step.rule.text for step in tape.steps},
            slope_texts=slope_texts(tape),
            predict=predict,
        )
        super().__init__(tape, sliders, figure)
        self.add_class("course-sweep")

    @property
    def predict(self):
        """Is each new number hidden until the reader asks for it?"""
        return self.figure.predict

    @predict.setter
    def predict(self, hidden):
        self.figure.predict = hidden

    def still(self):
        """The graph and the table after both sweeps, and the result in words.

        >>> from helpers.value import Value
        >>> picture, sentence = SweepStepper(Value(2.0, label="w") * 3.0).still()
        >>> print(sentence.partition(". ")[0])
        After both sweeps: the output t1 is 6, and its derivative is 3 with respect to w
        """
        primals, adjoints, error = self.tape.both_sweeps(**self.inputs)
        numbers = {
            name: (
                short(primals[name]),
                f"← {short(adjoints[name])}" if name in adjoints else "",
            )
            for name in primals
            if type(name) is str
        }
        graph, table = drawing(self.tape, numbers), self.tape.table(**self.inputs)._repr_html_()
        picture = "\n".join(f'<div style="overflow-x: auto">{x}</div>' for x in (graph, table))
        if error:
            return picture, f"Both sweeps stop: {error}."
        output = self.tape.output
        gradient = ", ".join(
            f"{significant(adjoints[name])} with respect to {name}" for name in self.tape.inputs
        )
        return picture, (
            f"After both sweeps: the output {output} is {significant(primals[output])}, and its "
            f"derivative is {gradient}. In the graph each node has its value, "
            "and after ← its adjoint."
        )


def moves(tape):
    """What happens at each position, one entry each:

    ["start"]                  nothing is computed yet
    ["forward", step]          the value of a step
    ["seed", output]           the adjoint of the output is 1
    ["reverse", step, i]       a step hands its operand i a contribution to that operand's adjoint
    """
    lines = [["start"], *(["forward", step.name] for step in tape.steps), ["seed", tape.output]]
    needed = {tape.output}  # what the output depends on
    for name, _, operands in reversed(tape.steps):
        if name in needed:
            needed.update(operands)
            lines += [["reverse", name, i] for i, x in enumerate(operands) if type(x) is str]
    return lines


def _followable(program):
    """The program as a list that can be stepped through. Raises TypeError or ValueError."""
    tape = program.wengert_list() if isinstance(program, Value) else program
    if is_node(tape):
        tape, _ = record_graph(graph_of(program))
        for step in tape.steps:
            if step.rule.name not in RULES:
                raise ValueError(
                    f"which operation made step {step} cannot be told from its numbers, or is none "
                    f"of the rules: give them an attribute `operation`, one of {', '.join(RULES)}"
                )
    if not isinstance(tape, WengertList):
        raise TypeError(
            f"SweepStepper takes a WengertList or a Value, got {program!r:.60} "
            f"({type(program).__name__}): trace(f, w=2.0, …) makes a list of a function"
        )
    for name, x in tape.inputs.items():
        if np.ndim(x):
            raise TypeError(
                f"input {name!r} is an array of shape {np.shape(x)}: the stepper follows single "
                "numbers, so trace the function with a number there"
            )
        if not math.isfinite(x):
            raise ValueError(f"input {name!r} is {x}: the stepper needs a finite number")
        if name == "step":
            raise ValueError("an input cannot be called 'step', as the slider is: rename it")
    if not tape.steps:
        raise ValueError("the list has no steps: there is nothing to step through")
    if len(tape.steps) > MOST_STEPS:
        raise ValueError(
            f"the list has {len(tape.steps)} steps, and a reader can follow at most {MOST_STEPS}: "
            "step through a part of the function"
        )
    if type(tape.output) is float:
        raise ValueError(f"the output is the constant {tape.output:g}, which depends on no step")
    *_, error = tape.both_sweeps()
    if error:
        raise ValueError(f"the sweeps of this list stop, so give its inputs other values: {error}")
    return tape


def _input_sliders(tape, ranges):
    """A slider for each input that `ranges`, {name: (low, high)}, names."""
    if not isinstance(ranges, Mapping):
        raise TypeError(f"ranges come as {{input: (low, high)}}, got {ranges!r:.60}")
    sliders = {}
    for name, ends in ranges.items():
        if name not in tape.inputs:
            raise ValueError(f"no input {name!r} to move; the inputs are {', '.join(tape.inputs)}")
        if hasattr(SweepFigure, name):
            raise ValueError(f"an input called {name!r} cannot have a slider: rename the input")
        sliders[name] = slider_over(name, ends, tape.inputs[name])
    return sliders
