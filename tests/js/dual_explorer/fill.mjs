/**
 * The dual explorer's numbers, table and drawing as the browser has them, for
 * tests/widgets/test_dual_explorer.py.
 *
 * Standard input:  {functions, words, drawing, settings: [{function: index, a, tangent}, …]}
 * Standard output: [{numbers, rows, drawing}, …]; JSON writes what is NaN as null.
 */
import { readFileSync } from "node:fs";
import { dualNumbers, rowsOf } from "../../../helpers/widgets/dual_explorer/numbers.js";
import { fill } from "../../../helpers/widgets/shared/template.js";

const { functions, words, drawing, settings } = JSON.parse(readFileSync(0, "utf8"));
const answers = settings.map(({ function: index, a, tangent }) => {
  const numbers = dualNumbers(functions[index], { a, tangent }, words);
  functions.forEach((_, i) => (numbers[`shown.${i}`] = i === index ? "inline" : "none"));
  return { numbers, rows: rowsOf(functions[index], numbers), drawing: fill(drawing, numbers) };
});
process.stdout.write(JSON.stringify(answers));
