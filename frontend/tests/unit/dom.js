/** A page for tests that need one: the globals of happy-dom in place of a browser's. */

import { Window } from "happy-dom";

const NAMES = [
  "document",
  "window",
  "location",
  "history",
  "navigator",
  "localStorage",
  "HTMLElement",
  "HTMLAnchorElement",
  "SVGElement",
  "Element",
  "Node",
  "Event",
  "MouseEvent",
  "KeyboardEvent",
  "PopStateEvent",
  "CSS",
];

/**
 * Opens a page and makes its globals ours.
 *
 * @param {string} [url]
 */
export function openPage(url = "http://localhost:8000/") {
  const window = new Window({ url });
  for (const name of NAMES) {
    const value = name === "window" ? window : window[name];
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) {
    globalThis[name] = window[name].bind(window);
  }
  return window;
}

/** Lets what is under way finish: promises, and the effects of components. */
export async function settle() {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Waits until something holds; effects of components come a few frames late.
 *
 * @param {() => unknown} condition
 */
export async function until(condition) {
  const deadline = Date.now() + 2000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Never came true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
