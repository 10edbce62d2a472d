"""How a training step is tried: something to train, and what the Values show after each step."""

from collections.abc import Callable
from dataclasses import dataclass

from helpers.checks.feedback import Feedback, call
from helpers.checks.results import close
from helpers.checks.words import called, is_number, shown
from helpers.value import Value

STEPS = 3


@dataclass(frozen=True)
class Descent:
    """Something to train: a loss of the numbers in `start`, by name.

    `old` holds what is left in the gradients from before. As text it is the arguments of a step.
    """

    loss: Callable
    start: dict
    old: dict
    learning_rate: float

    def __repr__(self):
        return f"parameters, compute_loss, {self.learning_rate:g}"


class Parameters(list):
    """The list that a step is called with. In the report of an exception it is just named."""

    __slots__ = ()

    def __repr__(self):
        return "parameters"


def train(step, descent):
    """Call a training step several times: {words: loss or data}, or a `Feedback`.

    A second list of the parameters is kept, since a step may put something else into the first.
    """
    kept = [Value(x, label=name) for name, x in descent.start.items()]
    for parameter in kept:
        parameter.grad = descent.old.get(parameter.label, 0.0)
    parameters, computed, numbers = Parameters(kept), [], {}

    def compute_loss():
        computed.append(descent.loss(*kept))
        return computed[-1]

    for i in range(1, STEPS + 1):
        before = [parameter.data for parameter in kept]
        computed.clear()
        returned = _step_taken(step, descent, parameters, compute_loss)
        if isinstance(returned, Feedback):
            return returned
        if problem := _step_problem(parameters, kept, before, computed, descent.learning_rate):
            return Feedback("wrong", problem)
        numbers[f"the loss of step {i}"] = returned
        numbers |= {f"{parameter.label} after step {i}": parameter.data for parameter in kept}
    return numbers


def _step_taken(step, descent, parameters, compute_loss):
    """The loss that a step returns, or a `Feedback`."""
    returned = call(step, parameters, compute_loss, descent.learning_rate, expected=None)
    if isinstance(returned, Feedback):
        return returned
    if isinstance(returned, Value):
        return Feedback("wrong", "You return the loss as a Value. The plain number is its `data`.")
    if not is_number(returned):
        said = called(step, [descent])
        return Feedback("error", f"{said} returned {shown(returned)}, expected a number.")
    return returned


def _step_problem(parameters, kept, before, computed, rate):
    """What the Values themselves show after a step, or None; `before` is the data they had."""
    if len(parameters) != len(kept) or any(map(lambda a, b: a is not b, parameters, kept)):
        return (
            "The list holds other Values now, and the loss still uses the old ones. Leave the list "
            "as it is, and change the `data` of each parameter."
        )
    if not all(is_number(parameter.data) for parameter in kept):
        return "The `data` of a parameter is no number any more. Compute it from numbers only."
    if len(computed) > 2 * len(kept) + 1:
        return (
            f"`compute_loss()` is called {len(computed)} times. A step is made of one call; the "
            "loop over many steps stands outside of the function."
        )
    went_back = any(loss.grad for loss in computed)
    if [parameter.data for parameter in kept] != before:
        return _move_problem(kept, computed, went_back)
    if not went_back:
        return (
            "No parameter moves. Call `backward()` of the loss: it computes the gradients. (What "
            "sets them to zero stands before it, not after.)"
        )
    if all(close(parameter.data, -rate * parameter.grad) for parameter in kept):
        return "The numbers themselves are set to 0. It is `grad` that starts from 0.0, not `data`."
    if not any(parameter.grad for parameter in kept):
        return (
            "No parameter moves: their gradients are set to zero after `backward()`, before they "
            "are used. Do it before `backward()`."
        )
    return (
        "No parameter moves, though they have gradients. Change the `data` of each, after "
        "`backward()`: a new list, or a new value for the loop's variable, changes nothing outside."
    )


def _move_problem(kept, computed, went_back):
    """What is wrong with how the parameters were moved, or None."""
    if went_back:
        return None
    if len(computed) > 2:
        return (
            f"`compute_loss()` is called {len(computed)} times, and `backward()` of the loss not "
            "once. Differences are slow, and exact to a few digits only: one `backward()` computes "
            "all gradients."
        )
    if any(parameter.grad for parameter in kept):
        return (
            "`backward()` is not called on the loss, so `grad` holds something else. It begins at "
            "the loss, not at a parameter, and one call finds the gradients of all."
        )
    return None
