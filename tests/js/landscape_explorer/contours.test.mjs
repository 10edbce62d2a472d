/** Contours of surfaces whose contours are known. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { contours, labelPlaces } from "../../../helpers/widgets/landscape_explorer/contours.js";

/** Heights over a grid of `size` points each way. */
const sample = (size, f) =>
  Float64Array.from({ length: size * size }, (_, k) => f(k % size, Math.floor(k / size)));

test("contours of a slope are straight lines where it has that height", () => {
  const [low, high] = contours(sample(6, (x) => x), 6, [1.5, 3.25]);
  for (const [pieces, at] of [[low, 1.5], [high, 3.25]]) {
    assert.equal(pieces.length, 4 * 5);
    for (let i = 0; i < pieces.length; i += 2) assert.equal(pieces[i], at);
  }
});

test("contours of a bowl are near circles, closed, of the right length", () => {
  const [pieces] = contours(sample(41, (x, y) => Math.hypot(x - 20, y - 20)), 41, [12]);
  let length = 0;
  const ends = new Map();
  for (let i = 0; i < pieces.length; i += 4) {
    const [x1, y1, x2, y2] = pieces.slice(i, i + 4);
    length += Math.hypot(x2 - x1, y2 - y1);
    for (const [x, y] of [[x1, y1], [x2, y2]]) {
      assert.ok(Math.abs(Math.hypot(x - 20, y - 20) - 12) < 0.02);
      const end = `${x.toFixed(9)} ${y.toFixed(9)}`;
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  }
  assert.ok(Math.abs(length - 24 * Math.PI) < 0.1, `${length}`);
  assert.ok([...ends.values()].every((count) => count === 2), "every piece meets the next one");
});

test("at a saddle the height in the middle says which corners are cut off", () => {
  // corners in rows: 3 0 / 0 3 against 2 0 / 0 2.2, both crossed on all four sides
  const [joined] = contours(Float64Array.of(3, 0, 0, 3), 2, [1]);
  const [apart] = contours(Float64Array.of(1.5, 0, 0, 1.5), 2, [1]);
  const pieces = (found) => [found.slice(0, 4), found.slice(4)];
  const cutsOff = ([x1, y1, x2, y2]) => [Math.round((x1 + x2) / 2), Math.round((y1 + y2) / 2)].join();
  assert.deepEqual(pieces(joined).map(cutsOff).sort(), ["0,1", "1,0"], "the high corners are joined");
  assert.deepEqual(pieces(apart).map(cutsOff).sort(), ["0,0", "1,1"], "the low corners are joined");
});

test("a plain has no contour, not even at its own height", () => {
  assert.deepEqual(contours(new Float64Array(25).fill(2), 5, [1, 2, 3]), [[], [], []]);
});

test("what is not finite has none, and spoils no other cell", () => {
  const heights = sample(5, (x) => x);
  heights[0] = NaN;
  heights[4] = Infinity;
  const [, pieces] = contours(heights, 5, [0.5, 2.5]);
  assert.equal(pieces.length, 4 * 4);
  assert.ok(pieces.every(Number.isFinite));
});

test("a label stands on its line, apart from the others, and a line far from the edge has none", () => {
  const lines = contours(sample(100, (x, y) => y), 100, [20.5, 24.5, 60.5]);
  const [low, near, high] = labelPlaces(lines, 100);
  assert.ok(low[0] > 85 && low[1] === 20.5);
  assert.ok(Math.hypot(near[0] - low[0], near[1] - low[1]) > 7);
  assert.equal(high[1], 60.5);
  assert.deepEqual(labelPlaces(contours(sample(100, (x) => x), 100, [10.5]), 100), [null]);
  assert.deepEqual(labelPlaces([[]], 100), [null]);
});
