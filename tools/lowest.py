"""Print each direct dependency at the lowest version that pyproject.toml allows, for pip to use.

`make test LOWEST=1` installs these, so that a bound that is not true is found here and not by a
student. What they need in turn comes in the newest version that goes with them.
"""

import tomllib
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lowest(project: dict) -> list[str]:
    """Return `name==version` for each dependency of a project, those of its extras included."""
    ranges = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    return sorted({line.replace(">=", "==") for line in ranges})


if __name__ == "__main__":
    print(*lowest(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]), sep="\n")
