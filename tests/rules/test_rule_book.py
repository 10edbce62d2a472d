"""The rule book: values on every kind of number, partials, kinks, domains, and what is refused."""

import math
from decimal import Decimal
from fractions import Fraction

import mpmath
import numpy as np
import pytest
import sympy

from helpers import rules
from helpers.dual import Dual
from helpers.rules import RULES, UndefinedError
from helpers.value import Value
from helpers.wengert import WengertList, trace
from tests.oracles import Precise, precise_derivative, relative_error, unit

ANYWHERE = (-2.5, -1.0, -0.3, 0.4, 1.0, 2.0, 3.7)
POSITIVE = (1e-3, 0.4, 1.0, 2.0, 50.0)
PAIRS = ((2.0, 3.0), (-1.5, 0.4), (0.3, -2.0), (-4.0, -0.7), (1e-8, 1e8), (1e8, 1e-8))

# Points inside the domain and away from kinks, at which every rule is tried.
POINTS = {
    name: [(x,) for x in ANYWHERE] if rule.arity == 1 else PAIRS for name, rule in RULES.items()
} | {
    "log": [(x,) for x in POSITIVE],
    "sqrt": [(x,) for x in POSITIVE],
    "power": [(2.0, 3.0), (0.4, -1.5), (1.0, 5.0), (3.7, 0.0), (1e-3, 0.5), (7.0, 1 / 3)],
    "xlogy": [(2.0, 3.0), (-1.5, 0.4), (1e-8, 1e8), (-4.0, 1e-3)],
    "exp": [(x,) for x in (*ANYWHERE, -700.0, 700.0)],
    "sigmoid": [(x,) for x in (*ANYWHERE, -700.0, -40.0)],
}
# A base below 0, or 0, has a slope in the base but none in the exponent.
POWER_BASES = [(-2.0, 3.0), (-0.5, -2.0), (0.0, 1.0), (0.0, 2.0), (-3.0, 0.0), (0.0, 0.0)]
CASES = [(name, point) for name, points in POINTS.items() for point in points]

OUTSIDE = [  # (rule, operands, as the message shows it)
    ("div", (1.0, 0.0), "1 / 0"),
    ("div", (-3.0, 0.0), "(-3) / 0"),
    ("log", (-1.0,), "log(-1)"),
    ("log", (0.0,), "log(0)"),
    ("sqrt", (-4.0,), "sqrt(-4)"),
    ("sin", (math.inf,), "sin(inf)"),
    ("cos", (-math.inf,), "cos(-inf)"),
    ("power", (-2.0, 0.5), "(-2) ** 0.5"),
    ("power", (0.0, -1.0), "0 ** (-1)"),
    ("xlogy", (2.0, 0.0), "2 · log(0)"),
    ("xlogy", (-3.0, -1.0), "-3 · log(-1)"),
]


def kind(x):
    """The name of a test with x. (Its text may hold an address, which no two runs share.)"""
    return type(x).__name__


NOT_NUMBERS = ["text", None, [1.0], (1.0, 2.0), {"a": 1}, Decimal(1), object(), np.array(["a"])]


def in_each_place(rule, x, good=1.5):
    """The operands of a rule with x in each place in turn, and a good number in the others."""
    for i in range(rule.arity):
        yield [x if i == j else good for j in range(rule.arity)]


def exact_value(name, point):
    with mpmath.workdps(50):
        return Precise.functions[name](*map(mpmath.mpf, point))


def partials_at(name, point):
    rule = RULES[name]
    value = rule(*point)
    return [partial(*point, value) for partial in rule.partials]


# Values.


def test_the_book_holds_every_rule_that_the_course_promises():
    promised = "add sub mul div neg power exp log sin cos tanh sqrt relu sigmoid maximum absolute"
    for_slopes = {"greater", "xlogy"}
    assert set(promised.split()) | for_slopes == set(RULES)
    for name, rule in RULES.items():
        assert rule.name == name and getattr(rules, name) is rule and name in rules.__all__
        assert name in repr(rule)


@pytest.mark.parametrize(("name", "point"), CASES)
def test_value_on_every_kind_of_number(name, point):
    rule, exact = RULES[name], exact_value(name, point)
    ones = np.ones(3)
    received = {
        "floats": rule(*point),
        "NumPy floats": rule(*map(np.float64, point)),
        "arrays": rule(*(x * ones for x in point))[1],
        "an array and floats": rule(point[0] * ones, *point[1:])[1],
        "Value": rule(*map(Value, point)).data,
        "Value and floats": rule(Value(point[0]), *point[1:]).data,
        "Dual": rule(*map(Dual, point)).primal,
        "list": trace(lambda **at: rule(*at.values()), **dict(zip("ab", point, strict=False))),
    }
    received["list"] = received["list"].evaluate()
    if not rule.only_real:
        received["complex"] = rule(*map(complex, point)).real
    for kind, number in received.items():
        assert relative_error(number, exact) < 1e-14, f"{name}{point} on {kind}: {number}"
    assert type(received["floats"]) is float


@pytest.mark.parametrize(("name", "point"), CASES)
def test_value_on_sympy_symbols(name, point):
    symbols = sympy.symbols("x y", real=True)[: len(point)]
    expression = RULES[name](*symbols)
    assert isinstance(expression, sympy.Basic)
    exactly = dict(zip(symbols, map(sympy.Rational, point), strict=True))
    assert relative_error(float(expression.subs(exactly).evalf(30)), exact_value(name, point)) < (
        1e-14
    )


def test_sympy_symbols_and_numbers_mix():
    x = sympy.Symbol("x")
    assert rules.power(x, 2) == x**2
    assert rules.sub(1, x) == 1 - x
    assert rules.sin(x).diff(x) == rules.cos(x)


@pytest.mark.parametrize("number", [2, True, Fraction(1, 2), np.int32(3), np.float32(0.5)])
def test_other_real_numbers_count_as_floats(number):
    assert rules.exp(number) == math.exp(float(number))
    assert type(rules.mul(number, 2)) is float


def test_arrays_of_integers_count_as_floats():
    assert rules.power(np.array([1, 2]), -1).tolist() == [1.0, 0.5]
    assert rules.mul(np.array([2**62]), 4)[0] == 2.0**64


def test_arrays_broadcast():
    column, row = np.ones((5, 1)), np.arange(7.0)
    assert rules.add(column, row).shape == (5, 7)
    assert rules.maximum(column, row).shape == (5, 7)


# Local derivatives.


@pytest.mark.parametrize(("name", "point"), CASES)
def test_partials(name, point):
    """Relative to 1 for sigmoid and tanh, whose 1 − v loses digits where they are flat."""
    scale = 1 if name in ("sigmoid", "tanh") and point[0] > 1 else "1e-150"
    for i, received in enumerate(partials_at(name, point)):
        exact = precise_derivative(RULES[name], point, unit(len(point), i))
        error = relative_error(received, exact, scale)
        assert error < 1e-14, f"∂{name}/∂operand {i} at {point}: {received}, expected {exact}"


@pytest.mark.parametrize("point", POWER_BASES)
def test_the_slope_of_a_power_in_its_base(point):
    x, y = point
    received = RULES["power"].partials[0](x, y, x**y)
    assert received == (y * x ** (y - 1) if y else 0.0)


@pytest.mark.parametrize(("name", "point"), CASES)
def test_partials_on_arrays_are_those_on_floats(name, point):
    rule = RULES[name]
    arrays = [x * np.ones(3) for x in point]
    value = rule(*arrays)
    for partial, expected in zip(rule.partials, partials_at(name, point), strict=True):
        received = np.broadcast_to(partial(*arrays, value), 3)
        assert received == pytest.approx([expected] * 3, rel=1e-14)


@pytest.mark.parametrize(("name", "point"), CASES)
def test_partials_can_be_traced(name, point):
    """They are sent to the browser as lists."""
    rule = RULES[name]
    at = dict(zip("abv", (*point, rule(*point)), strict=False))
    for partial, expected in zip(rule.partials, partials_at(name, point), strict=True):

        def on_traced(partial=partial, **numbers):
            return partial(*numbers.values())

        assert trace(on_traced, **at).evaluate() == pytest.approx(expected, rel=1e-14)


# At kinks, and far out.


def test_the_conventions_at_kinks():
    assert partials_at("relu", (0.0,)) == [0.0]
    assert partials_at("relu", (-0.0,)) == [0.0]
    assert partials_at("absolute", (0.0,)) == [0.0]
    assert partials_at("maximum", (2.0, 2.0)) == [0.0, 1.0]
    assert partials_at("maximum", (3.0, 2.0)) == [1.0, 0.0]
    assert rules.greater(2.0, 2.0) == 0.0
    assert partials_at("greater", (2.0, 2.0)) == [0.0, 0.0]


@pytest.mark.parametrize("x", [-1.0, -0.0, 0.0, 1.0])
def test_relu_is_the_maximum_with_zero(x):
    assert rules.relu(x) == rules.maximum(x, 0.0)
    assert partials_at("relu", (x,))[0] == partials_at("maximum", (x, 0.0))[0]


def on_each_kind(rule, *point):
    """The rule's value on floats, on an array, on Values and on a list."""
    names = dict(zip("ab", point, strict=False))
    tape = trace(lambda **at: rule(*at.values()), **names)
    return {
        "floats": rule(*point),
        "arrays": float(rule(*(np.full(2, x) for x in point))[0]),
        "Value": rule(*map(Value, point)).data,
        "Dual": rule(Dual(point[0]), *point[1:]).primal,
        "list": tape.evaluate(),
        "list on arrays": float(tape.evaluate(**{k: np.full(2, x) for k, x in names.items()})[0]),
    }


@pytest.mark.parametrize(
    ("name", "point", "expected"),
    [
        ("exp", (1000.0,), math.inf),
        ("exp", (-1000.0,), 0.0),
        ("exp", (math.inf,), math.inf),
        ("sigmoid", (1000.0,), 1.0),
        ("sigmoid", (-1000.0,), 0.0),
        ("sigmoid", (-math.inf,), 0.0),
        ("sigmoid", (0.0,), 0.5),
        ("tanh", (1000.0,), 1.0),
        ("tanh", (-1000.0,), -1.0),
        ("power", (10.0, 400.0), math.inf),
        ("power", (-10.0, 401.0), -math.inf),
        ("power", (-10.0, 400.0), math.inf),
        ("power", (10.0, -400.0), 0.0),
        ("mul", (1e200, 1e200), math.inf),
        ("div", (1e200, 1e-200), math.inf),
        ("log", (math.inf,), math.inf),
        ("relu", (math.inf,), math.inf),
        ("relu", (-math.inf,), 0.0),
    ],
)
def test_far_out_nothing_overflows_into_an_error(name, point, expected):
    received = on_each_kind(RULES[name], *point)
    assert received == dict.fromkeys(received, expected)


@pytest.mark.parametrize("x", [-1000.0, 1000.0])
@pytest.mark.parametrize("name", ["sigmoid", "tanh"])
def test_where_it_is_flat_the_slope_is_zero(name, x):
    assert partials_at(name, (x,)) == [0.0]


@pytest.mark.parametrize("name", ["relu", "exp", "sin", "tanh", "sigmoid", "absolute", "neg"])
def test_not_a_number_stays_not_a_number(name):
    assert math.isnan(RULES[name](math.nan))
    assert np.isnan(RULES[name](np.array([math.nan, 1.0]))).tolist() == [True, False]


NAN = math.nan
MAXIMA = [  # (x, y, whose gradient it is: the number that came out)
    (NAN, 1.0, [1.0, 0.0]),
    (1.0, NAN, [0.0, 1.0]),
    (NAN, NAN, [0.0, 1.0]),
    (math.inf, NAN, [0.0, 1.0]),
    (NAN, math.inf, [1.0, 0.0]),
]


@pytest.mark.parametrize(("x", "y", "expected"), MAXIMA)
def test_the_gradient_of_a_maximum_goes_where_its_value_came_from(x, y, expected):
    received = on_each_kind(rules.maximum, x, y)
    assert all(map(math.isnan, received.values())), received
    leaves = Value(x), Value(y)
    rules.maximum(*leaves).backward()
    tape = trace(rules.maximum, x=x, y=y)
    primals = tape.forward_sweep()
    arrays = tape.gradient(x=np.full(2, x), y=np.full(2, y))
    slopes = {
        "Value": [leaf.grad for leaf in leaves],
        "Dual": [rules.maximum(Dual(x, v), Dual(y, 1 - v)).tangent for v in (1.0, 0.0)],
        "list": [*tape.gradient().values()],
        "arrays": [slopes.tolist()[1] for slopes in arrays.values()],
        "forward mode": [tape.tangent_sweep(primals, **{n: 1.0})["t1"] for n in ("x", "y")],
        "the rule": partials_at("maximum", (x, y)),
    }
    assert slopes == dict.fromkeys(slopes, expected)


def test_the_slope_of_a_power_may_overflow():
    """As any other derivative it is then infinite: x ** 3 at 1e200."""
    x = Value(1e200)
    (x**3).backward()
    assert x.grad == math.inf
    assert trace(lambda x: x**3, x=1e200).gradient() == {"x": math.inf}
    assert (Dual(1e200, 1.0) ** 3).tangent == math.inf


# Outside the domain.


@pytest.mark.parametrize(("name", "point", "shown"), OUTSIDE)
def test_outside_the_domain_the_error_names_operation_and_operand(name, point, shown):
    rule = RULES[name]
    tape = WengertList(**dict(zip("ab", point, strict=False)))
    tape.record(rule, *tape.inputs)
    attempts = {
        "floats": lambda: rule(*point),
        "arrays": lambda: rule(*(np.array([x]) for x in point)),
        "Value": lambda: rule(*map(Value, point)),
        "Dual": lambda: rule(*map(Dual, point)),
        "Dual over Value": lambda: rule(*(Dual(Value(x)) for x in point)),
        "list": lambda: tape.evaluate(),
        "list on arrays": lambda: tape.gradient(a=np.full(3, point[0])),
    }
    for kind, attempt in attempts.items():
        with pytest.raises(UndefinedError) as caught:
            attempt()
        assert shown in str(caught.value), kind
        assert f"'{name}' takes" in str(caught.value), kind
        if "list" in kind:
            assert str(caught.value).startswith("step t1 = "), kind


def test_an_undefined_value_is_a_value_error_and_a_division_by_zero():
    for error in (ValueError, ZeroDivisionError):
        with pytest.raises(error):
            rules.div(1.0, 0.0)


def test_an_array_tells_which_element_is_outside():
    with pytest.raises(UndefinedError, match=r"log\(-3\).* at 2 of 6 .* index \(0, 1\)"):
        rules.log(np.array([[1.0, -3.0, 2.0], [1.0, 5.0, 0.0]]))
    with pytest.raises(UndefinedError, match=r"2 / 0 .* at 1 of 3 elements, .* index \(1,\)"):
        rules.div(2.0, np.array([1.0, 0.0, 3.0]))


def test_a_value_is_named_by_its_label():
    with pytest.raises(UndefinedError, match=r"1 / 0 .*operands: 'top' and 'bottom'"):
        Value(1.0, label="top") / Value(0.0, label="bottom")


@pytest.mark.parametrize(
    "slope_at_zero",
    [
        lambda: rules.sqrt(Value(0.0)).backward(),
        lambda: rules.sqrt(Dual(0.0, 1.0)),
        lambda: trace(lambda x: rules.sqrt(x), x=0.0).gradient(),
        lambda: trace(lambda x: rules.sqrt(x), x=0.0).gradient(x=np.zeros(3)),
    ],
)
def test_sqrt_has_a_value_at_zero_and_no_slope(slope_at_zero):
    assert rules.sqrt(0.0) == 0.0
    with pytest.raises(UndefinedError, match=r"0\.5 / 0 is not defined"):
        slope_at_zero()


# What is not a number is refused by every rule, in every place.


@pytest.mark.parametrize("wrong", NOT_NUMBERS, ids=lambda x: type(x).__name__)
@pytest.mark.parametrize("name", RULES)
def test_what_is_not_a_number_is_refused(name, wrong):
    rule = RULES[name]
    for operands in in_each_place(rule, wrong):
        with pytest.raises(TypeError, match=f"'{name}' takes a real number, got "):
            rule(*operands)


@pytest.mark.parametrize("wrong", [*NOT_NUMBERS, 1j, np.ones(3), np.array(2.0)], ids=kind)
@pytest.mark.parametrize("number", [Value(1.5), Dual(1.5, 1.0)], ids=["Value", "Dual"])
@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.arity == 2])
def test_what_is_not_a_real_number_is_refused_beside_a_value_or_dual(name, number, wrong):
    if RULES[name].only_real and type(wrong) in (Decimal, np.ndarray):
        return  # these compare with floats as numbers do
    for operands in in_each_place(RULES[name], wrong, good=number):
        with pytest.raises(TypeError, match=f"'{name}' takes a real number, got "):
            RULES[name](*operands)


@pytest.mark.parametrize("wrong", [*NOT_NUMBERS, 1j, np.ones(3)], ids=kind)
@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.arity == 2])
def test_what_is_not_a_real_number_is_refused_beside_a_traced_number(name, wrong):
    for i in range(2):
        with pytest.raises(TypeError, match=f"'{name}' takes real numbers and numbers traced"):
            trace(lambda x, i=i: RULES[name](*((x, wrong), (wrong, x))[i]), x=1.0)


@pytest.mark.parametrize("wrong", ["text", None, 1j, {"a": 1}, np.array([1j]), ["a"]], ids=str)
def test_what_is_not_a_real_number_is_refused_as_an_input_of_a_list(wrong):
    tape = trace(lambda w: rules.exp(w), w=1.0)
    for attempt in (lambda: WengertList(w=wrong), lambda: tape.evaluate(w=wrong)):
        with pytest.raises(TypeError, match="input 'w' takes a real number or an array of real"):
            attempt()


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.only_real])
def test_rules_that_compare_refuse_complex_numbers(name):
    rule = RULES[name]
    for wrong in (1j, np.array([1j, 2.0])):
        for operands in in_each_place(rule, wrong):
            with pytest.raises(TypeError, match="a real number, since it compares numbers"):
                rule(*operands)


@pytest.mark.parametrize("kind", [float, Value, Dual, np.array], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("name", RULES)
def test_the_number_of_operands_has_to_be_right(name, kind):
    rule = RULES[name]
    for count in {0, 1, 2, 3} - {rule.arity}:
        with pytest.raises(TypeError, match=f"'{name}' takes {rule.arity} operands, got {count}"):
            rule(*[kind(1.0)] * count)


def test_a_long_operand_is_shown_shortened():
    with pytest.raises(TypeError) as caught:
        rules.exp("x" * 1000)
    assert len(str(caught.value)) < 120
