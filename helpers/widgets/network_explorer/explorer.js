/** The toy network, drawn: weights as lines, units with their activations, gradients on request. */
import { element, follow, tickBox } from "../shared/controls.js";
import { REACHED, SOLVED, renderFigure } from "../shared/figure.js";
import { fill } from "../shared/template.js";

function render(context) {
  const { model } = context;
  const goal = element("p", { className: "course-goal" });
  const { drawing, bar, update, stop } = renderFigure(context, {
    sentence(numbers) {
      const gradients = model.get("show_gradients") ? model.get("gradients") : "";
      return fill(model.get("sentence") + gradients, numbers);
    },
    onNumbers({ loss }) {
      goal.textContent = loss < SOLVED ? REACHED : "";
    },
  });
  bar.prepend(tickBox(model, "show_gradients", "Show the gradient at each weight"));
  bar.before(goal);
  follow(model, "show_gradients", () => {
    for (const text of drawing.querySelectorAll(".gradient")) {
      text.setAttribute("display", model.get("show_gradients") ? "inline" : "none");
    }
    update(); // the words say them too
  });
  return stop;
}

export default { render };
