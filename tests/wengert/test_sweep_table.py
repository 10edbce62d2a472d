"""The list as a table, whole or as far as it goes."""

import html
import re

import numpy as np
import pytest

from helpers import rules
from helpers.wengert import WengertList, trace
from tests.catalogue import CATALOGUE
from tests.neuron import neuron_by_hand
from tests.oracles import NEURON, NEURON_ADJOINTS

# As a table.


def test_the_table_of_the_neuron_in_a_terminal():
    lines = str(neuron_by_hand().table(10)).replace("−", "-").splitlines()
    assert lines[0].split("  ")[0] == "step" and len(lines) == 1 + 4 + 8
    rows = {line.split()[0]: line for line in lines[1:]}
    for i, (value, adjoint) in enumerate(zip(NEURON, NEURON_ADJOINTS, strict=True), start=1):
        cells = re.split(r"  +", rows[f"t{i}"])
        assert float(cells[2]) == pytest.approx(value, abs=5e-9)
        assert float(cells[-1]) == pytest.approx(adjoint, abs=5e-9)
    assert "∂t4/∂t3 = 0.1353352832" in rows["t4"], "exp(t3), without another factor t3"
    assert "∂t1/∂w = 1, ∂t1/∂x = 2" in rows["t1"]
    assert "∂t7/∂t6 = 1, ∂t7/∂t = -1" in rows["t7"]
    assert "∂t8/∂t7 = -18.23840584" in rows["t8"] and "∂t8/∂2" not in rows["t8"]


def test_the_table_in_full():
    table = trace(lambda x: 3 * x + x, x=-0.5).table()
    assert repr(table) == str(table)
    assert str(table).splitlines() == [
        "step  computes  value  local derivatives        adjoint",
        "x     input     −0.5                            4",
        "t1    3 × x     −1.5   ∂t1/∂x = 3               1",
        "t2    t1 + x    −2     ∂t2/∂t1 = 1, ∂t2/∂x = 1  1",
    ]


def test_the_table_in_html():
    shown = neuron_by_hand()._repr_html_()
    assert shown.startswith('<table class="wengert-list">') and shown.endswith("</table>")
    assert shown.count("<tr>") == shown.count("</tr>") == 1 + 4 + 8
    assert shown.count('<th scope="col">') == 5 and shown.count('<th scope="row">') == 12
    assert "the output is t8" in shown
    for text in ("<td>83.1599</td>", "<td>t7 ** 2</td>", "<td>−18.2384</td>", "<td>exp(t3)</td>"):
        assert text in shown


def test_html_is_escaped():
    tape = WengertList(**{"<b>": 1.0})
    tape.record("greater", "<b>", 0.5)
    tape.labels["t1"] = "a & b"
    shown = tape._repr_html_()
    assert "<b>" not in shown and "&lt;b&gt;" in shown and "a &amp; b" in shown
    assert "[&lt;b&gt; &gt; 0.5]" in shown


def test_the_table_in_latex():
    latex = neuron_by_hand().table()._repr_latex_()
    assert latex.startswith("$$\\begin{array}{lllll}\n") and latex.endswith("\n\\end{array}$$")
    assert "−" not in latex
    w, t1 = r"\partial t_{1} / \partial w = 1", r"\partial t_{1} / \partial x = 2"
    for line in (
        r"w & = 2 &  &  & \overline{w} = -1.91492 \\",
        rf"t_{{1}} & = w \cdot x & = 2 & {w},\; {t1} & \overline{{t_{{1}}}} = -1.91492 \\",
        r"t_{3} & = -t_{2} & = -2 & \partial t_{3} / \partial t_{2} = -1 & ",
        r"t_{4} & = \exp(t_{3}) & = 0.135335 & \partial t_{4} / \partial t_{3} = 0.135335 & ",
        r"t_{8} & = {t_{7}}^{2} & = 83.1599 & \partial t_{8} / \partial t_{7} = -18.2384 & ",
    ):
        assert line in latex
    for opened, closed in ("{}", "()", ("\\left", "\\right")):
        assert latex.count(opened) == latex.count(closed)


def test_names_of_several_letters_in_latex():
    tape = trace(lambda w11, learning_rate: w11 * learning_rate, w11=1.0, learning_rate=2.0)
    latex = tape.table()._repr_latex_()
    assert r"\mathrm{w}_{11}" in latex or "w_{11}" in latex
    assert r"\mathrm{learning\_rate}" in latex


@pytest.mark.parametrize("entry", [e for e in CATALOGUE if not e.branches], ids=lambda e: e.name)
def test_every_list_of_the_catalogue_has_its_table(entry):
    tape = trace(entry.function, **entry.at(entry.points[0]))
    table = tape.table()
    rows = len(tape.inputs) + len(tape.steps)
    assert len(table.rows) == rows and len(str(table).splitlines()) == rows + 1
    assert table._repr_latex_().count("\\\\\n") == rows - 1
    assert table._repr_latex_().count("{") == table._repr_latex_().count("}")


def test_odd_names_and_numbers_in_the_table():
    tape = WengertList(**{"my $x_1$ & {y}": 2e10})
    tape.record("sub", "my $x_1$ & {y}", -3)
    tape.record("mul", "t1", 1e300)
    tape.record("mul", "t2", 1e300)
    tape.labels["t1"] = "50% of #1"
    assert "my $x_1$ & {y} − (−3)" in str(tape.table())
    latex = tape.table()._repr_latex_()
    assert r"\text{my \$x\_1\$ \& \{y\}} - (-3)" in latex
    assert r"= 2 \cdot 10^{10}" in latex and r"= \infty" in latex
    assert r"(\text{50\% of \#1})" in latex


def test_arrays_stand_in_the_table_by_their_shape():
    table = neuron_by_hand().table(x=np.ones((3, 1)), w=np.ones(2))
    row = next(row for row in table.rows if row.name == "t1")
    assert (row.value, row.adjoint) == ("array (3, 2)", "array (3, 2)")


def test_labels_stand_behind_the_names():
    tape = neuron_by_hand()
    tape.labels = {"t6": "prediction"}
    assert "t6 (prediction)" in str(tape.table())


# Where it stops.


def stopped(f, **inputs):
    """The table of a list: its lines in a terminal, and the sentence that says where it stops."""
    *lines, stop = str(trace(f, **inputs).table()).splitlines()
    return [re.split(r"  +", line) for line in lines[1:]], stop


def test_a_table_ends_where_a_value_is_not_defined():
    lines, stop = stopped(lambda x: 2 * x + rules.log(1 / x) * x, x=0.0)
    assert lines == [
        ["x", "input", "0", "—"],
        ["t1", "2 × x", "0", "∂t1/∂x = 2", "—"],
        ["t2", "1 / x", "—", "∂t2/∂x = —", "—"],
        ["t3", "log(t2)", "—", "∂t3/∂t2 = —", "—"],
        ["t4", "t3 × x", "—", "∂t4/∂t3 = —, ∂t4/∂x = —", "—"],
        ["t5", "t1 + t4", "—", "∂t5/∂t1 = —, ∂t5/∂t4 = —", "—"],
    ]
    assert stop == (
        "It stops: step t2 = 1 / x: 1 / 0 is not defined: 'div' takes a divisor that is not 0."
    )


def test_a_table_ends_where_a_slope_is_not_defined():
    """Steps behind it have their adjoints; what would get more contributions has none."""
    lines, stop = stopped(lambda x: (rules.sqrt(x) + 1) * (x + 2), x=0.0)
    assert lines == [
        ["x", "input", "0", "—"],
        ["t1", "sqrt(x)", "0", "∂t1/∂x = —", "2"],
        ["t2", "t1 + 1", "1", "∂t2/∂t1 = 1", "2"],
        ["t3", "x + 2", "2", "∂t3/∂x = 1", "1"],
        ["t4", "t2 × t3", "2", "∂t4/∂t2 = 2, ∂t4/∂t3 = 1", "1"],
    ]
    assert stop.startswith("It stops: step t1 = sqrt(x): sqrt(0) has a value there, but no deriv")


@pytest.mark.parametrize("f", [lambda x: 1 / x, lambda x: rules.sqrt(x) + 1])
def test_a_list_that_stops_is_shown_in_every_form(f):
    tape = trace(f, x=0.0)
    stop = str(tape.table()).splitlines()[-1]
    assert stop.startswith("It stops: step t1 = ")
    shown = tape._repr_html_()
    assert html.escape(stop) in shown and shown.count("<tr>") == 1 + 1 + len(tape.steps)
    assert r"\text{—}" in tape.table()._repr_latex_()
    assert "It stops" not in str(tape.table(x=1.0))
    assert repr(tape).startswith("WengertList of x with")


def test_arrays_that_stop_are_shown():
    tape = trace(lambda x: rules.log(x) * 2, x=1.0)
    assert "is not defined at 1 of 2 elements" in str(tape.table(x=np.array([1.0, -1.0])))
    assert "—" in tape.table(x=np.array([1.0, -1.0]))._repr_html_()


def test_both_sweeps_give_what_each_gives():
    tape = neuron_by_hand()
    primals, adjoints, error = tape.both_sweeps(w=3.0)
    assert error is None and primals == tape.forward_sweep(w=3.0)
    assert {x: adjoints[x] for x in tape.inputs} == tape.gradient(w=3.0)
    with pytest.raises(ValueError, match="no input 'v'"):
        tape.both_sweeps(v=1.0)
