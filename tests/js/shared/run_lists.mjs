/**
 * Run programs with the browser's Wengert list, for tests/widgets/test_javascript.py.
 *
 * Standard input:  [{program, direction: {input: number, …}, at: [{input: number, …}, …]}, …]
 * Standard output: [[{values: {t1: number, …}, gradient: {input: number, …}, tangents: {t1: …}}, …], …]
 * JSON has no NaN and no infinity: these are written as texts.
 */
import { readFileSync } from "node:fs";
import { forwardSweep, reverseSweep, tangentSweep } from "../../../helpers/widgets/shared/wengert.js";

/** The values of all steps, the gradient, and the tangents along a direction, at one point. */
function run(program, direction, inputs) {
  const primals = forwardSweep(program, inputs);
  const adjoints = reverseSweep(program, primals);
  const isInput = (name) => Object.hasOwn(program.inputs, name);
  return {
    values: Object.fromEntries([...primals].filter(([name]) => !isInput(name))),
    tangents: Object.fromEntries(tangentSweep(program, primals, direction)),
    gradient: Object.fromEntries([...adjoints].filter(([name]) => isInput(name))),
  };
}

const jobs = JSON.parse(readFileSync(0, "utf8"));
const results = jobs.map(({ program, direction, at }) =>
  at.map((inputs) => run(program, direction, inputs)),
);
const asText = (_, x) => (typeof x === "number" && !Number.isFinite(x) ? String(x) : x);
process.stdout.write(JSON.stringify(results, asText));
