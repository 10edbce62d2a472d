/** Where the three travellers are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { journey, later } from "../../../helpers/widgets/travellers/journey.js";

/** The list of `Travellers`, as program.py writes it. */
const PROGRAM = {
  inputs: { car_per_bicycle: 2, bicycle_per_walker: 4, walker: 1 },
  steps: [["mul", "bicycle_per_walker", "walker"], ["mul", "car_per_bicycle", "t1"]],
  output: "t2",
  labels: { t1: "bicycle", t2: "car" },
  rules: { mul: [{ steps: [], output: "y" }, { steps: [], output: "x" }] },
};

const at = (car_per_bicycle, bicycle_per_walker, elapsed) =>
  journey(PROGRAM, { car_per_bicycle, bicycle_per_walker, walker: 1 }, elapsed);

test("2 × 4 = 8", () => {
  const numbers = at(2, 4);
  assert.deepEqual([numbers.walker, numbers.bicycle, numbers.car], [1, 4, 8]);
  assert.equal(numbers["d car/d bicycle"], 2);
  assert.equal(numbers["d bicycle/d walker"], 4);
  assert.equal(numbers["d car/d walker"], 8);
});

test("the derivative of the whole is the product of the local ones", () => {
  for (const [one, other] of [[0.5, 0.5], [0.5, 6], [4, 6], [1.3, 4.7], [4, 0.5]]) {
    const numbers = at(one, other);
    assert.equal(numbers["d car/d bicycle"], one);
    assert.equal(numbers["d bicycle/d walker"], other);
    assert.equal(numbers["d car/d walker"], one * other);
  }
});

test("at each moment the distances stand in the same ratio", () => {
  for (const elapsed of [0, 0.25, 0.5, 1]) {
    const numbers = at(2, 4, elapsed);
    assert.equal(numbers["walker so far"], elapsed);
    assert.equal(numbers["bicycle so far"], 4 * elapsed);
    assert.equal(numbers["car so far"], 8 * elapsed);
    assert.equal(numbers["car in milestones"], 8, "how far it gets does not change on the way");
    assert.equal(numbers.car, 8);
  }
});

test("where someone gets beyond the road, the milestones stand farther apart", () => {
  assert.equal(at(2, 6).milestone, 1);
  const numbers = at(4, 6, 0.5);
  assert.equal(numbers.milestone, 2);
  assert.equal(numbers["car so far"], 12);
  assert.equal(numbers["car so far in milestones"], 6);
  assert.equal(numbers["car in milestones"], 12);
  assert.equal(numbers["bicycle in milestones"], 3);
  assert.equal(numbers["walker in milestones"], 0.5);
});

test("time passes, and ends at 1", () => {
  assert.equal(later(0, 1000, 5), 0.2);
  assert.equal(later(0.5, 0, 5), 0.5);
  assert.equal(later(0.9, 1000, 5), 1);
  assert.equal(later(1, 16, 5), 1);
});
