/**
 * What the step-size lab shows, as numbers, words and lines to draw. numbers.py does the
 * same for the picture of a page without JavaScript: what each function is for, and what the constants
 * mean, stands there.
 */
import { display, fill, fixed } from "../shared/template.js";
import { forwardSweep, reverseSweep } from "../shared/wengert.js";

const PER_DECADE = 30;
const DECADES = 16;
const TOP = 2;
const HEIGHT = 19;
const SHELF = 20;
const SAMPLES = 200;
const REACH = 1.25;
const LEAST = 0.4;
const TOGETHER = 0.02;
const ROOM = 0.18;
const STAIR = 1 / 60;
const ZOOMS = "zooms with h"; // as the choice of the window has it

/**
 * A lab is a function from a setting to all that the drawing and the sentence need, by name.
 * `functions` is {name: {tape, second, third, why}}, `words` holds the templates of what the lab says.
 * An error curve is computed when it is first asked for.
 */
export function stepSizeLab(functions, words) {
  const curves = new Map();
  const curveOf = (name, method) => {
    const key = JSON.stringify([name, method]);
    if (!curves.has(key)) curves.set(key, errorCurve(functions[name].tape, method));
    return curves.get(key);
  };
  return ({ function: name, method, log10_h, window: kind }) => ({
    function: name,
    why: functions[name].why,
    ...labNumbers(functions[name], method, log10_h, kind === ZOOMS, words),
    ...curveOf(name, method),
  });
}

function labNumbers(chosen, method, log10_h, zooms, words) {
  const f = functionOf(chosen.tape);
  const { x } = chosen.tape.inputs;
  const h = stepOf(log10_h);
  const exact = slopeOf(chosen.tape);
  const quotient = differenceQuotient(f, x, h, method);
  const error = Math.abs(quotient - exact);
  const [formula, rounding] = models(chosen, method, Math.abs(f(x)) + Math.abs(x * exact));
  const numbers = {
    ...{ method, x, h, quotient, exact, error },
    formula: modelAt(formula, h),
    rounding: modelAt(rounding, h),
    apart: method === "central" ? 2 * h : h,
    ...panelOfF(f, x, h, quotient, exact, method, zooms),
    ...panelOfErrors(formula, rounding, log10_h, error),
  };
  return {
    ...numbers,
    verdict: fill(words[errorCase(f, x, h, method, numbers)], numbers),
    note: fill(words[windowCase(f(x), numbers, zooms)], numbers),
    best: fill(words[numbers["best.h"] > 0 ? "best" : "no best"], numbers),
  };
}

export function functionOf(tape) {
  return (x) => {
    const y = forwardSweep(tape, { x }).get(tape.output);
    return Number.isFinite(y) ? y : NaN;
  };
}

export function slopeOf(tape) {
  return reverseSweep(tape, forwardSweep(tape)).get("x");
}

export function stepOf(log10_h) {
  return Number((10 ** log10_h).toExponential(2));
}

export function differenceQuotient(f, x, h, method) {
  return method === "forward" ? (f(x + h) - f(x)) / h : (f(x + h) - f(x - h)) / (2 * h);
}

function models({ second, third }, method, rounded) {
  const byFirst = method === "forward" && second !== 0;
  return [
    byFirst ? { size: Math.abs(second) / 2, order: 1 } : { size: Math.abs(third) / 6, order: 2 },
    { size: Number.EPSILON * rounded, order: -1 },
  ];
}

const modelAt = ({ size, order }, h) => size * h ** order;

function errorCase(f, x, h, method, { error, formula, rounding }) {
  const left = method === "central" ? x - h : x;
  if (Number.isNaN(error)) return "undefined";
  if (left === x + h) return "same";
  if (error === 0) return "zero";
  if (f(left) === f(x + h)) return "flat";
  if (error > 10 * (formula + rounding)) return "more";
  if (formula > 3 * rounding) return "formula";
  return rounding <= 3 * formula ? "both" : "rounding";
}

function windowCase(here, { x, width, height, apart }, zooms) {
  if (Number.EPSILON * Math.max(Math.abs(here) / height, Math.abs(x) / width) > STAIR) return "stairs";
  if (zooms) return "zoomed";
  return apart < TOGETHER * width ? "together" : "apart";
}

// The panel of f. All in it is measured from the point (x, f(x)).

function panelOfF(f, x, h, quotient, exact, method, zooms) {
  const half = REACH * (zooms ? h : Math.max(h, LEAST));
  const here = f(x);
  const curve = Array.from(
    { length: SAMPLES + 1 },
    (_, k) => f(x + half * ((2 * k) / SAMPLES - 1)) - here,
  );
  const left = method === "central" ? -h : 0;
  const defined = !Number.isNaN(quotient);
  const rises = defined ? [f(x + left) - here, f(x + h) - here] : [0, 0];
  const slope = defined ? quotient : 0;
  const heights = {
    "tangent.start": -exact * half,
    "tangent.end": exact * half,
    "secant.start": rises[1] + slope * (-half - h),
    "secant.end": rises[1] + slope * (half - h),
    first: rises[0],
    second: rises[1],
    point: 0,
  };
  const [low, high] = windowOf(Object.values(heights), curve);
  const down = (y) => (high - y) / (high - low);
  return {
    ...Object.fromEntries(Object.entries(heights).map(([name, y]) => [`${name}.y`, down(y)])),
    "first.x": 0.5 + left / half / 2,
    "second.x": 0.5 + h / half / 2,
    curve: pathOf(curve.map((y, k) => [k / SAMPLES, low <= y && y <= high ? down(y) : NaN])),
    width: 2 * half,
    height: high - low,
    "secant.display": display(defined),
    "forth.display": display(h / half > ROOM),
    "back.display": display(h / half > ROOM && method === "central"),
  };
}

function windowOf(heights, curve) {
  const limit = 2 * Math.max(...heights.map(Math.abs)) || Infinity;
  const seen = [...heights, ...curve.filter((y) => Math.abs(y) <= limit)];
  const [low, high] = [Math.min(...seen), Math.max(...seen)];
  return low < high ? [low, high] : [-1, 1];
}

// The panel of the error.

function errorCurve(tape, method) {
  const f = functionOf(tape);
  const { x } = tape.inputs;
  const exact = slopeOf(tape);
  const errors = Array.from({ length: DECADES * PER_DECADE + 1 }, (_, k) => {
    const h = stepOf(k / PER_DECADE - DECADES);
    return [k / PER_DECADE, Math.abs(differenceQuotient(f, x, h, method) - exact)];
  });
  return {
    errors: pathOf(errors.map(([across, error]) => [across, errorDown(error)])),
    zeros: errors.map(([across, error]) => (error === 0 ? `M${fixed(across, 2)} 0v1` : "")).join(""),
  };
}

function panelOfErrors(formula, rounding, log10_h, error) {
  let best = 0;
  if (formula.size > 0 && rounding.size > 0) {
    best = (rounding.size / formula.size) ** (1 / (formula.order + 1));
  }
  const across = best > 0 ? Math.log10(best) + DECADES : -1;
  const down = errorDown(error);
  const inside = !Number.isNaN(down);
  return {
    ...segment("formula", formula),
    ...segment("rounding", rounding),
    "first order.display": display(formula.size > 0 && formula.order === 1),
    "second order.display": display(formula.size > 0 && formula.order === 2),
    "best.h": best,
    "best.x": Math.max(across, 0),
    "best.display": display(0 <= across && across <= DECADES),
    "at.x": log10_h + DECADES,
    "at.y": inside ? down : 0,
    "at.display": display(inside),
    "edge.y": error === 0 ? SHELF : error < 1 ? HEIGHT : 0,
    "edge.display": display(!inside && !Number.isNaN(error)),
  };
}

function segment(name, { size, order }) {
  let [start, end, top] = [0, 0, 0];
  if (size > 0) {
    top = TOP - Math.log10(size) + DECADES * order;
    const [left, right] = [top / order, (top - HEIGHT) / order].sort((a, b) => a - b);
    [start, end] = [Math.max(left, 0), Math.min(right, DECADES)];
  }
  const inside = start < end;
  return {
    [`${name}.start.x`]: inside ? start : 0,
    [`${name}.end.x`]: inside ? end : 0,
    [`${name}.start.y`]: inside ? top - order * start : 0,
    [`${name}.end.y`]: inside ? top - order * end : 0,
    [`${name}.display`]: display(inside),
  };
}

function errorDown(error) {
  const down = TOP - Math.log10(error);
  return 0 <= down && down <= HEIGHT ? down : NaN;
}

// What SVG wants.

function pathOf(points) {
  let [text, pen] = ["", "M"];
  for (const [x, y] of points) {
    if (!Number.isNaN(y)) text += `${pen}${fixed(x, 3)} ${fixed(y, 3)}`;
    pen = Number.isNaN(y) ? "M" : "L";
  }
  return text;
}
