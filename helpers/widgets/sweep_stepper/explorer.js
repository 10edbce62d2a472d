/** Both sweeps of a Wengert list, one line at a time, in its graph and in its table. */
import { assign, button, element, follow, tickBox } from "../shared/controls.js";
import { inputsOf, renderFigure, settingOf } from "../shared/figure.js";
import { motionAllowed, player } from "../shared/player.js";
import { keepInSight, openToKeyboardIfWide } from "../shared/scrolling.js";
import { sweepGraph } from "./graph.js";
import { sweepGuess } from "./guess.js";
import { knownAfter, sweepLines } from "./moves.js";
import { sweepTable } from "./table.js";
import { countOf, formulaOf, wordsOf } from "./words.js";

const PACE = 1600; // milliseconds for a line, when it plays

function render(context) {
  const { model } = context;
  const [program, moves, ruleTexts, slopeTexts] = ["program", "moves", "rule_texts", "slope_texts"].map(
    (x) => model.get(x),
  );
  const last = moves.length - 1;
  const at = () => Math.min(Math.max(Math.round(model.get("step")), 0), last);
  const goTo = (position) => assign(model, { step: Math.min(Math.max(position, 0), last) });

  let played = at(); // where the player has led, if it plays
  const asked = new Set(); // the settings for which the reader asked to see the number
  const setting = () => JSON.stringify(settingOf(model));

  /** All that the parts of the figure need to know about the present line. */
  function state() {
    const inputs = inputsOf(model);
    const lines = sweepLines(program, moves, inputs);
    const line = lines[at()];
    return {
      line,
      lines,
      known: knownAfter(at(), lines, inputs),
      roles: rolesIn(line, program),
      hidden: model.get("predict") && line.kind !== "start" && !asked.has(setting()),
    };
  }

  const formula = element("p", { className: "sweep-formula" });
  const { table, update: updateTable, rowOf } = sweepTable(program, ruleTexts);
  const rows = element("div", { className: "sweep-rows" }, table);
  const graph = element("div", { className: "sweep-graph" });
  for (const box of [rows, graph]) {
    box.dataset.lmSuppressShortcuts = "true"; // JupyterLab's arrow keys go to the next cell
  }
  const guess = sweepGuess({
    show() {
      asked.add(setting());
      update();
    },
    next: () => goTo(at() + 1),
  });
  const { box, drawing, words, bar, update, stop } = renderFigure(context, {
    numbers: state,
    sentence: ({ line, lines, hidden }) =>
      wordsOf(line, { ...countOf(lines, at()), last: at() === last, hidden }),
    onNumbers(found) {
      if (at() !== played) play.stop(); // the reader has moved it
      const { line, known, hidden } = found;
      drawn.update(found);
      updateTable(found);
      const texts = { ruleTexts, slopeTexts };
      formula.textContent = formulaOf(line, { program, ...texts, primals: known.primals, hidden });
      guess.update({ on: model.get("predict"), line, hidden, setting: setting() });
      look(line);
    },
    reset() {
      play.stop();
      asked.clear();
      update();
    },
  });
  const drawn = sweepGraph(drawing);
  const spoken = box.querySelector(".course-spoken");
  const play = player(() => {
    played = at() === last ? 0 : at() + 1; // only when Play is pressed at the end: there it stops
    goTo(played);
    return played < last;
  }, {
    milliseconds: PACE,
    onChange: (playing) => spoken.setAttribute("aria-live", playing ? "off" : "polite"),
  });
  const byHand = (by) => () => {
    play.stop();
    goTo(at() + by);
  };

  drawing.replaceWith(graph, rows, formula);
  graph.append(drawing);
  words.after(guess.box);
  bar.prepend(
    button("Back", byHand(-1)),
    button("Next", byHand(1)),
    motionAllowed() ? play.toggle : "It does not play by itself, as your system asks for less motion.",
    tickBox(model, "predict", "Predict first"),
  );
  const look = ({ step, to }) => {
    if (!step) return;
    keepInSight(graph, "left", [step, to].map(drawn.nodeOf));
    keepInSight(rows, "top", [step, to].map(rowOf));
  };
  const watch = new ResizeObserver(() => {
    openToKeyboardIfWide(graph, "Graph of the list");
    openToKeyboardIfWide(rows, "Table of the list");
    look(state().line);
  });
  watch.observe(box);
  follow(model, "predict", update);
  return () => {
    watch.disconnect();
    play.stop();
    stop();
  };
}

/** What each name does in a line: its step is "current", and of the operands one may receive. */
function rolesIn(line, program) {
  const roles = new Map();
  if (line.kind === "start") return roles;
  const [, ...operands] = program.steps[Number(line.step.slice(1)) - 1] ?? [];
  if (line.kind !== "seed") for (const name of operands) roles.set(name, "operand");
  if (line.kind === "reverse") roles.set(line.to, "receives");
  return roles.set(line.step, "current");
}

export default { render };
