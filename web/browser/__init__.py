"""What runs in the reader's browser.

page/      a script for every page: folded code, what was read, boxes for the keyboard
widgets/   what brings the widgets of a page to life, fetched when the first comes near
build.mjs  bundles both into dist/, with KaTeX's style; bundle.py runs it when a source has changed
"""
