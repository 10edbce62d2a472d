/** The lines of both sweeps, in numbers and in words, worked out by hand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { knownAfter, sweepLines } from "../../../helpers/widgets/sweep_stepper/moves.js";
import { computes } from "../../../helpers/widgets/shared/step_text.js";
import { countOf, formulaOf, judge, wordsOf } from "../../../helpers/widgets/sweep_stepper/words.js";
import { significant } from "../../../helpers/widgets/shared/template.js";

const operand = (name) => [{ steps: [], output: name }];
const RULES = {
  mul: [...operand("y"), ...operand("x")],
  add: [...operand(1), ...operand(1)],
  sub: [...operand(1), ...operand(-1)],
};
const TEXTS = { mul: "{0} × {1}", add: "{0} + {1}", sub: "{0} − {1}", exp: "exp({0})", neg: "−{0}" };

// t1 = x × x, t2 = t1 − 5, at x = −3: two paths lead to x.
const SQUARE = {
  inputs: { x: -3 },
  steps: [["mul", "x", "x"], ["sub", "t1", 5]],
  output: "t2",
  labels: {},
  rules: RULES,
};
const MOVES = [
  ["start"],
  ["forward", "t1"],
  ["forward", "t2"],
  ["seed", "t2"],
  ["reverse", "t2", 0],
  ["reverse", "t1", 0],
  ["reverse", "t1", 1],
];
const SLOPES = { t1: ["x", "x"], t2: ["1", "−1"] };
const LINES = sweepLines(SQUARE, MOVES, SQUARE.inputs);

/** What is known after a line, as plain objects. */
function known(position) {
  const { primals, adjoints } = knownAfter(position, LINES, SQUARE.inputs);
  return [Object.fromEntries(primals), Object.fromEntries(adjoints)];
}

/** The formula and the words of a line. */
function texts(position, hidden = false) {
  const { primals } = knownAfter(position, LINES, SQUARE.inputs);
  const last = position === LINES.length - 1;
  return [
    formulaOf(LINES[position], { program: SQUARE, ruleTexts: TEXTS, slopeTexts: SLOPES, primals, hidden }),
    wordsOf(LINES[position], { ...countOf(LINES, position), last, hidden }),
  ];
}

test("every line computes one number, and knows whose it is", () => {
  const found = LINES.map(({ to, number, adjoint }) => [to, number, adjoint]);
  assert.deepEqual(found, [
    [undefined, undefined, undefined],
    ["t1", 9, undefined],
    ["t2", 4, undefined],
    ["t2", 1, 1],
    ["t1", 1, 1],
    ["x", -3, -3],
    ["x", -3, -6],
  ]);
});

test("values come one by one, adjoints are 0 from the start of the reverse sweep", () => {
  assert.deepEqual(known(0), [{ x: -3 }, {}]);
  assert.deepEqual(known(1), [{ x: -3, t1: 9 }, {}]);
  assert.deepEqual(known(3), [{ x: -3, t1: 9, t2: 4 }, { x: 0, t1: 0, t2: 1 }]);
  assert.deepEqual(known(5), [{ x: -3, t1: 9, t2: 4 }, { x: -3, t1: 1, t2: 1 }]);
  assert.deepEqual(known(6)[1], { x: -6, t1: 1, t2: 1 });
});

test("a contribution of 0 is a line too", () => {
  const program = { ...SQUARE, steps: [["mul", "x", 0], ["mul", "t1", "x"]] };
  const moves = [["forward", "t1"], ["forward", "t2"], ["seed", "t2"], ["reverse", "t2", 1]];
  assert.deepEqual(sweepLines(program, moves, { x: 2 }).at(-1).number, 0);
});

test("each line as a formula and in words", () => {
  assert.deepEqual(texts(0), ["", "Nothing is computed yet: only the inputs have values."]);
  assert.deepEqual(texts(1), ["t1 = x × x = (−3) × (−3) = 9", "Forward sweep, 1 of 2: t1 is 9."]);
  assert.deepEqual(texts(3), [
    "adjoint of t2 = ∂t2/∂t2 = 1",
    "Reverse sweep, 1 of 4: every adjoint starts at 0, that of the output t2 at 1.",
  ]);
  assert.deepEqual(texts(4), [
    "adjoint of t1 += adjoint of t2 × ∂t2/∂t1 = 1 × 1 = 1",
    "Reverse sweep, 2 of 4: t1 receives 1 from t2, which makes its adjoint 1.",
  ]);
  assert.deepEqual(texts(6), [
    "adjoint of x += adjoint of t1 × ∂t1/∂x (x as operand 2) = 1 × (−3) = −3, where ∂t1/∂x = x",
    "Reverse sweep, 4 of 4: x receives −3 from t1, which makes its adjoint −6. That was the last line.",
  ]);
});

test("while a number is hidden, neither text gives it away", () => {
  assert.deepEqual(texts(2, true), ["t2 = t1 − 5 = 9 − 5 = ?", "Forward sweep, 2 of 2: what is t2?"]);
  assert.deepEqual(texts(3, true), [
    "adjoint of t2 = ∂t2/∂t2 = ?",
    "Reverse sweep, 1 of 4: every adjoint starts at 0, but where does that of the output t2 start?",
  ]);
  assert.deepEqual(texts(5, true), [
    "adjoint of x += adjoint of t1 × ∂t1/∂x (x as operand 1) = ?",
    "Reverse sweep, 3 of 4: what does x receive from t1?",
  ]);
});

test("a negative that is the result itself is written once, and gives nothing away", () => {
  const program = { ...SQUARE, steps: [["neg", "x"]] };
  const asked = (x, hidden) => {
    const line = { kind: "forward", step: "t1", number: -x };
    return formulaOf(line, { program, ruleTexts: TEXTS, primals: new Map([["x", x]]), hidden });
  };
  assert.equal(asked(2, true), "t1 = −x = ?");
  assert.equal(asked(2, false), "t1 = −x = −2");
  assert.equal(asked(-2, true), "t1 = −x = −(−2) = ?");
});

test("a negative number stands in brackets, unless the rule brings its own", () => {
  assert.equal(computes(["exp", -2], TEXTS), "exp(−2)");
  assert.equal(computes(["neg", -2], TEXTS), "−(−2)");
  assert.equal(computes(["add", 1, "t4"], TEXTS), "1 + t4");
});

test("a guess within one percent is right", () => {
  for (const typed of ["-18.2384", "−18.24", " -18,1 ", "-1.83e1", "– 18.24", "- 18.24"]) {
    assert.deepEqual(judge(typed, -18.2384), { right: true, words: "Right: it is −18.2384." }, typed);
  }
  assert.equal(judge("0", 0).right, true);
  for (const typed of ["2.02", "1.98"]) assert.equal(judge(typed, 2).right, true, typed);
  assert.equal(judge("2.0201", 2).right, false);
  assert.equal(judge("-18", -18.2384).right, false);
});

test("a wrong guess is told how it is wrong", () => {
  assert.equal(judge("18.2", -18.2384).words, "The size is right, the sign is not.");
  assert.equal(judge("9", 10).words, "Not yet: too low, by 10 % of the number.");
  assert.equal(judge("-9", -10).words, "Not yet: too high, by 10 % of the number.");
  assert.equal(judge("1000", 10).words, "Not yet: far too high.");
  assert.equal(judge("0.1", 0).words, "Not yet: far too high.");
  assert.equal(judge("1", Infinity).words, "It has no finite value here. Press Show.");
  assert.equal(judge("1", NaN).words, "It has no finite value here. Press Show.");
});

test("what is no number is no guess", () => {
  for (const typed of ["", "  ", "two", "1.2.3", "Infinity"]) {
    assert.deepEqual(judge(typed, 1), { right: false, words: "Type a number, such as −0.25." }, typed);
  }
});

test("six significant digits, a real minus sign, and a power of ten for what is long", () => {
  const cases = [
    [0, "0"], [-0, "0"], [2, "2"], [100, "100"], [-18.238405844, "−18.2384"], [0.1328125, "0.132813"],
    [123456.7, "123457"], [999999.7, "1e6"], [1234567, "1.23457e6"], [0.0001, "0.0001"],
    [-0.00001234, "−1.234e−5"], [NaN, "undefined"], [-Infinity, "−∞"],
  ];
  for (const [x, text] of cases) assert.equal(significant(x), text);
});
