"""The files of the page's Python: Pyodide's core, its standard library without what no notebook
needs, and the course's own modules as one archive.

The large ones are stored compressed, and the page unpacks them: so they weigh the same from every
server, and the page knows how much of them is still to come.
"""

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

from web import ROOT

PYODIDE = ROOT / "web/node_modules/pyodide"
LIBRARY = "python_stdlib.zip"
WASM = "pyodide.asm.wasm"
COURSE = "course.zip"

# The rooms of `helpers` that need nothing but Python.
ROOMS = (
    *("rules", "toy_network", "random_search", "finite_differences", "gradient_descent", "table"),
    *("wengert", "value", "dual", "fallbacks", "broken_engines", "practice", "operations"),
    "checks",
)
OWN = ("web/__init__.py", "web/python/__init__.py", "web/python/needs.py", "web/python/session.py")

# Of the standard library: what talks to networks, windows, devices and other programs, what reads
# mail and mark-up, and tools for developers.
LEFT_OUT = {
    *("_pyio", "_pyrepl", "antigravity", "bdb", "cmd", "code", "compileall", "configparser"),
    *("csv", "ctypes", "curses", "dbm", "difflib", "doctest", "email", "ensurepip", "filecmp"),
    *("fileinput", "ftplib", "getpass", "gettext", "http", "idlelib", "imaplib"),
    *("ipaddress", "lib2to3", "mailbox", "mimetypes", "modulefinder", "multiprocessing", "netrc"),
    *("nntplib", "optparse", "pdb", "pickletools", "plistlib", "poplib", "profile", "pstats"),
    *("pty", "pyclbr", "pydoc", "pydoc_data", "shelve", "smtplib", "socketserver", "sqlite3"),
    *("tarfile", "this", "tkinter", "tomllib", "trace", "turtle", "turtledemo", "unittest"),
    *("uuid", "venv", "wave", "webbrowser", "wsgiref", "xml", "xmlrpc", "zipapp", "zoneinfo"),
    *("argparse", "sched", "tabnanny", "rlcompleter", "stringprep", "mailcap"),
}
ENCODINGS = {"__init__", "aliases", "ascii", "cp437", "latin_1", "utf_8", "raw_unicode_escape"}
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes from the same files


def is_on_page(module):
    """Can a page import the module, or the name in it: "math", "helpers.checks"?"""
    top, _, rest = module.partition(".")
    if top == "helpers":
        return not rest or rest.partition(".")[0] in ROOMS
    return top in sys.stdlib_module_names and top not in LEFT_OUT


def write_python(folder):
    """Write what comes from Pyodide into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide-lock.json"):
        text = (PYODIDE / name).read_bytes()
        if name.endswith(".json"):  # the list of packages on another host: none is ever loaded
            text = json.dumps(json.loads(text) | {"packages": {}}).encode()
        (folder / name).write_bytes(text)
    wasm = gzip.compress((PYODIDE / WASM).read_bytes(), 9, mtime=0)
    (folder / f"{WASM}.gz").write_bytes(wasm)
    (folder / LIBRARY).write_bytes(library())


def write_course(folder):
    """Write the course's own modules beside it, and the sizes of all that a page fetches."""
    (folder / COURSE).write_bytes(course())
    sizes = {name: (folder / name).stat().st_size for name in (f"{WASM}.gz", LIBRARY, COURSE)}
    (folder / "sizes.json").write_text(json.dumps(sizes) + "\n", encoding="utf-8")


def library():
    """The standard library as a zip file, without what is left out."""
    with zipfile.ZipFile(PYODIDE / LIBRARY) as whole:
        return zipped({x: whole.read(x) for x in whole.namelist() if _is_kept(x)})


def course():
    """The course's own modules as a zip file."""
    files = [ROOT / "helpers/__init__.py", *(ROOT / name for name in OWN)]
    for room in ROOMS:
        folder = ROOT / "helpers" / room
        files += sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]
    return zipped({file.relative_to(ROOT).as_posix(): file.read_bytes() for file in files})


def zipped(files):
    """{name: bytes} as a zip file, the same on every run."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _is_kept(name):
    top, _, rest = name.partition("/")
    if top == "encodings":
        return Path(rest).stem in ENCODINGS
    return Path(top).stem not in LEFT_OUT
