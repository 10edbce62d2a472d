"""Load the widgets' script, and the front ends of their figures, on pages that hold widgets."""

import json
import sys

from web import node
from web.pages.page import COURSE


def add_widget_files(pages, site, project):
    """Write the figures' front ends into the site; load them and our script where they are used."""
    used = [page for page in pages if any("course-widget" in p.classes for p in page.pieces)]
    if not used:
        return
    modules = json.loads(node.run([sys.executable, "-m", "helpers.widgets"], project))
    for page in used:
        named = sorted(modules_named(page))
        for name in set(named) - set(modules):
            raise RuntimeError(
                f"{page.name}: its widget needs {name!r}, which is not among "
                f"{', '.join(modules)} of `python -m helpers.widgets`"
            )
        parts = ["widgets.css", *(f"modules/{name}.js" for name in named), "widgets.js"]
        page.add_script(f"{COURSE}/live.js", f' data-parts="{" ".join(parts)}"')
    (site / COURSE / "modules").mkdir(parents=True, exist_ok=True)
    for name, module in modules.items():
        (site / COURSE / f"modules/{name}.js").write_text(
            f"(globalThis.courseModules ??= {{}}).{name} = "
            f"{json.dumps(module, ensure_ascii=False)};\n",
            encoding="utf-8",
        )


def modules_named(page):
    """The front ends that the widgets' state on a page asks for."""
    states = [
        json.loads(piece.inner)["state"]
        for piece in page.pieces
        if piece.tag == "script" and "course-widget-state" in piece.classes
    ]
    return {
        model["state"]["module"]
        for state in states
        for model in state.values()
        if model["model_module"] == "anywidget" and "module" in model["state"]
    }
