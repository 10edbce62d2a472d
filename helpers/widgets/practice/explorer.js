/** Another list: a Wengert list with gaps, which the reader fills in, and a button for the next one. */
import { assign, button, choice, element } from "../shared/controls.js";
import { renderFigure } from "../shared/figure.js";
import { significant } from "../shared/template.js";
import { programOf, questionsOf, swept } from "./lists.js";
import { slipsFor } from "./slips.js";
import { practiceTable } from "./table.js";
import { formulaOf, judge, progressWords } from "./words.js";

function render(context) {
  const { model } = context;
  const [lists, rules, ruleTexts, slips] = ["lists", "rules", "rule_texts", "slips"].map((x) => model.get(x));
  const had = new Set(); // the lists that the reader has had
  let line; // the text of the list on show
  let sweep;
  let questions;
  let filled; // the number of answers that stand in the table
  let inARow = 0;

  /** The list that is asked for. A new one starts with its gaps. */
  function take() {
    const asked = lineAt(model.get("number"));
    had.add(asked);
    if (asked !== line) startWith(asked);
    return { filled, total: questions.length, inARow };
  }
  const lineAt = (number) => lists[model.get("level")].split("\n")[Math.round(number) - 1];

  function startWith(asked) {
    line = asked;
    sweep = swept(programOf(line, rules));
    questions = questionsOf(sweep);
    filled = 0;
    answer.textContent = "";
    show(sweep, questions);
  }

  function dealAnother() {
    const [first, last] = model.get("ranges").number;
    const all = Array.from({ length: last - first + 1 }, (_, k) => first + k);
    const fresh = all.filter((number) => !had.has(lineAt(number)));
    const others = fresh.length ? fresh : all.filter((number) => lineAt(number) !== line);
    assign(model, { number: others[Math.floor(Math.random() * others.length)] });
    toField();
  }

  function check() {
    const question = questions[filled];
    const formula = formulaOf(question, sweep.program, ruleTexts);
    const { verdict, words } = judge(field().value, question, slipsFor(question, sweep, slips), formula);
    if (verdict === "right") goOn(words, inARow + 1);
    else {
      say(words);
      if (verdict === "wrong") inARow = 0;
      update();
      toField();
    }
  }

  function tell() {
    const { kind, name, number } = questions[filled];
    goOn(`The ${kind} of ${name} is ${significant(number)}.`, 0);
  }

  function goOn(words, row) {
    filled++;
    inARow = row;
    say(words);
    update();
    toField();
  }

  const answer = element("p", { className: "practice-answer", role: "status" });
  const { table, show, update: updateTable, field } = practiceTable(ruleTexts, check);
  const judging = element("div", { className: "course-bar" }, button("Check", check), button("Show", tell));
  const another = button("Another list", dealAnother);
  const { drawing, bar, update, stop } = renderFigure(context, {
    numbers: take,
    sentence: (state) => progressWords(sweep, state),
    onNumbers(state) {
      updateTable(state.filled);
      judging.hidden = state.filled === state.total;
    },
    kept: ["level", "number"],
    resetName: "Start over",
    reset() {
      startWith(line);
      update();
      toField();
    },
  });
  /** Where the next number is typed; after the last one, the button for the next list. */
  const toField = () => (field() ?? another).focus();
  const say = (text) => (answer.textContent = text);

  drawing.replaceWith(table, answer, judging);
  bar.prepend(choice(model, "level", "Level", Object.keys(lists)), another);
  update();
  return stop;
}

export default { render };
