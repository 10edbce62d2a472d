/**
 * What every page needs, with widgets or without: the switch for its code, what was read of the
 * course, and wide code and tables that can be scrolled by keyboard.
 */
import { switchCode } from "./code_folds.js";
import { takeGuesses } from "./guesses.js";
import { workOffline } from "./offline.js";
import { followReading } from "./reading.js";
import { fetchWorkWhenNear } from "./work_near.js";

const MAY_SCROLL = "pre, .cell-output-display, .math.display, .sd-table, [style*='overflow-x: auto']";

const boxes = [...document.querySelectorAll(MAY_SCROLL)];

/**
 * What is far away is not laid out before it comes near (see content-visibility in styles.css), unless
 * one asks for the place of something in it.
 */
const layOut = (box) => box.firstElementChild?.getBoundingClientRect();

function isWide(box) {
  layOut(box);
  return box.scrollWidth > box.clientWidth;
}

/** Only what is wider than its place stays a stop for the Tab key. All are measured, then changed. */
function openToKeyboard(boxes) {
  const wide = new Set(boxes.filter(isWide));
  for (const box of boxes) {
    if (wide.has(box)) box.tabIndex = 0;
    else if (document.fonts.status === "loaded") box.removeAttribute("tabindex");
  }
}

/**
 * A few boxes at a time, when there is nothing else to do: lay them out, so that the fonts that they
 * need are on their way, and measure them the next time.
 */
function measureInSpareTime(rest, laidOut = []) {
  whenIdle(() => {
    openToKeyboard(laidOut);
    const next = rest.slice(0, 5);
    next.forEach(layOut);
    if (next.length) measureInSpareTime(rest.slice(next.length), next);
  });
}
const whenIdle = globalThis.requestIdleCallback ?? setTimeout; // Safari has none

const isLaidOut = (box) => box.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
const onResize = new ResizeObserver((entries) => {
  openToKeyboard(entries.map((entry) => entry.target).filter(isLaidOut));
});
boxes.forEach((box) => onResize.observe(box));
addEventListener("load", () => measureInSpareTime(boxes));
// Formulas grow with their fonts, which load when the first formula is laid out; until then they
// keep their stop.
document.fonts.addEventListener("loadingdone", () => {
  openToKeyboard(boxes.filter(isLaidOut));
  measureInSpareTime(boxes);
});
switchCode();
takeGuesses();
fetchWorkWhenNear();
followReading();
workOffline();
