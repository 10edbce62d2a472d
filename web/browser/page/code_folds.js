/**
 * The switch that shows or hides all code of a page. The choice is kept on the reader's device.
 */
import { recall, remember } from "./device.js";

const KEPT = "course-code";

export function switchCode() {
  const button = document.querySelector(".course-code-switch button");
  const folds = [...document.querySelectorAll("details.course-code")];
  if (!button || !folds.length) return;
  const someClosed = () => folds.some((fold) => !fold.open);
  const show = (open) => folds.forEach((fold) => (fold.open = open));
  const name = () => (button.textContent = someClosed() ? "Show all code" : "Hide all code");

  if (recall(KEPT) === "shown") show(true);
  name();
  button.addEventListener("click", () => {
    const open = someClosed();
    show(open);
    remember(KEPT, open ? "shown" : "hidden");
  });
  folds.forEach((fold) => fold.addEventListener("toggle", name));
  button.parentElement.dataset.ready = "";
}
