"""The exercises of notebook 03, chain rule and Wengert lists: a file for each, with its check.

neuron  the neuron of exercises 4 and 5
"""
