/** A step of a list as text. */
import { significant } from "./template.js";

/** What a step computes, "exp(t3)". `show` writes an operand, a name or a number. */
export function computes([rule, ...operands], ruleTexts, show = shownOperand) {
  const text = ruleTexts[rule];
  const bracket = (shown) => (shown.startsWith("−") && !text.includes("(") ? `(${shown})` : shown);
  return text.replace(/\{(\d)\}/g, (_, i) => bracket(show(operands[i])));
}

/** An operand as it is written: a name, or a number. */
export function shownOperand(x) {
  return typeof x === "string" ? x : significant(x);
}
