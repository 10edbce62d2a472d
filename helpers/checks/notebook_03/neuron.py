"""The neuron of exercises 4 and 5 of notebook 03: its steps, where to try it, a forward sweep."""

from math import exp
from types import SimpleNamespace

NEURON = {
    "t1": lambda v: v.w * v.x,
    "t2": lambda v: v.t1 + v.b,
    "t3": lambda v: -v.t2,
    "t4": lambda v: exp(v.t3),
    "t5": lambda v: 1 + v.t4,
    "t6": lambda v: 1 / v.t5,
    "t7": lambda v: v.t6 - v.t,
    "t8": lambda v: v.t7**2,
}
POINTS = [(2.0, 0.0, 1.0, 10.0), (0.5, -1.0, 2.5, 0.3), (-1.5, 0.7, 0.4, 1.0)]  # w, b, x, t


def values_with(**changed):
    """A forward sweep of the neuron, with some steps changed: the values t1 to t8 as a list."""

    def forward(w, b, x, t):
        v = SimpleNamespace(w=w, b=b, x=x, t=t)
        for name, step in (NEURON | changed).items():
            setattr(v, name, step(v))
        return [getattr(v, name) for name in NEURON]

    return forward


my_forward = values_with()
