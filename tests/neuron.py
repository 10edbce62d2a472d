"""The course's logistic neuron, as a function and as a list written down by hand."""

from helpers import rules
from helpers.wengert import WengertList

POINT = {"w": 2.0, "b": 0.0, "x": 1.0, "t": 10.0}


def neuron(w, b, x, t):
    t6 = 1 / (1 + rules.exp(-(w * x + b)))
    return (t6 - t) ** 2


def neuron_by_hand():
    tape = WengertList(**POINT)
    t1 = tape.record("mul", "w", "x")
    t2 = tape.record("add", t1, "b")
    t3 = tape.record("neg", t2)
    t4 = tape.record("exp", t3)
    t5 = tape.record(rules.add, 1, t4)
    t6 = tape.record(rules.div, 1, t5)
    t7 = tape.record("sub", t6, "t")
    tape.record("power", t7, 2)
    return tape
