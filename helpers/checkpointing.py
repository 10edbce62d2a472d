"""Checkpointing: a reverse sweep over a chain of steps that does not keep every state.

The reverse sweep needs the states of the forward sweep from the last to the first. Whoever keeps
them all needs much memory; whoever keeps only some, the checkpoints, runs the steps between them
again. A plan says what is kept, and when.

A plan is data, a list of moves over the states x0, x1, …, where step i leads from state i to i + 1:

    ("keep", i)       the present state, which is i, becomes a checkpoint
    ("run", i)        step i, from the present state to the next
    ("reverse", i)    the adjoint goes back through step i, which needs the present state, i
    ("load", i)       a checkpoint becomes the present state
    ("drop", i)       a checkpoint is given up

Source: A. Griewank, "Achieving logarithmic growth of temporal and spatial complexity in reverse
automatic differentiation", Optimization Methods and Software 1 (1992) 35; A. Griewank and
A. Walther, "Algorithm 799: revolve", ACM Trans. Math. Software 26 (2000) 19.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import comb

from helpers.rules.floating import is_real
from helpers.value import Value


@dataclass(frozen=True)
class Cost:
    """What a plan takes.

    kept      states that are kept at the same time, at most
    runs      steps that are run forward, those of the first sweep among them
    repeats   how often one step is run forward, at most
    """

    kept: int
    runs: int
    repeats: int


def cost(plan):
    """What a plan takes, counted from its moves.

    >>> cost(keep_all(1000))
    Cost(kept=1000, runs=999, repeats=1)
    """
    kept = most = 0
    for move, _ in plan:
        kept += (move == "keep") - (move == "drop")
        most = max(most, kept)
    runs = Counter(i for move, i in plan if move == "run")
    return Cost(most, runs.total(), max(runs.values(), default=0))


# ------------------------------------------------------------------ plans


def keep_all(length):
    """The plan for a chain of so many steps that keeps each state. Raises as all plans do:
    ValueError for less than one step, TypeError for what is no whole number.
    """
    _whole(length, "length")
    return _segment(0, length)


def even(length, every):
    """The plan that keeps each so many-th state, and from the last segment to the first runs what
    lies between once more, keeping all of it.

    >>> cost(even(1000, every=36)).kept <= 64
    True
    """
    _whole(length, "length")
    _whole(every, "every")
    starts = [*range(0, length, every), length]
    plan = []
    for start, end in pairwise(starts[:-1]):
        plan += [("keep", start), *_runs(start, end)]
    for start, end in reversed([*pairwise(starts)]):
        if end < length:
            plan.append(("load", start))
        plan += _segment(start, end, is_kept=end < length)
    return plan


def binomial(length, checkpoints):
    """The plan with the fewest runs for so many checkpoints, the first state among them.

    With c checkpoints, and each step run forward r times at most, the longest chain has
    `longest_chain(c, r)` steps.

    >>> cost(binomial(1001, checkpoints=10))
    Cost(kept=10, runs=3640, repeats=4)
    """
    _whole(length, "length")
    _whole(checkpoints, "checkpoints")
    plan = [("keep", 0)]
    _binomial(plan, 0, length, checkpoints)
    return [*plan, ("drop", 0)]


def longest_chain(checkpoints, repeats):
    """The steps of the longest chain that so many checkpoints can reverse, with each step run
    forward so many times at most: C(c + r, c).

    >>> longest_chain(10, 4)
    1001
    """
    return comb(checkpoints + repeats, checkpoints)


def _binomial(plan, start, end, checkpoints):
    """Reverse the steps from `start`, the present state and a checkpoint, to `end`."""
    while end - start > 1:
        middle = start + _split(end - start, checkpoints)
        plan += _runs(start, middle)
        if end - middle > 1:
            plan.append(("keep", middle))
            _binomial(plan, middle, end, checkpoints - 1)
            plan.append(("drop", middle))
        else:
            plan.append(("reverse", middle))
        plan.append(("load", start))
        end = middle
    plan.append(("reverse", start))


def _split(length, checkpoints):
    """How many steps to run before the next checkpoint. Each part stays within what it can take:
    the first with one repeat less, since its steps have just been run, the second with one
    checkpoint less.
    """
    repeats = 1
    while longest_chain(checkpoints, repeats) < length:
        repeats += 1
    first = longest_chain(checkpoints, repeats - 1)
    second_at_least = longest_chain(checkpoints - 1, repeats - 1)
    return max(1, min(first, length - second_at_least))


def _segment(start, end, is_kept=False):
    """Run from the present state `start` to the last before `end`, keep all, and reverse."""
    forward = [] if is_kept else [("keep", start)]
    for i in range(start, end - 1):
        forward += [("run", i), ("keep", i + 1)]
    back = [("reverse", end - 1), ("drop", end - 1)]
    for i in range(end - 2, start - 1, -1):
        back += [("load", i), ("reverse", i), ("drop", i)]
    return forward + back


def _runs(start, end):
    return [("run", i) for i in range(start, end)]


def _whole(x, name):
    if not isinstance(x, int) or isinstance(x, bool):
        raise TypeError(f"{name} is a whole number, got {x!r:.60} ({type(x).__name__})")
    if x < 1:
        raise ValueError(f"{name} is at least 1, got {x}")


# ------------------------------------------------------------------ carrying a plan out


def gradient(step, start, plan):
    """The derivatives of the last state with respect to the first, by a plan.

    `step` leads from a state to the next, on `Value`s too. A state is a number, and so is then the
    derivative; or a list of numbers, and the derivatives are those of the last state's first
    number, a list. Whatever the plan, the same operations are done with the same numbers, so the
    result is the same to the last digit. Raises ValueError for a plan that uses a state which is
    not there.

    >>> gradient(lambda x: x * x, 3.0, even(2, every=1))
    108.0
    """
    present, adjoint, kept = (0, start), None, {}
    for move, i in plan:
        place, state = present
        if move == "load":
            if i not in kept:
                raise ValueError(f"the plan loads state {i}, which is not kept")
            present = (i, kept[i])
        elif move == "drop":
            kept.pop(i, None)
        elif place != i:
            raise ValueError(
                f"the plan has {move!r} for state {i}, while the present one is {place}"
            )
        elif move == "keep":
            kept[i] = state
        elif move == "run":
            present = (i + 1, step(state))
        else:
            adjoint = _pulled_back(step, state, adjoint)
    return adjoint


def _pulled_back(step, state, adjoint):
    """The adjoint of a state from that of the next, None at the end of the chain."""
    numbers = [state] if is_real(state) else state
    leaves = [Value(x) for x in numbers]
    reached = step(leaves[0] if is_real(state) else leaves)
    outputs = [reached] if isinstance(reached, Value) else reached
    seeds = [adjoint] if is_real(adjoint) else adjoint or [1.0] + [0.0] * (len(outputs) - 1)
    weighted = sum(seed * y for seed, y in zip(seeds, outputs, strict=True))
    weighted.backward()
    slopes = [leaf.grad for leaf in leaves]
    return slopes[0] if is_real(state) else slopes
