import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  chooseShortcuts,
  chooseTheme,
  loadPreferences,
  shortcutsOn,
  theme,
} from "../../../public/app/state/preferences.js";
import { openPage } from "../dom.js";

beforeEach(() => openPage());

test("a theme is applied, kept for the next visit, and given back to the system", () => {
  chooseTheme("dark");
  assert.equal(document.documentElement.dataset.theme, "dark");
  theme.value = "system";
  delete document.documentElement.dataset.theme;

  loadPreferences();
  assert.equal(document.documentElement.dataset.theme, "dark");

  chooseTheme("system");
  assert.equal(document.documentElement.dataset.theme, undefined);
  assert.equal(localStorage.length, 0);
});

test("single keys stay off once they are switched off", () => {
  chooseShortcuts(false);
  shortcutsOn.value = true;

  loadPreferences();

  assert.equal(shortcutsOn.value, false);
  chooseShortcuts(true);
});

test("a browser without a store still changes its colours", () => {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new Error("SecurityError");
    },
  });

  loadPreferences();
  chooseTheme("light");

  assert.equal(document.documentElement.dataset.theme, "light");
});
