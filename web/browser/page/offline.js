/**
 * The course without a network: register the service worker, when the page has nothing else to do,
 * and offer on the front page to keep all of it on this device.
 */
import { ownFile } from "./place.js";

const MEGA = 1e6;

export function workOffline() {
  const workers = navigator.serviceWorker; // none on a page opened as a file, or from an insecure host
  if (!workers) return;
  const line = document.querySelector(".course-keep");
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  const isFirstVisit = !workers.controller;
  const begin = async () => {
    try {
      await workers.register(ownFile("../sw.js"));
      const { active } = await workers.ready;
      if (isFirstVisit) {
        await looksAfterThisPage(workers); // what is loaded from then on goes by way of it
        active.postMessage({ do: "remember", urls: loaded() });
      }
      if (line) offerToKeep(line, active);
    } catch {
      // a browser that refuses: the site works without it
    }
  };
  addEventListener("load", () => whenIdle(begin));
}

/** Resolves when the worker has taken this page over. */
async function looksAfterThisPage(workers) {
  if (workers.controller) return;
  await new Promise((resolve) => workers.addEventListener("controllerchange", resolve, { once: true }));
}

/** The addresses of this page and of all that it has loaded. */
function loaded() {
  return [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)];
}

function offerToKeep(line, active) {
  const [keep, forget] = line.querySelectorAll("button");
  const status = line.querySelector("[role=status]");
  const ask = (what) => active.postMessage({ do: what });

  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    const { kept, wanted, busy } = data;
    line.dataset.known = "";
    keep.hidden = kept || Boolean(busy);
    keep.textContent = wanted ? "Go on keeping it" : "Keep the course on this device";
    forget.hidden = !wanted;
    status.textContent = wordsOf(data);
  });
  keep.addEventListener("click", () => {
    status.textContent = "Fetching …";
    navigator.storage?.persist?.(); // not to be removed when the device needs room, if the browser agrees
    ask("keep");
  });
  forget.addEventListener("click", () => ask("forget"));
  ask("state");
}

/** How much of the course is on the device, in words. */
export function wordsOf({ bytes, of, kept, wanted, failed }) {
  const mega = (n) => (n / MEGA).toFixed(1);
  if (kept) return `It is on this device (${mega(of)} MB): all of it works without a network.`;
  const share = `${mega(bytes)} of ${mega(of)} MB`;
  if (failed !== undefined) {
    const why = failed === "QuotaExceededError" ? "this device has no room for more." : "is there a connection?";
    return `Stopped at ${share}: ${why} What is here stays.`;
  }
  if (wanted) return share;
  return `${mega(of)} MB, then all of it works without a network. Pages that you have read do so already.`;
}
