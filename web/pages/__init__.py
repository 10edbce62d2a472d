"""What is done to each page of the site when a renderer has written it.

page             a page as text, its pieces, and how it is changed
finish           all the steps, in their order; the rest is one file for each
"""
