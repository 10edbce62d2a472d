/** The list as a table: a row for each input and step, which follows the sweeps. */
import { element } from "../shared/controls.js";
import { computes } from "../shared/step_text.js";
import { significant } from "../shared/template.js";

const MARKS = { current: "▶", operand: "•", receives: "◀" };

/** The table of a program. Returns the element and `update(state)`; see explorer.js. */
export function sweepTable(program, ruleTexts) {
  const described = new Map(Object.keys(program.inputs).map((name) => [name, "input"]));
  program.steps.forEach((step, k) => described.set(`t${k + 1}`, computes(step, ruleTexts)));
  const rows = new Map();
  const body = element("tbody");
  for (const [name, text] of described) {
    const label = program.labels[name];
    const mark = element("span", { className: "sweep-mark", ariaHidden: "true" });
    const title = element("th", { scope: "row" }, mark, label ? `${name} (${label})` : name);
    const value = element("td", { className: "sweep-number" });
    const adjoint = element("td", { className: "sweep-number" });
    const row = element("tr", {}, title, element("td", { textContent: text }), value, adjoint);
    rows.set(name, { row, mark, value, adjoint });
    body.append(row);
  }
  const headings = ["step", "computes", "value", "adjoint"].map((textContent) =>
    element("th", { scope: "col", textContent }),
  );
  const table = element(
    "table",
    { className: "sweep-table" },
    element("caption", { textContent: "▶ this step · • its operands · ◀ receives a contribution" }),
    element("thead", {}, element("tr", {}, ...headings)),
    body,
  );

  function update({ line, known, roles, hidden }) {
    for (const [name, { row, mark, value, adjoint }] of rows) {
      const role = roles.get(name) ?? "";
      row.className = role;
      mark.textContent = MARKS[role] ?? "";
      if (role === "current") row.setAttribute("aria-current", "step");
      else row.removeAttribute("aria-current");
      write(value, known.primals.get(name), line.to === name && line.kind === "forward", hidden);
      write(adjoint, known.adjoints.get(name), line.to === name && line.kind !== "forward", hidden);
    }
  }
  return { table, update, rowOf: (name) => rows.get(name)?.row };
}

/** Write a number that may not be there yet; `isNew` if the present line has computed it. */
function write(cell, number, isNew, hidden) {
  cell.classList.toggle("sweep-new", isNew);
  if (number === undefined) cell.textContent = "";
  else cell.textContent = isNew && hidden ? "?" : significant(number);
}
