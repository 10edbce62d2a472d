/**
 * How far a reader has come, as plain data. It stays on the reader's device (see reading.js).
 *
 * { latest: "03-…",
 *   notebooks: { "03-…": { reached: [id, …], of: 13, at: id, heading, read, exercises: 8 } } }
 */
export const NOTHING = { latest: null, notebooks: {} };

/**
 * The progress after section `id` of a notebook, one of its sections [{ id, heading }, …]; it has so
 * many exercises.
 */
export function reach(progress, notebook, id, sections, exercises = 0) {
  const before = progress.notebooks[notebook] ?? { reached: [], read: false };
  const there = (each) => each === id || before.reached.includes(each);
  const entry = {
    reached: sections.map((section) => section.id).filter(there), // one that is gone is forgotten
    of: sections.length,
    at: id,
    heading: sections.find((section) => section.id === id).heading,
    read: before.read || id === sections.at(-1).id, // to the end
    exercises,
  };
  return { latest: notebook, notebooks: { ...progress.notebooks, [notebook]: entry } };
}

/**
 * How far a notebook is read: its state for the style, and the same in words, with how many of its
 * exercises are done.
 */
export function stateOf(progress, notebook, done = 0) {
  const entry = progress.notebooks[notebook];
  if (!entry) return { state: "new", words: "Not started" };
  const { reached, of, read, exercises } = entry;
  const sections = read ? "Read" : `${reached.length} of ${of} sections`;
  const solved = done ? `, ${done} of ${exercises} exercises` : "";
  return { state: read ? "read" : "begun", words: sections + solved };
}

/**
 * Where to go on, on a road [{ name, title }, …]: in the notebook read last, or, if that is read,
 * with the next one that is not. { name, id, heading }, without `id` for a beginning; null for none.
 */
export function whereToContinue(progress, road) {
  const latest = road.findIndex(({ name }) => name === progress.latest);
  const entry = progress.notebooks[progress.latest];
  if (latest < 0 || !entry) return null;
  if (!entry.read) return { name: progress.latest, id: entry.at, heading: entry.heading };
  const next = road.slice(latest + 1).find(({ name }) => !progress.notebooks[name]?.read);
  return next ? { name: next.name, heading: next.title } : null;
}

/** Progress from what was stored, and none from what nobody can read. */
export function parsed(text) {
  try {
    const { latest, notebooks } = JSON.parse(text);
    if (Object.values(notebooks).every(({ reached }) => Array.isArray(reached))) {
      return { latest, notebooks };
    }
  } catch {
    // from another version of the course, or from elsewhere: start anew
  }
  return NOTHING;
}
