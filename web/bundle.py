"""Build `web/dist` (the widgets' script and styles, KaTeX) when its sources have changed."""

import hashlib
from pathlib import Path

import node

WEB = Path(__file__).resolve().parent
DIST = WEB / "dist"


def build_if_stale():
    """Bring `dist` up to date; return True when it had to be built."""
    stamp, wanted = DIST / "stamp", _fingerprint(_sources())
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    install_if_stale()
    node_command, _ = node.find()
    node.run([*node_command, "build.mjs"], WEB)
    stamp.write_text(wanted)
    return True


def install_if_stale(folder=WEB):
    """Install the packages of a folder's lock file into `node_modules`, unless they are there."""
    stamp = folder / "node_modules/.course-stamp"
    wanted = _fingerprint([folder / "package-lock.json"])
    if stamp.exists() and stamp.read_text() == wanted:
        return
    _, npm = node.find()
    node.run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
    stamp.write_text(wanted)


def _sources():
    """The files that the build reads, in a fixed order."""
    beside = [WEB / "build.mjs", WEB / "package.json", WEB / "package-lock.json"]
    shared = [WEB.parent / "helpers/widgets/shared/accessible_sliders.js"]
    return beside + shared + sorted((WEB / "src").iterdir())


def _fingerprint(files):
    """One digest of the files' names and bytes: modification times say nothing in a fresh clone."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
