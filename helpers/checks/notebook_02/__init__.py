"""The exercises of notebook 02, finite differences: a file for each, with its check.

differences  what the exercises share: functions to try, the formulas, and common mistakes
"""
