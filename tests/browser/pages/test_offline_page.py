"""The site without a network: pages that were visited, the whole course, a new version of it."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import ROOT
from live_widget import wake
from playwright.sync_api import Browser, BrowserContext, Page, expect

from web import serve
from web.pages.offline import write_offline


@pytest.fixture
def published(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site in a folder of its server, as on GitHub Pages, and its address."""
    folder = tmp_path / "course"
    shutil.copytree(ROOT / "_site", folder)
    with serve.server(tmp_path) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}/course/"
        server.shutdown()


@pytest.fixture
def context(browser: Browser, published) -> Iterator[BrowserContext]:
    """A browser in which the site's service worker runs; no page asks another host or fails."""
    _, address = published
    context, faults = browser.new_context(), []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on(
        "request",
        lambda request: (
            urlsplit(request.url).netloc == urlsplit(address).netloc
            or request.url.startswith(("data:", "blob:"))
            or faults.append(request.url)
        ),
    )
    yield context
    context.close()
    assert faults == []


HELD = """async () => {
  const held = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
  return (await Promise.all(held)).flat().length;
}"""


WAITING = "() => navigator.serviceWorker.ready.then(({ waiting }) => !!waiting)"


def has_kept(page: Page, count: int) -> None:
    """Wait until the worker looks after the page and holds so many files."""
    for _ in range(200):
        if page.evaluate(HELD) >= count:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"only {page.evaluate(HELD)} files are kept")


def page_with_all(context: BrowserContext, address: str) -> Page:
    """Open the front page, press its button, and wait until all is there."""
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Keep the course on this device").click()
    expect(page.locator(".course-keep [role=status]")).to_contain_text(
        "all of it works without a network", timeout=30_000
    )
    return page


def test_a_page_that_was_visited_works_without_a_network_and_another_says_so(context, published):
    _, address = published
    page = context.new_page()
    page.goto(address + "notebooks/01-random-search.html")
    wake(page)
    page.wait_for_load_state("networkidle")
    has_kept(page, page.evaluate("performance.getEntriesByType('resource').length"))
    context.set_offline(True)
    page.reload()
    wake(page)
    explorer = page.locator("#network-explorer")
    words = explorer.locator(".course-words")
    before = words.inner_text()
    explorer.get_by_role("slider", name="w11").press("ArrowRight")
    expect(words).not_to_have_text(before)
    page.goto(address + "notebooks/05-dual-numbers.html")
    expect(page.get_by_role("heading")).to_have_text("This page is not on your device")
    assert page.get_by_role("link").get_attribute("href") == address


def test_the_whole_course_works_without_a_network(context, published):
    folder, address = published
    page = page_with_all(context, address)
    context.set_offline(True)
    for file in sorted(folder.rglob("*.html")):
        if "site_libs" in file.parts:
            continue
        page.goto(address + file.relative_to(folder).as_posix().removesuffix("/index.html"))
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        if file.parent.name == "notebooks":
            wake(page)
            exercise = page.locator(".course-exercise").first
            exercise.scroll_into_view_if_needed()
            exercise.get_by_role("textbox").wait_for()
            exercise.get_by_role("button", name="Check").click()
            expect(exercise.locator(".cell-output-display .course-feedback")).to_contain_text(
                "Not started yet", timeout=20_000
            )


def test_a_new_version_replaces_the_kept_one_whole(context, published):
    folder, address = published
    page, other = page_with_all(context, address), context.new_page()
    other.goto(address + "teaching/index.html")
    published_anew(folder, "second")
    page.reload()
    # The old version is complete and in use, until the new one is.
    assert versions_of(page) == ("", "")
    page.evaluate("() => navigator.serviceWorker.ready.then((found) => found.update())")
    for _ in range(200):
        if page.evaluate(WAITING):
            break
        page.wait_for_timeout(50)
    assert versions_of(other) == ("", "")
    page.goto(address + "glossary/index.html")
    expect(page.locator("html")).to_have_attribute("data-page", "second")
    expect(page.locator("html")).to_have_attribute("data-script", "second")
    expect(other.locator("html")).to_have_attribute("data-script", "second")
    context.set_offline(True)
    page.goto(address)
    assert versions_of(page) == ("second", "second")
    expect(page.locator(".course-keep [role=status]")).to_contain_text("It is on this device")


def test_an_old_page_that_stays_open_gets_no_new_script(context, published):
    folder, address = published
    page = context.new_page()
    page.goto(address + "notebooks/01-random-search.html")
    has_kept(page, 10)
    page.reload()
    (folder / "course/work.js").write_text("document.documentElement.dataset.new = '';", "utf-8")
    published_anew(folder, "second")
    page.locator(".course-exercise").first.scroll_into_view_if_needed()
    page.wait_for_timeout(1000)
    assert page.evaluate("() => document.documentElement.dataset.new") is None


def test_what_is_removed_while_it_is_fetched_stays_away(context, published):
    _, address = published
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Keep the course on this device").click()
    page.get_by_role("button", name="Remove it again").click()
    expect(page.locator(".course-keep [role=status]")).to_contain_text("then all of it works")
    page.wait_for_timeout(500)
    assert page.evaluate(HELD) <= 1  # the file that was on its way


def test_what_changes_while_it_is_fetched_is_not_kept(context, published):
    """A half-published version never becomes the reader's: its files are not those it names."""
    folder, address = published
    page = page_with_all(context, address)
    published_anew(folder, "second")
    (folder / "course/page.js").write_text("half", encoding="utf-8")
    page.evaluate(
        "() => navigator.serviceWorker.ready.then((found) => found.update()).catch(() => {})"
    )
    page.wait_for_timeout(1000)
    page.reload()
    assert versions_of(page) == ("", "")
    assert not page.evaluate(WAITING)


def test_a_download_that_was_stopped_says_why_and_goes_on(context, published):
    _, address = published
    page = context.new_page()
    page.goto(address)
    button = page.get_by_role("button", name="Keep the course on this device")
    expect(button).to_be_visible()
    status = page.locator(".course-keep [role=status]")
    context.set_offline(True)
    button.click()
    expect(status).to_contain_text("is there a connection?")
    context.set_offline(False)
    go_on = page.get_by_role("button", name="Go on keeping it")
    disk, origin = context.new_cdp_session(page), address.removesuffix("/course/")
    disk.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1_000_000})
    go_on.click()
    expect(status).to_contain_text("this device has no room for more.", timeout=30_000)
    disk.send("Storage.overrideQuotaForOrigin", {"origin": origin})
    go_on.click()
    expect(status).to_contain_text("It is on this device", timeout=30_000)
    page.get_by_role("button", name="Remove it again").click()
    expect(status).to_contain_text("then all of it works without a network")
    assert page.evaluate(HELD) == 0


def published_anew(folder, version):
    """Publish another version of the site: its pages and its script say which one it is."""
    for file in folder.rglob("*.html"):
        if "site_libs" not in file.parts:
            text = file.read_text(encoding="utf-8")
            file.write_text(
                text.replace("<html", f'<html data-page="{version}"', 1), encoding="utf-8"
            )
    script = folder / "course/page.js"
    text = script.read_text(encoding="utf-8")
    script.write_text(f'document.documentElement.dataset.script = "{version}";{text}', "utf-8")
    write_offline(folder, ROOT)


def versions_of(page):
    """Which version a page is of, and which its script."""
    dataset = page.evaluate("() => ({ ...document.documentElement.dataset })")
    return dataset.get("page", ""), dataset.get("script", "")
