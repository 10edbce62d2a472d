/** The step size of a finite difference: secant and tangent, and the error against the step. */
import { choice } from "../shared/controls.js";
import { renderFigure, settingOf } from "../shared/figure.js";
import { stepSizeLab } from "./numbers.js";

const QUESTIONS = { function: "Function", method: "Difference", window: "Window" };

function render(context) {
  const { model } = context;
  const lab = stepSizeLab(model.get("functions"), model.get("words"));
  const { bar, update, stop } = renderFigure(context, { numbers: () => lab(settingOf(model)) });
  const options = model.get("choices");
  const choices = Object.entries(QUESTIONS).map(([name, text]) => choice(model, name, text, options[name]));
  bar.prepend(...choices);
  update();
  return stop;
}

export default { render };
