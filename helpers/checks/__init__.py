"""Feedback on the exercises.

A check calls what the reader wrote and answers in one of four ways: not started, an error, a wrong
answer with its likely cause, or right. A check never raises: what goes wrong in the reader's code
comes back as help.

feedback       the four kinds of answer, and how a function is compared with the right one
notebook_01    the exercises of notebook 01
"""

from helpers.checks.feedback import prediction
from helpers.checks.notebook_01 import grid_trials, hit_probability, random_search, toy_loss, valley

__all__ = ["grid_trials", "hit_probability", "prediction", "random_search", "toy_loss", "valley"]
