"""A page that holds a widget, or another output, and nothing else, made as the site's pages are."""

import functools
import json
import shutil
import subprocess
import sys
from pathlib import Path

from helpers.image import inline

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "web/browser/dist"
STYLES = (ROOT / "helpers/widgets/shared/tokens.css", ROOT / "web/browser/styles.css")
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>One output</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="tokens.css">
<link rel="stylesheet" href="styles.css">
<link rel="stylesheet" href="widgets.css">
<script defer src="page.js"></script>
<script defer src="modules.js"></script>
<script defer src="widgets.js"></script>
</head>
<body><main class="content">
{block}
</main></body>
</html>
"""


@functools.cache
def modules():
    """The front ends of all widgets, as modules.js brings them."""
    command = [sys.executable, "-m", "helpers.widgets"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return f"globalThis.courseModules = {json.dumps(json.loads(printed))};\n"


def widget_page(folder, *explorers):
    """Write a page with the explorers' blocks of HTML into `folder` and return its address."""
    return page_of(folder, *(explorer._repr_mimebundle_()["text/html"] for explorer in explorers))


def page_of(folder, *blocks):
    """Write a page with these blocks of HTML into `folder` and return its address."""
    if not (BUNDLE / "widgets.js").exists():
        raise FileNotFoundError("web/browser/dist/widgets.js is missing: run make site first")
    for file in (*BUNDLE.glob("*.js"), BUNDLE / "widgets.css", *STYLES):
        shutil.copy(file, folder)
    (folder / "modules.js").write_text(modules(), encoding="utf-8")
    page = folder / "index.html"
    page.write_text(PAGE.format(block=inline("\n".join(blocks))), encoding="utf-8")
    return page.as_uri()
