/**
 * "Put the lines in order": the lines of an exercise, some of them wrong, to make a program of without
 * typing. A press, the arrow keys, buttons or a drag put a line where it belongs.
 */
import { pythonLanguage } from "@codemirror/lang-python";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { keep, keptFor } from "../page/kept.js";
import { Arrangement } from "./arrangement.js";
import { followDrag } from "./drag.js";
import { element } from "./result.js";

const HOW =
  "Press a line: it goes into your program, below the marked one. Not every line is needed. In the program, drag a line by its dots, or mark it and move it with the buttons or the arrow keys.";
const LONG = 12; // lines of a block that is shown whole only when it is marked
const SHOWN = 5; // lines of a longer one

/**
 * The box with the lines of an exercise, { given, pieces }, called `name`. `judge(source, status)` runs
 * its check. Gives { dom, restart }.
 */
export function makeOrder({ cell, name, lines, judge, sayOnce }) {
  const arrangement = new Arrangement(lines);
  const kept = `order-${cell}`;
  arrangement.restore(keptFor(kept).lines ?? []);

  const unused = element("ul", { className: "course-lines", ariaLabel: "Not used" });
  const program = element("ol", { className: "course-lines", ariaLabel: "Your program" });
  const buttons = lines.pieces.map(lineButton);
  const tools = box("course-work", {}, tool("Move up", -1), tool("Move down", 1), tool("Take out", 0));
  const out = tools.lastChild;
  const heard = element("span", { className: "course-heard", role: "status" });
  const check = element("button", { type: "button", textContent: "Check these lines" });
  Object.assign(check, { ariaLabel: `Check these lines of ${name}` }).dataset.do = "check";
  const status = element("span", { role: "status" });
  check.addEventListener("click", () => judge(arrangement.source(), status));
  const dom = box(
    "course-order",
    { role: "group", ariaLabel: `The lines of ${name}` },
    element("p", { textContent: HOW }),
    heading(unused),
    unused,
    heading(program),
    box("course-line", {}, grip(), coloured(lines.given)),
    program,
    tools,
    box("course-work", {}, check, status, heard),
  );

  function lineButton(piece, number) {
    const button = element("button", { type: "button", className: "course-line" });
    button.append(grip(), element("span", { className: "course-heard" }), coloured(piece));
    button.addEventListener("click", () => (isUsed(number) ? mark(number) : add(number)));
    button.addEventListener("keydown", (event) => onKey(event, number));
    element("li").append(button);
    return button;
  }
  function tool(words, by) {
    const button = element("button", { type: "button", textContent: words });
    const act = () => (by ? move(arrangement.marked, by) : takeOut(arrangement.marked));
    button.addEventListener("click", act);
    return button;
  }

  // ---- what a reader does

  const isUsed = (number) => arrangement.program.includes(number);

  function add(number) {
    const place = arrangement.unused.indexOf(number);
    arrangement.add(number);
    show();
    const { unused: rest } = arrangement;
    focus(rest[place] ?? rest.at(-1) ?? number); // where the next line is chosen
    say(number, "Added");
  }
  function mark(number) {
    arrangement.marked = number;
    show();
    say(number, "Marked");
  }
  function move(number, by) {
    const focused = document.activeElement;
    const moved = arrangement.move(number, by);
    show();
    focused.focus({ preventScroll: true });
    const end = by < 0 ? "It is the first already" : "It is the last already";
    say(number, moved ? (by < 0 ? "Moved up" : "Moved down") : end);
  }
  function takeOut(number) {
    const focused = document.activeElement;
    arrangement.takeOut(number);
    show();
    if (focused === out && !tools.hidden) out.focus({ preventScroll: true });
    else focus(arrangement.marked ?? number);
    say(number, "Taken out");
  }
  function onKey(event, number) {
    if (!isUsed(number) || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = {
      ArrowUp: () => move(number, -1),
      ArrowDown: () => move(number, 1),
      Delete: () => takeOut(number),
      Backspace: () => takeOut(number),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    arrangement.marked = number;
    act();
  }
  followDrag(dom, program, (button, index) => {
    const number = buttons.indexOf(button);
    if (index === arrangement.program.indexOf(number)) return;
    if (index < 0) arrangement.takeOut(number);
    else arrangement.place(number, index);
    show();
    say(number, index < 0 ? "Taken out" : "Moved");
  });

  // ---- what a reader sees and hears

  function show() {
    arrangement.unused.forEach((number) => unused.append(buttons[number].parentElement));
    arrangement.program.forEach((number) => program.append(buttons[number].parentElement));
    buttons.forEach((button, number) => {
      button.querySelector(".course-heard").textContent = `${whereIs(number)}: `;
      button.ariaPressed = isUsed(number) ? String(number === arrangement.marked) : null;
    });
    tools.hidden = arrangement.marked === null;
    for (const button of tools.children) {
      button.ariaLabel = tools.hidden ? null : `${called(arrangement.marked)}. ${button.textContent}`;
    }
    if (!keep(kept, arrangement.program.length ? { lines: arrangement.texts() } : null)) sayOnce(status);
  }
  function whereIs(number) {
    const index = arrangement.program.indexOf(number);
    return index < 0 ? "Not used" : `Line ${index + 1} of ${arrangement.program.length}`;
  }
  const called = (number) => `${whereIs(number)}: ${inShort(lines.pieces[number])}`;
  const say = (number, what) => (heard.textContent = `${called(number)}. ${what}.`);
  const focus = (number) => buttons[number].focus({ preventScroll: true });

  show();
  return {
    dom,
    restart() {
      arrangement.restart();
      show();
      status.textContent = "";
    },
  };
}

/** A piece in one line: its first, and how many follow. */
function inShort(piece) {
  const [first, ...more] = piece.trim().split("\n");
  return more.length ? `${first} … and ${more.filter(Boolean).length} more` : first;
}

const heading = (list) => element("p", { textContent: list.ariaLabel, ariaHidden: "true" });
const grip = () => element("span", { className: "course-grip", textContent: "⠿", ariaHidden: "true" });

function box(className, properties, ...inside) {
  const made = element("div", { className, ...properties });
  made.append(...inside);
  return made;
}

/** Python as the editor colours it, each line in a box that keeps its indentation where it wraps. */
function coloured(source) {
  const code = element("code");
  const lines = source.split("\n").filter((line) => line.trim());
  for (const line of lines) {
    const bare = line.trimStart();
    const shown = element("span");
    shown.style.setProperty("--indent", line.length - bare.length);
    const put = (text, className) => shown.append(className ? element("span", { className, textContent: text }) : text);
    highlightCode(bare, pythonLanguage.parser.parse(bare), classHighlighter, put, () => {});
    code.append(shown);
  }
  if (lines.length > LONG) {
    [...code.children].slice(SHOWN).forEach((line) => line.classList.add("course-rest"));
    code.append(element("span", { className: "course-short", textContent: `… ${lines.length - SHOWN} more lines` }));
  }
  return code;
}
