"""DualExplorer: a dual number goes through a program, and the tangent of the curve comes along."""

import traitlets

from helpers.widgets.dual_explorer.drawing import CAPTION, HEADINGS, drawing, table
from helpers.widgets.dual_explorer.functions import FUNCTIONS, computes, shown
from helpers.widgets.dual_explorer.numbers import dual_numbers, rows
from helpers.widgets.shared import (
    Explorer,
    ListFigure,
    Slider,
    moved,
    one_of,
    setting,
    slider_over,
)
from helpers.widgets.shared.program import program

TANGENT = Slider("tangent ȧ", -2.0, 2.0, 1.0, 0.1, ".1f")
OWN = "the function"  # what the reader's own is called where names are asked for

AT_A = "At a = {a:s} the function is {f(a):s} and "
GOES = "its derivative is {f'(a):s}: x\u00a0=\u00a0{in:s} goes in, {out:s} comes out."

# What the explorer says in each case: see `dual_numbers`. A line is what "Step" leads to. Formulas
# hold spaces (00a0) and joints (2060) at which they do not break.
WORDS = {
    "tangent": AT_A + GOES,
    "no tangent": AT_A + GOES + " Without a tangent at the input, none comes out.",
    "no slope": AT_A + "has no derivative: {stop:s} has no slope there, so no tangent comes out.",
    "no value": "At a = {a:s} the function has no finite value: the program stops at {stop:s}.",
    "caption: tangent": "Along the dashed tangent: ȧ\u00a0=\u00a0{tangent:s} across, "
    "f′\u2060(a)·ȧ\u00a0=\u00a0{rise:s} up. This rise is the part with ε.",
    "caption: beyond": "Along the dashed tangent: ȧ\u00a0=\u00a0{tangent:s} across, "
    "f′\u2060(a)·ȧ\u00a0=\u00a0{rise:s} up: the rise goes on beyond the picture.",
    "caption: no tangent": "With ȧ = 0 there is no way across and no rise, whatever the slope.",
    "caption: no slope": "Here the curve has no tangent that could be drawn.",
    "caption: no value": "Here there is no point on the curve.",
    "caption: outside": "The point lies outside of the picture, at the height {f(a):s}.",
    "line: input": "In goes x\u00a0=\u00a0{in:s}, the value a with the tangent ȧ.",
    "line: step": "{step:s} has the value {value:s} and the tangent {sum:s}: for each operand, "
    "the local derivative times its tangent.",
    "line: no slope": "{step:s} has the value {value:s} and no slope there: no tangent comes out.",
    "line: no value": "{step:s} has no finite value: here the program stops.",
}


class DualFigure(ListFigure):
    """The curve with its tangent, and the table of the steps."""

    module_name = "dual_explorer"
    functions = traitlets.List().tag(sync=True)  # of {tape, window, computes}
    words = traitlets.Dict().tag(sync=True)
    texts = traitlets.Dict({"headings": HEADINGS, "caption": CAPTION}).tag(sync=True)


class DualExplorer(Explorer):
    """Sliders for a and for the tangent ȧ of the input; a + ȧε goes through a function.

    One panel shows the curve with its tangent at a, and along it how far f'(a)·ȧ goes up for ȧ to
    the right; a table has the value and the tangent of every step. On the live figure "Step" fills
    the table line by line.

    Without `f` the reader chooses one of the course's functions; `f` may name the first to be
    shown, as in DualExplorer("sin(x²)"). Or it is a function of one number, written with operators
    and helpers.rules, and shown alone. `a` can be moved in `range`, ȧ from −2 to 2.

    `function` and `values` read the setting and change it; `numbers` has all that is shown, as in
    explorer.numbers["f'(a)"], with "rise" for the tangent that comes out, and for each step its
    value "t1" and "t1.tangent"; NaN stands where there is none. Two on one page need different
    names. Raises ValueError or TypeError for a setting that is none, for a function that cannot be
    traced or does not depend on x, and for a range in which it has no value.

    >>> explorer = DualExplorer("sin(x²)", a=0.5)
    >>> round(explorer.numbers["f'(a)"], 4)
    0.9689
    """

    Figure = DualFigure
    function = setting("function")

    def __init__(self, f=None, a=1.0, tangent=1.0, range=(-2.0, 2.0), name="dual-explorer"):
        sliders = {"a": slider_over("a", range, a), "tangent": TANGENT}
        sliders = moved(sliders, {"a": a, "tangent": tangent})
        own = not (f is None or isinstance(f, str))
        known = {OWN: f} if own else FUNCTIONS
        names = list(known)
        chosen = names[0] if own or f is None else one_of(names, f, "function")
        low, high = sliders["a"].low, sliders["a"].high
        self.functions = {called: shown(f, low, high, a) for called, f in known.items()}
        figure = DualFigure(
            None,
            sliders,
            {"function": names},
            function=chosen,
            functions=[for_browser(function) for function in self.functions.values()],
            words=WORDS,
            name=name,
            drawing=drawing(self.functions),
            sentence="{sentence:s}",
        )
        super().__init__(None, sliders, figure)
        self.add_class("course-dual")

    @property
    def numbers(self):
        """Everything the explorer shows, by name: "f(a)", "f'(a)", "rise", "t1", "t1.tangent", …"""
        chosen = self.functions[self.function]
        return dual_numbers(chosen, **self.values, words=WORDS) | {
            f"shown.{i}": "inline" if function is chosen else "none"
            for i, function in enumerate(self.functions.values())
        }

    def still(self):
        """The panel and the table, and the sentence.

        >>> picture, sentence = DualExplorer(lambda x: x**2, a=1.5).still()
        >>> sentence.partition(":")[0]
        'At a = 1.5 the function is 2.25 and its derivative is 3'
        """
        picture, sentence = super().still()
        chosen = self.functions[self.function]
        steps = table(rows(chosen, self.numbers), chosen.tape.output)
        return picture.removesuffix("</div>") + steps + "</div>", sentence


def for_browser(function):
    """A `Shown` as the front end gets it."""
    return {
        "tape": program(function.tape),
        "window": {side: getattr(function, side) for side in ("left", "right", "low", "high")},
        "computes": [computes(step) for step in function.tape.steps],
    }
