"""What the browser tests share: a Chromium, a visit, the site, a JupyterLab on copied notebooks.

Chromium is the program that CHROMIUM names, or one of the usual ones. Where there is none, these
tests are skipped, in one line; with REQUIRE_BROWSER=1 that is a failure.
"""

import functools
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that -m "not browser" leaves them out."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


def find_chromium() -> str | None:
    """Return the path of Chromium or Chrome, or None if there is none."""
    named = os.environ.get("CHROMIUM")
    found = (shutil.which(program) for program in ([named] if named else PROGRAMS))
    return next(filter(None, found), None)


NO_BROWSER = "no Chromium or Chrome on the PATH, and none named by CHROMIUM=/path/to/it"


def pytest_terminal_summary(terminalreporter) -> None:
    """Say in one line why the browser tests were skipped."""
    if find_chromium() is None:
        terminalreporter.write_line(f"browser tests skipped: {NO_BROWSER}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium for all tests."""
    program = find_chromium()
    if program is None:
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.exit(f"REQUIRE_BROWSER=1, but {NO_BROWSER}: install one", returncode=1)
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@dataclass
class Visit:
    """A page in a context of its own, and what went wrong on it."""

    page: Page
    blocked: list[str] = field(default_factory=list)  # requests to other hosts, aborted
    errors: list[str] = field(default_factory=list)  # console errors and uncaught exceptions


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """visit(url, **options): open a page that can reach no host but its own.

    The options are those of Playwright's new_context: viewport=…, java_script_enabled=False, ….
    """
    contexts = []

    def open_page(url: str, **options) -> Visit:
        # A service worker's requests would pass by the route below.
        context = browser.new_context(service_workers="block", **options)
        contexts.append(context)
        seen = Visit(context.new_page())

        def own_host_only(route: Route) -> None:
            if urlsplit(route.request.url).netloc == urlsplit(url).netloc:
                route.continue_()
            else:
                seen.blocked.append(route.request.url)
                route.abort()

        context.route("**/*", own_host_only)
        seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
        seen.page.on(
            "console",
            lambda message: seen.errors.append(message.text) if message.type == "error" else None,
        )
        seen.page.goto(url)
        return seen

    yield open_page
    for context in contexts:
        context.close()


@dataclass(frozen=True)
class JupyterLab:
    """A running JupyterLab: its address, its token, and the folder it serves (a copy)."""

    url: str
    token: str
    root: Path

    def address(self, path: str = "notebooks/01-random-search.ipynb") -> str:
        """Return the address at which JupyterLab opens a file."""
        return f"{self.url}/lab/tree/{path}?token={self.token}"


@pytest.fixture(scope="session")
def jupyterlab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterLab]:
    """A JupyterLab on a copy of the notebooks, with settings of its own."""
    home = tmp_path_factory.mktemp("jupyterlab")
    root = home / "course"
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    news = home / "settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
    news.parent.mkdir(parents=True)
    news.write_text(json.dumps({"fetchNews": "false"}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lab = JupyterLab(f"http://127.0.0.1:{port}", secrets.token_hex(16), root)
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_TOKEN": lab.token,
        "PYTHONPATH": str(ROOT),
    }
    command = [
        sys.executable,
        *("-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1"),
        *(f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={root}"),
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    log = home / "log.txt"
    with log.open("w") as output:
        process = subprocess.Popen(
            command, env=environment, cwd=root, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            wait_until_ready(lab, process, log)
            yield lab
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_ready(lab: JupyterLab, process: subprocess.Popen, log: Path, seconds=60) -> None:
    """Return when JupyterLab answers; fail with its log when it ends or takes too long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{lab.url}/api/status?token={lab.token}", timeout=5).close()
            return
        except OSError:  # not listening yet
            time.sleep(0.1)
    pytest.fail(f"JupyterLab did not answer within {seconds} s. Its log:\n{log.read_text()}")


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line on stderr for each."""

    def log_message(self, format, *args):
        """Say nothing."""


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The rendered site's address, without a slash at its end."""
    folder = ROOT / "_site"
    if not (folder / "index.html").exists():
        pytest.fail("_site/index.html is missing: run make site first")
    handler = functools.partial(QuietHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
