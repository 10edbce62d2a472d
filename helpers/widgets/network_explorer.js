/** The toy network, drawn: weights as lines, units with their activations, gradients on request. */
import { element, renderFigure } from "./figure.js";

const SOLVED = 0.00005; // below this the loss reads 0.0000

function render(context) {
  const { model } = context;
  const goal = element("p", { className: "course-goal" });
  const { drawing, bar, stop } = renderFigure(context, (numbers) => {
    goal.textContent =
      numbers.loss < SOLVED ? "✓ The loss is 0: the output meets the target." : "";
  });

  const gradients = element("input", { type: "checkbox" });
  bar.prepend(element("label", {}, gradients, " Show the gradient at each weight"));
  bar.before(goal);
  const show = () => {
    gradients.checked = model.get("show_gradients");
    for (const text of drawing.querySelectorAll(".gradient")) {
      text.setAttribute("display", gradients.checked ? "inline" : "none");
    }
  };
  gradients.addEventListener("change", () => {
    model.set("show_gradients", gradients.checked);
    model.save_changes();
  });
  model.on("change:show_gradients", show);
  show();
  return () => {
    stop();
    model.off("change:show_gradients", show);
  };
}

export default { render };
