"""The exercises of notebook 04, Value and backpropagation: a file for each, with its check.

descents     something to train, for exercise 4, and what is seen after each step
company      operations beside others, where a reverse sweep shows what is wrong with one of them
expressions  all that exercise 5 tries a class on
"""
