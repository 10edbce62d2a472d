"""The lists dealt out for practice: 10,000 of them are valid, short, and of their level."""

from decimal import Decimal

import pytest

from helpers.finite_differences import check_gradient
from helpers.practice import FUNCTIONS, LEVELS, is_short, practice_list
from helpers.wengert import WengertList

SUMS, POWERS = {"add", "sub", "mul"}, {"power", "div"}
DEALT = 3334  # for each of three levels
each_level = pytest.mark.parametrize("level", LEVELS)


def digits(x):
    """How many digits a number has when it is written out, zeros in front left out."""
    text = f"{Decimal(repr(float(x))):f}".strip("-").removesuffix(".0")
    return len(text.replace(".", "").lstrip("0"))


@each_level
def test_every_list_is_as_its_level_says(level):
    for number in range(DEALT):
        tape = practice_list(level, number)
        rules = {step.rule.name for step in tape.steps}
        used = [x for step in tape.steps for x in step.operands if isinstance(x, str)]
        names = {*tape.inputs, *(step.name for step in tape.steps)}
        values = tape.forward_sweep()
        adjoints = tape.reverse_sweep(values)

        assert 3 <= len(tape.steps) <= 6
        assert set(used) == names - {tape.output}
        assert all(float(x).is_integer() for x in tape.inputs.values())
        for name in names:
            assert digits(values[name]) <= 4, (number, name)
            assert digits(adjoints[name]) <= 4, (number, name)
            assert adjoints[name] != 0
        if level == 1:
            assert rules <= SUMS and len(used) == len(set(used))
        else:
            assert len(used) > len(set(used))
            assert rules & (POWERS if level == 2 else FUNCTIONS.keys())
            assert rules <= SUMS | {"neg"} | (POWERS if level == 2 else FUNCTIONS.keys())


@each_level
def test_the_adjoints_are_right(level):
    for number in range(30):
        tape = practice_list(level, number)
        assert check_gradient(tape.evaluate, dict(tape.inputs), tape.gradient())


@each_level
def test_a_number_deals_the_same_list_again_and_another_one_another(level):
    lists = [str(practice_list(level, number).to_dict()) for number in range(50)]
    assert lists == [str(practice_list(level, number).to_dict()) for number in range(50)]
    assert len(set(lists)) > 45


@each_level
def test_a_list_goes_through_plain_data(level):
    data = practice_list(level, 5).to_dict()
    assert WengertList.from_dict(data).to_dict() == data


def test_what_is_no_level_and_no_number():
    with pytest.raises(ValueError, match="the levels are 1, 2 and 3, got 4"):
        practice_list(4)
    with pytest.raises(TypeError, match="a whole number that says which list"):
        practice_list(1, 1.5)


@pytest.mark.parametrize("x", [0.0, 7.0, -12.25, 0.0625, 9999.0, 0.5])
def test_short(x):
    assert is_short(x) and digits(x) <= 4


@pytest.mark.parametrize("x", [1 / 3, 12345.0, 0.03125 / 4, 1.00001, 12.345])
def test_not_short(x):
    assert not is_short(x)
