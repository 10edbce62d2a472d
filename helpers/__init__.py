"""The course's shared package. Its rooms are meant to be read in this order:

rules                                   what a primitive is, and what + and * mean
toy_network, random_search              notebook 01: the network, and guessing
finite_differences, gradient_descent    notebook 02: slopes from differences, steps downhill
table                                   how results are shown
wengert                                 notebook 03: a program as a list of steps
value                                   notebook 04: reverse mode, the list records itself
dual                                    notebook 05: forward mode
fallbacks                               what 04 and 05 go on with where an answer is not right yet
broken_engines                          the museum of notebook 04: wrong on purpose
practice                                random lists, to be swept by hand
operations                              what derivatives cost, counted in operations
checkpointing, triangular               notebook 06: memory, and the list as a system of equations
models                                  notebook 07: programs from physics, chemistry, and solvers
symbolic, rule_table                    SymPy: the chain rule by hand, expression swell, the rules
image                                   a drawing as an image, for a notebook that was not run yet
graph, plots                            drawings of graphs, and figures
checks, widgets                         feedback on exercises; sliders that stay alive

A room is a file, or a folder whose own docstring gives the order of its files. Imports go downward
only: a room may use the rooms named before it. The engines, up to `dual`, and the checks need
nothing but Python.
"""

__version__ = "0.1.0"
