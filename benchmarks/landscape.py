"""The loss landscape of notebook 01: one list on broadcast arrays, against one call for each point.

The loop calls the toy network as one writes it in NumPy, a layer as an array. A second, without
target, writes every unit on its own: NumPy is then called for np.maximum only, which is faster
for a network of this size. And the list stands beside the best that NumPy does by hand for this one
landscape: on broadcast arrays, in place, with the numbers that do not vary folded into one.
"""

import numpy as np

from benchmarks.paired import paired_times
from benchmarks.table import Row
from helpers.toy_network import Weights, loss
from helpers.wengert import trace

X, TARGET, W12, W22 = 0.8, 1.9, 1.2, 0.8
W11 = np.linspace(0.0, 3.5, 201)
W21 = np.linspace(-3.5, 3.5, 201)


def loss_by_layer(w11, w21):
    """The toy network in NumPy, a layer as an array."""
    hidden = np.maximum(np.array([w11, W12]) * X, 0.0)
    return (np.array([w21, W22]) @ hidden - TARGET) ** 2


def loss_by_unit(w11, w21):
    """The toy network in NumPy, each unit on its own."""
    hidden1 = np.maximum(w11 * X, 0.0)
    hidden2 = np.maximum(W12 * X, 0.0)
    return (w21 * hidden1 + W22 * hidden2 - TARGET) ** 2


def by_hand():
    """The landscape, shape (201, 201), in three passes over its points."""
    hidden = np.maximum(W11[:, None] * X, 0.0)
    landscape = hidden * W21
    landscape += W22 * max(W12 * X, 0.0) - TARGET
    np.square(landscape, out=landscape)
    return landscape


def loop(loss):
    """The landscape, shape (201, 201), one call of `loss` for each point."""
    landscape = np.empty((len(W11), len(W21)))
    for i, w11 in enumerate(W11.tolist()):
        for j, w21 in enumerate(W21.tolist()):
            landscape[i, j] = loss(w11, w21)
    return landscape


def traced_loss(x, target, **weights):
    """The loss as a function that names its inputs."""
    return loss(x, Weights(**weights), target)


def rows(names, runs):
    """The landscape's rows; all three ways must agree to 1e-12."""
    tape = trace(traced_loss, w11=1.0, w12=W12, w21=1.0, w22=W22, x=X, target=TARGET)
    contenders = {
        "list": (lambda: tape.evaluate(w11=W11[:, None], w21=W21), 1000),
        "by hand": (by_hand, 1000),
        "by layer": (lambda: loop(loss_by_layer), 1),
        "by unit": (lambda: loop(loss_by_unit), 1),
    }
    landscape = loop(loss_by_layer)
    for name, (way, _) in contenders.items():
        np.testing.assert_allclose(way(), landscape, rtol=1e-12, atol=1e-12, err_msg=name)

    # As long as a process has freed no large block, glibc hands back freed memory at once, and a
    # list on 201 × 201 points spends most of its time on asking for it again. From the first large
    # block that is freed glibc keeps more, so one is freed here. Without it the ratios are several
    # times smaller.
    np.empty(4_000_000, dtype=np.uint8)

    times = paired_times(contenders, runs)
    what = f"one list: landscape, {len(W11)} × {len(W21)}"
    ratios = {way: times[way] / times["list"] for way in contenders}
    return [
        Row.timed("landscape", what, "NumPy at each point, by layer", ratios["by layer"], 1000),
        Row.timed("", what, "NumPy at each point, by unit", ratios["by unit"]),
        Row.timed("", what, "the best NumPy by hand: time", 1 / ratios["by hand"], at_most=1.25),
    ]
