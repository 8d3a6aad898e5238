/** Projects: what a workspace belongs to. */

import { call } from "./client.js";

/** @import { Abortable, Query } from "./types" */

/**
 * @param {Query<"listProjects">} [query]
 * @param {Abortable} [options]
 */
export function listProjects(query = {}, options = {}) {
  return call("listProjects", { query, ...options });
}

/**
 * @param {string} slug
 * @param {Abortable} [options]
 */
export function getProject(slug, options = {}) {
  return call("getProject", { path: { slug }, ...options });
}
