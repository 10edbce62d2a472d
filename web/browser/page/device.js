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

export function remember(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // refused: see above
  }
}
