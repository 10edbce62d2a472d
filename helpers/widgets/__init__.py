"""The course's widgets: sliders and drawings that are live with a kernel and without one.

A widget is one Python file and one JavaScript module of the same name. What they share:

modules     joins JavaScript modules into the one text that anywidget takes
program     a Wengert list as the browser gets it, with the rules that it needs
template    texts with numbers in them, filled in alike by Python and by JavaScript
explorer    sliders tied to a figure, and the three forms of its output
"""

from helpers.widgets.dual_explorer import DualExplorer
from helpers.widgets.landscape_explorer import LandscapeExplorer
from helpers.widgets.mode_race import ModeRace
from helpers.widgets.network_explorer import NetworkExplorer
from helpers.widgets.step_size_lab import StepSizeLab
from helpers.widgets.sweep_stepper import SweepStepper
from helpers.widgets.travellers import Travellers

__all__ = [
    "DualExplorer",
    "LandscapeExplorer",
    "ModeRace",
    "NetworkExplorer",
    "StepSizeLab",
    "SweepStepper",
    "Travellers",
]
