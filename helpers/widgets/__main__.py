"""Print every widget's JavaScript and CSS as JSON, for the bundle that makes the site live.

{"network_explorer": {"esm": "…", "css": "…"}, …}
"""

import json

from helpers import widgets
from helpers.widgets.shared.modules import esm, stylesheet

print(
    json.dumps(
        {
            figure.module_name: {"esm": esm(figure.module_name), "css": stylesheet()}
            for figure in (getattr(widgets, name).Figure for name in widgets.__all__)
        },
        ensure_ascii=False,
    )
)
