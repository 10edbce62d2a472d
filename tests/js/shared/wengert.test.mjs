/**
 * Values and derivatives worked out by hand. That they are Python's too, on many more lists, is what
 * tests/widgets/test_javascript.py sees to.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PRIMITIVES, allNumbers, forwardSweep, reverseSweep } from "../../../helpers/widgets/shared/wengert.js";

/** Rules as a program brings them: one list for each operand, over x, y and the value v. */
const constant = (x) => ({ steps: [], output: x });
const operand = (name) => ({ steps: [], output: name });
const RULES = {
  add: [constant(1), constant(1)],
  sub: [constant(1), constant(-1)],
  mul: [operand("y"), operand("x")],
  exp: [operand("v")],
  log: [{ steps: [["div", 1, "x"]], output: "t1" }],
  relu: [{ steps: [["greater", "x", 0]], output: "t1" }],
  sqrt: [{ steps: [["div", 0.5, "v"]], output: "t1" }],
};

/** A program of these inputs and steps, whose last step is the output. */
function program(inputs, ...steps) {
  return { inputs, steps, output: `t${steps.length}`, labels: {}, rules: RULES };
}

/** The value of one primitive. */
function valueOf(rule, ...operands) {
  return forwardSweep({ inputs: {}, steps: [[rule, ...operands]] }).get("t1");
}

/** The gradient of a program, {input: derivative}. */
function gradient(list, inputs) {
  const adjoints = reverseSweep(list, forwardSweep(list, inputs));
  return Object.fromEntries(Object.keys(list.inputs).map((name) => [name, adjoints.get(name)]));
}

test("every primitive has its value", () => {
  const byHand = {
    add: [[2, 3], 5], sub: [[2, 3], -1], mul: [[2, 3], 6], div: [[3, 2], 1.5], neg: [[2], -2],
    power: [[2, -2], 0.25], exp: [[0], 1], log: [[1], 0], sin: [[0], 0], cos: [[0], 1],
    tanh: [[0], 0], sqrt: [[6.25], 2.5], sigmoid: [[0], 0.5], relu: [[-3], 0],
    maximum: [[2, 3], 3], absolute: [[-2], 2], greater: [[3, 2], 1], xlogy: [[2, 1], 0],
  };
  assert.deepEqual(Object.keys(byHand).sort(), [...PRIMITIVES].sort());
  for (const [rule, [operands, value]] of Object.entries(byHand)) {
    assert.equal(valueOf(rule, ...operands), value, rule);
  }
});

test("kinks: the value on both sides, and at the kink", () => {
  assert.deepEqual([-1, 0, 2].map((x) => valueOf("relu", x)), [0, 0, 2]);
  assert.deepEqual([-1, 0, 2].map((x) => valueOf("absolute", x)), [1, 0, 2]);
  assert.deepEqual([1, 2, 3].map((x) => valueOf("maximum", x, 2)), [2, 2, 3]);
  assert.deepEqual([1, 2, 3].map((x) => valueOf("greater", x, 2)), [0, 0, 1]);
  assert.deepEqual([[NaN, 1], [1, NaN]].map((pair) => valueOf("greater", ...pair)), [1, 0]);
  assert.equal(valueOf("xlogy", 0, 0), 0);
});

test("relu has the slope 0 at its kink", () => {
  const list = program({ x: 1 }, ["relu", "x"]);
  assert.deepEqual([-1, 0, 2].map((x) => gradient(list, { x }).x), [0, 0, 1]);
});

test("sigmoid and tanh never overflow", () => {
  assert.equal(valueOf("sigmoid", 1000), 1);
  assert.equal(valueOf("sigmoid", -1000), 0);
  assert.equal(valueOf("sigmoid", -Infinity), 0);
  assert.equal(valueOf("tanh", 1000), 1);
  assert.ok(valueOf("sigmoid", -40) > 0, "a small value is not lost");
});

test("outside its domain a step is NaN or infinite, and nothing is thrown", () => {
  assert.equal(valueOf("log", 0), -Infinity);
  assert.equal(valueOf("div", 1, 0), Infinity);
  assert.equal(valueOf("exp", 1000), Infinity);
  for (const step of [["log", -1], ["sqrt", -1], ["power", -8, 1 / 3], ["div", 0, 0]]) {
    assert.ok(Number.isNaN(valueOf(...step)), step.join(" "));
  }
});

test("NaN is passed on, not swallowed by a kink", () => {
  for (const step of [["relu", NaN], ["absolute", NaN], ["maximum", NaN, 1], ["maximum", 1, NaN]]) {
    assert.ok(Number.isNaN(valueOf(...step)), step.join(" "));
  }
});

test("a sweep goes on behind a step that has no value", () => {
  const list = program({ x: -1 }, ["log", "x"], ["exp", "x"], ["add", "t1", "t2"]);
  const primals = forwardSweep(list);
  assert.ok(Number.isNaN(primals.get("t1")));
  assert.equal(primals.get("t2"), Math.exp(-1));
  assert.ok(Number.isNaN(primals.get("t3")));
});

test("inputs not given keep the program's values", () => {
  const list = program({ w: 2, x: 3 }, ["mul", "w", "x"]);
  assert.equal(forwardSweep(list).get("t1"), 6);
  assert.equal(forwardSweep(list, { x: 5 }).get("t1"), 10);
  assert.deepEqual(list.inputs, { w: 2, x: 3 }, "a sweep changes no program");
});

test("w x + b by hand: the primals in order, and the gradient", () => {
  const list = program({ w: 2, x: 3, b: 1 }, ["mul", "w", "x"], ["add", "t1", "b"]);
  assert.deepEqual([...forwardSweep(list)], [["w", 2], ["x", 3], ["b", 1], ["t1", 6], ["t2", 7]]);
  assert.deepEqual(gradient(list), { w: 3, x: 2, b: 1 });
});

test("paths add up, also where both operands are the same", () => {
  assert.deepEqual(gradient(program({ x: 3 }, ["mul", "x", "x"])), { x: 6 });
  const twice = program({ x: 3 }, ["add", "x", "x"], ["mul", "t1", "x"]);
  assert.deepEqual(gradient(twice), { x: 12 });
});

test("what the output does not depend on has the derivative 0", () => {
  const list = program({ x: 3, unused: 1 }, ["mul", "x", 2], ["log", "unused"]);
  list.output = "t1";
  assert.deepEqual(gradient(list), { x: 2, unused: 0 });
  assert.deepEqual(gradient({ ...list, output: "x" }), { x: 1, unused: 0 });
});

test("a slope that meets an adjoint of 0 need not exist; one that is needed must", () => {
  const list = program({ x: 0 }, ["sqrt", "x"], ["mul", "t1", 0]);
  assert.deepEqual(gradient(list), { x: 0 });
  assert.deepEqual(gradient({ ...list, output: "t1" }), { x: Infinity });
});

test("all numbers under one roof: inputs, labelled steps, gradients", () => {
  const list = { ...program({ x: 3 }, ["mul", "x", "x"]), labels: { t1: "loss" } };
  assert.deepEqual(allNumbers(list, { x: 5 }), { x: 5, t1: 25, loss: 25, "grad.x": 10 });
});
