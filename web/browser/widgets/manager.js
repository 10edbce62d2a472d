/**
 * The widget manager of a static page: it makes ipywidgets models and views from stored state.
 *
 * There is no kernel, so what would go to one goes nowhere. ManagerBase does the rest.
 */
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import { Widget } from "@lumino/widgets";
import anywidget from "anywidget";
import * as controls from "./controls.js";

/** What the state on a page may name, by package. anywidget's factory may run only once. */
const PACKAGES = {
  "@jupyter-widgets/base": base,
  "@jupyter-widgets/controls": controls,
  anywidget: anywidget(base),
};

export class PageManager extends ManagerBase {
  async loadClass(name, module) {
    const found = PACKAGES[module]?.[name];
    if (!found) throw new Error(`the page's script has no ${name} of ${module}: see controls.js`);
    return found;
  }

  /** Show the view of `model`, one of `models`, inside `element`; done when its figures are drawn. */
  async show(model, models, element) {
    const view = await this.create_view(model);
    Widget.attach(view.luminoWidget, element);
    const figures = models.filter((each) => each.get("_model_module") === "anywidget");
    const views = await Promise.all(figures.flatMap((figure) => Object.values(figure.views)));
    await Promise.all(views.map(({ el }) => drawn(el)));
  }

  async _get_comm_info() {
    return {};
  }

  async _create_comm() {
    return { on_close() {}, on_msg() {}, close() {} };
  }
}

/**
 * Wait until something stands in a figure. anywidget loads and runs its JavaScript on its own time,
 * and reports what fails there to the console only.
 */
async function drawn(el, seconds = 10) {
  if (el.hasChildNodes()) return;
  await new Promise((resolve, reject) => {
    const watch = new MutationObserver(() => el.hasChildNodes() && done(resolve));
    const late = () => done(() => reject(new Error(`a figure drew nothing in ${seconds} seconds`)));
    const timer = setTimeout(late, 1000 * seconds);
    const done = (then) => {
      watch.disconnect();
      clearTimeout(timer);
      then();
    };
    watch.observe(el, { childList: true });
  });
}
