"""The exercises of notebook 04, Value and backpropagation: a file for each, with its check.

company      operations beside others, where a reverse sweep shows what is wrong with one of them
expressions  all that exercise 5 tries a class on
"""
