/**
 * Texts with numbers in them; template.py fills in the same ones for a page without JavaScript.
 *
 * {loss:4} stands for the number `loss` with four digits behind the point, {8*w11+:2} for 8 times
 * the positive part of w11, {8*w11-:2} for 8 times its negative part, max(-w11, 0). {loss:4?} has
 * four digits at most: zeros at the end are left out. {h:e2} splits off a power of ten, as in
 * 1.00e−4, and {note:s} stands for a text.
 */
const FIELD = /\{(?:([\d.]+)\*)?([^{}:*]+?)([+-]?):(?:s|(e?)(\d+)(\??))\}/g;

/** The template with its fields replaced by `numbers[name]`. */
export function fill(template, numbers) {
  return template.replace(FIELD, (_, factor, name, part, e, digits, atMost) => {
    if (digits === undefined) return numbers[name];
    const x = numbers[name] * (part === "-" ? -1 : 1) * Number(factor ?? 1);
    const text = (e ? scientific : fixed)(part ? Math.max(x, 0) : x, Number(digits));
    return atMost ? withoutZeros(text) : text;
  });
}

/**
 * x with a fixed number of digits, a real minus sign, and no minus before a zero. From 1e21 on, where
 * toFixed ends, a power of ten is split off.
 */
export function fixed(x, digits) {
  if (Number.isNaN(x)) return "undefined";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  const size = Math.abs(x);
  const text = size < 1e21 ? size.toFixed(digits) : size.toExponential(digits);
  return x < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/**
 * x with so many significant digits, without zeros at the end, and with a power of ten split off where
 * the plain number would be long: 83.16, 0.0001, 1.5e−7.
 */
export function significant(x, digits = 6) {
  if (x === 0 || !Number.isFinite(x)) return fixed(x, 0);
  const size = Math.abs(x);
  const [mantissa, exponent] = size.toExponential(digits - 1).split("e").map((part) => Number(part));
  const plain = exponent > -5 && exponent < digits;
  const text = plain
    ? withoutZeros(size.toPrecision(digits))
    : `${mantissa}e${exponent < 0 ? "−" : ""}${Math.abs(exponent)}`;
  return x < 0 ? `−${text}` : text;
}

/** x in seven characters at most, with up to four significant digits: 0.4621, −2.2e−4. */
export function short(x) {
  const rounded = [4, 3, 2].map((digits) => significant(x, digits));
  const texts = [...rounded, scientific(x, 1), scientific(x, 0)];
  return texts.find((text) => text.length <= 7) ?? texts[0];
}

/** x as 1.00e−4, with a real minus sign; from 1 to 10 without a power of ten, and 0 as 0. */
export function scientific(x, digits) {
  if (x === 0) return "0";
  if (!Number.isFinite(x)) return fixed(x, digits);
  return x.toExponential(digits).replace(/e\+0$/, "").replace("+", "").replaceAll("-", "−");
}

/** 2.50 as 2.5, 2.00 as 2, and 2.00e−4 as 2e−4. */
function withoutZeros(text) {
  return text.replace(/\.0+(?=$|e)|(\.\d*?)0+(?=$|e)/, "$1");
}

/** x with its sign in brackets, as a factor is written. */
export function inBrackets(x, digits) {
  return x < 0 ? `(${significant(x, digits)})` : significant(x, digits);
}

/** The text for a template that shows a part of a drawing or hides it, as SVG says it. */
export const display = (shown) => (shown ? "inline" : "none");

/** Does the text hold a field? */
export function isTemplate(text) {
  return text.search(FIELD) >= 0;
}

/** A typed number as JavaScript writes it: its minus sign, no space after that, a decimal point. */
export function asNumeral(typed) {
  const signed = typed.trim().replace(/[-−–]\s*/g, "-");
  return signed.includes(".") ? signed : signed.replace(",", ".");
}

/** A typed number, or a typed fraction such as 3/4, as a number; NaN for anything else. */
export function typedNumber(typed) {
  const parts = typed.split("/").map((part) => (part.trim() === "" ? NaN : Number(asNumeral(part))));
  return parts.length > 2 ? NaN : parts.reduce((numerator, divisor) => numerator / divisor);
}
