"""The browser computes what Python computes: values, derivatives, and the texts made of them.

The real JavaScript runs in Node, in one process for each test, however many lists there are.
"""

import json
import math
from collections import Counter

import numpy as np
import pytest

from helpers import rules
from helpers.rules import RULES
from helpers.value import Value
from helpers.wengert import trace
from helpers.widgets.shared import template
from helpers.widgets.shared.program import program
from tests import missing_slopes
from tests.catalogue import CATALOGUE, GUARDED
from tests.javascript import run_code, run_node
from tests.missing_slopes import CASES

# A difference is taken relative to the larger of the two numbers and to nothing else: there is no
# absolute part, and a number that is a small difference of large ones gets no allowance.
# JavaScript's exp, sin, … may differ from Python's in the last bit, and where a sum cancels that
# bit moves up. The catalogue was seen to reach 1e-15, and random lists 5e-14: there is room for
# chance, and none for a wrong rule.
TOLERANCE = 1e-12


# ------------------------------------------------------------------ lists


def disagreements(lists):
    """Where JavaScript and Python differ, in words. `lists` are (name, list, inputs)."""
    # A direction in which no two inputs go alike.
    directions = [{name: 1.0 + k / 4 for k, name in enumerate(tape.inputs)} for _, tape, _ in lists]
    jobs = [
        {"program": program(tape), "direction": direction, "at": [inputs]}
        for (_, tape, inputs), direction in zip(lists, directions, strict=True)
    ]
    answers = run_node("tests/js/shared/run_lists.mjs", data=jobs)
    found = []
    for (name, tape, inputs), direction, [answer] in zip(lists, directions, answers, strict=True):
        tangents = tape.tangent_sweep(tape.forward_sweep(**inputs), **direction)
        both = {"values": tape.values(**inputs), "gradient": tape.gradient(**inputs)}
        for kind, here in (both | {"tangents": tangents}).items():
            there = {k: float(x) for k, x in answer[kind].items()}
            assert there.keys() == here.keys(), name
            found += [
                f"{name} at {inputs}, {kind}: {k} is {there[k]} in JavaScript, {here[k]} in Python"
                for k in here
                if not math.isclose(here[k], there[k], rel_tol=TOLERANCE, abs_tol=0)
            ]
    return found


def report(found):
    return "\n".join([f"{len(found)} disagreements", *found[:20]])


def random_list(rng):
    """A list with 5 to 25 random rules over three inputs, and a point to run it at.

    Its output is the sum of all that it computes. A rule is drawn again if at the point it is
    within 1e-6 of its kink or jump, where one bit decides, or above 100, so that nothing overflows.
    """
    point = dict(zip("xyz", map(float, rng.uniform(-2, 2, size=3)), strict=True))
    numbers, plan = list(point.values()), []
    size = rng.integers(5, 26)
    while len(plan) < size:
        name = rng.choice(list(RULES))
        picks = rng.integers(len(numbers), size=RULES[name].arity)
        # One operand in seven is a constant, but not all of them: that would be no step.
        operands = [float(rng.normal()) if rng.random() < 1 / 7 else int(pick) for pick in picks]
        if all(type(x) is float for x in operands):
            continue
        step = (GUARDED.get(name, RULES[name]), operands)
        x, y = (*at(operands, numbers), 0.0)[:2]
        kink = name in ("relu", "absolute", "maximum", "greater") and abs(x - y) < 1e-6
        value = step[0](*at(operands, numbers))
        if not kink and abs(value) <= 100:
            numbers.append(value)
            plan.append(step)

    def run(**inputs):
        numbers = list(inputs.values())
        for rule, operands in plan:
            numbers.append(rule(*at(operands, numbers)))
        return sum(numbers[len(inputs) :])

    return trace(run, **dict.fromkeys(point, 1.0)), point


def at(operands, numbers):
    """An operand is the index of a number, or a constant."""
    return [numbers[x] if type(x) is int else x for x in operands]


def test_the_browser_knows_the_rules_of_the_rule_book_and_no_other():
    code = 'import { PRIMITIVES } from "./helpers/widgets/shared/wengert.js";'
    found = run_code(code + "console.log(JSON.stringify(PRIMITIVES))")
    assert sorted(found) == sorted(RULES)


def test_values_and_derivatives_of_the_catalogue():
    """Every function at every point, kinks included; one that branches, by the graph it leaves."""
    lists = []
    for entry in CATALOGUE:
        traced = None if entry.branches else trace(entry.function, **entry.at(entry.points[0]))
        for point in (*entry.points, *entry.by_hand):
            inputs = entry.at(point)
            leaves = {name: Value(x, label=name) for name, x in inputs.items()}
            tape = traced or entry.function(**leaves).wengert_list()
            lists.append((entry.name, tape, {name: inputs[name] for name in tape.inputs}))
    found = disagreements(lists)
    assert not found, report(found)


def test_values_and_derivatives_of_a_thousand_random_lists():
    rng = np.random.default_rng(0)
    lists = [(f"list {i}", *random_list(rng)) for i in range(1000)]
    used = Counter(step.rule.name for _, tape, _ in lists for step in tape.steps)
    assert min(used[rule] for rule in RULES) > 100, "a rule is hardly tried"
    found = disagreements(lists)
    assert not found, report(found)


def test_a_derivative_that_is_wrong_in_its_tenth_digit_is_noticed(monkeypatch):
    lists = [("sine", trace(lambda x: rules.sin(x), x=1.0), {"x": 0.3})]
    assert disagreements(lists) == []
    good = program(lists[0][1])
    cosine = {"steps": [["cos", "x"], ["mul", "t1", 1 + 1e-10]], "output": "t2"}
    monkeypatch.setitem(globals(), "program", lambda tape: good | {"rules": {"sin": [cosine]}})
    gradient, tangent = disagreements(lists)
    assert gradient.startswith("sine at {'x': 0.3}, gradient: x is 0.95533648")
    assert tangent.startswith("sine at {'x': 0.3}, tangents: t1 is 0.95533648")


# ------------------------------------------------------------------ slopes that do not exist


def in_the_browser(lists, directions):
    """What the browser finds for each list at its own inputs, with tangents in these directions."""
    jobs = [
        {"program": program(tape), "direction": direction, "at": [tape.inputs]}
        for tape, direction in zip(lists, directions, strict=True)
    ]
    return [answer for [answer] in run_node("tests/js/shared/run_lists.mjs", data=jobs)]


def test_a_slope_that_meets_a_zero_need_not_exist_in_the_browser():
    lists = [missing_slopes.times_zero(rule, at) for rule, at, _ in CASES]
    for tape, found in zip(lists, in_the_browser(lists, [{}] * len(lists)), strict=True):
        assert found["gradient"] == dict.fromkeys(tape.inputs, 1.0), tape.steps
        assert set(found["tangents"].values()) == {0}
    lists = [missing_slopes.recorded(rule, at) for rule, at, _ in CASES]
    directions = [
        dict(zip("xy", missing_slopes.existing_directions(rule, at), strict=False))
        for rule, at, _ in CASES
    ]
    found = in_the_browser(lists, directions)
    for tape, direction, answer in zip(lists, directions, found, strict=True):
        expected = tape.tangent_sweep(tape.forward_sweep(), **direction)["t1"]
        assert answer["tangents"]["t1"] == pytest.approx(expected, rel=TOLERANCE, abs=0)


def test_a_slope_that_does_not_exist_is_no_number_in_the_browser():
    """It has no errors to raise: what stops Python is NaN or infinite there."""
    lists = [missing_slopes.recorded(rule, at) for rule, at, _ in CASES]
    directions = [{"xy"[i]: 1.0} for _, _, i in CASES]
    for (rule, at, i), found in zip(CASES, in_the_browser(lists, directions), strict=True):
        for number in (found["gradient"]["xy"[i]], found["tangents"]["t1"]):
            assert not math.isfinite(float(number)), (rule, at)


def test_the_gradient_of_a_maximum_goes_past_what_is_no_number_in_the_browser():
    def not_a_number(x):
        return x * 1e300 - x * 1e300  # ∞ − ∞

    for f in (
        lambda x, y: rules.maximum(not_a_number(x), y),
        lambda x, y: rules.maximum(y, not_a_number(x)),
    ):
        [found] = in_the_browser([trace(f, x=1e10, y=1.0)], [{"x": 0.0, "y": 1.0}])
        assert found["values"]["t4"] == "NaN"
        assert found["gradient"] == {"x": 0, "y": 0} and found["tangents"]["t4"] == 0


# ------------------------------------------------------------------ texts with numbers


def templates_and_numbers(rng):
    """1,000 templates with a number each: of every size, ties, zeros, and what is no number."""
    special = [0.0, -0.0, 0.03125, -0.03125, 0.5, 2.5, -2.5, 1.005, 5e-324, -1e-300, 1e20]
    special += [1e21, -1e21, 1.7976931348623157e308, math.inf, -math.inf, math.nan]
    numbers = [
        *(x for x in special for _ in range(6)),
        *rng.uniform(-1, 1, size=300),
        *(rng.integers(-(2**12), 2**12, size=300) / 2.0**5),  # many of them ties
        *(rng.choice([-1, 1], size=1000) * 10.0 ** rng.uniform(-20, 25, size=1000)),
    ]
    for number in numbers[:1000]:
        digits, part = rng.integers(0, 7), rng.choice(["", "+", "-"])
        factor, form = (
            rng.choice(["", "8*", "0.5*", "9*"]),
            rng.choice(["{}", "{}?", "e{}", "e{}?"]),
        )
        yield f"a {{{factor}grad.w11{part}:{form.format(digits)}}} b", float(number)


def test_python_and_javascript_write_numbers_alike():
    cases = list(templates_and_numbers(np.random.default_rng(1)))
    assert len(cases) == 1000
    name = {math.inf: "Infinity", -math.inf: "-Infinity"}
    data = [[text, {"grad.w11": name.get(x, repr(x)).replace("nan", "NaN")}] for text, x in cases]
    found = run_node("tests/js/shared/fill_templates.mjs", data=data)
    for (text, x), there in zip(cases, found, strict=True):
        assert template.fill(text, {"grad.w11": x}) == there, f"{text} with {x!r}"


def test_python_and_javascript_write_significant_digits_alike():
    numbers = [x for _, x in templates_and_numbers(np.random.default_rng(2)) if math.isfinite(x)]
    code = 'import { short, significant } from "./helpers/widgets/shared/template.js";'
    code += f"const both = {json.dumps(numbers)}.map((x) => [significant(x), short(x)]);"
    code += "console.log(JSON.stringify(both))"
    for x, there in zip(numbers, run_code(code), strict=True):
        assert [template.significant(x), template.short(x)] == there, repr(x)
        assert len(template.short(x)) <= 7


def test_a_text_is_put_in_as_it_is():
    assert template.fill("{note:s} {x:1}", {"note": "a {x:1} $& b", "x": 2}) == "a {x:1} $& b 2.0"


@pytest.mark.parametrize(
    ("x", "digits", "text"),
    [
        (0.03125, 4, "0.0313"),
        (-0.03125, 4, "−0.0313"),
        (1.005, 2, "1.00"),
        (2.5, 0, "3"),
        (-0.004, 2, "0.00"),
        (-0.0, 2, "0.00"),
        (1e21, 2, "1.00e+21"),
        (-math.inf, 2, "−∞"),
        (math.nan, 2, "undefined"),
    ],
)
def test_how_a_number_is_written(x, digits, text):
    assert template.fixed(x, digits) == text


def test_a_name_without_a_number_is_refused():
    with pytest.raises(KeyError, match="w12"):
        template.fill("{w11:2} {w12:2}", {"w11": 1.0})
