"""A list as a page without JavaScript shows it: a table to fill in, the solution folded."""

from html import escape

from helpers.widgets.shared.template import significant

# The live table takes its place.
DRAWING = '<div xmlns="http://www.w3.org/1999/xhtml"></div>'


def still_table(tape):
    """The list with what is given and what is to be filled in, and the solution in a fold."""
    given = {name: ("input", significant(x)) for name, x in tape.inputs.items()}
    asked = {step.name: (str(step).partition(" = ")[2], "…") for step in tape.steps}
    rows = "\n".join(
        f'<tr><th scope="row">{name}</th><td>{escape(computes)}</td><td>{value}</td><td>…</td></tr>'
        for name, (computes, value) in (given | asked).items()
    )
    headings = "".join(
        f'<th scope="col">{x}</th>' for x in ("step", "computes", "value", "adjoint")
    )
    task = f"<table>\n<thead><tr>{headings}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    solution = _scrolling(tape.table()._repr_html_())
    return f"{_scrolling(task)}\n<details>\n<summary>The solution</summary>\n{solution}\n</details>"


def _scrolling(table):
    return f'<div style="overflow-x: auto">{table}</div>'
