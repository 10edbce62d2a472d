"""AnotherList: new lists to sweep by hand, with answers that name the slip."""

import traitlets

from helpers.practice import LEVELS, OF_LEVEL, practice_list
from helpers.rules import RULES
from helpers.widgets.practice.drawing import DRAWING, still_table
from helpers.widgets.practice.lists import NUMBERS, level_text
from helpers.widgets.practice.slips import slips_of
from helpers.widgets.shared import Explorer, ListFigure, Slider, moved, one_of, setting
from helpers.widgets.shared.program import partials_of

NAMES = dict(zip(LEVELS, ("sums and products", "powers and quotients", "functions"), strict=True))
NUMBER = Slider("list", float(NUMBERS[0]), float(NUMBERS[-1]), 1.0, 1.0, ".0f")
DEALT = [RULES[name] for name in dict.fromkeys(sum(OF_LEVEL.values(), ()))]


class PracticeFigure(ListFigure):
    """The table of a list, to be filled in."""

    module_name = "practice"
    lists = traitlets.Dict().tag(sync=True)  # {level: its lists as text}
    rules = traitlets.Dict().tag(sync=True)  # {rule: its local derivatives}, as in a program
    rule_texts = traitlets.Dict().tag(sync=True)  # {rule: its text, with {0} and {1}}
    slips = traitlets.Dict().tag(sync=True)  # {rule: {"value": …, "local": …}}, from slips.py


class AnotherList(Explorer):
    """Wengert lists to sweep by hand: the reader fills in the values, then the adjoints.

    `level` is 1, 2 or 3, or its name: "sums and products", "powers and quotients", "functions".
    `number`, from 1 to 100, says which list: the same level and number deal the same list, so that
    a class can work on one. `wengert_list` is the list on show.

    Two of them on one page need different names. Raises ValueError for a level or a number that
    there is none of, TypeError for a number that is none.

    >>> another = AnotherList(level=2, number=7)
    >>> another.level, another.values
    ('powers and quotients', {'number': 7.0})
    >>> another.wengert_list
    WengertList of x, y with 6 steps
    >>> another.numbers["t6"], another.numbers["adjoint.x"]
    (-3.75, 0.25)
    """

    Figure = PracticeFigure
    level = setting("level")

    def __init__(self, level=1, number=1, name="practice-list"):
        sliders = moved({"number": NUMBER}, {"number": number})
        if number % 1:
            raise ValueError(f"number is a whole number that says which list, got {number}")
        levels = list(NAMES.values())
        figure = PracticeFigure(
            None,
            sliders,
            {"level": levels},
            level=one_of(levels, NAMES.get(level, level), "level"),
            name=name,
            drawing=DRAWING,
            lists={name: level_text(number) for number, name in NAMES.items()},
            rules=partials_of(DEALT),
            rule_texts={rule.name: rule.text for rule in DEALT},
            slips=slips_of(DEALT),
        )
        super().__init__(None, sliders, figure)
        self.add_class("course-practice")

    @property
    def wengert_list(self):
        """The list on show, as a `WengertList`."""
        level = next(number for number, name in NAMES.items() if name == self.level)
        return practice_list(level, round(self.values["number"]))

    @property
    def numbers(self):
        """The values and the adjoints of the list on show: "t1", …, and "adjoint.t1", …"""
        primals = self.wengert_list.forward_sweep()
        adjoints = self.wengert_list.reverse_sweep(primals)
        return {name: primals[name] for name in adjoints} | {
            f"adjoint.{name}": x for name, x in adjoints.items()
        }

    def still(self):
        """The list as a table with gaps and a folded solution, and the task in words.

        >>> picture, sentence = AnotherList(number=7).still()
        >>> print(sentence.partition(". ")[0])
        List 7 of “sums and products”
        """
        return still_table(self.wengert_list), (
            f"List {self.values['number']:g} of “{self.level}”. Fill in the values from the top to "
            "the bottom, then the adjoints from the bottom to the top."
        )
