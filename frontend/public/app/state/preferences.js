/** What the reader chose for this browser: light or dark, single-key shortcuts. */

import { signal } from "../ui.js";
import { readItem, writeItem } from "./stored.js";

/** @typedef {"system" | "light" | "dark"} Theme */

const THEME = "theme";
const SHORTCUTS = "shortcuts";

export const theme = signal(/** @type {Theme} */ ("system"));

/** Whether single keys such as `/` and `g h` do something. */
export const shortcutsOn = signal(true);

/** Takes up what was chosen earlier. */
export function loadPreferences() {
  const stored = readItem(THEME);
  if (stored === "light" || stored === "dark") applyTheme(stored);
  shortcutsOn.value = readItem(SHORTCUTS) !== "off";
}

/** @param {Theme} choice */
export function chooseTheme(choice) {
  applyTheme(choice);
  writeItem(THEME, choice === "system" ? null : choice);
}

/** @param {boolean} on */
export function chooseShortcuts(on) {
  shortcutsOn.value = on;
  writeItem(SHORTCUTS, on ? null : "off");
}

/** @param {Theme} choice */
function applyTheme(choice) {
  theme.value = choice;
  if (choice === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}
