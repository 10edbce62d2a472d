/** A list over a grid gives what the sweep gives, point by point. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PRIMITIVES, forwardSweep } from "../../../helpers/widgets/shared/wengert.js";
import { evenly, sweepOverGrid } from "../../../helpers/widgets/shared/wengert_grid.js";
import { NETWORK } from "./network.mjs";

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
