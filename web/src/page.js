/**
 * What every page needs, with widgets or without: the switch for its code, what was read of the
 * course, and wide code and tables that can be scrolled by keyboard.
 */
import { switchCode } from "./code_folds.js";
import { followReading } from "./reading.js";

const MAY_SCROLL = "pre, .cell-output-display, .course-graph > [role=img], .math.display, .sd-table";

const boxes = [...document.querySelectorAll(MAY_SCROLL)];

/** Only what is wider than its place becomes a stop for the Tab key. All are measured, then changed. */
function openToKeyboard(boxes) {
  const wide = new Set(boxes.filter((box) => box.scrollWidth > box.clientWidth));
  for (const box of boxes) {
    if (wide.has(box)) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

const onResize = new ResizeObserver((entries) => openToKeyboard(entries.map((e) => e.target)));
boxes.forEach((box) => onResize.observe(box));
document.fonts.addEventListener("loadingdone", () => {
  const laidOut = boxes.filter((box) => box.checkVisibility({ contentVisibilityAuto: true }));
  openToKeyboard(laidOut); // formulas grow with their fonts
});
switchCode();
followReading();
