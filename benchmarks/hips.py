"""The demo's loss as a scalar program, in `Value` and in HIPS autograd: the same Python function.

autograd is made for arrays, and takes seconds for a loss of many numbers. So there are fewer points
than in `mlp`, and fewer runs.
"""

from itertools import islice

import numpy as np
from autograd import value_and_grad

from benchmarks.mlp import moons
from benchmarks.paired import paired_times
from benchmarks.table import Row
from helpers.value import Value

POINTS = 10
MOST_RUNS = 7
LAYERS = (2, 16, 16, 1)


def relu(x):
    return x if x > 0 else 0.0


def layer(inputs, outputs, numbers, activation):
    """The outputs of one layer, which takes its biases and weights from an iterator."""
    sums = [sum((x * next(numbers) for x in inputs), next(numbers)) for _ in range(outputs)]
    return [*map(activation, sums)]


def demo_loss(weights, points, labels):
    """Hinge loss of the network on all points, and the penalty; all of it on single numbers."""
    total = 0.0
    for point, label in zip(points, labels, strict=True):
        numbers, values = iter(weights), point
        for outputs in LAYERS[1:]:
            activation = relu if outputs > 1 else lambda x: x
            values = layer(values, outputs, numbers, activation)
        total = total + relu(1.0 - label * values[0])
    return total * (1.0 / len(points)) + 1e-4 * sum(w * w for w in weights)


def rows(names, runs):
    """One row: both must agree to 1e-9."""
    rng = np.random.default_rng(0)
    points, labels = (list(islice(array.tolist()[::10], POINTS)) for array in moons(rng))
    weights = rng.uniform(-1.0, 1.0, 337).tolist()
    by_autograd = value_and_grad(demo_loss)

    def step_of_values():
        parameters = [*map(Value, weights)]
        loss = demo_loss(parameters, points, labels)
        loss.backward()
        return loss.data, [p.grad for p in parameters]

    def step_of_autograd():
        return by_autograd(weights, points, labels)

    for got, expected in zip(step_of_values(), step_of_autograd(), strict=True):
        np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-9)
    times = paired_times(
        {"value": (step_of_values, 10), "autograd": (step_of_autograd, 1)}, min(runs, MOST_RUNS)
    )
    what = f"Value: MLP demo loss and gradient, {POINTS} points"
    ratios = times["autograd"] / times["value"]
    return [Row.timed("autograd", what, "HIPS autograd", ratios, 50)]
