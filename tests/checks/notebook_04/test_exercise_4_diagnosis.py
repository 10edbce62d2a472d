"""What the check of the museum says of each suspect is what the notebook's own table would show."""

import re

import pytest

from helpers.broken_engines import MUSEUM, SmallValue
from helpers.checks.notebook_04.exercise_4_diagnosis import CAUSES, SHOWS, WOULD_SHOW
from helpers.finite_differences import check_gradient
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


SUSPECTS = {cause: MUSEUM[exhibit] for exhibit, cause in CAUSES.items()} | {
    7: SumsWithoutSlopes,
    8: ProductsWithSlopesSwapped,
}


@pytest.fixture(scope="module")
def wrong_columns():
    """From an engine to the columns of the notebook's table that say WRONG for it."""
    cells = notebooks.read(notebooks.NOTEBOOKS / ENTRY.notebook)["cells"]
    sources = [notebooks.text(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    names = {}
    exec(given_in(sources, "PROBES, slopes_by"), names)

    def columns(engine):
        return {
            title
            for title, (function, point) in names["PROBES"].items()
            if not check_gradient(function, point, names["slopes_by"](engine, function, point))
        }

    return columns


def test_right_engine_shows_nothing(wrong_columns):
    assert wrong_columns(SmallValue) == set()


@pytest.mark.parametrize("suspect", WOULD_SHOW)
def test_suspect_would_show_what_the_check_says(suspect, wrong_columns):
    named = re.findall(r"a \+ a|s \+ s\*a|\bexp\b|a\*\*3|\brelu\b|3 - a", WOULD_SHOW[suspect])
    assert wrong_columns(SUSPECTS[suspect]) == set(named)


def test_exhibit_shows_what_the_check_says(wrong_columns):
    one_place = {name for name, text in SHOWS.items() if "one place only" in text}
    assert one_place == {n for n in MUSEUM if len(wrong_columns(MUSEUM[n])) == 1} - {"ExhibitB"}
    assert wrong_columns(MUSEUM["ExhibitA"]) == {"a + a", "s + s*a"}
    assert wrong_columns(MUSEUM["ExhibitB"]) == {"s + s*a"}
