"""StepSizeLab: a finite difference, and what becomes of its error as the step size changes."""

import traitlets

from helpers.widgets.shared import Explorer, ListFigure, Slider, moved, one_of, setting
from helpers.widgets.shared.program import program
from helpers.widgets.step_size_lab.drawing import drawing
from helpers.widgets.step_size_lab.functions import known_functions
from helpers.widgets.step_size_lab.numbers import lab_numbers

SLIDERS = {"log10_h": Slider("log₁₀ h", -16.0, 0.0, -1.0, 0.1, ".1f")}
METHODS = ["forward", "central"]
ZOOMS = "zooms with h"
WINDOWS = ["stays put", ZOOMS]

SENTENCE = (
    "{function:s}, h = {h:e2?}, {method:s} difference {quotient:10?}, exact {exact:10?}, "
    "error {error:e1}: {verdict:s}."
)

ROUNDED = "Rounding f and x\u00a0+\u00a0h makes r = ε·(|f|\u00a0+\u00a0|x·f′|)."

# What the lab says in each case: see `lab_numbers` in numbers.py.
WORDS = {
    "formula": "the error of the formula dominates, a smaller step is better",
    "rounding": "rounding dominates, a larger step is usually better",
    "both": "both errors are about as large, this is near the best step",
    "more": "more than both models say, which hold where h is small and f is computed with little "
    "rounding of its own",
    "same": "in the computer x + h equals x, so the difference is 0 and the “derivative” is 0",
    "flat": "in the computer f has the same value at both points, so the difference is 0 and the "
    "“derivative” is 0",
    "zero": "exactly 0, for which a logarithmic axis has no place, so it is drawn at the bottom",
    "undefined": "f has no value at one of the two points, so there is no difference",
    "apart": "The window is {width:2?} wide.",
    "together": "The window is {width:2?} wide. The two points are {apart:e1?} apart: here they "
    "fall together.",
    "zoomed": "The window is {width:e1?} wide.",
    "stairs": "The window is {width:e1?} wide. The stairs are real: floats have gaps.",
    "best": "The lines cross near the best step, h\u00a0=\u00a0{best.h:e1}. " + ROUNDED,
    "no best": "One model is 0 here and has no line, so nothing crosses. " + ROUNDED,
}


class StepSizeFigure(ListFigure):
    """The panel of the function and the panel of the error."""

    module_name = "step_size_lab"
    functions = traitlets.Dict().tag(sync=True)  # {name: {program, second, third, why}}
    words = traitlets.Dict().tag(sync=True)


class StepSizeLab(Explorer):
    """A slider for the step size h of a finite difference, and two panels.

    One panel shows the function with its tangent and the secant, the other the error against h,
    between the models for the error of the formula and for rounding. The reader chooses the
    function, the method ("forward" or "central"), and whether the window of the first panel "stays
    put" or "zooms with h". `function`, `method`, `window` and `values` read the setting and change
    it; `numbers` has all that is shown, as in lab.numbers["error"].

    Start values can be given by name, as in StepSizeLab(method="central", log10_h=-8).
    `functions` puts more in front of the course's own: {"log(x) at 2": (f, 2.0)}, with f written
    with the functions of helpers.rules, and if you like a third entry that says why it is shown.
    Two labs on one page need different names. Raises ValueError or TypeError for a setting that is
    none, and for a function that lacks three derivatives at its point.

    >>> lab = StepSizeLab(method="central", log10_h=-3)
    >>> lab.method, f"{lab.numbers['error']:.1e}"
    ('central', '1.0e-06')
    """

    Figure = StepSizeFigure
    function = setting("function")
    method = setting("method")
    window = setting("window")

    def __init__(
        self,
        function=None,
        method="forward",
        window="stays put",
        functions=None,
        name="step-size-lab",
        **start,
    ):
        sliders = moved(SLIDERS, start)
        self.functions = known_functions(functions)
        names = list(self.functions)
        figure = StepSizeFigure(
            None,
            sliders,
            {"function": names, "method": METHODS, "window": WINDOWS},
            function=one_of(names, names[0] if function is None else function, "function"),
            method=one_of(METHODS, method, "method"),
            window=one_of(WINDOWS, window, "window"),
            functions={
                called: f._asdict() | {"tape": program(f.tape)}
                for called, f in self.functions.items()
            },
            words=WORDS,
            name=name,
            drawing=drawing(SENTENCE),
            sentence=SENTENCE,
        )
        super().__init__(None, sliders, figure)
        self.add_class("course-step-size")

    @property
    def numbers(self):
        """Everything the lab shows, by name: "h", "quotient", "exact", "error", "best.h", …"""
        function, log10_h = self.functions[self.function], self.values["log10_h"]
        return {"function": self.function, "why": function.why} | lab_numbers(
            function, self.method, log10_h, self.window == ZOOMS, WORDS
        )
