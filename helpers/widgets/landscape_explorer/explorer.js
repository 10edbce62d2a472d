/** The loss over two weights: a map, and a point that is carried over it or steps downhill. */
import { carry } from "../shared/carry.js";
import { assign, button, choice, element, follow } from "../shared/controls.js";
import { inputsOf, renderFigure } from "../shared/figure.js";
import { motionAllowed, player } from "../shared/player.js";
import { fill } from "../shared/template.js";
import { lossMap } from "./map.js";
import { showGuesses, showWalks } from "./marks.js";
import { landscapeSearch } from "./search.js";
import { score, verdict } from "./words.js";

const ARROW_KEY = 0.1; // how far an arrow key carries the point
const WITH_SHIFT = 0.5;
const PAUSE = 250; // milliseconds between the steps of a run
const CLEARED = "New landscape: steps and guesses are cleared.";

function render(context) {
  const { model } = context;
  const search = landscapeSearch(model);
  const map = lossMap(model.get("program"), search.range, {
    colours: model.get("colours"),
    ceiling: model.get("ceiling"),
    levels: model.get("contours"),
  });
  const run = runButton(search.step);
  let drawn; // the landscape that is on the map
  let clearedAt = null; // where the point stood when the marks were cleared, while that is worth saying
  const redraw = oncePerFrame(() => {
    const start = performance.now();
    map.draw(inputsOf(model), ...search.names());
    const ms = performance.now() - start;
    box.dispatchEvent(new CustomEvent("course-drawn", { bubbles: true, detail: { ms } }));
  });

  const { box, drawing, words, bar, update, stop } = renderFigure(context, {
    numbers: search.numbers,
    sentence: (numbers) => fill(withNames(model.get("sentence"), search.names()), numbers),
    onNumbers: (numbers) => {
      const walk = search.walk();
      if (!walk.length) run.stop(); // the reader has moved the point
      const before = drawn;
      drawn = search.landscape();
      const anew = before !== undefined && drawn !== before;
      const marks = model.get("path").length + model.get("guesses").length > 0;
      const place = search.names().map((name) => model.get(name)).join();
      if (!anew && (marks || place !== clearedAt)) clearedAt = null;
      if (anew && (marks || clearedAt !== null)) clearedAt = place;
      const found = verdict(numbers, walk, {
        names: search.names(),
        range: search.range,
        ceiling: model.get("ceiling"),
      });
      const said = clearedAt === null ? found : `${CLEARED} ${found}`.trimEnd();
      const [guesses, steps] = score(model.get("path"), model.get("guesses"), search.range);
      for (const [className, textContent] of Object.entries({ guesses, steps, said })) {
        words.append("\n", element("span", { className, textContent }));
      }
      if (drawn === before) return;
      redraw.soon();
      if (anew) search.startAnew(); // places mean nothing on another landscape
    },
    kept: ["learning_rate"], // so that another rate can be tried from the start
    reset: () => {
      clearedAt = null;
      search.startAnew();
      update();
    },
  });

  layUnder(drawing, map.canvas);
  letCarry(map.canvas, drawing, search);
  keepMarks(model, drawing, search.range);
  keepNames(model, search, drawing, map.canvas);
  const axes = element("div", { className: "course-bar" });
  axes.append(
    choice(model, "horizontal", "Across:", search.weights),
    choice(model, "vertical", "Up:", search.weights),
  );
  drawing.parentElement.before(axes);
  bar.after(words); // they grow and shrink, and the buttons should stay where they are
  bar.prepend(
    button("One step", search.step),
    run.toggle,
    button("Random guess", () => search.guess(1)),
    button("10 guesses", () => search.guess(10)),
  );
  model.on("change:path change:guesses", update);
  update();
  return () => {
    run.stop();
    redraw.cancel();
    model.off("change:path change:guesses", update);
    stop();
  };
}

/** A button that takes steps until there is no use in more: one by one, or without motion at once. */
function runButton(step) {
  if (motionAllowed()) return player(step, { milliseconds: PAUSE, play: "Run", pause: "Stop" });
  const takeAll = () => {
    while (step());
  };
  return { toggle: button("Run", takeAll), stop() {} };
}

/** `soon` calls `draw` in the next animation frame, once, however often it is asked. */
function oncePerFrame(draw) {
  let frame = null;
  const soon = () => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      draw();
    });
  };
  return { soon, cancel: () => cancelAnimationFrame(frame) };
}

/** A text with the names of the two weights on the map. */
function withNames(text, [horizontal, vertical]) {
  return text.replaceAll("{horizontal}", horizontal).replaceAll("{vertical}", vertical);
}

/** Put the canvas under the drawing, where this has its map. */
function layUnder(drawing, canvas) {
  const box = element("div", { className: "course-landscape" });
  drawing.replaceWith(box);
  box.append(canvas, drawing);
  const whole = drawing.viewBox.baseVal;
  const square = drawing.querySelector(".map");
  const share = (attribute, of) => `${(100 * square.getAttribute(attribute)) / of}%`;
  Object.assign(canvas.style, {
    left: share("x", whole.width),
    top: share("y", whole.height),
    width: share("width", whole.width),
    height: share("height", whole.height),
  });
}

/** Let the reader carry the point, by hand and by keys. It stays on the map. */
function letCarry(canvas, drawing, { range: [low, high], here, moveTo }) {
  const bounded = (x) => Number(Math.min(Math.max(x, low), high).toFixed(2));
  carry(canvas, drawing.querySelector(".handle"), {
    moveTo: (...shares) => moveTo(shares.map((share) => bounded(low + (high - low) * share))),
    moveBy: (across, up, large) => {
      const far = large ? WITH_SHIFT : ARROW_KEY;
      const [x, y] = here();
      moveTo([bounded(x + far * across), bounded(y + far * up)]);
    },
  });
}

/** Keep the guesses and walks in the drawing as the model has them. */
function keepMarks(model, drawing, [low, high]) {
  const side = model.get("side");
  const toPixels = ([across, up]) =>
    [across - low, high - up].map((x) => Number(((side * x) / (high - low)).toFixed(1)));
  const [guesses, path] = ["guesses", "path"].map((name) => drawing.querySelector(`.${name}`));
  follow(model, "guesses", () => showGuesses(guesses, model.get("guesses"), toPixels));
  follow(model, "path", () => showWalks(path, model.get("path"), toPixels));
}

/** Keep the names at the axes as the choices have them. Who chooses a weight twice swaps the two. */
function keepNames(model, { names }, drawing, canvas) {
  Object.assign(canvas, { tabIndex: 0 }).setAttribute("role", "application");
  canvas.dataset.lmSuppressShortcuts = "true"; // JupyterLab's arrow keys go to the next cell
  let before = names();
  const update = () => {
    const now = names();
    if (now[0] === now[1]) {
      const changed = now[0] === before[0] ? 1 : 0;
      const other = ["vertical", "horizontal"][changed];
      assign(model, { [other]: before[changed] });
      return;
    }
    before = now;
    drawing.querySelector(".horizontal").textContent = now[0];
    drawing.querySelector(".vertical").textContent = now[1];
    canvas.setAttribute(
      "aria-label",
      withNames(
        "The loss over {horizontal}, across, and {vertical}, up. Arrow keys move the point, with " +
          "Shift farther.",
        now,
      ),
    );
  };
  model.on("change:horizontal change:vertical", update);
  update();
}

export default { render };
