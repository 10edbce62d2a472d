"""The museum: the gradient check catches every exhibit, and passes every right engine."""

import difflib
import inspect
from pathlib import Path

import pytest

from helpers import broken_engines
from helpers.broken_engines import MUSEUM, SmallValue
from helpers.finite_differences import check_gradient
from helpers.value import Value


def used_early_and_late(a):
    """The square stands in the sum itself, and in a product that the sum needs."""
    square = a * a
    return square + square * a


# One function for each bug, and what each needs to show itself.
FUNCTIONS = {
    "a used twice": (lambda a: a + a, [3.0]),
    "a diamond": (lambda a: (a + a) * a + a, [1.5]),
    "a node used early and late": (used_early_and_late, [1.5]),
    "exp": (lambda a: a.exp(), [0.7]),
    "a power": (lambda a: a**3, [1.3]),
    "relu on both sides": (lambda a, b: a.relu() * 2 + b.relu() * b, [1.2, -0.8]),
    "a power of a negative number": (lambda a: a**2, [-1.3]),
    "a constant on the left": (lambda a: 3 - a * 2, [0.4]),
    "a quotient": (lambda a, b: 1 / a + a / b, [0.8, 1.7]),
}


class Plain(float):
    """A float that knows the methods of the engines, for the finite differences."""

    def exp(self):
        return Plain(Value(float(self)).exp().data)

    def relu(self):
        return max(float(self), 0.0)


def checked(engine, function, point):
    """The gradient check of notebook 02 on one engine."""
    leaves = [engine(x) for x in point]
    function(*leaves).backward()
    return check_gradient(
        lambda *xs: float(function(*map(Plain, xs))), point, [leaf.grad for leaf in leaves]
    )


@pytest.mark.parametrize("engine", [SmallValue, Value])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_right_engines_pass(engine, name):
    assert checked(engine, *FUNCTIONS[name])


@pytest.mark.parametrize("name", MUSEUM)
def test_the_gradient_check_catches_every_exhibit(name):
    found = [title for title, case in FUNCTIONS.items() if not checked(MUSEUM[name], *case)]
    assert found, f"{name} passed every check"


def test_each_bug_shows_in_a_function_that_points_at_it():
    pointed = {
        "ExhibitA": "a used twice",
        "ExhibitB": "a node used early and late",
        "ExhibitC": "exp",
        "ExhibitD": "a power",
        "ExhibitE": "relu on both sides",
        "ExhibitF": "a constant on the left",
        "ExhibitG": "a power of a negative number",
    }
    assert pointed.keys() == MUSEUM.keys()
    for name, title in pointed.items():
        assert not checked(MUSEUM[name], *FUNCTIONS[title]), (name, title)


@pytest.mark.parametrize("name", MUSEUM)
def test_each_bug_is_one_line(name):
    exhibit = MUSEUM[name]
    (method,) = [key for key, x in vars(exhibit).items() if inspect.isfunction(x)]
    wrong, right = (inspect.getsource(getattr(e, method)) for e in (exhibit, SmallValue))
    changes = [
        line for line in difflib.ndiff(right.splitlines(), wrong.splitlines()) if line[0] in "+-"
    ]
    assert [line[0] for line in sorted(changes)] == ["+", "-"]


def test_only_the_check_that_judges_engine_checks_uses_the_museum():
    package = Path(broken_engines.__file__).parent
    users = [
        file.name
        for file in package.rglob("*.py")
        if "broken_engines import" in file.read_text("utf-8")
    ]
    assert users == ["exercise_3_gradient_check.py"]
