/**
 * Make a page's code run: an editor for each exercise that comes near, and for each cell whose button
 * is pressed. All of them share one Python.
 */
import { keptFor } from "../page/kept.js";
import { whenNear } from "../page/near.js";
import { notebookAt, ownFile } from "../page/place.js";
import { openCell } from "./cell.js";
import { mountExercise } from "./exercise.js";
import { answered, download, ownNotebook } from "./own_notebook.js";
import { PagePython } from "./python.js";

const REFUSED = "This browser keeps nothing: copy your code before you leave the page.";

async function begin() {
  const address = ownFile(`cells/${notebookAt(location.href)}.json`);
  const written = await (await fetch(address)).json();
  const cells = written.map(([id, source]) => [id, source]);
  const code = new Map(cells);
  const lines = new Map(written.map(([id, , toOrder]) => [id, toOrder]));
  const { seconds } = document.documentElement.dataset; // the tests do not wait as long as readers
  const python = new PagePython(ownFile("python/worker.mjs"), () => cells, seconds && Number(seconds));

  /** What the reader has answered above a cell: guesses, and exercises that were right. */
  const answersAbove = (cell) => {
    const mine = {};
    for (const [id, source] of cells) {
      if (id === cell) break;
      const kept = keptFor(id);
      if (kept.verdict === "right" || kept.guess) mine[id] = answered(source, kept);
    }
    return mine;
  };
  let said = false;
  const sayOnce = (status) => {
    if (!said) status.textContent = REFUSED;
    said = true;
  };
  const tools = { python, code, lines, answersAbove, sayOnce };

  whenNear(document.querySelectorAll(".course-exercise"), (box) => {
    mountExercise(box, tools);
    pressAgain(box);
  });
  for (const cell of document.querySelectorAll(".cell[data-cell]")) {
    const button = cell.querySelector(".course-work button");
    button.addEventListener("click", () => openCell(cell, tools), { once: true });
    pressAgain(cell);
  }
  offerDownload(document.querySelector(".course-own"));
  document.documentElement.dataset.courseWork = "";
}

/** "Download my notebook": the file beside the page, with what the reader has written. */
function offerDownload(bar) {
  if (!bar) return;
  const status = bar.querySelector("[role=status]");
  bar.querySelector("button").addEventListener("click", async () => {
    const name = `${notebookAt(location.href)}.ipynb`;
    try {
      const answer = await fetch(name);
      if (!answer.ok) throw new Error(answer.status);
      const notebook = await answer.json();
      download(ownNotebook(notebook, (id, source) => answered(source, keptFor(id))), name);
      status.textContent = "Your notebook is among your downloads.";
    } catch (error) {
      status.textContent = `The notebook could not be fetched (${error.message}).`;
    }
  });
  pressAgain(bar);
}

/** Make up for a press that came before this script. */
function pressAgain(box) {
  const pressed = box.querySelector("[data-pressed]");
  if (!pressed) return;
  delete pressed.dataset.pressed;
  pressed.click();
}

const script = document.currentScript;
begin().catch(() => script.dispatchEvent(new Event("error"))); // see work_near.js
