/**
 * Fetch what makes code on a page run: when the first exercise comes near, or a button is pressed that
 * needs it. Neither the text nor a reader who never gets there waits for an editor.
 */
import { whenNear } from "./near.js";
import { ownFile } from "./place.js";

const NOT_THERE = "The editor could not be fetched. Is there a connection? Press the button again.";

export function fetchWorkWhenNear() {
  const buttons = document.querySelectorAll(".course-work button");
  if (!buttons.length) return;

  let script;
  const fetchWork = () => {
    if (script) return;
    script = Object.assign(document.createElement("script"), { src: ownFile("work.js") });
    script.addEventListener("error", () => {
      script.remove();
      script = undefined; // the next press tries again
      for (const button of document.querySelectorAll("[data-pressed]")) {
        delete button.dataset.pressed;
        button.parentElement.querySelector("[role=status]").textContent = NOT_THERE;
      }
    });
    document.head.append(script);
  };
  whenNear(document.querySelectorAll(".course-exercise"), fetchWork);
  // A press before it is there is made up for by the script, which finds it on the button.
  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (document.documentElement.dataset.courseWork !== undefined) return;
      button.dataset.pressed = "";
      fetchWork();
    });
  }
}
