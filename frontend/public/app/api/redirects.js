/** Old addresses of organisations, projects and workspaces; for staff. */

import { call } from "./client.js";

/** @import { Abortable, Query } from "./types" */

/**
 * @param {Query<"listRedirects">} [query]
 * @param {Abortable} [options]
 */
export function listRedirects(query = {}, options = {}) {
  return call("listRedirects", { query, ...options });
}

/** @param {number} id */
export function deleteRedirect(id) {
  return call("deleteRedirect", { path: { id } });
}
