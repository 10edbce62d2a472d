/**
 * What every page needs, with widgets or without: wide code and tables can be scrolled by keyboard.
 */
const MAY_SCROLL = "pre, .cell-output-display, .course-graph > [role=img], .math.display, .sd-table";

/** Only what is wider than its place becomes a stop for the Tab key. */
function openToKeyboard(box) {
  if (box.scrollWidth <= box.clientWidth) box.removeAttribute("tabindex");
  else box.tabIndex = 0;
}

const onResize = new ResizeObserver((entries) => entries.forEach((e) => openToKeyboard(e.target)));
document.querySelectorAll(MAY_SCROLL).forEach((box) => onResize.observe(box));
