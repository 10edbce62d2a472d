/**
 * A field for each guess, and a cover over the answer until the reader has guessed or asks to see it.
 * What is said of a guess are the words of `checks.prediction`, which the page brings as data.
 */
import { typedNumber } from "../../../helpers/widgets/shared/template.js";
import { keep, keptFor } from "./kept.js";

export function takeGuesses() {
  const words = JSON.parse(document.getElementById("course-guessed")?.textContent ?? "{}");
  for (const form of document.querySelectorAll("form.course-guess")) takeGuess(form, words);
}

function takeGuess(form, words) {
  const { guess: cell } = form.previousElementSibling.dataset;
  const answer = form.nextElementSibling;
  const [field, status] = [form.querySelector("input"), form.querySelector("[role=status]")];
  const feedback = [...answer.querySelectorAll("[data-truth]")].at(-1);

  const uncover = () => {
    answer.dataset.shown = "";
    form.dataset.done = "";
  };
  const compare = (typed) => {
    const said = words[kindOf(typedNumber(typed), feedback.dataset)];
    const message = said.message.replace("{truth}", feedback.dataset.truth).replace("{guess}", typed);
    feedback.className = `course-feedback ${kindOf(typedNumber(typed), feedback.dataset)}`;
    feedback.replaceChildren(element("strong", said.heading), ` ${message}`);
    uncover();
    return `${said.heading} ${message}`;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = field.value.trim();
    if (!Number.isFinite(typedNumber(typed))) {
      status.textContent = "Type a number, such as 0.25.";
      return;
    }
    status.textContent = compare(typed);
    keep(cell, { guess: typed });
  });
  form.querySelector("button[type=button]").addEventListener("click", () => {
    uncover();
    status.textContent = feedback.textContent;
    keep(cell, { shown: true });
  });

  const kept = keptFor(cell);
  if (Number.isFinite(typedNumber(kept.guess ?? ""))) {
    field.value = kept.guess;
    compare(kept.guess);
  } else if (kept.shown) uncover();
}

/** Is a guess close to the answer? By at most the share `within` of the larger of the two. */
export function kindOf(guess, { answer, within }) {
  const truth = Number(answer);
  const size = Math.max(Math.abs(guess), Math.abs(truth));
  return Math.abs(guess - truth) <= Math.max(Number(within) * size, 1e-12) ? "close" : "compare";
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
