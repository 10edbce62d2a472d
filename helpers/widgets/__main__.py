"""Print every widget's JavaScript and CSS as JSON, for the bundle that makes the site live.

{"network_explorer": {"esm": "…", "css": "…"}, …}
"""

import json

from helpers import widgets
from helpers.widgets.shared.modules import esm, stylesheet

print(
    json.dumps(
        {
            name: {"esm": esm(name), "css": stylesheet(name)}
            for name in (getattr(widgets, called).Figure.module_name for called in widgets.__all__)
        },
        ensure_ascii=False,
    )
)
