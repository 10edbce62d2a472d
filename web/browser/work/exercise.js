/** An exercise: an editor in the place of its code, and the check's verdict in its place. */
import { keep, keptFor, onKeptElsewhere } from "../page/kept.js";
import { makeEditor } from "./editor.js";
import { makeOrder } from "./order.js";
import { progressWords, shownResult } from "./result.js";

export function mountExercise(box, { python, code, lines, answersAbove, sayOnce }) {
  const { cell, check, name } = box.dataset;
  const [written, checked] = box.querySelectorAll(":scope > .cell");
  const bar = box.querySelector(".course-work");
  const status = bar.querySelector("[role=status]");
  const verdict = checked.querySelector(".cell-output-display");
  const before = [...verdict.childNodes];
  verdict.setAttribute("role", "status");
  const start = code.get(cell);
  const kept = keptFor(cell);

  const editor = makeEditor({
    text: kept.code ?? start,
    name: `Your code for ${name}`,
    onRun: () => judge(),
    onChange(text) {
      if (text === keptFor(cell).code) return; // it was typed in another tab
      store({ code: text }); // what was said of another text is not said of this one
    },
  });
  written.firstElementChild.hidden = true;
  written.firstElementChild.after(editor.dom);
  showKept(kept);

  /** A verdict of an earlier visit, or of another tab. */
  function showKept({ seen, said }) {
    if (seen) box.dataset.judged = "";
    if (said) verdict.innerHTML = said;
  }
  function store(entry) {
    const nothing = entry.code === start && !keptFor(cell).seen;
    const seen = "judged" in box.dataset || undefined;
    if (!keep(cell, nothing ? null : { ...entry, seen })) sayOnce(status);
  }

  async function judge(source = editor.text(), said = status) {
    if (bar.ariaBusy === "true") return;
    bar.ariaBusy = "true";
    said.textContent = "Checking …";
    const result = await python.run(
      { cell, source, mine: answersAbove(cell), check: code.get(check) },
      (...progress) => (said.textContent = progressWords(...progress)),
    );
    bar.ariaBusy = "false";
    said.textContent = "";
    verdict.replaceChildren(...shownResult(result));
    if (result.verdict && result.verdict !== "not started") box.dataset.judged = "";
    store(editor.text() === source ? judged(source, result) : keptFor(cell));
    return result;
  }

  /** Judge lines put in order. Right ones are the reader's answer, unless there is one already. */
  async function judgeLines(source, said) {
    const result = await judge(source, said);
    if (result?.verdict !== "right" || keptFor(cell).verdict === "right") return;
    editor.write(source);
    store(judged(source, result));
    said.textContent = "They stand in the editor now. Undo, in the editor, takes them back.";
  }

  let order;
  function openOrder() {
    order ??= makeOrder({ cell, name, lines: lines.get(cell), judge: judgeLines, sayOnce });
    order.dom.hidden = ordering.ariaExpanded === "true";
    bar.after(order.dom);
    ordering.ariaExpanded = String(!order.dom.hidden);
  }

  function restart() {
    if (bar.ariaBusy === "true") return;
    editor.write(start);
    order?.restart();
    verdict.replaceChildren(...before);
    delete box.dataset.judged;
    keep(cell, null);
    status.textContent = "The cell is as it was. Undo brings your code back.";
    editor.focus();
  }

  bar.querySelector("[data-do=check]").addEventListener("click", () => judge());
  bar.querySelector("[data-do=restart]").addEventListener("click", restart);
  const ordering = bar.querySelector("[data-do=order]");
  ordering?.addEventListener("click", openOrder);
  onKeptElsewhere(cell, (other) => {
    if (editor.hasFocus()) return;
    if ((other.code ?? start) !== editor.text()) editor.write(other.code ?? start);
    showKept(other);
  });
}

/** What is kept of a source that was judged. */
const judged = (code, { verdict, html }) => ({ code, verdict, said: verdict && html });
