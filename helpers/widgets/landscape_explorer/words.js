/** What the landscape explorer says: what the search has cost so far, and how the point stands. */
import { REACHED, SOLVED } from "../shared/figure.js";
import { fixed } from "../shared/template.js";
import { STEPS } from "./search.js";
import { lastOnMap, onMap } from "./walks.js";

const EVALUATIONS = 3; // for a gradient by forward differences: at the point, and beside it each way
const SHORT = 0.1; // of the map's width: a shorter step is not to blame for leaving the map

/**
 * What random search and the steps have cost and found: two sentences. A walk costs one evaluation
 * more than its steps do, for the loss where it ends. `range` is that of the weights on the map.
 */
export function score(path, guesses, range) {
  const best = Math.min(...guesses.map(([, , loss]) => loss));
  const steps = path.reduce((sum, walk) => sum + walk.length - 1, 0);
  const walks = path.length;
  const reached = lastOnMap(path, range)?.[2];
  return [
    guesses.length
      ? `Random search: ${counted(guesses.length, "evaluation")}, best loss ${fixed(best, 4)}.`
      : "Random search: no guess yet.",
    steps
      ? `Gradient steps of both weights: ${counted(steps, "step")}, ` +
        `${EVALUATIONS * steps + walks} evaluations (${EVALUATIONS} each, by forward differences, ` +
        `and ${walks} for the loss at the end), loss ${fixed(reached, 4)}.`
      : "Gradient steps of both weights: none yet.",
  ];
}

/**
 * What is worth saying about the place where the point stands, if anything is. `walk` has led here,
 * or is empty; `names` are the two weights on the map, and `range` is theirs.
 */
export function verdict(numbers, walk, { names, range, ceiling }) {
  const end = walk.at(-1);
  if (end && !onMap(end, range)) {
    const where = names.map((name, i) => `${name} = ${fixed(end[i], 2)}`).join(" and ");
    const falls = stillFalls(walk, range);
    return (
      `The step left the map: it led to ${where}, where the loss is ${fixed(end[2], falls ? 4 : 1)}. ` +
      (falls ? "The loss is still falling, but the map ends here." : "The learning rate is too large.") +
      " The point stays where it was."
    );
  }
  if (numbers.loss < SOLVED) return REACHED;
  if (numbers["slope.across"] === 0 && numbers["slope.up"] === 0) {
    const kinked = names.find((name) => atKink(name, numbers));
    if (kinked) return kink(kinked);
    const flat = "The ground is flat: the gradient is 0, and no step will move the point.";
    return `${flat} ${deadUnits(numbers)}`.trimEnd();
  }
  const said = [];
  if (end && end[2] > walk.at(-2)[2]) {
    const [before, after] = [walk.at(-2)[2], end[2]].map((loss) => fixed(loss, 4));
    said.push(`The last step led uphill, from ${before} to ${after}: it was too long.`);
  } else if (numbers.loss > ceiling) {
    said.push(`The loss is above ${ceiling}, where the colours end.`);
  }
  const steps = walk.length - 1;
  if (steps > 0 && steps % STEPS === 0) {
    said.push(`Stopped after ${steps} steps; press Run to go on.`);
  }
  return said.join(" ");
}

/** Was the last step a short one downhill? */
function stillFalls(walk, [low, high]) {
  const [[x, y, before], [across, up, after]] = walk.slice(-2);
  return after < before && Math.hypot(across - x, up - y) < SHORT * (high - low);
}

/** Does the unit that this weight leads into stand right at its ReLU's kink, where that shows? */
function atKink(name, numbers) {
  const leadsOut = { w11: "w21", w12: "w22" }[name];
  return leadsOut !== undefined && numbers[name] === 0 && numbers.x !== 0 && numbers[leadsOut] !== 0;
}

function kink(name) {
  return (
    `A kink: the ground is flat where ${name} is below 0, and not flat where it is above. The course ` +
    "takes the ReLU's slope at 0 to be 0, and so the steps here stay. A forward difference looks to " +
    "the right, and would move the point."
  );
}

/** Which of the hidden units put out 0, and whether that is the input's doing. */
function deadUnits({ x, hidden1, hidden2 }) {
  if (x === 0) return "The input is 0, so both hidden units put out 0.";
  if (hidden1 === 0 && hidden2 === 0) return "Both hidden units are dead.";
  if (hidden1 === 0) return "Hidden unit 1 is dead.";
  if (hidden2 === 0) return "Hidden unit 2 is dead.";
  return "";
}

function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
