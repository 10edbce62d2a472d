"""What is done to each page of the site when a renderer has written it.

page             a page as text, its pieces, and how it is changed
front_page       the explorer and the cards, which card_pictures draws
run_box          how to run the notebook that the page is made of
other_hosts      what the renderers load from elsewhere goes, and nothing like it is left
page_head        a description, and scripts that wait
navigation       names for its parts, and a way past them
workbench        fields for guesses, and code that can be run
code_folds       code under a line that says what is in it
pictures         files in place of inline pictures
maths            formulas, set by maths.mjs
widget_files     the widgets' script, where there are widgets
security_policy  scripts from the site's own files, and no others
offline          the site without a network
finish           all of these, in their order
"""
