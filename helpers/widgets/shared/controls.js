/**
 * Buttons, tick boxes and choices that stand in a figure. They are the browser's own, so that they
 * work with keyboard, touch and screen readers, and with no kernel behind them.
 */

/** An HTML element with properties and children. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A button that says what it does. */
export function button(text, onClick) {
  const made = element("button", { type: "button", textContent: text });
  made.addEventListener("click", onClick);
  return made;
}

/** A tick box for a trait that is true or false. */
export function tickBox(model, trait, text) {
  const box = element("input", { type: "checkbox" });
  follow(model, trait, () => (box.checked = model.get(trait)));
  box.addEventListener("change", () => assign(model, { [trait]: box.checked }));
  return element("label", {}, box, ` ${text}`);
}

/** A drop-down list for a trait that is one of `options`. `nameOf` says how each is shown. */
export function choice(model, trait, text, options, nameOf = (option) => option) {
  const entries = options.map((o) => element("option", { value: o, textContent: nameOf(o) }));
  const list = element("select", {}, ...entries);
  list.dataset.lmSuppressShortcuts = "true"; // JupyterLab's arrows leave the cell, its X cuts it
  follow(model, trait, () => (list.value = model.get(trait)));
  list.addEventListener("change", () => assign(model, { [trait]: list.value }));
  return element("label", {}, `${text} `, list);
}

/** Set traits of the model here, and in Python where there is one. */
export function assign(model, values) {
  model.set(values);
  model.save_changes();
}

/** Run `update` now and whenever the trait changes. */
export function follow(model, trait, update) {
  model.on(`change:${trait}`, update);
  update();
}
