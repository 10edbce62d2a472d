"""Feedback on the exercises.

A check calls what the reader wrote and answers in one of four ways: not started, an error, a wrong
answer with its likely cause, or right. A check never raises: what goes wrong in the reader's code
comes back as help.

words          values, calls and exceptions as short text
results        what a reader's function returns, and whether two results agree
feedback       the four kinds of answer, and how a function is compared with the right one
classes        how a class of numbers is compared with the right one
arithmetic     each operation of such a class, and what often goes wrong in it
notebook_01    the exercises of notebook 01, and so on
graph_order    the order that notebook 04 asks for
training       its training step
reverse_mode   its class
programs       what exercises on the derivatives of a program have in common
products       the products with Jacobians and Hessians that notebook 05 asks for
forward_mode   its class
"""

from helpers.checks.feedback import prediction
from helpers.checks.forward_mode import dual_class
from helpers.checks.graph_order import topological_order
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
from helpers.checks.notebook_04 import diagnosis, quotient
from helpers.checks.notebook_05 import dual_derivative, dual_quotient
from helpers.checks.products import hvp, jvp, vjp
from helpers.checks.reverse_mode import value_class
from helpers.checks.training import training_step

__all__ = [
    "cached_gradient",
    "central_difference",
    "chain_rule",
    "complex_step",
    "descent_step",
    "diagnosis",
    "dual_class",
    "dual_derivative",
    "dual_quotient",
    "forward_difference",
    "forward_gradient",
    "grid_trials",
    "hit_probability",
    "hvp",
    "jvp",
    "neuron_adjoints",
    "neuron_forward",
    "prediction",
    "quotient",
    "random_search",
    "reverse_sweep",
    "topological_order",
    "toy_loss",
    "training_step",
    "valley",
    "value_class",
    "vjp",
]
