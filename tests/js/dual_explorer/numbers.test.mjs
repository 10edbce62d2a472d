/** Numbers and words worked out by hand; that they are Python's too tests/widgets/test_dual_explorer.py sees to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dualNumbers, lineInWords, rowsOf } from "../../../helpers/widgets/dual_explorer/numbers.js";

const name = (x) => ({ steps: [], output: x });
const rules = {
  mul: [name("y"), name("x")],
  neg: [name(-1)],
  div: [
    { steps: [["div", 1, "y"]], output: "t1" },
    { steps: [["neg", "v"], ["div", "t1", "y"]], output: "t2" },
  ],
  log: [{ steps: [["div", 1, "x"]], output: "t1" }],
  sqrt: [{ steps: [["div", 0.5, "v"]], output: "t1" }],
};
const window = { left: -4, right: 4, low: -8, high: 8 };

/** A function as the explorer gets it. */
function shown(steps, computes, tape = {}) {
  return { tape: { inputs: { x: 1 }, steps, output: `t${steps.length}`, rules, ...tape }, window, computes };
}

const SQUARE = shown([["mul", "x", "x"]], ["x × x"]);
const CUBE = shown([["mul", "x", "x"], ["mul", "t1", "x"]], ["x × x", "t1 × x"]);
const LOG = shown([["log", "x"], ["div", 1, "t1"], ["mul", "t2", "x"]], ["log(x)", "1 / t1", "t2 × x"]);
const ROOT = shown([["sqrt", "x"], ["mul", 2, "t1"]], ["sqrt(x)", "2 × t1"]);

const CASES = ["tangent", "no tangent", "no slope", "no value"];
const WORDS = Object.fromEntries([...CASES, "outside", "beyond"].map((each) => [`caption: ${each}`, each]));
for (const each of CASES) WORDS[each] = `${each}: {in:s} to {out:s}, {stop:s}`;
WORDS["line: input"] = "{in:s}";
WORDS["line: step"] = "{step:s} is {value:s}; {sum:s}";
WORDS["line: no slope"] = "{step:s} is {value:s} without slope";
WORDS["line: no value"] = "{step:s} without value";

const at = (chosen, a, tangent = 1) => dualNumbers(chosen, { a, tangent }, WORDS);
const rowsAt = (chosen, a, tangent = 1) => rowsOf(chosen, at(chosen, a, tangent));

test("value, derivative and rise, and those of each step", () => {
  const numbers = at(CUBE, 2, 0.5);
  const found = ["f(a)", "f'(a)", "rise", "t1", "t1.tangent", "t2", "t2.tangent"].map((x) => numbers[x]);
  assert.deepEqual(found, [8, 12, 6, 4, 2, 8, 6]);
  assert.equal(numbers.stop, 2);
  assert.equal(numbers.sentence, "tangent: 2\u00a0+\u00a00.5ε to 8\u00a0+\u00a06ε, ");
  assert.deepEqual(rowsAt(CUBE, -2, 0.5), [
    ["x", "a + ȧε", "−2", "+ 0.5 ε"],
    ["t1", "x × x", "4", "− 2 ε"],
    ["t2", "t1 × x", "−8", "+ 6 ε"],
  ]);
});

test("with the tangent 0 nothing comes along, and the derivative is known all the same", () => {
  const numbers = at(CUBE, 2, 0);
  assert.deepEqual([numbers["f'(a)"], numbers.rise, numbers.caption], [12, 0, "no tangent"]);
  assert.deepEqual(rowsAt(CUBE, 2, 0).map((row) => row[3]), ["+ 0 ε", "+ 0 ε", "+ 0 ε"]);
});

test("the program stops where there is no value, also if a later step would make a number of it", () => {
  for (const a of [-1, 0]) {
    const numbers = at(LOG, a);
    assert.equal(numbers.sentence.split(", ")[1], "t1 = log(x)");
    assert.equal(numbers.stop, 1);
    assert.deepEqual(rowsAt(LOG, a).slice(1).map((row) => row.slice(2)), Array(3).fill(["—", "—"]));
  }
  assert.equal(at(LOG, 1).sentence.split(", ")[1], "t2 = 1 / t1");
  assert.deepEqual(rowsAt(LOG, 1)[1].slice(2), ["0", "+ 1 ε"]);
});

test("a value without a slope: values go on, tangents do not, whatever the seed", () => {
  for (const tangent of [1, 0]) {
    const numbers = at(ROOT, 0, tangent);
    assert.deepEqual([numbers.caption, numbers.stop], ["no slope", 1]);
    assert.deepEqual(rowsAt(ROOT, 0, tangent).slice(1).map((row) => row.slice(2)), Array(2).fill(["0", "—"]));
  }
});

test("a line in words has the sum of local derivatives times tangents", () => {
  const line = (chosen, a, k, tangent = 1) => lineInWords(chosen, at(chosen, a, tangent), k, WORDS);
  assert.equal(line(CUBE, 2, 0), "2\u00a0+\u00a01ε");
  assert.equal(line(CUBE, 2, 1), "t1 = x × x is 4; 2 × 1 + 2 × 1 = 4");
  assert.equal(line(CUBE, 2, 2, -1), "t2 = t1 × x is 8; 2 × (−4) + 4 × (−1) = −12");
  assert.equal(line(ROOT, 4, 2), "t2 = 2 × t1 is 4; 2 × 0.25 = 0.5");
  assert.equal(line(ROOT, 0, 1), "t1 = sqrt(x) is 0 without slope");
  assert.equal(line(LOG, -1, 1), "t1 = log(x) without value");
});

test("nothing that is drawn is undefined, negative or outside of the panel", () => {
  const places = ["at", "start", "stop", "end", "run", "rise"];
  for (const chosen of [SQUARE, CUBE, LOG, ROOT]) {
    for (let a = -2; a <= 2; a += 0.25) {
      for (const tangent of [-2, -0.1, 0, 1, 2]) {
        const numbers = at(chosen, a, tangent);
        for (const key of [...places.map((x) => `${x}.x`), ...places.map((x) => `${x}.y`), "tip.y"]) {
          if (key === "end.y") continue;
          assert.ok(-1e-9 <= numbers[key] && numbers[key] <= 1 + 1e-9, `${key} at ${a}: ${numbers[key]}`);
        }
      }
    }
  }
});

test("a point above the window is not drawn, and the caption says so", () => {
  const numbers = at(SQUARE, 3);
  assert.deepEqual([numbers.caption, numbers["point.display"]], ["outside", "none"]);
  assert.equal(numbers["f'(a)"], 6);
});
