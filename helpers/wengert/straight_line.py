"""A Wengert list as a program: Python text with a line for each step, and for each contribution.

The derivative program is text like any other: that is source transformation, as opposed to a list
that is swept. Written for arrays, the same text is what a list runs on when it is run again and
again. Python then looks up no rule and no name, and numbers that depend on no array stay floats. It
gives what the sweeps give, to the last digit; where something is not defined, they are asked.

Source: A. Griewank and A. Walther, *Evaluating Derivatives* (2nd ed., 2008), ch. 6.
"""

import keyword
import re

from helpers.rules import RULES, add, div, mul, power, sub
from helpers.wengert.text import SIGNS, Text, as_text, broadcast, written


def source(tape):
    """The text of a function `value_and_gradient` of the list's inputs, for numbers."""
    return Program(tape, dict.fromkeys(tape.inputs, ())).value_and_gradient()


class Program:
    """Writes a list down for inputs of these shapes, {name: shape}."""

    def __init__(self, tape, shapes):
        self.tape = tape
        self.lines = []
        self.constants = {}  # those that meet arrays, {text: what stands for it}
        self.numbers = {}  # names of numbers that meet arrays, likewise
        self.parameters = parameters(tape.inputs)
        self.primals = {}  # what stands for each input and step
        for name, text in zip(tape.inputs, self.parameters, strict=True):
            self.primals[name] = self.name(text, shapes[name])

    def name(self, text, shape):
        return Text(text, shape=shape, beside=self.as_array)

    def value(self):
        """The text of a function `value`: the forward sweep. An array that is not needed any more
        is written over, so that there are never more of them than there have to be."""
        last_use = {x: step for step in self.tape.steps for x in step.operands}
        kept = {*self.tape.inputs, self.tape.output}
        for step in self.tape.steps:
            spent = [x for x in dict.fromkeys(step.operands) if last_use[x] is step]
            spent = [x for x in spent if x not in kept and self.operand(x).shape]
            over = self.forward_step(step, spent)
            self.lines += [f"del {self.primals[x].text}" for x in spent if x != over]
        return self.function("value", self.operand(self.tape.output).text)

    def value_and_gradient(self):
        """The text of a function `value_and_gradient`: both sweeps."""
        self.lines.append("# forward sweep")
        for step in self.tape.steps:
            self.forward_step(step)
        self.lines.append("# reverse sweep")
        adjoints = self.reverse_sweep()
        found = {x: adjoints[x].text if x in adjoints else "0.0" for x in self.tape.inputs}
        gradient = ", ".join(f"{x!r}: {text}" for x, text in found.items())
        output = self.operand(self.tape.output).text
        return self.function("value_and_gradient", f"{output}, {{{gradient}}}")

    def operand(self, x):
        """What stands for an input or a step; the text of a constant."""
        return self.primals[x] if isinstance(x, str) else as_text(x)

    # The forward sweep.

    def forward_step(self, step, spent=()):
        """The line for a step. It may take the place of a spent operand, which is then returned."""
        operands = [self.primals.get(x, x) for x in step.operands]
        value = written(step.rule, *operands)
        over = next((x for x in spent if self.fits(step, value, x)), None)
        if over is None:
            self.lines.append(f"{step.name} = {value.text}")
            self.primals[step.name] = self.name(step.name, value.shape)
            return None
        place = self.primals[over]
        if value.text.startswith("np."):
            self.lines.append(f"{value.text.removesuffix(')')}, out={place.text})")
        elif step.rule in SIGNS:
            other = operands[step.operands[0] == over]
            self.lines.append(f"{place.text} {SIGNS[step.rule][0]}= {self.as_array(other).text}")
        else:
            self.lines.append(f"{place.text} **= {as_text(operands[1]).text}")
        self.primals[step.name] = place
        return over

    def fits(self, step, value, x):
        """Can the value of a step take the place of its operand x?"""
        if self.primals[x].shape != value.shape:
            return False
        if step.rule in (sub, div, power):
            return step.operands[0] == x
        return step.rule in (add, mul) or value.text.startswith("np.")

    # The reverse sweep.

    def reverse_sweep(self):
        """A line for the adjoint of the output, and one for each contribution; the adjoints."""
        if self.tape.output not in self.primals:  # a constant
            return {}
        seed = self.name(self.bar(self.tape.output), ())
        self.lines.append(f"{seed.text} = 1.0")
        adjoints = {self.tape.output: seed}
        own = set()  # adjoints whose array nobody else holds, so that += may change it
        for step in reversed(self.tape.steps):
            if step.name in adjoints:
                at = [*(self.primals.get(x, x) for x in step.operands), self.primals[step.name]]
                for x, partial in zip(step.operands, step.rule.partials, strict=True):
                    if isinstance(x, str):
                        self.contribute(adjoints, own, x, adjoints[step.name], partial(*at))
        return adjoints

    def contribute(self, adjoints, own, x, adjoint, slope):
        """The line that adds adjoint · slope to the adjoint of x."""
        sign = "-" if type(slope) is float and slope == -1.0 else ""
        is_one = sign or (type(slope) is float and slope == 1.0)
        contribution = adjoint if is_one else written(mul, adjoint, slope)
        shape, bar = contribution.shape, self.bar(x)
        if x not in adjoints:
            self.lines.append(f"{bar} = {sign}{contribution.text}")
        else:
            shape = broadcast(adjoints[x].shape, shape)
            if not shape or (x in own and adjoints[x].shape == shape):
                self.lines.append(f"{bar} {sign or '+'}= {contribution.text}")
            else:
                self.lines.append(f"{bar} = {bar} {sign or '+'} {contribution.text}")
        if x in adjoints or contribution is not adjoint or sign:
            own.add(x)
        adjoints[x] = self.name(bar, shape)

    def bar(self, x):
        return f"{self.primals[x].text}_bar"

    # NumPy takes much longer for array · float than for array · array. So a number that meets an
    # array is first made an array, one without dimensions.

    def as_array(self, x):
        x = as_text(x)
        if x.shape:
            return x
        if x.text.isidentifier():
            if x.text not in self.numbers:
                self.numbers[x.text] = f"{x.text}_"
                self.lines.append(f"{x.text}_ = np.array({x.text})")
            return Text(self.numbers[x.text])
        if re.fullmatch(r"-?[\d.e+-]+", x.text):
            return Text(self.constants.setdefault(x.text, f"constant{len(self.constants) + 1}_"))
        return x

    def function(self, name, returned):
        """The text of a function with all lines, after the imports and constants that it needs."""
        body = "\n    ".join(self.lines)
        called = [rule for rule in RULES if re.search(rf"(?<![.\w]){rule}\(", body)]
        head = [f"from helpers.rules import {', '.join(called)}"] * bool(called)
        head += ["from helpers.rules import arrays"] * ("arrays." in body)
        head += ["import numpy as np"] * bool(self.constants or re.search(r"\bnp\b|zero_", body))
        head += ["zero_ = np.array(0.0)"] * ("zero_" in body)
        head += [f"{constant} = np.array({x})" for x, constant in self.constants.items()]
        head += ["", ""] * bool(head)
        definition = f"def {name}({', '.join(self.parameters)}):"
        return "\n".join([*head, definition, f"    {body}", f"    return {returned}", ""])


def parameters(inputs):
    """A parameter for each input: its own name, where Python takes that and nothing else has it."""
    taken = {"np", "arrays", "abs", "float", *RULES}
    found = []
    for name in inputs:
        usable = name.isidentifier() and not keyword.iskeyword(name) and not name.endswith("_")
        if not usable or name in taken or name.endswith("_bar") or name.startswith("constant"):
            name = f"input{len(found) + 1}"
            while name in inputs:
                name += "x"
        found.append(name)
    return found
