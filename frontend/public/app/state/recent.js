/** The things that the reader opened last, kept in this browser for this person alone. */

import { signal } from "../ui.js";
import { readItem, writeItem } from "./stored.js";

/** @typedef {{ kind: string, title: string, path: string }} Place */

const RECENT = "recent";
const MOST = 8;

export const recent = signal(/** @type {readonly Place[]} */ ([]));

let owner = "";

/**
 * Takes up what this person opened earlier; what another one opened is forgotten.
 *
 * @param {string} username empty for a visitor
 */
export function keepRecentFor(username) {
  owner = username;
  const stored = readStored();
  if (stored?.owner !== username) writeItem(RECENT, null);
  recent.value = stored?.owner === username ? stored.places : [];
}

/** @param {Place} place that was opened; the newest comes first, each one once */
export function rememberPlace({ kind, title, path }) {
  const others = recent.value.filter((place) => place.path !== path);
  recent.value = [{ kind, title, path }, ...others].slice(0, MOST);
  writeItem(RECENT, JSON.stringify({ owner, places: recent.value }));
}

/** @returns {{ owner: string, places: Place[] } | null} null where nothing sound is stored */
function readStored() {
  try {
    const { owner: stored, places } = JSON.parse(readItem(RECENT) ?? "");
    const sound = places.every((/** @type {Place} */ { title, path }) => title && path[0] === "/");
    return sound ? { owner: stored, places } : null;
  } catch {
    return null;
  }
}
