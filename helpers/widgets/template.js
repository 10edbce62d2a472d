/**
 * Texts with numbers in them; template.py fills in the same ones for a page without JavaScript.
 *
 * {loss:4} stands for the number `loss` with four digits behind the point, {8*w11+:2} for 8 times
 * the positive part of w11, {8*w11-:2} for 8 times its negative part, max(-w11, 0).
 */
const FIELD = /\{(?:([\d.]+)\*)?([^{}:*]+?)([+-]?):(\d+)\}/g;

/** The template with its fields replaced by `numbers[name]`. */
export function fill(template, numbers) {
  return template.replace(FIELD, (_, factor, name, part, digits) => {
    const x = numbers[name] * (part === "-" ? -1 : 1) * Number(factor ?? 1);
    return fixed(part ? Math.max(x, 0) : x, Number(digits));
  });
}

/** x with a fixed number of digits, a real minus sign, and no minus before a zero. */
export function fixed(x, digits) {
  if (Number.isNaN(x)) return "undefined";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  const text = Math.abs(x).toFixed(digits);
  return x < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** Does the text hold a field? */
export function isTemplate(text) {
  return text.search(FIELD) >= 0;
}
