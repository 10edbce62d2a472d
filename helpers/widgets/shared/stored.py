"""A widget as a static page stores it: its state as data, the same text on every run."""

import json
import re

from ipywidgets import embed


def stored(widget):
    """The state of a widget, of all in it, and of their links, the same text on every run.

    Models are numbered in the order in which they are met. The JavaScript and the style are left
    out, since a page has them once for all widgets, and so is what is None, the default.
    """
    models = embed.dependency_state([widget], drop_defaults=False)
    numbers = {}

    def visit(model_id):
        if model_id not in numbers:
            numbers[model_id] = str(len(numbers))
            for found in _references(models[model_id]):
                visit(found)

    visit(widget.model_id)
    for link in widget.links:  # links refer to models, and no model refers to a link
        visit(link.model_id)
    state = {}
    for model_id, number in numbers.items():
        model = json.loads(
            re.sub(
                r"IPY_MODEL_(\w{32})",
                lambda m: f"IPY_MODEL_{numbers[m[1]]}",
                json.dumps(models[model_id]),
            ),
        )
        kept = {
            k: v for k, v in model["state"].items() if v is not None and k not in ("_esm", "_css")
        }
        state[number] = model | {"state": kept}
    return {
        "version_major": 2,
        "version_minor": 0,
        "view": numbers[widget.model_id],
        "state": state,
    }


def _references(model):
    return re.findall(r"IPY_MODEL_(\w{32})", json.dumps(model))
