"""The exercises of notebook 01, random search: a file for each, with its check."""
