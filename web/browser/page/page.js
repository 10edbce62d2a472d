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

/** Only what is wider than its place stays a stop for the Tab key. All are measured, then changed. */
function openToKeyboard(boxes) {
  const wide = new Set(boxes.filter((box) => box.scrollWidth > box.clientWidth));
  for (const box of boxes) {
    if (wide.has(box)) box.tabIndex = 0;
    else if (document.fonts.status === "loaded") box.removeAttribute("tabindex");
  }
}

/**
 * What is far away has not been laid out yet (see content-visibility in styles.css). To ask for the
 * place of something in it has it laid out: a few boxes at a time, when there is nothing else to do.
 */
function measureInSpareTime(rest) {
  whenIdle(() => {
    const next = rest.slice(0, 5);
    next.forEach((box) => box.firstElementChild?.getBoundingClientRect());
    openToKeyboard(next);
    if (rest.length > next.length) measureInSpareTime(rest.slice(next.length));
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
document.fonts.addEventListener("loadingdone", () => measureInSpareTime(boxes));
switchCode();
takeGuesses();
fetchWorkWhenNear();
followReading();
workOffline();
