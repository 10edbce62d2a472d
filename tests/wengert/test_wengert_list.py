"""The list: recorded, swept, copied, shown as text."""

import copy
import math
import pickle

import numpy as np
import pytest

from helpers.rules import UndefinedError
from helpers.wengert import WengertList, trace
from tests.catalogue import CATALOGUE
from tests.neuron import POINT, neuron, neuron_by_hand
from tests.oracles import NEURON, NEURON_ADJOINTS

# Recording and sweeping.


def test_by_hand_and_traced_are_the_same_list():
    assert trace(neuron, **POINT).to_dict() == neuron_by_hand().to_dict()


def test_the_neuron():
    tape = neuron_by_hand()
    values, gradient = tape.values(), tape.gradient()
    assert list(values) == [f"t{i}" for i in range(1, 9)]
    assert list(values.values()) == pytest.approx(NEURON, abs=5e-10)
    adjoints = tape.reverse_sweep(tape.forward_sweep())
    assert [adjoints[name] for name in values] == pytest.approx(NEURON_ADJOINTS, abs=5e-10)
    expected = {"w": -1.914915622, "b": -1.914915622, "x": -3.829831243, "t": 18.238405844}
    assert gradient == pytest.approx(expected, abs=5e-10)
    assert all(type(x) is float for x in (*values.values(), *gradient.values(), tape.evaluate()))


def test_other_inputs_than_its_own():
    tape = neuron_by_hand()
    assert tape.evaluate(t=1.0) == neuron(2.0, 0.0, 1.0, 1.0)
    assert tape.evaluate(w=3, b=-1) == neuron(3.0, -1.0, 1.0, 10.0)
    assert tape.evaluate() == neuron(**POINT), "the list's own values are kept"


@pytest.mark.parametrize("sweep", ["evaluate", "gradient", "values", "forward_sweep", "table"])
def test_an_unknown_input_is_refused(sweep):
    with pytest.raises(ValueError, match="no input 'v'; the inputs are w, b, x, t"):
        getattr(neuron_by_hand(), sweep)(v=1.0)


def test_an_unknown_direction_is_refused():
    tape = neuron_by_hand()
    with pytest.raises(ValueError, match="no input 'v'; the inputs are w, b, x, t"):
        tape.tangent_sweep(tape.forward_sweep(), v=1.0)


def test_a_tangent_sweep_along_any_direction_is_the_gradient_times_it():
    tape, direction = neuron_by_hand(), {"w": 0.5, "x": -2.0, "t": 0.25}
    tangents = tape.tangent_sweep(tape.forward_sweep(), **direction)
    gradient = tape.gradient()
    expected = sum(gradient[name] * d for name, d in direction.items())
    assert tangents[tape.output] == pytest.approx(expected, rel=1e-14)
    assert tangents["b"] == 0.0 and tangents["t1"] == 0.5 * 1.0 + 2.0 * -2.0


def test_the_seed_is_the_adjoint_of_the_output():
    tape = neuron_by_hand()
    primals = tape.forward_sweep()
    one, three = tape.reverse_sweep(primals), tape.reverse_sweep(primals, seed=3.0)
    assert three["t8"] == 3.0 and three["w"] == pytest.approx(3 * one["w"], rel=1e-15)


@pytest.mark.parametrize("entry", [e for e in CATALOGUE if not e.branches], ids=lambda e: e.name)
def test_the_adjoints_of_several_outputs_at_once(entry):
    """⟨J v, u⟩ = ⟨v, Jᵀ u⟩: the tangent sweep knows nothing of the reverse sweep."""
    tape = trace(entry.function, **entry.at(entry.points[0]))
    primals, rng = tape.forward_sweep(), np.random.default_rng(5)
    direction = {name: float(rng.normal()) for name in tape.inputs}
    seed = {name: float(rng.normal()) for name in (*tape.inputs, *tape.values())}
    tangents = tape.tangent_sweep(primals, **direction)
    adjoints = tape.reverse_sweep(primals, seed)
    both = [[tangents[name] * u for name, u in seed.items()]]
    both += [[adjoints[name] * v for name, v in direction.items()]]
    size = sum(abs(x) for products in both for x in products)
    assert sum(both[0]) == pytest.approx(sum(both[1]), abs=1e-13 * size)


def test_a_seed_by_name_is_not_changed_and_need_not_hold_the_output():
    tape, seed = neuron_by_hand(), {"t2": 3.0, "w": 1.0}
    adjoints = tape.reverse_sweep(tape.forward_sweep(), seed)
    assert seed == {"t2": 3.0, "w": 1.0}
    assert adjoints["t8"] == 0.0 and adjoints["t2"] == 3.0
    assert (adjoints["w"], adjoints["x"], adjoints["b"]) == (1.0 + 3.0, 6.0, 3.0)
    primals = tape.forward_sweep()
    assert tape.reverse_sweep(primals, {"t8": 2.0}) == tape.reverse_sweep(primals, 2.0)
    assert not any(tape.reverse_sweep(primals, {}).values())


def test_a_seed_at_an_unknown_name_is_refused():
    tape = neuron_by_hand()
    with pytest.raises(ValueError, match="a seed for 't9', which is neither an input nor a step"):
        tape.reverse_sweep(tape.forward_sweep(), {"t8": 1.0, "t9": 1.0})


def test_any_step_can_be_the_output():
    tape = neuron_by_hand()
    tape.output = "t2"
    assert tape.evaluate() == 2.0
    assert tape.gradient() == {"w": 1.0, "b": 1.0, "x": 2.0, "t": 0.0}
    adjoints = tape.reverse_sweep(tape.forward_sweep())
    assert adjoints["t8"] == 0.0 and adjoints["t3"] == 0.0


def test_a_step_without_a_value_is_named():
    tape = neuron_by_hand()
    tape.record("log", "t7")
    with pytest.raises(
        UndefinedError, match=r"step t9 = log\(t7\): log\(-9\.1192\) is not defined"
    ):
        tape.evaluate()


def test_equal_constants_stay_constants():
    """A constant has no adjoint, and no place among the adjoints."""
    tape = trace(lambda x: 2 * x + 2, x=3.0)
    primals = tape.forward_sweep()
    assert primals[2.0] == 2.0
    assert set(tape.reverse_sweep(primals)) == {"x", "t1", "t2"}


def test_what_it_looks_like():
    tape = neuron_by_hand()
    assert repr(tape) == "WengertList of w, b, x, t with 8 steps"
    shown = ["t1 = w × x", "t2 = t1 + b", "t3 = −t2", "t4 = exp(t3)", "t5 = 1 + t4"]
    shown += ["t6 = 1 / t5", "t7 = t6 − t", "t8 = t7 ** 2"]
    assert [str(step) for step in tape.steps] == shown


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (("cosh", "w"), "step t9: no rule 'cosh'; the rules are add, sub"),
        ((math.exp, "w"), "step t9: no rule"),
        (("exp", "w", "b"), "step t9: 'exp' takes 1 operands, got 2"),
        (("add", "w"), "step t9: 'add' takes 2 operands, got 1"),
        (("add",), "step t9: 'add' takes 2 operands, got 0"),
        (("exp", "t9"), "step t9: 't9' is neither an input"),
        (("exp", "t0"), "step t9: 't0' is neither an input"),
        (("exp", "t01"), "step t9: 't01' is neither an input"),
        (("exp", "v"), r"step t9: 'v' is neither an input \(w, b, x, t\) nor an earlier step"),
        (("exp", math.inf), "step t9: inf is neither"),
        (("exp", math.nan), "step t9: nan is neither"),
        (("exp", None), "step t9: None is neither"),
        (("exp", 1j), "step t9: 1j is neither"),
        (("exp", [1.0]), r"step t9: \[1.0\] is neither"),
    ],
)
def test_a_wrong_step_is_refused_and_not_recorded(step, message):
    tape = neuron_by_hand()
    with pytest.raises(ValueError, match=message):
        tape.record(*step)
    assert len(tape.steps) == 8 and tape.output == "t8"


@pytest.mark.parametrize("name", ["t1", "t12", "t0", ""])
def test_no_input_is_called_like_a_step(name):
    with pytest.raises(ValueError, match=f"no input can be called {name!r}"):
        WengertList(**{name: 1.0})


def test_inputs_may_be_called_like_the_parameters_of_its_methods():
    tape = trace(
        lambda f, self, seed, digits, data: f * self + seed * digits - data,
        **dict.fromkeys(("f", "self", "seed", "digits", "data"), 2.0),
    )
    assert tape.evaluate(self=3.0, digits=5.0, data=1.0) == 15.0
    assert "15" in str(tape.table(self=3.0, digits=5.0, data=1.0))


def test_a_slope_that_is_undefined_names_the_step_and_the_operation():
    tape = WengertList(x=0.0)
    tape.record("sqrt", "x")
    primals = tape.forward_sweep()
    for attempt in (tape.gradient, lambda: tape.tangent_sweep(primals, x=1.0)):
        with pytest.raises(UndefinedError, match=r"step t1 = sqrt\(x\): sqrt\(0\) has a value"):
            attempt()


# Copies.


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))])
@pytest.mark.parametrize("entry", [e for e in CATALOGUE if not e.branches], ids=lambda e: e.name)
def test_a_copied_list_is_the_same_list_of_its_own(copied, entry):
    tape = trace(entry.function, **entry.at(entry.points[0]))
    again = copied(tape)
    assert again.to_dict() == tape.to_dict() and again.steps == tape.steps
    assert again.gradient() == tape.gradient()
    again.record("exp", next(iter(again.inputs)))
    again.labels["t1"] = "new"
    assert len(tape.steps) == len(again.steps) - 1 and "new" not in tape.labels.values()


def test_a_copied_list_has_arrays_of_its_own():
    tape = trace(lambda x: x * x, x=np.ones(3))
    again = copy.deepcopy(tape)
    again.inputs["x"][:] = 2.0
    assert tape.evaluate().tolist() == [1.0] * 3 and again.evaluate().tolist() == [4.0] * 3


def test_a_long_list_is_copied():
    tape = WengertList(x=1.0)
    for k in range(100_000):
        tape.record("add", f"t{k}" if k else "x", 1.0)
    assert copy.deepcopy(tape).evaluate() == pickle.loads(pickle.dumps(tape)).evaluate() == 100_001
