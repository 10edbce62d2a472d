"""Travellers: a car, a bicycle and a walker, and how many times as fast each is as the next.

The image is George F. Simmons', *Calculus with Analytic Geometry* (1985), p. 93.
"""

from helpers.wengert import trace
from helpers.widgets.shared import Explorer, ListFigure, Slider, moved
from helpers.widgets.travellers.drawing import MILESTONES, drawing

SLIDERS = {
    "car_per_bicycle": Slider("car : bicycle", 0.5, 4.0, 2.0, 0.1, ".1f"),
    "bicycle_per_walker": Slider("bicycle : walker", 0.5, 6.0, 4.0, 0.1, ".1f"),
}
TRAVELLERS = ("walker", "bicycle", "car")

PRODUCT = "{d car/d bicycle:4?} × {d bicycle/d walker:4?} = {d car/d walker:4?}"
SENTENCE = (
    "While the walker goes {walker:4?} km, the bicycle goes {bicycle:4?} km and the car "
    f"{PRODUCT} km. From one milestone to the next it is {{milestone:0}} km."
)


def distances(car_per_bicycle, bicycle_per_walker, walker):
    """How far bicycle and car get while the walker goes so far."""
    bicycle = bicycle_per_walker * walker
    return {"bicycle": bicycle, "car": car_per_bicycle * bicycle}


class TravellersFigure(ListFigure):
    """The drawing of the three roads."""

    module_name = "travellers"


class Travellers(Explorer):
    """Two sliders, car : bicycle and bicycle : walker, and three travellers who show the product.

    Each is drawn as far along its road as it gets while the walker goes 1 km. On the live figure
    "Go" lets them start, and a time slider stops them anywhere on the way. `values` reads the
    sliders and moves them; `numbers` has the distances "walker", "bicycle" and "car", and the
    derivatives "d car/d bicycle", "d bicycle/d walker" and "d car/d walker".

    Start values can be given by name, as in Travellers(car_per_bicycle=3). Two on one page need
    different names. Raises ValueError or TypeError for start values that no slider can show.

    >>> travellers = Travellers(car_per_bicycle=3)
    >>> travellers.numbers["d car/d walker"]
    12.0
    """

    Figure = TravellersFigure

    def __init__(self, name="travellers", **start):
        sliders = moved(SLIDERS, start)
        tape = trace(distances, **{x: slider.start for x, slider in sliders.items()}, walker=1.0)
        look = {"drawing": drawing(SENTENCE, PRODUCT), "sentence": SENTENCE}
        super().__init__(tape, sliders, TravellersFigure(tape, sliders, name=name, **look))
        self.add_class("course-travellers")

    @property
    def numbers(self):
        """Distances, derivatives, and where the travellers stand at the end: see journey.js."""
        numbers = super().numbers | self._derivatives()
        fits = all(numbers[who] <= MILESTONES for who in TRAVELLERS)
        numbers["milestone"] = 1 if fits else 2
        for who in TRAVELLERS:
            numbers[f"{who} so far"] = numbers[who]
            numbers[f"{who} in milestones"] = numbers[who] / numbers["milestone"]
            numbers[f"{who} so far in milestones"] = numbers[f"{who} in milestones"]
        return numbers

    def _derivatives(self):
        """The local derivatives of the two steps, and what the reverse sweep makes of them."""
        primals = self.tape.forward_sweep(**self.values)
        steps = {self.tape.labels[step.name]: step for step in self.tape.steps}

        def slope(of, by):
            at = [primals[x] for x in of.operands]
            return of.rule.partials[of.operands.index(by)](*at, primals[of.name])

        return {
            "d car/d bicycle": slope(steps["car"], by=steps["bicycle"].name),
            "d bicycle/d walker": slope(steps["bicycle"], by="walker"),
            "d car/d walker": self.tape.reverse_sweep(primals)["walker"],
        }
