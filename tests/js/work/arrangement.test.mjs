import assert from "node:assert/strict";
import { test } from "node:test";
import { Arrangement } from "../../../web/browser/work/arrangement.js";

const LINES = { given: "def f(x):", pieces: ["    return y", "    y = x", "    y = 2 * x", "    y = x"] };

function arranged(...program) {
  const lines = new Arrangement(LINES);
  program.forEach((piece) => lines.add(piece));
  return lines;
}

test("no line is used at first, and the program is what was given", () => {
  const lines = arranged();
  assert.deepEqual(lines.unused, [0, 1, 2, 3]);
  assert.equal(lines.source(), "def f(x):");
});

test("pressed one after the other, lines stand in this order", () => {
  const lines = arranged(2, 0);
  assert.equal(lines.source(), "def f(x):\n    y = 2 * x\n    return y");
  assert.deepEqual(lines.unused, [1, 3]);
});

test("a line comes after the one that is marked, and is marked itself", () => {
  const lines = arranged(2, 0);
  lines.marked = 2;
  lines.add(1);
  assert.deepEqual(lines.program, [2, 1, 0]);
  assert.equal(lines.marked, 1);
});

test("a line moves up and down, and not beyond the ends", () => {
  const lines = arranged(0, 1, 2);
  assert.equal(lines.move(0, -1), false);
  assert.equal(lines.move(0, 1), true);
  assert.deepEqual(lines.program, [1, 0, 2]);
  assert.equal(lines.move(2, 1), false);
  assert.equal(lines.move(2, -1), true);
  assert.deepEqual(lines.program, [1, 2, 0]);
});

test("a place is counted without the line that is put there", () => {
  const lines = arranged(0, 1, 2);
  lines.place(0, 2);
  assert.deepEqual(lines.program, [1, 2, 0]);
  lines.place(3, 0);
  assert.deepEqual(lines.program, [3, 1, 2, 0]);
});

test("taken out, a line is where it was, and its neighbour is marked", () => {
  const lines = arranged(0, 1, 2);
  lines.takeOut(1);
  assert.deepEqual([lines.program, lines.unused, lines.marked], [[0, 2], [1, 3], 2]);
  lines.takeOut(2);
  assert.equal(lines.marked, 0);
  lines.takeOut(0);
  assert.equal(lines.marked, null);
});

test("what was kept is put back, equal lines each once, and without what is gone", () => {
  const lines = arranged();
  lines.restore(["    y = x", "    y = x", "    y = x", "    gone", "    return y"]);
  assert.deepEqual(lines.program, [1, 3, 0]);
  assert.deepEqual(lines.texts(), ["    y = x", "    y = x", "    return y"]);
  assert.equal(lines.marked, 0);
});
