"""A real JupyterLab on copies of the notebooks, and a notebook that is open in it."""

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class JupyterLab:
    """A running JupyterLab: its address, its token, and its notebooks (copies)."""

    url: str
    token: str
    notebooks: Path

    def address(self, name: str) -> str:
        """Return the address at which JupyterLab opens a notebook.

        In a fresh workspace: it does not open again what an earlier test had open.
        """
        return f"{self.url}/lab/tree/notebooks/{name}?token={self.token}&reset"

    def write(self, name: str, cells: list[str], after: str = "") -> None:
        """Write a notebook of these cells, or a copy of notebook `after` with them at its end."""
        notebook = {"nbformat": 4, "nbformat_minor": 5, "cells": []}
        if after:
            notebook = json.loads((self.notebooks / after).read_text(encoding="utf-8"))
        spec = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
        notebook["metadata"] = {"kernelspec": spec}
        for number, source in enumerate(cells):
            cell = {"cell_type": "code", "id": f"test-{number}", "source": source}
            notebook["cells"].append(
                cell | {"metadata": {}, "outputs": [], "execution_count": None}
            )
        (self.notebooks / name).write_text(json.dumps(notebook), encoding="utf-8")


@contextmanager
def running_lab(home: Path) -> Iterator[JupyterLab]:
    """Run a JupyterLab with all that it keeps in `home`, its settings too."""
    root = home / "course"
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    news = home / "settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
    news.parent.mkdir(parents=True)
    news.write_text(json.dumps({"fetchNews": "false"}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lab = JupyterLab(f"http://127.0.0.1:{port}", secrets.token_hex(16), root / "notebooks")
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


class Notebook:
    """A notebook that is open in JupyterLab, with its kernel running."""

    def __init__(self, page: Page):
        self.page = page
        # The kernel is ready before the status bar says so; a run before that asks which kernel.
        page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()

    def run_all(self) -> None:
        """Run all cells and wait until each has its number."""
        for item in ("Run", "Run All Cells"):
            self.page.get_by_role("menuitem", name=item, exact=True).click()
        numbers = self.page.locator(".jp-CodeCell .jp-InputPrompt")
        expect(numbers.filter(has_text="[*]")).to_have_count(0, timeout=60_000)
        expect(numbers.filter(has_text=re.compile(r"\[\d+\]"))).to_have_count(numbers.count())

    def run(self, source: str) -> str:
        """Run again the one cell that has this source; return what it printed."""
        cell = self.page.locator(".jp-CodeCell").filter(has_text=source)
        cell.locator(".jp-InputArea-editor").click()
        number = cell.locator(".jp-InputPrompt")
        before = number.text_content()
        self.page.keyboard.press("Control+Enter")
        expect(number).not_to_have_text(before)
        expect(number).not_to_contain_text("*")
        output = cell.locator(".jp-OutputArea-output")
        return output.text_content() if output.count() else ""
