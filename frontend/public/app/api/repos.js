/** Repositories, their branches and commits: the choices of the forms. */

import { call } from "./client.js";

/** @import { Abortable, Query } from "./types" */

/**
 * @param {Query<"listRepos">} [query]
 * @param {Abortable} [options]
 */
export function listRepos(query = {}, options = {}) {
  return call("listRepos", { query, ...options });
}

/**
 * @param {{ owner: string, name: string }} repo
 * @param {Abortable} [options]
 */
export function listBranches({ owner, name }, options = {}) {
  return call("listBranches", { path: { owner, name }, ...options });
}

/**
 * @param {{ owner: string, name: string }} repo
 * @param {Query<"listCommits">} query
 * @param {Abortable} [options]
 */
export function listCommits({ owner, name }, query, options = {}) {
  return call("listCommits", { path: { owner, name }, query, ...options });
}
