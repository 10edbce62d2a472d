/** One Python for a page: runs in turn, a limit, and a new start after whatever went wrong. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PagePython } from "../../../web/browser/work/python.js";
import { progressWords } from "../../../web/browser/work/result.js";

/** Stands for a Worker: what it says to each run is read from the run's source. */
class FakeWorker {
  static all = [];
  static answers = {
    cells: { ready: true },
    run: { answer: { printed: "done" } },
    endless: null,
    "too deep": { ended: "stack" },
  };
  asked = [];
  constructor(address, options) {
    Object.assign(this, { address, options });
    FakeWorker.all.push(this);
  }
  postMessage(message) {
    this.asked.push(message.source ?? "cells");
    const said = message.cells ? FakeWorker.answers.cells : FakeWorker.answers[message.source];
    if (said) queueMicrotask(() => this.onmessage({ data: { id: message.id, ...said } }));
  }
  terminate() {
    this.gone = true;
  }
}

function pagePython(t, ready = { ready: true }) {
  FakeWorker.all = [];
  FakeWorker.answers.cells = ready;
  globalThis.Worker = FakeWorker;
  t.after(() => delete globalThis.Worker);
  return new PagePython("worker.mjs", async () => [["c", "1"]], 0.02);
}
const run = (python, source) => python.run({ cell: "c", source, mine: {}, check: "" });

test("no worker before the first run, and one for all", async (t) => {
  const python = pagePython(t);
  assert.equal(FakeWorker.all.length, 0);
  const both = await Promise.all([run(python, "run"), run(python, "run")]);
  assert.deepEqual(both, [{ printed: "done" }, { printed: "done" }]);
  assert.deepEqual(FakeWorker.all.map((worker) => worker.asked), [["cells", "run", "run"]]);
});

for (const [source, result] of [["endless", { late: 0.02 }], ["too deep", { id: 1, ended: "stack" }]]) {
  test(`${source}: Python is ended, and the next run starts anew`, async (t) => {
    const python = pagePython(t);
    assert.deepEqual(await run(python, source), result);
    assert.deepEqual(await run(python, "run"), { printed: "done" });
    assert.deepEqual(FakeWorker.all.map((worker) => worker.gone), [true, undefined]);
  });
}

test("what breaks after an answer ends Python too", async (t) => {
  const python = pagePython(t);
  await run(python, "run");
  FakeWorker.all[0].onmessage({ data: { id: 1, ended: "stack" } });
  await run(python, "run");
  assert.deepEqual(FakeWorker.all.map((worker) => worker.gone), [true, undefined]);
});

test("files that are not there are told, and asked for again", async (t) => {
  const python = pagePython(t, { failed: "course.zip: 404" });
  assert.deepEqual(await run(python, "run"), { failed: "course.zip: 404" });
  FakeWorker.answers.cells = { ready: true };
  assert.deepEqual(await run(python, "run"), { printed: "done" });
});

test("progress is told in megabytes", () => {
  assert.equal(progressWords(1_240_000, 5_000_000), "Fetching Python, once: 1.2 of 5.0 MB");
  assert.equal(progressWords(5_000_000, 5_000_000), "Starting Python …");
});
