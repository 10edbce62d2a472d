/** The landscape explorer's arithmetic: a list over a grid, contours, colours, steps and words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { contours, labelPlaces } from "../../../helpers/widgets/landscape_explorer/contours.js";
import { colourTable, paint, stripes } from "../../../helpers/widgets/landscape_explorer/heat_map.js";
import { placeOnMap } from "../../../helpers/widgets/landscape_explorer/marks.js";
import { landscapeSearch } from "../../../helpers/widgets/landscape_explorer/search.js";
import { score, verdict } from "../../../helpers/widgets/landscape_explorer/words.js";
import {
  guessAt, onMap, presentWalk, randomNumber, standing, withStep,
} from "../../../helpers/widgets/landscape_explorer/walks.js";
import { PRIMITIVES, forwardSweep } from "../../../helpers/widgets/shared/wengert.js";
import { evenly, sweepOverGrid } from "../../../helpers/widgets/shared/wengert_grid.js";

// ------------------------------------------------------------------ a list over a grid

const NETWORK = {
  inputs: { x: 0.8, target: 1.9, w11: 2.5, w21: -1, w12: 1.2, w22: 0.8 },
  steps: [
    ["mul", "w11", "x"], ["relu", "t1"], ["mul", "w12", "x"], ["relu", "t3"], ["mul", "w21", "t2"],
    ["mul", "w22", "t4"], ["add", "t5", "t6"], ["sub", "t7", "target"], ["power", "t8", 2],
  ],
  output: "t9",
  labels: { t2: "hidden1", t4: "hidden2", t7: "output", t9: "loss" },
  rules: {
    add: [{ steps: [], output: 1 }, { steps: [], output: 1 }],
    sub: [{ steps: [], output: 1 }, { steps: [], output: -1 }],
    mul: [{ steps: [], output: "y" }, { steps: [], output: "x" }],
    relu: [{ steps: [["greater", "x", 0]], output: "t1" }],
    power: [
      { steps: [["sub", "y", 1], ["power", "x", "t1"], ["mul", "y", "t2"]], output: "t3" },
      { steps: [], output: 0 },
    ],
  },
};

/** A list of every primitive, each on inputs across, up, both, neither, and on a constant. */
function manyKinds(output) {
  const steps = [["mul", "a", "u"], ["add", "k", 1.5]]; // t1 both, t2 neither
  for (const rule of PRIMITIVES) {
    const two = ["add", "sub", "mul", "div", "power", "maximum", "greater"].includes(rule);
    for (const x of ["a", "u", "t1", "t2", 0.5]) {
      if (!two) steps.push([rule, x]);
      else for (const y of ["a", "u", "t1", "t2", 2]) steps.push([rule, x, y]);
    }
  }
  return { inputs: { a: 1, u: 2, k: 0.25 }, steps, output, labels: {}, rules: {} };
}

function assertSameAsPointByPoint(program, inputs, across, up) {
  const heights = new Float64Array(across.values.length * up.values.length);
  sweepOverGrid(program, inputs, across, up, heights);
  up.values.forEach((y, i) =>
    across.values.forEach((x, j) => {
      const primals = forwardSweep(program, { ...inputs, [across.name]: x, [up.name]: y });
      const expected = primals.get(program.output) ?? program.output;
      assert.ok(
        Object.is(heights[i * across.values.length + j], expected),
        `${program.output} at ${x}, ${y}: ${heights[i * across.values.length + j]}, not ${expected}`,
      );
    }),
  );
}

test("the grid of the toy network is what the sweep gives, point by point, to the bit", () => {
  const weights = ["w11", "w12", "w21", "w22"];
  for (const across of weights) {
    for (const up of weights.filter((name) => name !== across)) {
      assertSameAsPointByPoint(
        NETWORK,
        { x: 0.77, target: 0.4, w12: -0.3 },
        { name: across, values: evenly(-3.5, 3.5, 15) },
        { name: up, values: evenly(-2, 3.5, 12) },
      );
    }
  }
});

test("so is every step of a list that holds every primitive on every kind of operand", () => {
  const count = manyKinds("t1").steps.length;
  const across = { name: "a", values: evenly(-1, 2, 4) };
  const up = { name: "u", values: evenly(-2, 1, 3) };
  const outputs = Array.from({ length: count }, (_, k) => `t${k + 1}`);
  for (const output of [...outputs, "a", "u", "k", 7]) {
    assertSameAsPointByPoint(manyKinds(output), { k: -0.5 }, across, up);
  }
});

test("evenly spaced numbers hold both ends", () => {
  assert.deepEqual([...evenly(-1, 1, 5)], [-1, -0.5, 0, 0.5, 1]);
});

// ------------------------------------------------------------------ contours

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

// ------------------------------------------------------------------ colours

const rgba = (pixel) => [...new Uint8Array(Uint32Array.of(pixel).buffer)];

test("a table of colours goes through its stops", () => {
  const table = colourTable(["#440154", "#21918c", "#fde725"], 5);
  assert.deepEqual(rgba(table[0]), [0x44, 0x01, 0x54, 255]);
  assert.deepEqual(rgba(table[2]), [0x21, 0x91, 0x8c, 255]);
  assert.deepEqual(rgba(table[4]), [0xfd, 0xe7, 0x25, 255]);
  assert.deepEqual(rgba(table[1]), [0x33, 0x49, 0x70, 255]);
});

test("heights above the scale, and what is no number, get the last colour and stripes", () => {
  const table = colourTable(["#000000", "#0000ff"], 3);
  const pixels = new Uint32Array(5);
  paint(Float64Array.of(0, 5, 10, 11, NaN), 10, table, pixels);
  assert.deepEqual([...pixels], [table[0], table[1], table[2], table[2], table[2]]);

  assert.deepEqual(stripes(sample(4, (x) => x), 4, 10), []);
  const striped = stripes(sample(20, (x) => (x < 10 ? 0 : 11)), 20, 10);
  assert.ok(striped.length > 0);
  for (let i = 0; i < striped.length; i += 2) assert.ok(striped[i] >= 10 && striped[i] <= 19);
  assert.ok(stripes(new Float64Array(400).fill(NaN), 20, 10).length > 0);
});

// ------------------------------------------------------------------ walks

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

// ------------------------------------------------------------------ the search

/** A model as ipywidgets has it; `rounding` is what the sliders do to the weights. */
function modelOf(start, rounding = (x) => Number(x.toFixed(2))) {
  const state = {
    program: NETWORK, side: 320, ranges: { w11: RANGE }, path: [], guesses: [],
    choices: { horizontal: ["w11", "w12", "w21", "w22"] }, horizontal: "w11", vertical: "w21",
    learning_rate: 0.05, ...NETWORK.inputs, ...start,
  };
  state.start = { ...NETWORK.inputs, learning_rate: 0.05, horizontal: "w11", vertical: "w21" };
  return {
    state,
    get: (name) => state[name],
    set(values) {
      Object.assign(state, values);
      for (const name of ["w11", "w12", "w21", "w22"]) state[name] = rounding(state[name]);
    },
    save_changes() {},
  };
}

/** Run as the button does; how it ended. */
function run(start) {
  const model = modelOf(start);
  const search = landscapeSearch(model);
  while (search.step());
  const [walk] = model.state.path;
  return { model, search, walk, steps: walk.length - 1, numbers: search.numbers() };
}

/** Gradient descent by hand on w11 and w21. */
function byHand(rate, steps) {
  let [w11, w21] = [2.5, -1];
  for (let k = 0; k < steps; k++) {
    const miss = w21 * Math.max(0.8 * w11, 0) + 0.8 * 0.96 - 1.9;
    [w11, w21] = [w11 - rate * 2 * miss * w21 * 0.8, w21 - rate * 2 * miss * 0.8 * w11];
  }
  return [w11, w21];
}

test("steps are gradient descent on the two weights of the map, and sliders do not round it", () => {
  const { walk, steps, model } = run({ learning_rate: 0.01 });
  assert.equal(steps, 81);
  walk.forEach(([across, up], k) => {
    const [w11, w21] = byHand(0.01, k);
    assert.ok(Math.abs(across - w11) < 1e-12 && Math.abs(up - w21) < 1e-12, `step ${k}`);
  });
  assert.equal(model.state.w12, 1.2);
});

test("too small, good, too large: the same start under several learning rates", () => {
  for (const [learning_rate, expected] of [[0.05, 15], [0.1, 7], [0.2, 3]]) {
    const { steps, numbers } = run({ learning_rate });
    assert.equal(steps, expected, `rate ${learning_rate}`);
    assert.ok(numbers.loss < 0.00005);
  }
});

test("a step may end on the plain; there no more steps are taken or counted", () => {
  const { steps, numbers, search, model } = run({ learning_rate: 0.3 });
  assert.equal(steps, 2);
  assert.equal(search.step(), false);
  assert.equal(model.state.path[0].length, 3);
  assert.deepEqual([numbers["slope.across"], numbers["slope.up"]].map(Math.abs), [0, 0]);
  assert.ok(Math.abs(numbers.loss - 1.281424) < 1e-12);
});

test("a step off the map is shown in the path, and the point stays", () => {
  const { steps, walk, model, search } = run({ learning_rate: 0.5 });
  assert.equal(steps, 1);
  assert.ok(walk[1][1] > 3.5);
  assert.deepEqual([model.state.w11, model.state.w21], [2.5, -1]);
  assert.equal(search.walk().length, 2);
});

test("a run that gets nowhere stops after 100 steps, and goes on when asked again", () => {
  const model = modelOf({ w11: 2, w21: -2, learning_rate: 0.01 });
  const search = landscapeSearch(model);
  while (search.step());
  assert.equal(model.state.path[0].length, 101);
  assert.equal(
    verdict(search.numbers(), search.walk(), MAP),
    "Stopped after 100 steps; press Run to go on.",
  );
  while (search.step());
  assert.equal(model.state.path[0].length, 201);
});

test("any two weights may stand on the axes", () => {
  const model = modelOf({ horizontal: "w22", vertical: "w12" });
  const search = landscapeSearch(model);
  search.step();
  assert.deepEqual([model.state.w11, model.state.w21], [2.5, -1]);
  assert.ok(model.state.w22 > 0.8 && model.state.w12 > 1.2);
  const landscapeOf = (start) =>
    landscapeSearch(modelOf({ horizontal: "w22", vertical: "w12", ...start })).landscape();
  assert.equal(search.landscape(), landscapeOf({ w12: 3, w22: 3 }), "the same, from another place");
  assert.notEqual(search.landscape(), landscapeOf({ w11: 3 }));
});

test("small steps that leave the map while the loss falls are not blamed on the rate", () => {
  const weights = { w11: 3.45, w21: 3.45, w12: 0, w22: 0 };
  const { search } = run({ x: 0.2, target: 3, learning_rate: 0.01, ...weights });
  assert.match(verdict(search.numbers(), search.walk(), MAP), /still falling, but the map ends here/);
});

test("guesses leave the point where it is, and know their loss", () => {
  const model = modelOf({});
  const search = landscapeSearch(model);
  search.guess(1);
  search.guess(10);
  assert.equal(model.state.guesses.length, 11);
  assert.deepEqual(search.here(), [2.5, -1]);
  for (const [w11, w21, loss] of model.state.guesses) {
    assert.equal(loss, forwardSweep(NETWORK, { w11, w21 }).get("t9"));
  }
  search.startAnew();
  assert.deepEqual([model.state.path, model.state.guesses], [[], []]);
});

// ------------------------------------------------------------------ words and marks

const MAP = { names: ["w11", "w21"], range: RANGE, ceiling: 36 };
const SLOPE = { loss: 4, "slope.across": 1, "slope.up": 0, hidden1: 1, hidden2: 1 };

test("evaluations are counted for both searches", () => {
  assert.deepEqual(score([], []), [
    "Random search: no guess yet.",
    "Gradient steps of both weights: none yet.",
  ]);
  const path = [[[0, 0, 9], [1, 0, 4]], [[2, 0, 3], [2, 1, 2], [2, 2, 0.5]]];
  assert.deepEqual(score(path, [[0, 0, 9], [0, 1, 7.25]]), [
    "Random search: 2 evaluations, best loss 7.2500.",
    "Gradient steps of both weights: 3 steps, 9 evaluations (3 each, by forward differences), " +
      "loss 0.5000.",
  ]);
  assert.match(score([path[0]], [[0, 0, 9]]).join(), /1 evaluation,.*1 step, 3 evaluations/);
});

test("a verdict for each state that is worth a word", () => {
  assert.equal(verdict(SLOPE, [], MAP), "");
  assert.match(verdict({ ...SLOPE, loss: 0.00004 }, [], MAP), /reads 0\.0000: .*within 0\.01 of/);
  const flat = { ...SLOPE, "slope.across": -0 };
  assert.match(verdict({ ...flat, hidden1: 0 }, [], MAP), /flat.*no step.*Hidden unit 1 is dead/);
  assert.match(verdict({ ...flat, hidden2: 0 }, [], MAP), /Hidden unit 2 is dead/);
  assert.match(verdict({ ...flat, hidden1: 0, hidden2: 0 }, [], MAP), /Both hidden units are dead/);
  assert.match(
    verdict({ ...flat, x: 0, hidden1: 0, hidden2: 0 }, [], MAP),
    /point\. The input is 0, so both hidden units put out 0\.$/,
  );
  assert.match(verdict(flat, [], MAP), /no step will move the point\.$/);
  assert.match(verdict(SLOPE, [[0, 0, 3], [1, 1, 4]], MAP), /uphill, from 3\.0000 to 4\.0000/);
  assert.match(verdict({ ...SLOPE, loss: 37 }, [], MAP), /above 36/);
  const left = verdict(SLOPE, [[0, 0, 3], [-7.5, 12, 900]], MAP);
  assert.match(left, /left the map.*w11 = −7\.50 and w21 = 12\.00.*loss is 900\.0.*rate is too large/);
  const short = verdict(SLOPE, [[3.4, 0, 3], [3.52, 0, 2.34567]], MAP);
  assert.match(short, /loss is 2\.3457\. The loss is still falling, but the map ends here\. The point stays/);
  assert.match(verdict(SLOPE, [[3.4, 0, 3], [3.52, 0, 3.1]], MAP), /rate is too large/);
  assert.match(verdict(SLOPE, [[3, 0, 3], [3.8, 0, 2]], MAP), /rate is too large/);
  assert.match(verdict(SLOPE, [[0, 0, 3], [-1e300, 12, Infinity]], MAP), /the loss is ∞/);
});

test("the arrow points downhill, and there is none on flat ground", () => {
  const at = (slopes) => placeOnMap([0, 3.5], slopes, RANGE, 320);
  assert.equal(at([1, 0])["arrow.angle"], 180);
  assert.equal(at([-1, 0])["arrow.angle"], 0);
  assert.equal(at([0, 1])["arrow.angle"], 90, "downwards: y counts downwards in a drawing");
  assert.equal(at([0, -1])["arrow.angle"], 270);
  assert.equal(at([0, 0])["arrow.shown"], 0);
  assert.ok(at([3, 4])["arrow.length"] > at([0.3, 0.4])["arrow.length"]);
  assert.deepEqual([at([1, 1])["point.x"], at([1, 1])["point.y"]], [160, 0]);
});
