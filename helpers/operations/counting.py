"""The counts of whole sweeps; the rule of counting stands in the package's docstring."""

from typing import NamedTuple

from helpers.operations.steps import cost, local_derivatives


class Operations(NamedTuple):
    """The number of operations in each sweep.

    >>> from helpers.wengert import trace
    >>> operations = count(trace(lambda w, x: (w * x - 1) ** 2, w=2.0, x=3.0))
    >>> operations.forward, operations.reverse, round(operations.ratio, 2)
    (3, 4, 1.33)
    """

    forward: int
    reverse: int

    @property
    def ratio(self):
        """Reverse over forward; 0 where nothing is computed at all."""
        return self.reverse / self.forward if self.forward else 0.0


class JacobianOperations(NamedTuple):
    """The number of operations for all entries of a Jacobian, the values among them.

    >>> from helpers.wengert import trace
    >>> tape = trace(lambda w, x: (w * x - 1) ** 2, w=2.0, x=3.0)
    >>> count_jacobian(tape, ["t3"]).forward_mode
    9
    """

    forward_mode: int
    reverse_mode: int


def count(tape):
    """The `Operations` of a Wengert list, by the rule above.

    >>> from helpers.wengert import trace
    >>> count(trace(lambda w, x: (w * x - 1) ** 2, w=2.0, x=3.0))
    Operations(forward=3, reverse=4)
    """
    return Operations(count_values(tape, [tape.output]), count_reverse(tape, tape.output))


def count_jacobian(tape, outputs):
    """The `JacobianOperations` for the derivatives of these steps with respect to all inputs.

    Forward mode takes a tangent sweep for each input, reverse mode a reverse sweep for each output.
    Raises ValueError for an output that is no step.

    >>> from helpers.wengert import trace
    >>> tape = trace(lambda w, x: (w * x - 1) ** 2, w=2.0, x=3.0)
    >>> count_jacobian(tape, ["t3"])
    JacobianOperations(forward_mode=9, reverse_mode=7)
    """
    outputs = [tape.operand(x, "output") for x in outputs]
    values = count_values(tape, outputs)
    return JacobianOperations(
        values + sum(count_tangent(tape, x, outputs=outputs) for x in tape.inputs),
        values + sum(count_reverse(tape, x) for x in outputs),
    )


def count_values(tape, outputs):
    """The operations of a forward sweep that computes these steps and what they need.

    >>> from helpers.wengert import trace
    >>> tape = trace(lambda w, x: (w * x - 1) ** 2, w=2.0, x=3.0)
    >>> count_values(tape, ["t2"])
    2
    """
    return sum(cost(step) for step in needed_steps(tape, outputs))


def count_reverse(tape, output):
    """The operations of one reverse sweep from this step, without those of the values.

    >>> from helpers.wengert import trace
    >>> tape = trace(lambda w, x: (w * x - 1) ** 2, w=2.0, x=3.0)
    >>> count_reverse(tape, "t3")
    4
    """
    total = 0
    reached = {output}  # what has an adjoint by now
    for step in reversed(needed_steps(tape, [output])):
        at_seed = step.name == output
        operations, slopes = local_derivatives(step, step.operands)
        total += operations
        for operand, slope in slopes:
            addition = operand in reached
            if slope == 1.0:
                total += addition
            elif slope == -1.0:
                total += addition or not at_seed
            else:
                total += (not at_seed) + addition
            reached.add(operand)
    return total


def count_tangent(tape, *inputs, outputs=None):
    """The operations of one tangent sweep seeded with 1 at these inputs, without the values.

    It goes as far as these outputs need: names of steps, by default the list's output.
    Raises ValueError for an unknown input.

    >>> from helpers.wengert import trace
    >>> tape = trace(lambda w, x: (w * x - 1) ** 2, w=2.0, x=3.0)
    >>> count_tangent(tape, "w")
    3
    """
    if unknown := [x for x in inputs if x not in tape.inputs]:
        raise ValueError(f"no input {unknown[0]!r}; the inputs are {', '.join(tape.inputs)}")
    total = 0
    carriers = set(inputs)  # what carries a tangent by now
    for step in needed_steps(tape, [tape.output] if outputs is None else outputs):
        carrying = [x for x in step.operands if x in carriers]
        if not carrying:
            continue
        operations, slopes = local_derivatives(step, carrying)
        additions = len(slopes) - 1
        total += operations + additions
        for operand, slope in slopes:
            free = operand in inputs or slope == 1.0 or (slope == -1.0 and additions)
            total += not free
        carriers.add(step.name)
    return total


def needed_steps(tape, outputs):
    """The steps that these outputs depend on, and the outputs' own, in their order.

    >>> from helpers.wengert import trace
    >>> tape = trace(lambda w, x: (w * x - 1) ** 2, w=2.0, x=3.0)
    >>> for step in needed_steps(tape, ["t2"]):
    ...     print(step)
    t1 = w × x
    t2 = t1 − 1
    """
    needed = set(outputs)
    steps = []
    for step in reversed(tape.steps):
        if step.name in needed:
            needed.update(step.operands)
            steps.append(step)
    return steps[::-1]
