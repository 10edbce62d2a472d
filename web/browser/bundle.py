"""Build `dist` (scripts and styles for pages and widgets, KaTeX) when a source has changed."""

from pathlib import Path

from web import ROOT, node
from web.python.archive import write_python

BROWSER = Path(__file__).resolve().parent
DIST = BROWSER / "dist"
FOLDERS = ("page", "widgets", "work", "python")


def build_if_stale():
    """Bring `dist` up to date; return True when it had to be built."""
    stamp, wanted = DIST / "stamp", node.fingerprint(_sources())
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    node.install()
    node_command, _ = node.find()
    node.run([*node_command, "build.mjs"], BROWSER)
    write_python(DIST / "python")
    stamp.write_text(wanted)
    return True


def _sources():
    """The files that the build reads, in a fixed order."""
    packages = [ROOT / "web/package.json", ROOT / "web/package-lock.json", BROWSER / "build.mjs"]
    packages.append(ROOT / "web/python/archive.py")
    scripts = [file for folder in FOLDERS for file in BROWSER.glob(f"{folder}/*")]
    return packages + sorted([*scripts, *(ROOT / "helpers/widgets/shared").glob("*.js")])
