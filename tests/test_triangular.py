"""The list as a triangular system: against NumPy's solver and the list's own sweeps."""

import numpy as np
import pytest
from catalogue import CATALOGUE

from helpers.triangular import from_the_end, from_the_top, local_matrix, multipliers
from helpers.value import Value
from helpers.wengert import trace

TRACED = [(entry, point) for entry in CATALOGUE if not entry.branches for point in entry.points[:2]]


def traced(entry, point):
    return trace(entry.function, **dict(zip(entry.inputs, point, strict=True)))


@pytest.mark.parametrize(("entry", "point"), TRACED, ids=lambda x: getattr(x, "name", ""))
def test_both_ways_of_solving_are_the_sweeps_and_what_numpy_solves(entry, point):
    tape = traced(entry, point)
    primals = tape.forward_sweep()
    adjoints = tape.reverse_sweep(primals)
    names, rows = local_matrix(tape)
    matrix = np.array(rows)
    assert not np.triu(matrix).any()
    output = np.array([name == tape.output for name in names], dtype=float)
    found = from_the_end(rows, list(output))
    assert found == pytest.approx([adjoints[name] for name in names], rel=1e-12, abs=1e-300)
    by_numpy = np.linalg.solve((np.eye(len(names)) - matrix).T, output)
    assert np.allclose(found, by_numpy, rtol=1e-9, atol=1e-12 * max(1, np.abs(by_numpy).max()))
    seeds = [1.0 if i == 0 else 0.0 for i in range(len(names))]
    tangents = tape.tangent_sweep(primals, **{names[0]: 1.0})
    expected = [tangents[name] for name in names]
    assert from_the_top(rows, seeds) == pytest.approx(expected, rel=1e-12, abs=1e-300)


@pytest.mark.parametrize(("entry", "point"), TRACED, ids=lambda x: getattr(x, "name", ""))
def test_multipliers_are_the_gradients_of_value(entry, point):
    leaves = [Value(float(x)) for x in point]
    output = entry.function(*leaves)
    output.backward()
    found = multipliers(traced(entry, point))
    for name, leaf in zip(entry.inputs, leaves, strict=True):
        assert found[name] == pytest.approx(leaf.grad, rel=1e-12, abs=1e-300)


def test_a_nudge_of_one_line_changes_the_output_by_its_multiplier():
    tape = trace(lambda w, b, x: 1 / (1 + 2.718281828459045 ** -(w * x + b)), w=0.5, b=0.1, x=2.0)
    worth = multipliers(tape)
    primals, delta = tape.forward_sweep(), 1e-6
    for place, step in enumerate(tape.steps):

        def output_after(nudge, place=place, step=step):
            known = dict(primals)
            known[step.name] = primals[step.name] + nudge
            for later in tape.steps[place + 1 :]:
                known[later.name] = later.value([known[x] for x in later.operands])
            return known[tape.output]

        slope = (output_after(delta) - output_after(-delta)) / (2 * delta)
        assert slope == pytest.approx(worth[step.name], rel=1e-7)


def test_a_line_that_uses_another_twice_has_one_entry():
    names, matrix = local_matrix(trace(lambda x: x * x, x=3.0))
    assert (names, matrix) == (["x", "t1"], [[0.0, 0.0], [6.0, 0.0]])


def test_what_is_no_such_matrix_is_told():
    with pytest.raises(ValueError, match="2 rows with 2 numbers each"):
        from_the_top([[0.0]], [1.0, 0.0])
    with pytest.raises(ValueError, match=r"entry 0, 1 of the matrix is 2\.0, but a list uses only"):
        from_the_end([[0.0, 2.0], [0.0, 0.0]], [1.0, 0.0])
    with pytest.raises(TypeError, match="should be a number: 'a'"):
        from_the_end([[0.0, 0.0], ["a", 0.0]], [1.0, 0.0])
    with pytest.raises(ValueError, match="no input 'q'"):
        local_matrix(trace(lambda x: x * x, x=3.0), q=1.0)
