import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, settingIn } from "../../../helpers/widgets/shared/address.js";

const KNOWN = { ranges: { x: [0, 1], w11: [-1, 1] }, choices: { mode: ["dual", "both ways"] } };

/** The address of a setting on a page whose own address ends in `search`. */
function addressOn(search, figure, setting) {
  globalThis.location = { search };
  return addressOf(figure, setting);
}

/** What an address without the part from # on asks of the figure. */
function read(text) {
  return settingIn(`?figure=${text}`, "figure", KNOWN);
}

test("an address names the figure, each value, and the place on the page", () => {
  assert.equal(addressOn("", "figure", { x: 0.5, w11: -0.8 }), "?figure=x:0.5,w11:-0.8#figure");
});

test("a sum of steps of 0.1 is written as the reader saw it", () => {
  assert.equal(addressOn("", "figure", { x: 0.1 + 0.2 }), "?figure=x:0.3#figure");
  assert.equal(addressOn("", "figure", { x: -1e-12 }), "?figure=x:0#figure");
});

test("the figure's old setting goes, those of others stay", () => {
  const address = addressOn("?a=1&figure=x:0.1&other=x:0.2", "figure", { x: 1 });
  assert.equal(address, "?a=1&other=x%3A0.2&figure=x:1#figure");
  assert.deepEqual(settingIn(address.split("#")[0], "other", KNOWN).setting, { x: 0.2 });
});

test("what was written is read again, whatever the figure is called", () => {
  for (const figure of ["figure", "two words", "a&b=c#d", "Größe"]) {
    const setting = { x: 0.25, w11: -0.75 };
    const [search] = addressOn("", figure, setting).split("#");
    assert.deepEqual(settingIn(search, figure, KNOWN), { setting, problems: [] }, figure);
  }
});

test("a choice is written and read as its text", () => {
  const setting = { x: 1, mode: "both ways" };
  const [search] = addressOn("", "figure", setting).split("#");
  assert.deepEqual(settingIn(search, "figure", KNOWN), { setting, problems: [] });
  for (const text of ["mode:triple", "mode:", "mode"]) {
    assert.deepEqual(read(text).setting, {}, text);
    assert.match(read(text).problems.join(), /^mode cannot be “(triple)?”$/);
  }
});

test("a figure without choices needs to name none", () => {
  assert.deepEqual(settingIn("?f=x:1", "f", { ranges: KNOWN.ranges }).setting, { x: 1 });
});

test("no setting is no problem", () => {
  for (const search of ["", "?", "?other=x:1", "?figure", "?figure=", "?figure=,,"]) {
    assert.deepEqual(settingIn(search, "figure", KNOWN), { setting: {}, problems: [] }, search);
  }
});

test("some values are enough", () => {
  assert.deepEqual(read("w11:-0.25"), { setting: { w11: -0.25 }, problems: [] });
});

test("a number outside its range goes to the nearest end", () => {
  assert.deepEqual(read("x:7,w11:-1e300").setting, { x: 1, w11: -1 });
});

test("what makes no sense is named, and the rest is read", () => {
  assert.deepEqual(read("speed:3,w11:0.5,x:fast"), {
    setting: { w11: 0.5 },
    problems: ["there is no slider “speed”", "“x:fast” gives x no number"],
  });
});

test("an empty number, infinity and a name without a number are no numbers", () => {
  for (const part of ["x:", "x:%20", "x", "x:NaN", "x:Infinity", "x:0.5.1"]) {
    const { setting, problems } = read(part);
    assert.deepEqual(setting, {}, part);
    assert.equal(problems.length, 1, part);
  }
});

test("names that every object has are no sliders", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    assert.deepEqual(read(`${name}:1`).problems, [`there is no slider “${name}”`]);
  }
});

test("a choice may hold the signs that part settings", () => {
  const known = { ranges: {}, choices: { f: ["x", "max(x, y): the larger"] } };
  const address = addressOn("", "lab", { f: "max(x, y): the larger" });
  const { setting, problems } = settingIn(address.split("#")[0], "lab", known);
  assert.deepEqual({ setting, problems }, { setting: { f: "max(x, y): the larger" }, problems: [] });
});
