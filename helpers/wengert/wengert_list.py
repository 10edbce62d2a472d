"""The Wengert list: a program written down as a list of primitive steps.

A list is data. It is recorded once: by hand, or from a program, as `wengert` does. Then it can be
run forward on numbers or on whole arrays, in reverse for the gradient, and, sent as JSON, in a
browser.

Source: R. E. Wengert, "A simple automatic derivative evaluation program", CACM 7 (1964) 463;
the names follow Griewank and Walther, *Evaluating Derivatives* (2nd ed., 2008), ch. 3.
"""

import math
import re
from collections.abc import Mapping

from helpers.rules import RULES, Rule, UndefinedError
from helpers.rules.arrays import quiet
from helpers.rules.floating import is_real
from helpers.wengert import compiled, plain_data
from helpers.wengert.arrays import has_nan, summed
from helpers.wengert.inputs import is_input_name, real_or_array
from helpers.wengert.step import Step
from helpers.wengert.straight_line import source
from helpers.wengert.table import SweepTable


class WengertList:
    """Steps t1, t2, …: each a primitive, applied to inputs, earlier steps and constants.

    `WengertList(w=2.0, x=1.0)` names the inputs and gives each the value to use when no other is
    passed. `output` is the name of the step that `evaluate` returns and `gradient` differentiates:
    the last one recorded, unless set. `labels` says what a step means, as in {"t2": "hidden1"}.

    >>> tape = WengertList(w=2.0, x=3.0)
    >>> tape.record("mul", "w", "x"), tape.record("power", "t1", 2.0)
    ('t1', 't2')
    >>> tape
    WengertList of w, x with 2 steps
    """

    def __init__(self, /, **inputs):
        for name in inputs:
            if not is_input_name(name):
                raise ValueError(f"no input can be called {name!r}: t1, t2, … are the steps")
        self.constants = {}  # each under itself, so that operands can be looked up alike
        self.inputs = {name: real_or_array(name, x) for name, x in inputs.items()}
        self.inputs = self._start({})  # with arrays of its own
        self.steps = []
        self.output = None
        self.labels = {}
        self.programs = {}  # what it was compiled into: see `compiled`

    def record(self, rule, *operands):
        """Append one step and return its name.

        `rule` is a rule or the name of one. Each operand is the name of an input or of an earlier
        step, or a number. Raises ValueError, with the step's name, for anything else.

        >>> tape = WengertList(x=3.0)
        >>> tape.record("mul", "x", 2.0), tape.record("exp", "t1")
        ('t1', 't2')
        """
        name = f"t{len(self.steps) + 1}"
        known = RULES.get(rule) if isinstance(rule, str) else rule
        if not isinstance(known, Rule):
            raise ValueError(f"step {name}: no rule {rule!r}; the rules are {', '.join(RULES)}")
        if len(operands) != known.arity:
            raise ValueError(
                f"step {name}: '{known.name}' takes {known.arity} operands, "
                f"got {len(operands)}: {operands}"
            )
        self.steps.append(Step(name, known, tuple(self.operand(x, name) for x in operands)))
        self.output = name
        return name

    def operand(self, x, step):
        """x as an operand of the step of this name: a name or a float. Raises ValueError."""
        if is_real(x) and _is_finite(x):
            return self.constants.setdefault(float(x), float(x))
        if isinstance(x, str) and (x in self.inputs or self._is_step(x)):
            return x
        raise ValueError(
            f"step {step}: {x!r:.60} is neither an input ({', '.join(self.inputs)}) "
            "nor an earlier step nor a finite number"
        )

    def _is_step(self, name):
        return re.fullmatch(r"t[1-9]\d{0,8}", name) and int(name[1:]) <= len(self.steps)

    def _refuse_unknown(self, names):
        if unknown := [name for name in names if name not in self.inputs]:
            raise ValueError(f"no input {min(unknown)!r}; the inputs are {', '.join(self.inputs)}")

    # The sweeps.

    def forward_sweep(self, /, **inputs):
        """Every primal by name, in the order in which they are computed: {name: value}.

        An input may be a number or an array; arrays broadcast as in NumPy. Inputs not given keep
        the list's own values. A constant stands in the result under itself. Raises ValueError for
        an unknown input, UndefinedError, with the step, where a step has no value.

        >>> trace(lambda w, x: w * x + 1, w=2.0, x=3.0).forward_sweep(w=5.0)
        {'w': 5.0, 'x': 3.0, 1.0: 1.0, 't1': 15.0, 't2': 16.0}
        """
        primals = self._start(inputs)
        for _ in self._run(primals):
            pass
        return primals

    def _values(self, inputs):
        """All inputs by name: those given, and the list's own for the others."""
        values = self.inputs | inputs
        if len(values) > len(self.inputs):
            self._refuse_unknown(inputs)
        for name, x in inputs.items():
            if type(x) is not float:
                values[name] = real_or_array(name, x)
        return values

    def _start(self, inputs):
        """Where a sweep begins: inputs and constants. Arrays are copied: a sweep keeps its own."""
        values = self._values(inputs)
        return {x: v if type(v) is float else v.copy() for x, v in values.items()} | self.constants

    def _run(self, primals):
        """Compute one step after the other into `primals`, and yield each when it is done."""
        with quiet():
            for step in self.steps:
                primals[step.name] = step.value([primals[x] for x in step.operands])
                yield step

    def reverse_sweep(self, primals, seed=1.0):
        """Every adjoint by name: {name: derivative of the output with respect to it}.

        `primals` is what `forward_sweep` returned, `seed` the adjoint of the output, or {name:
        adjoint} for several outputs at once, a vector-Jacobian product. With arrays, each element
        is swept by itself; an adjoint that is the same for all stays a number. What no output
        depends on has the adjoint 0. Raises ValueError for a seed at an unknown name.

        >>> tape = trace(lambda w, x: w * x + 1, w=2.0, x=3.0)
        >>> tape.reverse_sweep(tape.forward_sweep())
        {'w': 3.0, 'x': 2.0, 't1': 1.0, 't2': 1.0}
        """
        if not isinstance(seed, Mapping):
            seed = {self.output: seed}
        elif unknown := seed.keys() - primals.keys():
            raise ValueError(f"a seed for {min(unknown)!r}, which is neither an input nor a step")
        adjoints = dict(seed)
        for _ in self._run_back(primals, adjoints):
            pass
        return {name: adjoints.get(name, 0.0) for name in primals if type(name) is str}

    def _run_back(self, primals, adjoints):
        """Let each step, from the last to the first, hand its adjoint on; yield it when it has."""
        with quiet():
            for step in reversed(self.steps):
                name, _, operands = step
                if name in adjoints:
                    adjoint, at = adjoints[name], [*map(primals.get, operands), primals[name]]
                    for i, operand in enumerate(operands):
                        if type(operand) is str:
                            slope = step.slope(i, at, adjoint)
                            is_one = type(slope) is float and slope == 1.0  # as in every sum
                            contribution = adjoint if is_one else adjoint * slope
                            if operand in adjoints:
                                contribution = adjoints[operand] + contribution
                            adjoints[operand] = contribution
                yield step

    def tangent_sweep(self, primals, /, **directions):
        """Forward mode: every tangent by name, for a given tangent of each input (0 if not given).

        The tangent of the output is the derivative along that direction, a Jacobian-vector product.
        Raises ValueError for an unknown input.

        >>> tape = trace(lambda w, x: w * x + 1, w=2.0, x=3.0)
        >>> tape.tangent_sweep(tape.forward_sweep(), w=1.0)
        {'w': 1.0, 'x': 0.0, 't1': 3.0, 't2': 3.0}
        """
        self._refuse_unknown(directions)
        tangents = dict.fromkeys(self.inputs, 0.0) | directions
        with quiet():
            for step in self.steps:
                at = [*map(primals.get, step.operands), primals[step.name]]
                tangents[step.name] = sum(
                    step.slope(i, at, tangents[operand]) * tangents[operand]
                    for i, operand in enumerate(step.operands)
                    if type(operand) is str
                )
        return tangents

    # What the sweeps are for.

    def values(self, /, **inputs):
        """The values of the steps by name, {"t1": …, "t2": …}, for the given inputs.

        >>> trace(lambda w, x: w * x + 1, w=2.0, x=3.0).values(x=4.0)
        {'t1': 8.0, 't2': 9.0}
        """
        primals = self.forward_sweep(**inputs)
        return {step.name: primals[step.name] for step in self.steps}

    def evaluate(self, /, **inputs):
        """The output for the given inputs: a float, or an array of their broadcast shape.

        >>> tape = trace(lambda w, x: w * x + 1, w=2.0, x=3.0)
        >>> tape.evaluate(), tape.evaluate(x=[0.0, 1.0, 2.0])
        (7.0, array([1., 3., 5.]))
        """
        values = self._values(inputs)
        found = compiled.run(self, "value", values)
        if found is not None:
            return found
        primals = values | self.constants
        last_use = {x: step.name for step in self.steps for x in step.operands}
        for step in self._run(primals):
            for x in step.operands:  # large arrays: keep only what is still needed
                if last_use[x] == step.name and x != self.output:
                    primals.pop(x, None)
        return primals.get(self.output, self.output)

    def gradient(self, /, **inputs):
        """The derivative of the output with respect to each input, {name: float or array}.

        Where inputs are arrays, this is the gradient of the sum of the outputs, and the derivative
        for an input has that input's shape.

        >>> trace(lambda w, x: w * x + 1, w=2.0, x=3.0).gradient()
        {'w': 3.0, 'x': 2.0}
        """
        return self.value_and_gradient(**inputs)[1]

    def value_and_gradient(self, /, **inputs):
        """The output and the `gradient`, from one forward and one reverse sweep.

        >>> trace(lambda w, x: w * x + 1, w=2.0, x=3.0).value_and_gradient()
        (7.0, {'w': 3.0, 'x': 2.0})
        """
        values = self._values(inputs)
        if found := compiled.run(self, "value_and_gradient", values):
            output, adjoints = found
            gradient = summed(adjoints, values, output)
            if not has_nan(gradient):  # a sweep does not multiply by 0, where inf would give NaN
                return output, gradient
        primals = values | self.constants
        for _ in self._run(primals):
            pass
        output, adjoints = primals.get(self.output, self.output), self.reverse_sweep(primals)
        return output, summed({name: adjoints[name] for name in self.inputs}, values, output)

    def source(self):
        """The list and its reverse sweep as a program: the text of a function.

        It takes a number for each input, and gives the output and the gradient, to the last digit
        as the sweeps do.

        >>> print(trace(lambda w, x: w * x + w, w=2.0, x=3.0).source())
        def value_and_gradient(w, x):
            # forward sweep
            t1 = w * x
            t2 = t1 + w
            # reverse sweep
            t2_bar = 1.0
            t1_bar = t2_bar
            w_bar = t2_bar
            w_bar += t1_bar * x
            x_bar = t1_bar * w
            return t2, {'w': w_bar, 'x': x_bar}
        <BLANKLINE>
        """
        return source(self)

    def table(self, digits=6, /, **inputs):
        """Both sweeps as a table that shows itself in a terminal, as HTML and as LaTeX.

        Where a value or a slope is not defined the table ends, and says why.

        >>> trace(lambda w, x: w * x, w=2.0, x=3.0).table()
        step  computes  value  local derivatives       adjoint
        w     input     2                              3
        x     input     3                              2
        t1    w × x     6      ∂t1/∂w = 3, ∂t1/∂x = 2  1
        """
        return SweepTable(self, *self.both_sweeps(**inputs), digits)

    def both_sweeps(self, /, **inputs):
        """Both sweeps as far as they go: (primals, adjoints, error).

        Where a value or a slope is not defined they stop. What they did not come to is then not
        there, and `error` is the UndefinedError, which is None otherwise.

        >>> primals, adjoints, error = trace(lambda x: 1 / x, x=0.0).both_sweeps()
        >>> primals, adjoints
        ({'x': 0.0, 1.0: 1.0}, {})
        >>> print(error)
        step t1 = 1 / x: 1 / 0 is not defined: 'div' takes a divisor that is not 0
        """
        primals, adjoints = self._start(inputs), {self.output: 1.0}
        waiting = len(self.steps)
        try:
            for _ in self._run(primals):
                pass
        except UndefinedError as error:
            return primals, {}, error
        try:
            for _ in self._run_back(primals, adjoints):
                waiting -= 1
        except UndefinedError as error:  # all later steps have handed on theirs
            complete = {step.name for step in self.steps[waiting - 1 :]}
            return primals, {x: adjoints.get(x, 0.0) for x in complete}, error
        return primals, {x: adjoints.get(x, 0.0) for x in primals}, None

    def __getstate__(self):
        return self.__dict__ | {"programs": {}}  # for copies: functions can't be pickled

    def _repr_html_(self):
        return self.table()._repr_html_()

    def __repr__(self):
        return f"WengertList of {', '.join(self.inputs)} with {len(self.steps)} steps"

    def to_dict(self):
        """The list as plain data for JSON; see `plain_data`.

        >>> trace(lambda w, x: w * x, w=2.0, x=3.0).to_dict()["steps"]
        [['mul', 'w', 'x']]
        """
        return plain_data.to_dict(self)

    @classmethod
    def from_dict(cls, data):
        """The list that `to_dict` wrote. Raises ValueError, with the step, for a malformed one.

        >>> tape = trace(lambda w, x: w * x, w=2.0, x=3.0)
        >>> WengertList.from_dict(tape.to_dict()).evaluate()
        6.0
        """
        return plain_data.from_dict(cls, data)


def _is_finite(x):
    try:
        return math.isfinite(x)
    except OverflowError:  # a whole number that no float can hold
        return False
