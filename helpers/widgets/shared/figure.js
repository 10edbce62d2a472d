/**
 * What every figure shares: a drawing with templates in it that follows the model's numbers, the
 * same in words for those who do not see it, a reset, and a link to the present setting.
 */
import { nameSliders } from "./accessible_sliders.js";
import { addressOf, settingIn } from "./address.js";
import { assign, button, element } from "./controls.js";
import { fill, isTemplate } from "./template.js";
import { allNumbers } from "./wengert.js";

export const SOLVED = 0.00005; // a loss below it reads 0.0000
export const REACHED = "✓ The loss reads 0.0000: the output is within 0.01 of the target.";
const QUIET = 700; // milliseconds without a move before the words are spoken
const LINK = "Link to this setting";
const IN_ADDRESS = "The address now holds this setting";
const IN_ADDRESS_FOR = 2000; // milliseconds that the link says so

/** All that the reader can set, {name: number or text}: sliders and choices. */
export function settingOf(model) {
  return Object.fromEntries(Object.keys(model.get("start")).map((name) => [name, model.get(name)]));
}

/** The values of the program's inputs, {name: number}. One without a slider keeps the program's. */
export function inputsOf(model) {
  const { inputs } = model.get("program");
  const hasSlider = (name) => Object.hasOwn(model.get("start"), name);
  return Object.fromEntries(
    Object.keys(inputs).map((name) => [name, hasSlider(name) ? model.get(name) : inputs[name]]),
  );
}

/**
 * Fill `el` with the figure.
 *
 * After each change the templates in the drawing and in the sentence are filled with
 * `numbers(model)`: by default all numbers of the model's program. Then `onNumbers(numbers)` is
 * called, for what a widget does besides. `sentence(numbers)` gives the words, if they are not a
 * template. `reset` is called after the settings went back, all but those named in `kept`; the button
 * for it is called `resetName`.
 *
 * After each drawing `box` sends the event "course-drawn", whose detail holds the milliseconds that it
 * took.
 *
 * Returns the parts that a widget may add to, `box`, `drawing` (an SVG element), `words`, `bar` (of
 * buttons); `update`, which draws anew; and `stop`, which takes the figure down.
 */
export function renderFigure({ model, el }, options = {}) {
  const {
    numbers = () => allNumbers(model.get("program"), inputsOf(model)),
    sentence = (found) => fill(model.get("sentence"), found),
    onNumbers = () => {},
    kept = [],
    resetName = "Reset",
    reset = () => {},
  } = options;
  const drawing = new DOMParser().parseFromString(model.get("drawing"), "image/svg+xml")
    .documentElement;
  const fields = templatesIn(drawing);
  const words = element("p", { className: "course-words" });
  const spoken = element("p", { className: "course-spoken", role: "status" });
  const link = element("a", { textContent: LINK });
  const bar = element(
    "div",
    { className: "course-bar" },
    button(resetName, () => {
      const stay = kept.map((name) => [name, model.get(name)]);
      assign(model, { ...model.get("start"), ...Object.fromEntries(stay) });
      reset();
    }),
  );
  const box = element("div", { className: "course-figure" }, drawing, words, bar, spoken);

  let quiet;
  let said;
  // A plain click changes the address alone: a page that loads anew loses what else the reader did.
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    link.href = addressOf(model.get("name"), settingOf(model)); // with what other figures put there
    history.replaceState(null, "", link.href);
    event.preventDefault();
    link.textContent = spoken.textContent = IN_ADDRESS;
    clearTimeout(said);
    said = setTimeout(() => (link.textContent = LINK), IN_ADDRESS_FOR);
  });
  const update = () => {
    const start = performance.now();
    const found = numbers(model);
    for (const [template, write] of fields) write(fill(template, found));
    words.textContent = sentence(found);
    link.href = addressOf(model.get("name"), settingOf(model));
    onNumbers(found);
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      if (spoken.textContent !== words.textContent) spoken.textContent = words.textContent;
    }, QUIET);
    const ms = performance.now() - start;
    box.dispatchEvent(new CustomEvent("course-drawn", { bubbles: true, detail: { ms } }));
  };
  const changes = Object.keys(model.get("start")).map((name) => `change:${name}`).join(" ");
  model.on(changes, update);

  // The page is only known once the figure is in it, and the sliders once they are beside it.
  const placed = whenPlaced(el, () => {
    nameSliders(el.closest(".course-explorer") ?? el);
    if (el.closest(".course-widget")) bar.append(link); // Jupyter's address is not ours to share
    takeFromAddress(model, bar);
  });
  const stop = () => {
    placed.cancel();
    clearTimeout(quiet);
    clearTimeout(said);
    model.off(changes, update);
  };
  el.append(box);
  return { box, drawing, words, bar, update, stop };
}

/** Take the setting that the page's address asks for, and say what in it makes no sense. */
function takeFromAddress(model, bar) {
  const { setting, problems } = settingIn(location.search, model.get("name"), {
    ranges: model.get("ranges"),
    choices: model.get("choices"),
  });
  if (Object.keys(setting).length) assign(model, setting);
  if (problems.length) {
    const textContent = `In the link, ${problems.join("; ")}.`;
    bar.after(element("p", { className: "course-problem", textContent }));
  }
}

/**
 * Every template in an SVG drawing, in attributes and in texts, with a function that writes there.
 * Such attributes are taken out until then: a browser complains of a width that is no number.
 */
function templatesIn(drawing) {
  const found = [];
  for (const node of [drawing, ...drawing.querySelectorAll("*")]) {
    for (const { name, value } of [...node.attributes]) {
      if (!isTemplate(value)) continue;
      node.removeAttribute(name);
      found.push([value, (text) => node.setAttribute(name, text)]);
    }
    if (node.childElementCount === 0 && isTemplate(node.textContent)) {
      found.push([node.textContent, (text) => (node.textContent = text)]);
    }
  }
  return found;
}

/** Call back once `el` is in the document. */
function whenPlaced(el, then) {
  let waiting;
  const look = () => {
    if (el.isConnected) then();
    else waiting = requestAnimationFrame(look);
  };
  waiting = requestAnimationFrame(look);
  return { cancel: () => cancelAnimationFrame(waiting) };
}
