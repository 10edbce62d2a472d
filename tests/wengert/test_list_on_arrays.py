"""The list on arrays."""

import numpy as np
import pytest

from helpers import rules
from helpers.rules import UndefinedError
from helpers.toy_network import Weights, loss
from helpers.wengert import trace

SHAPES = [
    ({"x": (), "y": (100,)}, (100,)),
    ({"x": (5, 1), "y": (7,)}, (5, 7)),
    ({"x": (5, 1), "y": (1, 7)}, (5, 7)),
    ({"x": (1,), "y": (4,)}, (4,)),
    ({"x": (1, 1), "y": ()}, (1, 1)),
    ({"x": (2, 3, 1), "y": (4,)}, (2, 3, 4)),
    ({"x": (3,), "y": (3,)}, (3,)),
    ({"x": (0,), "y": ()}, (0,)),
]


@pytest.mark.parametrize(("shapes", "expected"), SHAPES, ids=str)
def test_arrays_broadcast_and_gradients_have_the_shapes_of_their_inputs(shapes, expected):
    rng = np.random.default_rng(3)
    at = {name: rng.uniform(0.5, 2, shape) for name, shape in shapes.items()}
    tape = trace(lambda x, y: rules.sin(x * y) + y * y / x, x=1.0, y=1.0)
    values, gradient = tape.evaluate(**at), tape.gradient(**at)
    assert np.shape(values) == expected
    columns = dict(zip(at, np.broadcast_arrays(*at.values()), strict=True))
    places = list(np.ndindex(expected))
    slopes = [tape.gradient(**{k: float(v[i]) for k, v in columns.items()}) for i in places]
    for place in places:
        one = tape.evaluate(**{name: float(v[place]) for name, v in columns.items()})
        assert values[place] == pytest.approx(one, rel=1e-15)
    for name, shape in shapes.items():
        assert np.shape(gradient[name]) == shape
        total = np.zeros(expected)
        for place, slope in zip(places, slopes, strict=True):
            total[place] = slope[name]
        summed = np.zeros(shape)
        for place in places:
            own = tuple(
                0 if n == 1 else i
                for i, n in zip(place[len(place) - len(shape) :], shape, strict=True)
            )
            summed[own] += total[place]
        assert gradient[name] == pytest.approx(summed, rel=1e-13)


def test_an_unused_array_has_a_gradient_of_zeros_of_its_shape():
    tape = trace(lambda x, y: x * x, x=1.0, y=1.0)
    gradient = tape.gradient(x=np.ones(3), y=np.ones((5, 1)))
    assert gradient["y"].shape == (5, 1) and not gradient["y"].any()
    assert gradient["x"].tolist() == [2.0, 2.0, 2.0]


def test_a_gradient_belongs_to_whoever_asked_for_it():
    """It can be written to, and changing it changes nothing else."""
    tape = trace(lambda x, y: x + y, x=1.0, y=1.0)
    x = np.ones(3)
    gradient = tape.gradient(x=x, y=np.ones(3))
    gradient["x"][0] = 7.0
    assert gradient["y"].tolist() == x.tolist() == [1.0, 1.0, 1.0]


def test_lists_and_arrays_of_integers_count_as_arrays_of_floats():
    tape = trace(lambda x: x**-1, x=1.0)
    assert tape.evaluate(x=[1, 2, 4]).tolist() == [1.0, 0.5, 0.25]
    assert tape.evaluate(x=np.array([1, 2, 4])).tolist() == [1.0, 0.5, 0.25]


def test_an_array_divided_by_the_number_zero():
    tape = trace(lambda x, y: x / y, x=1.0, y=1.0)
    with pytest.raises(UndefinedError, match=r"step t1 = x / y: 1 / 0 is not defined at 3 of 3"):
        tape.evaluate(x=np.ones(3), y=0.0)


def test_arrays_that_do_not_fit_are_refused_with_the_step():
    tape = trace(lambda x, y: (x + 1) * y, x=1.0, y=1.0)
    with pytest.raises(ValueError, match=r"step t2 = t1 × y: .*broadcast"):
        tape.evaluate(x=np.ones(3), y=np.ones(4))


def test_overflow_on_arrays_is_infinite_and_silent():
    """Warnings are errors in this suite: none may come."""
    tape = trace(lambda x: rules.exp(x) ** 2 / (1 + rules.exp(x)) + rules.sigmoid(-x), x=1.0)
    for point in (1000.0, np.array([1000.0, 1.0])):
        tape.table(x=point)
        tape.gradient(x=point)
        tape.tangent_sweep(tape.forward_sweep(x=point), x=1.0)


def test_the_landscape_of_the_first_notebook():
    """The valley of best settings is the hyperbola w11 · w21 = 1.415."""

    def landscape(w11, w21):
        return loss(0.8, Weights(w11, 1.2, w21, 0.8), 1.9)

    tape = trace(landscape, w11=1.0, w21=1.0)
    w11 = np.linspace(0, 3.5, 201)[1:]
    assert tape.evaluate(w11=w11, w21=1.415 / w11) == pytest.approx(np.zeros(200), abs=1e-12)
    grid = tape.evaluate(w11=np.linspace(0, 3.5, 201), w21=np.linspace(-3.5, 3.5, 201)[:, None])
    assert grid.shape == (201, 201)
