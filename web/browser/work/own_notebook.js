/** The notebook with all that the reader has written into it, to go on with in JupyterLab. */

/**
 * The source of a cell as the reader has it: a guess in the place of the dots, or code. `kept` is what
 * is kept for the cell (see kept.js).
 */
export function answered(source, { guess, code }) {
  if (guess !== undefined) return source.replace("...", inPython(guess));
  return code ?? source;
}

/** A number as it was typed, with its minus sign and its comma, as Python writes it. */
function inPython(typed) {
  return typed.trim().replaceAll(/[−–]/g, "-").replace(",", ".");
}

/** A notebook with the reader's sources, `answerFor(id, source)`, and without outputs. */
export function ownNotebook(notebook, answerFor) {
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    const source = answerFor(cell.id, [cell.source].flat().join(""));
    return { ...cell, source: source.split(/(?<=\n)/), outputs: [], execution_count: null };
  });
  return { ...notebook, cells };
}

/** Hand a notebook to the reader as a file. */
export function download(notebook, name) {
  const blob = new Blob([JSON.stringify(notebook, null, 1)], { type: "application/x-ipynb+json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
