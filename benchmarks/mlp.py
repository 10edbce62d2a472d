"""micrograd's demo: the loss of a 2-16-16-1 network on 100 points, and its gradient.

The program is the same for every engine: micrograd's own `nn.MLP`, untouched, with the numbers in
it exchanged, and the loss of micrograd's demo notebook. A step is forward and backward. There is no
update, so every step of every engine meets the same weights.
"""

import numpy as np
from micrograd import engine
from micrograd.nn import MLP

from benchmarks.paired import paired_times
from benchmarks.table import Row
from helpers.value import Value
from helpers.wengert import trace

POINTS = 100
STEPS = {"micrograd": 3, "value": 3, "list": 50, "sweeps": 50}  # steps in a block


def moons(rng):
    """Two interleaved half circles with noise: points (POINTS, 2), labels −1 and 1 (POINTS,)."""
    labels = np.repeat([-1.0, 1.0], POINTS // 2)
    angles = rng.uniform(0.0, np.pi, POINTS)
    centres = np.where(labels[:, None] < 0, [0.0, 0.0], [1.0, 0.5])
    points = centres - labels[:, None] * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return points + rng.normal(scale=0.1, size=points.shape), labels


def network(numbers):
    """micrograd's MLP with these 337 numbers as weights and biases."""
    mlp, numbers = MLP(2, [16, 16, 1]), iter(numbers)
    for layer in mlp.layers:
        for neuron in layer.neurons:
            neuron.w = [next(numbers) for _ in neuron.w]
            neuron.b = next(numbers)
    return mlp


def hinge(score, label):
    """The demo's loss of one point."""
    return (1 + -label * score).relu()


def penalty(mlp):
    """The demo's L2 regularisation."""
    return 1e-4 * sum(p * p for p in mlp.parameters())


def scalar_step(number, weights, points, labels):
    """A step with micrograd's Value or with ours; it returns (loss, gradient)."""
    mlp = network(map(number, weights))
    parameters = mlp.parameters()

    def step():
        mlp.zero_grad()
        inputs = [list(map(number, point)) for point in points]
        losses = [hinge(mlp(x), y) for x, y in zip(inputs, labels, strict=True)]
        loss = sum(losses) * (1.0 / len(losses)) + penalty(mlp)
        loss.backward()
        return loss.data, [p.grad for p in parameters]

    return step


def list_steps(weights, points, labels):
    """A step with a list, traced once, here, and not timed, and the same with its sweeps, which
    look up what they do step by step. Each returns (loss, gradient).

    The list is the loss of one point. Replayed on arrays it gives all points at once, each with the
    whole penalty, so that the mean over the points is the demo's loss.
    """
    weights = {f"p{i}": w for i, w in enumerate(weights)}

    def loss_of_point(x1, x2, y, **numbers):
        mlp = network(numbers.values())
        return hinge(mlp([x1, x2]), y) + penalty(mlp)

    tape = trace(loss_of_point, x1=0.0, x2=0.0, y=1.0, **weights)
    x1, x2 = np.array(points).T.copy()
    y = np.array(labels)

    def step():
        losses, gradient = tape.value_and_gradient(x1=x1, x2=x2, y=y, **weights)
        return losses.mean(), np.array([gradient[name] for name in weights]) / len(y)

    def swept_step():
        primals = tape.forward_sweep(x1=x1, x2=x2, y=y, **weights)
        adjoints = tape.reverse_sweep(primals, seed=1 / len(y))
        gradient = np.array([adjoints[name] for name in weights]).sum(axis=1)
        return primals[tape.output].mean(), gradient

    return {"list": step, "sweeps": swept_step}


def rows(names, runs):
    """The rows called `names`, measured together; every engine must agree to 1e-9."""
    rng = np.random.default_rng(0)
    points, labels = (array.tolist() for array in moons(rng))
    weights = rng.uniform(-1.0, 1.0, 337).tolist()
    steps = {
        "micrograd": scalar_step(engine.Value, weights, points, labels),
        "value": scalar_step(Value, weights, points, labels),
        **list_steps(weights, points, labels),
    }
    loss, gradient = steps["micrograd"]()
    wanted = ["micrograd", *names, *["sweeps"] * ("list" in names)]
    for name in wanted:
        for _ in range(2):  # a list is compiled when it is run again
            got_loss, got_gradient = steps[name]()
        np.testing.assert_allclose(got_loss, loss, rtol=1e-9, atol=1e-9, err_msg=name)
        np.testing.assert_allclose(got_gradient, gradient, rtol=1e-9, atol=1e-9, err_msg=name)
    times = paired_times({name: (steps[name], STEPS[name]) for name in wanted}, runs)
    found = []
    if "value" in names:
        what, ratios = "Value: MLP demo loss and gradient", times["micrograd"] / times["value"]
        found.append(Row.timed("value", what, "micrograd", ratios, 8))
    if "list" in names:
        what = f"one list over {POINTS} points: the same"
        found += [
            Row.timed("list", what, "micrograd", times["micrograd"] / times["list"], 300),
            Row.timed("", what, "the list's sweeps", times["sweeps"] / times["list"], 1.4),
        ]
    return found
