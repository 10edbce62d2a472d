/** A field for the reader's guess at the next number. */
import { button, element } from "../shared/controls.js";
import { judge } from "./words.js";

/**
 * The field with its buttons, there while the reader predicts. Enter in it checks the guess and, once
 * the number is shown and nothing else was typed, goes on. `show` is called to show the number, `next` to go on.
 */
export function sweepGuess({ show, next }) {
  const field = element("input", { type: "text", inputMode: "decimal", size: 10, autocomplete: "off" });
  let now = {};
  let judged = ""; // the guess that the answer is about
  const atStart = () => now.line.kind === "start"; // where no number is asked for
  const ask = button("Show", () => atStart() || show());
  const answer = element("span", { className: "sweep-answer", role: "status" });
  const check = () => {
    if (atStart()) return;
    const { right, words } = judge(field.value, now.line.number);
    judged = field.value;
    answer.textContent = words;
    if (right) show();
  };
  const tell = button("Check", check);
  const box = element(
    "div",
    { className: "course-bar sweep-guess", role: "group", ariaLabel: "Predict" },
    element("label", {}, "Your guess ", field),
    tell,
    ask,
    answer,
  );
  field.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return; // not a form: JupyterLab submits none by Enter
    const done = !now.hidden && (field.value.trim() === "" || field.value === judged);
    if (done) next();
    else check();
  });
  return {
    box,
    update(state) {
      if (state.setting !== now.setting) field.value = answer.textContent = judged = "";
      now = state;
      box.hidden = !state.on;
      field.disabled = atStart();
      tell.setAttribute("aria-disabled", String(atStart()));
      ask.setAttribute("aria-disabled", String(!state.hidden));
    },
  };
}
