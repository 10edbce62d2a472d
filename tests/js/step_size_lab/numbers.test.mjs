import assert from "node:assert/strict";
import { test } from "node:test";
import {
  differenceQuotient,
  functionOf,
  slopeOf,
  stepOf,
  stepSizeLab,
} from "../../../helpers/widgets/step_size_lab/numbers.js";

const name = (x) => ({ steps: [], output: x });
const RULES = { mul: [name("y"), name("x")], log: [{ steps: [["div", 1, "x"]], output: "t1" }] };
const cubeAt = (x) => ({
  inputs: { x },
  steps: [["mul", "x", "x"], ["mul", "t1", "x"]],
  output: "t2",
  rules: RULES,
});
const LOG = { inputs: { x: 0.5 }, steps: [["log", "x"]], output: "t1", rules: RULES };
const FUNCTIONS = {
  cube: { tape: cubeAt(1), second: 6, third: 6, why: "the classic" },
  log: { tape: LOG, second: -4, third: 16, why: "" },
};
const CASES = ["formula", "rounding", "both", "more", "same", "flat", "zero", "undefined"];
CASES.push("apart", "together", "zoomed", "stairs", "best", "no best");
const lab = stepSizeLab(FUNCTIONS, Object.fromEntries(CASES.map((each) => [each, each])));
const START = { function: "cube", method: "forward", log10_h: -1, window: "stays put" };

test("steps are powers of ten, which 10 ** x is not quite", () => {
  for (let k = 0; k <= 16; k++) assert.equal(stepOf(-k), Number(`1e-${k}`));
  assert.equal(stepOf(-8.1), 7.94e-9);
});

test("the list gives values, and the exact slope by its reverse sweep", () => {
  assert.equal(functionOf(cubeAt(1))(1.5), 3.375);
  assert.equal(slopeOf(cubeAt(2)), 12);
  assert.equal(slopeOf(LOG), 2);
});

test("outside its domain a function has no value, infinite or not", () => {
  assert.equal(functionOf(LOG)(-1), NaN);
  assert.equal(functionOf(LOG)(0), NaN);
});

test("forward and central differences", () => {
  const square = (x) => x * x;
  assert.equal(differenceQuotient(square, 1, 0.5, "forward"), 2.5);
  assert.equal(differenceQuotient(square, 1, 0.5, "central"), 2);
});

test("the cases that the lab tells apart", () => {
  const verdictAt = (setting) => lab({ ...START, ...setting }).verdict;
  assert.equal(verdictAt({ log10_h: -4 }), "formula");
  assert.equal(verdictAt({ log10_h: -8 }), "both");
  assert.equal(verdictAt({ log10_h: -12 }), "rounding");
  assert.equal(verdictAt({ log10_h: -16 }), "same");
  assert.equal(verdictAt({ function: "log", method: "central", log10_h: 0 }), "undefined");
  const noteAt = (setting) => lab({ ...START, ...setting }).note;
  assert.equal(noteAt({}), "apart");
  assert.equal(noteAt({ log10_h: -3 }), "together");
  assert.equal(noteAt({ log10_h: -3, window: "zooms with h" }), "zoomed");
  assert.equal(noteAt({ log10_h: -15, window: "zooms with h" }), "stairs");
});

test("no place is missing where a difference has no value", () => {
  const numbers = lab({ ...START, function: "log", method: "central", log10_h: 0 });
  const missing = Object.keys(numbers).filter((key) => Number.isNaN(numbers[key]));
  assert.deepEqual(missing.sort(), ["error", "quotient"]);
  assert.equal(numbers["secant.display"], "none");
  assert.equal(numbers["at.display"], "none");
});

test("the window that zooms is as many steps wide at every step", () => {
  for (const log10_h of [0, -3, -7.7, -16]) {
    const { width, h, "second.x": place } = lab({ ...START, log10_h, window: "zooms with h" });
    assert.equal(width, 2.5 * h);
    assert.ok(Math.abs(place - 0.9) < 1e-12);
  }
});

test("the error curve has a point for each step, and is computed once", () => {
  const { errors } = lab(START);
  assert.equal(errors.match(/[ML]/g).length, 481);
  assert.ok(lab({ ...START, log10_h: -5 }).errors === errors);
  assert.notEqual(lab({ ...START, method: "central" }).errors, errors);
});
