"""The catalogue's check is itself checked: it must notice each mistake that is made on purpose.

Every value and every local derivative of the rule book is replaced by a plausible wrong one, and
lines of the engines by the classical bugs. Then the check that `test_engines_agree` makes is run on
the smallest entries that use what was changed. A mutation that nobody notices is a failure.
"""

import inspect
import textwrap

import pytest

from helpers import dual, wengert
from helpers.dual import Dual
from helpers.rules import RULES, absolute, cos, exp, greater, log, sin
from helpers.rules.operators import Operators
from helpers.value import Value, value
from helpers.wengert import WengertList
from tests.catalogue import CATALOGUE
from tests.oracles import (
    ENGINES,
    HESSIANS,
    TRACING_ENGINES,
    as_values,
    disagreements,
    hessian_disagreements,
)


def steps_of(entry):
    """The steps that the entry takes at its points: a list."""
    return [
        step for point in entry.points for step in as_values(entry, point)[0].wengert_list().steps
    ]


STEPS = {entry: steps_of(entry) for entry in CATALOGUE}
BY_SIZE = sorted(CATALOGUE, key=lambda entry: len(STEPS[entry]))
# `greater` and `xlogy` compute the slopes of these too.
USERS = {"greater": {"greater", "relu", "maximum", "absolute"}, "xlogy": {"xlogy", "power"}}


def entries_that_use(name):
    names = USERS.get(name, {name})
    return [entry for entry in BY_SIZE if names & {step.rule.name for step in STEPS[entry]}]


def notices(check, engine, entries):
    """Does the check of one engine find anything wrong, or the engine refuse to work?"""
    for entry in entries:
        if entry.branches and engine in TRACING_ENGINES:
            continue
        try:
            if check(entry, engine):
                return True
        except (ArithmeticError, ValueError, KeyError, TypeError):
            return True
    return False


# Mutations of the rule book.


def wrong_partials(rule):
    """{what is wrong: the rule's partials, one of them wrong}."""
    found = {}
    for i, right in enumerate(rule.partials):
        variants = {
            "with its sign flipped": lambda *at, right=right: -right(*at),
            "twice as large": lambda *at, right=right: 2.0 * right(*at),
            "a billionth too large": lambda *at, right=right: (1 + 1e-9) * right(*at),
            "zero": lambda *at: 0.0,
            "one too large": lambda *at, right=right: right(*at) + 1.0,
        }
        if rule.name == "greater":  # its slopes are zero, and stay so under most of these
            variants = {"one": lambda *at: 1.0}
        for what, wrong in variants.items():
            changed = (*rule.partials[:i], wrong, *rule.partials[i + 1 :])
            found[f"{rule.name}: slope {i} {what}"] = changed
    if rule.arity == 2 and rule.name not in ("add", "greater"):
        found[f"{rule.name}: slopes swapped"] = rule.partials[::-1]
    return found


# The mistakes that people make.
CLASSICS = {
    "mul: each slope the operand itself": (lambda x, y, v: x, lambda x, y, v: y),
    "div: y's slope without the square": (lambda x, y, v: 1.0 / y, lambda x, y, v: -x / y),
    "div: y's slope without the minus": (lambda x, y, v: 1.0 / y, lambda x, y, v: v / y),
    "sub: y's slope without the minus": (lambda x, y, v: 1.0, lambda x, y, v: 1.0),
    "power: without the exponent": (
        lambda x, y, v: x ** (y - greater(absolute(y), 0.0)),
        lambda x, y, v: v * log(x),
    ),
    "power: the exponent not lowered": (lambda x, y, v: y * v, lambda x, y, v: v * log(x)),
    "power: 0 · 0^(−1) for x ** 0": (
        lambda x, y, v: y * x ** (y - 1.0),
        lambda x, y, v: v * log(x),
    ),
    "power: in the exponent without the logarithm": (
        lambda x, y, v: y * x ** (y - greater(absolute(y), 0.0)),
        lambda x, y, v: v,
    ),
    "exp: x exp(x)": (lambda x, v: x * v,),
    "exp: x exp(x − 1), as if it were a power": (lambda x, v: x * exp(x - 1.0),),
    "log: 1 / v": (lambda x, v: 1.0 / (v + 1e-300),),
    "sin: itself": (lambda x, v: v,),
    "sin: −cos": (lambda x, v: -cos(x),),
    "cos: sin, without the minus": (lambda x, v: sin(x),),
    "tanh: 1 − v": (lambda x, v: 1.0 - v,),
    "tanh: 1 − x²": (lambda x, v: 1.0 - x * x,),
    "sqrt: 1 / v": (lambda x, v: 1.0 / v,),
    "sqrt: 1 / 2x": (lambda x, v: 0.5 / x,),
    "sigmoid: of x, not of the value": (lambda x, v: x * (1.0 - x),),
    "sigmoid: 1 − v": (lambda x, v: 1.0 - v,),
    "relu: one at the kink": (lambda x, v: 1.0 - greater(0.0, x),),
    "relu: on the wrong side": (lambda x, v: greater(0.0, x),),
    "relu: always one": (lambda x, v: 1.0,),
    "relu: x where it is above 0": (lambda x, v: v,),
    "maximum: a tie to the first": (
        lambda x, y, v: 1.0 - greater(y, x),
        lambda x, y, v: greater(y, x),
    ),
    "maximum: a tie to both": (
        lambda x, y, v: 1.0 - greater(y, x),
        lambda x, y, v: 1.0 - greater(x, y),
    ),
    "absolute: one at the kink": (lambda x, v: 1.0 - 2.0 * greater(0.0, x),),
    "absolute: always one": (lambda x, v: 1.0,),
    "neg: without the minus": (lambda x, v: 1.0,),
}

WRONG_PARTIALS = [
    pytest.param(rule, partials, id=what)
    for rule in RULES.values()
    for what, partials in wrong_partials(rule).items()
] + [
    pytest.param(RULES[what.split(":")[0]], partials, id=what)
    for what, partials in CLASSICS.items()
]


@pytest.mark.parametrize(("rule", "partials"), WRONG_PARTIALS)
@pytest.mark.parametrize("engine", ["the list", "the list on arrays", "Value", "Dual"])
def test_a_wrong_slope_is_noticed(monkeypatch, engine, rule, partials):
    monkeypatch.setattr(rule, "partials", partials)
    assert notices(disagreements, engine, entries_that_use(rule.name)), "the mutation survived"


def wrong_values(rule):
    """{what is wrong: a function that takes the right value's function and gives a wrong one}."""
    found = {
        "sign flipped": lambda right: lambda *at: -right(*at),
        "a billionth too large": lambda right: lambda *at: right(*at) * (1 + 1e-9),
        "the first operand": lambda right: lambda *at: at[0] * 1.0,
    }
    if rule.arity == 2 and rule.name not in ("add", "mul", "maximum"):
        found["operands swapped"] = lambda right: lambda x, y: right(y, x)
    return found


WRONG_VALUES = [
    pytest.param(rule, wrong, id=f"{rule.name}: {what}")
    for rule in RULES.values()
    for what, wrong in wrong_values(rule).items()
]


@pytest.mark.parametrize(("rule", "wrong"), WRONG_VALUES)
@pytest.mark.parametrize("engine", ["the list", "Value", "Dual"])
def test_a_wrong_value_on_floats_is_noticed(monkeypatch, engine, rule, wrong):
    monkeypatch.setattr(rule, "on_floats", wrong(rule.on_floats))
    assert notices(disagreements, engine, entries_that_use(rule.name)), "the mutation survived"


@pytest.mark.parametrize(("rule", "wrong"), WRONG_VALUES)
def test_a_wrong_value_on_arrays_is_noticed(monkeypatch, rule, wrong):
    monkeypatch.setattr(rule, "on_arrays", wrong(rule.on_arrays or rule.value))
    entries = entries_that_use(rule.name)
    assert notices(disagreements, "the list on arrays", entries), "the mutation survived"


# Mutations of the engines. Each is a change of the source text of one function.


def change(monkeypatch, owner, name, old, new):
    """Replace `old` by `new` in the source of a function of a class or module."""
    function = getattr(owner, name)
    source = textwrap.dedent(inspect.getsource(function))
    assert old in source, f"{name} has no {old!r} any more: mutate what stands there now"
    namespace = {}
    exec(source.replace(old, new), function.__globals__, namespace)
    monkeypatch.setattr(owner, name, namespace[name])


SWAPPED = {
    "__sub__": ("sub, self, other", "sub, other, self"),
    "__rsub__": ("sub, other, self", "sub, self, other"),
    "__truediv__": ("div, self, other", "div, other, self"),
    "__rtruediv__": ("div, other, self", "div, self, other"),
    "__pow__": ("power, self, other", "power, other, self"),
    "__rpow__": ("power, other, self", "power, self, other"),
}

# {(the engine that must notice, owner, function): [(what stands there, what is put there)]}
BROKEN_ENGINES = {
    ("Value", Value, "_backward"): [
        ("x.grad += self.grad * partials[0](x", "x.grad = self.grad * partials[0](x"),
        ("x.grad += self.grad * partials[0](a", "x.grad = self.grad * partials[0](a"),
        ("y.grad += ", "y.grad = "),
        ("self.grad * partials[0](x", "partials[0](x"),
        ("self.grad * partials[0](a", "partials[0](a"),
        ("self.grad * partials[1]", "partials[1]"),
        ("partials[1]", "partials[0]"),
        ("self.grad", "self.data"),
    ],
    ("Value", Value, "backward"): [
        ("self.grad += 1.0", "self.grad += 2.0"),
        ("self.grad += 1.0", "pass"),
        ("order = users_first(self)", "order = users_first(self)[::-1]"),
    ],
    ("Value, twice backward", Value, "backward"): [
        ("node.grad = 0.0", "pass"),
        ("if node.rule:", "if True:"),
    ],
    ("Value", value, "users_first"): [
        ("return order[::-1]", "return order"),
        ("elif isinstance(y, Value) and y not in seen:", "elif False:"),
        ("order.append(path.pop())", "order.insert(0, path.pop())"),
    ],
    ("the list", WengertList, "_run_back"): [
        ("contribution = adjoints[operand] + contribution", "pass"),
        ("reversed(self.steps)", "list(self.steps)"),
        ("adjoint * slope", "slope"),
        ("adjoint if is_one", "slope if is_one"),
        ("slope == 1.0", "slope == -1.0"),
        ("step.slope(i, at, adjoint)", "step.slope(0, at, adjoint)"),
    ],
    ("the list on arrays", WengertList, "_run_back"): [
        ("contribution = adjoints[operand] + contribution", "pass"),
    ],
    ("the list's forward mode", WengertList, "tangent_sweep"): [
        ("* tangents[operand]", ""),
        ("= sum(", "= max("),
    ],
    ("the list from its data", wengert.plain_data, "to_dict"): [
        ("*step.operands", "*step.operands[::-1]"),
    ],
    ("the list from its data", wengert.plain_data, "from_dict"): [('data["output"]', '"t1"')],
    ("the list of a Value", value, "record_graph"): [
        ("in node.operands", "in node.operands[::-1]"),
    ],
    ("the list", wengert.Traced, "apply_rule"): [
        ("for x in operands]", "for x in operands][::-1]"),
    ],
    ("Dual", Dual, "apply_rule"): [
        ("tangent = tangent + slope", "tangent = slope"),
        ("* direction", ""),
        ("primal = rule(*primals)", "primal = rule(*primals[::-1])"),
    ],
} | {
    (engine, Operators, name): [swap]
    for name, swap in SWAPPED.items()
    for engine in ("the list", "Value", "Dual")
}

BROKEN_NESTING = {
    ("Dual of Dual", dual, "derivative"): [("tag = Epsilon()", "tag = 'ε'")],
    ("Dual of Dual", dual, "split"): [
        ("return Dual(a, c, x.tag)", "return Dual(a, 0.0, x.tag)"),
        ("for t in (b, d)", "for t in (b, None)"),
        ("for t in (b, d)", "for t in (None, d)"),
    ],
    ("Dual of Dual", dual, "_holds"): [("or _holds(x.primal, tag)", "")],
    ("Dual over Value", Dual, "apply_rule"): [("* direction", "")],
    ("Dual over Value", Value, "_backward"): [("y.grad += ", "y.grad = ")],
}


def cases(broken):
    """One pytest parameter for each change: engine, owner, function, old text, new text."""
    return [
        pytest.param(*where, *texts, id=f"{where[0]}: {where[2]}: " + " → ".join(texts))
        for where, changes in broken.items()
        for texts in changes
    ]


@pytest.mark.parametrize(("engine", "owner", "name", "old", "new"), cases(BROKEN_ENGINES))
def test_a_broken_engine_is_noticed(monkeypatch, engine, owner, name, old, new):
    change(monkeypatch, owner, name, old, new)
    assert notices(disagreements, engine, BY_SIZE), "the mutation survived"


@pytest.mark.parametrize(("engine", "owner", "name", "old", "new"), cases(BROKEN_NESTING))
def test_broken_nesting_is_noticed(monkeypatch, engine, owner, name, old, new):
    change(monkeypatch, owner, name, old, new)
    monkeypatch.setattr("tests.oracles.derivative", dual.derivative)
    assert notices(hessian_disagreements, engine, BY_SIZE), "the mutation survived"


# Without a mutation nothing is noticed: so what was noticed above was the mutation.


@pytest.mark.parametrize("engine", ENGINES)
def test_unbroken_engines_pass(engine):
    assert not notices(disagreements, engine, BY_SIZE)


@pytest.mark.parametrize("engine", HESSIANS)
def test_unbroken_nesting_passes(engine):
    assert not notices(hessian_disagreements, engine, BY_SIZE)


def test_every_rule_is_mutated():
    """In its value on floats, in its value on arrays, and in each of its slopes."""
    mutated = {what.id.split(":")[0] for what in WRONG_PARTIALS}
    assert mutated == set(RULES) == {what.id.split(":")[0] for what in WRONG_VALUES}
    for rule in RULES.values():
        slopes = [w for w in wrong_partials(rule) if ": slope " in w]
        assert {int(w.split("slope ")[1][0]) for w in slopes} == set(range(rule.arity))
