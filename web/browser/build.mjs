/**
 * Build what the site carries, into dist/: page.js for every page, work.js for pages with code to run,
 * python/worker.mjs for its Python, live.js, widgets.js and widgets.css for pages with widgets, katex/
 * for pages with formulas.
 *
 *     cd web && npm ci && node browser/build.mjs
 *
 * The scripts are classic ones, not modules, so that a page opened as a file is live too.
 */
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const PACKAGES = "../node_modules";

/** Lines of packages that do not fit a page, and what stands there instead. */
const EDITS = [
  {
    // Published as AMD; its last line becomes an export.
    file: "anywidget/dist/index.js",
    from: 'define(["@jupyter-widgets/base"], widget_default);',
    to: "export default widget_default;",
  },
  // A page's security policy may forbid code made from text. These would never run here, but they
  // would be there; and underscore's templates, which need it, nobody calls.
  { file: "lodash/_root.js", from: "Function('return this')()", to: "globalThis" },
  { file: "underscore/modules/_setup.js", from: "Function('return this')()", to: "globalThis" },
  {
    file: "underscore/modules/template.js",
    from: "new Function(argument, '_', source)",
    to: "(() => { throw new Error('no templates') })()",
  },
];

/** Packages whose work a page does not need, and what stands in for them. */
const STAND_INS = {
  // Cleans the HTML in labels, with 215 KB of parsers. Ours hold plain text: all markup is escaped.
  "sanitize-html": `
    const escape = (text) => String(text).replace(/[&<>"]/g, (c) => "&#" + c.charCodeAt(0) + ";");
    export const defaults = { allowedTags: [], allowedAttributes: {} };
    export default Object.assign(escape, { defaults });`,
};

const adapt = {
  name: "adapt-packages",
  setup(build) {
    for (const { file, from, to } of EDITS) {
      const filter = new RegExp(`${file.replace(/[.]/g, "\\.").replace(/\//g, "[\\\\/]")}$`);
      build.onLoad({ filter }, ({ path }) => {
        const text = fs.readFileSync(path, "utf8");
        if (!text.includes(from)) throw new Error(`${file} no longer has "${from}": adapt build.mjs`);
        return { contents: text.replace(from, to), loader: "js" };
      });
    }
    const filter = new RegExp(`^(${Object.keys(STAND_INS).join("|")})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: "stand-in" }));
    build.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({
      contents: STAND_INS[path],
    }));
  },
};

/** KaTeX's styles and fonts: of the three formats of each font, the one that browsers take. */
function copyKatex() {
  const from = `${PACKAGES}/katex/dist`;
  fs.mkdirSync("dist/katex/fonts", { recursive: true });
  const css = fs.readFileSync(`${from}/katex.min.css`, "utf8");
  fs.writeFileSync(
    "dist/katex/katex.css",
    css.replace(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, ""),
  );
  for (const font of fs.readdirSync(`${from}/fonts`)) {
    if (font.endsWith(".woff2")) fs.copyFileSync(`${from}/fonts/${font}`, `dist/katex/fonts/${font}`);
  }
}

/** The licences of every package in the bundle, as they ask for. */
function writeLicences(inputs) {
  const packages = new Set(["katex", "pyodide"]);
  for (const path of Object.keys(inputs)) {
    const name = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1];
    if (name) packages.add(name);
  }
  const texts = [...packages].sort().map((name) => {
    const folder = `${PACKAGES}/${name}`;
    const { version, license } = JSON.parse(fs.readFileSync(`${folder}/package.json`, "utf8"));
    const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? fs.readFileSync(`${folder}/${file}`, "utf8").trim() : "";
    return `${name} ${version} (${license})\n\n${text}`;
  });
  fs.writeFileSync("dist/LICENSES.txt", texts.join(`\n\n${"-".repeat(80)}\n\n`) + "\n");
}

process.chdir(fileURLToPath(new URL(".", import.meta.url)));
fs.rmSync("dist", { recursive: true, force: true });
const { metafile } = await esbuild.build({
  entryPoints: [
    { in: "page/page.js", out: "page" },
    { in: "widgets/live.js", out: "live" },
    { in: "work/work.js", out: "work" },
    { in: "widgets/boot.js", out: "widgets" },
    { in: "widgets/widgets.css", out: "widgets" },
  ],
  outdir: "dist",
  bundle: true,
  minify: true,
  metafile: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  plugins: [adapt],
  logLevel: "warning",
});
copyKatex();
fs.mkdirSync("dist/python");
fs.copyFileSync("python/worker.mjs", "dist/python/worker.mjs");
writeLicences(metafile.inputs);
for (const file of Object.keys(metafile.outputs)) {
  const size = gzipSync(fs.readFileSync(file), { level: 9 }).length / 1024;
  console.log(`${file}: ${size.toFixed(0)} KB gzipped`);
}
