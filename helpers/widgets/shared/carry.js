/** Carrying a point over a map: with mouse, finger or pen, and with the arrow keys. */

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * Let the reader carry a point over `map`, an element that can have the focus.
 *
 * `handle` is where the point can be taken with a finger; elsewhere on the map a finger scrolls the
 * page, and a tap or a press of the mouse brings the point there. `moveTo(x, y)` gets the place as
 * a share of the map's width and height, from 0 at the left and at the lower edge to 1; `moveBy(x, y,
 * large)` the direction of an arrow key, and whether Shift was held.
 */
export function carry(map, handle, { moveTo, moveBy }) {
  const bring = (event) => {
    const { left, bottom, width, height } = map.getBoundingClientRect();
    const share = (x) => Math.min(Math.max(x, 0), 1);
    moveTo(share((event.clientX - left) / width), share((bottom - event.clientY) / height));
  };
  for (const target of [map, handle]) {
    target.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || (target === map && event.pointerType === "touch")) return;
      target.setPointerCapture(event.pointerId);
      if (target === map) bring(event);
      event.preventDefault();
      map.focus({ preventScroll: true });
    });
    target.addEventListener("pointermove", (event) => {
      if (target.hasPointerCapture(event.pointerId)) bring(event);
    });
  }
  map.addEventListener("click", bring); // a tap
  // A finger on the handle does not scroll. (Chromium heeds touch-action in no part of a drawing.)
  handle.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  map.addEventListener("keydown", (event) => {
    const direction = ARROWS[event.key];
    if (!direction || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    moveBy(...direction, event.shiftKey);
  });
}
