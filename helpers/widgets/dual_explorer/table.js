/** The program of the dual explorer as a table, which "Step" fills line by line. */
import { element } from "../shared/controls.js";
import { keepInSight, openToKeyboardIfWide } from "../shared/scrolling.js";

/**
 * The table, in a box that scrolls where the table is too wide or too long. Returns the box, `stop`, and
 * `update(rows, output, line)`: `rows` as `rowsOf` gives them, `output` the name of the one that stands
 * out, `line` the last that is filled, all if it is null.
 */
export function dualTable({ headings, caption }) {
  const body = element("tbody");
  const heads = headings.map((textContent) => element("th", { scope: "col", textContent }));
  const table = element(
    "table",
    { className: "dual-table" },
    element("caption", { textContent: caption }),
    element("thead", {}, element("tr", {}, ...heads)),
    body,
  );
  const box = element("div", { className: "dual-rows" }, table);
  box.dataset.lmSuppressShortcuts = "true"; // JupyterLab's arrow keys go to the next cell
  const watch = new ResizeObserver(() => openToKeyboardIfWide(box, "Table of the steps"));
  for (const each of [box, table]) watch.observe(each);
  function update(rows, output, line) {
    body.replaceChildren(...rows.map((row, k) => rowOf(row, row[0] === output, k, line)));
    if (line !== null) keepInSight(box, "top", [body.children[line]]);
  }
  return { box, update, stop: () => watch.disconnect() };
}

function rowOf([name, text, ...numbers], isOutput, k, line) {
  const isFilled = line === null || k <= line;
  const entries = [text, ...numbers.map((number) => (isFilled ? number : ""))];
  const cells = entries.map((entry) =>
    element("td", {}, isOutput ? element("strong", { textContent: entry }) : entry),
  );
  const row = element("tr", {}, element("th", { scope: "row", textContent: name }), ...cells);
  row.classList.toggle("dual-output", isOutput);
  if (k === line) row.setAttribute("aria-current", "step");
  return row;
}
