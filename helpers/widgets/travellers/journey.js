/** Where the three travellers are: the numbers that the drawing of `Travellers` wants. */
import { allNumbers, forwardSweep, localDerivative, reverseSweep } from "../shared/wengert.js";

const WHO = ["walker", "bicycle", "car"];
const MILESTONES_ON_A_ROAD = 12;

/**
 * All numbers for a moment of the journey; `elapsed` goes from 0 to 1, when the walker is there.
 *
 * program   the list: its inputs are the two ratios and the walker's distance, its output the car's
 * inputs    their values
 */
export function journey(program, inputs, elapsed = 1) {
  const numbers = { ...allNumbers(program, inputs), ...derivatives(program, inputs) };
  const fits = WHO.every((who) => numbers[who] <= MILESTONES_ON_A_ROAD);
  numbers.milestone = fits ? 1 : 2; // kilometres
  for (const who of WHO) {
    const distance = numbers[who];
    numbers[`${who} so far`] = elapsed * distance;
    numbers[`${who} in milestones`] = distance / numbers.milestone;
    numbers[`${who} so far in milestones`] = (elapsed * distance) / numbers.milestone;
  }
  return numbers;
}

/** The local derivatives of the two steps, and what the reverse sweep makes of them. */
function derivatives(program, inputs) {
  const primals = forwardSweep(program, inputs);
  const steps = Object.fromEntries(Object.entries(program.labels).map(([step, who]) => [who, step]));
  const slope = (of, by) => {
    const k = Number(of.slice(1));
    return localDerivative(program, primals, k, program.steps[k - 1].indexOf(by) - 1);
  };
  return {
    "d car/d bicycle": slope(steps.car, steps.bicycle),
    "d bicycle/d walker": slope(steps.bicycle, "walker"),
    "d car/d walker": reverseSweep(program, primals).get("walker"),
  };
}

/** The moment after `milliseconds` more of a journey that lasts `seconds`; 1 is the end. */
export function later(elapsed, milliseconds, seconds) {
  return Math.min(elapsed + milliseconds / (1000 * seconds), 1);
}
