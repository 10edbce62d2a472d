/** Three travellers on three roads. "Go" lets them start, the time slider stops them on the way. */
import { button, element } from "../shared/controls.js";
import { inputsOf, renderFigure } from "../shared/figure.js";
import { motionAllowed, runner, whileInSight } from "../shared/player.js";
import { fixed } from "../shared/template.js";
import { journey, later } from "./journey.js";

const SECONDS = 5; // that a journey lasts

function render(context) {
  const { model } = context;
  let elapsed = 1; // at rest all have arrived, so that the picture shows the distances

  const time = element("input", { type: "range", min: 0, max: 1, step: 0.01, value: 1 });
  const show = (moment) => {
    elapsed = moment;
    time.value = moment;
    update();
  };
  const run = runner((milliseconds) => {
    show(later(elapsed, milliseconds, SECONDS));
    return elapsed < 1;
  });
  const { box, bar, update, stop } = renderFigure(context, {
    numbers: () => journey(model.get("program"), inputsOf(model), elapsed),
    onNumbers: (numbers) => {
      const walked = fixed(numbers["walker so far"], 2);
      time.setAttribute("aria-valuetext", `the walker has gone ${walked} km`);
    },
    reset: () => {
      run.stop();
      show(1);
    },
  });
  time.addEventListener("input", () => {
    run.stop();
    show(Number(time.value));
  });
  const go = button("Go", () => {
    show(0);
    run.start();
  });
  bar.prepend(element("label", { className: "course-time" }, "Time ", time));
  if (motionAllowed()) bar.prepend(go);
  const unwatch = whileInSight(box, run);
  update();
  return () => {
    unwatch();
    run.stop();
    stop();
  };
}

export default { render };
