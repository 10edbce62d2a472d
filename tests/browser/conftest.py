"""What the browser tests share: a Chromium, a visit, a widget, a notebook in JupyterLab, the site.

Where there is no Chromium these tests are skipped, in one line; with REQUIRE_BROWSER=1 that is a
failure.
"""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from chromium import FLAGS, NO_BROWSER, find_chromium
from lab import JupyterLab, Notebook, running_lab
from playwright.sync_api import Browser, Page, Route, sync_playwright
from widget_page import widget_page

from web import serve

ROOT = Path(__file__).resolve().parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that -m "not browser" leaves them out."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


MEASURES = pytest.StashKey[list[str]]()  # the lines of test_measures.py's table


def pytest_terminal_summary(terminalreporter) -> None:
    """Print what was measured; say in one line why the browser tests were skipped."""
    for line in terminalreporter.config.stash.get(MEASURES, []):
        terminalreporter.write_line(line)
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


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """visit(url, **options): open a page that can reach no host but its own.

    The options are those of Playwright's new_context: viewport=…, java_script_enabled=False, ….
    On leaving, no page asked another host and none logged an error. (JupyterLab 4.6 logs none.)
    """
    contexts, faults = [], []

    def open_page(url: str, **options) -> Page:
        # A service worker's requests would pass by the route below.
        context = browser.new_context(service_workers="block", **options)
        contexts.append(context)
        page = context.new_page()

        def own_host_only(route: Route) -> None:
            if urlsplit(route.request.url).netloc == urlsplit(url).netloc:
                route.continue_()
            else:
                faults.append(f"{url} asked for {route.request.url}")
                route.abort()

        def on_console(message) -> None:
            if message.type == "error":
                faults.append(f"{url}: {message.text}")

        context.route("**/*", own_host_only)
        page.on("pageerror", lambda error: faults.append(f"{url}: {error}"))
        page.on("console", on_console)
        page.goto(url)
        return page

    yield open_page
    found = list(faults)  # before closing, which may cut a request short
    for context in contexts:
        context.close()
    assert found == []


@pytest.fixture
def open_widget(visit, tmp_path) -> Callable[..., Page]:
    """open_widget(explorer, query, **options): visit a page that holds one widget."""

    def open_page(explorer, query: str = "", **options) -> Page:
        return visit(widget_page(tmp_path, explorer) + query, **options)

    return open_page


@pytest.fixture(scope="session")
def jupyterlab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterLab]:
    """A JupyterLab on a copy of the notebooks, with settings of its own."""
    with running_lab(tmp_path_factory.mktemp("jupyterlab")) as lab:
        yield lab


@pytest.fixture
def open_notebook(visit, jupyterlab) -> Callable[..., Notebook]:
    """open_notebook(name, cells, after): open what `JupyterLab.write` writes."""

    def open_page(name: str, cells: list[str], after: str = "") -> Notebook:
        jupyterlab.write(name, cells, after)
        return Notebook(visit(jupyterlab.address(name)))

    return open_page


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The rendered site's address, without a slash at its end."""
    folder = ROOT / "_site"
    if not (folder / "index.html").exists():
        pytest.fail("_site/index.html is missing: run make site first")
    with serve.server(folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
