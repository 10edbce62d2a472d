"""What the renderers are given, Quarto and smalldocs alike. `_quarto.yml` names the files.

pre_render       runs before they render, and writes the pages that are made from other sources:
reference        from the docstrings of the package,
teaching         from the plans and notes for instructors
filter_notebook  takes out of a notebook what Quarto should not see
quarto-*.scss    the colours, where Quarto must know them
post_render      runs when the pages are there, and finishes them
project          lets both scripts import the whole project
"""
