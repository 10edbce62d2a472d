/**
 * The Wengert list in the browser: the forward sweep, the reverse sweep and the tangent sweep.
 *
 * A program is what program.py wrote: inputs, steps, output, labels, and for each
 * rule the local derivatives as small lists of their own. This file knows the value of each
 * primitive and no derivative at all.
 */

/** What each primitive computes, by its name. */
export const VALUES = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  neg: (x) => -x,
  power: (x, y) => (Math.abs(x) === 1 && !Number.isFinite(y) ? 1 : x ** y), // as in Python
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  sqrt: Math.sqrt,
  sigmoid: (x) => {
    const e = Math.exp(-Math.abs(x)); // never above 1, so nothing overflows
    return (x < 0 ? e : 1) / (1 + e);
  },
  relu: (x) => (x <= 0 ? 0 : x),
  maximum: (x, y) => (y >= x || y !== y ? y : x),
  absolute: Math.abs,
  greater: (x, y) => (x <= y || y !== y ? 0 : 1), // 1 where the maximum is x
  xlogy: (x, y) => (x === 0 ? 0 : x * Math.log(y)),
};

/** The names of the primitives, for the test that holds them against the rule book. */
export const PRIMITIVES = Object.keys(VALUES);

/**
 * Every primal by name, in a Map: inputs, then t1, t2, … Inputs not given keep the program's values.
 * A step outside its domain has the value NaN or ±Infinity.
 */
export function forwardSweep(program, inputs = {}) {
  const primals = new Map(Object.entries({ ...program.inputs, ...inputs }));
  program.steps.forEach(([rule, ...operands], k) => {
    primals.set(`t${k + 1}`, VALUES[rule](...operands.map((x) => valueOf(x, primals))));
  });
  return primals;
}

/** Every adjoint by name, in a Map: the derivative of the output with respect to it. */
export function reverseSweep(program, primals) {
  const adjoints = new Map([[program.output, 1]]);
  for (let k = program.steps.length; k > 0; k--) {
    const adjoint = adjoints.get(`t${k}`);
    // The output does not depend on this step; or not here, and then its slopes need not exist.
    if (!adjoint && !Number.isNaN(adjoint)) continue;
    program.steps[k - 1].slice(1).forEach((operand, i) => {
      if (typeof operand !== "string") return;
      const local = localDerivative(program, primals, k, i);
      adjoints.set(operand, (adjoints.get(operand) ?? 0) + adjoint * local);
    });
  }
  return new Map([...primals.keys()].map((name) => [name, adjoints.get(name) ?? 0]));
}

/**
 * Forward mode: every tangent by name, in a Map, for a given tangent of each input (0 if not given).
 * The tangent of the output is the derivative along that direction.
 */
export function tangentSweep(program, primals, directions) {
  const inputs = Object.keys(program.inputs);
  const tangents = new Map(inputs.map((name) => [name, directions[name] ?? 0]));
  program.steps.forEach(([, ...operands], k) => {
    let tangent = 0;
    operands.forEach((operand, i) => {
      const incoming = typeof operand === "string" ? tangents.get(operand) : 0;
      if (incoming !== 0) tangent += localDerivative(program, primals, k + 1, i) * incoming;
    });
    tangents.set(`t${k + 1}`, tangent);
  });
  return tangents;
}

/** The local derivative of step k, counted from 1, with respect to its operand i, from 0. */
export function localDerivative(program, primals, k, i) {
  const [rule, ...operands] = program.steps[k - 1];
  const [x, y] = operands.map((operand) => valueOf(operand, primals));
  return smallList(program.rules[rule][i], { x, y, v: primals.get(`t${k}`) });
}

/** What a small list computes: a function of the operands x, y of a step and of its value v. */
export function smallList({ steps, output }, inputs) {
  return valueOf(output, forwardSweep({ inputs, steps }));
}

/**
 * All numbers of a program under one roof, as templates want them: the inputs, the labelled steps
 * under their labels, and the derivative of the output with respect to each input as "grad.name".
 */
export function allNumbers(program, inputs) {
  const primals = forwardSweep(program, inputs);
  const adjoints = reverseSweep(program, primals);
  const numbers = Object.fromEntries(primals);
  for (const [step, label] of Object.entries(program.labels)) numbers[label] = primals.get(step);
  for (const name of Object.keys(program.inputs)) numbers[`grad.${name}`] = adjoints.get(name);
  return numbers;
}

/** An operand is the name of a variable or a constant. */
function valueOf(operand, primals) {
  return typeof operand === "string" ? primals.get(operand) : operand;
}
