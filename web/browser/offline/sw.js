/**
 * The service worker of the site: the pages that were visited, or all of them, without a network.
 *
 * In front of this text the build writes VERSION, FILES, {path: [digest, bytes]} for every file of the
 * site, and NOT_HERE, the page that stands for one that is not here. A cache holds files of one version
 * only, each verified by its digest. A new version fills a cache of its own, whole, while the old one is
 * in use, and takes over when no page of the old one is open any more. So a course that is kept is of one
 * version. Where it is not kept, files come from the network first: an old page that stays open while the
 * site is published anew may load a script of the new one.
 *
 * In:  { do: "state" | "keep" | "forget" }, { do: "remember", urls }
 * Out: { bytes, of, kept, wanted }   how much of the course is here; with { busy } while more comes, and
 *                                    with { failed } where that ended
 */
const SCOPE = new URL("./", self.location).href;
const NAME = `course ${SCOPE} `;
const WANTED = new URL("kept-on-this-device", SCOPE).href; // in the cache if the reader wants all
const ALL = Object.values(FILES).reduce((sum, [, bytes]) => sum + bytes, 0);

const open = () => caches.open(NAME + VERSION);
const addressOf = (path) => new URL(path, SCOPE).href;

/** The path of a file of the site, as FILES has it; undefined for anything else. */
function pathOf(url) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (!address.startsWith(SCOPE)) return undefined;
  const path = decodeURI(address.slice(SCOPE.length));
  return [path, `${path}index.html`, `${path}.html`].find((each) => Object.hasOwn(FILES, each));
}

async function digestOf(response) {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Is a response the file of this version? */
async function isOurs(path, response) {
  return response.ok && (await digestOf(response.clone())).startsWith(FILES[path][0]);
}

/** Fetch a file and put it into our cache. Throws if it is of another version. */
async function fetchInto(cache, path, options = { cache: "no-cache" }) {
  const response = await fetch(addressOf(path), options);
  if (!(await isOurs(path, response))) throw new Error(`${path} is not the file that was expected`);
  await cache.put(addressOf(path), response);
}

// ---- a new version

self.addEventListener("install", (event) => event.waitUntil(install()));

/** Bring over what the last version had: as it is, if it is the same, else anew. All or nothing. */
async function install() {
  const cache = await open();
  const before = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== NAME + VERSION);
  const wanted = new Set();
  for (const old of await Promise.all(before.map((name) => caches.open(name)))) {
    if (await old.match(WANTED)) {
      await cache.put(WANTED, new Response());
      Object.keys(FILES).forEach((path) => wanted.add(path));
    }
    for (const { url } of await old.keys()) {
      const path = pathOf(url);
      if (path === undefined) continue;
      const kept = await old.match(url);
      if (await isOurs(path, kept)) await cache.put(addressOf(path), kept);
      else wanted.add(path);
    }
  }
  await fetchMissing(cache, wanted);
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(NAME) && name !== NAME + VERSION) await caches.delete(name);
  }
  await self.clients.claim();
}

// ---- pages and their files

const strangers = new Set(); // open pages of another version: nothing of ours goes to them

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  const isPage = request.mode === "navigate";
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  if (path === undefined && !isPage) return;
  if (strangers.has(event.clientId) && !isPage) return;
  event.respondWith(answer(event, path, isPage));
});

async function answer(event, path, isPage) {
  const cache = await open();
  const kept = path && (await cache.match(addressOf(path)));
  if (kept && (await isWhole(cache))) return kept;
  try {
    const response = await fetch(event.request);
    if (path) event.waitUntil(keepIfOurs(cache, path, response.clone(), isPage && event.resultingClientId));
    return response;
  } catch (error) {
    if (kept || !isPage) return kept ?? Promise.reject(error);
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    return new Response(NOT_HERE.replace("{scope}", SCOPE), { status: 503, headers });
  }
}

async function keepIfOurs(cache, path, response, client) {
  if (await isOurs(path, response)) await cache.put(addressOf(path), response);
  else if (client) {
    strangers.add(client);
    await self.registration.update(); // the site has a new version
  }
}

// ---- all of it

let whole = false; // once all is here it stays so, until it is to be forgotten

async function isWhole(cache) {
  if (!whole) whole = (await missingFrom(cache, Object.keys(FILES))).length === 0;
  return whole;
}

async function missingFrom(cache, paths) {
  const here = new Set((await cache.keys()).map(({ url }) => url));
  return [...paths].filter((path) => !here.has(addressOf(path)));
}

async function fetchMissing(cache, paths, onFile = () => {}) {
  for (const path of await missingFrom(cache, paths)) {
    await fetchInto(cache, path);
    onFile(path);
  }
}

async function stateOf(cache) {
  const missing = await missingFrom(cache, Object.keys(FILES));
  const bytes = missing.reduce((sum, path) => sum - FILES[path][1], ALL);
  return { bytes, of: ALL, kept: !missing.length, wanted: Boolean(await cache.match(WANTED)) };
}

const DO = {
  state: (cache) => stateOf(cache),

  /** What a page had loaded before there was a worker: the browser has it still. */
  async remember(cache, tell, { urls }) {
    const paths = urls.map(pathOf).filter((path) => path !== undefined);
    for (const path of await missingFrom(cache, new Set(paths))) {
      await fetchInto(cache, path, {}).catch(() => {}); // of another version: it is not ours to keep
    }
    return stateOf(cache);
  },

  async keep(cache, tell) {
    await cache.put(WANTED, new Response());
    let { bytes } = await stateOf(cache);
    await fetchMissing(cache, Object.keys(FILES), (path) => {
      bytes += FILES[path][1];
      tell({ bytes, of: ALL, kept: false, wanted: true, busy: true });
    });
    return stateOf(cache);
  },

  async forget(cache) {
    whole = false;
    for (const request of await cache.keys()) await cache.delete(request);
    return stateOf(cache);
  },
};

self.addEventListener("message", (event) => {
  const tell = (said) => event.source.postMessage(said);
  const work = async () => {
    const cache = await open();
    try {
      tell(await DO[event.data.do](cache, tell, event.data));
    } catch (error) {
      tell({ ...(await stateOf(cache)), failed: error.message });
    }
  };
  event.waitUntil(work());
});
