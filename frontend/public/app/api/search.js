/** One search over everything that has a page. */

import { call } from "./client.js";

/** @import { Abortable } from "./types" */

/**
 * @param {string} text how a name, number or identifier begins; not empty
 * @param {Abortable} [options]
 */
export function search(text, options = {}) {
  return call("search", { query: { q: text }, ...options });
}
