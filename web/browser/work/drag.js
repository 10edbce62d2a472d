/** Drag the lines of a program with a mouse, a pen, or a finger on a line's grip. */

const LEAST = 5; // pixels: less is a press

/**
 * While a line in `box` is dragged, call `put(line, index)` with its place in the list `program`,
 * counted without it; -1 for outside.
 */
export function followDrag(box, program, put) {
  let line = null; // the one that is held
  let from = 0; // where it was taken
  let dragged = false;

  box.addEventListener("pointerdown", (event) => {
    dragged = false;
    const held = event.target.closest("button.course-line");
    const byFinger = event.pointerType === "touch"; // elsewhere on the line a finger scrolls the page
    if (!held || event.button || (byFinger && !event.target.closest(".course-grip"))) return;
    line = held;
    from = event.clientY;
  });
  box.addEventListener("pointermove", (event) => {
    if (!line) return;
    if (!dragged) {
      if (Math.abs(event.clientY - from) < LEAST) return;
      dragged = true;
      box.setPointerCapture(event.pointerId); // the line itself moves in the page
      line.dataset.dragged = "";
    }
    put(line, placeAt(event.clientY));
  });
  for (const end of ["pointerup", "pointercancel"]) box.addEventListener(end, letGo);
  // What a finger touches has its events first. That it loses them to the box ends nothing.
  box.addEventListener("lostpointercapture", (event) => event.target === box && letGo());
  // A press that was a drag is none.
  box.addEventListener("click", (event) => dragged && event.stopPropagation(), { capture: true });

  function letGo() {
    if (line) delete line.dataset.dragged;
    line = null;
  }

  /** The place in the program at a height of the window. */
  function placeAt(y) {
    if (y < program.previousElementSibling.getBoundingClientRect().top) return -1;
    const others = [...program.children].filter((item) => !item.contains(line));
    const index = others.findIndex((item) => y < middle(item.getBoundingClientRect()));
    return index < 0 ? others.length : index;
  }
}

const middle = ({ top, bottom }) => (top + bottom) / 2;
