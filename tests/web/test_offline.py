"""What the site gets to be read without a network: the worker's list of files, and the manifest."""

import hashlib
import json
import re

from web import ROOT
from web.pages.offline import ICONS, PANELS, manifest, write_offline
from web.pages.security_policy import META


def site(folder):
    """A small site."""
    (folder / "course").mkdir(parents=True)
    (folder / "index.html").write_text("<html><head></head><body>ä</body></html>", "utf-8")
    (folder / "course/page.js").write_text("1")
    return folder


def listed(folder):
    """The version and the files that a site's worker names."""
    text = (folder / "sw.js").read_text(encoding="utf-8")
    return re.match(r"const VERSION = (.*);\nconst FILES = (.*);\n", text).groups()


def test_the_worker_names_every_file_but_itself_with_its_digest_and_its_size(tmp_path):
    folder = site(tmp_path / "site")
    (folder / ".nojekyll").touch()  # for the host, which need not serve it
    write_offline(folder, ROOT)
    files = json.loads(listed(folder)[1])
    there = {x.relative_to(folder).as_posix() for x in folder.rglob("*") if x.is_file()}
    assert files.keys() == there - {"sw.js", ".nojekyll"}
    for path, (digest, size) in files.items():
        content = (folder / path).read_bytes()
        assert hashlib.sha256(content).hexdigest().startswith(digest)
        assert (len(digest), len(content)) == (16, size)


def test_the_version_changes_with_any_file_and_only_then(tmp_path):
    folder = site(tmp_path / "site")
    write_offline(folder, ROOT)
    first = listed(folder)
    write_offline(folder, ROOT)
    assert listed(folder) == first
    (folder / "course/page.js").write_text("2")
    write_offline(folder, ROOT)
    assert listed(folder)[0] != first[0]


def test_the_colours_of_a_phones_bars_are_those_of_the_panels():
    tokens = (ROOT / "helpers/widgets/shared/tokens.css").read_text(encoding="utf-8")
    assert [*PANELS.values()] == re.findall(r"--course-panel: (#\w+)", tokens)[:2]


def test_the_manifest_names_icons_that_are_there_and_no_place(tmp_path):
    folder = site(tmp_path / "site")
    write_offline(folder, ROOT)
    said = json.loads((folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert said["name"] == "Backpropagation, step by step"
    for icon in said["icons"]:
        picture = (folder / icon["src"]).read_bytes()
        width = int.from_bytes(picture[16:20], "big")
        assert (picture[:4], f"{width}x{width}") == (b"\x89PNG", icon["sizes"])
    assert len(said["icons"]) == len(ICONS)
    assert "http" not in manifest("t")


def test_the_page_that_stands_for_what_is_not_there_has_the_policy_and_a_link_to_the_site(tmp_path):
    folder = site(tmp_path / "site")
    write_offline(folder, ROOT)
    text = json.loads(
        re.search("^const NOT_HERE = (.*);$", (folder / "sw.js").read_text(), re.M)[1]
    )
    assert META in text
    assert re.findall('href="(.*?)"', text) == ["{scope}"]
    assert "{{" not in text
