"""Render the site into `_site`: with Quarto where it is installed, else with smalldocs.

python -m web [--with quarto|smalldocs]
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from web import ROOT, node

SITE = ROOT / "_site"


def main():
    """Say which program renders, render, and exit 1 with one clear line if that fails."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--with", dest="tool", choices=["quarto", "smalldocs"])
    tool = parser.parse_args().tool or ("quarto" if shutil.which("quarto") else "smalldocs")
    try:
        node.find()
        reason = "" if shutil.which("quarto") else " (Quarto is not installed)"
        print(f"Rendering _site with {tool}{reason}", flush=True)
        shutil.rmtree(SITE, ignore_errors=True)  # pages that are gone must not stay
        with_quarto() if tool == "quarto" else with_smalldocs()
    except RuntimeError as error:
        sys.exit(f"make site: {error}")
    pages = [p for p in SITE.rglob("*.html") if "site_libs" not in p.parts]
    print(f"{len(pages)} pages in _site; nothing on them is asked of another host")


def with_quarto():
    """Run `quarto render`, its scripts with this Python."""
    if not shutil.which("quarto"):
        raise RuntimeError("Quarto is not installed: leave out `--with quarto`, or install it")
    here = str(Path(sys.executable).parent)
    env = {
        **os.environ,
        "QUARTO_PYTHON": sys.executable,
        "PATH": os.pathsep.join([here, os.environ.get("PATH", "")]),
    }
    done = subprocess.run(["quarto", "render", "--quiet"], cwd=ROOT, env=env)
    if done.returncode:
        raise RuntimeError(f"`quarto render` failed with code {done.returncode}; see above")


def with_smalldocs():
    """Build with smalldocs, and take a broken link for a failure."""
    try:
        from smalldocs.config import BuildError, ConfigError
        from smalldocs.site import build
    except ImportError:
        raise RuntimeError(
            "neither Quarto nor smalldocs is installed: `pip install smalldocs`, or install Quarto"
        ) from None
    try:
        site = build(ROOT, quiet=True)
    except (BuildError, ConfigError) as error:
        raise RuntimeError(f"smalldocs: {error}") from None
    # Its other warnings are about options that are there for Quarto.
    broken = [warning for warning in site.warnings if "broken link" in warning]
    if broken:
        raise RuntimeError("; ".join(broken))


if __name__ == "__main__":
    main()
