"""SymPy beside the course's own engines: a derivation line by line, expression swell, the rules.

SymPy works on formulas. It differentiates as one does by hand, and its results can be read; but a
formula writes out again what a Wengert list computes once and keeps.
"""

from helpers.symbolic.derivation import (
    Derivation,
    Line,
    logistic_regression,
    repeated,
    sigma,
    sigma_prime,
    written_out,
)
from helpers.symbolic.rule_table import checked, derivative_rules
from helpers.symbolic.swell import Swell, expression_swell, logistic_map

__all__ = ["Derivation", "Line", "Swell", "checked", "derivative_rules", "expression_swell"]
__all__ += ["logistic_map", "logistic_regression", "repeated", "sigma", "sigma_prime"]
__all__ += ["written_out"]
