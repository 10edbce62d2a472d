"""Feedback on the exercises.

A check calls what the reader wrote and answers in one of four ways: not started, an error, a wrong
answer with its likely cause, or right. A check never raises: what goes wrong in the reader's code
comes back as help.

words          values, calls and exceptions as short text
results        what a reader's function returns, and whether two results agree
feedback       the four kinds of answer, and how a function is compared with the right one
notebook_01    the exercises of notebook 01, and so on
"""

from helpers.checks.feedback import prediction
from helpers.checks.notebook_01 import grid_trials, hit_probability, random_search, toy_loss, valley
from helpers.checks.notebook_02 import (
    central_difference,
    complex_step,
    descent_step,
    forward_difference,
    forward_gradient,
)
from helpers.checks.notebook_03 import (
    cached_gradient,
    chain_rule,
    neuron_adjoints,
    neuron_forward,
    reverse_sweep,
)

__all__ = [
    "cached_gradient",
    "central_difference",
    "chain_rule",
    "complex_step",
    "descent_step",
    "forward_difference",
    "forward_gradient",
    "grid_trials",
    "hit_probability",
    "neuron_adjoints",
    "neuron_forward",
    "prediction",
    "random_search",
    "reverse_sweep",
    "toy_loss",
    "valley",
]
