"""ModeRace: forward and reverse mode fill the same Jacobian, and their operations are counted."""

import traitlets

from helpers.widgets.mode_race.drawing import drawing
from helpers.widgets.mode_race.function import MOST, race
from helpers.widgets.mode_race.numbers import race_numbers
from helpers.widgets.shared import Explorer, ListFigure, Slider, moved
from helpers.widgets.shared.program import program

SLIDERS = {
    "inputs": Slider("inputs n", 1.0, MOST, 4.0, 1.0, ".0f"),
    "outputs": Slider("outputs m", 1.0, MOST, 1.0, 1.0, ".0f"),
}
SENTENCE = (
    "{inputs in words:s} and {outputs in words:s}: forward mode takes {forward sweeps in words:s} "
    "and {forward operations:0} operations, reverse mode {reverse sweeps in words:s} and "
    "{reverse operations:0}. {verdict:s}"
)


class ModeRaceFigure(ListFigure):
    """The two grids and their bars."""

    module_name = "mode_race"
    races = traitlets.List().tag(sync=True)  # for n = 1, 2, …: {inputs, steps, outputs, and costs}
    rules = traitlets.Dict().tag(sync=True)  # as in a program, for all lists


class ModeRace(Explorer):
    """Two sliders, n inputs and m outputs, and the Jacobian as each mode fills it.

    Forward mode fills it a column a sweep, reverse mode a row a sweep; both compute the values
    first. The operations are counted on a real list, by the rule in `helpers.operations`. "Race"
    lets both do the same number of operations a second, "Step" does one sweep of each.

    `values` reads the sliders and moves them. `numbers` has all that the figure shows once both
    have arrived, as numbers["forward operations"], numbers["reverse sweeps"], numbers["verdict"] or
    numbers["reverse y1 x2"], an entry as a text.

    Two on one page need different names. Raises ValueError or TypeError for anything but whole
    numbers from 1 to 8.

    >>> race = ModeRace(inputs=4, outputs=1)
    >>> race.numbers["forward operations"], race.numbers["reverse operations"]
    (221, 100)
    """

    Figure = ModeRaceFigure

    def __init__(self, inputs=4, outputs=1, name="mode-race"):
        sliders = _sized({"inputs": inputs, "outputs": outputs})
        figure = ModeRaceFigure(
            None,
            sliders,
            name=name,
            drawing=drawing(),
            sentence=SENTENCE,
            races=[_as_data(race(n)) for n in range(1, MOST + 1)],
            rules=program(race(1).tape)["rules"],
        )
        super().__init__(None, sliders, figure)
        self.add_class("course-mode-race")

    @property
    def values(self):
        """The sizes that the sliders show. Assign a dictionary to move them, all or some.

        Raises as the constructor does; then nothing moves.

        >>> race = ModeRace()
        >>> race.values = {"outputs": 3}
        >>> race.values
        {'inputs': 4.0, 'outputs': 3.0}
        """
        return super().values

    @values.setter
    def values(self, values):
        _sized(values)
        Explorer.values.fset(self, values)

    @property
    def numbers(self):
        """Everything the figure shows once both modes have arrived."""
        return self.values | race_numbers(*(round(x) for x in self.values.values()))


def _sized(values):
    """The sliders at these values. Raises as `moved` does, and ValueError for a fraction."""
    sliders = moved(SLIDERS, values)
    for size, x in values.items():
        if x % 1:
            raise ValueError(f"{size} should be a whole number, got {x}")
    return sliders


def _as_data(race):
    """A race as the browser gets it; the rules come once for all."""
    data = race.tape.to_dict()
    return {"inputs": data["inputs"], "steps": data["steps"]} | {
        name: part for name, part in race._asdict().items() if name != "tape"
    }
