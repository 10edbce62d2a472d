/**
 * The mode race's numbers at its end, as the browser has them, for tests/widgets/test_mode_race.py.
 *
 * Standard input:  {races, rules, settings: [[n, m], …]}
 * Standard output: [{numbers, apart}, …]; apart is how far the two modes' Jacobians are apart.
 */
import { readFileSync } from "node:fs";
import { afterOperations, jacobiansOf, raceNumbers, raceOf } from "../../../helpers/widgets/mode_race/numbers.js";

const { races, rules, settings } = JSON.parse(readFileSync(0, "utf8"));
const answers = settings.map(([n, m]) => {
  const race = raceOf(races, rules, n, m);
  const { inputs, steps, outputs } = races[n - 1];
  const { forward, reverse } = jacobiansOf({ inputs, steps, rules }, outputs.slice(0, m));
  const apart = forward.flatMap((row, j) => row.map((x, i) => Math.abs(x - reverse[j][i])));
  return { numbers: raceNumbers(race, afterOperations(race, Infinity)), apart: Math.max(...apart) };
});
process.stdout.write(JSON.stringify(answers));
