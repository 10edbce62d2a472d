/** Guesses and walks on the map. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  guessAt, onMap, presentWalk, randomNumber, standing, withStep,
} from "../../../helpers/widgets/landscape_explorer/walks.js";

const RANGE = [-3.5, 3.5];

test("guesses are always the same, differ from each other, and fill the map evenly", () => {
  const numbers = Array.from({ length: 4000 }, (_, k) => randomNumber(k));
  assert.deepEqual(numbers.slice(0, 2), [0, 1].map(randomNumber));
  assert.equal(new Set(numbers).size, numbers.length);
  assert.ok(numbers.every((x) => x >= 0 && x < 1));
  for (let tenth = 0; tenth < 10; tenth++) {
    const count = numbers.filter((x) => Math.floor(10 * x) === tenth).length;
    assert.ok(Math.abs(count - 400) < 80, `${count} of 400`);
  }
  const [across, up] = guessAt(3, RANGE);
  assert.deepEqual([across, up], [6, 7].map((k) => -3.5 + 7 * randomNumber(k)));
});

test("a place is on the map or off it; one without a number is off", () => {
  assert.ok(onMap([-3.5, 3.5, 1], RANGE));
  for (const place of [[3.6, 0], [0, -4], [NaN, 0], [0, Infinity]]) assert.ok(!onMap(place, RANGE));
});

test("the point stands where a walk has led, more exactly than the sliders say", () => {
  const path = [[[0, 0, 5], [1.2345, -0.6789, 2]]];
  assert.deepEqual(standing(path, [1.23, -0.68], RANGE), [1.2345, -0.6789]);
  assert.deepEqual(standing(path, [1.24, -0.68], RANGE), [1.24, -0.68], "the reader moved a slider");
  assert.deepEqual(standing([], [0.1 + 0.2, 1], RANGE), [0.3, 1]);
  const left = [[[0, 0, 5], [1, 2, 3], [40, 2, 900]]];
  assert.deepEqual(standing(left, [1, 2], RANGE), [1, 2], "before the step that left the map");
});

test("a step goes on with the walk that ends here; elsewhere a new walk begins", () => {
  const [a, b, c] = [[0, 0, 3], [1, 0, 2], [1, 1, 1]];
  assert.deepEqual(withStep([], a, b), [[a, b]]);
  assert.deepEqual(withStep([[a, b]], b, c), [[a, b, c]]);
  assert.deepEqual(withStep([[a, b]], a, c), [[a, b], [a, c]]);
  assert.deepEqual(presentWalk([[a, b]], [1, 0], RANGE), [a, b]);
  assert.deepEqual(presentWalk([[a, b]], [0, 0], RANGE), []);
  assert.deepEqual(presentWalk([], [0, 0], RANGE), []);
});
