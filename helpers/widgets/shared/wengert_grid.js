/**
 * A Wengert list over a grid: its output for every pair of values of two inputs.
 *
 * One input goes across the grid, the other one up. A step is computed as seldom as it can be: once,
 * if it depends on neither; once, as a whole row, if it depends on the one across only; as one number
 * for each row, if it depends on the one up only; and at every point only if it depends on both.
 */
import { VALUES } from "./wengert.js";

const ACROSS = 1;
const UP = 2;

/**
 * Fill `heights` with the output of the program: heights[i * across.values.length + j] is for the
 * i-th value up and the j-th value across. `across` and `up` are {name, values}; the other inputs
 * are taken from `inputs`, or else from the program. Every height is what forwardSweep gives.
 */
export function sweepOverGrid(program, inputs, across, up, heights) {
  const columns = across.values.length;
  const known = new Map(Object.entries({ ...program.inputs, ...inputs }));
  const depends = new Map([[across.name, ACROSS], [up.name, UP]]);
  const steps = program.steps.map(([rule, ...operands], k) => {
    const name = `t${k + 1}`;
    depends.set(name, operands.reduce((on, operand) => on | depends.get(operand), 0));
    const row = depends.get(name) & ACROSS ? new Float64Array(columns) : null;
    return { name, value: VALUES[rule], operands, row };
  });
  const read = (operand) => (typeof operand === "string" ? known.get(operand) : operand);
  const run = ({ name, value, operands, row }) => {
    const [x, y] = operands.map(read);
    known.set(name, row ? fillRow(row, value, x, y) : value(x, y));
  };

  known.set(across.name, across.values);
  const changesUpwards = ({ name }) => depends.get(name) & UP;
  steps.filter((step) => !changesUpwards(step)).forEach(run);
  const rowSteps = steps.filter(changesUpwards);
  up.values.forEach((y, i) => {
    known.set(up.name, y);
    rowSteps.forEach(run);
    const output = read(program.output);
    if (typeof output === "number") heights.fill(output, i * columns, (i + 1) * columns);
    else heights.set(output, i * columns);
  });
}

/** row[j] = value(x, y), where x and y are numbers or rows, at least one of them a row. */
function fillRow(row, value, x, y) {
  const n = row.length;
  if (typeof x === "number") for (let j = 0; j < n; j++) row[j] = value(x, y[j]);
  else if (typeof y === "object") for (let j = 0; j < n; j++) row[j] = value(x[j], y[j]);
  else for (let j = 0; j < n; j++) row[j] = value(x[j], y); // a number, or none
  return row;
}

/** `count` numbers from `low` to `high`, evenly spaced, both ends included. */
export function evenly(low, high, count) {
  return Float64Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}
