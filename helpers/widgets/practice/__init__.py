"""New Wengert lists to sweep by hand, with answers that name the slip.

lists         the lists as a short text
slips         what goes wrong: values and local derivatives that are written down by mistake
drawing       a list as a page without JavaScript shows it
explorer      the widget
lists.js      the texts as programs, and the numbers that the reader is asked for
slips.js      what each slip makes of a number
words.js      the answer to a number that was typed, and how far the reader has come
table.js      the list as a table to fill in
explorer.js   all of them, and the buttons
"""

from helpers.widgets.practice.explorer import AnotherList

__all__ = ["AnotherList"]
