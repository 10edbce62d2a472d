/** Forward mode and reverse mode fill the same Jacobian: who needs fewer operations? */
import { assign, button, follow } from "../shared/controls.js";
import { renderFigure } from "../shared/figure.js";
import { motionAllowed, runner, whileInSight } from "../shared/player.js";
import { fill } from "../shared/template.js";
import { afterOperations, afterSweeps, arrived, nextEnd, raceNumbers, raceOf, soFarInWords } from "./numbers.js";

const SIZES = ["inputs", "outputs"];
const PACE = 80; // operations a second, the same for both modes

function render(context) {
  const { model } = context;
  let race; // with so many inputs and outputs as the sliders say
  let operations = Infinity; // of each mode in the race so far; at rest both have arrived
  let sweeps = null; // of each mode so far, if the reader goes step by step

  // A link may ask for half an input.
  for (const size of SIZES) {
    follow(model, size, () => {
      const x = model.get(size);
      if (!Number.isInteger(x)) assign(model, { [size]: Math.round(x) });
    });
  }

  const run = runner((milliseconds) => {
    goTo(operations + (milliseconds * PACE) / 1000);
    return operations < Infinity;
  });
  const { box, bar, update, stop } = renderFigure(context, {
    numbers() {
      const [n, m] = SIZES.map((size) => Math.round(model.get(size)));
      if (race?.n !== n || race.m !== m) {
        race = raceOf(model.get("races"), model.get("rules"), n, m);
        rest();
      }
      return raceNumbers(race, done());
    },
    sentence: (numbers) =>
      arrived(race, done()) ? fill(model.get("sentence"), numbers) : soFarInWords(race, done()),
    reset() {
      rest();
      update();
    },
  });
  const spoken = box.querySelector(".course-spoken");
  const quietly = (quiet) => spoken.setAttribute("aria-live", quiet ? "off" : "polite");

  function done() {
    return sweeps === null ? afterOperations(race, operations) : afterSweeps(race, sweeps);
  }

  /** Both have arrived, and nothing moves. */
  function rest() {
    run.stop();
    quietly(false);
    [operations, sweeps] = [Infinity, null];
  }

  /** A moment of the race: after so many operations of each mode. */
  function goTo(moment) {
    sweeps = null;
    operations = moment;
    if (arrived(race, done())) rest();
    update();
  }

  function step() {
    run.stop();
    quietly(false);
    sweeps = arrived(race, done()) || sweeps === null ? 1 : sweeps + 1;
    update();
  }

  function start() {
    goTo(0);
    quietly(true);
    run.start();
  }

  /** Without motion a press leads to where the next sweep ends. */
  function jump() {
    goTo(nextEnd(race, operations === Infinity ? 0 : operations));
  }

  bar.prepend(
    button("Race", motionAllowed() ? start : jump),
    button("Step", step),
    motionAllowed() ? "" : "Race goes on by one sweep a press, as your system asks for less motion.",
  );
  const unwatch = whileInSight(box, run);
  update();
  return () => {
    unwatch();
    run.stop();
    stop();
  };
}

export default { render };
