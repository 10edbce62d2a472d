"""The Python of a page, asked directly: its worker without the page's own scripts around it."""

import json
from dataclasses import dataclass

from playwright.sync_api import Page

START = """async ([address, cells]) => {
  const worker = new Worker(address, { type: "module" });
  globalThis.asked = (message) => new Promise((done, fail) => {
    worker.onerror = (event) => fail(new Error(event.message));
    worker.onmessage = ({ data }) => "fetched" in data || done(data);
    worker.postMessage(message);
  });
  return asked({ cells });
}"""
AS_JSON = """
class Shown:
    _repr_html_ = lambda self: json.dumps(list(found))
import json
Shown()
"""


@dataclass
class PagePython:
    """A worker of the site's own Python, with the cells [(id, source), …] of a notebook."""

    page: Page

    def start(self, site: str, cells: list) -> None:
        ready = self.page.evaluate(START, [f"{site}/course/python/worker.mjs", cells])
        assert ready == {"ready": True}

    def run(self, cell: str, source: str, mine: dict | None = None, check: str = "") -> dict:
        """What Session.run returns."""
        request = {"id": 1, "cell": cell, "source": source, "mine": mine or {}, "check": check}
        said = self.page.evaluate("(request) => asked(request)", request)
        assert "answer" in said, (cell, said)
        return said["answer"]

    def found_by(self, source: str) -> list:
        """What a source leaves in the variable `found`, however long it is."""
        answer = self.run("c", source + AS_JSON)
        assert "html" in answer, answer
        return json.loads(answer["html"])
