"""How soon each widget follows a slider: on a page of its own, in Chromium, with no kernel.

An arrow key moves one slider by one step, back and forth. A figure says how long it has computed
and drawn (its event "course-drawn"); the next frame is over when the browser has called back for
it and has then nothing else to do.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.table import Times
from helpers import widgets

MOVES = 200
ARGUMENTS = {"SweepStepper": lambda: {"program": widgets.LandscapeExplorer().tape}}
SLIDERS = {"LandscapeExplorer": "w12"}  # the first one of the others; w11 only moves the point here
AT_MOST = {"LandscapeExplorer": 4}  # milliseconds of computation: 100 × 100 points

MEASURE = """async ({ slider, moves }) => {
    const handle = document.querySelector(`[role=slider][aria-label="${slider}"]`);
    let computed, drawings;
    document.addEventListener("course-drawn", ({ detail }) => {
        computed += detail.ms;
        drawings++;
    });
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const times = [];
    for (let k = 0; k < moves; k++) {
        await frame();
        computed = drawings = 0;
        const start = performance.now();
        const key = k % 2 ? "ArrowLeft" : "ArrowRight";
        handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        await frame();
        times.push([computed, performance.now() - start, drawings]);
    }
    return times;
}"""


def rows(names, runs):
    """Two rows for each widget; none, and a line that says why, where there is no browser."""
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import FLAGS, NO_BROWSER, find_chromium

    program = find_chromium()
    if program is None:
        print(f"widgets skipped: {NO_BROWSER}", file=sys.stderr)
        return []
    found = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for name in widgets.__all__:
            slider, computed, to_frame = measure(chromium, name)
            what = f"{name}, a step of “{slider}”: "
            found += [
                Times.over("widgets", what + "computed and drawn", computed, AT_MOST.get(name)),
                Times.over("", what + "to the end of the frame", to_frame),
            ]
        chromium.close()
    return found


def measure(chromium, name):
    """The slider that was moved, and the milliseconds of computation and to the frame's end."""
    from tests.browser.widget_page import widget_page

    explorer = getattr(widgets, name)(**ARGUMENTS.get(name, dict)())
    slider = explorer.sliders[SLIDERS.get(name, next(iter(explorer.sliders)))].description
    with tempfile.TemporaryDirectory() as folder:
        page = chromium.new_page()
        page.goto(widget_page(Path(folder), explorer))
        page.locator(".course-widget[data-live]").get_by_role(
            "slider", name=slider, exact=True
        ).wait_for()
        times = page.evaluate(MEASURE, {"slider": slider, "moves": MOVES})
        page.close()
    computed, to_frame, drawings = np.transpose(times)
    if not np.all(drawings):
        raise RuntimeError(f"{name}: {np.sum(drawings == 0)} of {MOVES} moves drew nothing")
    return slider, computed, to_frame
