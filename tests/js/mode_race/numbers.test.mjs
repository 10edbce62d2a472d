/** A race over a list small enough to be followed by hand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  afterOperations,
  afterSweeps,
  arrived,
  jacobiansOf,
  nextEnd,
  raceNumbers,
  raceOf,
  soFarInWords,
} from "../../../helpers/widgets/mode_race/numbers.js";

const RULES = {
  add: [{ steps: [], output: 1 }, { steps: [], output: 1 }],
  mul: [{ steps: [], output: "y" }, { steps: [], output: "x" }],
};
/** y1 = x1 x2 and y2 = x1 x2 + 10 x1, with costs made up so that they can be told apart. */
const TWO = {
  inputs: { x1: 3, x2: 5 },
  steps: [["mul", "x1", "x2"], ["mul", "x1", 10], ["add", "t1", "t2"]],
  outputs: ["t1", "t3"],
  values: [10, 20],
  tangents: [[7, 8], [30, 40]],
  reverses: [5, 50],
};
/** Up to eight inputs, of which only two are tried. */
const races = (two) => Object.assign(Array(8), { 1: two });
const race = (m) => raceOf(races(TWO), RULES, 2, m);
const at = (m, done) => raceNumbers(race(m), done);

test("both modes compute the same Jacobian, a row for each output", () => {
  const expected = [[5, 3], [15, 3]];
  const { forward, reverse } = jacobiansOf({ ...TWO, rules: RULES }, TWO.outputs);
  assert.deepEqual(forward, expected);
  assert.deepEqual(reverse, expected);
  assert.deepEqual(jacobiansOf({ ...TWO, rules: RULES }, ["t3"]).reverse, [[15, 3]]);
});

test("what each mode costs: the values, then its sweeps", () => {
  assert.deepEqual(race(1).modes.forward.ends, [10, 17, 25]);
  assert.deepEqual(race(1).modes.reverse.ends, [10, 15]);
  assert.deepEqual(race(2).modes.forward.ends, [20, 50, 90]);
  assert.deepEqual(race(2).modes.reverse.ends, [20, 25, 75]);
});

test("a race ends for each mode when it has what it needs", () => {
  const at = (operations) => afterOperations(race(1), operations);
  assert.deepEqual(at(12), { forward: 12, reverse: 12 });
  assert.deepEqual(at(20), { forward: 20, reverse: 15 });
  assert.deepEqual(at(Infinity), { forward: 25, reverse: 15 });
  assert.deepEqual([20, 24.9, 25].map((x) => arrived(race(1), at(x))), [false, false, true]);
});

test("a step is a sweep of each mode, the values before the first", () => {
  assert.deepEqual(afterSweeps(race(1), 1), { forward: 17, reverse: 15 });
  assert.deepEqual(afterSweeps(race(1), 2), { forward: 25, reverse: 15 });
  assert.deepEqual(afterSweeps(race(2), 1), { forward: 50, reverse: 25 });
});

test("without motion the race goes from the end of a sweep to the next", () => {
  const stops = [];
  for (let now = 0; (now = nextEnd(race(2), now)) < Infinity; ) stops.push(now);
  assert.deepEqual(stops, [25, 50, 75, 90]);
});

test("an entry is shown once its sweep is done, and no sooner", () => {
  const shown = (numbers, mode) =>
    ["y1 x1", "y1 x2", "y2 x1", "y2 x2", "y3 x1"].map((entry) => numbers[`${mode} ${entry}`]);
  assert.deepEqual(shown(at(2, { forward: 49, reverse: 24 }), "forward"), ["", "", "", "", ""]);
  assert.deepEqual(shown(at(2, { forward: 50, reverse: 25 }), "forward"), ["5.00", "", "15.00", "", ""]);
  assert.deepEqual(shown(at(2, { forward: 50, reverse: 25 }), "reverse"), ["5.00", "3.00", "", "", ""]);
  assert.equal(at(2, { forward: 50, reverse: 0 })["forward rows"], "y1: 5.00, ?; y2: 15.00, ?");
});

test("the sweep under way fills its column or its row as it goes", () => {
  const numbers = at(2, { forward: 70.4, reverse: 50 });
  assert.equal(numbers["forward operations so far"], 70);
  assert.equal(numbers["forward sweep 1 filled"], 2);
  assert.equal(numbers["forward sweep 2 filled"], 2 * (20 / 40));
  assert.equal(numbers["reverse sweep 2 filled"], 2 * (25 / 50));
  assert.equal(numbers["forward sweep 3 filled"], 0);
  assert.equal(numbers["forward sweep 2 from"], 50 / 90);
  assert.equal(numbers["forward sweep 2 so far"], 20 / 90);
  assert.equal(numbers["reverse values so far"], 20 / 90);
  assert.equal(at(2, { forward: 5, reverse: 5 })["forward values so far"], 5 / 90);
});

test("who is ahead, in words", () => {
  const end = at(2, { forward: 90, reverse: 75 });
  assert.equal(end.verdict, "Reverse mode wins.");
  assert.equal(end["reverse mark"], "✓ fewer operations");
  assert.equal(end["forward mark"], "15 operations more");
  assert.equal(at(2, { forward: 80, reverse: 75 })["forward mark"], "", "not before it arrives");
  const costing = (tangent, reverse) => {
    const costs = { ...TWO, tangents: [[tangent, 0]], reverses: [reverse] };
    return raceNumbers(raceOf(races(costs), RULES, 2, 1), { forward: 0, reverse: 0 }).verdict;
  };
  assert.equal(costing(90, 90), "A tie.");
  assert.equal(costing(88, 90), "Nearly a tie: forward mode is ahead by 2.");
  assert.equal(costing(90, 86), "Nearly a tie: reverse mode is ahead by 4.");
  assert.equal(costing(80, 90), "Forward mode wins.");
});

test("how far both are, in words that change when a sweep ends", () => {
  const words = (forward, reverse) => soFarInWords(race(2), { forward, reverse });
  assert.equal(
    words(60, 25),
    "So far forward mode has made 1 of 2 sweeps with 50 of 90 operations, " +
      "reverse mode has made 1 of 2 sweeps with 25 of 75 operations.",
  );
  assert.equal(words(60, 25), words(89, 74));
  assert.match(words(0, 0), /forward mode has made 0 of 2 sweeps with 0 of 90/);
  assert.match(soFarInWords(race(1), { forward: 17, reverse: 15 }), /1 of 1 sweep with 15 of 15/);
});
