/**
 * What a page remembers on the reader's own device. A browser may refuse to: then it is forgotten
 * when the page is left.
 */
export function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keep a text, or forget what was kept for null. False where the browser refuses. */
export function remember(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** The keys of all that is kept. */
export function keysKept() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
