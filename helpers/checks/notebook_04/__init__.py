"""The exercises of notebook 04, Value and backpropagation: a file for each, with its check."""
