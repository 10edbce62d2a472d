/**
 * What each slip makes of a number. Wrong values and wrong local derivatives come from Python, as small
 * lists with their words; what can go wrong between them is here.
 */
import { shownOperand } from "../shared/step_text.js";
import { localDerivative, smallList } from "../shared/wengert.js";
import { stepOf, usesOf } from "./lists.js";

/**
 * Every known slip for a question, [{number, words}, …], the likely ones first. `sweep` is the list, as
 * `swept` gives it. The words go on after "It looks as if".
 */
export function slipsFor({ kind, name }, sweep, slips) {
  const found = kind === "value" ? valueSlips(name, sweep, slips) : adjointSlips(name, sweep, slips);
  return found.filter(({ number }) => Number.isFinite(number));
}

function valueSlips(name, { program, primals }, slips) {
  const [rule] = stepOf(program, name);
  return wrongNumbers(slips[rule].value, name, { program, primals });
}

function adjointSlips(name, sweep, slips) {
  const { program, primals, adjoints } = sweep;
  const ownValue = { number: primals.get(name), words: `this is the value of ${name}` };
  if (name === program.output) {
    return [ownValue, { number: 0, words: "the output was left at 0, where the other adjoints start" }];
  }
  const parts = usesOf(program, name).map(([step, i]) => {
    const from = adjoints.get(step);
    const local = localDerivative(program, primals, Number(step.slice(1)), i);
    return { step, i, from, local, number: from * local, slope: `∂${step}/∂${name}` };
  });
  const total = adjoints.get(name);
  const inPlaceOf = (part, number, words) => ({ number: total - part.number + number, words });
  return [
    ...pathSlips(name, parts, total),
    ...parts.flatMap((part) => {
      const { step, i } = part;
      const wrong = wrongNumbers(slips[stepOf(program, step)[0]].local[i], step, sweep, part.slope);
      return wrong.map(({ number, words }) => inPlaceOf(part, part.from * number, words));
    }),
    ...parts.map((part) =>
      inPlaceOf(part, part.local, `the adjoint of ${part.step} was left out, and ${part.slope} taken alone`),
    ),
    ...sumSlips(parts),
    ...parts.map((part) => {
      const words = `the value of ${part.step} was taken where its adjoint belongs`;
      return inPlaceOf(part, primals.get(part.step) * part.local, words);
    }),
    ownValue,
  ];
}

/** Paths that are missing, where a name is used several times. */
function pathSlips(name, parts, total) {
  if (parts.length < 2) return [];
  const used = `${name} is used ${joined(parts.map(({ step }) => `in ${step}`).reverse())}`;
  const last = parts.at(-1);
  const overwritten = "as with = in place of +=";
  if (parts.length === 2) {
    return parts.map((part, k) => ({
      number: parts[1 - k].number,
      words: `what comes from ${part.step} is missing${k === 0 ? `, ${overwritten}` : ""}: ${used}`,
    }));
  }
  return [
    { number: last.number, words: `only what comes from ${last.step} is there, ${overwritten}: ${used}` },
    ...parts.map(({ step, number }) => ({
      number: total - number,
      words: `what comes from ${step} is missing: ${used}`,
    })),
    ...parts.slice(0, -1).map(({ step, number }) => ({
      number,
      words: `only what comes from ${step} is there: ${used}`,
    })),
  ];
}

/** The same slip in every term of a sum, and a sum that is none. */
function sumSlips(parts) {
  if (parts.length < 2) return [];
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const steps = joined(parts.map(({ step }) => step).reverse());
  return [
    { number: sum("from"), words: `the adjoints of ${steps} were added without the local derivatives` },
    { number: sum("local"), words: "the local derivatives were added without the adjoints" },
    {
      number: parts.reduce((product, { number }) => product * number, 1),
      words: `what comes from ${steps} was multiplied, not added`,
    },
  ];
}

/** The numbers of slips of a step, with their words for its names. */
function wrongNumbers(slips, step, { program, primals }, slope = "") {
  const [, ...operands] = stepOf(program, step);
  const [x, y] = operands.map((operand) => primals.get(operand) ?? operand);
  const names = { ...operands.map(shownOperand), v: step, d: slope };
  return slips.map(({ words, ...list }) => ({
    number: smallList(list, { x, y, v: primals.get(step) }),
    words: words.replace(/\{(\w)\}/g, (_, key) => names[key]),
  }));
}

function joined(texts) {
  return `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}
