"""The exercises of notebook 05, dual numbers: a file for each, with its check.

programs   how exercises 2 to 5 run a program that is passed in
jacobians  what exercises 3 to 5 share: programs to try, and ways to go wrong with them
"""
