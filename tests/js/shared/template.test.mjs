import assert from "node:assert/strict";
import { test } from "node:test";
import {
  asNumeral,
  fill,
  fixed,
  isTemplate,
  short,
  significant,
  typedNumber,
} from "../../../helpers/widgets/shared/template.js";

test("a field stands for a number with so many digits", () => {
  assert.equal(fill("loss {loss:4}", { loss: 0.0625 }), "loss 0.0625");
  assert.equal(fill("{x:0} of {x:3}", { x: 2.4 }), "2 of 2.400");
});

test("a name may hold a point, as gradients' names do", () => {
  assert.equal(fill("{grad.w11:2}", { "grad.w11": -0.125, grad: { w11: 9 } }), "−0.13");
});

test("a factor and a part: of w and −w the one has a width and the other has none", () => {
  const width = (w) => fill("{9*w+:2} {9*w-:2}", { w });
  assert.equal(width(0.5), "4.50 0.00");
  assert.equal(width(-0.5), "0.00 4.50");
  assert.equal(width(0), "0.00 0.00");
  assert.equal(width(-0), "0.00 0.00");
  assert.equal(fill("{0.5*w:2}", { w: -3 }), "−1.50");
});

test("what is no field stays as it is", () => {
  for (const text of ["", "plain", "{", "{x}", "{x:}", "{:2}", "{x:y}", "a:2", "$& $1"]) {
    assert.equal(fill(text, { x: 1 }), text);
    assert.equal(isTemplate(text), false, text);
  }
});

test("a text is a template as often as it is asked", () => {
  for (let i = 0; i < 3; i++) assert.equal(isTemplate("{x:2}{y:2}"), true);
});

test("a number that is missing or not a number is undefined, not 0", () => {
  assert.equal(fill("{x:2}", {}), "undefined");
  assert.equal(fill("{9*x+:2}", { x: NaN }), "undefined");
});

test("the minus sign is a real one, and no zero has it", () => {
  assert.equal(fixed(-1.5, 2), "−1.50");
  assert.equal(fixed(-0, 2), "0.00");
  assert.equal(fixed(-0.004, 2), "0.00");
  assert.equal(fixed(-0.006, 2), "−0.01");
});

test("ties go away from zero; what only looks like a tie goes where it is nearer", () => {
  assert.equal(fixed(0.03125, 4), "0.0313");
  assert.equal(fixed(-0.03125, 4), "−0.0313");
  assert.equal(fixed(2.5, 0), "3");
  assert.equal(fixed(1.005, 2), "1.00"); // the double is a little below
});

test("infinity is shown as such", () => {
  assert.equal(fixed(Infinity, 2), "∞");
  assert.equal(fixed(-Infinity, 2), "−∞");
  assert.equal(fixed(NaN, 2), "undefined");
});

test("the huge and the tiny", () => {
  assert.equal(fixed(5e-324, 4), "0.0000");
  assert.equal(fixed(123456789012345, 1), "123456789012345.0");
  assert.equal(fixed(1e21, 2), "1.00e+21");
  assert.equal(fixed(-Number.MAX_VALUE, 3), "−1.798e+308");
});

test("zeros at the end may be left out", () => {
  const atMost4 = (x) => fill("{x:4?}", { x });
  assert.equal(atMost4(8), "8");
  assert.equal(atMost4(2.5), "2.5");
  assert.equal(atMost4(6.109999999999999), "6.11");
  assert.equal(atMost4(0), "0");
  assert.equal(atMost4(-0.00001), "0");
  assert.equal(atMost4(-100.2), "−100.2");
  assert.equal(fill("{x:0?}", { x: 100 }), "100");
});

test("zeros at the end, a power of ten, a text", () => {
  assert.equal(fill("{x:4?} {x:2?}", { x: 2.5 }), "2.5 2.5");
  assert.equal(fill("{x:4?}", { x: 20 }), "20");
  assert.equal(fill("{x:e2} {x:e2?}", { x: 0.0001 }), "1.00e−4 1e−4");
  assert.equal(fill("{x:e1}", { x: -2.5 }), "−2.5");
  assert.equal(fill("{x:e2}", { x: 0 }), "0");
  assert.equal(fill("{note:s}", { note: "a {x:1} $& b" }), "a {x:1} $& b");
});

test("significant digits", () => {
  const texts = { 83.16: "83.16", 0.0001: "0.0001", 1.5e-7: "1.5e−7", "-2000000": "−2e6", 0: "0" };
  for (const [x, text] of Object.entries(texts)) assert.equal(significant(Number(x)), text);
});

test("a number for a place with room for seven characters", () => {
  const texts = {
    0.46211716: "0.4621", "-1234.5": "−1235", 0.00246687: "0.00247", "-0.00246687": "−0.0025",
    "-0.0002245": "−2.2e−4", "-1.234e-15": "−1e−15", 1.234e12: "1.23e12", "-1e300": "−1e300", 0: "0",
  };
  for (const [x, text] of Object.entries(texts)) assert.equal(short(Number(x)), text);
  assert.equal(short(NaN), "undefined");
});

test("a power of ten is split off on request, and a text goes in as it is", () => {
  assert.equal(fill("{h:e2} {h:e2?}", { h: 1e-4 }), "1.00e−4 1e−4");
  assert.equal(fill("{x:e1} {x:e0?}", { x: -2.5e12 }), "−2.5e12 −3e12");
  assert.equal(fill("{x:e1}", { x: 3 }), "3.0");
  assert.equal(fill("{x:e1}", { x: 0 }), "0");
  assert.equal(fill("{x:e1}", { x: NaN }), "undefined");
  assert.equal(fill("({words:s})", { words: "a {b:2} $&" }), "(a {b:2} $&)");
});

test("a typed number: every minus sign, a space after it, a decimal comma", () => {
  const cases = {
    "−0.5": "-0.5", "–0.5": "-0.5", " - 0,5 ": "-0.5", "1,5": "1.5", "1e−3": "1e-3", "0.5": "0.5",
    "1,234.5": "1,234.5", "": "", abc: "abc",
  };
  for (const [typed, numeral] of Object.entries(cases)) assert.equal(asNumeral(typed), numeral, typed);
});

test("a typed number may be a fraction", () => {
  const cases = {
    "-0.25": -0.25, "− 1,5": -1.5, "3/4": 0.75, " −3 / 4 ": -0.75, "1/-2": -0.5, "1,5/2": 0.75,
    "": NaN, " ": NaN, "/2": NaN, "1/": NaN, "1/2/3": NaN, "1 1/2": NaN, "two": NaN, "1/0": Infinity,
  };
  for (const [typed, number] of Object.entries(cases)) assert.equal(typedNumber(typed), number, typed);
});
