/** A list as a text, what is asked for, and the slips in a sum over paths, worked out by hand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { programOf, questionsOf, swept, usesOf } from "../../../helpers/widgets/practice/lists.js";
import { slipsFor } from "../../../helpers/widgets/practice/slips.js";
import { judge } from "../../../helpers/widgets/practice/words.js";

const constant = (number) => ({ steps: [], output: number });
const operand = (name) => ({ steps: [], output: name });
const RULES = {
  mul: [operand("y"), operand("x")],
  add: [constant(1), constant(1)],
};
const SLIPS = {
  mul: {
    value: [{ steps: [["add", "x", "y"]], output: "t1", words: "{0} and {1} were added" }],
    local: [[{ ...operand("x"), words: "{d} is {0}" }], [{ ...operand("v"), words: "{d} is {v}" }]],
  },
  add: { value: [], local: [[], []] },
};
// t1 = 2 × 5 = 10, t2 = 2 + 10 = 12, t3 = 12 × 2 = 24; adjoints t2 2, t1 2, y 4, x 10 + 2 + 12 = 24.
const LIST = swept(programOf("x=2 y=5;mul x y;add x t1;mul t2 x", RULES));
const numbersOf = (kind, name) =>
  Object.fromEntries(slipsFor({ kind, name }, LIST, SLIPS).map(({ words, number }) => [words, number]));

test("a line of text is a program", () => {
  assert.deepEqual(programOf("x=5 y=-2;div x 2;add y t1", RULES), {
    inputs: { x: 5, y: -2 },
    steps: [["div", "x", 2], ["add", "y", "t1"]],
    output: "t2",
    labels: {},
    rules: RULES,
  });
});

test("values are asked for from the first step on, adjoints from the last", () => {
  const asked = questionsOf(LIST).map(({ kind, name, number }) => `${kind} ${name} ${number}`);
  assert.deepEqual(asked, [
    "value t1 10", "value t2 12", "value t3 24",
    "adjoint t3 1", "adjoint t2 2", "adjoint t1 2", "adjoint y 4", "adjoint x 24",
  ]);
  assert.deepEqual(usesOf(LIST.program, "x"), [["t3", 1], ["t2", 0], ["t1", 0]]);
});

test("a slip speaks of the names of its step", () => {
  assert.deepEqual(numbersOf("value", "t1"), { "x and y were added": 7 });
  assert.equal(numbersOf("adjoint", "y")["∂t1/∂y is t1"], 20);
});

test("what comes from a path may be missing, or be all there is", () => {
  const numbers = numbersOf("adjoint", "x");
  const used = "x is used in t1, in t2 and in t3";
  assert.equal(numbers[`only what comes from t1 is there, as with = in place of +=: ${used}`], 10);
  assert.equal(numbers[`what comes from t3 is missing: ${used}`], 12);
  assert.equal(numbers[`only what comes from t2 is there: ${used}`], 2);
  assert.equal(numbers["what comes from t1, t2 and t3 was multiplied, not added"], 240);
  assert.equal(numbers["∂t1/∂x is x"], 18);
});

test("two causes are named and no third; no cause for a number that is right", () => {
  const question = { kind: "adjoint", name: "x", number: 24 };
  const slips = ["a", "b", "a", "c"].map((words) => ({ number: 7, words }));
  const said = (typed, known = slips) => judge(typed, question, known, "a formula").words;
  assert.equal(said("7"), "Not yet. It looks as if a; or as if b.");
  assert.equal(said("7,0", slips.slice(0, 1)), "Not yet. It looks as if a.");
  assert.equal(said("-24"), "The size is right, the sign is not. Use a formula.");
  assert.equal(said("23"), "Not yet: too low. Use a formula.");
  assert.equal(said("24", [{ number: 24, words: "a" }]), "Right: the adjoint of x is 24.");
});

test("a wrong number without an end may be rounded, one with an end may not", () => {
  const question = { kind: "value", name: "t1", number: 3 };
  const said = (typed, number) => judge(typed, question, [{ number, words: "a" }], "").words;
  for (const typed of ["1/3", "0.33", "0.3333"]) assert.match(said(typed, 1 / 3), /as if a/);
  assert.match(said("0.3", 1 / 3), /too low/);
  assert.match(said("10.01", 10), /too high/);
});
