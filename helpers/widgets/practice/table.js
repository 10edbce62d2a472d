/** The list as a table with gaps: one of them is open. */
import { element } from "../shared/controls.js";
import { computes } from "../shared/step_text.js";
import { significant } from "../shared/template.js";
import { askedFor } from "./words.js";

/**
 * The table in its box. `show(sweep, questions)` sets up a list, and `update(filled)` fills in the first
 * answers and opens the next gap, whose `field()` this is. Enter in it calls `check`.
 */
export function practiceTable(ruleTexts, check) {
  const headings = ["step", "computes", "value", "adjoint"].map((textContent) =>
    element("th", { scope: "col", textContent }),
  );
  const body = element("tbody");
  const table = element(
    "table",
    { className: "practice-table" },
    element("thead", {}, element("tr", {}, ...headings)),
    body,
  );
  let rows; // a Map by name
  let asked;
  let program;
  let open = -1; // the number of the question with the field

  body.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return; // not a form: JupyterLab submits none by Enter
    event.preventDefault(); // else it presses the button that has the focus after the last answer
    check();
  });

  function show(sweep, questions) {
    [program, asked, open] = [sweep.program, questions, -1];
    rows = new Map([...sweep.primals.keys()].map((name) => [name, rowOf(name)]));
    for (const [name, x] of Object.entries(program.inputs)) rows.get(name).value.textContent = significant(x);
    body.replaceChildren(...[...rows.values()].map(({ row }) => row));
  }

  function rowOf(name) {
    const isInput = Object.hasOwn(program.inputs, name);
    const step = program.steps[Number(name.slice(1)) - 1];
    const value = element("td");
    const adjoint = element("td");
    const row = element(
      "tr",
      {},
      element("th", { scope: "row", textContent: name }),
      element("td", { textContent: isInput ? "input" : computes(step, ruleTexts) }),
      value,
      adjoint,
    );
    return { row, value, adjoint };
  }

  function update(filled) {
    if (filled === open) return;
    open = filled;
    asked.forEach(({ kind, name, number }, k) => {
      const { row, [kind]: cell } = rows.get(name);
      if (k === filled) {
        cell.replaceChildren(emptyField(asked[k]));
        row.setAttribute("aria-current", "step");
      } else {
        cell.textContent = k < filled ? significant(number) : "";
        if (name !== asked[filled]?.name) row.removeAttribute("aria-current");
      }
    });
  }

  function emptyField(question) {
    const label = askedFor(question, program, ruleTexts);
    return element("input", {
      type: "text",
      size: 5,
      autocomplete: "off",
      spellcheck: false,
      enterKeyHint: "done",
      ariaLabel: label[0].toUpperCase() + label.slice(1),
    });
  }
  return { table, show, update, field: () => body.querySelector("input") };
}
