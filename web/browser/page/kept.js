/**
 * What the reader has written into a notebook: a guess, or code and what was said of it. Each cell is
 * kept by itself, so that two tabs do not undo each other.
 *
 * { guess: "0.25" } | { shown: true } | { code: "def …" }, with what a check said:
 * { verdict: "right", said: its HTML, seen: true once there was any }
 */
import { keysKept, recall, remember } from "./device.js";
import { notebookAt, site } from "./place.js";

const keyOf = (cell, notebook) => `course-work ${site} ${notebook} ${cell}`;
const here = notebookAt(location.href);

/** What is kept for a cell; {} for nothing, or for what nobody can read. */
export function keptFor(cell, notebook = here) {
  try {
    const kept = JSON.parse(recall(keyOf(cell, notebook)));
    return kept && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}

/** Keep something for a cell of this page, or nothing. False where the browser refuses. */
export function keep(cell, entry) {
  const before = keptFor(cell).verdict;
  const taken = remember(keyOf(cell, here), entry && JSON.stringify(entry));
  if (keptFor(cell).verdict !== before) document.dispatchEvent(new Event(NEW_VERDICT));
  return taken;
}

/** The event on the document when an exercise has become right, or is not right any more. */
export const NEW_VERDICT = "course-verdict";

/** How many exercises of a notebook are done: those whose last verdict was that they are right. */
export function doneIn(notebook) {
  const cells = keptKeys().filter((key) => key.startsWith(keyOf("", notebook)));
  return cells.filter((key) => keptFor(key.split(" ").at(-1), notebook).verdict === "right").length;
}

/** Forget all that the reader has written, in every notebook. */
export function forgetAll() {
  keptKeys().forEach((key) => remember(key, null));
}

function keptKeys() {
  return keysKept().filter((key) => key.startsWith(`course-work ${site} `));
}

/** Call back when another tab has kept something for a cell of this page. */
export function onKeptElsewhere(cell, callback) {
  addEventListener("storage", ({ key }) => key === keyOf(cell, here) && callback(keptFor(cell)));
}
