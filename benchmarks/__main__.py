"""`make bench`, or `python -m benchmarks`: a table of ratios, each measured within this
run, and one of the times that the widgets take."""

import argparse
import importlib
import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from benchmarks.table import HEADINGS, report

ROWS = {  # the name of each row, and the module that measures it
    "value": "mlp",
    "list": "mlp",
    "autograd": "hips",
    "landscape": "landscape",
    "imports": "imports",
    "operations": "cheap_gradient",
    "widgets": "widgets",
}

TRIES = 3  # a busy machine may miss a target by chance: what is missed is measured again

NOTES = """\
A ratio is the median over {runs} paired runs, in processor time; a quarter of the runs lie below
the quartiles, a quarter above. Garbage collection is in its default state. Before each timed block
stands a collection that is not timed, and a block is several steps in a row, so that each engine
pays for the garbage it leaves itself and for nobody else's.
value, list, autograd: forward and backward, no update; values and gradients agree to 1e-9. The list
  is traced and compiled once, outside the timing.
landscape: the values agree to 1e-12. One large block of memory was freed beforehand, without which
  the ratios are several times smaller with glibc; see landscape.py.
imports: each in a fresh Python.
operations: counted from the lists, not timed, by the rule in helpers/operations/.
widgets: wall time in a browser, over 200 moves; not a ratio, so it depends on the machine."""


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="paired runs (default: 15)")
    parser.add_argument("--only", choices=ROWS, help="measure one row")
    parser.add_argument("--all", action="store_true", help="list the operations of every function")
    arguments = parser.parse_args()
    if arguments.runs < 1:
        parser.error(f"--runs should be at least 1, got {arguments.runs}")
    try:
        peers = ", ".join(f"{name} {version(name)}" for name in ("micrograd", "autograd"))
    except PackageNotFoundError as error:
        sys.exit(f'{error.name} is missing: call "make bench", or pip install -e ".[bench]"')

    rows = []
    wanted = [arguments.only] if arguments.only else list(ROWS)
    for module in dict.fromkeys(ROWS[name] for name in wanted):
        names = [name for name in wanted if ROWS[name] == module]
        rows += measured(module, names, arguments.runs)

    print(
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"NumPy {version('numpy')}, {peers}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores\n"
    )
    for kind in HEADINGS:
        if same := [row for row in rows if isinstance(row, kind)]:
            print(report(same), end="\n\n")
    print(NOTES.format(runs=arguments.runs))
    if arguments.all:  # whichever rows were measured
        print("\n" + importlib.import_module("benchmarks.cheap_gradient").listing())
    sys.exit(any(row.met is False for row in rows))


def measured(module, names, runs):
    """The rows that a module measures; if a target is missed, they are measured again."""
    again = ""
    for _ in range(TRIES):
        print(f"measuring{again}: {', '.join(names)} …", file=sys.stderr)
        rows = importlib.import_module(f"benchmarks.{module}").rows(names, runs)
        if not any(row.met is False for row in rows):
            break
        again = " again, since a target was missed"
    return rows


if __name__ == "__main__":
    main()
