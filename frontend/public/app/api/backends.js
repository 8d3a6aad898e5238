/** Backends: where jobs run. */

import { call } from "./client.js";

/** @import { Abortable } from "./types" */

/** @param {Abortable} [options] */
export function listBackends(options = {}) {
  return call("listBackends", options);
}

/**
 * @param {string} slug
 * @param {Abortable} [options]
 */
export function getBackend(slug, options = {}) {
  return call("getBackend", { path: { slug }, ...options });
}
