"""The Python of a page: what runs a cell of a notebook in the reader's browser.

needs     which statements further up a cell needs; also tells the site's build
session   runs a cell and says what came of it
archive   the files that a page's Python is made of
"""
