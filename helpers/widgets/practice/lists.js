/** The lists as programs, and the numbers that the reader is asked for. Python wrote the texts. */
import { forwardSweep, reverseSweep } from "../shared/wengert.js";

/** The program of a line of text, such as "x=5 y=2;div x 2;add y t1". */
export function programOf(line, rules) {
  const [inputs, ...steps] = line.split(";").map((part) => part.split(" "));
  return {
    inputs: Object.fromEntries(inputs.map((input) => input.split("=")).map(([name, x]) => [name, Number(x)])),
    steps: steps.map(([rule, ...operands]) => [rule, ...operands.map(operandOf)]),
    output: `t${steps.length}`,
    labels: {},
    rules,
  };
}

/** A program with both its sweeps: `primals` and `adjoints` are Maps by name. */
export function swept(program) {
  const primals = forwardSweep(program);
  return { program, primals, adjoints: reverseSweep(program, primals) };
}

/**
 * All that is asked for, in order: the values of the steps, then the adjoints from the output up to the
 * inputs. A question is {kind: "value" or "adjoint", name, number}; the number is its answer.
 */
export function questionsOf({ program, primals, adjoints }) {
  const names = [...primals.keys()];
  const steps = names.filter((name) => !Object.hasOwn(program.inputs, name));
  return [
    ...steps.map((name) => ({ kind: "value", name, number: primals.get(name) })),
    ...names.reverse().map((name) => ({ kind: "adjoint", name, number: adjoints.get(name) })),
  ];
}

/** The step of this name, [rule, operand, …]. */
export function stepOf(program, name) {
  return program.steps[Number(name.slice(1)) - 1];
}

/** Where the name is an operand, [[step, the operand's number], …], in the order of the reverse sweep. */
export function usesOf(program, name) {
  const uses = program.steps.flatMap(([, ...operands], k) =>
    operands.flatMap((operand, i) => (operand === name ? [[`t${k + 1}`, i]] : [])),
  );
  return uses.reverse();
}

function operandOf(text) {
  return Number.isNaN(Number(text)) ? text : Number(text);
}
