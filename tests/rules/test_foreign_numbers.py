"""Numbers and functions from elsewhere: NumPy's scalars, and what math and NumPy do with ours.

Warnings are errors in this suite: where none is expected, none may come.
"""

import cmath
import math
import operator

import numpy as np
import pytest

from helpers import finite_differences, rules
from helpers.dual import Dual, derivative
from helpers.rules import RULES
from helpers.value import Value
from helpers.wengert import WengertList, trace

# ------------------------------------------------------------------ NumPy's scalars

SCALARS = [
    *(np.float64(0.1), np.float32(0.1), np.float16(0.1), np.longdouble("0.1")),
    *(np.int8(-128), np.int64(-3), np.uint8(255), np.True_, np.False_),
]
OPERATIONS = {
    **{"+": operator.add, "-": operator.sub, "*": operator.mul},
    **{"/": operator.truediv, "**": operator.pow},
    **{name: RULES[name] for name in ("maximum", "greater", "xlogy")},
}
COMPARISONS = (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne)


def kind(x):
    return type(x).__name__


def outcome(f, *numbers):
    """What f gives, or what error."""
    try:
        return f(*numbers)
    except (ValueError, ArithmeticError) as error:
        return type(error)


def parts(x):
    return x if isinstance(x, type) else (x.primal, x.tangent) if isinstance(x, Dual) else x.data


def on_either_side(f, scalar):
    return [lambda v: f(v, scalar), lambda v: f(scalar, v)]


each_scalar = pytest.mark.parametrize("scalar", SCALARS, ids=kind)
each_operation = pytest.mark.parametrize("f", OPERATIONS.values(), ids=list(OPERATIONS))


@each_scalar
@each_operation
@pytest.mark.parametrize("make", [Value, lambda x: Dual(x, 1.0)], ids=["Value", "Dual"])
def test_a_scalar_of_numpys_counts_as_a_float(make, f, scalar):
    for received, expected in zip(
        on_either_side(f, scalar), on_either_side(f, float(scalar)), strict=True
    ):
        y = parts(outcome(received, make(1.5)))
        assert y == parts(outcome(expected, make(1.5)))
        assert "np." not in repr(y)


@each_scalar
@each_operation
def test_a_scalar_of_numpys_is_a_constant_of_a_list(f, scalar):
    for received, expected in zip(
        on_either_side(f, scalar), on_either_side(f, float(scalar)), strict=True
    ):
        tape = trace(lambda x, received=received: received(x), x=1.5)
        assert tape.to_dict() == trace(lambda x, expected=expected: expected(x), x=1.5).to_dict()
        constants = [x for x in tape.steps[0].operands if x != "x"]
        assert [type(x) for x in constants] == [float]


@each_scalar
def test_every_rule_takes_a_scalar_of_numpys(scalar):
    for rule in RULES.values():
        y = outcome(rule, *[scalar] * rule.arity)
        assert y == outcome(rule, *[float(scalar)] * rule.arity), rule
        assert type(y) in (float, type)


@each_scalar
def test_a_scalar_of_numpys_may_stand_wherever_a_number_may(scalar):
    x = float(scalar)
    assert Value(scalar).data == Dual(scalar).primal == Dual(0.0, scalar).tangent == x
    assert WengertList(w=scalar).inputs == {"w": x}
    assert trace(lambda w: w * 2, w=1.0).evaluate(w=scalar) == 2 * x
    assert trace(lambda w: scalar, w=1.0).output == x
    assert derivative(lambda w: w * w, scalar) == 2 * x
    assert finite_differences.derivative(lambda w: scalar, scalar) == 0.0


@each_scalar
@pytest.mark.parametrize("compare", COMPARISONS, ids=lambda f: f.__name__)
def test_comparing_with_a_scalar_of_numpys_gives_a_truth_of_pythons(compare, scalar):
    for number in (Value(0.1), Dual(0.1, 5.0)):
        for received, expected in (
            (compare(number, scalar), compare(0.1, float(scalar))),
            (compare(scalar, number), compare(float(scalar), 0.1)),
        ):
            assert type(received) is bool
            assert received == expected


def test_what_a_comparison_gives_can_be_multiplied():
    for comparison in (Value(2.0) > np.float64(1), np.float64(1) < Value(2.0), np.float64(2) > 1):
        assert (comparison * Value(3.0)).data == (Value(3.0) * comparison).data == 3.0
        assert (comparison * Dual(3.0, 1.0)).tangent == 1.0


@pytest.mark.parametrize("number", [np.float32(np.inf), np.float64(np.nan), np.float16(-np.inf)])
def test_a_constant_of_a_list_is_finite_whoever_made_it(number):
    for f in (lambda x: x * number, lambda x: number / x, lambda x: number):
        with pytest.raises(ValueError, match="nor a finite number"):
            trace(f, x=1.0)


def test_an_array_of_our_numbers_goes_through_numpys_sums_and_products():
    leaves = [Value(2.0), Value(3.0)]
    (np.dot(leaves, leaves) + np.sum(np.array(leaves) * 2.0)).backward()
    assert [leaf.grad for leaf in leaves] == [2 * 2.0 + 2.0, 2 * 3.0 + 2.0]
    assert np.exp(np.array([Value(0.0)]))[0].data == 1.0


# ------------------------------------------------------------------ functions from elsewhere

OURS = {
    "Value": (Value(0.5, label="v"), "the number alone is its `data`"),
    "Dual": (Dual(0.5, 1.0), "the number alone is its `primal`"),
}
NEED_A_PLAIN_NUMBER = {
    **{f.__name__: f for f in (float, int, complex, round, np.float64)},
    **{f"math.{n}": getattr(math, n) for n in ("exp", "sin", "sqrt", "floor", "isnan", "trunc")},
    "math.pow": lambda v: math.pow(v, 2.0),
    "cmath.exp": cmath.exp,
}
each_of_ours = pytest.mark.parametrize(("number", "alone"), OURS.values(), ids=list(OURS))


@each_of_ours
@pytest.mark.parametrize("f", NEED_A_PLAIN_NUMBER.values(), ids=list(NEED_A_PLAIN_NUMBER))
def test_functions_of_python_say_what_to_use_instead(f, number, alone):
    with pytest.raises(TypeError) as caught:
        f(number)
    said = str(caught.value)
    assert "would lose its derivative. Use exp, log, sin," in said
    assert said.startswith(repr(number)[:50]) and said.endswith(alone)


@each_of_ours
@pytest.mark.parametrize("name", ["exp", "sin", "sqrt", "tanh", "log", "arctan", "square", "sign"])
def test_functions_of_numpy_say_what_to_use_instead(name, number, alone):
    with pytest.raises(TypeError) as caught:
        getattr(np, name)(number)
    ours = name if name in RULES else "exp, log, sin, cos, tanh, sqrt, relu or sigmoid"
    assert f"np.{name} knows plain numbers only, got " in str(caught.value)
    assert str(caught.value).endswith(f"Use {ours} of helpers.rules; {alone}")


def test_the_functions_that_are_named_exist():
    from helpers.rules.operators import COMPARISONS, FUNCTIONS, OPERATORS

    named = FUNCTIONS.replace(" or", ",").split(", ")
    assert set(named) < set(RULES) and set(named) < set(dir(Value))
    assert all(hasattr(np, name) for name in (*OPERATORS, *COMPARISONS))


@pytest.mark.parametrize("number", [Value(1.5), Dual(1.5, 2.0)], ids=kind)
def test_numpys_names_for_operators_are_operators(number):
    two = np.float64(2.0)
    for name in ("add", "subtract", "multiply", "divide", "power", "maximum"):
        f = rules.maximum if name == "maximum" else getattr(operator, PYTHONS.get(name, name))
        assert parts(getattr(np, name)(number, two)) == parts(f(number, 2.0)), name
        assert parts(getattr(np, name)(two, number)) == parts(f(2.0, number)), name
    assert parts(np.negative(number)) == parts(-number)
    assert parts(np.abs(-number)) == parts(abs(-number))


PYTHONS = {"subtract": "sub", "multiply": "mul", "divide": "truediv", "power": "pow"}


@pytest.mark.parametrize("number", [Value(1.5), Dual(1.5, 2.0)], ids=kind)
def test_numpys_order_with_what_has_none_is_refused(number):
    with pytest.raises(TypeError, match="not supported between"):
        np.less(number, "text")


@pytest.mark.parametrize(
    ("f", "words"),
    [
        (lambda x: float(x), "traced x has no value yet"),
        (lambda x: math.exp(x), "traced x has no value yet"),
        (lambda x: round(x), "traced x is more than a number"),
        (lambda x: math.floor(x), "a traced number has no value yet"),
        (lambda x: np.exp(x), r"np\.exp knows plain numbers only, got traced x\. Use exp of"),
        (lambda x: np.arctan(x), "Use exp, log, sin, cos, tanh, sqrt, relu or sigmoid of"),
    ],
)
def test_a_traced_number_says_it_too(f, words):
    with pytest.raises(TypeError, match=words):
        trace(f, x=1.0)


@pytest.mark.parametrize(
    ("number", "spec", "text"),
    [
        (Value(0.123456), ".3f", "0.123"),
        (Value(1234.5), ",.1f", "1,234.5"),
        (Value(-2.0), "+g", "-2"),
        (Value(2.0), "", "Value(data=2.0, grad=0.0)"),
        (Dual(0.123456, 2.0), ".3f", "0.123 + 2.000ε"),
        (Dual(0.5, -2.0), ".1f", "0.5 - 2.0ε"),
        (Dual(0.5, 1.0), "", "Dual(0.5, 1.0)"),
        (Dual(Dual(1.0, 2.0, "η"), Dual(3.0, -4.0, "η")), ".0f", "(1 + 2η) + (3 - 4η)ε"),
        (Dual(Value(0.5), Value(-1.0)), ".1f", "0.5 - 1.0ε"),
    ],
)
def test_a_format_shows_the_number(number, spec, text):
    assert format(number, spec) == text


def test_a_short_number_beside_a_large_value_says_nothing():
    """NumPy would compute in 32 bits, and warn: a warning is an error in these tests."""
    for product in (Value(1e300) * np.float32(0.5), np.float32(0.5) * Value(1e300)):
        assert product.data == 5e299
