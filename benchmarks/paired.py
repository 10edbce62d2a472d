"""Paired timing: contenders take turns in one process, and only ratios within a run count.

Garbage collection stays as Python starts it. micrograd's graphs are full of reference cycles, which
only the collector can free: if two engines simply alternated, one would pay for the garbage of the
other. So a collection, not timed, stands before each block, and a block is several calls in a row:
within it each engine pays for the garbage that it leaves itself. What is left after the last call
of a block is freed untimed, for every engine.

What is timed is the processor time of this process, in which all contenders run on one thread: on a
machine with other work to do, waiting for a turn is nobody's cost.
"""

import gc
from time import process_time

import numpy as np


def paired_times(contenders, runs):
    """Processor seconds per call: {name: array of shape (runs,)}.

    `contenders` is {name: (function, calls in a block)}. Every run times one block of each; the
    order is turned round from run to run, so that neither gains from coming first.
    """
    times = {name: [] for name in contenders}
    for run in range(runs):
        order = list(contenders.items())
        for name, (function, calls) in order[:: -1 if run % 2 else 1]:
            gc.collect()
            start = process_time()
            for _ in range(calls):
                function()
            times[name].append((process_time() - start) / calls)
    return {name: np.array(seconds) for name, seconds in times.items()}
