/** The numbers of both sweeps, one line at a time. What the lines are, Python says: see `moves` there. */
import { forwardSweep, localDerivative } from "../shared/wengert.js";

/**
 * Every line with its numbers. `number` is what the line computes and `to` whose it is: the value of a
 * step (forward), the adjoint of the output (seed), or a contribution to the adjoint of an operand
 * (reverse), which is `from`, the adjoint of the step, times the `local` derivative. `adjoint` is then
 * the sum of the contributions so far.
 */
export function sweepLines(program, moves, inputs) {
  const primals = forwardSweep(program, inputs);
  const adjoints = new Map();
  const receive = (name, number) => {
    adjoints.set(name, (adjoints.get(name) ?? 0) + number);
    return adjoints.get(name);
  };
  return moves.map(([kind, step, operand]) => {
    if (kind === "start") return { kind };
    if (kind === "forward") return { kind, step, to: step, number: primals.get(step) };
    if (kind === "seed") return { kind, step, to: step, number: 1, adjoint: receive(step, 1) };
    const k = Number(step.slice(1));
    const to = program.steps[k - 1][operand + 1];
    const from = adjoints.get(step);
    const local = localDerivative(program, primals, k, operand);
    const number = from === 0 ? 0 : from * local; // what meets a 0 may be infinite
    return { kind, step, operand, to, from, local, number, adjoint: receive(to, number) };
  });
}

/**
 * What is known after the line at `position`: `primals` and `adjoints`, Maps by name. Adjoints are
 * there from the start of the reverse sweep, 0 until something is added.
 */
export function knownAfter(position, lines, inputs) {
  const primals = new Map(Object.entries(inputs));
  const adjoints = new Map();
  for (const { kind, to, number, adjoint } of lines.slice(0, position + 1)) {
    if (kind === "forward") primals.set(to, number);
    if (kind === "seed") for (const name of primals.keys()) adjoints.set(name, 0);
    if (adjoint !== undefined) adjoints.set(to, adjoint);
  }
  return { primals, adjoints };
}
