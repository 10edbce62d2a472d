import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, ownNotebook } from "../../../web/browser/work/own_notebook.js";

test("a guess stands in the place of the dots, as Python writes numbers", () => {
  assert.equal(answered("guess_loss = ...", { guess: " −0,25 " }), "guess_loss = -0.25");
  assert.equal(answered("guess_loss = ...", { guess: "1/3" }), "guess_loss = 1/3");
  assert.equal(answered("guess_loss = ...", { shown: true }), "guess_loss = ...");
});

test("code stands in the place of code, and nothing in that of what was not touched", () => {
  assert.equal(answered("def f():\n    ...", { code: "def f():\n    return 1" }), "def f():\n    return 1");
  assert.equal(answered("a = 1", {}), "a = 1");
});

test("the reader's notebook has the reader's cells, no outputs, and is else as it was", () => {
  const notebook = {
    metadata: { kernelspec: { name: "python3" } },
    nbformat: 4,
    nbformat_minor: 5,
    cells: [
      { cell_type: "markdown", id: "a", metadata: {}, source: ["# T\n", "x"] },
      {
        cell_type: "code",
        id: "b",
        metadata: { nbgrader: { locked: false } },
        source: ["def f():\n", "    ..."],
        outputs: [{ output_type: "stream" }],
        execution_count: 3,
      },
    ],
  };
  const own = ownNotebook(notebook, (id, source) => (id === "b" ? "def f():\n    return 1\n" : source));
  assert.deepEqual(own.cells[0], notebook.cells[0]);
  assert.deepEqual(own.cells[1], {
    ...notebook.cells[1],
    source: ["def f():\n", "    return 1\n"],
    outputs: [],
    execution_count: null,
  });
  assert.deepEqual({ ...own, cells: [] }, { ...notebook, cells: [] });
  assert.equal(notebook.cells[1].outputs.length, 1, "nothing is changed in place");
});
