"""Prepare a notebook for Quarto (`ipynb-filters`): notebook on standard input, notebook on output.

A notebook that a student has saved carries its widgets a second time, as views that need a kernel.
Quarto would take those and load a widget manager from elsewhere; dropped, it takes the HTML form,
which holds the same widget and is live without a kernel. smalldocs takes the HTML form by itself.
"""

import json
import sys

VIEW = "application/vnd.jupyter.widget-view+json"


def without_widget_views(notebook):
    """Drop live views that have another form beside them, and the widget state they would use."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if VIEW in data and len(data) > 1:
                del data[VIEW]
    notebook.get("metadata", {}).pop("widgets", None)
    return notebook


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    json.dump(without_widget_views(json.load(sys.stdin)), sys.stdout, ensure_ascii=False)
