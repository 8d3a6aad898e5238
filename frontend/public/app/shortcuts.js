/**
 * Single keys. An element with `data-shortcut="n"` is what the key `n` leads to: fields take the
 * focus, everything else is clicked. So each key has a visible control, and pages need no code.
 */

import { paths } from "./lib/paths.js";
import { navigate } from "./state/location.js";
import { shortcutsOn } from "./state/preferences.js";

const SEQUENCE_MS = 1500;

/** Where `g` and a second key lead. */
const PLACES = /** @type {Record<string, () => string>} */ ({
  h: paths.home,
  w: paths.workspaces,
  r: paths.requests,
  b: paths.backends,
  s: paths.staff,
});

/** The list that `?` shows. */
export const SHORTCUTS = [
  { keys: ["Ctrl K"], does: "search everything, and do something here" },
  { keys: ["/"], does: "search or filter this page" },
  { keys: ["g", "h"], does: "go to Home" },
  { keys: ["g", "w"], does: "go to Workspaces" },
  { keys: ["g", "r"], does: "go to Requests" },
  { keys: ["g", "b"], does: "go to Backends" },
  { keys: ["g", "s"], does: "go to Staff" },
  { keys: ["n"], does: "new request, in a workspace" },
  { keys: ["j"], does: "next row" },
  { keys: ["k"], does: "previous row" },
  { keys: ["↑", "↓"], does: "job above or below, in a timeline" },
  { keys: ["t"], does: "timeline of a request" },
  { keys: ["v"], does: "graph of a request" },
  { keys: ["Esc"], does: "close, back to where you were" },
  { keys: ["?"], does: "show this list" },
];

/**
 * Listens for single keys; they rest while the reader types, while a dialog is open, and when he
 * has switched them off. `Ctrl K` or `⌘K` always works, but not over another dialog.
 *
 * @param {{ onHelp: () => void, onPalette: () => void }} options
 * @returns {() => void} ends it
 */
export function watchShortcuts({ onHelp, onPalette }) {
  let goPressedAt = Number.NEGATIVE_INFINITY;
  /** @param {KeyboardEvent} event */
  const handleKey = (event) => {
    if (isPaletteKey(event)) {
      event.preventDefault();
      onPalette();
      return;
    }
    if (!shortcutsOn.value || isBusy(event)) return;
    const afterGo = event.timeStamp - goPressedAt < SEQUENCE_MS;
    goPressedAt = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (afterGo && PLACES[event.key]) navigate(PLACES[event.key]());
    else if (event.key === "?") onHelp();
    else if (event.key === "j" || event.key === "k") moveRow(event.key === "j" ? 1 : -1);
    else if (!followKey(event.key)) return;
    event.preventDefault();
  };
  document.addEventListener("keydown", handleKey);
  return () => document.removeEventListener("keydown", handleKey);
}

/** @param {KeyboardEvent} event */
function isPaletteKey(event) {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (key.toLowerCase() !== "k" || ctrlKey === metaKey || altKey || shiftKey) return false;
  return document.querySelector("dialog[open]:not(.palette)") === null;
}

/** @param {KeyboardEvent} event */
function isBusy(event) {
  const target = /** @type {Element} */ (event.target);
  return (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    target.matches("input, select, textarea, [contenteditable]") ||
    document.querySelector("dialog[open]") !== null
  );
}

/**
 * What on the page answers to single keys and is no field: each key with what its control says.
 *
 * @returns {{ key: string, label: string }[]}
 */
export function controlsHere() {
  const controls = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("main [data-shortcut]:not(input, select, textarea)")
  );
  return [...controls]
    .filter((control) => control.checkVisibility() && control.ariaDisabled !== "true")
    .map((control) => ({
      key: control.dataset.shortcut ?? "",
      label: control.ariaLabel ?? control.textContent?.trim() ?? "",
    }));
}

/**
 * @param {string} key
 * @returns {boolean} whether something on the page answers to it
 */
export function followKey(key) {
  if (key.length !== 1) return false;
  const element = document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
  if (!(element instanceof HTMLElement) || !element.checkVisibility()) return false;
  if (element.matches("input, select, textarea")) element.focus();
  else element.click();
  return true;
}

/** @param {1 | -1} step */
function moveRow(step) {
  const rows = [...document.querySelectorAll(".data-table__row")];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here === -1 && step === -1 ? rows.length - 1 : here + step;
  const target = rows[next]?.querySelector("a, button, input");
  if (target instanceof HTMLElement) target.focus();
}
