/** A dual number a + ȧε on its way through a program: the curve with its tangent, and every step. */
import { button, choice } from "../shared/controls.js";
import { renderFigure, settingOf } from "../shared/figure.js";
import { dualNumbers, lineInWords, rowsOf } from "./numbers.js";
import { dualTable } from "./table.js";

function render(context) {
  const { model } = context;
  const [functions, words, options] = ["functions", "words", "choices"].map((x) => model.get(x));
  const chosenIndex = () => options.function.indexOf(model.get("function"));
  const chosen = () => functions[chosenIndex()];
  let line = null; // the last line of the table that is filled, or null for all

  function numbers() {
    const found = dualNumbers(chosen(), settingOf(model), words);
    functions.forEach((_, i) => (found[`shown.${i}`] = i === chosenIndex() ? "inline" : "none"));
    return found;
  }

  const table = dualTable(model.get("texts"));
  const { drawing, bar, update, stop } = renderFigure(context, {
    numbers,
    sentence: (found) =>
      line === null ? found.sentence : lineInWords(chosen(), found, Math.min(line, found.stop), words),
    onNumbers: (found) => {
      if (line !== null) line = Math.min(line, found.stop);
      table.update(rowsOf(chosen(), found), chosen().tape.output, line);
    },
    reset: () => showUpTo(null),
  });
  const showUpTo = (wanted) => {
    line = wanted;
    update();
  };
  /** By hand from line to line; after the last, all is filled, and before the first too. */
  const move = (by) => () => {
    const last = numbers().stop;
    const next = line === null ? (by > 0 ? 0 : last) : line + by;
    showUpTo(next < 0 || next > last ? null : next);
  };

  drawing.append(table.box);
  if (functions.length > 1) bar.prepend(choice(model, "function", "Function", options.function));
  bar.querySelector("button").before(
    button("Back", move(-1)),
    button("Step", move(1)),
    button("All", () => showUpTo(null)),
  );
  update();
  return () => {
    table.stop();
    stop();
  };
}

export default { render };
