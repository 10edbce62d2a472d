"""Value: the graph, the reverse sweep, calling it twice, and what it is given."""

import copy
import math
import pickle
from decimal import Decimal

import numpy as np
import pytest

from helpers import rules
from helpers.rules import UndefinedError, maximum
from helpers.value import Value, users_first
from helpers.wengert import trace
from tests.catalogue import CATALOGUE
from tests.oracles import NEURON, NEURON_ADJOINTS


def neuron_steps():
    """The leaves w, b, x and the eight steps of the neuron, as Values."""
    w, b, x = Value(2.0, label="w"), Value(0.0, label="b"), Value(1.0, label="x")
    t1 = w * x
    t2 = t1 + b
    t3 = -t2
    t4 = t3.exp()
    t5 = 1 + t4
    t6 = 1 / t5
    t7 = t6 - 10.0
    t8 = t7**2
    return (w, b, x), (t1, t2, t3, t4, t5, t6, t7, t8)


def gradients_of(f, *numbers):
    leaves = [Value(x) for x in numbers]
    f(*leaves).backward()
    return [leaf.grad for leaf in leaves]


# The neuron, all at once and step by step.


def test_the_neuron():
    (w, b, x), steps = neuron_steps()
    assert [step.data for step in steps] == pytest.approx(NEURON, abs=5e-10)
    steps[-1].backward()
    assert [step.grad for step in steps] == pytest.approx(NEURON_ADJOINTS, abs=5e-10)
    expected = (-1.914915622, -1.914915622, -3.829831243)
    assert [w.grad, b.grad, x.grad] == pytest.approx(expected, abs=5e-10)


def test_step_by_step_gives_what_backward_gives():
    leaves, steps = neuron_steps()
    again, other_steps = neuron_steps()
    other_steps[-1].backward()
    steps[-1].grad = 1.0
    for done, step in enumerate(reversed(steps), start=1):
        step._backward()
        waiting = steps[: max(0, len(steps) - done - 1)]
        assert all(node.grad == 0.0 for node in waiting), "a step reaches its operands only"
    assert [node.grad for node in steps] == [node.grad for node in other_steps]
    assert [node.grad for node in leaves] == [node.grad for node in again]


def test_a_leafs_own_step_does_nothing():
    leaf = Value(2.0)
    leaf.grad = 3.0
    leaf._backward()
    assert leaf.grad == 3.0


# Order and accumulation.


@pytest.mark.parametrize(
    ("f", "point", "expected"),
    [
        (lambda x: x * x, (3.0,), [6.0]),
        (lambda a: a + a, (3.0,), [2.0]),
        (lambda a: a - a, (3.0,), [0.0]),
        (lambda a: a / a, (3.0,), [0.0]),
        (lambda a: rules.maximum(a, a), (3.0,), [1.0]),
        (lambda x: x**x, (2.0,), [4 * (math.log(2) + 1)]),
        (lambda x: x + x * x + x * x * x, (2.0,), [17.0]),
    ],
)
def test_paths_add_up(f, point, expected):
    assert gradients_of(f, *point) == pytest.approx(expected, rel=1e-15)


def test_sums_of_sums():
    a = Value(3.0)
    b = a + a
    c = b + b
    c.backward()
    assert (c.grad, b.grad, a.grad) == (1.0, 2.0, 4.0)


def test_a_diamond_whose_long_side_is_used_last():
    """Here an order by depth, or the order of creation of the uses, is not enough."""
    x = Value(2.0)
    short = x * 3
    long = ((x * 5) * 1) * 1
    output = long * short + short
    output.backward()
    assert (short.grad, long.grad) == (21.0 - 10.0, 6.0)
    assert x.grad == 3 * 11.0 + 5 * 6.0


def test_users_come_first():
    _, steps = neuron_steps()
    output = steps[-1] * steps[3] + steps[0]
    order = users_first(output)
    place = {node: i for i, node in enumerate(order)}
    assert order[0] is output and len(place) == len(order)
    for node in order:
        assert all(place[node] < place[x] for x in node.operands if isinstance(x, Value))


def test_the_order_is_the_same_on_every_run():
    def labels():
        _, steps = neuron_steps()
        for i, step in enumerate(steps):
            step.label = f"t{i + 1}"
        return [node.label for node in users_first(steps[-1])]

    assert labels() == labels() == ["t8", "t7", "t6", "t5", "t4", "t3", "t2", "b", "t1", "x", "w"]


def test_a_chain_of_a_million_operations():
    x = Value(0.5)
    y = x
    for _ in range(500_000):
        y = y * 1.0 + 0.000001
    assert len(users_first(y)) == 1_000_001
    y.backward()
    assert x.grad == 1.0
    assert y.data == pytest.approx(1.0, rel=1e-9)


def test_a_deep_graph_with_two_paths_at_every_level():
    """2^500 paths: each node is visited once, not once for each path."""
    x = Value(1.0)
    y = x
    for _ in range(500):
        y = (y + y) * 0.5
    y.backward()
    assert x.grad == 1.0


# Twice, and again from zero.


def test_backward_twice_adds_to_leaves_and_starts_intermediate_nodes_from_zero():
    x = Value(3.0)
    y = x * x
    z = y * 2
    z.backward()
    z.backward()
    assert (z.grad, y.grad, x.grad) == (1.0, 2.0, 24.0)
    z.backward()
    assert (z.grad, y.grad, x.grad) == (1.0, 2.0, 36.0)


def test_two_outputs_that_share_a_node():
    """As in PyTorch: x collects from both; the shared node keeps only the last sweep's gradient."""
    x = Value(3.0)
    shared = x * x
    first, second = shared * 2, shared * 5
    first.backward()
    second.backward()
    assert (shared.grad, x.grad) == (5.0, 2 * 6.0 + 5 * 6.0)
    assert first.grad == 1.0


def test_backward_on_a_leaf():
    x = Value(3.0)
    x.backward()
    assert x.grad == 1.0
    x.backward()
    assert x.grad == 2.0


def test_zero_grad_resets_the_node_and_all_that_it_depends_on():
    leaves, steps = neuron_steps()
    other = Value(1.0)
    (steps[-1] * other).backward()
    steps[-1].zero_grad()
    assert all(node.grad == 0.0 for node in (*leaves, *steps))
    assert other.grad != 0.0
    steps[-1].backward()
    assert leaves[0].grad == pytest.approx(-1.914915622, abs=5e-10)


# What it is, and how it compares.


def test_its_parts():
    x = Value(2, label="x")
    y = 3 * x
    assert (type(x.data), x.data, x.grad, x.label, x.rule, x.operands) == (
        *(float, 2.0, 0.0, "x", None, ()),
    )
    assert (y.rule, y.operands, y.label) == (rules.mul, (3, x), "")
    assert (-y).operands == (y,)
    assert repr(x) == "Value(data=2.0, grad=0.0, label='x')"
    assert repr(y) == "Value(data=6.0, grad=0.0)"


def test_the_functions_are_methods_too():
    for name in ("exp", "log", "sin", "cos", "tanh", "sqrt", "relu", "sigmoid"):
        assert getattr(Value(0.7), name)().data == getattr(rules, name)(0.7)
    assert abs(Value(-2.0)).data == 2.0
    assert (+Value(-2.0)).data == -2.0


def test_values_compare_by_their_data():
    one, another, two = Value(1.0), Value(1.0), Value(2.0)
    assert one == another and one == 1 and np.float64(1) == one and one != two
    assert one < two and two > 1 and one > 0 and 0 < one <= 1 and two >= another
    assert not one > another and not two < one
    assert one != "text" and one is not None
    assert max(two, one) is two
    assert sorted([two, one])[0] is one


def test_values_hash_by_identity():
    one, another = Value(1.0), Value(1.0)
    assert len({one, another}) == 2
    assert {one: "a", another: "b"}[one] == "a"


@pytest.mark.parametrize("number", [0.0, -0.0, 1.0, math.nan, math.inf])
def test_the_truth_of_a_value_is_that_of_its_number(number):
    """So that `if x:` takes the same branch as on a float."""
    assert bool(Value(number)) is bool(number)


# Numbers on either side.

OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
}


@pytest.mark.parametrize("number", [2, 2.0, np.float64(2), np.int64(2), np.float32(2), True])
@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=list(OPERATIONS))
def test_numbers_on_either_side(operation, number):
    plain = float(number)
    for received, expected in (
        (lambda v: operation(v, number), lambda v: operation(v, plain)),
        (lambda v: operation(number, v), lambda v: operation(plain, v)),
    ):
        v, w = Value(1.5), Value(1.5)
        y, z = received(v), expected(w)
        y.backward()
        z.backward()
        assert isinstance(y, Value) and type(y.data) is float and y.data == z.data
        assert type(v.grad) is float and v.grad == w.grad


@pytest.mark.parametrize("array", [np.ones(3), np.ones(1), np.array(2.0), np.array([Value(1.0)])])
@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=list(OPERATIONS))
def test_arrays_are_refused_on_either_side(operation, array):
    for attempt in (lambda: operation(Value(1.5), array), lambda: operation(array, Value(1.5))):
        with pytest.raises(TypeError, match=r"takes a real number, got array.* \(ndarray\)"):
            attempt()


@pytest.mark.parametrize("wrong", ["2", None, 1j, [1.0], np.ones(2), Value(1.0)], ids=repr)
def test_what_a_value_can_not_hold(wrong):
    with pytest.raises(TypeError, match="Value takes a real number, got "):
        Value(wrong)


def test_numpys_functions_are_refused():
    with pytest.raises(TypeError):
        np.sin(Value(1.0))


def test_an_error_leaves_the_operands_as_they_were():
    x = Value(-1.0)
    with pytest.raises(ValueError):
        x.log()
    (x * 2).backward()
    assert x.grad == 2.0


# Its graph as a list.


def test_its_graph_is_the_list_that_tracing_finds():
    _, steps = neuron_steps()

    def neuron(w, b, x):
        return (1 / (1 + rules.exp(-(w * x + b))) - 10.0) ** 2

    tape = steps[-1].wengert_list()
    assert set(tape.inputs) == {"w", "b", "x"}
    traced = trace(neuron, w=2.0, b=0.0, x=1.0)
    assert [str(step) for step in tape.steps] == [str(step) for step in traced.steps]
    assert tape.gradient() == traced.gradient()
    assert list(tape.values().values()) == [step.data for step in steps]


def test_labels_name_inputs_and_steps():
    a, unnamed = Value(2.0, label="a"), Value(3.0)
    product = a * unnamed
    product.label = "product"
    tape = (product + 1).wengert_list()
    assert tape.inputs == {"a": 2.0, "x1": 3.0} and tape.labels == {"t1": "product"}
    assert tape.gradient() == {"a": 3.0, "x1": 2.0}


def test_an_unnamed_leaf_takes_no_name_that_is_given_already():
    tape = (Value(2.0, label="x1") * Value(3.0)).wengert_list()
    assert tape.inputs == {"x1": 2.0, "x2": 3.0}


def test_the_list_of_a_leaf_is_its_input():
    tape = Value(2.0, label="a").wengert_list()
    assert (tape.inputs, tape.steps, tape.output) == ({"a": 2.0}, [], "a")
    assert (tape.evaluate(), tape.gradient()) == (2.0, {"a": 1.0})


@pytest.mark.parametrize("labels", [("a", "a"), ("t1", "b")])
def test_leaves_that_cannot_be_told_apart_are_refused(labels):
    first, second = (Value(1.0, label=label) for label in labels)
    with pytest.raises(ValueError, match="give each leaf a label of its own"):
        (first * second).wengert_list()


@pytest.mark.parametrize("odd", [Decimal("0.5"), np.array(0.5), np.array([True]), 1j])
def test_rules_that_compare_refuse_what_is_no_number(odd):
    with pytest.raises(TypeError, match="'maximum' takes a real number"):
        maximum(Value(1.0), odd)


@pytest.mark.parametrize("attempt", [lambda: Value(10**400), lambda: Value(1.0) + 10**400])
def test_a_whole_number_too_large_for_a_float_is_refused_in_words(attempt):
    with pytest.raises(OverflowError, match="about 400 digits is too large"):
        attempt()


def test_a_slope_that_is_undefined_names_the_operation():
    with pytest.raises(UndefinedError, match=r"sqrt\(0\) has a value there, but no derivative"):
        Value(0.0).sqrt().backward()
    with pytest.raises(UndefinedError, match=r"-2 \*\* 3 has a value there, but no derivative"):
        (Value(-2.0) ** Value(3.0)).backward()


def test_order_is_for_numbers_and_a_label_is_a_text():
    for other in ("a", None, np.array([1.0, 2.0])):
        with pytest.raises(TypeError, match="not supported"):
            _ = Value(1.0) < other
    with pytest.raises(TypeError, match="a label is a text"):
        Value(1.0, label=5)


# Copies.


def pickled(x):
    return pickle.loads(pickle.dumps(x))


each_copy = pytest.mark.parametrize("copied", [copy.deepcopy, pickled], ids=["deepcopy", "pickle"])


def numbers_in(output):
    """All that there is to know of a graph, from the output to the leaves."""
    return [(x.data, x.grad, x.label, x.rule, len(x.operands)) for x in users_first(output)]


@each_copy
def test_a_copy_is_the_same_graph_of_other_numbers(copied):
    leaves, steps = neuron_steps()
    for step in (*steps, *steps):
        step.label = "a step" if step.rule is rules.exp else ""
    steps[-1].backward()
    again = copied(steps[-1])
    assert numbers_in(again) == numbers_in(steps[-1])
    assert not set(users_first(again)) & set(users_first(steps[-1]))
    again.zero_grad()
    assert leaves[0].grad == pytest.approx(-1.914915622, abs=5e-10)
    again.backward()
    assert numbers_in(again) == numbers_in(steps[-1])


@each_copy
def test_a_parameter_that_is_copied_with_its_loss_is_still_that_of_the_loss(copied):
    w = Value(3.0, label="w")
    first, second = w * 2.0, w * w
    for parts in ((first, w, second), (w, first, second)):
        again = dict(zip(parts, copied(parts), strict=True))
        again[first].backward()
        again[second].backward()
        assert again[w].grad == 2.0 + 6.0
        again[w].data = 5.0
        assert again[second].operands == (again[w], again[w])
    assert w.grad == 0.0


@each_copy
@pytest.mark.parametrize("number", [2, True, np.float64(2.0), 0.0, -0.0, math.inf])
def test_constants_come_along(copied, number):
    y = Value(3.0) + number
    again = copied(y)
    assert again.operands == (3.0, number) and again.data == y.data
    again.backward()
    assert [x.grad for x in again.operands if isinstance(x, Value)] == [1.0]


@each_copy
def test_a_leaf_and_what_it_holds(copied):
    leaf = Value(2.0, label="w")
    leaf.backward()
    again = copied(leaf)
    assert numbers_in(again) == [(2.0, 1.0, "w", None, 0)] and again is not leaf
    assert math.isnan(copied(Value(math.nan)).data)


@each_copy
def test_a_chain_of_100_000_values_is_copied(copied):
    x = Value(0.5, label="x")
    y = x
    for _ in range(100_000):
        y = y + 1e-6
    again = copied(y)
    assert len(users_first(again)) == 100_001 and again.data == y.data
    again.backward()
    assert (users_first(again)[-1].label, users_first(again)[-1].grad, x.grad) == ("x", 1.0, 0.0)


def test_a_shallow_copy_is_a_node_of_its_own_with_the_same_operands():
    x = Value(3.0)
    y = x * x
    y.label = "square"
    y.backward()
    again = copy.copy(y)
    assert again is not y and again.operands[0] is again.operands[1] is x
    assert (again.data, again.grad, again.label, again.rule) == (9.0, 1.0, "square", rules.mul)
    again.backward()
    assert x.grad == 12.0
    leaf = copy.copy(x)
    leaf.data = 5.0
    assert x.data == 3.0 and leaf.rule is None


@pytest.mark.parametrize("rule", rules.RULES.values(), ids=lambda rule: rule.name)
def test_a_copy_of_a_rule_is_that_rule(rule):
    assert pickled(rule) is copy.copy(rule) is copy.deepcopy(rule) is rule
    assert pickled([rule, rule]) == [rule, rule]


@each_copy
@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.name)
def test_copies_of_the_whole_catalogue_have_the_same_gradients(copied, entry):
    leaves = {name: Value(x, label=name) for name, x in entry.at(entry.points[0]).items()}
    output = entry.function(**leaves)
    again, of_copy = copied((output, leaves))
    output.backward()
    again.backward()
    assert numbers_in(again) == numbers_in(output)
    assert {k: x.grad for k, x in of_copy.items()} == {k: x.grad for k, x in leaves.items()}
