"""Chromium: the program that CHROMIUM names, or one of the usual ones."""

import os
import shutil

PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str | None:
    """Return the path of Chromium or Chrome, or None if there is none."""
    named = os.environ.get("CHROMIUM")
    found = (shutil.which(program) for program in ([named] if named else PROGRAMS))
    return next(filter(None, found), None)


NO_BROWSER = "no Chromium or Chrome on the PATH, and none named by CHROMIUM=/path/to/it"
