"""What the check of the museum says of each suspect is what the notebook's own table would show."""

import math

import pytest

from helpers.broken_engines import MUSEUM, SmallValue
from helpers.checks.notebook_04.exercise_4_diagnosis import CAUSES, WOULD_SHOW
from helpers.fallbacks import agrees
from helpers.rules import exp
from tests.checks.notebook_04.exercise_4_diagnosis import ENTRY
from tools import notebooks
from tools.exercises import given_in


class SumsWithoutSlopes(SmallValue):
    """Innocent suspect 7, as if it were guilty."""

    def __add__(self, other):
        other = self._lift(other)
        return type(self)(self.data + other.data, (self, other), (0.0, 0.0))

    __radd__ = __add__


class ProductsWithSlopesSwapped(SmallValue):
    """Innocent suspect 8, as if it were guilty."""

    def __mul__(self, other):
        other = self._lift(other)
        return type(self)(self.data * other.data, (self, other), (self.data, other.data))

    __rmul__ = __mul__


class ExponentialsOfNegativeNumbersWrong(SmallValue):
    """Innocent suspect 10, as if it were guilty."""

    def exp(self):
        result = math.exp(self.data)
        return type(self)(result, (self,), (math.copysign(result, self.data),))


SUSPECTS = {cause: MUSEUM[exhibit] for exhibit, cause in CAUSES.items()} | {
    7: SumsWithoutSlopes,
    8: ProductsWithSlopesSwapped,
    10: ExponentialsOfNegativeNumbersWrong,
}


@pytest.fixture(scope="module")
def wrong_programs():
    """From an engine to the numbers of the notebook's programs in which it is wrong."""
    cells = notebooks.read(notebooks.NOTEBOOKS / ENTRY.notebook)["cells"]
    sources = [notebooks.text(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    names = {}
    exec(given_in(sources, "PROGRAMS"), names)

    def programs(engine):
        return [
            number
            for number, (_, function, point) in names["PROGRAMS"].items()
            if not agrees(engine, function, point)
        ]

    return programs


def test_right_engine_shows_nothing(wrong_programs):
    assert wrong_programs(SmallValue) == []


@pytest.mark.parametrize("suspect", WOULD_SHOW)
def test_suspect_would_show_what_the_check_says(suspect, wrong_programs):
    assert wrong_programs(SUSPECTS[suspect]) == WOULD_SHOW[suspect]


def test_no_program_gives_a_bug_away():
    for program in range(1, 7):
        assert sum(program in WOULD_SHOW[cause] for cause in CAUSES.values()) >= 2


def test_what_the_table_does_not_tell_apart_a_check_at_a_negative_number_does():
    for function, guilty in [(lambda a: a**2, 9), (exp, 10)]:
        for suspect in (9, 10):
            assert agrees(SUSPECTS[suspect], function, [-1.0]) == (suspect != guilty)
