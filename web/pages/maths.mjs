/**
 * Set formulas as KaTeX does, when the site is built, so that readers need no script for maths.
 *
 * Standard input: [{ tex, display }, …] as JSON. Standard output: [{ html } or { error }, …].
 */
import fs from "node:fs";
import katex from "katex";

const formulas = JSON.parse(fs.readFileSync(0, "utf8"));
const set = formulas.map(({ tex, display }) => {
  try {
    return { html: katex.renderToString(tex, { displayMode: display, strict: "ignore" }) };
  } catch (error) {
    return { error: error.message };
  }
});
process.stdout.write(JSON.stringify(set));
