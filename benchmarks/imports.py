"""How long it takes to import `helpers.value`, beside NumPy alone: each in a fresh Python."""

import subprocess
import sys
from pathlib import Path

import numpy as np

from benchmarks.table import Row

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """
from time import process_time
start = process_time()
import {module}
print(process_time() - start)
"""


def seconds(module):
    """Processor seconds that the import takes."""
    command = [sys.executable, "-c", PROGRAM.format(module=module)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def rows(names, runs):
    """One row. Each module is imported once before, so that its bytecode is there."""
    modules = ("numpy", "helpers.value")
    for module in modules:
        seconds(module)
    times = {module: np.array([seconds(module) for _ in range(runs)]) for module in modules}
    ratios = times["numpy"] / times["helpers.value"]
    return [Row.timed("imports", "import helpers.value", "import numpy", ratios, 1)]
