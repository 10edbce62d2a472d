/** A field for the reader's guess at the next number. */
import { button, element } from "./controls.js";
import { judge } from "./sweep_words.js";

/**
 * The field with its buttons, there while the reader predicts. Enter in it checks the guess and, once
 * the number is shown, goes on. `show` is called to show the number, `next` to go on.
 */
export function sweepGuess({ show, next }) {
  const field = element("input", { type: "text", inputMode: "decimal", size: 10, autocomplete: "off" });
  const ask = button("Show", show);
  const answer = element("span", { className: "sweep-answer", role: "status" });
  const check = () => {
    if (!now.hidden) return next();
    const { right, words } = judge(field.value, now.line.number);
    answer.textContent = words;
    if (right) show();
  };
  const box = element(
    "div",
    { className: "course-bar sweep-guess", role: "group", ariaLabel: "Predict" },
    element("label", {}, "Your guess ", field),
    button("Check", check),
    ask,
    answer,
  );
  let now = {};
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") check(); // not a form: JupyterLab submits none by Enter
  });
  return {
    box,
    update(state) {
      if (state.setting !== now.setting) field.value = answer.textContent = "";
      now = state;
      box.hidden = !state.on;
      ask.setAttribute("aria-disabled", String(!state.hidden));
    },
  };
}
