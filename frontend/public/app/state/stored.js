/**
 * What a browser keeps for the reader. Its store may be switched off; then a choice lasts as long
 * as the page.
 */

/** @param {string} name */
export function readItem(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string | null} value null removes it
 */
export function writeItem(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Nothing to do: see above.
  }
}
