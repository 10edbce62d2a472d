"""SymPy beside the engines: the derivation, expression swell, and the table of rules."""

import itertools
import math
import os
import subprocess
import sys

import pytest
import sympy

from helpers import rules
from helpers.rules import sigmoid
from helpers.symbolic import (
    Derivation,
    expression_swell,
    logistic_map,
    logistic_regression,
    repeated,
    sigma,
    sigma_prime,
    written_out,
)
from helpers.symbolic.rule_table import AT, ENTRIES, derivative_rules
from helpers.table import Table
from helpers.wengert import trace

w, x, b, target, decay = sympy.symbols("w x b target lambda", real=True)

# ------------------------------------------------------------------ the derivation


def test_the_last_line_is_what_the_notebook_says():
    u = w * x + b
    expected = (sigma(u) - target) * sigma_prime(u) * x + decay * w
    assert sympy.expand(logistic_regression().result.doit() - expected) == 0


def test_each_line_equals_the_next():
    expressions = [line.expression for line in logistic_regression().lines]
    assert len(expressions) == 5
    for one, other in itertools.pairwise(expressions):
        assert one != other
        assert sympy.simplify(written_out(one) - written_out(other)) == 0


def test_the_derivative_is_that_of_the_list():
    tape = trace(
        lambda w, x, b, target, decay: (
            (sigmoid(w * x + b) - target) ** 2 / 2 + decay / 2 * w**2
        ),
        w=0.7, x=-1.2, b=0.3, target=0.9, decay=0.05,
    )  # fmt: skip
    at = {w: 0.7, x: -1.2, b: 0.3, target: 0.9, decay: 0.05}
    formula = float(written_out(logistic_regression().result).subs(at))
    assert formula == pytest.approx(tape.gradient()["w"], rel=1e-13)


@pytest.mark.parametrize(
    "wrong",
    [
        (sigma(w * x + b) - target) * sigma_prime(w * x + b) + decay * w,  # x forgotten
        (sigma(w * x + b) - target) * sigma_prime(w * x + b) * x,  # the penalty forgotten
        2 * (sigma(w * x + b) - target) * sigma_prime(w * x + b) * x + decay * w,  # the ½ forgotten
        (sigma(w * x + b) - target) * sigma_prime(w * x) * x + decay * w,
        (sigma(w * x + b) - target) * sigma(w * x + b) * x + decay * w,
    ],
)
def test_a_wrong_line_is_refused_by_its_number(wrong):
    right = logistic_regression()
    lines = [*right.lines[:3], ("a mistake", wrong), *right.lines[3:]]
    with pytest.raises(ValueError, match=r"line 4 \(a mistake\) is not ∂L/∂w"):
        Derivation("L", right.function, w, lines)


def test_the_text_of_the_derivation():
    lines = str(logistic_regression()).splitlines()
    assert lines[0] == "L = (σ(w*x + b) - target)**2/2 + (lambda/2)*w**2"
    assert lines[1] == "∂L/∂w"
    assert lines[-1].split("   ")[0] == "  = (σ(w*x + b) - target)*σ'(w*x + b)*x + lambda*w"
    assert lines[-1].endswith("wx + b has the slope x")
    assert repr(logistic_regression()) == str(logistic_regression())


def test_the_formula_of_the_derivation():
    latex = logistic_regression()._repr_latex_()
    assert latex.startswith("$$\\begin{aligned}\nL &= ")
    assert latex.endswith("\\end{aligned}$$")
    assert latex.count(r"\frac{\partial L}{\partial w} &=") == 1
    assert latex.count(r"\text{") == 5
    assert r"\sigma'(w x + b) x + \lambda w" in latex
    assert latex.isascii()


def test_what_is_computed_more_than_once():
    times = {str(node): many for node, many in repeated(logistic_regression().result).items()}
    assert times == {"b + w*x": 2, "w*x": 2}
    assert repeated(x + 1) == {}


# ------------------------------------------------------------------ expression swell


def test_formulas_swell_as_the_notebook_says():
    table = expression_swell()
    assert [row.n for row in table] == [1, 2, 3, 4, 5, 6]
    assert [row.derivative for row in table] == [0, 2, 21, 82, 264, 768]
    assert [row.function for row in table] == [0, 3, 8, 18, 38, 78]
    assert [row.multiplied_out for row in table] == [0, 2, 8, 20, 44, 92]


def test_multiplied_out_is_the_same_derivative_and_counts_by_hand():
    formula = sympy.expand(logistic_map(x, 3).diff(x))
    by_hand = 16 - 160 * x + 384 * x**2 - 256 * x**3  # 3 products, 2 powers, 3 signs: 8
    assert formula == by_hand
    assert expression_swell(3)[2].multiplied_out == 3 + 2 + 3


def test_the_list_grows_by_as_much_each_time():
    table = expression_swell(8)
    assert [row.steps for row in table] == [3 * (row.n - 1) for row in table]
    assert [row.sweeps for row in table[1:]] == [8 * row.n - 10 for row in table[1:]]


def test_both_give_the_same_derivative():
    for n in range(1, 7):
        tape = trace(lambda z, n=n: logistic_map(z, n), z=0.3)
        formula = logistic_map(x, n).diff(x).subs(x, 0.3)
        assert tape.gradient()["z"] == pytest.approx(float(formula), rel=1e-12)


def test_the_logistic_map_on_numbers():
    # With x = sin²(θ) the map doubles the angle.
    angle = 0.3
    for n in range(1, 6):
        expected = math.sin(2 ** (n - 1) * angle) ** 2
        assert logistic_map(math.sin(angle) ** 2, n) == pytest.approx(expected, rel=1e-12)


# ------------------------------------------------------------------ the table of rules


def test_the_table_holds_the_rules_of_the_course_and_all_agree():
    table = derivative_rules()
    assert {row.rule.name for row in table} == {
        "add", "mul", "power", "exp", "log", "sin", "cos", "tanh", "relu", "div",
    }  # fmt: skip
    assert all(row.agrees for row in table)
    assert "NO" not in str(table)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry[0].name}-{entry[2]}")
def test_a_wrong_formula_is_seen(entry):
    rule, operands, by, formula = entry
    for wrong in (formula + 1, -formula - 3, formula + sympy.Rational(1, 10**6)):
        [row] = derivative_rules([(rule, operands, by, wrong)])
        assert not row.agrees
        assert str(derivative_rules([(rule, operands, by, wrong)])).endswith("NO")


def test_a_wrong_rule_book_is_seen(monkeypatch):
    monkeypatch.setattr(rules.tanh, "partials", (lambda z, v: 1.0 + v * v,))
    assert [row.rule.name for row in derivative_rules() if not row.agrees] == ["tanh"]


def test_a_formula_that_is_right_at_the_point_only_is_seen_by_sympy():
    [row] = derivative_rules([(rules.mul, (x, sympy.Float(AT[x])), x, x)])
    assert row.book == AT[x]
    assert not row.agrees


def test_the_table_as_text_and_as_markdown():
    table = derivative_rules()
    lines = str(table).splitlines()
    assert lines[0].split()[:4] == ["f", "derivative", "at", "rule"]
    assert lines[3].split("  ")[0] == "x × y"
    assert "∂f/∂x = y" in lines[3]
    assert len(lines) == 1 + len(ENTRIES)
    markdown = table._repr_markdown_().splitlines()
    assert len(markdown) == 2 + len(ENTRIES)
    assert markdown[-1] == (
        r"| $1 / x$ | $\partial f / \partial x = - \frac{1}{x^{2}}$ | 0.7 "
        "| −2.04082 | −2.04082 | yes |"
    )
    assert {line.count("|") for line in markdown} == {7}


def test_a_table_shows_itself():
    table = Table([(1, "a"), (20, "b")], ["n", "name"], cells=lambda row: row)
    assert str(table) == repr(table) == " n  name\n 1  a\n20  b"
    assert table._repr_markdown_() == "| n | name |\n| ---: | --- |\n| 1 | a |\n| 20 | b |"
    assert table == [(1, "a"), (20, "b")]


def test_nothing_depends_on_the_order_of_a_set():
    code = (
        "from helpers.symbolic import logistic_regression as d, repeated\n"
        "from helpers.symbolic.rule_table import derivative_rules as r\n"
        "print(ascii((d(), d()._repr_latex_(), repeated(d().result), r(), r()._repr_markdown_())))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
