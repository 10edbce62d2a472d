/**
 * The service worker of the site: the pages that were visited, or all of them, without a network.
 *
 * In front of this text the build writes VERSION, FILES, {path: [digest, bytes]} for every file of the
 * site, and NOT_HERE, the page that stands for one that is not here. A cache holds files of one
 * version only, and what a page loads is verified by its digest: an old page never meets a new script.
 * A new version fills a cache of its own, whole, while the old one is in use. It takes over when the
 * reader opens or reloads a page; other pages that are open are then loaded anew.
 *
 * In:  { do: "state" | "keep" | "forget" }, { do: "remember", urls }, { do: "takeOver" }
 * Out: { bytes, of, kept, wanted }   how much of the course is here; with { busy } while more comes, and
 *                                    with { failed }, the error's name, where that ended
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

/** The address of a folder of pages that was asked for without its last slash, as servers have it. */
function folderOf(url) {
  const folder = new URL(url);
  folder.pathname += "/";
  return pathOf(folder) && folder.href;
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
  const open = await self.clients.matchAll({ type: "window" }); // of the version before
  await self.clients.claim();
  for (const page of open) {
    strangers.add(page.id);
    page.navigate(page.url);
  }
}

// ---- pages and their files

const strangers = new Set(); // open pages of another version: nothing of ours goes to them

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  const isPage = request.mode === "navigate";
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  if (path === undefined && !isPage) return;
  const folder = isPage && path === undefined && folderOf(request.url);
  if (folder) return event.respondWith(Response.redirect(folder));
  if (strangers.has(event.clientId) && !isPage) return;
  event.respondWith(answer(event, path, isPage));
});

/** Let the new version, which is complete, take over, and the browser ask again for the page. */
function handOver() {
  self.registration.waiting.postMessage({ do: "takeOver" });
  return new Response("", { headers: { "Content-Type": "text/html", Refresh: "0" } });
}

/** Look for a new version of the site, and wait until it is complete. Is there one? */
async function newVersion() {
  await self.registration.update().catch(() => {});
  const { installing } = self.registration;
  while (installing?.state === "installing") {
    await new Promise((resolve) => installing.addEventListener("statechange", resolve, { once: true }));
  }
  return Boolean(self.registration.waiting);
}

async function answer(event, path, isPage) {
  if (isPage && self.registration.waiting) return handOver();
  const cache = await open();
  const kept = path && (await cache.match(addressOf(path)));
  if (kept && (!isPage || (await isWhole(cache)))) return kept;
  try {
    if (!isPage) {
      const had = await fromBrowser(path);
      return verified(cache, path, had ?? (await fetch(event.request, { cache: "no-cache" })));
    }
    const response = await fetch(event.request, { cache: "no-cache" });
    if (!path || !response.ok) return response;
    if (await isOurs(path, response)) await cache.put(addressOf(path), response.clone());
    else if (await newVersion()) return handOver();
    else strangers.add(event.resultingClientId); // changed on its way, or half published
    return response;
  } catch (error) {
    if (kept || !isPage) return kept ?? Promise.reject(error);
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    return new Response(NOT_HERE.replace("{scope}", SCOPE), { status: 503, headers });
  }
}

/** A file of this version that the browser itself still has, so that nothing is sent twice; or null. */
async function fromBrowser(path) {
  const options = { cache: "only-if-cached", mode: "same-origin" };
  const response = await fetch(addressOf(path), options).catch(() => null);
  return response && (await isOurs(path, response)) ? response : null;
}

/**
 * A file for a page of this version. It is handed on as it comes, so that its bytes can be counted, and
 * breaks off at its end if it is of another version: no page uses the half of a file.
 */
function verified(cache, path, response) {
  if (!response.ok) return response;
  const chunks = [];
  const check = new TransformStream({
    transform(chunk, next) {
      chunks.push(chunk);
      next.enqueue(chunk);
    },
    async flush(next) {
      const whole = new Response(new Blob(chunks), { headers: response.headers });
      if (await isOurs(path, whole)) await cache.put(addressOf(path), whole);
      else {
        next.error(new TypeError(`${path} is of another version`));
        self.registration.update().catch(() => {});
      }
    },
  });
  return new Response(response.body.pipeThrough(check), { headers: response.headers });
}

// ---- all of it

let removals = 0; // how often all was to be forgotten: that ends what is being fetched
let whole = false; // once all is here it stays so, until it is to be forgotten

async function isWhole(cache) {
  if (!whole) whole = (await missingFrom(cache, Object.keys(FILES))).length === 0;
  return whole;
}

async function missingFrom(cache, paths) {
  const here = new Set((await cache.keys()).map(({ url }) => url));
  return [...paths].filter((path) => !here.has(addressOf(path)));
}

async function fetchMissing(cache, paths, goesOn = () => true) {
  for (const path of await missingFrom(cache, paths)) {
    if (!goesOn(path)) return;
    await fetchInto(cache, path);
  }
}

async function stateOf(cache) {
  const missing = await missingFrom(cache, Object.keys(FILES));
  const bytes = missing.reduce((sum, path) => sum - FILES[path][1], ALL);
  return { bytes, of: ALL, kept: !missing.length, wanted: Boolean(await cache.match(WANTED)) };
}

const DO = {
  takeOver: () => self.skipWaiting(),

  state: (cache) => stateOf(cache),

  /** What a page had loaded before there was a worker: the browser has it still. */
  async remember(cache, tell, { urls }) {
    const paths = urls.map(pathOf).filter((path) => path !== undefined);
    const before = removals;
    for (const path of await missingFrom(cache, new Set(paths))) {
      if (removals !== before) return;
      await fetchInto(cache, path, {}).catch(() => {}); // of another version: it is not ours to keep
    }
  },

  async keep(cache, tell) {
    const before = removals;
    await cache.put(WANTED, new Response());
    let { bytes } = await stateOf(cache);
    await fetchMissing(cache, Object.keys(FILES), (path) => {
      if (removals !== before) return false;
      tell({ bytes, of: ALL, kept: false, wanted: true, busy: true });
      bytes += FILES[path][1];
      return true;
    });
    return stateOf(cache);
  },

  async forget(cache) {
    whole = false;
    removals += 1;
    for (const request of await cache.keys()) await cache.delete(request);
    return stateOf(cache);
  },
};

self.addEventListener("message", (event) => {
  const tell = (said) => event.source.postMessage(said);
  const work = async () => {
    const cache = await open();
    try {
      const said = await DO[event.data.do](cache, tell, event.data);
      if (said) tell(said);
    } catch (error) {
      tell({ ...(await stateOf(cache)), failed: error.name });
    }
  };
  event.waitUntil(work());
});
