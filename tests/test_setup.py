"""tools/setup.sh asks pip for what the machine lacks, in the versions that were wanted."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def program(path, text):
    """Write a program for the shell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def asked_of_pip(folder, node=24, npm=True, **settings) -> list[str]:
    """Return what setup.sh asks pip for, on a machine with this Node and with npm or without."""
    program(folder / "venv/bin/python", 'case "$3" in install) echo "$@" ;; esac')
    program(folder / "bin/node", f"echo {node}")
    if npm:
        program(folder / "bin/npm", "")
    os.symlink(shutil.which("rm"), folder / "bin/rm")
    done = subprocess.run(
        [shutil.which("sh"), "tools/setup.sh", folder / "venv", "test,site"],
        env={"PATH": str(folder / "bin"), **settings},
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.splitlines()[-1].split()


@pytest.mark.parametrize(("node", "npm"), [(20, True), (19, True), (0, True), (24, False)])
def test_node_comes_from_pypi_where_the_machine_has_none_that_will_do(tmp_path, node, npm):
    extras = "test,site" if node >= 20 and npm else "test,site,node"
    assert asked_of_pip(tmp_path, node, npm)[-2:] == ["--editable", f".[{extras}]"]


def test_pip_is_held_to_the_pins_or_to_the_lowest_versions(tmp_path):
    def held_to(folder, **settings):
        words = asked_of_pip(tmp_path / folder, **settings)
        return words[words.index("--constraint") + 1]

    assert held_to("pinned") == "requirements.txt"
    assert held_to("lowest", LOWEST="1") == str(tmp_path / "lowest/venv/lowest.txt")
