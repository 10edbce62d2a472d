/** Boxes that scroll within themselves, for what may be wider or longer than its place. */
import { motionAllowed } from "./player.js";

/** Scroll `box`, not the page, until the middle of `parts` is in its middle; `way` is left or top. */
export function keepInSight(box, way, parts) {
  const [start, size] = way === "left" ? ["left", "width"] : ["top", "height"];
  const [wanted, ...middles] = [box, ...parts].map((part) => {
    const rectangle = part.getBoundingClientRect();
    return rectangle[start] + rectangle[size] / 2;
  });
  const middle = middles.reduce((sum, x) => sum + x) / middles.length;
  box.scrollBy({ [way]: middle - wanted, behavior: motionAllowed() ? "smooth" : "auto" });
}

/** Make a box that scrolls a stop for the Tab key, with a name; and one that does not, none. */
export function openToKeyboardIfWide(box, name) {
  if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", name);
  } else for (const given of ["tabindex", "role", "aria-label"]) box.removeAttribute(given);
}
