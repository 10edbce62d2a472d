"""All exercises in the order of the course: the `ENTRY` of each file that stands as its check does.

For `helpers/checks/notebook_03/exercise_1_chain_rule.py` that is the one in
`tests/checks/notebook_03/exercise_1_chain_rule.py`.
"""

from importlib import import_module
from pathlib import Path

import pytest

from helpers import checks
from helpers.checks.classes import ClassExercise
from helpers.checks.feedback import Exercise

CHECKS = Path(checks.__file__).parent
PLACES = [f"{path.parent.name}.{path.stem}" for path in sorted(CHECKS.glob("*/exercise_*.py"))]
EXERCISES = [import_module(f"tests.checks.{place}").ENTRY for place in PLACES]
TABLED = [entry for entry in EXERCISES if isinstance(entry.exercise, Exercise)]
FOR_A_CLASS = [entry for entry in EXERCISES if isinstance(entry.exercise, ClassExercise)]
FOR_A_FUNCTION = [entry for entry in EXERCISES if entry not in FOR_A_CLASS]


def by_name(entry):
    return entry.name


each = pytest.mark.parametrize("entry", EXERCISES, ids=by_name)
each_tabled = pytest.mark.parametrize("entry", TABLED, ids=by_name)
each_for_a_class = pytest.mark.parametrize("entry", FOR_A_CLASS, ids=by_name)
each_for_a_function = pytest.mark.parametrize("entry", FOR_A_FUNCTION, ids=by_name)
