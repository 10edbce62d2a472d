"""What each check says to each answer that its tests know, for two Pythons to agree on:

    python -m tests.checks.verdicts

Prints JSON: [exercise, list, number, kind, message] for each. It runs without NumPy, as on a page;
an answer that calls NumPy stops there, in both Pythons alike.
"""

import contextlib
import json
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent


def verdicts():
    """All of them, in a fixed order."""
    for entry in entries():
        lists = {
            "right": entry.right,
            "wrong": [answer for answer, _ in entry.wrong],
            "mistakes": [x.function for x in getattr(entry.exercise, "mistakes", ())],
        }
        for name, answers in lists.items():
            for number, answer in enumerate(answers):
                with contextlib.redirect_stdout(None):
                    feedback = entry.check(answer)
                yield [entry.name, name, number, feedback.kind, feedback.message]


def entries():
    """Each exercise as its tests know it. Their files ask for NumPy, and get an empty module."""
    sys.modules["numpy"] = ModuleType("numpy")
    files = sorted(HERE.glob("notebook_*/exercise_*.py"))
    modules = [import_module(f"tests.checks.{file.parent.name}.{file.stem}") for file in files]
    del sys.modules["numpy"]
    return [module.ENTRY for module in modules]


if __name__ == "__main__":
    from tests.pure_python import Refusal  # only here: a page has none of it

    sys.meta_path.insert(0, Refusal())
    print(json.dumps(list(verdicts())))
