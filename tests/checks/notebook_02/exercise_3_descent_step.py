"""Exercise 3 of notebook 02: one step downhill."""

import numpy as np

from helpers import checks
from helpers.checks.notebook_02.exercise_3_descent_step import DESCENT_STEP
from tests.checks.entry import Entry, typed


def step_with_numpy(weights, slopes, learning_rate):
    return np.array(weights) - learning_rate * np.array(slopes)


def step_in_place(weights, slopes, learning_rate):
    for i in range(len(weights)):
        weights[i] -= learning_rate * slopes[i]
    return weights


def step_by(new_weight):
    def my_step(weights, slopes, learning_rate):
        return tuple(map(lambda w, s: new_weight(w, s, learning_rate), weights, slopes))

    return my_step


def step_of_first(weights, slopes, learning_rate):
    for w, slope in zip(weights, slopes, strict=True):
        return [w - learning_rate * slope]


def random_step(rng):
    a, b = rng.uniform(-2, 2, size=2)
    return step_by(lambda w, slope, rate: a * w + b * slope * rate)


ENTRY = Entry(
    notebook="02-finite-differences.ipynb",
    name="my_step",
    check=checks.descent_step,
    exercise=DESCENT_STEP,
    right=[
        step_with_numpy,
        step_by(lambda w, slope, rate: -rate * slope + w),
    ],
    wrong=[
        (step_in_place, "your function changes `weights`"),
        (step_by(lambda w, slope, rate: w + rate * slope), "You walk uphill"),
        (step_by(lambda w, slope, rate: w - slope), "learning rate is missing"),
        (step_by(lambda w, slope, rate: w - rate), "the learning rate alone"),
        (step_by(lambda w, slope, rate: slope - rate * w), "have changed places"),
        (step_by(lambda w, slope, rate: rate * slope - w), "the old weight comes first"),
        (step_by(lambda w, slope, rate: -slope * rate), "the changes of the weights"),
        (step_by(lambda w, slope, rate: slope * rate), "what to subtract"),
        (step_by(lambda w, slope, rate: (w - slope) * rate), "scales the slope only"),
        (step_by(lambda w, slope, rate: w - slope / rate), "divide by the learning rate"),
        (step_of_first, "`return` inside the loop"),
        (lambda w, slopes, rate: w - rate * slopes, "cannot be multiplied by a number"),
        (lambda w, slopes, rate: w - slopes, "cannot be subtracted as a whole"),
        (
            lambda w, slopes, rate: w[0] - rate * slopes[0],
            "That is the first weight, a single number",
        ),
        (
            lambda w, slopes, rate: [a - b * rate for a in w for b in slopes],
            "Every weight meets every slope",
        ),
        *typed(__file__, "weights, slopes, learning_rate"),
    ],
    random_wrong=random_step,
)
