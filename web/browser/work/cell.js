/** A cell to play with: an editor in the place of its code, and what it prints in the place of its output. */
import { keep, keptFor } from "../page/kept.js";
import { makeEditor } from "./editor.js";
import { element, progressWords, shownResult } from "./result.js";

/** Open the editor of a cell, and take its button over. */
export function openCell(cellBox, { python, code, answersAbove, sayOnce }) {
  const { cell } = cellBox.dataset;
  const bar = cellBox.querySelector(".course-work");
  const status = bar.querySelector("[role=status]");
  const block = cellBox.querySelector(".code-copy-outer-scaffold") ?? cellBox.querySelector(".sourceCode");
  const stored = cellBox.querySelectorAll(":scope > .cell-output");
  const shown = element("div", { className: "cell-output course-ran", role: "status" });
  const start = code.get(cell);

  const editor = makeEditor({
    text: keptFor(cell).code ?? start,
    name: "The code of this cell",
    onRun: run,
    onChange: (text) => keep(cell, text === start ? null : { code: text }) || sayOnce(status),
  });
  block.hidden = true;
  block.after(editor.dom);
  cellBox.append(shown);

  const button = bar.querySelector("button");
  const again = element("button", { type: "button", textContent: "Start over" });
  button.textContent = "Run";
  button.after(again);

  async function run() {
    if (bar.ariaBusy === "true") return;
    bar.ariaBusy = "true";
    status.textContent = "Running …";
    const result = await python.run(
      { cell, source: editor.text(), mine: answersAbove(cell), check: "" },
      (...progress) => (status.textContent = progressWords(...progress)),
    );
    bar.ariaBusy = "false";
    status.textContent = "";
    stored.forEach((output) => (output.hidden = true));
    shown.replaceChildren(...shownResult(result));
    if (!shown.firstChild) status.textContent = "Done. It prints nothing.";
  }
  function restart() {
    editor.write(start);
    shown.replaceChildren();
    stored.forEach((output) => (output.hidden = false));
    status.textContent = "The cell is as it was.";
    editor.focus();
  }
  button.addEventListener("click", run);
  again.addEventListener("click", restart);
  editor.focus();
}
