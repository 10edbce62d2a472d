/** Gradient steps and guesses, against gradient descent by hand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { landscapeSearch } from "../../../helpers/widgets/landscape_explorer/search.js";
import { verdict } from "../../../helpers/widgets/landscape_explorer/words.js";
import { forwardSweep } from "../../../helpers/widgets/shared/wengert.js";
import { NETWORK } from "../shared/network.mjs";

const RANGE = [-3.5, 3.5];
const MAP = { names: ["w11", "w21"], range: RANGE, ceiling: 36 };

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
