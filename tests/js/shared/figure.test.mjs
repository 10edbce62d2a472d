/** What of figure.js and controls.js needs no page. The rest is tested in tests/browser. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assign, follow } from "../../../helpers/widgets/shared/controls.js";
import { inputsOf, settingOf } from "../../../helpers/widgets/shared/figure.js";

/** A model as ipywidgets has it, which writes down what is asked of it. */
function modelOf(state) {
  const log = [];
  return {
    log,
    get: (name) => state[name],
    on: (event, call) => log.push(["on", event, call]),
    set: (values) => log.push(["set", values]),
    save_changes: () => log.push(["save"]),
  };
}

const MODEL = modelOf({
  program: { inputs: { x: 1, w: 2 } },
  start: { x: 1, w: 2, mode: "slow" },
  x: 5,
  w: 6,
  mode: "fast",
  name: "figure",
});

test("the inputs are those of the program, with the values they have now", () => {
  assert.deepEqual(inputsOf(MODEL), { x: 5, w: 6 });
});

test("the setting is all that the reader can set", () => {
  assert.deepEqual(settingOf(MODEL), { x: 5, w: 6, mode: "fast" });
});

test("traits are set together, then sent", () => {
  const model = modelOf({});
  assign(model, { x: 1, w: 2 });
  assert.deepEqual(model.log, [["set", { x: 1, w: 2 }], ["save"]]);
});

test("what follows a trait runs now, and whenever the trait changes", () => {
  const model = modelOf({});
  let runs = 0;
  follow(model, "x", () => runs++);
  assert.equal(runs, 1);
  const [[, event, call]] = model.log;
  assert.equal(event, "change:x");
  call();
  assert.equal(runs, 2);
});
