"""A check never raises: whatever the reader's code does comes back as help."""

import pytest

from helpers.checks.feedback import Feedback
from tests.checks.exercises import FOR_A_CLASS, each, each_for_a_class, each_for_a_function
from tests.checks.odd_answers import HOSTILE, NO_FUNCTIONS, raising


def assert_helps(feedback):
    assert isinstance(feedback, Feedback)
    assert feedback.kind in ("error", "wrong")
    for text in (repr(feedback), feedback._repr_html_()):
        assert " at 0x" not in text
        assert "\n" not in text
        assert len(text) < 500


@each
@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_their_code_does_comes_back_as_help(entry, kind):
    assert_helps(entry.check(HOSTILE[kind]))


@each
@pytest.mark.parametrize("answer", NO_FUNCTIONS, ids=lambda a: type(a).__name__)
def test_what_is_no_function_comes_back_as_help(entry, answer):
    feedback = entry.check(answer)
    assert_helps(feedback)
    expected = "a class" if entry in FOR_A_CLASS else "a function"
    assert f"Expected {expected}, got" in feedback.message


@each_for_a_function
def test_interrupt_goes_through(entry):
    with pytest.raises(KeyboardInterrupt):
        entry.check(raising(KeyboardInterrupt()))


def parts(attribute):
    """One test parameter for each exercise that asks for a class and each of these parts of it."""
    return [
        pytest.param(entry, name, id=f"{entry.name}-{name}")
        for entry in FOR_A_CLASS
        for name in getattr(entry, attribute)
    ]


each_method = pytest.mark.parametrize(("entry", "name"), parts("methods"))
each_attribute = pytest.mark.parametrize(("entry", "name"), parts("attributes"))


def with_part(entry, name, part):
    """A right class with one of its methods or attributes replaced."""
    return type(entry.name, (entry.right[0],), {name: part})


def reading(function):
    """An attribute that is computed by this function, and cannot be changed."""
    return property(function, lambda self, x: None)


@each_method
@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_the_method_of_a_class_does_comes_back_as_help(entry, name, kind):
    assert_helps(entry.check(with_part(entry, name, HOSTILE[kind])))


@each_attribute
@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if "arguments" not in kind])
def test_whatever_is_in_an_attribute_of_a_class_comes_back_as_help(entry, name, kind):
    assert_helps(entry.check(with_part(entry, name, reading(HOSTILE[kind]))))


@each_method
def test_interrupt_of_a_method_goes_through(entry, name):
    with pytest.raises(KeyboardInterrupt):
        entry.check(with_part(entry, name, raising(KeyboardInterrupt())))


@each_attribute
def test_interrupt_of_an_attribute_goes_through(entry, name):
    with pytest.raises(KeyboardInterrupt):
        entry.check(with_part(entry, name, reading(raising(KeyboardInterrupt()))))


@each_for_a_class
@pytest.mark.parametrize("name", ["__repr__", "__bool__", "__len__", "__iter__", "__float__"])
def test_check_of_a_class_asks_for_nothing_but_what_the_exercise_says(entry, name):
    feedback = entry.check(with_part(entry, name, raising(RuntimeError("not asked for"))))
    assert feedback.kind == "right", feedback


@each_for_a_class
def test_check_of_a_class_says_what_it_tried(entry):
    answer = with_part(entry, "exp", raising(ValueError("x" * 5000)))
    assert entry.check(answer).message.startswith("a.exp() at a = 0.7 stopped with ValueError: xxx")
