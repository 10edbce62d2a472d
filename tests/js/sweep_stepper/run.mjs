/**
 * Both sweeps line by line, and numbers as texts, for tests/widgets/test_sweep_stepper.py.
 *
 * Standard input:  {sweeps: [{program, moves, inputs}, …], numbers: [number, …]}
 * Standard output: {sweeps: [{lines, primals, adjoints}, …], texts: [text, …]}
 */
import { readFileSync } from "node:fs";
import { knownAfter, sweepLines } from "../../../helpers/widgets/sweep_stepper/moves.js";
import { significant } from "../../../helpers/widgets/shared/template.js";

/** Every line, and what is known after the last. */
function sweep({ program, moves, inputs }) {
  const lines = sweepLines(program, moves, inputs);
  const { primals, adjoints } = knownAfter(lines.length - 1, lines, inputs);
  return { lines, primals: Object.fromEntries(primals), adjoints: Object.fromEntries(adjoints) };
}

const { sweeps, numbers } = JSON.parse(readFileSync(0, "utf8"));
const texts = numbers.map((x) => significant(x));
process.stdout.write(JSON.stringify({ sweeps: sweeps.map(sweep), texts }));
