/** Heights as colours. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { colourTable, paint, stripes } from "../../../helpers/widgets/landscape_explorer/heat_map.js";

/** Heights over a grid of `size` points each way. */
const sample = (size, f) =>
  Float64Array.from({ length: size * size }, (_, k) => f(k % size, Math.floor(k / size)));
const rgba = (pixel) => [...new Uint8Array(Uint32Array.of(pixel).buffer)];

test("a table of colours goes through its stops", () => {
  const table = colourTable(["#440154", "#21918c", "#fde725"], 5);
  assert.deepEqual(rgba(table[0]), [0x44, 0x01, 0x54, 255]);
  assert.deepEqual(rgba(table[2]), [0x21, 0x91, 0x8c, 255]);
  assert.deepEqual(rgba(table[4]), [0xfd, 0xe7, 0x25, 255]);
  assert.deepEqual(rgba(table[1]), [0x33, 0x49, 0x70, 255]);
});

test("heights above the scale, and what is no number, get the last colour and stripes", () => {
  const table = colourTable(["#000000", "#0000ff"], 3);
  const pixels = new Uint32Array(5);
  paint(Float64Array.of(0, 5, 10, 11, NaN), 10, table, pixels);
  assert.deepEqual([...pixels], [table[0], table[1], table[2], table[2], table[2]]);

  assert.deepEqual(stripes(sample(4, (x) => x), 4, 10), []);
  const striped = stripes(sample(20, (x) => (x < 10 ? 0 : 11)), 20, 10);
  assert.ok(striped.length > 0);
  for (let i = 0; i < striped.length; i += 2) assert.ok(striped[i] >= 10 && striped[i] <= 19);
  assert.ok(stripes(new Float64Array(400).fill(NaN), 20, 10).length > 0);
});
