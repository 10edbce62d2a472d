"""The program that `ModeRace` differentiates: a deep, narrow network with n inputs and m outputs.

All inputs meet in two units, three more layers of two units follow, and every output reads the last
two: that is the work they share. Each output also adds one of the inputs, past the network.
"""

from functools import cache
from typing import NamedTuple

from helpers.operations import count_reverse, count_tangent, count_values
from helpers.rules import tanh
from helpers.wengert import WengertList, trace

MOST = 8  # inputs, and outputs

INPUTS = (0.5, -0.3, 0.8, -0.6, 0.2, -0.9, 0.4, 0.7)
LAYERS = (
    ((0.6, 0.9, -0.5, 0.4, 0.8, 0.3, -0.7, 0.5), (-0.4, 0.7, 0.6, -0.8, 0.5, 0.9, 0.3, 0.6)),
    ((0.9, -0.7), (0.6, 1.1)),
    ((1.2, 0.5), (-0.8, 0.9)),
    ((0.7, -1.1), (1.0, 0.6)),
)
OUTPUTS = (
    *((0.9, 0.6), (-0.7, 1.2), (1.1, -0.4), (0.5, 0.8)),
    *((-1.2, 0.3), (0.8, -0.9), (0.4, 1.3), (1.3, 0.7)),
)


def network(*inputs):
    """The outputs {"y1": …, …, "y8": …} of one to eight inputs, numbers of any kind."""
    units = inputs
    for layer in LAYERS:
        units = [tanh(weighted(units, weights)) for weights in layer]
    return {
        f"y{j + 1}": weighted(units, weights) + inputs[j % len(inputs)]
        for j, weights in enumerate(OUTPUTS)
    }


def weighted(numbers, weights):
    """The sum of the numbers, each times its weight; weights without a number are left."""
    first, *others = (weight * x for weight, x in zip(weights, numbers, strict=False))
    for product in others:
        first = first + product
    return first


class Race(NamedTuple):
    """The network with n inputs, and what its sweeps cost; a list of eight is for m = 1 … 8."""

    tape: WengertList
    outputs: list  # the names of the steps y1 … y8
    values: list  # operations of the values, for each m
    tangents: list  # operations of each input's tangent sweep, (8, n), for each m
    reverses: list  # operations of each output's reverse sweep, (8,), whatever m is


@cache
def race(n):
    """The `Race` with n inputs."""
    inputs = {f"x{i + 1}": INPUTS[i] for i in range(n)}
    tape = trace(lambda **x: network(*x.values()), **inputs)
    outputs = list(tape.labels)
    first = [outputs[:m] for m in range(1, MOST + 1)]
    return Race(
        tape,
        outputs,
        [count_values(tape, some) for some in first],
        [[count_tangent(tape, x, outputs=some) for x in inputs] for some in first],
        [count_reverse(tape, output) for output in outputs],
    )
