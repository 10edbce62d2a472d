"""The course's widgets: sliders and drawings that are live with a kernel and without one.

Each widget has a folder with its Python and its JavaScript side by side: `explorer.py` is the
widget, `explorer.js` its live figure. What widgets have in common stands in `shared`.
"""

from helpers.widgets.dual_explorer import DualExplorer
from helpers.widgets.landscape_explorer import LandscapeExplorer
from helpers.widgets.mode_race import ModeRace
from helpers.widgets.network_explorer import NetworkExplorer
from helpers.widgets.practice import AnotherList
from helpers.widgets.step_size_lab import StepSizeLab
from helpers.widgets.sweep_stepper import SweepStepper
from helpers.widgets.travellers import Travellers

__all__ = [
    "AnotherList",
    "DualExplorer",
    "LandscapeExplorer",
    "ModeRace",
    "NetworkExplorer",
    "StepSizeLab",
    "SweepStepper",
    "Travellers",
]
