/**
 * What the dual explorer shows, as numbers, words and places to draw. numbers.py does
 * the same for the picture of a page without JavaScript; what the constants mean stands there.
 */
import { display, fill, inBrackets, significant } from "../shared/template.js";
import { forwardSweep, localDerivative, tangentSweep } from "../shared/wengert.js";

const FEW = 4;
const MANY = 6;
const LETTER = 0.034;
const GAP = 0.02;
const BESIDE = 0.04;
const EDGE = 0.05;
const LEAST = 0.04;
const [ABOVE, BELOW] = [0.03, 0.07];

/**
 * All that the drawing, the table and the sentence need, by name. `chosen` is {tape, window, computes},
 * `words` holds a template for each case. `stop` is the index of the line at which the program or its
 * tangents end, the last line if nothing does.
 */
export function dualNumbers(chosen, { a, tangent }, words) {
  const numbers = swept(chosen, a, tangent);
  const { rise } = numbers;
  numbers["rise.label"] = Number.isNaN(rise) ? "" : `${significant(rise, FEW)} ε`;
  const places = placesIn(chosen.window, numbers);
  return { ...numbers, ...places, ...inWords(chosen, numbers, places, words) };
}

function swept({ tape, computes }, a, tangent) {
  const primals = forwardSweep(tape, { x: a });
  const values = asFarAsFinite(primals);
  const slopes = asFarAsFinite(tangentSweep(tape, primals, { x: 1 }), values);
  const tangents = asFarAsFinite(tangentSweep(tape, primals, { x: tangent }), slopes);
  const numberIn = (found, name) => found.get(name) ?? NaN;
  const numbers = {
    a,
    tangent,
    "f(a)": numberIn(values, tape.output),
    "f'(a)": numberIn(slopes, tape.output),
    rise: numberIn(tangents, tape.output),
  };
  computes.forEach((_, k) => {
    numbers[`t${k + 1}`] = numberIn(values, `t${k + 1}`);
    numbers[`t${k + 1}.tangent`] = numberIn(tangents, `t${k + 1}`);
  });
  return numbers;
}

/** The entries of a Map up to the first whose number is not finite, or that `others` lacks. */
function asFarAsFinite(found, others = found) {
  const entries = [...found];
  const end = entries.findIndex(([name, x]) => !Number.isFinite(x) || !others.has(name));
  return new Map(end < 0 ? entries : entries.slice(0, end));
}

function caseOf(numbers) {
  if (Number.isNaN(numbers["f(a)"])) return "no value";
  if (Number.isNaN(numbers["f'(a)"])) return "no slope";
  return numbers.tangent !== 0 ? "tangent" : "no tangent";
}

function inWords({ computes }, numbers, { inside, cut }, words) {
  const { a, tangent, "f(a)": value, rise } = numbers;
  const at = caseOf(numbers);
  const missing = at === "no value" ? "" : ".tangent";
  const stops = computes.findIndex((_, k) => Number.isNaN(numbers[`t${k + 1}${missing}`])) + 1;
  const texts = { in: dualText(a, tangent, FEW), out: dualText(value, rise, FEW) };
  for (const name of ["a", "tangent", "f(a)", "f'(a)", "rise"]) texts[name] = significant(numbers[name], FEW);
  texts.stop = stops ? `t${stops} = ${computes[stops - 1]}` : "";
  let caption = at;
  if (at.endsWith("tangent") && !inside) caption = "outside";
  else if (at === "tangent" && cut) caption = "beyond";
  return {
    stop: stops || computes.length,
    sentence: fill(words[at], texts),
    caption: fill(words[`caption: ${caption}`], texts),
  };
}

function dualText(value, tangent, digits) {
  return `${significant(value, digits)} ${tangentText(tangent, digits)}ε`.replaceAll(" ", "\u00a0");
}

function tangentText(tangent, digits) {
  return `${tangent < 0 ? "−" : "+"} ${significant(Math.abs(tangent), digits)}`;
}

/** The lines of the table: [name, what it computes, value, tangent], the input first. */
export function rowsOf({ computes }, numbers) {
  const row = (name, text, value, tangent) => [
    name,
    text,
    Number.isNaN(value) ? "—" : significant(value, MANY),
    Number.isNaN(tangent) ? "—" : `${tangentText(tangent, MANY)} ε`,
  ];
  return [
    row("x", "a + ȧε", numbers.a, numbers.tangent),
    ...computes.map((text, k) => {
      const name = `t${k + 1}`;
      return row(name, text, numbers[name], numbers[`${name}.tangent`]);
    }),
  ];
}

/** Line k of the table in words: 0 is the input, k the step tk. */
export function lineInWords({ tape, computes }, numbers, k, words) {
  const { a, tangent } = numbers;
  if (k === 0) return fill(words["line: input"], { in: dualText(a, tangent, FEW) });
  const step = `t${k} = ${computes[k - 1]}`;
  const value = significant(numbers[`t${k}`], FEW);
  if (Number.isNaN(numbers[`t${k}`])) return fill(words["line: no value"], { step });
  const found = numbers[`t${k}.tangent`];
  if (Number.isNaN(found)) return fill(words["line: no slope"], { step, value });
  const primals = forwardSweep(tape, { x: a });
  const products = tape.steps[k - 1].slice(1).flatMap((operand, i) => {
    if (typeof operand !== "string") return [];
    const local = localDerivative(tape, primals, k, i);
    const incoming = operand === "x" ? tangent : numbers[`${operand}.tangent`];
    return [`${inBrackets(local, FEW)} × ${inBrackets(incoming, FEW)}`];
  });
  const sum = `${products.join(" + ")} = ${significant(found, FEW)}`;
  return fill(words["line: step"], { step, value, sum });
}

function placesIn({ left, right, low, high }, numbers) {
  const { a, tangent, "f(a)": value, "f'(a)": slope, rise } = numbers;
  const [width, height] = [right - left, high - low];
  const inside = low <= value && value <= high;
  const slant = inside ? (slope * width) / height : NaN;
  const sloped = Number.isFinite(slant);
  const x = (a - left) / width;
  const y = inside ? (high - value) / height : 0;
  const steepness = sloped ? slant : 0;
  let [start, stop] = [-x, 1 - x];
  if (steepness !== 0) {
    const [first, second] = [(y - 1) / steepness, y / steepness].sort((s, t) => s - t);
    [start, stop] = [Math.max(start, first), Math.min(stop, second)];
  }
  const end = x + tangent / width;
  const tip = sloped ? y - rise / height : y;
  const falls = tip > y;
  const [cutEnd, cutTip] = [within(end), within(tip)];
  const runs = sloped && tangent !== 0;
  const rises = runs && cutEnd === end;
  const room = LETTER * numbers["rise.label"].length;
  const after = tangent < 0 ? end - GAP < room : end + GAP <= 1 + BESIDE - room;
  let middle = (y + cutTip) / 2;
  if (after === tangent < 0) {
    middle = falls ? Math.max(middle, y + BELOW) : Math.min(middle, y - ABOVE);
    if (!(EDGE <= middle && middle <= 1 - EDGE)) middle = falls ? y - ABOVE - BELOW : y + 2 * BELOW;
  }
  return {
    inside,
    cut: runs && (cutEnd !== end || cutTip !== tip),
    "at.x": x,
    "at.y": y,
    "start.x": x + start,
    "start.y": y - steepness * start,
    "stop.x": x + stop,
    "stop.y": y - steepness * stop,
    "end.x": cutEnd,
    "tip.y": cutTip,
    "tip.turn": falls ? 180 : 0,
    "run.x": within((x + cutEnd) / 2, EDGE),
    "run.y": within(falls ? y - ABOVE : y + BELOW, EDGE),
    "rise.x": cutEnd + (after ? GAP : -GAP),
    "rise.y": within(middle, EDGE),
    "rise.anchor": after ? "start" : "end",
    "point.display": display(inside),
    "tangent.display": display(sloped),
    "run.display": display(runs),
    "rise.display": display(rises),
    "ȧ.display": display(runs && Math.abs(cutEnd - x) > LEAST),
    "tip.display": display(rises && cutTip === tip && Math.abs(tip - y) > LEAST),
  };
}

const within = (x, margin = 0) => Math.min(Math.max(x, margin), 1 - margin);
