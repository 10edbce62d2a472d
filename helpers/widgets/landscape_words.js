/** What the landscape explorer says: what the search has cost so far, and how the point stands. */
import { SOLVED } from "./figure.js";
import { fixed } from "./template.js";
import { onMap } from "./walks.js";

const EVALUATIONS = 3; // for a gradient by forward differences: at the point, and beside it each way

/** What random search and the steps have cost and found: two sentences. */
export function score(path, guesses) {
  const best = Math.min(...guesses.map(([, , loss]) => loss));
  const steps = path.reduce((sum, walk) => sum + walk.length - 1, 0);
  const reached = path.at(-1)?.at(-1)[2];
  return [
    guesses.length
      ? `Random search: ${counted(guesses.length, "evaluation")}, best loss ${fixed(best, 4)}.`
      : "Random search: no guess yet.",
    steps
      ? `Gradient steps of both weights: ${counted(steps, "step")}, ${EVALUATIONS * steps} ` +
        `evaluations (${EVALUATIONS} each, by forward differences), loss ${fixed(reached, 4)}.`
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
    return (
      `The step left the map: it led to ${where}, where the loss is ${fixed(end[2], 1)}. ` +
      "The learning rate is too large. The point stays where it was."
    );
  }
  if (numbers.loss < SOLVED) return "✓ The loss is 0: the output meets the target.";
  if (numbers["slope.across"] === 0 && numbers["slope.up"] === 0) {
    const flat = "The ground is flat: the gradient is 0, and no step will move the point.";
    return `${flat} ${deadUnits(numbers)}`.trimEnd();
  }
  if (end && end[2] > walk.at(-2)[2]) {
    const [before, after] = [walk.at(-2)[2], end[2]].map((loss) => fixed(loss, 4));
    return `The last step led uphill, from ${before} to ${after}: it was too long.`;
  }
  if (numbers.loss > ceiling) return `The loss is above ${ceiling}, where the colours end.`;
  return "";
}

/** Which of the hidden units put out 0. */
function deadUnits({ hidden1, hidden2 }) {
  if (hidden1 === 0 && hidden2 === 0) return "Both hidden units are dead.";
  if (hidden1 === 0) return "Hidden unit 1 is dead.";
  if (hidden2 === 0) return "Hidden unit 2 is dead.";
  return "";
}

function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
