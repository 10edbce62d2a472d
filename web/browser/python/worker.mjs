/**
 * Python in a worker: Pyodide's core and the course's modules, from the site's own files.
 *
 * In:   { cells }                       the code cells of the page's notebook, [[id, source], …], once
 *       { id, cell, source, mine, check }   a cell to run: see Session.run in web/python/session.py
 * Out:  { fetched, of }                 how far the files have come, in bytes
 *       { ready: true } | { failed }    Python is there, or could not be had
 *       { id, answer } | { id, ended }  what came of a run; Python itself broke down, in it or after it
 */
import { loadPyodide } from "./pyodide.mjs";

const HERE = new URL("./", import.meta.url);
const WASM = "pyodide.asm.wasm";
const LIBRARY = "python_stdlib.zip";
const COURSE = "course.zip";
const STACK = 100_000; // bytes of it, found by trial: 150,000 still hold, 300,000 do not

let lost; // the first file that could not be had: Pyodide only says that it ends

/** Fetch a file of the site and count its bytes as they come. */
async function fetchCounted(name, count) {
  const answer = await fetchFromSite(new URL(name, HERE));
  if (!answer.ok) throw new Error((lost ??= `${name}: ${answer.status}`));
  const counter = new TransformStream({
    transform(chunk, next) {
      count(chunk.byteLength);
      next.enqueue(chunk);
    },
  });
  return answer.body.pipeThrough(counter);
}
const fetchFromSite = globalThis.fetch.bind(globalThis);

async function start(cells) {
  const sizes = await (await fetchFromSite(new URL("sizes.json", HERE))).json();
  const of = [`${WASM}.gz`, LIBRARY, COURSE].reduce((sum, name) => sum + sizes[name], 0);
  let fetched = 0;
  const count = (bytes) => postMessage({ fetched: (fetched += bytes), of });
  const course = fetchCounted(COURSE, count).then((body) => new Response(body).arrayBuffer());

  // Pyodide fetches its files by name. It gets the one that is stored compressed unpacked.
  globalThis.fetch = async (request, options) => {
    const { href } = new URL(request.url ?? request, HERE);
    if (href.endsWith(WASM)) {
      const body = (await fetchCounted(`${WASM}.gz`, count)).pipeThrough(new DecompressionStream("gzip"));
      return new Response(body, { headers: { "Content-Type": "application/wasm" } });
    }
    if (href.endsWith(LIBRARY)) return new Response(await fetchCounted(LIBRARY, count));
    return fetchFromSite(request, options);
  };
  const python = await loadPyodide({ indexURL: HERE.href });
  protectStack(python._module);
  python.unpackArchive(await course, "zip");
  const session = python.pyimport("web.python.session").of_page(JSON.stringify(cells));
  return {
    run: (request) => JSON.parse(session.run_as_json(JSON.stringify(request))),
    letGo: () => session.let_go(),
  };
}

/**
 * Let Python raise RecursionError before the browser's own stack, which is much smaller than Python
 * believes, runs over and takes Python along.
 */
function protectStack(wasm) {
  const base = wasm._emscripten_stack_get_base();
  wasm._PyUnstable_ThreadState_SetStackProtection(wasm._PyThreadState_Get(), base - STACK, STACK);
}

let session;
onmessage = async ({ data }) => {
  if (data.cells) {
    try {
      session = await start(data.cells);
      postMessage({ ready: true });
    } catch (error) {
      postMessage({ failed: lost ?? String(error?.message ?? error) });
    }
    return;
  }
  const { id, ...request } = data;
  try {
    postMessage({ id, answer: session.run(request) });
    session.letGo();
  } catch (error) {
    postMessage({ id, ended: String(error?.message ?? error) });
  }
};
