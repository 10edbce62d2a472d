/** What is asked for and the answer to what was typed, in words. */
import { computes } from "../shared/step_text.js";
import { significant, typedNumber } from "../shared/template.js";
import { stepOf, usesOf } from "./lists.js";

const NEAR = 0.01; // how far a number that has no end may be rounded
const MOST_CAUSES = 2;

/** What is asked for: "value of t2 = x × y", "adjoint of t1". */
export function askedFor({ kind, name }, program, ruleTexts) {
  if (kind === "adjoint") return `adjoint of ${name}`;
  return `value of ${name} = ${computes(stepOf(program, name), ruleTexts)}`;
}

/** How the number is found, in names. */
export function formulaOf({ kind, name }, program, ruleTexts) {
  if (kind === "value") return `${name} = ${computes(stepOf(program, name), ruleTexts)}`;
  if (name === program.output) return `adjoint of ${name} = ∂${name}/∂${name}`;
  const terms = usesOf(program, name).map(([step]) => `adjoint of ${step} × ∂${step}/∂${name}`);
  return `adjoint of ${name} = ${terms.join(" + ")}`;
}

/**
 * What was typed against the number: {verdict: "right", "wrong" or "no number", words}. `slips` are the
 * wrong numbers with a known cause, and `formula` is what to use where there is none.
 */
export function judge(typed, { kind, name, number }, slips, formula) {
  const guess = typedNumber(typed);
  if (!Number.isFinite(guess)) {
    return { verdict: "no number", words: "Type a number, such as −0.25 or 3/4." };
  }
  if (fits(guess, number)) {
    return { verdict: "right", words: `Right: the ${kind} of ${name} is ${significant(number)}.` };
  }
  const wrong = (words) => ({ verdict: "wrong", words });
  const causes = new Set(slips.filter((slip) => fits(guess, slip.number)).map(({ words }) => words));
  if (causes.size) {
    return wrong(`Not yet. It looks as if ${[...causes].slice(0, MOST_CAUSES).join("; or as if ")}.`);
  }
  if (fits(guess, -number)) return wrong(`The size is right, the sign is not. Use ${formula}.`);
  return wrong(`Not yet: too ${guess > number ? "high" : "low"}. Use ${formula}.`);
}

/** How far the reader has come; at the end, what the list gives. */
export function progressWords({ program, primals, adjoints }, { filled, total, inARow }) {
  const row = `Right in a row: ${inARow}.`;
  if (filled < total) return `Filled in: ${filled} of ${total}. ${row}`;
  const { inputs, output } = program;
  const slopes = Object.keys(inputs).map(
    (name) => `${significant(adjoints.get(name))} with respect to ${name}`,
  );
  const value = significant(primals.get(output));
  return `Done: the output ${output} is ${value}, and its derivative is ${slopes.join(", ")}. ${row}`;
}

/** Is it this number? One with many digits may have been rounded. */
function fits(guess, number) {
  const off = Math.abs(guess - number);
  const rounded = !Number.isInteger(guess) && Number(number.toFixed(4)) !== number;
  return off <= (rounded ? NEAR * Math.abs(number) : 1e-9 * Math.max(1, Math.abs(number)));
}
