"""Importing this lets a script import the whole project, though a renderer runs it by its path."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
