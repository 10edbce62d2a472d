/** A line of the sweeps as a formula and as a sentence, and the answer to a reader's guess. */
import { computes, shownOperand } from "../shared/step_text.js";
import { inBrackets, significant, typedNumber } from "../shared/template.js";

const UNKNOWN = "?";
const NEAR = 0.01 * (1 + 1e-9); // 1 %, and what rounding adds to it

/**
 * The line as a formula with its numbers; `slopeTexts[step][i]` is the local derivative by operand i.
 * While it is `hidden`, what the reader could read the result off is left out.
 */
export function formulaOf(line, { program, ruleTexts, slopeTexts, primals, hidden }) {
  const { kind, step, to } = line;
  const result = hidden ? UNKNOWN : significant(line.number);
  if (kind === "start") return "";
  if (kind === "seed") return `adjoint of ${step} = ∂${step}/∂${step} = ${result}`;
  const [rule, ...operands] = program.steps[Number(step.slice(1)) - 1];
  if (kind === "forward") {
    const valueOfOperand = (x) => shownOperand(typeof x === "string" ? primals.get(x) : x);
    const withNumbers = computes([rule, ...operands], ruleTexts, valueOfOperand);
    // The negative of 2 is written −2: that is the result already.
    const between = withNumbers === significant(line.number) ? "" : `${withNumbers} = `;
    return `${step} = ${computes([rule, ...operands], ruleTexts)} = ${between}${result}`;
  }
  // Where a step takes the same number twice, it has two local derivatives for it.
  const twice = operands.filter((x) => x === to).length > 1;
  const which = twice ? ` (${to} as operand ${line.operand + 1})` : "";
  const product = hidden ? "" : `${significant(line.from)} × ${inBrackets(line.local)} = `;
  const slope = slopeTexts[step][line.operand];
  const isNumber = [significant(line.local), inBrackets(line.local)].includes(slope);
  const where = hidden || isNumber ? "" : `, where ∂${step}/∂${to} = ${slope}`;
  return `adjoint of ${to} += adjoint of ${step} × ∂${step}/∂${to}${which} = ${product}${result}${where}`;
}

/** The line in words; `count` of `total` says which line of its sweep it is. */
export function wordsOf(line, { count, total, last, hidden }) {
  const { kind, step, to } = line;
  const number = significant(line.number ?? 0);
  if (kind === "start") return "Nothing is computed yet: only the inputs have values.";
  if (kind === "forward") {
    const result = hidden ? `what is ${step}?` : `${step} is ${number}.`;
    return `Forward sweep, ${count} of ${total}: ${result}`;
  }
  const where = `Reverse sweep, ${count} of ${total}:`;
  if (kind === "seed") {
    const result = hidden ? `where does that of the output ${step} start?` : `that of the output ${step} at 1.`;
    return `${where} every adjoint starts at 0, ${hidden ? "but " : ""}${result}`;
  }
  if (hidden) return `${where} what does ${to} receive from ${step}?`;
  const sum = significant(line.adjoint);
  const end = last ? " That was the last line." : "";
  return `${where} ${to} receives ${number} from ${step}, which makes its adjoint ${sum}.${end}`;
}

/** Which line of its sweep the one at `position` is, and of how many. */
export function countOf(lines, position) {
  const isForward = ({ kind }) => kind === "forward";
  const steps = lines.filter(isForward).length;
  if (position <= steps) return { count: position, total: steps };
  return { count: position - steps, total: lines.length - 1 - steps };
}

/** A guess, as it was typed, against the number: {right, words}. Within 1 % is right. */
export function judge(typed, number) {
  const guess = typedNumber(typed);
  if (!Number.isFinite(guess)) return { right: false, words: "Type a number, such as −0.25." };
  const is = (words) => ({ right: false, words });
  if (!Number.isFinite(number)) return is("It has no finite value here. Press Show.");
  const size = Math.abs(number);
  const off = Math.abs(guess - number);
  if (off <= NEAR * size) return { right: true, words: `Right: it is ${significant(number)}.` };
  if (Math.abs(guess + number) <= NEAR * size) return is("The size is right, the sign is not.");
  const side = guess > number ? "too high" : "too low";
  if (off > size) return is(`Not yet: far ${side}.`);
  return is(`Not yet: ${side}, by ${significant((100 * off) / size, 2)} % of the number.`);
}
