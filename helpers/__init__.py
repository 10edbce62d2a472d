"""The course's shared package. Its files are meant to be read in this order:

floating, rule, rules, operators        what a primitive is, and what + and * mean
toy_network, random_search              notebook 01: the network, and guessing
finite_differences                      notebook 02: slopes from differences
table, wengert_table, wengert_data      how results and Wengert lists are shown, and kept as JSON
wengert_inputs, wengert_list, wengert   notebook 03: a program as a list of steps
value                                   notebook 04: reverse mode, the list records itself
dual                                    notebook 05: forward mode
broken_engines                          the museum of notebook 04: wrong on purpose
step_operations, operations             what derivatives cost, counted in operations
symbolic, rule_table                    SymPy: the chain rule by hand, expression swell, the rules
graph_picture, graph, plots             drawings of graphs, and figures
checks, widgets                         feedback on exercises; sliders that stay alive

Imports go downward only: a file may use the files named before it. The engines, up to `dual`, need
NumPy at most.
"""

__version__ = "0.1.0"
