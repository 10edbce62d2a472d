import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING, parsed, reach, stateOf, whereToContinue } from "../../../web/browser/page/progress.js";

const SECTIONS = ["first", "second", "next"].map((id) => ({ id, heading: `The ${id}` }));
const ROAD = ["01-a", "02-b", "03-c"].map((name) => ({ name, title: `Notebook ${name}` }));

/** The progress after these sections, each as [notebook, id]. */
function after(...visits) {
  return visits.reduce((so, [notebook, id]) => reach(so, notebook, id, SECTIONS), NOTHING);
}

test("a section counts once, in whatever order they come", () => {
  const progress = after(["01-a", "second"], ["01-a", "first"], ["01-a", "second"]);
  assert.deepEqual(progress.notebooks["01-a"].reached, ["first", "second"]);
  assert.deepEqual(stateOf(progress, "01-a"), { state: "begun", words: "2 of 3 sections" });
  assert.deepEqual(stateOf(progress, "02-b"), { state: "new", words: "Not started" });
  assert.deepEqual(NOTHING, { latest: null, notebooks: {} }, "nothing is changed in place");
});

test("the last section is the end, and read stays read", () => {
  const progress = after(["01-a", "next"], ["01-a", "first"]);
  assert.deepEqual(stateOf(progress, "01-a"), { state: "read", words: "Read" });
});

test("exercises that are done are counted beside the sections", () => {
  const begun = reach(NOTHING, "01-a", "first", SECTIONS, 5);
  assert.equal(stateOf(begun, "01-a", 3).words, "1 of 3 sections, 3 of 5 exercises");
  assert.equal(stateOf(begun, "01-a", 0).words, "1 of 3 sections");
  const read = reach(begun, "01-a", "next", SECTIONS, 5);
  assert.deepEqual(stateOf(read, "01-a", 5), { state: "read", words: "Read, 5 of 5 exercises" });
});

test("a section that a notebook no longer has is forgotten", () => {
  const progress = reach(after(["01-a", "first"]), "01-a", "new", [{ id: "new" }, { id: "end" }]);
  assert.equal(stateOf(progress, "01-a").words, "1 of 2 sections");
});

test("one goes on where one was last", () => {
  const progress = after(["02-b", "first"], ["01-a", "second"], ["01-a", "first"]);
  const there = { name: "01-a", id: "first", heading: "The first" };
  assert.deepEqual(whereToContinue(progress, ROAD), there);
});

test("after a notebook that is read comes the next that is not", () => {
  const progress = after(["02-b", "next"], ["01-a", "next"]);
  const there = { name: "03-c", heading: "Notebook 03-c" };
  assert.deepEqual(whereToContinue(progress, ROAD), there);
});

test("there may be nothing to go on with", () => {
  assert.equal(whereToContinue(NOTHING, ROAD), null);
  assert.equal(whereToContinue(after(["03-c", "next"]), ROAD), null, "all to its end");
  assert.equal(whereToContinue(after(["00-gone", "first"]), ROAD), null, "no such notebook");
});

test("what was stored comes back, and what nobody can read is nothing", () => {
  const progress = after(["01-a", "first"]);
  assert.deepEqual(parsed(JSON.stringify(progress)), progress);
  for (const text of [null, "", "{", "7", "[]", "null", '{"notebooks":{"01-a":{}}}', '{"notebooks":{"01-a":null}}']) {
    assert.deepEqual(parsed(text), NOTHING, text);
  }
});
