/**
 * What the reader is asked for in each list, and what is said to the numbers that were typed, for
 * tests/widgets/test_practice_widget.py.
 *
 * Standard input:  {rules, ruleTexts, slips, lists: [{line, typed: [[question, text], …]}, …]}
 * Standard output: [{program, questions, said: [{verdict, words}, …], end}, …]
 */
import { readFileSync } from "node:fs";
import { programOf, questionsOf, swept } from "../../../helpers/widgets/practice/lists.js";
import { slipsFor } from "../../../helpers/widgets/practice/slips.js";
import { askedFor, formulaOf, judge, progressWords } from "../../../helpers/widgets/practice/words.js";

const { rules, ruleTexts, slips, lists } = JSON.parse(readFileSync(0, "utf8"));

function tried({ line, typed }) {
  const sweep = swept(programOf(line, rules));
  const { program } = sweep;
  const questions = questionsOf(sweep).map((question) => ({
    ...question,
    asked: askedFor(question, program, ruleTexts),
    formula: formulaOf(question, program, ruleTexts),
    slips: slipsFor(question, sweep, slips),
  }));
  const said = typed.map(([k, text]) => judge(text, questions[k], questions[k].slips, questions[k].formula));
  const total = questions.length;
  const end = progressWords(sweep, { filled: total, total, inARow: total });
  return {
    program: { ...program, rules: undefined },
    questions: questions.map((question) => ({ ...question, slips: undefined })),
    said,
    end,
  };
}
process.stdout.write(JSON.stringify(lists.map(tried)));
