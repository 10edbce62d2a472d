/**
 * Run programs over grids, for tests/widgets/test_landscape_explorer.py.
 *
 * Standard input:  [{program, across: {name, values}, up: {name, values}}, …]
 * Standard output: [[height, …], …], the lowest row first
 */
import { readFileSync } from "node:fs";
import { sweepOverGrid } from "../../../helpers/widgets/shared/wengert_grid.js";

function heights({ program, across, up }) {
  const found = new Float64Array(across.values.length * up.values.length);
  sweepOverGrid(program, {}, across, up, found);
  return [...found];
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(heights)));
