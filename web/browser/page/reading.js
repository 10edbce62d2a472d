/**
 * Remember which sections of a notebook were read, on the reader's own device, and show it: on the
 * cards of the front page, in its first door, and in the sidebar. Nothing is sent anywhere.
 */
import { recall, remember } from "./device.js";
import { doneIn, forgetAll, NEW_VERDICT } from "./kept.js";
import { notebookAt, site } from "./place.js";
import { NOTHING, parsed, reach, stateOf, whereToContinue } from "./progress.js";

const A_MOMENT = 1000; // in milliseconds: a heading that stays in view so long is read
const KEY = `course-progress ${site}`;

const stored = () => parsed(recall(KEY));
const store = (progress) => remember(KEY, JSON.stringify(progress));

/** Note each section of this page whose heading stays in view. */
function follow(notebook) {
  const headings = new Map();
  for (const heading of document.querySelectorAll("main h2")) {
    const id = heading.id || heading.closest("section")?.id;
    if (id) headings.set(heading, { id, heading: heading.textContent.trim() });
  }
  const sections = [...headings.values()];
  const exercises = document.querySelectorAll(".course-exercise").length;
  const timers = new Map();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(timers.get(target));
      if (!isIntersecting) continue;
      const note = () => {
        const progress = reach(stored(), notebook, headings.get(target).id, sections, exercises);
        store(progress);
        markSidebar(progress);
      };
      timers.set(target, setTimeout(note, A_MOMENT));
    }
  });
  headings.forEach((_, heading) => observer.observe(heading));
}

/** A mark at the notebooks in the sidebar, with words for those who do not see it. */
function markSidebar(progress) {
  for (const link of document.querySelectorAll("#quarto-sidebar a.sidebar-link")) {
    const notebook = notebookAt(link.href);
    if (!notebook) continue;
    const { state, words } = stateOf(progress, notebook, doneIn(notebook));
    const mark = link.querySelector(".course-mark") ?? document.createElement("span");
    mark.className = "course-mark";
    mark.dataset.state = state;
    const hidden = document.createElement("span");
    hidden.className = "visually-hidden";
    hidden.textContent = ` (${words.toLowerCase()})`;
    mark.replaceChildren(hidden);
    link.append(mark);
  }
}

function showOnCards(progress, cards) {
  for (const card of cards) {
    const { state, words } = stateOf(progress, card.dataset.notebook, doneIn(card.dataset.notebook));
    const line = card.querySelector(".course-card-progress");
    line.dataset.state = state;
    line.textContent = words;
  }
}

/** The first door says where to go on; with nothing to go on with, what the page says. */
function doorThatContinues(cards) {
  const line = document.querySelector(".course-doors li p:last-child");
  const asWritten = [...line.childNodes];
  const links = new Map(cards.map((card) => [card.dataset.notebook, card.querySelector("h3 > a")]));
  const road = [...links].map(([name, link]) => ({ name, title: link.lastChild.textContent.trim() }));
  return (progress) => {
    const next = whereToContinue(progress, road);
    if (!next) return line.replaceChildren(...asWritten);
    const link = document.createElement("a");
    link.href = links.get(next.name).href + (next.id ? `#${next.id}` : "");
    link.textContent = `Continue: notebook ${next.name.slice(0, 2)}, ${next.heading}`;
    line.replaceChildren(link);
  };
}

/** The button asks once more before it forgets. */
function offerToForget(line, onForget) {
  const [button, note] = [line.querySelector("button"), line.querySelector("[role=status]")];
  const [offer, written] = [button.textContent, note.textContent];
  let asked = false;
  const ask = (again) => {
    asked = again;
    button.textContent = again ? "Press again to forget" : offer;
    note.textContent = again ? "This cannot be undone, and forgets your code too." : written;
  };
  button.addEventListener("click", () => {
    if (!asked) return ask(true);
    ask(false);
    onForget();
    note.textContent = "Your progress is forgotten, and your code.";
  });
  button.addEventListener("blur", () => asked && ask(false));
}

export function followReading() {
  store(stored());
  if (recall(KEY) === null) return; // this browser keeps nothing: there is nothing to show
  const notebook = notebookAt(location.href);
  if (notebook) follow(notebook);
  const cards = [...document.querySelectorAll(".course-card")];
  const forget = document.querySelector(".course-forget");
  const goOn = cards.length ? doorThatContinues(cards) : () => {};
  const show = () => {
    const progress = stored();
    markSidebar(progress);
    showOnCards(progress, cards);
    goOn(progress);
    if (forget && progress.latest) forget.dataset.known = "";
  };
  if (forget) {
    offerToForget(forget, () => {
      store(NOTHING);
      forgetAll();
      show();
    });
  }
  show();
  document.addEventListener(NEW_VERDICT, () => markSidebar(stored()));
  addEventListener("pageshow", ({ persisted }) => persisted && show()); // back from a notebook
}
