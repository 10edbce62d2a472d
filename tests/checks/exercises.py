"""All exercises in the order of the course: the `ENTRY` of each file that stands as its check does.

For `helpers/checks/notebook_03/exercise_1_chain_rule.py` that is the one in
`tests/checks/notebook_03/exercise_1_chain_rule.py`.
"""

from importlib import import_module
from pathlib import Path

from helpers import checks

CHECKS = Path(checks.__file__).parent
PLACES = [f"{path.parent.name}.{path.stem}" for path in sorted(CHECKS.glob("*/exercise_*.py"))]
EXERCISES = [import_module(f"tests.checks.{place}").ENTRY for place in PLACES]
