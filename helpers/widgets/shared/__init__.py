"""What the widgets share, in Python and in JavaScript.

modules    joins JavaScript modules into the one text that anywidget takes
program    a Wengert list as the browser gets it, with the rules that it needs; wengert.js runs it,
           wengert_grid.js over a grid
template   texts with numbers in them, filled in alike by template.py and by template.js
explorer   sliders tied to a figure, and the three forms of its output
figure.js  a figure that follows its sliders, with controls.js, accessible_sliders.js and address.js
player.js  what runs by itself; carry.js: what is carried; scrolling.js: what is too wide
"""
