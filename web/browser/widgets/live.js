/**
 * Fetch what brings a page's widgets to life, when the first of them comes near: neither the text nor
 * a reader who never gets there waits for 150 KB of scripts. The tag of this script names the files.
 */
import { whenNear } from "../page/near.js";

const { dataset, src } = document.currentScript;

function fetchParts() {
  for (const part of dataset.parts.split(" ")) {
    const href = new URL(part, src).href;
    const isStyle = part.endsWith(".css");
    const element = document.createElement(isStyle ? "link" : "script");
    Object.assign(element, isStyle ? { rel: "stylesheet", href } : { src: href, async: false });
    document.head.append(element);
  }
}

const stop = whenNear(document.querySelectorAll(".course-widget"), () => {
  stop();
  fetchParts();
});
