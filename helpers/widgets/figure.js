/**
 * What every figure shares: a drawing with templates in it that follows the model's numbers, the
 * same in words for those who do not see it, a reset, and a link to the present setting.
 */
import { nameSliders } from "./accessible_sliders.js";
import { addressOf, settingIn } from "./address.js";
import { fill, isTemplate } from "./template.js";
import { allNumbers } from "./wengert.js";

const QUIET = 700; // milliseconds without a move before the words are spoken

/** The model's input values, {name: number}. */
export function inputsOf(model) {
  const names = Object.keys(model.get("program").inputs);
  return Object.fromEntries(names.map((name) => [name, model.get(name)]));
}

/** Move inputs, all or some, as if their sliders had been moved. */
export function setInputs(model, values) {
  model.set(values);
  model.save_changes();
}

/** An HTML element with properties and children. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/**
 * Fill `el` with the figure. `onNumbers(numbers)`, if given, is called after each change with all
 * numbers of the program. Returns the parts that a widget may add to: the drawing (an SVG element),
 * the bar of buttons, and `stop`, which takes the figure down.
 */
export function renderFigure({ model, el }, onNumbers = () => {}) {
  const drawing = document.importNode(
    new DOMParser().parseFromString(model.get("drawing"), "image/svg+xml").documentElement,
    true,
  );
  const words = element("p", { className: "course-words" });
  const spoken = element("p", { className: "course-spoken", role: "status" });
  const reset = element("button", { type: "button", textContent: "Reset" });
  const bar = element("div", { className: "course-bar" }, reset);
  const box = element("div", { className: "course-figure" }, drawing, words, bar, spoken);
  el.append(box);

  const fields = templatesIn(drawing);
  let quiet;
  const update = () => {
    const numbers = allNumbers(model.get("program"), inputsOf(model));
    for (const [template, write] of fields) write(fill(template, numbers));
    words.textContent = fill(model.get("sentence"), numbers);
    link.href = addressOf(model.get("name"), inputsOf(model));
    onNumbers(numbers);
    clearTimeout(quiet);
    quiet = setTimeout(() => (spoken.textContent = words.textContent), QUIET);
    box.dispatchEvent(new CustomEvent("course-drawn", { bubbles: true }));
  };
  const link = element("a", { textContent: "Link to this setting" });
  reset.addEventListener("click", () => setInputs(model, model.get("start")));
  const changes = Object.keys(model.get("program").inputs).map((name) => `change:${name}`).join(" ");
  model.on(changes, update);
  update();

  // The page is only known once the figure is in it, and the sliders once they are beside it.
  const placed = whenPlaced(el, () => {
    nameSliders(el.closest(".course-explorer") ?? el);
    if (el.closest(".course-widget")) bar.append(link); // Jupyter's address is not ours to share
    const { setting, problems } = settingIn(location.search, model.get("name"), model.get("ranges"));
    if (Object.keys(setting).length) setInputs(model, setting);
    if (problems.length) {
      bar.after(element("p", { className: "course-problem", textContent: `In the link, ${problems.join("; ")}.` }));
    }
  });
  const stop = () => {
    placed.cancel();
    clearTimeout(quiet);
    model.off(changes, update);
  };
  return { drawing, bar, stop };
}

/** Every template in an SVG drawing, in attributes and in texts, with a function that writes there. */
function templatesIn(drawing) {
  const found = [];
  for (const node of [drawing, ...drawing.querySelectorAll("*")]) {
    for (const { name, value } of node.attributes) {
      if (isTemplate(value)) found.push([value, (text) => node.setAttribute(name, text)]);
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
