"""Another list: its lists as text, the slips that it knows, and its forms.

The real JavaScript runs in Node. What a slip makes of a number is worked out here once more, in
Python, from the sweeps and from the table of slips alone.
"""

import json
import math
import random
import re
from functools import cache

import pytest

from helpers.practice import LEVELS, OF_LEVEL, practice_list
from helpers.rules import RULES
from helpers.wengert import WengertList
from helpers.widgets import AnotherList
from helpers.widgets.practice.explorer import DEALT, NAMES
from helpers.widgets.practice.lists import NUMBERS, level_text, list_text
from helpers.widgets.practice.slips import LOCAL, VALUES
from helpers.widgets.shared.template import significant
from tests.javascript import run_node

LISTS = [practice_list(level, number) for level in LEVELS for number in NUMBERS]
each_rule = pytest.mark.parametrize("rule", DEALT, ids=[rule.name for rule in DEALT])


def in_node(tapes, typed):
    """What the JavaScript makes of each list, and says to [(question, text), …] for each."""
    figure = AnotherList().figure
    lists = [
        {"line": list_text(tape), "typed": texts} for tape, texts in zip(tapes, typed, strict=True)
    ]
    traits = {"rules": figure.rules, "ruleTexts": figure.rule_texts, "slips": figure.slips}
    return run_node("tests/js/practice/run.mjs", data=traits | {"lists": lists})


def questions_of(tape):
    """All that is asked for: (kind, name, answer)."""
    primals = tape.forward_sweep()
    adjoints = tape.reverse_sweep(primals)
    values = [("value", step.name, primals[step.name]) for step in tape.steps]
    return values + [("adjoint", name, adjoints[name]) for name in reversed(adjoints)]


# ------------------------------------------------------------------ the lists


def test_the_texts_are_small():
    assert sum(len(level_text(level)) for level in LEVELS) < 20_000
    assert all(level_text(level).count("\n") + 1 == len(NUMBERS) for level in LEVELS)


def test_every_right_number_is_accepted_and_the_lists_are_those_of_python():
    typed = [
        [(k, form(x)) for k, (*_, x) in enumerate(questions_of(tape)) for form in FORMS]
        for tape in LISTS
    ]
    for tape, found in zip(LISTS, in_node(LISTS, typed), strict=True):
        assert WengertList.from_dict(found["program"]).to_dict() == tape.to_dict()
        asked = [(q["kind"], q["name"]) for q in found["questions"]]
        assert asked == [(kind, name) for kind, name, _ in questions_of(tape)]
        assert {said["verdict"] for said in found["said"]} == {"right"}
        assert not any("as if" in said["words"] for said in found["said"])
        output, gradient = tape.value_and_gradient()
        assert f"{tape.output} is {significant(output)}, and its derivative is" in found["end"]
        for name, slope in gradient.items():
            assert f"{significant(slope)} with respect to {name}" in found["end"]


FORMS = (
    lambda x: f"{x:g}",
    lambda x: f" {significant(x)} ",
    lambda x: f"{x:g}".replace(".", ","),
    lambda x: "{}/{}".format(*x.as_integer_ratio()) if x % 1 else f"{2 * x:g} / 2",
)


# ------------------------------------------------------------------ the table of slips


@each_rule
def test_every_rule_that_is_dealt_has_slips(rule):
    assert len(LOCAL[rule.name]) == rule.arity
    assert VALUES[rule.name] and LOCAL[rule.name][0]


@each_rule
def test_no_slip_is_right_and_no_two_are_the_same(rule):
    x, y = 0.7, 1.3
    at = (x, y)[: rule.arity]
    value = rule(*at)
    numbers = [value, *(f(*at, value) for f, _ in VALUES[rule.name])]
    assert_distinct(numbers)
    for partial, slips in zip(rule.partials, LOCAL[rule.name], strict=True):
        at_slope = (2.3, 2.0) if rule.name == "power" else at
        value = rule(*at_slope)
        assert_distinct([partial(*at_slope, value), *(f(*at_slope, value) for f, _ in slips)])


def assert_distinct(numbers):
    for k, x in enumerate(numbers):
        assert all(abs(x - other) > 1e-6 for other in numbers[:k]), numbers


# ------------------------------------------------------------------ the slips in the lists


def joined(texts):
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


def filled(words, step, slope=""):
    operands = [x if type(x) is str else significant(x) for x in step.operands]
    for key, text in {"0": operands[0], "1": operands[-1], "v": step.name, "d": slope}.items():
        words = words.replace(f"{{{key}}}", text)
    return words


@cache
def sweeps(tape):
    primals = tape.forward_sweep()
    return primals, tape.reverse_sweep(primals)


def number_of(f, *at):
    try:
        return float(f(*at))
    except (ZeroDivisionError, ValueError):
        return math.nan


def single_slips(tape, kind, name):
    """[(words, number), …]: the wrong values, wrong local derivatives and missing contributions."""
    primals, adjoints = sweeps(tape)
    steps = {step.name: step for step in tape.steps}
    if kind == "value":
        step = steps[name]
        at = [*map(primals.get, step.operands), primals[name]]
        return [(filled(text, step), number_of(f, *at)) for f, text in VALUES[step.rule.name]]
    found = []
    for step, i in uses(tape, name):
        at = [*map(primals.get, step.operands), primals[step.name]]
        right = step.rule.partials[i](*at)
        for f, text in LOCAL[step.rule.name][i]:
            off = adjoints[step.name] * (number_of(f, *at) - right)
            found.append((filled(text, step, f"∂{step.name}/∂{name}"), adjoints[name] + off))
        if len(uses(tape, name)) > 1:
            missing = adjoints[name] - adjoints[step.name] * right
            found.append((f"what comes from {step.name} is missing", missing))
    return found


def uses(tape, name):
    return [(step, i) for step in tape.steps for i, x in enumerate(step.operands) if x == name]


def general_slips(tape, kind, name):
    """[(words, number), …]: what else can go wrong in a sum of products."""
    primals, adjoints = sweeps(tape)
    if kind == "value":
        return []
    found = [(f"this is the value of {name}", primals[name])]
    if name == tape.output:
        return [*found, ("the output was left at 0", 0.0)]
    parts = []
    for step, i in uses(tape, name):
        at = [*map(primals.get, step.operands), primals[step.name]]
        parts.append((step.name, adjoints[step.name], step.rule.partials[i](*at)))
    for step, from_, local in parts:
        others = adjoints[name] - from_ * local
        slope = f"∂{step}/∂{name}"
        found.append((f"the adjoint of {step} was left out, and {slope} taken", others + local))
        value = others + primals[step] * local
        found.append((f"the value of {step} was taken where its adjoint belongs", value))
        if len(parts) > 2:
            found.append((f"only what comes from {step} is there", from_ * local))
    if len(parts) > 1:
        steps = joined([step for step, *_ in parts])
        from_ = sum(from_ for _, from_, _ in parts)
        found += [
            (f"the adjoints of {steps} were added without the local derivatives", from_),
            ("the local derivatives were added without the adj", sum(x for *_, x in parts)),
            (f"what comes from {steps} was multiplied", math.prod(a * x for _, a, x in parts)),
        ]
    return found


def causes_in(words):
    """The causes that an answer names."""
    named = re.fullmatch(r"Not yet\. It looks as if (.*)\.", words)
    return named[1].split("; or as if ") if named else []


def test_every_single_slip_is_named_or_two_others_that_fit_as_well():
    cases = []
    for tape in LISTS:
        cases.append([])
        for k, (kind, name, right) in enumerate(questions_of(tape)):
            for words, number in single_slips(tape, kind, name):
                if math.isfinite(number) and not math.isclose(number, right, abs_tol=1e-9):
                    cases[-1].append((k, repr(number), words))
    typed = [[(k, text) for k, text, _ in case] for case in cases]
    counted, others = 0, 0
    for case, found in zip(cases, in_node(LISTS, typed), strict=True):
        for (_, text, words), said in zip(case, found["said"], strict=True):
            causes = causes_in(said["words"])
            counted += 1
            if not any(cause.startswith(words) for cause in causes):
                others += 1
                assert len(causes) == 2, (text, words, said)
    assert counted > 5000
    assert others / counted < 0.1


def test_no_cause_is_named_that_does_not_fit_and_no_answer_is_given_away():
    rng = random.Random(5)
    guesses = [[*range(-15, 16), *(rng.randint(-400, 400) / 8 for _ in range(20))] for _ in LISTS]
    typed = [
        [(k, repr(x)) for k, _ in enumerate(questions_of(tape)) for x in own]
        for tape, own in zip(LISTS, guesses, strict=True)
    ]
    named = 0
    for tape, asked, found in zip(LISTS, typed, in_node(LISTS, typed), strict=True):
        questions = questions_of(tape)
        known = [single_slips(tape, *q[:2]) + general_slips(tape, *q[:2]) for q in questions]
        for (k, text), said in zip(asked, found["said"], strict=True):
            guess, right = float(text), questions[k][2]
            assert (said["verdict"] == "right") == math.isclose(guess, right, abs_tol=1e-9)
            for cause in causes_in(said["words"]):
                fitting = [number for words, number in known[k] if cause.startswith(words)]
                # A number without an end may be rounded: 0.125 for 0.1252.
                assert any(math.isclose(guess, x, rel_tol=0.01, abs_tol=1e-9) for x in fitting), (
                    guess, cause, fitting,
                )  # fmt: skip
                named += 1
    assert named > 5000


SMALL = WengertList(x=3.0, y=-2.0)
for rule, *operands in (("mul", "x", "y"), ("sub", "t1", "x"), ("power", "t2", 2.0)):
    SMALL.record(rule, *operands)

# x = 3, y = −2, t1 = x × y = −6, t2 = t1 − x = −9, t3 = t2 ** 2 = 81, with adjoints x 54, y −54,
# t1 −18, t2 −18, t3 1. Questions: t1, t2, t3, then t3, t2, t1, y, x.
WORDS = [
    (0, "6", "a minus sign was lost, or is one too many"),
    (0, "1", "x and y were added, not multiplied"),
    (0, "", "Type a number, such as −0.25 or 3/4."),
    (0, "1/2/3", "Type a number"),
    (1, "-3", "x was added, not subtracted"),
    (1, "9", "the operands were taken the wrong way round"),
    (1, "7", "Not yet: too high. Use t2 = t1 − x."),
    (2, "−18", "t2 was multiplied by 2, not by itself"),
    (2, "-81", "a minus sign was lost"),
    (3, "81", "this is the value of t3"),
    (3, "0", "the output was left at 0, where the other adjoints start"),
    (3, "2", "Not yet: too high. Use adjoint of t3 = ∂t3/∂t3."),
    (4, "-9", "the exponent was not put in front in ∂t3/∂t2"),
    (4, "162", "the exponent was not lowered by 1 in ∂t3/∂t2"),
    (4, "18", "The size is right, the sign is not. Use adjoint of t2 = adjoint of t3 × ∂t3/∂t2."),
    (5, "1", "the adjoint of t2 was left out, and ∂t2/∂t1 taken alone"),
    (6, "-18", "the adjoint of t1 was handed on as it is, without ∂t1/∂y"),
    (6, "36", "∂t1/∂y was taken as y itself, not as the other factor"),
    (6, "3", "the adjoint of t1 was left out, and ∂t1/∂y taken alone"),
    (7, "36", "what comes from t2 is missing, as with = in place of +=: x is used in t1 and in t2"),
    (7, "18", "what comes from t1 is missing: x is used in t1 and in t2"),
    (7, "3", "this is the value of x"),
    (7, "1000", "Use adjoint of x = adjoint of t2 × ∂t2/∂x + adjoint of t1 × ∂t1/∂x."),
]


def test_what_is_said_to_slips():
    [found] = in_node([SMALL], [[(k, text) for k, text, _ in WORDS]])
    for (k, text, words), said in zip(WORDS, found["said"], strict=True):
        assert words in said["words"], (k, text, said)
    assert found["questions"][0]["asked"] == "value of t1 = x × y"
    assert found["questions"][7]["asked"] == "adjoint of x"


# ------------------------------------------------------------------ from a notebook


def test_levels_and_numbers():
    another = AnotherList()
    assert another.values == {"number": 1.0}
    assert another.level == "sums and products"
    another.values = {"number": 42}
    another.level = "functions"
    assert another.wengert_list.to_dict() == practice_list(3, 42).to_dict()
    assert AnotherList("functions", 42).level == AnotherList(3, 42).level == another.level
    assert another.numbers["adjoint.x"] == another.wengert_list.gradient()["x"]
    assert repr(another) == "AnotherList(number=42, level='functions')"


@pytest.mark.parametrize(
    ("error", "message", "setting"),
    [
        (ValueError, "no level 4; choose from", {"level": 4}),
        (ValueError, r"number should lie in \[1.0, 100.0\], got 101", {"number": 101}),
        (ValueError, "a whole number that says which list, got 1.5", {"number": 1.5}),
        (TypeError, "number should be a number, got 'one'", {"number": "one"}),
    ],
)
def test_what_it_refuses(error, message, setting):
    with pytest.raises(error, match=message):
        AnotherList(**setting)


def test_the_still_form_asks_and_folds_the_solution_away():
    another = AnotherList(2, 7)
    picture, sentence = another.still()
    task, solution = picture.split("<details>")
    tape = another.wengert_list
    assert task.count("…") == 2 * len(tape.steps) + len(tape.inputs)
    assert tape.table()._repr_html_() in solution
    assert "List 7 of “powers and quotients”" in sentence


def test_a_small_output_the_same_each_time():
    first, second = (AnotherList()._repr_mimebundle_()["text/html"] for _ in range(2))
    assert first == second
    assert len(first.encode()) < 35_000
    state = json.loads(re.search(r'widget-state">(.*?)</script>', first, re.DOTALL)[1])
    figure = next(m["state"] for m in state["state"].values() if "lists" in m["state"])
    assert figure["lists"] == {NAMES[level]: level_text(level) for level in LEVELS}
    assert set(figure["slips"]) == {name for level in LEVELS for name in OF_LEVEL[level]}
    assert all(RULES[name].text == text for name, text in figure["rule_texts"].items())
