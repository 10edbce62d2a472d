"""Feedback on the exercises.

A check calls what the reader wrote and answers in one of four ways: not started, an error, a wrong
answer with its likely cause, or right. A check never raises: what goes wrong in the reader's code
comes back as help.

arrays         NumPy, where there is any
words          values, calls and exceptions as short text
results        what a reader's function returns, and whether two results agree
slips          what Python's own words for a slip come down to
expressions    which expression in names at hand a wrong number comes out as
patterns       what all numbers of a wrong answer have in common
formulas       wrong answers put together from the parts of a right one
powers         wrong answers where a product of powers is asked for
lists          what goes wrong in a list that a loop collects
feedback       the four kinds of answer, and how a function is compared with the right one
likeness       what a wrong value or derivative of an operation is instead
classes        how a class of numbers is compared with the right one
arithmetic     each operation of such a class, and what often goes wrong in it
notebook_01    the exercises of notebook 01, a file for each; and so on
"""

from helpers.checks.feedback import if_right, prediction
from helpers.checks.notebook_01.exercise_1_toy_loss import toy_loss
from helpers.checks.notebook_01.exercise_2_random_search import random_search
from helpers.checks.notebook_01.exercise_3_grid_trials import grid_trials
from helpers.checks.notebook_01.exercise_4_hit_probability import hit_probability
from helpers.checks.notebook_01.exercise_5_valley import valley
from helpers.checks.notebook_02.exercise_1_forward_difference import forward_difference
from helpers.checks.notebook_02.exercise_2_forward_gradient import forward_gradient
from helpers.checks.notebook_02.exercise_3_descent_step import descent_step
from helpers.checks.notebook_02.exercise_4_central_difference import central_difference
from helpers.checks.notebook_02.exercise_5_complex_step import complex_step
from helpers.checks.notebook_03.exercise_1_chain_rule import chain_rule
from helpers.checks.notebook_03.exercise_2_two_paths import two_paths
from helpers.checks.notebook_03.exercise_3_cached_gradient import cached_gradient
from helpers.checks.notebook_03.exercise_4_neuron_forward import neuron_forward
from helpers.checks.notebook_03.exercise_5_neuron_adjoints import neuron_adjoints
from helpers.checks.notebook_03.exercise_6_own_list import own_list
from helpers.checks.notebook_03.exercise_7_contributions import contributions
from helpers.checks.notebook_03.exercise_8_reverse_sweep import reverse_sweep
from helpers.checks.notebook_04.exercise_1_quotient import quotient
from helpers.checks.notebook_04.exercise_2_topological_order import topological_order
from helpers.checks.notebook_04.exercise_3_gradient_check import gradient_check
from helpers.checks.notebook_04.exercise_4_diagnosis import diagnosis
from helpers.checks.notebook_04.exercise_5_training_step import training_step
from helpers.checks.notebook_04.exercise_6_value_class import value_class
from helpers.checks.notebook_05.exercise_1_dual_quotient import dual_quotient
from helpers.checks.notebook_05.exercise_2_dual_derivative import dual_derivative
from helpers.checks.notebook_05.exercise_3_jvp import jvp
from helpers.checks.notebook_05.exercise_4_vjp import vjp
from helpers.checks.notebook_05.exercise_5_hvp import hvp
from helpers.checks.notebook_05.exercise_6_two_epsilons import two_epsilons
from helpers.checks.notebook_05.exercise_7_dual_class import dual_class

__all__ = [
    "cached_gradient",
    "central_difference",
    "chain_rule",
    "complex_step",
    "contributions",
    "descent_step",
    "diagnosis",
    "dual_class",
    "dual_derivative",
    "dual_quotient",
    "forward_difference",
    "forward_gradient",
    "gradient_check",
    "grid_trials",
    "hit_probability",
    "hvp",
    "if_right",
    "jvp",
    "neuron_adjoints",
    "neuron_forward",
    "own_list",
    "prediction",
    "quotient",
    "random_search",
    "reverse_sweep",
    "topological_order",
    "toy_loss",
    "training_step",
    "two_epsilons",
    "two_paths",
    "valley",
    "value_class",
    "vjp",
]
