/**
 * Fill templates as the browser does, for tests/widgets/test_javascript.py.
 *
 * Standard input:  [[template, {name: number or "NaN", "Infinity", "-Infinity", "-0"}], …]
 * Standard output: [text, …]
 */
import { readFileSync } from "node:fs";
import { fill } from "../../../helpers/widgets/shared/template.js";

const numbers = (texts) => Object.fromEntries(Object.entries(texts).map(([k, x]) => [k, Number(x)]));
const jobs = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(jobs.map(([template, x]) => fill(template, numbers(x)))));
