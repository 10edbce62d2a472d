"""The table of rules under the name by which notebooks import it; it is made in `symbolic`."""

from helpers.symbolic.rule_table import derivative_rules

__all__ = ["derivative_rules"]
