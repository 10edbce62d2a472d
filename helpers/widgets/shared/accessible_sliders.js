/**
 * Names for ipywidgets' sliders, for readers who hear the page.
 *
 * ipywidgets draws a slider with noUiSlider. Its handle has the role "slider" but no name, and it
 * announces the raw number (0.6000000000000001), or one rounded to a tenth; the readout beside it can be edited but has neither
 * role nor name, and takes neither the minus sign that it shows nor a decimal comma; a label without a
 * tooltip carries title="null". This module mends all that, now and whenever a slider appears or moves
 * under `root`.
 */
import { asNumeral } from "./template.js";

/** The roots that are looked after. Kept on the page itself: each widget brings a copy of this module. */
const watched = (globalThis[Symbol.for("course.namedSliders")] ??= new WeakSet());

const SLIDER = ".widget-slider";

/** Name every slider under `root` and keep the names true. Asking twice does nothing more. */
export function nameSliders(root) {
  for (let node = root; node; node = node.parentNode) if (watched.has(node)) return;
  watched.add(root);
  mendAll(root);
  // In the capture phase, so before ipywidgets reads the text. It does so on Enter only.
  root.addEventListener("keydown", (event) => event.key === "Enter" && mendTyped(event), true);
  new MutationObserver((changes) => {
    const moved = new Set();
    for (const { target, addedNodes } of changes) {
      moved.add(elementOf(target)?.closest(SLIDER));
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) mendAll(node);
    }
    moved.delete(null);
    moved.delete(undefined);
    moved.forEach(mend);
  }).observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ["aria-valuetext", "title"],
  });
}

function mendAll(node) {
  const around = node.closest(SLIDER);
  if (around) mend(around);
  node.querySelectorAll(SLIDER).forEach(mend);
}

/** One slider: its label's text becomes the name, its readout's text the announced value. */
function mend(slider) {
  const label = slider.querySelector(".widget-label");
  const readout = slider.querySelector(".widget-readout");
  const name = label?.textContent.trim();
  const value = readout?.textContent.trim();
  const number = value?.replace("−", "-");
  if (label?.getAttribute("title") === "null") label.removeAttribute("title");
  for (const handle of slider.querySelectorAll(".noUi-handle")) {
    set(handle, "aria-label", name);
    set(handle, "aria-valuetext", value);
    if (Number.isFinite(Number(number))) set(handle, "aria-valuenow", number);
  }
  if (readout?.isContentEditable) {
    set(readout, "role", "textbox");
    set(readout, "aria-label", name && `${name}, type a value`);
  }
}

/** Make what was typed beside a slider a number that ipywidgets can read. */
function mendTyped({ target }) {
  if (!target.matches?.(`${SLIDER} .widget-readout`)) return;
  const numeral = asNumeral(target.textContent);
  if (target.textContent !== numeral) target.textContent = numeral;
}

/** Write an attribute only when it changes: a write that is not needed would wake the observer. */
function set(element, attribute, text) {
  if (text && element.getAttribute(attribute) !== text) element.setAttribute(attribute, text);
}

function elementOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
}
