/**
 * The Jacobian of a list with n inputs and m outputs, by tangent sweeps and by reverse sweeps, and how
 * far both modes are at any moment of their race. numbers.py has the same for its end.
 */
import { fixed } from "../shared/template.js";
import { forwardSweep, reverseSweep, tangentSweep } from "../shared/wengert.js";

const MODES = ["forward", "reverse"];
const NEARLY_A_TIE = 0.05; // a difference of less than so much of the larger number

/** {mode: the Jacobian as that mode computes it}: a row for each of the outputs, m names of steps. */
export function jacobiansOf(program, outputs) {
  const names = Object.keys(program.inputs);
  const primals = forwardSweep(program);
  const columns = names.map((name) => tangentSweep(program, primals, { [name]: 1 }));
  const rows = outputs.map((output) => reverseSweep({ ...program, output }, primals));
  return {
    forward: outputs.map((output) => columns.map((tangents) => tangents.get(output))),
    reverse: rows.map((adjoints) => names.map((name) => adjoints.get(name))),
  };
}

/**
 * What a race is about: `largest`, how many inputs or outputs there may be; for each mode `ends`, the operations after which the values and then each
 * sweep are done, the last of which is its `total`; and the Jacobian's `entries` as texts.
 *
 * races   for n = 1, 2, …: {inputs, steps, outputs, values, tangents, reverses}, as `Race` in Python
 */
export function raceOf(races, rules, n, m) {
  const { inputs, steps, outputs, values, tangents, reverses } = races[n - 1];
  const jacobians = jacobiansOf({ inputs, steps, rules }, outputs.slice(0, m));
  const costs = { forward: tangents[m - 1], reverse: reverses.slice(0, m) };
  const modes = MODES.map((mode) => {
    const ends = [values[m - 1]];
    for (const cost of costs[mode]) ends.push(ends.at(-1) + cost);
    const entries = jacobians[mode].map((row) => row.map((x) => fixed(x, 2)));
    return [mode, { ends, total: ends.at(-1), entries }];
  });
  return { n, m, largest: races.length, modes: Object.fromEntries(modes) };
}

/** What each mode has done after `operations` of each: {mode: operations}, no more than it needs. */
export function afterOperations({ modes }, operations) {
  return perMode(modes, ({ total }) => Math.min(operations, total));
}

/** What each mode has done after k sweeps of each, or all that it needs. */
export function afterSweeps({ modes }, k) {
  return perMode(modes, ({ ends, total }) => ends[k] ?? total);
}

/** After how many operations of each, more than these, a mode ends a sweep; Infinity if none does. */
export function nextEnd({ modes }, operations) {
  const ends = Object.values(modes).flatMap((mode) => mode.ends.slice(1));
  return Math.min(...ends.filter((end) => end > operations));
}

/** Have both modes arrived? */
export function arrived({ modes }, done) {
  return MODES.every((mode) => done[mode] >= modes[mode].total);
}

/** All that the drawing and the words want, when each mode has `done` so many operations. */
export function raceNumbers(race, done) {
  const { n, m, largest, modes } = race;
  const totals = perMode(modes, ({ total }) => total);
  const longest = Math.max(...Object.values(totals));
  const numbers = {
    n,
    m,
    verdict: verdictOn(totals),
    "inputs in words": counted(n, "input"),
    "outputs in words": counted(m, "output"),
  };
  for (let k = 1; k <= largest; k++) {
    numbers[`x${k}`] = numbered("x", k, n);
    numbers[`y${k}`] = numbered("y", k, m);
  }
  for (const mode of MODES) {
    const { ends, total } = modes[mode];
    const soFar = Math.floor(done[mode]);
    const made = sweepsMade(ends, soFar);
    const entryAt = (j, i) => ((mode === "forward" ? i : j) < made ? modes[mode].entries[j]?.[i] ?? "" : "");
    const rows = range(m).map((j) => `y${j + 1}: ${range(n).map((i) => entryAt(j, i) || "?").join(", ")}`);
    const cells = mode === "forward" ? m : n; // that a sweep fills
    Object.assign(numbers, {
      [`${mode} sweeps`]: ends.length - 1,
      [`${mode} sweeps so far`]: made,
      [`${mode} sweeps in words`]: counted(ends.length - 1, "sweep"),
      [`${mode} operations`]: total,
      [`${mode} operations so far`]: soFar,
      [`${mode} share`]: total / longest,
      [`${mode} values so far`]: Math.min(soFar, ends[0]) / longest,
      [`${mode} mark`]: soFar < total ? "" : markOf(total, Math.min(...Object.values(totals))),
      [`${mode} rows`]: rows.join("; "),
    });
    for (let k = 0; k < largest; k++) {
      const sweep = `${mode} sweep ${k + 1}`;
      const [from, to] = [ends[k] ?? total, ends[k + 1] ?? total];
      const doneOfIt = Math.min(Math.max(soFar - from, 0), to - from);
      numbers[`${sweep} filled`] = doneOfIt && (cells * doneOfIt) / (to - from);
      numbers[`${sweep} from`] = from / longest;
      numbers[`${sweep} so far`] = doneOfIt / longest;
      for (let i = 0; i < largest; i++) numbers[`${mode} y${k + 1} x${i + 1}`] = entryAt(k, i);
    }
  }
  return numbers;
}

/** In words, how far both are; it changes when a sweep ends. */
export function soFarInWords(race, done) {
  const parts = MODES.map((mode) => {
    const { ends, total } = race.modes[mode];
    const made = sweepsMade(ends, done[mode]);
    const operations = made ? ends[made] : 0;
    return `${mode} mode has made ${made} of ${counted(ends.length - 1, "sweep")} with ${operations} of ${total} operations`;
  });
  return `So far ${parts.join(", ")}.`;
}

function verdictOn({ forward, reverse }) {
  const apart = Math.abs(forward - reverse);
  const ahead = forward < reverse ? "Forward" : "Reverse";
  if (apart === 0) return "A tie.";
  const nearly = apart < NEARLY_A_TIE * Math.max(forward, reverse);
  if (nearly) return `Nearly a tie: ${ahead.toLowerCase()} mode is ahead by ${apart}.`;
  return `${ahead} mode wins.`;
}

function markOf(total, fewest) {
  return total === fewest ? "✓ fewer operations" : `${total - fewest} operations more`;
}

function sweepsMade(ends, operations) {
  return ends.slice(1).filter((end) => end <= operations).length;
}

function perMode(modes, of) {
  return Object.fromEntries(MODES.map((mode) => [mode, of(modes[mode])]));
}

function counted(k, thing) {
  return k === 1 ? `${k} ${thing}` : `${k} ${thing}s`;
}

/** x₃, or nothing beyond the last. */
function numbered(letter, k, last) {
  return k <= last ? letter + "₀₁₂₃₄₅₆₇₈"[k] : "";
}

function range(length) {
  return Array.from({ length }, (_, k) => k);
}
