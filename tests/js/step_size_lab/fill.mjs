/**
 * The step-size lab's numbers, drawing and sentence as the browser has them, for
 * tests/widgets/test_step_size_lab.py.
 *
 * Standard input:  {functions, words, drawing, sentence, settings: [{function, method, …}, …]}
 * Standard output: [{numbers, drawing, sentence}, …]
 */
import { readFileSync } from "node:fs";
import { stepSizeLab } from "../../../helpers/widgets/step_size_lab/numbers.js";
import { fill } from "../../../helpers/widgets/shared/template.js";

const { functions, words, drawing, sentence, settings } = JSON.parse(readFileSync(0, "utf8"));
const lab = stepSizeLab(functions, words);
const answers = settings.map((setting) => {
  const numbers = lab(setting);
  return { numbers, drawing: fill(drawing, numbers), sentence: fill(sentence, numbers) };
});
process.stdout.write(JSON.stringify(answers));
