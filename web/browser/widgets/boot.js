/**
 * Bring the widgets of a page to life.
 *
 * A notebook leaves a block for each widget: a still picture, and the widget's state as JSON, without
 * the JavaScript of its figures. That stands in modules/, and runs before this script (see live.js).
 */
import { nameSliders } from "../../../helpers/widgets/shared/accessible_sliders.js";
import { PageManager } from "./manager.js";
import { whenNear } from "../page/near.js";

/** { name: { esm, css } }: the figures' front ends, by the name in the trait `module`. */
const modules = globalThis.courseModules ?? {};

/** Make one block live. On success the picture gives way (see styles.css); on failure it stays. */
async function enliven(block) {
  const live = document.createElement("div");
  live.className = "course-widget-live"; // out of sight until the block is live
  try {
    const stored = JSON.parse(block.querySelector("script.course-widget-state").textContent);
    const manager = new PageManager(); // one each: model ids are unique within a block only
    const models = await manager.set_state({ ...stored, state: withModules(stored.state) });
    block.append(live);
    await manager.show(await manager.get_model(stored.view), models, live);
    block.dataset.live = "";
    block.dispatchEvent(new CustomEvent("course-widget-live", { bubbles: true }));
  } catch (error) {
    live.remove();
    console.error(`The widget ${block.dataset.widget} could not start; its picture stays.`, error);
  }
}

/** The state with each figure's JavaScript and styles put back where anywidget looks for them. */
function withModules(state) {
  const filled = {};
  for (const [id, model] of Object.entries(state)) {
    const name = model.model_module === "anywidget" && model.state.module;
    if (name && !modules[name]) throw new Error(`no module "${name}" has come`);
    const front = name ? { _esm: modules[name].esm, _css: modules[name].css ?? "" } : {};
    filled[id] = { ...model, state: { ...model.state, ...front } };
  }
  return filled;
}

/** Wait for the widgets' styles: figures measure themselves. */
async function styled() {
  const link = document.querySelector('link[href$="widgets.css"]');
  if (!link.sheet) await new Promise((done) => link.addEventListener("load", done, { once: true }));
}

/** One widget after the other, as they come near, and a breath between. */
let work = styled();
nameSliders(document.body);
whenNear(document.querySelectorAll(".course-widget"), (block) => {
  work = work.then(() => enliven(block)).then(() => new Promise((done) => setTimeout(done)));
});
