"""The texts of every drawing lie inside it and keep off each other and off circles, in any font.

Measured are the still pictures at both ends of every slider, in every choice, as they are and with
the style of the live figures: each widget's own test holds the live figure equal to its still. And
the live figures themselves are measured at the ends of their sliders, and a step from there.

DejaVu Sans comes with Matplotlib, so it is there wherever this runs, and it is the widest of the
usual fonts: of the characters drawn, Liberation Sans and Noto Sans have none wider but a few narrow
signs, as / and ″. Enlarged by 15 % it stands for a font that is wider still.
"""

import shutil
from itertools import permutations, product
from pathlib import Path

import matplotlib
import pytest
from live_widget import wake
from playwright.sync_api import Error, Page
from widget_page import page_of, widget_page

from helpers.rules import exp
from helpers.wengert import trace
from helpers.widgets import (
    DualExplorer,
    LandscapeExplorer,
    ModeRace,
    NetworkExplorer,
    StepSizeLab,
    SweepStepper,
    Travellers,
)
from helpers.widgets.landscape_explorer.explorer import WEIGHTS
from helpers.widgets.shared.modules import stylesheet

FOLDER = Path(matplotlib.get_data_path()) / "fonts/ttf"
FILES = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
DEJAVU = [f"url({file})" for file in FILES]
FONTS = {  # {name: (regular and bold, size)}; the last two are measured where the machine has them
    "DejaVu Sans": (DEJAVU, 1.0),
    "a wide font": (DEJAVU, 1.15),
    "Liberation Sans": (["local('Liberation Sans')", "local('Liberation Sans Bold')"], 1.0),
    "Noto Sans": (["local('Noto Sans')", "local('Noto Sans Bold')"], 1.0),
}


def neuron(w, x, b):
    return 1 / (1 + exp(-(w * x + b)))


NEURON = trace(neuron, w=2.0, x=-1.5, b=0.5)
LANDSCAPES = [LandscapeExplorer(horizontal=a, vertical=b) for a, b in permutations(WEIGHTS, 2)]

# Each widget, and the sliders that its drawing follows, with places between the ends that make
# longer numbers or bring things near each other.
WIDGETS = [
    (NetworkExplorer(show_gradients=True), dict.fromkeys(["x", "target", *WEIGHTS], ())),
    *((landscape, {}) for landscape in LANDSCAPES),
    (StepSizeLab(), {"log10_h": (-12, -8, -4, -2, -1.5, -0.7)}),
    (SweepStepper(NEURON, ranges=dict.fromkeys("wxb", (-3.0, 3.0))), dict.fromkeys("wxb", (0.5,))),
    (Travellers(), {"car_per_bicycle": (2, 3.7, 3.9), "bicycle_per_walker": (3.2, 4, 5.9)}),
    (DualExplorer(), {"a": (-1.23, -0.2, 0.2, 1), "tangent": (-0.1, 0.1, 1)}),
    (ModeRace(), {"inputs": (3,), "outputs": (3,)}),
]


def stills(explorer, between):
    """The pictures in every choice, with the sliders at their ends and between."""
    sliders = {name: explorer.specification[name] for name in between}
    places = [(s.low, *between[name], s.high) for name, s in sliders.items()]
    choices = {} if isinstance(explorer, LandscapeExplorer) else explorer.figure.choices
    for options in product(*choices.values()):
        for choice, option in zip(choices, options, strict=True):
            setattr(explorer.figure, choice, option)
        for values in product(*places):
            explorer.values = dict(zip(sliders, values, strict=True))
            kind = " ".join(["measured", *explorer._dom_classes])  # for the style
            setting = " ".join([type(explorer).__name__, *options, *map(str, values)])
            yield f'<div class="{kind}" title="{setting}">{explorer.still()[0]}</div>'


# What is wrong in the drawings: [fault, setting]. A text's box is what letters and digits fill:
# from 0.73 of the font's size above their line, where capitals end, to a little below it, and, but
# in the enlarged font, a little room on either side, so that neighbours do not run together. A box
# keeps off another, turned or not, if some direction parts them, which is a side of one of the two.
# Of circles, those count in which or beside which texts stand: the dot on a curve may pass a label.
FAULTS = """scale => {
  const faults = [];
  const box = (text, toDrawing) => {
    const { x, width } = text.getBBox();
    const line = text.y.baseVal[0].value;
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    const room = scale > 1 ? 0 : 0.15 * size;
    const [left, right] = [x - room, x + width + room];
    const [top, bottom] = [line - 0.73 * size, line + 0.1 * size];
    return [[left, top], [right, top], [right, bottom], [left, bottom]].map(([a, b]) =>
      new DOMPoint(a, b).matrixTransform(toDrawing));
  };
  const extent = (points, [a, b]) => {
    const along = points.map((p) => a * p.x + b * p.y);
    return [Math.min(...along), Math.max(...along)];
  };
  const sides = (points) => [0, 1].map((i) => {
    const [dx, dy] = [points[i + 1].x - points[i].x, points[i + 1].y - points[i].y];
    const length = Math.hypot(dx, dy);
    return [dx / length, dy / length];
  });
  const overlap = (one, other, axes) => axes.every((axis) => {
    const [[low, high], [start, end]] = [extent(one, axis), extent(other, axis)];
    return low < end && start < high;
  });
  for (const drawing of document.querySelectorAll(".measured svg[viewBox]")) {
    const setting = drawing.closest(".measured").title;
    const { width, height } = drawing.viewBox.baseVal;
    const toRoot = (part) => drawing.getScreenCTM().inverse().multiply(part.getScreenCTM());
    const texts = [...drawing.querySelectorAll("text")]
      .filter((text) => text.textContent && text.getClientRects().length)
      .map((text) => ({ words: text.textContent, points: box(text, toRoot(text)) }));
    const circles = [...drawing.querySelectorAll("circle:not(.handle, .dot)")]
      .filter((circle) => circle.getClientRects().length)
      .map((circle) => ({
        centre: new DOMPoint(circle.cx.baseVal.value, circle.cy.baseVal.value)
          .matrixTransform(toRoot(circle)),
        radius: circle.r.baseVal.value,
      }));
    texts.forEach(({ words, points }, i) => {
      const [[left, right], [top, bottom]] = [extent(points, [1, 0]), extent(points, [0, 1])];
      const over = Math.max(-left, -top, right - width, bottom - height);
      if (over > 0) faults.push([`“${words}” leaves the drawing by ${over.toFixed(1)}`, setting]);
      for (const other of texts.slice(i + 1)) {
        if (overlap(points, other.points, [...sides(points), ...sides(other.points)]))
          faults.push([`“${words}” and “${other.words}” overlap`, setting]);
      }
      for (const { centre, radius } of circles) {
        const far = points.map((p) => Math.hypot(p.x - centre.x, p.y - centre.y));
        const beside = sides(points).map((axis) => {
          const [[low, high], [middle]] = [extent(points, axis), extent([centre], axis)];
          return Math.max(low - middle, middle - high, 0);
        });
        if (Math.hypot(...beside) < radius && Math.max(...far) > radius)
          faults.push([`“${words}” crosses a circle`, setting]);
      }
    });
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory) -> Page:
    """A page with all pictures, in the course's styles."""
    folder = tmp_path_factory.mktemp("pictures")
    for file in FILES:
        shutil.copy(FOLDER / file, folder)
    address = page_of(folder, *(still for each in WIDGETS for still in stills(*each)))
    with browser.new_page() as page:
        page.goto(address)
        yield page


USE = """async ([[regular, bold], size]) => {
  const face = (source, weight) =>
    new FontFace("Measured", source, { weight, sizeAdjust: `${100 * size}%` }).load();
  const faces = await Promise.all([face(regular, "400"), face(bold, "700")]);
  document.fonts.clear();
  faces.forEach((each) => document.fonts.add(each));
}"""
STYLE = ".measured svg * { font-family: Measured !important }"
LIVE = "\n".join(stylesheet(each.figure.module_name) for each, _ in WIDGETS)


@pytest.fixture(scope="module")
def live_page(browser, tmp_path_factory) -> Page:
    """A page on which one of each widget is alive, in the course's styles."""
    folder = tmp_path_factory.mktemp("live")
    for file in FILES:
        shutil.copy(FOLDER / file, folder)
    one_of_each = {type(explorer): explorer for explorer, _ in WIDGETS}
    with browser.new_page() as page:
        page.goto(widget_page(folder, *one_of_each.values()))
        wake(page)
        yield page


# Each widget gets the option of this number in every choice, and its sliders go to their ends, all
# of them to the left, all to the right, or by turns. Then it is one step from there.
MOVE = """async ([option, keys]) => {
  for (const live of document.querySelectorAll(".course-widget-live")) {
    live.classList.add("measured");
    live.title = `${live.parentElement.dataset.widget}, alive, option ${option}, ${keys}`;
    for (const select of live.querySelectorAll("select")) {
      select.selectedIndex = option % select.options.length;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    live.querySelectorAll(".noUi-handle").forEach((handle, i) =>
      handle.dispatchEvent(new KeyboardEvent("keydown", { key: keys[i % 2], bubbles: true })));
  }
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}"""
STEP = """() => {
  for (const button of document.querySelectorAll(".course-bar button"))
    if (["Back", "Step", "One step"].includes(button.textContent)) button.click();
}"""


def test_texts_of_live_figures_stay_inside_and_apart(live_page):
    sources, size = FONTS["a wide font"]
    live_page.evaluate(USE, [sources, size])
    live_page.add_style_tag(content=STYLE)
    for option, keys in product(range(6), product(["Home", "End"], repeat=2)):
        live_page.evaluate(MOVE, [option, keys])
        faults = live_page.evaluate(FAULTS, size)
        live_page.evaluate(STEP)
        faults += live_page.evaluate(FAULTS, size)
        assert not faults, "\n".join(f"{fault}: {setting}" for fault, setting in faults[:20])


@pytest.mark.parametrize("name", FONTS)
def test_texts_stay_inside_and_apart(page, name):
    sources, size = FONTS[name]
    try:
        page.evaluate(USE, [sources, size])
    except Error:
        if sources is DEJAVU:
            raise
        pytest.skip(f"{name} is not on this machine: DejaVu Sans is wider")
    for style in (STYLE, STYLE + LIVE):
        sheet = page.add_style_tag(content=style)
        faults = page.evaluate(FAULTS, size)
        sheet.evaluate("sheet => sheet.remove()")
        assert not faults, "\n".join(f"{fault}: {setting}" for fault, setting in faults[:20])
