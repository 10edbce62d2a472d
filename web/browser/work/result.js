/** What came of a run, as a reader sees it. */

const MEGA = 1e6;

/** How far Python has come. */
export function progressWords(fetched, of) {
  const mega = (bytes) => (bytes / MEGA).toFixed(1);
  return fetched < of
    ? `Fetching Python, once: ${mega(fetched)} of ${mega(of)} MB`
    : "Starting Python …";
}

/** The elements that show a result of PagePython.run: what was printed, then what came of it. */
export function shownResult({ printed, html, text, error, late, ended, failed }) {
  const shown = [];
  if (printed) shown.push(output(printed));
  if (html) {
    const display = element("div", { className: "course-shown", innerHTML: html });
    shown.push(display);
  }
  if (text) shown.push(output(text));
  if (error) shown.push(trouble("! There was an error.", ""), output(error));
  if (late) {
    shown.push(
      trouble(
        `! Ended after ${late} seconds.`,
        "Does a loop never come to its end? A `while` needs a condition that turns false. Python starts anew with the next run.",
      ),
    );
  }
  if (ended !== undefined) {
    shown.push(
      trouble(
        "! Python broke down.",
        "That happens when more is nested than a browser has room for: thousands of calls, lists or objects, each inside the other. It starts anew with the next run.",
      ),
    );
  }
  if (failed !== undefined) shown.push(trouble("! Python is not there.", howToGetPython(failed)));
  return shown;
}

/** What to do where the files that a run needs cannot be had. */
function howToGetPython(why) {
  if (location.protocol === "file:") {
    return "A page that is opened as a file cannot start it. Open the course from a server: make serve.";
  }
  return `Its files could not be fetched (${why}). Is there a connection? What you wrote is kept; press the button again.`;
}

function trouble(heading, message) {
  const strong = element("strong", { textContent: heading });
  const words = message.split("`").map((part, i) => (i % 2 ? element("code", { textContent: part }) : part));
  const shown = element("p", { className: "course-feedback error" });
  shown.append(strong, " ", ...words);
  return shown;
}

/** Text as it was printed, in a box that keys can scroll. */
function output(text) {
  const pre = element("pre", { tabIndex: 0 });
  pre.append(element("code", { textContent: text }));
  return pre;
}

export function element(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}
