"""What lets the site be read without a network: its service worker, and the manifest with which a
phone installs it.
"""

import hashlib
import json
import shutil

import yaml

from web.browser import bundle
from web.pages.page import COURSE
from web.pages.security_policy import META

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
ICONS = {192: "icon-192.png", 512: "icon-512.png"}
PANELS = {"light": "#f5f7f9", "dark": "#1d232a"}  # --course-panel of tokens.css
DIGITS = 16  # of a file's digest: enough to tell two versions apart

# What the worker answers with where there is neither a network nor the page. {scope} is the site.
NOT_HERE = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{META}
<title>Not on this device</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: 40rem; margin: 4rem auto; padding: 0 1.5rem; }}
body {{ font: 1.125rem/1.6 system-ui, sans-serif; }}
</style>
</head>
<body>
<main>
<h1>This page is not on your device</h1>
<p>There is no network now, and this page was never opened here before. Pages that you have opened
are still there. When there is a network again, the <a href="{{scope}}">front page</a> can keep the
whole course on this device.</p>
</main>
</body>
</html>
"""


def link_manifest(page):
    """Name the manifest, and the colour of a phone's bars, in a page's head."""
    if any(piece.attrs.get("rel") == "manifest" for piece in page.pieces):
        return
    page.add_to_head(f'<link rel="manifest" href="{page.link_to(MANIFEST)}">')
    for scheme, panel in PANELS.items():
        media = f"(prefers-color-scheme: {scheme})"
        page.add_to_head(f'<meta name="theme-color" media="{media}" content="{panel}">')


def write_offline(site, project):
    """Write the worker and the manifest into the finished site: after all else, since the
    worker names each file with its digest.
    """
    settings = yaml.safe_load((project / "_quarto.yml").read_text(encoding="utf-8"))
    (site / MANIFEST).write_text(manifest(settings["website"]["title"]), encoding="utf-8")
    for name in ICONS.values():
        shutil.copy(bundle.BROWSER / "offline" / name, site / COURSE / name)
    files = files_of(site)
    version = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:DIGITS]
    worker = (bundle.BROWSER / "offline" / WORKER).read_text(encoding="utf-8")
    facts = {"VERSION": version, "FILES": files, "NOT_HERE": NOT_HERE}
    lines = [f"const {name} = {json.dumps(fact)};\n" for name, fact in facts.items()]
    (site / WORKER).write_text("".join(lines) + worker, encoding="utf-8")


def files_of(site):
    """Every file of a site but the worker: {path: [digest, bytes]}, in alphabetical order.

    Names that begin with a dot are for the host: it need not serve them.
    """
    files = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and path != WORKER and "/." not in f"/{path}":
            content = file.read_bytes()
            files[path] = [hashlib.sha256(content).hexdigest()[:DIGITS], len(content)]
    return files


def manifest(title):
    """What a phone reads when the site is installed. Addresses are relative: any folder will do."""
    icons = [
        {
            "src": f"{COURSE}/{name}",
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": "any maskable",
        }
        for size, name in ICONS.items()
    ]
    said = {
        "name": title,
        "short_name": "Backprop",
        "start_url": "./index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": PANELS["light"],
        "icons": icons,
    }
    return json.dumps(said, indent=1) + "\n"
