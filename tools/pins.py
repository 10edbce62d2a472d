"""Write requirements.txt: the exact version of everything the project needs, directly or not.

pip resolves all extras from the newest versions there are, without installing. It does so for the
very first release of the oldest Python (3.11.0), for some packages ask for a later patch release
than Debian's, and what serves the oldest serves the newer ones. Markers are those of the Python
that runs this, so that must be of the same minor version.
"""

import json
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# Exact versions of all packages, direct and indirect, for Python {floor} and newer: what `make`
# installs (pip install --constraint requirements.txt --editable .). Written by `make pins`.
"""
# Needed on other systems only, so that pip does not meet them here.
ELSEWHERE = {"appnope": 'sys_platform == "darwin"'}


def resolve(requirements: list[str], floor: str) -> dict[str, str]:
    """Return the version of each package that pip would install for the requirements, by name."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
    # pip takes another Python only with these two; nothing is written to the target.
    oldest = [f"--python-version={floor}.0", "--only-binary=:all:", "--target=unused"]
    report = subprocess.run(
        [*command, *oldest, "--report", "-", *requirements],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    found = (item["metadata"] for item in json.loads(report.stdout)["install"])
    return {item["name"].lower().replace("_", "-"): item["version"] for item in found}


def main() -> None:
    """Resolve pyproject.toml and write requirements.txt."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    floor = project["requires-python"].removeprefix(">=")
    running = "{}.{}".format(*sys.version_info)
    if running != floor:
        sys.exit(
            f"make pins: this is Python {running}, expected {floor}:"
            f" make pins VENV=directory PYTHON=python{floor}"
        )
    requirements = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    pins = {name: f"{name}=={version}" for name, version in resolve(requirements, floor).items()}
    for name, marker in ELSEWHERE.items():
        pins[name] = f"{name}=={resolve([name], floor)[name]}; {marker}"
    lines = [pins[name] for name in sorted(pins)]
    text = HEADER.format(floor=floor) + "\n".join(lines) + "\n"
    (ROOT / "requirements.txt").write_text(text, newline="\n")
    print(f"requirements.txt: {len(lines)} packages")


if __name__ == "__main__":
    main()
