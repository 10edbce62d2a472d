"""The exercises of notebook 04, Value and backpropagation: a file for each, with its check.

searches     orders found in a way that is known to be wrong, for exercise 2
descents     something to train, for exercise 5, and what is seen after each step
company      operations beside others, where a reverse sweep shows what is wrong with one of them
expressions  all that exercise 6 tries a class on
"""
